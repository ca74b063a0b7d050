/**
 * The premises a person keeps, as they are written on the device. Pure; `keeper.svelte.ts` does the writing.
 *
 * What is written carries its edition: a page older than what it finds must not write over it.
 */
import { type ListingKind, listingKinds, oneOf } from '../state/vocabulary';

/** A kept listing, with what is needed to name it after it has ended. */
export interface Kept {
  readonly id: string;
  /** Its last known headline; empty until the server has been asked. */
  readonly title: string;
  readonly kind: ListingKind;
  /** When it was kept, milliseconds since 1970. */
  readonly keptAt: number;
}

/** As many as one device keeps. */
export const mostKept = 200;
/** As many as fit side by side. */
export const mostCompared = 4;
export const idPattern = /^[0-9a-hjkmnp-tv-z]{11}$/;
const edition = 1;

export type Written =
  | { readonly is: 'readable'; readonly items: readonly Kept[] }
  /** A newer page wrote it: it may be neither read nor replaced. */
  | { readonly is: 'newer' };

export function readKept(text: string | null): Written {
  const whole = parsed(text) as { v?: unknown; items?: unknown } | null;
  if (typeof whole?.v === 'number' && whole.v > edition) return { is: 'newer' };
  const items = Array.isArray(whole?.items) ? whole.items.flatMap((item) => keptFrom(item) ?? []) : [];
  return { is: 'readable', items: distinct(items).slice(0, mostKept) };
}

export function writeKept(items: readonly Kept[]): string {
  return JSON.stringify({ v: edition, items });
}

/** Adds what is not there yet, newest first, as far as there is room. */
export function withMore(items: readonly Kept[], more: readonly Kept[]): readonly Kept[] {
  const known = new Set(items.map((item) => item.id));
  const fresh = distinct(more).filter((item) => !known.has(item.id));
  return [...fresh.slice(0, Math.max(0, mostKept - items.length)), ...items];
}

export function withoutOne(items: readonly Kept[], id: string): readonly Kept[] {
  return items.filter((item) => item.id !== id);
}

/** The ids a list in a URL names: well-formed, each once, no more than `most`. */
export function idsFrom(text: string | null, most: number): readonly string[] {
  const ids = (text ?? '').split(',').filter((id) => idPattern.test(id));
  return [...new Set(ids)].slice(0, most);
}

function distinct(items: readonly Kept[]): Kept[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

function keptFrom(item: unknown): Kept | null {
  const { id, title, kind, keptAt } = (item ?? {}) as Partial<Record<keyof Kept, unknown>>;
  if (typeof id !== 'string' || !idPattern.test(id)) return null;
  return {
    id,
    title: typeof title === 'string' ? title.slice(0, 200) : '',
    kind: oneOf(listingKinds, typeof kind === 'string' ? kind : null) ?? 'shop',
    keptAt: typeof keptAt === 'number' && Number.isFinite(keptAt) ? keptAt : 0,
  };
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
