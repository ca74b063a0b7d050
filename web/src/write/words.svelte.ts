/** The words of what people write, in the language in use. */
import { partWords } from '../i18n/words.svelte';
import { ja, type WriteWords } from './words/ja';

export const m = partWords<WriteWords>(ja, {
  en: async () => (await import('./words/en')).en,
  easy: async () => (await import('./words/easy')).easy,
});
