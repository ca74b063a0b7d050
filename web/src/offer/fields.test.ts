import { describe, expect, it } from 'vitest';
import { asked, asOf, fieldsOf, numberIn, stepOf, steps, sumOf, sumText } from './fields';

describe('the fields of an offer', () => {
  it('are asked once, on one step', () => {
    const names = steps.flatMap((step) => fieldsOf[step].map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(fieldsOf[stepOf(name)].some((field) => field.name === name)).toBe(true);
  });

  it('are asked only where they matter', () => {
    const names = (fields: Record<string, string>) => asked('who', fields).map(({ name }) => name);
    expect(names({ offered_by: 'owner' })).not.toContain('licence_number');
    expect(names({ offered_by: 'broker' })).toContain('licence_number');
  });

  it('of the pin belong to the place', () => {
    expect(stepOf('lon')).toBe('place');
    expect(asOf('rent')).toBe('yen');
  });
});

describe('a sum', () => {
  it.each(['', '要相談', 'なし', '3ヶ月', '500000', '1.5ヶ月'])('reads back from %j', (text) => {
    expect(sumText(sumOf(text))).toBe(text);
  });

  it('is nothing while no amount is typed', () => {
    expect(sumText({ unit: 'months', amount: ' ' })).toBe('');
  });
});

describe('a number', () => {
  it.each([
    ['40', 40],
    ['４０．５', 40.5],
    ['1,200', 1200],
    ['１，２００', 1200],
    ['', null],
    ['広い', null],
    ['1-2', null],
  ])('in %j is %j', (text, expected) => {
    expect(numberIn(text)).toBe(expected);
  });
});
