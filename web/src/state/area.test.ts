import { describe, expect, it } from 'vitest';
import { type Area, areaFrom, areaParameters, toggledPlace, wholeMap } from './area';

const read = (text: string) => areaFrom(new URLSearchParams(text));
const corners = [
  { lon: 139.62, lat: 35.63 },
  { lon: 139.66, lat: 35.63 },
  { lon: 139.64, lat: 35.67 },
];

describe('an area', () => {
  const areas: Record<string, Area> = {
    'the map': wholeMap,
    'a drawn polygon': { is: 'polygon', corners },
    'a circle': { is: 'circle', centre: { lon: 139.6, lat: 35.6 }, metres: 350 },
    towns: { is: 'towns', ids: ['0123456789a', 'abcdefghjkm'] },
    streets: { is: 'streets', ids: ['0123456789a'] },
    'a walk from a station': { is: 'station', id: '0123456789a', minutes: 10 },
  };
  for (const [name, area] of Object.entries(areas)) {
    it(`${name} reads back from its parameters`, () => {
      expect(areaFrom(new URLSearchParams(areaParameters(area)))).toEqual(area);
    });
  }

  it('that cannot be one is the map', () => {
    const broken = [
      'polygon=139.6,35.6;139.7,35.6',
      'polygon=139.6,35.6;139.7,35.6;x,y',
      `polygon=${'139.6,35.6;'.repeat(120)}139.7,35.7`,
      'near=139.6,35.6',
      'near=139.6,95&radius_m=100',
      'near=139.6,35.6&radius_m=0',
      'town=castle',
      'station=0123456789a&walk_minutes=61',
      'station=0123456789a',
    ];
    for (const query of broken) expect(read(query), query).toEqual(wholeMap);
  });

  it('of towns takes one more and gives it back', () => {
    const one = toggledPlace({ is: 'circle', centre: { lon: 1, lat: 1 }, metres: 5 }, 'towns', 'a');
    expect(one).toEqual({ is: 'towns', ids: ['a'] });
    expect(toggledPlace(toggledPlace(one, 'towns', 'b'), 'towns', 'a')).toEqual({ is: 'towns', ids: ['b'] });
    expect(toggledPlace(one, 'towns', 'a')).toEqual(wholeMap);
  });
});
