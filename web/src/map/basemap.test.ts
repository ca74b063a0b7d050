import { describe, expect, it } from 'vitest';
import type { BasemapChoice } from '../api/client';
import { basemapOf } from './basemap';

const tiles = 'https://tiles.test/{z}/{x}/{y}.png';
const choice = (key: string, sort: BasemapChoice['sort']): BasemapChoice => ({
  key,
  sort,
  name: key,
  tiles: sort === 'own' ? null : tiles,
  attribution: sort === 'own' ? null : '出典：国土地理院',
  min_zoom: 0,
  max_zoom: 18,
});

describe('the basemap of a view', () => {
  const offered = [choice('own', 'own'), choice('gsi_pale', 'raster')];

  it('is our own unless the server offers what the URL asks for', () => {
    expect(basemapOf('own', offered)).toEqual({ is: 'own' });
    expect(basemapOf('gsi_pale', [])).toEqual({ is: 'own' });
    expect(basemapOf('gsi_vector', offered)).toEqual({ is: 'own' });
  });

  it('carries the attribution that must be shown with it', () => {
    expect(basemapOf('gsi_pale', offered)).toEqual({ is: 'raster', tiles, attribution: '出典：国土地理院' });
  });
});
