/** Starts the service worker, and tells it what the page had fetched before it came. */
import { session } from '../explore/session.svelte';
import { areaParameters } from '../state/area';
import { hidingParameters } from '../state/business';
import { filterParameters } from '../state/filter';
import { navigation } from '../state/navigation.svelte';

const hourMs = 3_600_000;

/** `outdated` is told when a newer build takes over while this page is open. */
export async function keepForOffline(outdated: () => void): Promise<void> {
  const { serviceWorker } = navigator;
  // Missing where the page came without TLS, or where it is switched off.
  if (serviceWorker === undefined || import.meta.env.DEV) return;
  let first = serviceWorker.controller === null;
  const taken = async () => {
    if (!first) return outdated();
    first = false;
    navigator.serviceWorker.controller?.postMessage({ keep: [...(await tiles()), ...fetched()] });
  };
  serviceWorker.addEventListener('controllerchange', taken);
  try {
    const registration = await serviceWorker.register('/sw.js', { updateViaCache: 'none' });
    let asked = Date.now();
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'visible' || Date.now() - asked < hourMs) return;
      asked = Date.now();
      void registration.update().catch(() => undefined);
    });
  } catch {
    // Without a worker the page works as before, with the server only.
  }
}

async function tiles(): Promise<string[]> {
  const { map } = session;
  if (map === null) return [];
  const { tilesSeen } = await import('./tiles');
  const { area, filter, business } = navigation.view;
  return tilesSeen({
    box: map.visibleBox(),
    zoom: map.camera().zoom,
    origin: location.origin,
    filter: [...areaParameters(area), ...filterParameters(filter), ...hidingParameters(business)],
  });
}

function fetched(): string[] {
  const names = performance.getEntriesByType('resource').map((entry) => entry.name);
  return [...new Set(names)].filter((name) => name.startsWith(location.origin));
}
