/** The words of offering and reviewing, in the language in use. */
import { partWords } from '../i18n/words.svelte';
import { ja, type OfferWords } from './words/ja';

export const o = partWords<OfferWords>(ja, {
  en: async () => (await import('./words/en')).en,
  easy: async () => (await import('./words/easy')).easy,
});
