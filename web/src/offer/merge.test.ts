import { describe, expect, it } from 'vitest';
import { merge } from './merge';

describe('changes from two devices', () => {
  const base = { title: '店', rent: '180000', area_m2: '40' };

  it('are both kept where they touch different fields', () => {
    const mine = { ...base, rent: '150000' };
    const theirs = { title: '路面の店', rent: '180000', trades: 'カフェ' };
    expect(merge(base, mine, theirs)).toEqual({
      fields: { title: '路面の店', rent: '150000', trades: 'カフェ' },
      conflicts: [],
    });
  });

  it('must be chosen between where they contradict', () => {
    const { fields, conflicts } = merge(base, { ...base, rent: '150000' }, { ...base, rent: '160000' });
    expect(conflicts).toEqual([{ field: 'rent', mine: '150000', theirs: '160000' }]);
    expect(fields.rent).toBe('150000');
  });

  it('are one where both typed the same', () => {
    const both = { ...base, rent: '150000' };
    expect(merge(base, both, both)).toEqual({ fields: both, conflicts: [] });
  });
});
