/** The questions this application asks the server. Types come from the server's own description. */
import createClient from 'openapi-fetch';
import { type Business, verdictParameters } from '../state/business';
import { type Filter, filterParameters } from '../state/filter';
import type { Box, LonLat } from '../state/view';
import type { Sort } from '../state/vocabulary';
import { type Outcome, outcomeOf } from './outcome';
import type { components, operations, paths } from './schema';

type Schema = components['schemas'];
export type CityBody = Schema['CityBody'];
export type BasemapChoice = Schema['BasemapChoice'];
export type ListingSummary = Schema['ListingSummary'];
export type ListingBody = Schema['ListingBody'];
export type TermsBody = Schema['TermsBody'];
export type PremisesBody = Schema['PremisesBody'];
export type CoveringZone = Schema['CoveringZone'];
export type SearchAnswer = Schema['SearchAnswer'];
export type Facets = Schema['Facets'];
export type FacetCount = Schema['FacetCount'];
export type StreetBody = Schema['StreetBody'];
export type PlaceAt = Schema['PlaceAt'];
export type ZoneAt = Schema['ZoneAt'];
export type Price = Schema['Price'];
export type EventBody = Schema['EventBody'];

type SearchQuery = NonNullable<operations['search_listings']['parameters']['query']>;

// Looked up at each call, so that a service worker or a test may replace it.
const api = createClient<paths>({ baseUrl: '', fetch: (request) => fetch(request) });

export function city(signal: AbortSignal): Promise<Outcome<CityBody>> {
  return outcomeOf(api.GET('/api/v1/city', { signal }));
}

/** Where to look: what the map shows, or along a street. */
export type Area = { readonly is: 'box'; readonly box: Box } | { readonly is: 'street'; readonly id: string };

export interface Search {
  readonly area: Area;
  readonly filter: Filter;
  readonly business: Business | null;
  readonly sort: Sort;
  readonly limit: number;
  readonly cursor: string | null;
  readonly facets: boolean;
}

export function search(asked: Search, signal: AbortSignal): Promise<Outcome<SearchAnswer>> {
  const query = Object.fromEntries(searchParameters(asked)) as unknown as SearchQuery;
  // The same path answers GeoJSON to those who ask for it; this client asks for JSON.
  return outcomeOf(api.GET('/api/v1/listings', { params: { query }, signal })) as Promise<
    Outcome<SearchAnswer>
  >;
}

export function searchParameters(asked: Search): [string, string][] {
  const where: [string, string] =
    asked.area.is === 'box'
      ? ['bbox', asked.area.box.map((edge) => edge.toFixed(6)).join(',')]
      : ['street', asked.area.id];
  return [
    where,
    ...filterParameters(asked.filter),
    ...verdictParameters(asked.business),
    ['sort', asked.sort],
    ['limit', String(asked.limit)],
    ...(asked.cursor === null ? [] : [['cursor', asked.cursor] as [string, string]]),
    ...(asked.facets ? [['facets', 'kind,district,condition,cooking,storey,rent'] as [string, string]] : []),
  ];
}

export function listing(id: string, signal: AbortSignal): Promise<Outcome<ListingBody>> {
  return outcomeOf(api.GET('/api/v1/listings/{id}', { params: { path: { id } }, signal }));
}

export function street(id: string, signal: AbortSignal): Promise<Outcome<StreetBody>> {
  return outcomeOf(api.GET('/api/v1/streets/{id}', { params: { path: { id } }, signal }));
}

export function placeAt(at: LonLat, signal: AbortSignal): Promise<Outcome<PlaceAt>> {
  return outcomeOf(api.GET('/api/v1/place', { params: { query: { lon: at.lon, lat: at.lat } }, signal }));
}

export function zoneAt(at: LonLat, aroundM: number, signal: AbortSignal): Promise<Outcome<ZoneAt>> {
  const query = { lon: at.lon, lat: at.lat, around_m: aroundM };
  return outcomeOf(api.GET('/api/v1/zones/at', { params: { query }, signal }));
}
