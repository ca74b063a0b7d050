/** The questions this application asks the server. Types come from the server's own description. */

import { type Area, areaParameters } from '../state/area';
import { type Business, verdictParameters } from '../state/business';
import { type Filter, filterParameters } from '../state/filter';
import type { Box, LonLat } from '../state/view';
import type { Language, Sort } from '../state/vocabulary';
import { api } from './connection';
import { type Outcome, outcomeOf } from './outcome';
import type { components, operations } from './schema';

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
export type WalkArea = Schema['WalkArea'];
export type WalkMethod = Schema['WalkMethod'];
export type Suggestion = Schema['SuggestionBody'];
export type Suggestions = Schema['Suggestions'];
export type NearMisses = Schema['NearMisses'];
export type NearMiss = Schema['NearMissBody'];
export type EventBody = Schema['EventBody'];
export type Contact = Schema['ContactBody'];
export type Features = Schema['Features'];

type SearchQuery = NonNullable<operations['search_listings']['parameters']['query']>;

// Looked up at each call, so that a service worker or a test may replace it.

export function city(signal: AbortSignal): Promise<Outcome<CityBody>> {
  return outcomeOf(api.GET('/api/v1/city', { signal }));
}

/** Where to look: in the box that the map shows, or in an area. */
export type Where = { readonly is: 'box'; readonly box: Box } | Exclude<Area, { is: 'map' }>;

/** Limits whose listings are counted beside: yen a month, square metres. */
export interface Steps {
  readonly rent: readonly number[];
  readonly area: readonly number[];
}

export interface Search {
  readonly where: Where;
  readonly filter: Filter;
  readonly business: Business | null;
  readonly sort: Sort;
  readonly limit: number;
  readonly cursor: string | null;
  /** What is counted beside the listings; `null` for nothing. */
  readonly steps: Steps | null;
}

export function search(asked: Search, signal: AbortSignal): Promise<Outcome<SearchAnswer>> {
  const query = Object.fromEntries(searchParameters(asked)) as unknown as SearchQuery;
  // The same path answers GeoJSON to those who ask for it; this client asks for JSON.
  return outcomeOf(api.GET('/api/v1/listings', { params: { query }, signal })) as Promise<
    Outcome<SearchAnswer>
  >;
}

export function searchParameters(asked: Search): [string, string][] {
  return [
    ...questionParameters(asked),
    ['sort', asked.sort],
    ['limit', String(asked.limit)],
    ...(asked.cursor === null ? [] : [['cursor', asked.cursor] as [string, string]]),
    ...stepParameters(asked.steps),
  ];
}

/** What is asked, without how it is answered. */
export function questionParameters(asked: Pick<Search, 'where' | 'filter' | 'business'>): [string, string][] {
  const where: [string, string][] =
    asked.where.is === 'box'
      ? [['bbox', asked.where.box.map((edge) => edge.toFixed(6)).join(',')]]
      : areaParameters(asked.where);
  return [...where, ...filterParameters(asked.filter), ...verdictParameters(asked.business)];
}

function stepParameters(steps: Steps | null): [string, string][] {
  if (steps === null) return [];
  return [
    ['facets', 'kind,district,condition,cooking,level,walk,rent'],
    ['rent_steps', steps.rent.join(',')],
    ['area_steps', steps.area.join(',')],
  ];
}

/** The land within so many minutes on foot of a station. */
export function walkArea(station: string, minutes: number, signal: AbortSignal): Promise<Outcome<WalkArea>> {
  return outcomeOf(api.GET('/api/v1/walks/area', { params: { query: { station, minutes } }, signal }));
}

/** What the search box offers for what was typed. */
export function find(q: string, lang: Language, signal: AbortSignal): Promise<Outcome<Suggestions>> {
  return outcomeOf(api.GET('/api/v1/find', { params: { query: { q, lang, limit: 10 } }, signal }));
}

export function nearMisses(
  asked: Pick<Search, 'where' | 'filter' | 'business'>,
  signal: AbortSignal,
): Promise<Outcome<NearMisses>> {
  const query = Object.fromEntries(questionParameters(asked));
  return outcomeOf(api.GET('/api/v1/listings/near-misses', { params: { query }, signal }));
}

export function listing(id: string, signal: AbortSignal): Promise<Outcome<ListingBody>> {
  return outcomeOf(api.GET('/api/v1/listings/{id}', { params: { path: { id } }, signal }));
}

/** Whom a listing can be asked about. */
export function contact(id: string, signal: AbortSignal): Promise<Outcome<Contact>> {
  return outcomeOf(api.GET('/api/v1/listings/{id}/contact', { params: { path: { id } }, signal }));
}

/** What this server can do beside the map. */
export function features(signal: AbortSignal): Promise<Outcome<Features>> {
  return outcomeOf(api.GET('/api/v1/features', { signal }));
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
