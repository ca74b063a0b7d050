/**
 * Reads a verdict off the server's table, for land and for a listing. The map does the same in
 * expressions (`expressions.ts`); the tests hold the two together. Pure.
 */
import type { UseDistrict } from '../state/vocabulary';
import type { Verdict } from './verdicts';

/** One use, as the law sees it: district → storey → area → verdict. */
export type VerdictTable = Readonly<Partial<Record<string, DistrictVerdicts>>>;

export interface DistrictVerdicts {
  /** By the topmost storey in use, lowest band first; the last has no end. */
  readonly storeys: readonly StoreyBand[];
  /** Where the storey is not known: by floor area. */
  readonly unknown_storey: readonly AreaBand[];
  /** Where neither is known. */
  readonly unknown: Verdict;
}

export interface StoreyBand {
  readonly up_to?: number | null;
  /** By floor area, smallest first; the last has no end. */
  readonly areas: readonly AreaBand[];
  readonly unknown_area: Verdict;
}

export interface AreaBand {
  readonly up_to_m2?: number | null;
  readonly verdict: Verdict;
}

/** What a listing's tile says of it; each may be missing. */
export interface ListingFacts {
  /** The district it stands in. */
  readonly district?: string | undefined;
  /** Other districts within 20 m, `|low_1|commercial|`. */
  readonly near?: string | undefined;
  /** The topmost storey, as the law counts. */
  readonly top?: number | undefined;
  /** Square metres. */
  readonly area?: number | undefined;
  /** False where only its town is shown. */
  readonly exact?: boolean | undefined;
}

/** The verdict on land, which has no storey but the one a person means to use; `null` where that is open. */
export function verdictOnLand(table: VerdictTable, district: UseDistrict, storey: number | null): Verdict {
  return inDistrict(table, district, storey === null ? {} : { top: storey });
}

/** Land in hectares by verdict, as the map colours it. */
export function landByVerdict(
  table: VerdictTable,
  districts: readonly { readonly district: UseDistrict; readonly hectares: number }[],
  storey: number | null,
): Record<Verdict, number> {
  const land: Record<Verdict, number> = {
    permitted: 0,
    conditional: 0,
    prohibited: 0,
    ask_ward: 0,
    other_law: 0,
  };
  for (const { district, hectares } of districts) land[verdictOnLand(table, district, storey)] += hectares;
  return land;
}

/** The verdict on a listing: the ward's to give where its place, or the district that counts, is not sure. */
export function verdictOn(table: VerdictTable, listing: ListingFacts): Verdict {
  if (listing.exact === false) return 'ask_ward';
  const own = inDistrict(table, listing.district, listing);
  const others = (listing.near ?? '').split('|').filter((district) => district !== '');
  // Within 20 m of a boundary the larger part of the site decides, which a pin cannot know.
  return others.every((district) => inDistrict(table, district, listing) === own) ? own : 'ask_ward';
}

function inDistrict(table: VerdictTable, district: string | undefined, { top, area }: ListingFacts): Verdict {
  const verdicts = table[district ?? ''];
  if (verdicts === undefined) return 'ask_ward';
  const band =
    top === undefined ? undefined : verdicts.storeys.find(({ up_to }) => up_to == null || top <= up_to);
  const [areas, unknown] =
    band === undefined ? [verdicts.unknown_storey, verdicts.unknown] : [band.areas, band.unknown_area];
  if (area === undefined) return unknown;
  return areas.find(({ up_to_m2 }) => up_to_m2 == null || area <= up_to_m2)?.verdict ?? unknown;
}
