/** The words of the law's part of the page, in the language in use. */
import { partWords } from '../i18n/words.svelte';
import { ja, type LawWords } from './words/ja';

export const w = partWords<LawWords>(ja, {
  en: async () => (await import('./words/en')).en,
  easy: async () => (await import('./words/easy')).easy,
});
export const speakLaw = w.speak;
