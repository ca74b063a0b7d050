/** Where many look: rings over the map, as large as the count in them. Pure. */

import type { Scheme } from '../map/style/palette';
import type { ExtraLayers } from '../map/style/state';
import { bold } from '../map/style/text';
import type { PlaceDemand } from './wanted.svelte';

const fills: Readonly<Record<Scheme, string>> = { light: '#8a3b00', dark: '#ffb47a' };
const inks: Readonly<Record<Scheme, string>> = { light: '#ffffff', dark: '#1a1a1a' };

export function demandLayers(places: readonly PlaceDemand[], scheme: Scheme): ExtraLayers {
  return {
    sources: {
      demand: {
        type: 'geojson',
        data: {
          type: 'FeatureCollection',
          features: places.map(({ lon, lat, wanted }) => ({
            type: 'Feature',
            geometry: { type: 'Point', coordinates: [lon, lat] },
            properties: { wanted },
          })),
        },
      },
    },
    layers: [
      {
        id: 'demand-ring',
        type: 'circle',
        source: 'demand',
        paint: {
          'circle-radius': ['interpolate', ['linear'], ['get', 'wanted'], 3, 12, 20, 24],
          'circle-color': fills[scheme],
          'circle-opacity': 0.9,
          'circle-stroke-color': inks[scheme],
          'circle-stroke-width': 2,
        },
      },
      {
        id: 'demand-count',
        type: 'symbol',
        source: 'demand',
        layout: {
          'text-field': ['to-string', ['get', 'wanted']],
          'text-font': bold,
          'text-size': 13,
          'text-allow-overlap': true,
          'text-ignore-placement': true,
        },
        paint: { 'text-color': inks[scheme] },
      },
    ],
  };
}
