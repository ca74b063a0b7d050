/** Listens to the server's changes and tells which layers changed, at most twice a second. */
import type { components } from './schema';

/** Layers that a view may have to read again; blocks are asked for only while somebody types. */
export type ChangedLayer = Exclude<components['schemas']['Layer'], 'blocks'>;

const gatherMs = 500;

export interface ChangeListener {
  changed(layers: ReadonlySet<ChangedLayer>): void;
  /** The server answers again after it could not be reached. */
  recovered(): void;
}

/** Tells the listener of changes; returns the way to stop. The browser itself reconnects and resumes. */
export function followChanges(listener: ChangeListener): () => void {
  const source = new EventSource('/api/v1/events');
  let gathered = new Set<ChangedLayer>();
  let timer: ReturnType<typeof setTimeout> | null = null;

  const tell = () => {
    timer = null;
    const layers = gathered;
    gathered = new Set();
    listener.changed(layers);
  };
  let lost = false;
  const fail = () => {
    lost = true;
  };
  const open = () => {
    if (lost) listener.recovered();
    lost = false;
  };
  const gather = (event: MessageEvent<string>) => {
    const layer = layerOf(event.data);
    if (layer === null) return;
    gathered.add(layer);
    timer ??= setTimeout(tell, gatherMs);
  };

  source.addEventListener('change', gather);
  source.addEventListener('error', fail);
  source.addEventListener('open', open);
  return () => {
    source.removeEventListener('change', gather);
    source.removeEventListener('error', fail);
    source.removeEventListener('open', open);
    source.close();
    if (timer !== null) clearTimeout(timer);
  };
}

const layers: readonly ChangedLayer[] = [
  'zones',
  'streets',
  'stations',
  'towns',
  'boundaries',
  'basemap',
  'areas',
  'listings',
];

export function layerOf(data: string): ChangedLayer | null {
  try {
    const body: unknown = JSON.parse(data);
    const word = (body as { layer?: unknown } | null)?.layer;
    return layers.find((layer) => layer === word) ?? null;
  } catch {
    return null;
  }
}
