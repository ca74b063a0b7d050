/** How many listings of this view a choice leaves, every other criterion as it is. Pure. */
import type { FacetCount, Facets } from '../api/client';
import type { Filter } from '../state/filter';

type Counts = readonly FacetCount[] | null | undefined;

/** Listings with one value; null until the first answer. */
export function counted(facet: Counts, value: string): number | null {
  if (facet === null || facet === undefined) return null;
  return facet.find((entry) => entry.value === value)?.count ?? 0;
}

/** Listings that allow at least this cooking: heavy cooking allows light cooking too. */
export function countedCooking(facets: Facets, least: Filter['cooking']): number | null {
  const heavy = counted(facets.cooking, 'heavy');
  const light = counted(facets.cooking, 'light');
  if (heavy === null || light === null) return null;
  switch (least) {
    case 'heavy':
      return heavy;
    case 'light':
      return light + heavy;
    case 'any':
      return (facets.cooking ?? []).reduce((sum, entry) => sum + entry.count, 0);
  }
}

/** Listings so many minutes on foot from a station at most. The ranges end where the choices do. */
export function countedWalk(facets: Facets, most: number | null): number | null {
  if (facets.walk === null || facets.walk === undefined) return null;
  const within = facets.walk.filter(({ value }) => {
    const end = Number(value.split('-')[1] || Number.NaN);
    return most === null || end <= most + 1;
  });
  return within.reduce((sum, entry) => sum + entry.count, 0);
}

/** What a limit at a step leaves. */
export function countedLimit(
  limits: Facets['rent_limits'],
  at: number,
  end: 'at_least' | 'at_most',
): number | null {
  return limits?.find((limit) => limit.at === at)?.[end] ?? null;
}

/** Listings whose rent is 要相談 or not stated: what the filter on rent keeps or drops as a whole. */
export function countedNegotiable(facets: Facets): number | null {
  const negotiable = counted(facets.rent, 'negotiable');
  const unstated = counted(facets.rent, 'unstated');
  return negotiable === null || unstated === null ? null : negotiable + unstated;
}
