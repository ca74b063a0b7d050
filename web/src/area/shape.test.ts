import { describe, expect, it } from 'vitest';
import { boxOf, crossesItself, landOf, metresBetween, outsideOf } from './shape';

const at = (lon: number, lat: number) => ({ lon, lat });

describe('the land of an area', () => {
  it('of a circle lies as far around its centre as it says', () => {
    const centre = at(139.63, 35.65);
    const land = landOf({ is: 'circle', centre, metres: 500 });
    const ring = land?.type === 'Polygon' ? (land.coordinates[0] ?? []) : [];
    expect(ring).toHaveLength(73);
    for (const [lon = 0, lat = 0] of ring) expect(metresBetween(centre, at(lon, lat))).toBeCloseTo(500, -1);
  });

  it('has a box around it and everything else outside', () => {
    const land = landOf({ is: 'polygon', corners: [at(1, 2), at(3, 2), at(2, 5)] });
    if (land === null) throw new Error('a polygon has land');
    expect(boxOf(land)).toEqual([1, 2, 3, 5]);
    expect(outsideOf(land).coordinates[0]).toHaveLength(2);
  });

  it('with a hole dims the hole too', () => {
    const ring = [at(0, 0), at(9, 0), at(0, 9)].map(({ lon, lat }) => [lon, lat]);
    const hole = [at(1, 1), at(2, 1), at(1, 2)].map(({ lon, lat }) => [lon, lat]);
    expect(outsideOf({ type: 'MultiPolygon', coordinates: [[ring, hole], [ring]] }).coordinates).toEqual([
      [expect.anything(), ring, ring],
      [hole],
    ]);
  });
});

describe('a drawn ring', () => {
  it('crosses itself as a bow tie and not as a kite', () => {
    expect(crossesItself([at(0, 0), at(2, 2), at(2, 0), at(0, 2)])).toBe(true);
    expect(crossesItself([at(0, 0), at(2, 0), at(2, 2), at(0, 2)])).toBe(false);
    expect(crossesItself([at(0, 0), at(2, 0), at(1, 1)])).toBe(false);
  });
});
