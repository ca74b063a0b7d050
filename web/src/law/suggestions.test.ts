import { describe, expect, it } from 'vitest';
import type { FoundUse, UseList } from './api';
import { everything, matching } from './suggestions';

const texts = (ja: string) => ({ ja, en: `${ja} in English`, easy: ja });
const found = (word: string, name: string, ask: FoundUse['ask'] = null): FoundUse => ({
  use: 'cafe_restaurant',
  word,
  matched: 'exact',
  name: texts(name),
  jsic: [],
  note: null,
  ask,
});

describe('suggestions', () => {
  it('say what a word leads to, unless it is the word itself', () => {
    const [group] = matching([found('喫茶', 'カフェ'), found('カフェ', 'カフェ')], '候補', 'ja');
    expect(group?.options.map(({ word, more }) => [word, more])).toEqual([
      ['喫茶', 'カフェ'],
      ['カフェ', ''],
    ]);
  });

  it('say the question of a word that may mean several things', () => {
    const ask = { question: texts('お酒が主ですか'), options: [] };
    expect(matching([found('バー', '居酒屋', ask)], '', 'en')[0]?.options[0]?.more).toBe(
      'お酒が主ですか in English',
    );
  });

  it('keep twins apart', () => {
    const [group] = matching([found('バー', 'a'), found('バー', 'b')], '', 'ja');
    expect(new Set(group?.options.map(({ key }) => key)).size).toBe(2);
  });

  it('are every use by group where nothing matches, and nothing before the uses are known', () => {
    const uses: UseList = {
      items: [
        { id: 'a', group: 'food', name: texts('あ'), legal_class: '', hazmat: false },
        { id: 'b', group: 'shop', name: texts('い'), legal_class: '', hazmat: false },
      ],
      groups: [
        { id: 'shop', name: texts('物販') },
        { id: 'food', name: texts('飲食') },
      ],
    };
    expect(everything(uses, 'ja').map(({ name, options }) => [name, options[0]?.word])).toEqual([
      ['物販', 'い'],
      ['飲食', 'あ'],
    ]);
    expect(everything(null, 'ja')).toEqual([]);
  });
});
