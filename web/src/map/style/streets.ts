/** Shopping streets, stations and town names. */
import type { LayerSpecification } from 'maplibre-gl';
import { layerIds } from '../layers';
import { widths } from './basemap';
import type { Palette } from './palette';
import { bold, plain } from './text';

export function streetLines(palette: Palette, visibility: 'visible' | 'none'): LayerSpecification[] {
  return [
    {
      id: layerIds.streetArea,
      type: 'fill',
      source: 'plan',
      'source-layer': 'streets',
      filter: ['==', ['geometry-type'], 'Polygon'],
      layout: { visibility },
      paint: { 'fill-color': palette.street, 'fill-opacity': 0.14, 'fill-outline-color': palette.street },
    },
    {
      id: layerIds.streetLine,
      type: 'line',
      source: 'plan',
      'source-layer': 'streets',
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: { visibility, 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': palette.street,
        'line-width': widths(12, 1.2, 14, 2.6, 16, 6, 19, 18),
        'line-opacity': 0.55,
      },
    },
  ];
}

export function streetNames(palette: Palette, visibility: 'visible' | 'none'): LayerSpecification[] {
  return [
    {
      id: layerIds.streetLabel,
      type: 'symbol',
      source: 'plan',
      'source-layer': 'street_labels',
      minzoom: 14,
      layout: {
        visibility,
        'text-field': ['get', 'name'],
        'text-font': bold,
        'text-size': ['interpolate', ['linear'], ['zoom'], 14, 10.5, 17, 13],
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.6,
        'text-max-width': 9,
        'text-padding': 8,
        'symbol-sort-key': ['-', 0, ['coalesce', ['get', 'shops'], 0]],
      },
      paint: { 'text-color': palette.streetText, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
    },
  ];
}

export function stations(palette: Palette, visibility: 'visible' | 'none'): LayerSpecification[] {
  return [
    {
      id: layerIds.station,
      type: 'circle',
      source: 'ground',
      'source-layer': 'stations',
      minzoom: 10.5,
      layout: { visibility },
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 10.5, 2, 14, 4.5, 17, 7],
        'circle-color': palette.halo,
        'circle-stroke-color': palette.text,
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 10.5, 1, 15, 2],
      },
    },
    {
      id: layerIds.stationLabel,
      type: 'symbol',
      source: 'ground',
      'source-layer': 'stations',
      minzoom: 11.5,
      layout: {
        visibility,
        'text-field': ['get', 'name'],
        'text-font': bold,
        'text-size': ['interpolate', ['linear'], ['zoom'], 11.5, 10.5, 15, 14, 17, 16],
        // Close by if there is room, else past the ring of premises that often stands on a station.
        'text-variable-anchor-offset': [...nameAround(0.7), ...nameAround(1.7)],
        'text-padding': 2,
      },
      paint: { 'text-color': palette.text, 'text-halo-color': palette.halo, 'text-halo-width': 1.8 },
    },
  ];
}

export function townNames(palette: Palette, visibility: 'visible' | 'none'): LayerSpecification[] {
  return [
    {
      id: 'town-name',
      type: 'symbol',
      source: 'ground',
      'source-layer': 'town_labels',
      minzoom: 13,
      maxzoom: 17,
      layout: {
        visibility,
        'text-field': ['get', 'name'],
        'text-font': plain,
        'text-size': ['interpolate', ['linear'], ['zoom'], 13, 10, 16, 12.5],
        'text-padding': 10,
      },
      paint: {
        'text-color': palette.quietText,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.3,
        'text-opacity': 0.85,
      },
    },
  ];
}

/** Above, below, right and left of a point, so many ems away. */
function nameAround(ems: number): (string | [number, number])[] {
  return ['bottom', [0, -ems], 'top', [0, ems], 'left', [ems + 0.1, 0], 'right', [-ems - 0.1, 0]];
}
