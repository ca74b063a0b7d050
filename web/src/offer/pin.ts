/** A small map with one pin that can be moved: the only place of these pages that drives MapLibre. */
import { Map as MapLibreMap, Marker, NavigationControl, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { maxZoom, minZoom } from '../map/frame';
import { drawMissingImages } from '../map/images';
import type { TileSource, tileSources } from '../map/layers';
import type { Scheme } from '../map/style/palette';
import { styleOf } from '../map/style/style';
import type { Box, LonLat } from '../state/view';
import type { Language } from '../state/vocabulary';

setWorkerUrl(workerUrl);

const close = 17;
/** One press of an arrow key, pixels. */
const stride = 8;

export interface Look {
  readonly scheme: Scheme;
  readonly language: Language;
}

export interface Wishes {
  readonly bounds: Box;
  readonly at: LonLat | null;
  readonly label: string;
  readonly pinLabel: string;
  /** `null` where the pin stays. */
  readonly moved: ((at: LonLat) => void) | null;
  drawn(): void;
}

export class PinMap {
  readonly #map: MapLibreMap;
  readonly #pin: Marker;
  readonly #undo: (() => void)[] = [];
  #at: LonLat | null;

  constructor(container: HTMLElement, look: Look, wishes: Wishes) {
    const { bounds, at, moved } = wishes;
    const map = new MapLibreMap({
      container,
      style: style(look),
      ...(at === null
        ? { bounds: [bounds[0], bounds[1], bounds[2], bounds[3]] as [number, number, number, number] }
        : { center: [at.lon, at.lat] as [number, number], zoom: close }),
      maxZoom,
      minZoom,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      // A finger that scrolls the page is not caught by the map.
      cooperativeGestures: false,
      localIdeographFontFamily: false,
      locale: { 'Map.Title': wishes.label },
    });
    map.touchZoomRotate.disableRotation();
    map.addControl(new NavigationControl({ showCompass: false }), 'bottom-right');
    this.#map = map;
    this.#at = at;
    this.#undo.push(drawMissingImages(map, () => null));
    this.#pin = new Marker({ draggable: moved !== null, color: 'var(--accent)' });
    if (at !== null) this.#pin.setLngLat([at.lon, at.lat]).addTo(map);
    const element = this.#pin.getElement();
    element.setAttribute('aria-label', wishes.pinLabel);
    const idle = map.on('idle', () => wishes.drawn());
    this.#undo.push(() => idle.unsubscribe());
    if (moved === null) return;
    element.tabIndex = 0;
    element.setAttribute('role', 'button');
    const said = () => {
      const { lng, lat } = this.#pin.getLngLat();
      this.#at = { lon: lng, lat };
      moved(this.#at);
    };
    this.#pin.on('dragend', said);
    const clicked = map.on('click', ({ lngLat }) => {
      this.#pin.setLngLat(lngLat).addTo(map);
      said();
    });
    const pressed = (event: KeyboardEvent) => {
      const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      const from = map.project(this.#pin.getLngLat());
      this.#pin.setLngLat(
        map.unproject([from.x + (step[0] ?? 0) * stride, from.y + (step[1] ?? 0) * stride]),
      );
      said();
    };
    element.addEventListener('keydown', pressed);
    this.#undo.push(() => {
      clicked.unsubscribe();
      element.removeEventListener('keydown', pressed);
    });
  }

  show(look: Look) {
    this.#map.setStyle(style(look));
  }

  /** Puts the pin where it was chosen elsewhere, and shows it. */
  put(at: LonLat | null) {
    if (at === null || (at.lon === this.#at?.lon && at.lat === this.#at.lat)) return;
    this.#at = at;
    this.#pin.setLngLat([at.lon, at.lat]).addTo(this.#map);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#map.easeTo({
      center: [at.lon, at.lat],
      zoom: Math.max(this.#map.getZoom(), close),
      animate: !still,
    });
  }

  resize() {
    this.#map.resize();
  }

  remove() {
    for (const undo of this.#undo.splice(0).reverse()) undo();
    this.#pin.remove();
    this.#map.remove();
  }
}

/** The ground without other people's premises. */
function style({ scheme, language }: Look) {
  const whole = styleOf({
    scheme,
    language,
    origin: location.origin,
    hidden: [],
    basemap: { is: 'own' },
    area: { land: null, towns: [], streets: [] },
    filter: [],
    today: 0,
  });
  const offer = 'offer' satisfies TileSource & keyof typeof tileSources;
  const layers = whole.layers.filter((layer) => !('source' in layer) || layer.source !== offer);
  return { ...whole, layers };
}
