/** What the finder offers: words that match, or every use by group while there are none. Pure. */
import type { Language } from '../state/vocabulary';
import type { FoundUse, UseList } from './api';

export interface Option {
  readonly key: string;
  /** What a person would say. */
  readonly word: string;
  /** What it leads to, or what would be asked first; empty where the word says it all. */
  readonly more: string;
  readonly use: string;
  /** The word as found; `null` for a use chosen from the whole list. */
  readonly found: FoundUse | null;
}

export interface OptionGroup {
  readonly name: string;
  readonly options: readonly Option[];
}

export function matching(found: readonly FoundUse[], heading: string, language: Language): OptionGroup[] {
  const options = found.map((item, i): Option => {
    const name = item.name[language];
    const more = item.ask?.question[language] ?? (name === item.word ? '' : name);
    return { key: `${i}-${item.word}`, word: item.word, more, use: item.use, found: item };
  });
  return [{ name: heading, options }];
}

export function everything(uses: UseList | null, language: Language): OptionGroup[] {
  const { items = [], groups = [] } = uses ?? {};
  return groups.map((group) => ({
    name: group.name[language],
    options: items
      .filter((item) => item.group === group.id)
      .map((item) => ({ key: item.id, word: item.name[language], more: '', use: item.id, found: null })),
  }));
}
