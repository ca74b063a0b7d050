/** The map style: a pure function of state. Nothing here touches the map, the network or the clock. */
import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { Overlay } from '../../state/vocabulary';
import { areaSource, pickedSource, type TileSource, tileSources } from '../layers';
import { areaData, areaLayers } from './area';
import { groundAreas, groundBorders, groundLines, groundNames } from './basemap';
import { gsiVectorLayers } from './gsi';
import { listingMarks, pickedLines, pickedMarks } from './listings';
import { palettes } from './palette';
import type { StyleState } from './state';
import { stations, streetLines, streetNames, townNames } from './streets';
import { zoneAreas, zoneEdges, zoneNames } from './zones';

/** Tiles hold all detail from here on; closer views reuse them. */
export const deepest: Readonly<Record<TileSource, number>> = { ground: 16, plan: 16, offer: 17 };

const nothingPicked: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };

export function styleOf(state: StyleState, picked = nothingPicked): StyleSpecification {
  const palette = palettes[state.scheme];
  const shown = (overlay: Overlay) => (state.hidden.includes(overlay) ? 'none' : 'visible');
  const own = state.basemap.is === 'own';
  return {
    version: 8,
    sources: {
      ground: tileSource(state, 'ground'),
      plan: tileSource(state, 'plan'),
      offer: tileSource(state, 'offer'),
      [pickedSource]: { type: 'geojson', data: picked },
      [areaSource]: areaData(state.area),
      ...basemapSource(state),
      ...state.extra?.sources,
    },
    layers: [
      { id: 'outside', type: 'background', paint: { 'background-color': palette.outside } },
      ...(own ? groundAreas(palette) : basemapLayers(state)),
      ...zoneAreas(palette, state.scheme, shown('zones')),
      ...(own ? groundLines(palette) : []),
      ...zoneEdges(palette, shown('zones')),
      ...streetLines(palette, shown('streets')),
      ...groundBorders(palette, state.hidden.includes('towns') ? 'hidden' : 'shown'),
      ...areaLayers(palette, state.area),
      ...pickedLines(palette),
      // Names asked for later win over earlier ones: stations first, then streets, districts, towns, roads.
      ...(own ? groundNames(palette) : []),
      ...townNames(palette, shown('towns')),
      ...zoneNames(palette, state.language, shown('zones')),
      ...streetNames(palette, shown('streets')),
      ...stations(palette, shown('stations')),
      ...listingMarks(palette, state.scheme, state.language, state.today),
      ...pickedMarks(palette, state.scheme, state.language),
      ...(state.extra?.layers ?? []),
    ],
  };
}

/** The tiles of a source, with the filter where premises are in it. */
export function tilesUrl(state: Pick<StyleState, 'origin' | 'filter'>, source: TileSource): string {
  const query =
    source === 'offer' ? new URLSearchParams(state.filter.map(([n, v]) => [n, v])).toString() : '';
  const path = `${state.origin}/tiles/${tileSources[source].join(',')}/{z}/{x}/{y}.mvt`;
  return query === '' ? path : `${path}?${query}`;
}

function tileSource(state: StyleState, source: TileSource): SourceSpecification {
  return { type: 'vector', tiles: [tilesUrl(state, source)], minzoom: 0, maxzoom: deepest[source] };
}

function basemapSource({ basemap }: StyleState): Record<string, SourceSpecification> {
  switch (basemap.is) {
    case 'own':
      return {};
    case 'raster':
      return {
        service: {
          type: 'raster',
          tiles: [basemap.tiles],
          tileSize: 256,
          maxzoom: 18,
          attribution: basemap.attribution,
        },
      };
    case 'gsi-vector':
      return {
        service: {
          type: 'vector',
          tiles: [basemap.tiles],
          minzoom: 4,
          maxzoom: 16,
          attribution: basemap.attribution,
        },
      };
  }
}

function basemapLayers(state: StyleState): LayerSpecification[] {
  switch (state.basemap.is) {
    case 'own':
      return [];
    case 'raster':
      return [
        {
          id: 'service',
          type: 'raster',
          source: 'service',
          paint:
            state.scheme === 'dark'
              ? { 'raster-brightness-max': 0.55, 'raster-saturation': -0.6 }
              : { 'raster-saturation': -0.2 },
        },
      ];
    case 'gsi-vector':
      return gsiVectorLayers(palettes[state.scheme]);
  }
}
