/** The words of favourites, comparison and print, in the language in use. */
import { partWords } from '../i18n/words.svelte';
import { ja, type KeepWords } from './words/ja';

export const k = partWords<KeepWords>(ja, {
  en: async () => (await import('./words/en')).en,
  easy: async () => (await import('./words/easy')).easy,
});
export const speakKeep = k.speak;
