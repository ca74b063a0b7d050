/** The words of the ledger, in the language in use. */
import { partWords } from '../i18n/words.svelte';
import { ja, type LedgerWords } from './words/ja';

export const l = partWords<LedgerWords>(ja, {
  en: async () => (await import('./words/en')).en,
  easy: async () => (await import('./words/easy')).easy,
});
