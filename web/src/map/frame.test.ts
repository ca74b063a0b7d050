import { describe, expect, test } from 'vitest';
import type { Box } from '../state/view';
import { boxSeen, cameraFor, type Frame, sameBox } from './frame';

const desk: Frame = { width: 1000, height: 900, inset: { top: 0, right: 0, bottom: 0, left: 0 } };
const phone: Frame = { width: 390, height: 844, inset: { top: 64, right: 0, bottom: 420, left: 0 } };
const ward: Box = [139.58, 35.59, 139.69, 35.68];

describe('the frame of the map', () => {
  for (const [name, frame] of [
    ['desk', desk],
    ['phone', phone],
  ] as const) {
    test(`shows the whole ward on a ${name}, and no closer camera would`, () => {
      const camera = cameraFor(ward, frame);
      const [west, south, east, north] = boxSeen(camera, frame);
      expect(west).toBeLessThan(ward[0]);
      expect(south).toBeLessThan(ward[1]);
      expect(east).toBeGreaterThan(ward[2]);
      expect(north).toBeGreaterThan(ward[3]);
      const [w, s, e, n] = boxSeen({ ...camera, zoom: camera.zoom + 0.4 }, frame);
      expect(w < ward[0] && e > ward[2] && s < ward[1] && n > ward[3]).toBe(false);
    });
  }

  test('is one world wide at zoom 0 on 512 pixels', () => {
    const square = { ...desk, width: 512, height: 512 };
    const [west, south, east, north] = boxSeen({ lon: 0, lat: 0, zoom: 0 }, square);
    expect([west, east]).toEqual([-180, 180]);
    expect(north).toBeCloseTo(85.0511, 3);
    expect(south).toBeCloseTo(-85.0511, 3);
  });

  test('tells boxes apart that differ by more than a hair', () => {
    expect(sameBox(ward, [...ward])).toBe(true);
    expect(sameBox(ward, [139.580002, 35.59, 139.69, 35.68])).toBe(false);
    expect(sameBox(null, ward)).toBe(false);
  });
});
