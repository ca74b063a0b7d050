/** What is asked of the law. Every text comes in the language asked for. */
import { api } from '../api/connection';
import { type Outcome, outcomeOf } from '../api/outcome';
import type { components } from '../api/schema';
import { answers, answersForPremises, type Business } from '../state/business';
import type { LonLat } from '../state/view';
import type { Language } from '../state/vocabulary';

type Schema = components['schemas'];
export type UseList = Schema['UseList'];
export type FoundUse = Schema['UseFound'];
export type UsesFound = Schema['UsesFound'];
export type QuestionBody = Schema['QuestionBody'];
export type TableBody = Schema['UseTable'];
export type VerdictBody = Schema['VerdictBody'];
export type SummaryBody = Schema['UseSummaryBody'];
export type UsesHere = Schema['UsesHere'];
export type LawBody = Schema['LawBody'];

/** A place the law is asked about. */
export type Asked =
  | { readonly is: 'listing'; readonly id: string }
  | { readonly is: 'place'; readonly at: LonLat };

// Looked up at each call, so that a service worker or a test may replace it.

export function lawText(lang: Language, signal: AbortSignal): Promise<Outcome<LawBody>> {
  return outcomeOf(api.GET('/api/v1/law', { params: { query: { lang } }, signal }));
}

export function allUses(signal: AbortSignal): Promise<Outcome<UseList>> {
  return outcomeOf(api.GET('/api/v1/uses', { signal }));
}

export function findUses(q: string, signal: AbortSignal): Promise<Outcome<UsesFound>> {
  return outcomeOf(api.GET('/api/v1/uses/search', { params: { query: { q, limit: 8 } }, signal }));
}

export function tableOf(
  business: Business,
  lang: Language,
  signal: AbortSignal,
): Promise<Outcome<TableBody>> {
  const query = { ...known(answersForPremises(business)), lang };
  return outcomeOf(
    api.GET('/api/v1/uses/{use}/table', { params: { path: { use: business.use }, query }, signal }),
  );
}

export function summaryOf(business: Business, signal: AbortSignal): Promise<Outcome<SummaryBody>> {
  const query = known(answersForPremises(business));
  return outcomeOf(
    api.GET('/api/v1/uses/{use}/summary', { params: { path: { use: business.use }, query }, signal }),
  );
}

export function verdictAt(
  business: Business,
  asked: Asked,
  lang: Language,
  signal: AbortSignal,
): Promise<Outcome<VerdictBody>> {
  const given = asked.is === 'place' ? answers(business) : answersForPremises(business);
  const query = { ...where(asked), ...known(given), lang };
  return outcomeOf(
    api.GET('/api/v1/uses/{use}/verdict', { params: { path: { use: business.use }, query }, signal }),
  );
}

/** Every use at a place; of the plan, only its size and storey. */
export function usesAt(
  asked: Asked,
  business: Business | null,
  lang: Language,
  signal: AbortSignal,
): Promise<Outcome<UsesHere>> {
  const given = (business === null ? [] : answers(business)).filter(
    ([input]) => input === 'use_area_m2' || (input === 'storey_max' && asked.is === 'place'),
  );
  const query = { ...where(asked), ...known(given), lang };
  return outcomeOf(api.GET('/api/v1/uses/at', { params: { query }, signal }));
}

export function where(asked: Asked) {
  return asked.is === 'listing' ? { listing: asked.id } : { lon: asked.at.lon, lat: asked.at.lat };
}

/** Answers are text all the way: what is sent is what the URL holds. */
export function known(given: readonly [string, string][]): Record<string, never> {
  return Object.fromEntries(given) as Record<string, never>;
}
