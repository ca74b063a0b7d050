import { describe, expect, it } from 'vitest';
import type { Facets } from '../api/client';
import { counted, countedCooking, countedNegotiable } from './counts';

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
