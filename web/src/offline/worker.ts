/**
 * Keeps the application readable without the server: its shell by build, and what was last seen.
 *
 * A new build takes over at once, and pages of the build before go on running: the files they may still
 * fetch have a hash in their name and stay at hand. Nothing here is needed while the server answers.
 */
import {
  type Bound,
  bounds,
  type Entry,
  keptAtHeader,
  oldShells,
  shellPrefix,
  standIn,
  surplus,
  wayOf,
} from './rules';

declare const __BUILD__: string;
declare const __SHELL__: readonly string[];

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(response: Promise<Response>): void;
}
interface Told extends Lasting {
  readonly data: { readonly keep?: readonly string[] } | null;
}
interface Worker {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  readonly registration: { readonly navigationPreload?: { enable(): Promise<void> } };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listen: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listen: (event: Fetching) => void): void;
  addEventListener(type: 'message', listen: (event: Told) => void): void;
}
const worker = self as unknown as Worker;

type Kept = keyof typeof bounds;
const stores: Readonly<Record<Kept, string>> = {
  answer: 'machikado-answers',
  tile: 'machikado-tiles',
  photo: 'machikado-photos',
  asset: 'machikado-assets',
};
const shell = shellPrefix + __BUILD__;
/** Longer than this a person does not wait for a page that is at hand. */
const patienceMs = 4000;
const bytesHeader = 'x-bytes';
const largest = 1_500_000;
const trimEvery = 24;

worker.addEventListener('install', (event) => {
  // Names with a hash may come from what the browser holds; the others are asked for anew.
  const wanted = __SHELL__.map((path) =>
    path.startsWith('/assets/') ? path : new Request(path, { cache: 'reload' }),
  );
  const fetched = caches.open(shell).then((cache) => cache.addAll(wanted));
  event.waitUntil(fetched.then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  const tidy = async () => {
    for (const name of oldShells(await caches.keys(), shell)) await caches.delete(name);
    await worker.registration.navigationPreload?.enable();
    await worker.clients.claim();
  };
  event.waitUntil(tidy());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const way = wayOf(request, worker.location.origin);
  switch (way) {
    case 'pass':
      return;
    case 'page':
      event.respondWith(page(event));
      return;
    case 'asset':
      event.respondWith(asset(event));
      return;
    case 'file':
      event.respondWith(file(request));
      return;
    case 'answer':
    case 'tile':
    case 'photo':
      event.respondWith(lastSeen(event, way));
  }
});

// The first page was here before its worker: it says what it has fetched already.
worker.addEventListener('message', (event) => {
  const urls = event.data?.keep ?? [];
  const fetchAll = async () => {
    for (const url of urls) {
      const way = wayOf({ method: 'GET', mode: 'cors', url }, worker.location.origin);
      if (!(way in bounds)) continue;
      const response = await fetch(url, { headers: way === 'answer' ? { accept: 'application/json' } : {} });
      if (response.ok) await keep(way as Kept, new Request(url), response);
    }
  };
  event.waitUntil(fetchAll().catch(() => undefined));
});

async function page(event: Fetching): Promise<Response> {
  const fresh = async () => {
    const response = (await event.preloadResponse) ?? (await fetch(event.request));
    if (unreachable(response)) throw new Error('the server cannot be reached');
    return response;
  };
  const network = fresh();
  // Heard here, so that a failure after the patience is over is not one nobody listens to.
  network.catch(() => undefined);
  const kept = await caches.open(shell).then((cache) => cache.match('/'));
  if (kept === undefined) return network;
  const patience = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), patienceMs));
  return Promise.race([network, patience]).catch(() => kept);
}

async function asset(event: Fetching): Promise<Response> {
  const kept = await caches.match(event.request);
  if (kept !== undefined) return kept;
  const response = await fetch(event.request);
  if (response.ok) event.waitUntil(keep('asset', event.request, response.clone()));
  return response;
}

async function file(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (cause) {
    const kept = await caches.match(request);
    if (kept === undefined) throw cause;
    return kept;
  }
}

async function lastSeen(event: Fetching, what: Kept): Promise<Response> {
  const { request } = event;
  let response: Response;
  try {
    response = await fetch(request);
  } catch (cause) {
    const kept = await seen(request, what);
    if (kept === undefined) throw cause;
    return kept;
  }
  if (unreachable(response)) return (await seen(request, what)) ?? response;
  if (response.ok) event.waitUntil(keep(what, request, response.clone()));
  // What has ended must not come back when the network goes.
  else if (response.status === 404 || response.status === 410) {
    event.waitUntil(caches.open(stores[what]).then((cache) => cache.delete(request, asWritten)));
  }
  return response;
}

/** The same address is the same question: this application asks each in one form only. */
const asWritten = { ignoreVary: true };

async function seen(request: Request, what: Kept): Promise<Response | undefined> {
  const cache = await caches.open(stores[what]);
  const exact = await cache.match(request, asWritten);
  if (exact !== undefined || what !== 'answer') return exact;
  const other = standIn(request.url, await entriesOf(cache));
  return other === null ? undefined : cache.match(other, asWritten);
}

let sinceTrim = 0;

async function keep(what: Kept, request: Request, response: Response): Promise<void> {
  if (response.status !== 200 || response.type === 'opaque') return;
  const body = await response.arrayBuffer();
  if (body.byteLength > largest) return;
  const headers = new Headers(response.headers);
  headers.set(keptAtHeader, String(Date.now()));
  headers.set(bytesHeader, String(body.byteLength));
  // The body is unpacked already.
  headers.delete('content-encoding');
  headers.delete('content-length');
  const cache = await caches.open(stores[what]);
  await cache.put(request, new Response(body, { status: 200, headers }));
  sinceTrim += 1;
  if (sinceTrim < trimEvery) return;
  sinceTrim = 0;
  for (const one of Object.keys(bounds) as Kept[]) await trim(one, bounds[one]);
}

async function trim(what: Kept, bound: Bound): Promise<void> {
  const cache = await caches.open(stores[what]);
  for (const url of surplus(await entriesOf(cache), bound)) await cache.delete(url, asWritten);
}

async function entriesOf(cache: Cache): Promise<Entry[]> {
  const entries = await Promise.all(
    (await cache.keys()).map(async ({ url }): Promise<Entry[]> => {
      const kept = await cache.match(url, asWritten);
      if (kept === undefined) return [];
      return [
        {
          url,
          keptAt: Number(kept.headers.get(keptAtHeader)),
          bytes: Number(kept.headers.get(bytesHeader)),
        },
      ];
    }),
  );
  return entries.flat();
}

/** What a gateway says when the server behind it is not there. */
function unreachable(response: Response): boolean {
  return response.status === 502 || response.status === 503 || response.status === 504;
}
