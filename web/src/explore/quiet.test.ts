import { describe, expect, it } from 'vitest';
import type { ListingSummary, SearchAnswer } from '../api/client';
import { quietly, type Shown } from './quiet';

// Only what `quietly` reads; a whole summary would hide that.
const summary = (id: string, title = id) => ({ id, title }) as ListingSummary;
const shown: Shown[] = ['a', 'b', 'c'].map((id) => ({ summary: summary(id), state: 'current' }));
const fresh = (items: ListingSummary[], next: string | null = null): SearchAnswer => ({
  total: items.length,
  items,
  next,
  walk_method: null,
  facets: {},
  verdict: null,
  hidden: null,
  seq: 1,
});

describe('a list that takes in fresh answers', () => {
  it('keeps the order that is being read and shows changed words in place', () => {
    const { shown: after, arrivals } = quietly(
      shown,
      fresh([summary('c'), summary('a', 'new'), summary('b')]),
    );
    expect(after.map((row) => row.summary.title)).toEqual(['new', 'b', 'c']);
    expect(arrivals).toBe(0);
  });

  it('lets what is new wait', () => {
    const { shown: after, arrivals } = quietly(shown, fresh(['z', 'a', 'b', 'c'].map((id) => summary(id))));
    expect(after.map((row) => row.summary.id)).toEqual(['a', 'b', 'c']);
    expect(arrivals).toBe(1);
  });

  it('marks what has ended where it stands', () => {
    const { shown: after } = quietly(shown, fresh([summary('a'), summary('c')]));
    expect(after.map((row) => row.state)).toEqual(['current', 'ended', 'current']);
  });

  it('does not call ended what may only lie on a later page', () => {
    const { shown: after } = quietly(shown, fresh([summary('a'), summary('b')], 'cursor'));
    expect(after.map((row) => row.state)).toEqual(['current', 'current', 'current']);
  });
});
