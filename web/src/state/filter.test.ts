import { describe, expect, it } from 'vitest';
import { type Criterion, criteriaInUse, everything, type Filter, filterParameters, without } from './filter';

const all: Filter = {
  text: '角',
  kinds: ['shop'],
  districts: ['commercial'],
  conditions: ['bare'],
  cooking: 'light',
  storey: 'upper',
  walk: 10,
  rentMin: null,
  rentMax: 1,
  areaMin: 1,
  areaMax: null,
  negotiable: 'drop',
};

describe('a filter', () => {
  it('that asks for everything sends nothing', () => {
    expect(filterParameters(everything)).toEqual([]);
    expect(criteriaInUse(everything)).toEqual([]);
  });

  it('loses one criterion at a time until nothing is asked', () => {
    const order: Criterion[] = criteriaInUse(all);
    expect(order).toHaveLength(10);
    const empty = order.reduce((filter, criterion) => {
      const next = without(filter, criterion);
      expect(criteriaInUse(next)).not.toContain(criterion);
      return next;
    }, all);
    expect(empty).toEqual(everything);
  });
});
