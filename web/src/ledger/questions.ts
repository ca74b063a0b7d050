/** What the ledger asks the server. */
import { api } from '../api/connection';
import { type Outcome, outcomeOf } from '../api/outcome';
import type { components } from '../api/schema';

type Schema = components['schemas'];
export type Ledger = Schema['LedgerBody'];
export type Change = Schema['LedgerChange'];
export type Plan = Schema['LedgerPlan'];
export type History = Schema['HistoryBody'];
export type LandUse = Schema['LandUseBody'];
export type OnlyIn = Schema['OnlyInBody'];
export type Edition = Schema['EditionBody'];

export interface Pair {
  readonly before: string;
  readonly after: string;
  readonly tolerance: string;
}

/** A changed piece as land. */
export type Pieces = GeoJSON.FeatureCollection<GeoJSON.Polygon, Change>;

export function ledgerOf(pair: Pair, signal: AbortSignal): Promise<Outcome<Ledger>> {
  return outcomeOf(api.GET('/api/v1/ledger', { params: { query: query(pair) }, signal }));
}

export function piecesOf(pair: Pair, signal: AbortSignal): Promise<Outcome<Pieces>> {
  const asked = { params: { query: { ...query(pair), format: 'geojson' as const } }, signal };
  // The same path answers with land to those who ask for it.
  return outcomeOf(api.GET('/api/v1/ledger', asked)) as unknown as Promise<Outcome<Pieces>>;
}

/** Quasi-industrial land through all editions. */
export function historyOf(signal: AbortSignal): Promise<Outcome<History>> {
  return outcomeOf(api.GET('/api/v1/ledger/history', { signal }));
}

/** How the quasi-industrial land of the earliest edition was used, survey by survey. */
export function landUse(signal: AbortSignal): Promise<Outcome<LandUse>> {
  return outcomeOf(api.GET('/api/v1/ledger/land-use', { signal }));
}

/** What may open in quasi-industrial land and hardly anywhere else. */
export function onlyIn(signal: AbortSignal): Promise<Outcome<OnlyIn>> {
  return outcomeOf(api.GET('/api/v1/ledger/uses', { signal }));
}

export function linkTo(pair: Pair, format: 'csv' | 'geojson' | 'json'): string {
  return `/api/v1/ledger?${new URLSearchParams({ before: pair.before, after: pair.after, tolerance_m: pair.tolerance, format })}`;
}

function query({ before, after, tolerance }: Pair) {
  return { before, after, tolerance_m: Number(tolerance) };
}
