import { createExpression } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { type UseDistrict, useDistricts } from '../state/vocabulary';
import { verdictExpression } from './expressions';
import { type ListingFacts, landByVerdict, type VerdictTable, verdictOn, verdictOnLand } from './table';
import { verdicts } from './verdicts';

/** A dwelling-only district that lets small shops on two storeys in, and one that lets in all. */
const small = {
  areas: [{ up_to_m2: 150, verdict: 'permitted' }, { verdict: 'conditional' }],
  unknown_area: 'conditional',
} as const;
const never = { areas: [{ up_to_m2: null, verdict: 'prohibited' }], unknown_area: 'prohibited' } as const;
const always = { areas: [{ verdict: 'permitted' }], unknown_area: 'permitted' } as const;
const table: VerdictTable = {
  low_2: {
    storeys: [
      { up_to: 1, ...small },
      { up_to: 2, ...small },
      { up_to: null, ...never },
    ],
    unknown_storey: [{ verdict: 'conditional' }],
    unknown: 'conditional',
  },
  commercial: { storeys: [always], unknown_storey: always.areas, unknown: 'permitted' },
};

describe('the verdict on a listing', () => {
  const shop: ListingFacts = { district: 'low_2', top: 2, area: 150, exact: true };

  it('counts the limit itself as within', () => {
    expect(verdictOn(table, shop)).toBe('permitted');
    expect(verdictOn(table, { ...shop, area: 150.1 })).toBe('conditional');
  });
  it('looks at the topmost storey', () => {
    expect(verdictOn(table, { ...shop, top: 3 })).toBe('prohibited');
    expect(verdictOn(table, { ...shop, top: 0 })).toBe('permitted');
    expect(verdictOn(table, { ...shop, top: undefined })).toBe('conditional');
  });
  it('depends where the area is not known, unless every area gives the same', () => {
    expect(verdictOn(table, { ...shop, area: undefined })).toBe('conditional');
    expect(verdictOn(table, { ...shop, area: undefined, top: 5 })).toBe('prohibited');
  });
  it('is for the ward near a district that says otherwise', () => {
    expect(verdictOn(table, { ...shop, near: '|commercial|' })).toBe('permitted');
    expect(verdictOn(table, { ...shop, top: 3, near: '|commercial|' })).toBe('ask_ward');
  });
  it('is for the ward where only the town is shown, and outside all districts', () => {
    expect(verdictOn(table, { ...small, exact: false })).toBe('ask_ward');
    expect(verdictOn(table, { top: 1, area: 20 })).toBe('ask_ward');
  });
});

describe('the verdict on land', () => {
  it('is for the storey meant, or open where none is', () => {
    expect(verdictOnLand(table, 'low_2', null)).toBe('conditional');
    expect(verdictOnLand(table, 'low_2', 3)).toBe('prohibited');
    expect(verdictOnLand(table, 'commercial', null)).toBe('permitted');
  });
});

describe('land by verdict', () => {
  it('adds up to all of it, whatever the storey', () => {
    const districts = [
      { district: 'low_2', hectares: 30 },
      { district: 'commercial', hectares: 12.5 },
    ] as const;
    expect(landByVerdict(table, districts, null)).toMatchObject({ conditional: 30, permitted: 12.5 });
    expect(landByVerdict(table, districts, 3)).toMatchObject({ prohibited: 30, permitted: 12.5 });
  });
});

describe('the map', () => {
  it('says of every mark what plain code says', () => {
    const random = generator(20261124);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const maybe = <T>(value: T): T | undefined => (random() < 0.15 ? undefined : value);
    for (let round = 0; round < 60; round += 1) {
      const drawn = randomTable(random, pick);
      const compiled = createExpression(verdictExpression(drawn), 'layers[0].layout.icon-image');
      if (compiled.result === 'error') throw new Error(JSON.stringify(compiled.value));
      for (let i = 0; i < 100; i += 1) {
        const near = [...new Set(Array.from({ length: Math.floor(random() * 3) }, () => pick(useDistricts)))];
        const listing: ListingFacts = {
          district: maybe<string>(pick(useDistricts)),
          near: near.length === 0 ? undefined : `|${near.join('|')}|`,
          top: maybe(Math.floor(random() * 7)),
          area: maybe(pick([10, 49.9, 50, 50.1, 150, 151, 499, 500, 501, 12000])),
          exact: maybe(random() < 0.9),
        };
        const properties = Object.fromEntries(Object.entries(listing).filter(([, v]) => v !== undefined));
        const said = compiled.value.evaluate({ zoom: 14 }, { type: 'Point', properties });
        expect(said, JSON.stringify(listing)).toBe(verdictOn(drawn, listing));
      }
    }
  });
});

function randomTable(random: () => number, pick: <T>(from: readonly T[]) => T): VerdictTable {
  const areas = () =>
    random() < 0.5
      ? [{ up_to_m2: null, verdict: pick(verdicts) }]
      : [
          { up_to_m2: 50, verdict: pick(verdicts) },
          { up_to_m2: 500, verdict: pick(verdicts) },
          { up_to_m2: null, verdict: pick(verdicts) },
        ];
  const district = () => ({
    storeys: [1, 2, 4, null].map((up_to) => ({ up_to, areas: areas(), unknown_area: pick(verdicts) })),
    unknown_storey: areas(),
    unknown: pick(verdicts),
  });
  return Object.fromEntries(useDistricts.map((name: UseDistrict) => [name, district()]));
}

/** The same numbers each time (mulberry32), so that a failure can be repeated. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
