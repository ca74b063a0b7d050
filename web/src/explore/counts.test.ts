import { describe, expect, it } from 'vitest';
import type { Facets } from '../api/client';
import { counted, countedCooking, countedLimit, countedNegotiable, countedWalk } from './counts';

const facets: Facets = {
  cooking: [
    { value: 'none', count: 1 },
    { value: 'light', count: 20 },
    { value: 'heavy', count: 300 },
    { value: 'unstated', count: 4000 },
  ],
  rent: [
    { value: '0-50000', count: 7 },
    { value: 'negotiable', count: 30 },
    { value: 'unstated', count: 200 },
  ],
};

describe('the count of a choice', () => {
  it('of cooking takes in whatever allows more', () => {
    expect(countedCooking(facets, 'heavy')).toBe(300);
    expect(countedCooking(facets, 'light')).toBe(320);
    expect(countedCooking(facets, 'any')).toBe(4321);
  });

  it('of rents by negotiation takes in those nobody stated', () => {
    expect(countedNegotiable(facets)).toBe(230);
  });

  it('of walks takes in the shorter ones, and of any walk also what is not known', () => {
    const walk = [
      { value: '1-4', count: 1 },
      { value: '4-6', count: 20 },
      { value: '21-', count: 300 },
      { value: 'unstated', count: 4000 },
    ];
    expect([3, 5, 20, null].map((most) => countedWalk({ walk }, most))).toEqual([1, 21, 21, 4321]);
    expect(countedWalk({}, 5)).toBeNull();
  });

  it('of a limit is what the server counted for that very step', () => {
    const limits = [{ at: 100000, at_least: 7, at_most: 3 }];
    expect(countedLimit(limits, 100000, 'at_most')).toBe(3);
    expect(countedLimit(limits, 99999, 'at_least')).toBeNull();
  });

  it('is 0 where no listing has the value', () => {
    expect(counted(facets.cooking, 'nothing')).toBe(0);
    expect(countedNegotiable({ rent: [] })).toBe(0);
  });

  it('is unknown, not 0, before the first answer', () => {
    expect(counted(undefined, 'heavy')).toBeNull();
    expect(countedCooking({}, 'any')).toBeNull();
    expect(countedNegotiable({})).toBeNull();
  });
});
