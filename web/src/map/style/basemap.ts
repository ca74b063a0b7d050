/** The quiet ground: land, blocks, green, water, roads and railways, or a service in their place. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from './palette';
import { plain } from './text';

const source = 'ground';

/** Areas, drawn beneath the use districts. */
export function groundAreas(palette: Palette): LayerSpecification[] {
  return [
    { id: 'land', type: 'fill', source, 'source-layer': 'boundaries', paint: { 'fill-color': palette.land } },
    area('green', palette.green, 0),
    area('block', palette.block, 14),
    area('water', palette.water, 0),
  ];
}

/** Lines, drawn above the use districts so that roads stay readable under any colour. */
export function groundLines(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'stream',
      type: 'line',
      source,
      'source-layer': 'basemap',
      filter: ofClass('water', 'LineString'),
      paint: { 'line-color': palette.water, 'line-width': widths(10, 0.8, 16, 6) },
    },
    road('path', palette.road, 15, widths(15, 0.6, 19, 4), 0.7),
    road('minor_road', palette.road, 13, widths(13, 0.5, 16, 4.5, 19, 18), 0.8),
    casing('main_road', palette.roadEdge, widths(10, 1, 14, 4.4, 16, 10, 19, 32)),
    road('main_road', palette.mainRoad, 9, widths(10, 0.6, 14, 3.2, 16, 8, 19, 29), 0.95),
    casing('motorway', palette.roadEdge, widths(9, 1.4, 14, 6, 19, 38)),
    road('motorway', palette.mainRoad, 8, widths(9, 0.8, 14, 4.4, 19, 34), 0.95),
    railway('railway', palette.railway, widths(9, 0.9, 13, 2, 16, 3.6, 19, 7)),
    {
      id: 'railway-gap',
      type: 'line',
      source,
      'source-layer': 'basemap',
      filter: ofClass('railway', 'LineString'),
      minzoom: 12,
      paint: {
        'line-color': palette.railwayGap,
        'line-width': widths(12, 0.9, 16, 2.2, 19, 4.6),
        'line-dasharray': [4, 4],
      },
    },
  ];
}

/** Borders of towns and of the ward. */
export function groundBorders(palette: Palette, towns: 'shown' | 'hidden'): LayerSpecification[] {
  return [
    {
      id: 'town-line',
      type: 'line',
      source,
      'source-layer': 'towns',
      minzoom: 13,
      layout: { visibility: towns === 'shown' ? 'visible' : 'none' },
      paint: {
        'line-color': palette.townLine,
        'line-width': 0.7,
        'line-dasharray': [3, 3],
        'line-opacity': 0.7,
      },
    },
    {
      id: 'boundary-line',
      type: 'line',
      source,
      'source-layer': 'boundaries',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.boundary,
        'line-width': widths(9, 1, 14, 1.8),
        'line-dasharray': [6, 2, 1.5, 2],
        'line-opacity': 0.75,
      },
    },
  ];
}

/** Names of main roads, rivers and parks, in the quietest voice. */
export function groundNames(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'line-name',
      type: 'symbol',
      source,
      'source-layer': 'basemap',
      minzoom: 14,
      filter: [
        'all',
        ['has', 'name'],
        ['==', ['geometry-type'], 'LineString'],
        ['in', ['get', 'class'], ['literal', ['motorway', 'main_road', 'water', 'railway']]],
      ],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 420,
        'text-field': ['get', 'name'],
        'text-font': plain,
        'text-size': 10.5,
        'text-max-angle': 30,
      },
      paint: quiet(palette),
    },
    {
      id: 'area-name',
      type: 'symbol',
      source,
      'source-layer': 'basemap',
      minzoom: 14.5,
      filter: ['all', ['has', 'name'], ['in', ['get', 'class'], ['literal', ['green', 'water']]], polygon()],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': plain,
        'text-size': 10.5,
        'text-max-width': 7,
        // A river lies in many tiles, and each would name it.
        'text-padding': 90,
      },
      paint: quiet(palette),
    },
  ];
}

function polygon(): ExpressionSpecification {
  return ['==', ['geometry-type'], 'Polygon'];
}

function quiet(palette: Palette) {
  return { 'text-color': palette.quietText, 'text-halo-color': palette.halo, 'text-halo-width': 1.2 };
}

function area(kind: 'green' | 'block' | 'water', colour: string, minzoom: number): LayerSpecification {
  return {
    id: kind,
    type: 'fill',
    source,
    'source-layer': 'basemap',
    minzoom,
    filter: ofClass(kind, 'Polygon'),
    paint: { 'fill-color': colour },
  };
}

function road(
  kind: 'path' | 'minor_road' | 'main_road' | 'motorway',
  colour: string,
  minzoom: number,
  width: ExpressionSpecification,
  opacity: number,
): LayerSpecification {
  return {
    id: kind,
    type: 'line',
    source,
    'source-layer': 'basemap',
    minzoom,
    filter: ofClass(kind, 'LineString'),
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': colour,
      'line-width': width,
      'line-opacity': opacity,
      ...(kind === 'path' ? { 'line-dasharray': [2, 1.5] } : {}),
    },
  };
}

function casing(
  kind: 'main_road' | 'motorway',
  colour: string,
  width: ExpressionSpecification,
): LayerSpecification {
  return {
    id: `${kind}-edge`,
    type: 'line',
    source,
    'source-layer': 'basemap',
    filter: ofClass(kind, 'LineString'),
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': width },
  };
}

function railway(id: string, colour: string, width: ExpressionSpecification): LayerSpecification {
  return {
    id,
    type: 'line',
    source,
    'source-layer': 'basemap',
    filter: ofClass('railway', 'LineString'),
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': width },
  };
}

function ofClass(kind: string, geometry: 'Polygon' | 'LineString'): ExpressionSpecification {
  return ['all', ['==', ['get', 'class'], kind], ['==', ['geometry-type'], geometry]];
}

/** Widths that double smoothly between zooms: `zoom, pixels, zoom, pixels, …`. */
export function widths(...stops: number[]): ExpressionSpecification {
  return ['interpolate', ['exponential', 1.6], ['zoom'], ...stops] as unknown as ExpressionSpecification;
}
