/** The words of near misses, in the language in use. */
import { partWords } from '../i18n/words.svelte';
import { ja, type NearWords } from './words/ja';

export const n = partWords<NearWords>(ja, {
  en: async () => (await import('./words/en')).en,
  easy: async () => (await import('./words/easy')).easy,
});
