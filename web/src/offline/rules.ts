/** What the service worker does with a request, and what it keeps. Pure; `worker.ts` does it. */

/**
 * - `page`: the network's, else the shell as it was last built;
 * - `asset`: its name holds a hash, so the kept one is the right one;
 * - `answer`, `tile`, `photo`: the network's, else as last seen;
 * - `file`: the network's, else the shell's;
 * - `pass`: none of our business.
 */
export type Way = 'page' | 'asset' | 'answer' | 'tile' | 'photo' | 'file' | 'pass';

export interface Asked {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
}

export function wayOf({ method, mode, url }: Asked, origin: string): Way {
  const { origin: host, pathname } = new URL(url);
  if (method !== 'GET' || host !== origin) return 'pass';
  // An answer that never ends cannot be kept.
  if (pathname === '/api/v1/events') return 'pass';
  // What is somebody's own is kept nowhere.
  if (/^\/api\/v1\/(account|offers|review)(\/|$)/.test(pathname)) return 'pass';
  if (pathname.startsWith('/api/v1/')) return 'answer';
  if (pathname.startsWith('/tiles/')) return 'tile';
  if (pathname.startsWith('/photos/')) return 'photo';
  if (/^\/(api|healthz|readyz)(\/|$)/.test(pathname)) return 'pass';
  // These need the server: the map's page must not stand in for them.
  if (/^\/(ledger|offer|moderate|account|vacant)(\/|$)/.test(pathname)) return 'pass';
  if (mode === 'navigate') return 'page';
  return pathname.startsWith('/assets/') ? 'asset' : 'file';
}

/** Something kept, and when. */
export interface Entry {
  readonly url: string;
  readonly keptAt: number;
  readonly bytes: number;
}

export interface Bound {
  readonly entries: number;
  readonly bytes: number;
}

export const bounds = {
  answer: { entries: 120, bytes: 8_000_000 },
  tile: { entries: 300, bytes: 12_000_000 },
  photo: { entries: 60, bytes: 8_000_000 },
  asset: { entries: 160, bytes: 16_000_000 },
} as const satisfies Partial<Record<Way, Bound>>;

/** What must go so that the newest stay within the bound. */
export function surplus(entries: readonly Entry[], bound: Bound): string[] {
  let bytes = 0;
  return [...entries]
    .sort((a, b) => b.keptAt - a.keptAt)
    .filter((entry, place) => {
      bytes += entry.bytes;
      return place >= bound.entries || bytes > bound.bytes;
    })
    .map((entry) => entry.url);
}

/**
 * The kept search that may stand in for one never asked before: the same in everything but the frame of
 * the map, which differs by a hair each time; the newest of them. Anything else has no stand-in: an answer
 * to another question would be a lie.
 */
export function standIn(wanted: string, kept: readonly Entry[]): string | null {
  const question = withoutFrame(wanted);
  if (question === null) return null;
  const fitting = kept.filter((entry) => withoutFrame(entry.url) === question);
  return fitting.sort((a, b) => b.keptAt - a.keptAt)[0]?.url ?? null;
}

function withoutFrame(text: string): string | null {
  const url = new URL(text);
  if (url.pathname !== '/api/v1/listings' || !url.searchParams.has('bbox')) return null;
  url.searchParams.delete('bbox');
  url.searchParams.sort();
  return url.href;
}

/** The shells to forget, oldest first: this build's and the one before stay, for pages still running. */
export function oldShells(names: readonly string[], own: string): string[] {
  const others = names.filter((name) => name.startsWith(shellPrefix) && name !== own);
  return others.slice(0, -1);
}

export const shellPrefix = 'machikado-shell-';

/** The header by which an answer says that it is kept, and since when: milliseconds since 1970. */
export const keptAtHeader = 'x-kept-at';
