/**
 * Where a person looks: what the map shows, or an area of its own. One value, kept in the URL in the words of
 * the API, so that list, counts and tiles mean the same land.
 */
import { idPattern } from '../keep/kept';
import type { LonLat } from './view';

export type Area =
  /** Whatever the map shows. */
  | { readonly is: 'map' }
  | { readonly is: 'polygon'; readonly corners: readonly LonLat[] }
  | { readonly is: 'circle'; readonly centre: LonLat; readonly metres: number }
  | { readonly is: 'towns'; readonly ids: readonly string[] }
  | { readonly is: 'streets'; readonly ids: readonly string[] }
  /** Within so many minutes on foot of a station. */
  | { readonly is: 'station'; readonly id: string; readonly minutes: number };

export const wholeMap: Area = { is: 'map' };
/** A person who draws more corners than this meant a simpler shape; URLs stay short. */
export const mostCorners = 60;
/** Read from a URL all the same: an area grows corner by corner as it is widened. */
const mostRead = 120;
/** Towns or streets chosen at once. */
export const mostPlaces = 50;
export const walkSteps = [3, 5, 10, 15, 20, 30] as const;
const longestWalk = 60;
const largestRadius = 20_000;

/** An area as the API, the tiles and the page's URL write it. */
export function areaParameters(area: Area): [string, string][] {
  switch (area.is) {
    case 'map':
      return [];
    case 'polygon':
      return [['polygon', area.corners.map(placeText).join(';')]];
    case 'circle':
      return [
        ['near', placeText(area.centre)],
        ['radius_m', String(Math.max(1, Math.round(area.metres)))],
      ];
    case 'towns':
      return area.ids.length === 0 ? [] : [['town', area.ids.join(',')]];
    case 'streets':
      return area.ids.length === 0 ? [] : [['street', area.ids.join(',')]];
    case 'station':
      return [
        ['station', area.id],
        ['walk_minutes', String(area.minutes)],
      ];
  }
}

/** Reads an area; what cannot be one is the map, as URLs grow old. */
export function areaFrom(query: URLSearchParams): Area {
  const corners = (query.get('polygon') ?? '').split(';').map(placeFrom);
  if (corners.length >= 3 && corners.length <= mostRead && corners.every((corner) => corner !== null)) {
    return { is: 'polygon', corners };
  }
  const centre = placeFrom(query.get('near') ?? '');
  const metres = whole(query.get('radius_m'), 1, largestRadius);
  if (centre !== null && metres !== null) return { is: 'circle', centre, metres };
  const towns = ids(query.get('town'));
  if (towns.length > 0) return { is: 'towns', ids: towns };
  const streets = ids(query.get('street'));
  if (streets.length > 0) return { is: 'streets', ids: streets };
  const [station] = ids(query.get('station'));
  const minutes = whole(query.get('walk_minutes'), 1, longestWalk);
  if (station !== undefined && minutes !== null) return { is: 'station', id: station, minutes };
  return wholeMap;
}

/** One more or one less of the towns or streets; none left is the map again. */
export function toggledPlace(area: Area, is: 'towns' | 'streets', id: string): Area {
  const chosen = area.is === is ? area.ids : [];
  const next = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
  return next.length === 0 ? wholeMap : { is, ids: next.slice(-mostPlaces) };
}

/** Five decimals: about a metre. */
function placeText({ lon, lat }: LonLat): string {
  return `${Number(lon.toFixed(5))},${Number(lat.toFixed(5))}`;
}

function placeFrom(text: string): LonLat | null {
  const parts = text.split(',');
  const [lon, lat] = parts.map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (lon === undefined || lat === undefined || parts.length !== 2) return null;
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? { lon, lat } : null;
}

function whole(text: string | null, least: number, most: number): number | null {
  const value = text === null || text === '' ? Number.NaN : Math.round(Number(text));
  return value >= least && value <= most ? value : null;
}

function ids(text: string | null): string[] {
  const named = (text ?? '').split(',').filter((id) => idPattern.test(id));
  return [...new Set(named)].slice(0, mostPlaces);
}
