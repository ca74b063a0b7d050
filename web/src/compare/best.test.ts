import { describe, expect, it } from 'vitest';
import { exactly, highest, lowest, withTax } from './best';

const places = (set: ReadonlySet<number>) => [...set];

describe('the best of several', () => {
  it('is the lowest, or the highest where more is better', () => {
    const values = [exactly(3), exactly(1), exactly(2)];
    expect(places(lowest(values))).toEqual([1]);
    expect(places(highest(values))).toEqual([0]);
  });

  it('is shared by equals, and nobody’s where all are equal', () => {
    expect(places(lowest([exactly(1), exactly(2), exactly(1)]))).toEqual([0, 2]);
    expect(places(lowest([exactly(1), exactly(1)]))).toEqual([]);
  });

  it('is not named among fewer than two that are known', () => {
    expect(places(lowest([exactly(1), null]))).toEqual([]);
    expect(places(lowest([null, null]))).toEqual([]);
  });

  it('is not a sum that leaves something out', () => {
    const atLeast = [100, Number.POSITIVE_INFINITY] as const;
    expect(places(lowest([atLeast, exactly(200)]))).toEqual([]);
    expect(places(lowest([atLeast, exactly(90)]))).toEqual([1]);
  });

  it('counts the tax in', () => {
    expect(places(lowest([withTax(100, 'excluded'), withTax(105, 'included')]))).toEqual([1]);
    expect(places(lowest([withTax(100, 'unstated'), withTax(105, 'included')]))).toEqual([]);
    expect(places(lowest([withTax(100, 'exempt'), withTax(105, 'included')]))).toEqual([0]);
  });
});
