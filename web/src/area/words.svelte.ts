/** The words of choosing an area, in the language in use. */
import { partWords } from '../i18n/words.svelte';
import { type AreaWords, ja } from './words/ja';

export const a = partWords<AreaWords>(ja, {
  en: async () => (await import('./words/en')).en,
  easy: async () => (await import('./words/easy')).easy,
});
