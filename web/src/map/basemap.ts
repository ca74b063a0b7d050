/** Which basemap a view asks for, among those the server offers. Pure. */
import type { BasemapChoice } from '../api/client';
import type { Basemap } from './style/state';

export function basemapOf(key: string, offered: readonly BasemapChoice[]): Basemap {
  const choice = offered.find((candidate) => candidate.key === key);
  if (choice === undefined || choice.sort === 'own' || !choice.tiles) return { is: 'own' };
  const service = { tiles: choice.tiles, attribution: choice.attribution ?? '' };
  return choice.sort === 'raster' ? { is: 'raster', ...service } : { is: 'gsi-vector', ...service };
}
