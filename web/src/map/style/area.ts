/** The area looked in: everything outside steps back, its border stands out. */
import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { type Land, outsideOf } from '../../area/shape';
import { areaSource } from '../layers';
import type { Palette } from './palette';

/** What of an area the map shows: land, or towns and streets by their ids in tiles. */
export interface AreaShown {
  readonly land: Land | null;
  readonly towns: readonly number[];
  readonly streets: readonly number[];
}

export const noArea: AreaShown = { land: null, towns: [], streets: [] };

export function areaData({ land }: AreaShown): SourceSpecification {
  const feature = (part: string, geometry: GeoJSON.Geometry): GeoJSON.Feature => ({
    type: 'Feature',
    properties: { part },
    geometry,
  });
  const features = land === null ? [] : [feature('outside', outsideOf(land)), feature('inside', land)];
  return { type: 'geojson', data: { type: 'FeatureCollection', features } };
}

export function areaLayers(palette: Palette, { towns, streets }: AreaShown): LayerSpecification[] {
  const veil = { 'fill-color': palette.outside, 'fill-opacity': 0.62, 'fill-antialias': false };
  const border = { 'line-color': palette.accent, 'line-width': 2.5 };
  const among = (ids: readonly number[]): ExpressionSpecification => ['in', ['id'], ['literal', [...ids]]];
  const layers: LayerSpecification[] = [
    {
      id: 'area-outside',
      type: 'fill',
      source: areaSource,
      filter: ['==', ['get', 'part'], 'outside'],
      paint: veil,
    },
    {
      id: 'area-border',
      type: 'line',
      source: areaSource,
      filter: ['==', ['get', 'part'], 'inside'],
      paint: border,
    },
  ];
  if (towns.length > 0) {
    const tiles = { source: 'ground', 'source-layer': 'towns' };
    layers.push(
      { id: 'area-other-towns', type: 'fill', ...tiles, filter: ['!', among(towns)], paint: veil },
      { id: 'area-towns', type: 'line', ...tiles, filter: among(towns), paint: border },
    );
  }
  if (streets.length > 0) {
    layers.push({
      id: 'area-streets',
      type: 'line',
      source: 'plan',
      'source-layer': 'streets',
      filter: among(streets),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette.accent, 'line-width': 5, 'line-opacity': 0.7 },
    });
  }
  return layers;
}
