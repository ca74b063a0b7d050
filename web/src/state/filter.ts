/**
 * What a person asks of premises. One value, kept in the URL, sent to the search and to the tiles,
 * so that list and map can never disagree.
 */
import {
  type Condition,
  type Cooking,
  conditions,
  cookings,
  type ListingKind,
  listingKinds,
  oneOf,
  type UseDistrict,
  useDistricts,
} from './vocabulary';

/** Below the street, at it, above it: the server counts by these words. */
export const levels = ['basement', 'ground', 'upper'] as const;
export type Level = (typeof levels)[number];

export interface Filter {
  readonly text: string;
  readonly kinds: readonly ListingKind[];
  readonly districts: readonly UseDistrict[];
  readonly conditions: readonly Condition[];
  /** At least this much cooking. */
  readonly cooking: 'any' | Extract<Cooking, 'light' | 'heavy'>;
  readonly storey: 'any' | Level;
  /** Minutes on foot to the nearest station, at most. */
  readonly walk: number | null;
  /** Yen a month. */
  readonly rentMin: number | null;
  readonly rentMax: number | null;
  /** Square metres, whatever unit is shown. */
  readonly areaMin: number | null;
  readonly areaMax: number | null;
  readonly negotiable: 'keep' | 'drop';
}

export const everything: Filter = {
  text: '',
  kinds: [],
  districts: [],
  conditions: [],
  cooking: 'any',
  storey: 'any',
  walk: null,
  rentMin: null,
  rentMax: null,
  areaMin: null,
  areaMax: null,
  negotiable: 'keep',
};

/** The criteria a person can drop one by one. */
export type Criterion =
  | 'text'
  | 'kinds'
  | 'districts'
  | 'conditions'
  | 'cooking'
  | 'storey'
  | 'walk'
  | 'rent'
  | 'area'
  | 'negotiable';

/** The criteria in use, in the order they are shown. */
export function criteriaInUse(filter: Filter): Criterion[] {
  const inUse: [Criterion, boolean][] = [
    ['text', filter.text !== ''],
    ['kinds', filter.kinds.length > 0],
    ['rent', filter.rentMin !== null || filter.rentMax !== null],
    ['area', filter.areaMin !== null || filter.areaMax !== null],
    ['walk', filter.walk !== null],
    ['storey', filter.storey !== 'any'],
    ['conditions', filter.conditions.length > 0],
    ['cooking', filter.cooking !== 'any'],
    ['districts', filter.districts.length > 0],
    ['negotiable', filter.negotiable !== 'keep'],
  ];
  return inUse.filter(([, used]) => used).map(([criterion]) => criterion);
}

/** The same filter without one criterion. */
export function without(filter: Filter, criterion: Criterion): Filter {
  switch (criterion) {
    case 'rent':
      return { ...filter, rentMin: null, rentMax: null };
    case 'area':
      return { ...filter, areaMin: null, areaMax: null };
    default:
      return { ...filter, [criterion]: everything[criterion] };
  }
}

/** The filter as parameters of the API, the tiles and the page's own URL: one spelling for all three. */
export function filterParameters(filter: Filter): [string, string][] {
  const all: [string, string | null][] = [
    ['kind', list(filter.kinds)],
    ['district', list(filter.districts)],
    ['condition', list(filter.conditions)],
    ['cooking', filter.cooking === 'any' ? null : filter.cooking],
    ['ground_floor', filter.storey === 'ground' ? 'true' : null],
    ['storey_max', filter.storey === 'basement' ? 'B1' : null],
    ['storey_min', filter.storey === 'upper' ? '2' : null],
    ['station_minutes_max', number(filter.walk)],
    ['rent_min', number(filter.rentMin)],
    ['rent_max', number(filter.rentMax)],
    ['area_min', number(filter.areaMin)],
    ['area_max', number(filter.areaMax)],
    ['negotiable', filter.negotiable === 'drop' ? 'drop' : null],
    ['q', filter.text === '' ? null : filter.text],
  ];
  return all.filter((pair): pair is [string, string] => pair[1] !== null);
}

/** Reads a filter; words that mean nothing are left out rather than refused, as URLs grow old. */
export function filterFrom(parameters: URLSearchParams): Filter {
  return {
    text: (parameters.get('q') ?? '').slice(0, 100),
    kinds: words(listingKinds, parameters.get('kind')),
    districts: words(useDistricts, parameters.get('district')),
    conditions: words(conditions, parameters.get('condition')),
    cooking: cookingFrom(parameters.get('cooking')),
    storey: levelFrom(parameters),
    walk: walkFrom(parameters.get('station_minutes_max')),
    rentMin: amount(parameters.get('rent_min')),
    rentMax: amount(parameters.get('rent_max')),
    areaMin: amount(parameters.get('area_min')),
    areaMax: amount(parameters.get('area_max')),
    negotiable: parameters.get('negotiable') === 'drop' ? 'drop' : 'keep',
  };
}

function levelFrom(parameters: URLSearchParams): Filter['storey'] {
  if (parameters.get('ground_floor') === 'true') return 'ground';
  if (['B1', '-1'].includes(parameters.get('storey_max') ?? '')) return 'basement';
  return parameters.get('storey_min') === '2' ? 'upper' : 'any';
}

function walkFrom(text: string | null): number | null {
  const minutes = amount(text);
  return minutes !== null && Number.isInteger(minutes) && minutes >= 1 && minutes <= 60 ? minutes : null;
}

function cookingFrom(word: string | null): Filter['cooking'] {
  const cooking = oneOf(cookings, word);
  return cooking === 'light' || cooking === 'heavy' ? cooking : 'any';
}

function list(members: readonly string[]): string | null {
  return members.length === 0 ? null : members.join(',');
}

function number(value: number | null): string | null {
  return value === null ? null : String(value);
}

function amount(text: string | null): number | null {
  if (text === null || text.trim() === '') return null;
  const value = Number(text);
  return Number.isFinite(value) && value >= 0 ? value : null;
}

/** The members of a set that a comma list names, in the set's own order. */
function words<T extends string>(set: readonly T[], text: string | null): T[] {
  const named = new Set((text ?? '').split(','));
  return set.filter((member) => named.has(member));
}
