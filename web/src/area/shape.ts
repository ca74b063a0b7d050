/** The land an area covers, as rings to draw. Pure. */
import type { Area } from '../state/area';
import type { Box, LonLat } from '../state/view';

type Ring = GeoJSON.Position[];
export type Land = GeoJSON.Polygon | GeoJSON.MultiPolygon;

const earthM = 6_371_008.8;
const world: Ring = [
  [-180, -85],
  [180, -85],
  [180, 85],
  [-180, 85],
  [-180, -85],
];

/** What a polygon or circle covers; `null` for areas whose land only the server knows. */
export function landOf(area: Area): Land | null {
  switch (area.is) {
    case 'polygon':
      return { type: 'Polygon', coordinates: [closed(area.corners.map(({ lon, lat }) => [lon, lat]))] };
    case 'circle':
      return { type: 'Polygon', coordinates: [circle(area.centre, area.metres)] };
    case 'map':
    case 'towns':
    case 'streets':
    case 'station':
      return null;
  }
}

/** Everything but the land, so that it can be dimmed. */
export function outsideOf(land: Land): GeoJSON.MultiPolygon {
  const polygons = land.type === 'Polygon' ? [land.coordinates] : land.coordinates;
  const outer = polygons.flatMap((rings) => rings.slice(0, 1));
  const holes = polygons.flatMap((rings) => rings.slice(1));
  return { type: 'MultiPolygon', coordinates: [[world, ...outer], ...holes.map((ring) => [ring])] };
}

export function boxOf(land: Land): Box {
  const places = (land.type === 'Polygon' ? [land.coordinates] : land.coordinates).flat(2);
  const [lons, lats] = [places.map(([lon = 0]) => lon), places.map(([, lat = 0]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** Metres between two places, near enough for the size of a circle. */
export function metresBetween(a: LonLat, b: LonLat): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const x = radians(b.lon - a.lon) * Math.cos(radians((a.lat + b.lat) / 2));
  return Math.hypot(x, radians(b.lat - a.lat)) * earthM;
}

/** True if any two sides of a ring cross; sides that follow each other only touch. */
export function crossesItself(corners: readonly LonLat[]): boolean {
  const n = corners.length;
  const side = (i: number): [LonLat, LonLat] => [corners[i % n] as LonLat, corners[(i + 1) % n] as LonLat];
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 2; j < n; j += 1) {
      if (i === 0 && j === n - 1) continue;
      if (cross(side(i), side(j))) return true;
    }
  }
  return false;
}

function cross([a, b]: [LonLat, LonLat], [c, d]: [LonLat, LonLat]): boolean {
  const turn = (p: LonLat, q: LonLat, r: LonLat) =>
    Math.sign((q.lon - p.lon) * (r.lat - p.lat) - (q.lat - p.lat) * (r.lon - p.lon));
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

function circle({ lon, lat }: LonLat, metres: number): Ring {
  const north = (metres / earthM) * (180 / Math.PI);
  const east = north / Math.cos((lat * Math.PI) / 180);
  const sides = 72;
  const at = (i: number) => (i / sides) * 2 * Math.PI;
  return closed(
    Array.from({ length: sides }, (_, i) => [lon + east * Math.cos(at(i)), lat + north * Math.sin(at(i))]),
  );
}

function closed(ring: Ring): Ring {
  const [first] = ring;
  return first === undefined ? ring : [...ring, first];
}
