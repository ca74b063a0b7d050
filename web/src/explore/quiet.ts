/**
 * How a list takes in fresh answers without moving what is being read: what is shown keeps its
 * place, what ended is marked, and what is new waits until it is asked for.
 */
import type { ListingSummary, SearchAnswer } from '../api/client';

export interface Shown {
  readonly summary: ListingSummary;
  readonly state: 'current' | 'ended';
}

export interface Quiet {
  readonly shown: readonly Shown[];
  /** How many of the fresh are not shown yet. */
  readonly arrivals: number;
}

export function quietly(shown: readonly Shown[], fresh: SearchAnswer): Quiet {
  const byId = new Map(fresh.items.map((item) => [item.id, item]));
  const complete = fresh.next === null;
  const known = new Set(shown.map(({ summary }) => summary.id));
  return {
    shown: shown.map((row) => {
      const item = byId.get(row.summary.id);
      if (item !== undefined) return { summary: item, state: 'current' };
      // Beyond the page that was fetched a listing may simply have been pushed down.
      return complete ? { summary: row.summary, state: 'ended' } : row;
    }),
    arrivals: fresh.items.filter((item) => !known.has(item.id)).length,
  };
}
