import { describe, expect, it } from 'vitest';
import { everything } from '../state/filter';
import { searchParameters } from './client';
import { layerOf } from './events';
import { idBits, idText } from './ids';
import { failureOf, outcomeOf } from './outcome';

describe('ids', () => {
  it('of tile features are written as the server writes them', () => {
    expect(idText(1)).toBe('00000000001');
    expect(idText(2 ** 53 - 1)).toBe('7zzzzzzzzzz');
    for (const text of ['00000000001', '7zzzzzzzzzz', '4000000001g']) expect(idText(idBits(text))).toBe(text);
  });
  it('that are none are not invented', () => {
    for (const bits of [0, -1, 1.5, Number.NaN, undefined, 'x']) expect(idText(bits)).toBeNull();
  });
});

describe('how a question ends', () => {
  it('each status has its meaning for a person', () => {
    expect(failureOf(404, {}).is).toBe('missing');
    expect(failureOf(410, {}).is).toBe('gone');
    expect(failureOf(503, null).is).toBe('offline');
    expect(failureOf(400, { detail: 'rent_min: not a number' })).toEqual({
      is: 'refused',
      detail: 'rent_min: not a number',
    });
    expect(failureOf(500, { request: 'r-1' })).toEqual({ is: 'broken', request: 'r-1' });
  });
  it('a question overtaken by the next is no failure', async () => {
    const aborted = Promise.reject(new DOMException('aborted', 'AbortError'));
    expect(await outcomeOf(aborted)).toEqual({ is: 'overtaken' });
    expect(await outcomeOf(Promise.reject(new TypeError('fetch failed')))).toEqual({ is: 'offline' });
  });
});

describe('a search', () => {
  it('asks for what the map shows', () => {
    const where = { is: 'box', box: [139.6, 35.6, 139.7, 35.7] } as const;
    const asked = {
      where,
      filter: everything,
      business: null,
      sort: 'updated',
      limit: 50,
      cursor: null,
      steps: null,
    } as const;
    expect(searchParameters(asked)).toEqual([
      ['bbox', '139.600000,35.600000,139.700000,35.700000'],
      ['sort', 'updated'],
      ['limit', '50'],
    ]);
  });
});

it('an event that cannot be read changes nothing', () => {
  expect(layerOf('{"seq":4,"layer":"listings","id":"0123456789a"}')).toBe('listings');
  expect(layerOf('{"layer":"dreams"}')).toBeNull();
  expect(layerOf('not json')).toBeNull();
});
