/** What the search box offers, in the order it is shown: suggestions by kind, each kind where its best stands. Pure. */
import type { Suggestion } from '../api/client';

export const offerKinds = ['station', 'town', 'street', 'address', 'use', 'listing'] as const;
export type OfferKind = (typeof offerKinds)[number];

export interface Offer extends Suggestion {
  readonly kind: OfferKind;
}

export interface OfferGroup {
  readonly kind: OfferKind;
  readonly offers: readonly Offer[];
}

/** A kind this page does not know yet is left out. */
export function known(items: readonly Suggestion[]): Offer[] {
  return items.filter((item): item is Offer => offerKinds.some((kind) => kind === item.kind));
}

export function grouped(offers: readonly Offer[]): OfferGroup[] {
  const kinds = [...new Set(offers.map(({ kind }) => kind))];
  return kinds.map((kind) => ({ kind, offers: offers.filter((offer) => offer.kind === kind) }));
}

/** A name in three parts, the middle one as typed. */
export function parts({ name, matched }: Pick<Offer, 'name' | 'matched'>): [string, string, string] {
  const [from = 0, to = 0] = matched ?? [];
  return [name.slice(0, from), name.slice(from, to), name.slice(to)];
}

export function keyOf({ kind, id, use, name }: Offer): string {
  return `${kind}:${id ?? use ?? ''}:${name}`;
}

/** The reading, and what tells it from others of its name. */
export function secondLine({ kana, detail, name }: Offer): string {
  return [kana === name ? null : kana, detail].filter((part) => part).join('・');
}
