import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { noArea } from '../map/style/area';
import { styleOf } from '../map/style/style';
import { demandLayers } from './layer';
import type { PlaceDemand } from './wanted.svelte';

const place = {
  is: 'street',
  id: '0c8x4n2k7zq',
  name: '北通り',
  lon: 139.65,
  lat: 35.65,
  wanted: 4,
  vacant: 1,
};

describe('the map of demand', () => {
  for (const scheme of ['light', 'dark'] as const) {
    it(`is a valid style over the others, ${scheme}`, () => {
      const extra = demandLayers([place as PlaceDemand], scheme);
      const style = styleOf({
        scheme,
        language: 'ja',
        hidden: [],
        basemap: { is: 'own' },
        filter: [],
        area: noArea,
        origin: 'http://machikado.test',
        today: 20000,
        extra,
      });
      expect(validateStyleMin(style)).toEqual([]);
      expect(style.layers.at(-1)?.id).toBe('demand-count');
    });
  }
});
