/** The words of 借りたい cards, in the language in use. */
import { partWords } from '../i18n/words.svelte';
import { ja, type WantedWords } from './words/ja';

export const c = partWords<WantedWords>(ja, {
  en: async () => (await import('./words/en')).en,
  easy: async () => (await import('./words/easy')).easy,
});
