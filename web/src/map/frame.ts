/**
 * Which camera shows a box, and which box a camera shows, in Web Mercator: known before the map's own
 * program has arrived, so that the list need not wait for it.
 */
import type { Box, Camera } from '../state/view';

/** The map's element in CSS pixels, and how much of each side panels cover. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly inset: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
}

export const minZoom = 8;
export const maxZoom = 20;
const worldPixels = 512;
const margin = 16;

const x = (lon: number) => (lon + 180) / 360;
const y = (lat: number) => 0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI);
const lon = (x: number) => x * 360 - 180;
const lat = (y: number) => (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI;

function seen({ width, height, inset }: Frame) {
  return {
    width: Math.max(width - inset.left - inset.right, 1),
    height: Math.max(height - inset.top - inset.bottom, 1),
  };
}

/** The closest camera from which the whole box is seen with a small margin. */
export function cameraFor([west, south, east, north]: Box, frame: Frame): Camera {
  const size = seen(frame);
  const pixels = (side: number) => Math.max(side - 2 * margin, 1);
  const worlds = Math.min(
    pixels(size.width) / (x(east) - x(west)),
    pixels(size.height) / (y(south) - y(north)),
  );
  const zoom = Math.min(Math.max(Math.log2(worlds / worldPixels), minZoom), maxZoom);
  return { lon: (west + east) / 2, lat: lat((y(south) + y(north)) / 2), zoom };
}

/** The part of the ground that panels do not cover. */
export function boxSeen(camera: Camera, frame: Frame): Box {
  const size = seen(frame);
  const world = worldPixels * 2 ** camera.zoom;
  const [dx, dy] = [size.width / 2 / world, size.height / 2 / world];
  const [cx, cy] = [x(camera.lon), y(camera.lat)];
  return [lon(cx - dx), lat(cy + dy), lon(cx + dx), lat(cy - dy)];
}

/** True if no listing could lie in one box and not in the other, but for a hair's breadth. */
export function sameBox(one: Box | null, other: Box): boolean {
  return one !== null && one.every((edge, i) => Math.abs(edge - (other[i] ?? edge)) < 1e-6);
}
