/** Two maps of one place, moved together: the only place of this page that drives MapLibre. */
import { Map as MapLibreMap, type MapMouseEvent, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { maxZoom, minZoom } from '../map/frame';
import { drawMissingImages } from '../map/images';
import type { Box } from '../state/view';
import { changeFill, type Side, sideStyle } from './style';

setWorkerUrl(workerUrl);

const margin = 40;
const closest = 16.5;

export interface Sides {
  readonly before: Side;
  readonly after: Side;
}

export interface Wishes {
  readonly bounds: Box;
  /** What the maps before and after are called. */
  readonly labels: readonly [string, string];
  pointed(piece: number | null): void;
  /** When both show all there is in view. */
  drawn(): void;
}

export class SwipeMaps {
  readonly #maps: readonly [MapLibreMap, MapLibreMap];
  readonly #undo: (() => void)[] = [];
  #leading = false;

  constructor(frames: readonly [HTMLElement, HTMLElement], sides: Sides, wishes: Wishes) {
    const [west, south, east, north] = wishes.bounds;
    const make = (container: HTMLElement, side: Side, label: string) => {
      const map = new MapLibreMap({
        container,
        style: sideStyle(side),
        bounds: [west, south, east, north],
        fitBoundsOptions: { padding: margin },
        maxZoom,
        minZoom,
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        cooperativeGestures: false,
        localIdeographFontFamily: false,
        // Paper takes what is on the canvas.
        canvasContextAttributes: { preserveDrawingBuffer: true },
        locale: { 'Map.Title': label },
      });
      map.touchZoomRotate.disableRotation();
      map.keyboard.disableRotation();
      this.#undo.push(drawMissingImages(map, () => null));
      return map;
    };
    this.#maps = [
      make(frames[0], sides.before, wishes.labels[0]),
      make(frames[1], sides.after, wishes.labels[1]),
    ];
    this.#maps[0].addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-left');
    const [one, two] = this.#maps;
    this.#follow(one, two);
    this.#follow(two, one);
    for (const map of this.#maps) this.#listen(map, wishes);
  }

  /** What one map does the other does. */
  #follow(leader: MapLibreMap, follower: MapLibreMap) {
    const moved = leader.on('move', () => {
      if (this.#leading) return;
      this.#leading = true;
      follower.jumpTo({ center: leader.getCenter(), zoom: leader.getZoom() });
      this.#leading = false;
    });
    this.#undo.push(() => moved.unsubscribe());
  }

  #listen(map: MapLibreMap, wishes: Wishes) {
    const at = ({ point }: MapMouseEvent) => {
      const [found] = map.queryRenderedFeatures(point, { layers: [changeFill, 'change-spot'] });
      const number = found?.properties.number;
      return typeof number === 'number' ? number : null;
    };
    const subscriptions = [
      map.on('click', (event) => wishes.pointed(at(event))),
      map.on('mousemove', (event) => {
        map.getCanvas().style.cursor = at(event) === null ? '' : 'pointer';
      }),
      map.on('idle', () => {
        if (this.#maps.every((each) => each.loaded())) wishes.drawn();
      }),
    ];
    this.#undo.push(() => {
      for (const subscription of subscriptions) subscription.unsubscribe();
    });
  }

  show({ before, after }: Sides) {
    this.#maps[0].setStyle(sideStyle(before));
    this.#maps[1].setStyle(sideStyle(after));
  }

  fit([west, south, east, north]: Box, instantly: boolean) {
    this.#maps[0].fitBounds([west, south, east, north], {
      padding: margin * 2,
      maxZoom: closest,
      animate: !instantly,
    });
  }

  resize() {
    for (const map of this.#maps) map.resize();
  }

  /** What each map shows now, as `data:` URLs. */
  pictures(): [string, string] {
    const [one, two] = this.#maps.map((map) => map.getCanvas().toDataURL('image/png'));
    return [one ?? '', two ?? ''];
  }

  remove() {
    for (const undo of this.#undo.splice(0).reverse()) undo();
    for (const map of this.#maps) map.remove();
  }
}
