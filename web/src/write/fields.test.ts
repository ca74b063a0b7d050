import { describe, expect, it } from 'vitest';
import { type Field, faultOf, faultsOf, m2In, numberIn } from './fields';

const field = (as: Field['as'], more: Partial<Field> = {}): Field => ({
  name: 'x',
  label: 'x',
  as,
  needed: true,
  ...more,
});

describe('what was filled in', () => {
  it('must not be empty where it is needed', () => {
    expect(faultOf(field('line'), ' 　')).toBe('missing');
    expect(faultOf(field('line', { needed: false }), '')).toBeNull();
  });

  it('is counted in characters as people count them', () => {
    expect(faultOf(field('line', { most: 3 }), '𠮷野家')).toBeNull();
    expect(faultOf(field('line', { most: 3 }), '吉野家だ')).toBe('long');
  });

  it('is an address only with something on both sides of the at', () => {
    expect(faultOf(field('email'), 'a@b.jp')).toBeNull();
    for (const wrong of ['a', 'a@', '@b.jp', 'a@b', 'a b@c.jp'])
      expect(faultOf(field('email'), wrong)).toBe('email');
  });

  it('may hold three links, not four', () => {
    expect(faultOf(field('lines'), 'https://a https://b https://c')).toBeNull();
    expect(faultOf(field('lines'), 'https://a https://b https://c http://d')).toBe('links');
  });

  it('is a number in full-width digits too', () => {
    expect(numberIn('１２，０００'.normalize('NFKC'))).toBe(12000);
    expect(faultOf(field('number', { most: 100 }), '５０')).toBeNull();
    for (const wrong of ['0', '-3', '101', 'たくさん', '1e3']) {
      expect(faultOf(field('number', { most: 100 }), wrong)).toBe('number');
    }
  });

  it('is turned into square metres at 400 to 121', () => {
    expect(m2In('12.1', 'tsubo')).toBe(40);
    expect(m2In('40', 'm2')).toBe(40);
    expect(m2In('広い', 'm2')).toBeNull();
  });

  it('tells every fault at once', () => {
    const fields = [
      field('line', { name: 'a' }),
      field('email', { name: 'b' }),
      field('line', { name: 'c' }),
    ];
    expect([...faultsOf(fields, { b: 'b', c: 'c' })]).toEqual([
      ['a', 'missing'],
      ['b', 'email'],
    ]);
  });
});
