/** The towns, streets and stations there are to choose from, and how many premises each would give. */

import { type FacetCount, questionParameters, type Search } from '../api/client';
import { api } from '../api/connection';
import { type Outcome, outcomeOf } from '../api/outcome';
import { Question } from '../api/question.svelte';
import type { components } from '../api/schema';

type Schema = components['schemas'];
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly kana?: string | null;
}

const query = { limit: 1000 };

export const towns = new Question<Schema['TownList']>();
export const streets = new Question<Schema['StreetList']>();
export const stations = new Question<Schema['StationList']>();
const counts = new Question<Schema['SearchAnswer']>();

export function askLists() {
  const missing = <T>(list: Question<T>) => list.answer.is !== 'ready';
  const ask = { params: { query } };
  if (missing(towns)) void towns.ask((signal) => outcomeOf(api.GET('/api/v1/towns', { ...ask, signal })));
  if (missing(streets))
    void streets.ask((signal) => outcomeOf(api.GET('/api/v1/streets', { ...ask, signal })));
  if (missing(stations))
    void stations.ask((signal) => outcomeOf(api.GET('/api/v1/stations', { ...ask, signal })));
}

/** Counts what choosing each town or street would give, every other condition as it is. */
export function askCounts(asked: Pick<Search, 'where' | 'filter' | 'business'>) {
  const parameters = Object.fromEntries(questionParameters(asked));
  const query = { ...parameters, limit: 1, facets: ['town', 'street'] as ('town' | 'street')[] };
  void counts.ask(
    (signal) =>
      outcomeOf(api.GET('/api/v1/listings', { params: { query }, signal })) as Promise<
        Outcome<Schema['SearchAnswer']>
      >,
  );
}

export function countOf(facet: 'town' | 'street', id: string): number | null {
  const counted: readonly FacetCount[] | null | undefined = counts.latest?.facets[facet];
  return counted == null ? null : (counted.find(({ value }) => value === id)?.count ?? 0);
}
