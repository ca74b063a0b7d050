/** What the surveys of land use say in figures. Pure. */
import type { Language } from '../state/vocabulary';
import type { LandUse } from './questions';

type Survey = LandUse['surveys'][number];
type Conversions = LandUse['conversions'][number];

const industrial = ['factory', 'factory_with_dwelling', 'warehouse'];
const dwellings = ['detached', 'apartment', 'shop_with_dwelling'];

export type PartOfLand = 'industrial' | 'dwelling' | 'other';

/** The building land of a survey in three parts: m² and share. */
export function parts({ uses, land_m2: all }: Survey): { is: PartOfLand; m2: number; share: number }[] {
  const of = (slugs: readonly string[]) =>
    uses.filter(({ use }) => slugs.includes(use)).reduce((sum, { m2 }) => sum + m2, 0);
  const [made, lived] = [of(industrial), of(dwellings)];
  const sized = (is: PartOfLand, m2: number) => ({ is, m2, share: all > 0 ? m2 / all : 0 });
  return [
    sized('industrial', made),
    sized('dwelling', lived),
    sized('other', Math.max(0, all - made - lived)),
  ];
}

export interface ConversionRow {
  readonly before: string;
  readonly after: string;
  readonly lots: number;
  readonly rebuilt: number;
  readonly m2: number;
}

/** Industrial lots that serve something else now, by what they were and are; the largest area first. */
export function conversionRows({ changed }: Conversions): ConversionRow[] {
  const rows = new Map<string, ConversionRow>();
  for (const { before, after, m2, rebuilt } of changed) {
    if (!industrial.includes(before) || industrial.includes(after)) continue;
    const key = `${before} ${after}`;
    const row = rows.get(key) ?? { before, after, lots: 0, rebuilt: 0, m2: 0 };
    rows.set(key, {
      ...row,
      lots: row.lots + 1,
      rebuilt: row.rebuilt + (rebuilt ? 1 : 0),
      m2: row.m2 + m2,
    });
  }
  return [...rows.values()].sort((a, b) => b.m2 - a.m2);
}

/** The industrial share of each town by survey, `null` where it had no building land; what fell most comes first. */
export function townShares(
  surveys: readonly Survey[],
): { town: string; shares: (number | null)[]; gained: number }[] {
  const names = new Set(surveys.flatMap(({ towns }) => towns.map(({ town }) => town)));
  const rows = [...names].map((town) => {
    const shares = surveys.map(({ towns }) => {
      const of = towns.find((known) => known.town === town);
      return of === undefined || of.land_m2 <= 0 ? null : of.industrial_m2 / of.land_m2;
    });
    const known = shares.filter((of) => of !== null);
    return { town, shares, gained: (known.at(-1) ?? 0) - (known[0] ?? 0) };
  });
  return rows.sort((a, b) => a.gained - b.gained || a.town.localeCompare(b.town, 'ja'));
}

/** `42.4%` */
export function share(of: number, language: Language): string {
  return of.toLocaleString(language === 'en' ? 'en-GB' : 'ja-JP', {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
}

/** What a share gained or lost, in points: `−7.6`. */
export function points(gained: number, language: Language): string {
  const amount = (gained * 100).toLocaleString(language === 'en' ? 'en-GB' : 'ja-JP', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  return amount.replace('-', '−');
}
