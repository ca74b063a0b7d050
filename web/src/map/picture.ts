/** A still picture of the map for paper: made by a map of its own, out of sight, always by day. */
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { LonLat } from '../state/view';
import { drawMissingImages } from './images';
import { tileSources } from './layers';
import type { StyleState } from './style/state';
import { styleOf } from './style/style';

setWorkerUrl(workerUrl);

export interface Wanted {
  readonly style: StyleState;
  readonly at: LonLat;
  readonly zoom: number;
  /** In CSS pixels; the picture has twice as many. */
  readonly width: number;
  readonly height: number;
  /** What is marked; other premises are left out. */
  readonly marked: GeoJSON.FeatureCollection;
}

/** A `data:` URL, or `null` where no map can be drawn within the patience of one who wants to print. */
export async function pictureOf(wanted: Wanted, patienceMs: number): Promise<string | null> {
  const frame = document.createElement('div');
  frame.setAttribute('aria-hidden', 'true');
  frame.inert = true;
  Object.assign(frame.style, {
    position: 'fixed',
    left: '-9999px',
    width: `${wanted.width}px`,
    height: `${wanted.height}px`,
  });
  document.body.append(frame);
  let map: MapLibreMap | null = null;
  try {
    const style = styleOf(wanted.style, wanted.marked);
    const others = 'offer' satisfies keyof typeof tileSources;
    map = new MapLibreMap({
      container: frame,
      style: {
        ...style,
        layers: style.layers.filter((layer) => !('source' in layer) || layer.source !== others),
      },
      center: [wanted.at.lon, wanted.at.lat],
      zoom: wanted.zoom,
      interactive: false,
      attributionControl: false,
      fadeDuration: 0,
      pixelRatio: 2,
      localIdeographFontFamily: false,
      canvasContextAttributes: { preserveDrawingBuffer: true },
    });
    const stop = drawMissingImages(map, () => null);
    const drawn = map;
    const done = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(drawn.loaded()), patienceMs);
      drawn.once('idle', () => {
        clearTimeout(timer);
        resolve(true);
      });
    });
    stop();
    return done ? map.getCanvas().toDataURL('image/png') : null;
  } catch {
    return null;
  } finally {
    map?.remove();
    frame.remove();
  }
}
