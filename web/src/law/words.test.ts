import { describe, expect, it } from 'vitest';
import { filled } from './filled';
import { method as methodEasy } from './method/easy';
import { method as methodEn } from './method/en';
import { method as methodJa } from './method/ja';
import { easy } from './words/easy';
import { en } from './words/en';
import { ja } from './words/ja';

/** Every text there is, with what functions make of a sample. */
function texts(of: unknown): string[] {
  if (typeof of === 'string') return [of];
  if (typeof of === 'function') return texts(of('1', '1'));
  return typeof of === 'object' && of !== null ? Object.values(of).flatMap(texts) : [];
}

describe('the words about the law', () => {
  for (const [name, words] of Object.entries({ ja, en, easy, methodJa, methodEn, methodEasy })) {
    it(`never promise that a business may open: ${name}`, () => {
      for (const text of texts(words)) {
        expect(text).not.toMatch(/営業できます|営業が ?できます|開業できます|you can open|you may open/i);
      }
    });
  }

  it('have the same sections in every language', () => {
    const ids = (of: typeof methodJa) => of.sections.map((section) => section.id);
    expect(ids(methodEn)).toEqual(ids(methodJa));
    expect(ids(methodEasy)).toEqual(ids(methodJa));
  });
});

describe('a sentence with holes', () => {
  it('is said once all are filled', () => {
    expect(filled('{date}の時点', { date: '5月30日' })).toBe('5月30日の時点');
    expect(filled('{date}の時点', null)).toBeNull();
    expect(filled('{date}の{law}', { date: '5月30日' })).toBeNull();
    expect(filled('穴のない文', null)).toBe('穴のない文');
  });
});
