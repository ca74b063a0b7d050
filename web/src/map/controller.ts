/**
 * The one place that drives MapLibre: applies the style, reports the camera and what a person
 * points at. Each listener added in the constructor is removed in `remove`.
 */
import {
  type GeoJSONSource,
  type MapGeoJSONFeature,
  Map as MapLibreMap,
  type MapMouseEvent,
  type PaddingOptions,
  ScaleControl,
  type StyleSpecification,
  setWorkerUrl,
  type VectorTileSource,
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { idText } from '../api/ids';
import type { Box, Camera, LonLat } from '../state/view';
import type { Drawing } from './canvas';
import { maxZoom, minZoom } from './frame';
import { drawMissingImages } from './images';
import { layerIds, listingLayerIds, pickedSource, streetLayerIds, type TileSource } from './layers';
import type { StyleState } from './style/state';
import { styleOf, tilesUrl } from './style/style';

setWorkerUrl(workerUrl);

/** What a click means. */
export type Pointed =
  | { readonly is: 'listing'; readonly id: string }
  | { readonly is: 'street'; readonly id: string }
  | { readonly is: 'place'; readonly at: LonLat };

export interface MapEvents {
  /** While the map moves, at most every few frames. */
  moving(): void;
  /** When it has come to rest. */
  moved(camera: Camera): void;
  /** When everything in view is on the screen. */
  drawn(): void;
  pointed(at: Pointed): void;
  /** The listing under the pointer, or `null`. */
  hovered(id: string | null): void;
}

/** Another look over the style, as while a business is chosen; its sources stay as they are. */
export interface Dress {
  over(style: StyleSpecification): StyleSpecification;
  /** The pictures it names; `null` for a name that is not its own. */
  draw(image: string): Drawing | null;
}

export interface Start {
  readonly camera: Camera;
  readonly inset: PaddingOptions;
  readonly style: StyleState;
  readonly label: string;
}

const touchSlack = 8;

type Bounds = [number, number, number, number];

export class MapController {
  readonly #map: MapLibreMap;
  readonly #events: MapEvents;
  #style: StyleState;
  #dress: Dress | null = null;
  #picked: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };
  #hovered: string | null = null;
  #inset: PaddingOptions;
  /** True while somebody draws: pointers are theirs, and what they draw outlives a change of style. */
  #lent = false;
  readonly #undo: (() => void)[] = [];

  constructor(container: HTMLElement, start: Start, events: MapEvents) {
    this.#events = events;
    this.#style = start.style;
    this.#inset = start.inset;
    this.#map = new MapLibreMap({
      container,
      style: styleOf(start.style),
      center: [start.camera.lon, start.camera.lat],
      zoom: start.camera.zoom,
      maxZoom,
      minZoom,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      localIdeographFontFamily: false,
      fadeDuration: 150,
      locale: { 'Map.Title': start.label },
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.setPadding(start.inset);
    this.look(start.camera);
    this.#map.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-right');
    this.#undo.push(drawMissingImages(this.#map, (id) => this.#dress?.draw(id) ?? null));
    this.#listen();
  }

  #listen() {
    const map = this.#map;
    const moving = () => this.#events.moving();
    const moved = () => this.#events.moved(this.camera());
    const click = (event: MapMouseEvent) => this.#click(event);
    const move = (event: MapMouseEvent) => this.#pointerMoved(event);
    const leave = () => this.#hover(null);
    const drawn = () => this.#events.drawn();
    const subscriptions = [
      map.on('move', moving),
      map.on('moveend', moved),
      map.on('click', click),
      map.on('mousemove', move),
      map.on('mouseout', leave),
      map.on('idle', drawn),
    ];
    this.#undo.push(() => {
      for (const subscription of subscriptions) subscription.unsubscribe();
    });
  }

  remove() {
    for (const undo of this.#undo.splice(0).reverse()) undo();
    this.#map.remove();
  }

  camera(): Camera {
    const { lng, lat } = this.#map.getCenter();
    return { lon: lng, lat, zoom: this.#map.getZoom() };
  }

  /** The part of the ground that panels do not cover. */
  visibleBox(): Box {
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
    const { top = 0, right = 0, bottom = 0, left = 0 } = this.#inset;
    const southWest = this.#map.unproject([left, Math.max(height - bottom, top + 1)]);
    const northEast = this.#map.unproject([Math.max(width - right, left + 1), top]);
    return [southWest.lng, southWest.lat, northEast.lng, northEast.lat];
  }

  /** Applies a style; a change of filter alone touches the premises only. */
  apply(next: StyleState) {
    const before = this.#style;
    this.#style = next;
    const rest = (state: StyleState) => JSON.stringify({ ...state, filter: null });
    if (rest(before) !== rest(next)) {
      this.#restyle();
      return;
    }
    const url = tilesUrl(next, 'offer');
    if (url !== tilesUrl(before, 'offer')) {
      this.#map.getSource<VectorTileSource>('offer' satisfies TileSource)?.setTiles([url]);
    }
  }

  /** Puts on another look, or takes it off; keeps every tile. Settles when the next frame is drawn. */
  async dress(dress: Dress | null): Promise<void> {
    if (dress === null && this.#dress === null) return;
    this.#dress = dress;
    this.#restyle();
    await this.#map.once('render');
  }

  #restyle() {
    const style = styleOf(this.#style, this.#picked);
    this.#map.setStyle(this.#dress?.over(style) ?? style, {
      diff: true,
      ...(this.#lent ? { transformStyle: keepingDrawing } : {}),
    });
  }

  /** Fetches a source's tiles anew; those that did not change cost a 304. */
  refresh(source: TileSource) {
    if (this.#map.getSource(source) !== undefined) this.#map.refreshTiles(source);
  }

  /** Raises what is chosen or pointed at. */
  pick(picked: GeoJSON.FeatureCollection) {
    if (picked.features.length === 0 && this.#picked.features.length === 0) return;
    this.#picked = picked;
    this.#map.getSource<GeoJSONSource>(pickedSource)?.setData(picked);
  }

  /** Tells how much of the map is covered, so that its middle is the middle of what is seen. */
  inset(inset: PaddingOptions, animate: boolean) {
    // An animation from and to the same place draws a dozen frames all the same.
    const same = (['top', 'right', 'bottom', 'left'] as const).every(
      (edge) => inset[edge] === this.#inset[edge],
    );
    this.#inset = inset;
    if (same) return;
    if (animate) this.#map.easeTo({ padding: inset, duration: 200 });
    else this.#map.setPadding(inset);
  }

  resize() {
    this.#map.resize();
  }

  look(camera: Camera) {
    this.#map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom });
  }

  /** Goes to a place, at least so close; stays where it is if the place is seen well already. */
  visit(at: LonLat, zoom: number) {
    const [west, south, east, north] = this.visibleBox();
    const margin = 0.08;
    const [dx, dy] = [(east - west) * margin, (north - south) * margin];
    const inView = at.lon > west + dx && at.lon < east - dx && at.lat > south + dy && at.lat < north - dy;
    if (inView && this.#map.getZoom() >= zoom) return;
    this.#map.easeTo({ center: [at.lon, at.lat], zoom: Math.max(this.#map.getZoom(), zoom), duration: 250 });
  }

  fit(box: Box, maxZoom: number) {
    this.#map.fitBounds([...box] as Bounds, {
      padding: 48,
      maxZoom,
      duration: 250,
    });
  }

  zoomBy(levels: number) {
    this.#map.zoomTo(this.#map.getZoom() + levels, { duration: 200 });
  }

  /** How many marks of premises, rings included, are on the screen. */
  marks(): number {
    const layers = listingLayerIds.filter((layer) => this.#map.getLayer(layer) !== undefined);
    return layers.length === 0 ? 0 : this.#map.queryRenderedFeatures({ layers }).length;
  }

  relabel(label: string) {
    this.#map.getCanvas().setAttribute('aria-label', label);
  }

  /** Lends the map to who draws on it, until it is taken back. */
  lend(): MapLibreMap {
    this.#lent = true;
    this.#hover(null);
    return this.#map;
  }

  takeBack() {
    this.#lent = false;
    this.#map.getCanvas().style.cursor = '';
  }

  #click(event: MapMouseEvent) {
    if (this.#lent) return;
    const listing = this.#under(event, [layerIds.picked, ...listingLayerIds], touchSlack);
    if (listing !== undefined) {
      if (listing.properties.count !== undefined) this.#openCluster(listing);
      else this.#point('listing', listing);
      return;
    }
    const street = this.#map.getZoom() >= 13 ? this.#under(event, streetLayerIds, 3) : undefined;
    if (street !== undefined) this.#point('street', street);
    else this.#events.pointed({ is: 'place', at: { lon: event.lngLat.lng, lat: event.lngLat.lat } });
  }

  #point(is: 'listing' | 'street', feature: MapGeoJSONFeature) {
    const id = textId(feature);
    if (id !== null) this.#events.pointed({ is, id });
  }

  #openCluster(cluster: MapGeoJSONFeature) {
    if (cluster.geometry.type !== 'Point') return;
    const [lon = 0, lat = 0] = cluster.geometry.coordinates;
    const zoom = Math.min(this.#map.getZoom() + 2, 17);
    this.#map.easeTo({ center: [lon, lat], zoom, duration: 250 });
  }

  #pointerMoved(event: MapMouseEvent) {
    if (this.#lent || this.#map.isMoving()) return;
    const feature = this.#under(event, [layerIds.picked, ...listingLayerIds, ...streetLayerIds], 2);
    this.#map.getCanvas().style.cursor = feature === undefined ? '' : 'pointer';
    const isListing =
      feature !== undefined && feature.source !== 'plan' && feature.properties.count === undefined;
    this.#hover(isListing ? textId(feature) : null);
  }

  #hover(id: string | null) {
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.#events.hovered(id);
  }

  #under(event: MapMouseEvent, layers: readonly string[], slack: number): MapGeoJSONFeature | undefined {
    const there = layers.filter((layer) => this.#map.getLayer(layer) !== undefined);
    if (there.length === 0) return undefined;
    const { x, y } = event.point;
    const exact = this.#map.queryRenderedFeatures([x, y], { layers: there });
    if (exact[0] !== undefined) return exact[0];
    const box: [[number, number], [number, number]] = [
      [x - slack, y - slack],
      [x + slack, y + slack],
    ];
    return this.#map.queryRenderedFeatures(box, { layers: there })[0];
  }
}

/** The next style with the sources and layers of a drawing, which no style of ours knows. */
function keepingDrawing(
  before: StyleSpecification | undefined,
  next: StyleSpecification,
): StyleSpecification {
  if (before === undefined) return next;
  const drawn = (id: string) => id.startsWith('td-');
  const sources = Object.entries(before.sources).filter(([id]) => drawn(id));
  return {
    ...next,
    sources: { ...next.sources, ...Object.fromEntries(sources) },
    layers: [...next.layers, ...before.layers.filter(({ id }) => drawn(id))],
  };
}

/** A feature's id as text: from our own GeoJSON as a property, from tiles as bits. */
function textId(feature: MapGeoJSONFeature): string | null {
  const own: unknown = feature.properties.id;
  return typeof own === 'string' ? own : idText(feature.id);
}
