import { describe, expect, it } from 'vitest';
import { changeShare, difference, hectares, historyTable, matrixTable, squareMetres } from './figures';

describe('figures of the ledger', () => {
  it('say hectares to a tenth and small land in square metres', () => {
    expect(hectares(623_400, 'ja')).toBe('62.3ha');
    expect(hectares(-44_000, 'en', true)).toBe('−4.4 ha');
    expect(squareMetres(24_816.6, 'ja')).toBe('24,817㎡');
    expect(squareMetres(0.25, 'en')).toBe('0.25 m²');
  });

  it('say a small difference in square metres, and none as none', () => {
    expect(difference(-30_210, 'ja')).toBe('−3.0ha');
    expect(difference(42, 'ja')).toBe('+42㎡');
    expect(difference(-0.2, 'ja')).toBe('±0');
  });

  it('say no share of nothing', () => {
    expect(changeShare(0, 5, 'ja')).toBe('0.0%');
    expect(changeShare(200, 186, 'ja')).toBe('−7.0%');
  });

  it('sum the matrix by row and column, with land that was not zoned last', () => {
    const table = matrixTable([
      { before: 'quasi_industrial', after: 'residential_1', m2: 30 },
      { before: 'quasi_industrial', after: 'quasi_industrial', m2: 70 },
      { before: null, after: 'quasi_industrial', m2: 5 },
      { before: 'commercial', after: 'commercial', m2: 0.1 },
    ]);
    expect(table.columns).toEqual(['residential_1', 'quasi_industrial']);
    expect(table.rows).toEqual([
      { before: 'quasi_industrial', cells: [30, 70], total: 100 },
      { before: null, cells: [0, 5], total: 5 },
    ]);
    expect(table.totals).toEqual([30, 75]);
  });

  it('line up the towns of every edition, those that lost all of it too', () => {
    const edition = (m2: number, towns: Record<string, number>) => ({
      id: '',
      name: '',
      area: '',
      as_of: '',
      source: '',
      licence: '',
      sha256: '',
      m2,
      towns: Object.entries(towns).map(([town, m2]) => ({ town, m2 })),
    });
    expect(historyTable([edition(30, { 池尻: 10, 船橋: 20 }), edition(12, { 池尻: 12 })])).toEqual([
      { town: '船橋', m2: [20, 0], gained: -20 },
      { town: '池尻', m2: [10, 12], gained: 2 },
    ]);
  });
});
