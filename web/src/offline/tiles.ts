/** The tiles of what the map shows: its own worker fetched them, out of the page's sight. Pure. */
import { type TileSource, tileSources } from '../map/layers';
import { deepest, tilesUrl } from '../map/style/style';
import type { Box } from '../state/view';

export interface Seen {
  readonly box: Box;
  readonly zoom: number;
  readonly origin: string;
  readonly filter: readonly (readonly [string, string])[];
}

export function tilesSeen({ box: [west, south, east, north], zoom, origin, filter }: Seen): string[] {
  return (Object.keys(tileSources) as TileSource[]).flatMap((source) => {
    const z = Math.min(Math.floor(zoom), deepest[source]);
    const template = tilesUrl({ origin, filter }, source);
    const [left, right] = [column(west, z), column(east, z)];
    const [top, bottom] = [row(north, z), row(south, z)];
    const urls: string[] = [];
    for (let x = left; x <= right; x += 1) {
      for (let y = top; y <= bottom; y += 1) {
        urls.push(template.replace('{z}', `${z}`).replace('{x}', `${x}`).replace('{y}', `${y}`));
      }
    }
    return urls;
  });
}

function column(lon: number, z: number): number {
  return Math.floor(((lon + 180) / 360) * 2 ** z);
}

function row(lat: number, z: number): number {
  const sine = Math.sin((lat * Math.PI) / 180);
  return Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** z);
}
