/**
 * Which of several values is best, when some are known only in part. Pure.
 *
 * A value is a range of what it may be; one is best only if it is so whatever the others turn out to be.
 * What is not stated at all takes no part.
 */
import type { ListingBody } from '../api/client';

/** From the least to the most it may be. */
export type Range = readonly [least: number, most: number];

export const exactly = (value: number): Range => [value, value];

/** The places of the lowest: none where fewer than two are known or all are equal. */
export function lowest(values: readonly (Range | null)[]): ReadonlySet<number> {
  const known = values.flatMap((range, place) => (range === null ? [] : [{ range, place }]));
  const best = known.filter(({ range, place }) =>
    known.every((other) => other.place === place || range[1] <= other.range[0]),
  );
  return known.length < 2 || best.length === known.length
    ? new Set()
    : new Set(best.map(({ place }) => place));
}

export function highest(values: readonly (Range | null)[]): ReadonlySet<number> {
  return lowest(values.map((range) => (range === null ? null : [-range[1], -range[0]])));
}

/** Consumption tax on the rent of premises, in parts of the rent without it. */
const consumptionTax = 0.1;

/** Rent with tax: where the listing does not say, it may be either. */
export function withTax(yen: number, tax: ListingBody['terms']['tax']): Range {
  const more = Math.round(yen * (1 + consumptionTax));
  switch (tax) {
    case 'included':
    case 'exempt':
      return [yen, yen];
    case 'excluded':
      return [more, more];
    case 'unstated':
      return [yen, more];
  }
}
