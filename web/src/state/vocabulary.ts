/** The closed sets of words that the server, the tiles and this application share. */

export const listingKinds = [
  'shop',
  'furnished',
  'workshop',
  'office',
  'succession',
  'pop_up',
  'test_bed',
  'shared',
] as const;
export type ListingKind = (typeof listingKinds)[number];

export const conditions = ['bare', 'fixtures', 'finished', 'unstated'] as const;
export type Condition = (typeof conditions)[number];

export const cookings = ['none', 'light', 'heavy', 'unstated'] as const;
export type Cooking = (typeof cookings)[number];

export const useDistricts = [
  'low_1',
  'low_2',
  'garden_residential',
  'mid_high_1',
  'mid_high_2',
  'residential_1',
  'residential_2',
  'quasi_residential',
  'neighbourhood_commercial',
  'commercial',
  'quasi_industrial',
  'industrial',
  'exclusive_industrial',
  'unzoned',
  'urbanisation_control',
] as const;
export type UseDistrict = (typeof useDistricts)[number];

export const sorts = ['updated', 'rent', '-rent', 'rent_per_tsubo', '-area', 'area', 'station'] as const;
export type Sort = (typeof sorts)[number];

export const languages = ['ja', 'en', 'easy'] as const;
export type Language = (typeof languages)[number];

export const areaUnits = ['m2', 'tsubo'] as const;
export type AreaUnit = (typeof areaUnits)[number];

export const overlays = ['zones', 'streets', 'stations', 'towns'] as const;
export type Overlay = (typeof overlays)[number];

/** Square metres of one 坪. */
export const tsuboM2 = 400 / 121;

/** The word, if it is one of the set. */
export function oneOf<T extends string>(set: readonly T[], word: string | null): T | null {
  return set.find((member) => member === word) ?? null;
}
