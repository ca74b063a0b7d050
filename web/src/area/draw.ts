/** Drawing a polygon or circle on the map, and changing it afterwards. The one importer of terra-draw. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import {
  type GeoJSONStoreFeatures,
  type HexColor,
  TerraDraw,
  TerraDrawCircleMode,
  TerraDrawModeUndoRedo,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { type Area, mostCorners } from '../state/area';
import type { LonLat } from '../state/view';
import { crossesItself, landOf, metresBetween } from './shape';

/** Why a shape is not taken. */
export type Fault = 'crossed' | 'tooMany';
export type Drawn = Extract<Area, { is: 'polygon' | 'circle' }>;

export interface DrawEvents {
  /** A shape was closed, or changed after that. */
  drawn(area: Drawn): void;
  /** What is wrong with the shape as it is, or nothing. */
  fault(fault: Fault | null): void;
}

/** A finger is broader than a mouse. */
const reachPixels = 30;

export class Drawing {
  readonly #draw: TerraDraw;
  readonly #canvas: HTMLCanvasElement;

  constructor(map: MapLibreMap, colour: string, events: DrawEvents) {
    this.#canvas = map.getCanvas();
    const hex = colour as HexColor;
    const outline = { fillColor: hex, fillOpacity: 0.12, outlineColor: hex, outlineWidth: 3 };
    const handles = {
      selectedPolygonColor: hex,
      selectedPolygonFillOpacity: 0.12,
      selectedPolygonOutlineColor: hex,
    };
    const points = { selectionPointColor: hex, selectionPointWidth: 8, midPointColor: hex, midPointWidth: 5 };
    const validation = (feature: GeoJSONStoreFeatures, { updateType }: { updateType: string }) => {
      const fault = updateType === 'provisional' ? null : faultOf(feature);
      if (updateType !== 'provisional') events.fault(fault);
      return { valid: fault === null };
    };
    this.#draw = new TerraDraw({
      adapter: new TerraDrawMapLibreGLAdapter({ map }),
      undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
      modes: [
        new TerraDrawPolygonMode({
          styles: { ...outline, closingPointColor: hex, closingPointWidth: 8 },
          pointerDistance: reachPixels,
          validation,
        }),
        new TerraDrawCircleMode({ styles: outline, drawInteraction: 'click-move-or-drag' }),
        new TerraDrawSelectMode({
          styles: { ...handles, ...points },
          pointerDistance: reachPixels,
          allowManualDeselection: false,
          flags: {
            polygon: {
              feature: {
                draggable: true,
                validation,
                coordinates: { draggable: true, midpoints: true, deletable: true },
              },
            },
            circle: { feature: { draggable: true, coordinates: { resizable: 'center-fixed' } } },
          },
        }),
      ],
    });
    this.#draw.start();
    this.#draw.on('finish', (id, { action }) => {
      const area = areaOf(this.#draw.getSnapshotFeature(id));
      if (area === null) return;
      events.drawn(area);
      if (action === 'draw') this.#draw.selectFeature(id);
    });
  }

  begin(shape: 'polygon' | 'circle') {
    this.#draw.setMode(shape);
  }

  /** Takes up a shape to change it. */
  edit(area: Drawn) {
    const land = landOf(area);
    if (land?.type !== 'Polygon') return;
    const rounded = land.coordinates.map((ring) =>
      ring.map(([lon = 0, lat = 0]) => [Number(lon.toFixed(9)), Number(lat.toFixed(9))]),
    );
    const id = this.#draw.getFeatureId();
    const properties =
      area.is === 'circle' ? { mode: 'circle', radiusKilometers: area.metres / 1000 } : { mode: 'polygon' };
    this.#draw.addFeatures([
      { id, type: 'Feature', geometry: { type: 'Polygon', coordinates: rounded }, properties },
    ]);
    if (this.#draw.hasFeature(id)) this.#draw.selectFeature(id);
  }

  undo(): boolean {
    return this.#draw.undo();
  }

  /** Closes the shape as the key for it would, for those who have none at hand. */
  close() {
    this.#canvas.dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter' }));
  }

  stop() {
    this.#draw.stop();
  }
}

function cornersOf({ geometry }: GeoJSONStoreFeatures): LonLat[] {
  if (geometry.type !== 'Polygon') return [];
  const ring = (geometry.coordinates[0] ?? []).slice(0, -1).map(([lon = 0, lat = 0]) => ({ lon, lat }));
  // The corner under the pointer may still lie on the one before.
  return ring.filter((corner, i) => corner.lon !== ring[i - 1]?.lon || corner.lat !== ring[i - 1]?.lat);
}

function faultOf(feature: GeoJSONStoreFeatures): Fault | null {
  const corners = cornersOf(feature);
  if (corners.length > mostCorners) return 'tooMany';
  return crossesItself(corners) ? 'crossed' : null;
}

function areaOf(feature: GeoJSONStoreFeatures | undefined): Drawn | null {
  if (feature === undefined) return null;
  const corners = cornersOf(feature);
  if (corners.length < 3) return null;
  if (feature.properties.mode !== 'circle') return { is: 'polygon', corners };
  const [lons, lats] = [corners.map(({ lon }) => lon), corners.map(({ lat }) => lat)];
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const centre = { lon: middle(lons), lat: middle(lats) };
  return { is: 'circle', centre, metres: metresBetween(centre, { lon: Math.max(...lons), lat: centre.lat }) };
}
