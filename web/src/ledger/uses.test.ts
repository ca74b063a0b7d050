import { describe, expect, it } from 'vitest';
import type { LandUse } from './questions';
import { conversionRows, parts, points, share, townShares } from './uses';

const none = { lots: 0, m2: 0 };
const survey = (uses: [string, number][], towns: [string, number, number][]) =>
  ({
    uses: uses.map(([use, m2]) => ({ use, m2, lots: 1 })),
    towns: towns.map(([town, industrial_m2, land_m2]) => ({ town, industrial_m2, land_m2 })),
    land_m2: uses.filter(([use]) => use !== 'open').reduce((sum, [, m2]) => sum + m2, 0),
  }) as LandUse['surveys'][number];

describe('the land of a survey', () => {
  it('falls into industry, dwellings and the rest, parks and roads left out', () => {
    const found = parts(
      survey(
        [
          ['factory', 30],
          ['warehouse', 10],
          ['apartment', 40],
          ['shop', 20],
          ['open', 500],
        ],
        [],
      ),
    );
    expect(found.map(({ is, m2 }) => [is, m2])).toEqual([
      ['industrial', 40],
      ['dwelling', 40],
      ['other', 20],
    ]);
    expect(found.reduce((sum, part) => sum + part.share, 0)).toBeCloseTo(1);
  });
});

describe('conversions', () => {
  it('are those of industrial lots that serve something else, by what they were and are', () => {
    const lot = (before: string, after: string, m2: number, rebuilt: boolean) => ({
      key: `${m2}`,
      town: null,
      before,
      after,
      m2,
      rebuilt,
    });
    const rows = conversionRows({
      before: 'a',
      after: 'b',
      industry_lost: none,
      industry_won: none,
      not_followed: none,
      matrix: [],
      changed: [
        lot('factory', 'apartment', 100, true),
        lot('factory', 'apartment', 50, false),
        lot('factory', 'warehouse', 900, true),
        lot('shop', 'apartment', 900, true),
        lot('warehouse', 'parking', 400, false),
      ],
    });
    expect(rows).toEqual([
      { before: 'warehouse', after: 'parking', lots: 1, rebuilt: 0, m2: 400 },
      { before: 'factory', after: 'apartment', lots: 2, rebuilt: 1, m2: 150 },
    ]);
  });
});

describe('towns', () => {
  it('come by what their share lost, and a town without land then says so', () => {
    const rows = townShares([
      survey([], [['桜', 50, 100]]),
      survey(
        [],
        [
          ['桜', 20, 100],
          ['池尻', 10, 100],
        ],
      ),
    ]);
    expect(rows.map(({ town, shares }) => [town, shares])).toEqual([
      ['桜', [0.5, 0.2]],
      ['池尻', [null, 0.1]],
    ]);
    expect(points(rows[0]?.gained ?? 0, 'ja')).toBe('−30.0');
    expect(share(0.424, 'ja')).toBe('42.4%');
  });
});
