/** A quiet reading of the Geospatial Information Authority's vector tiles (optimal_bvmap-v1). */
import type { LayerSpecification } from 'maplibre-gl';
import { widths } from './basemap';
import type { Palette } from './palette';
import { plain } from './text';

const source = 'service';

export function gsiVectorLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: 'gsi-land', type: 'background', paint: { 'background-color': palette.land } },
    { id: 'gsi-water', type: 'fill', source, 'source-layer': 'WA', paint: { 'fill-color': palette.water } },
    {
      id: 'gsi-building',
      type: 'fill',
      source,
      'source-layer': 'BldA',
      minzoom: 15,
      paint: { 'fill-color': palette.outside },
    },
    {
      id: 'gsi-road',
      type: 'line',
      source,
      'source-layer': 'RdCL',
      paint: { 'line-color': palette.road, 'line-width': widths(10, 0.5, 16, 5, 19, 16) },
    },
    {
      id: 'gsi-railway',
      type: 'line',
      source,
      'source-layer': 'RailCL',
      paint: { 'line-color': palette.railway, 'line-width': widths(9, 0.9, 16, 3) },
    },
    {
      id: 'gsi-name',
      type: 'symbol',
      source,
      'source-layer': 'Anno',
      minzoom: 14,
      layout: { 'text-field': ['get', 'vt_text'], 'text-font': plain, 'text-size': 10.5 },
      paint: { 'text-color': palette.quietText, 'text-halo-color': palette.halo, 'text-halo-width': 1.2 },
    },
  ];
}
