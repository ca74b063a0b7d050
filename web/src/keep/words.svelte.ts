/** The words of favourites, comparison and print, in the language in use. */
import type { Language } from '../state/vocabulary';
import { ja, type KeepWords } from './words/ja';

const words = $state<{ messages: KeepWords }>({ messages: ja });

const load: Readonly<Record<Language, () => Promise<KeepWords>>> = {
  ja: async () => ja,
  en: async () => (await import('./words/en')).en,
  easy: async () => (await import('./words/easy')).easy,
};

/** The words now shown; reading them in a component follows later changes. */
export function k(): KeepWords {
  return words.messages;
}

/** A later choice overtakes an earlier one. */
let wanted: Language = 'ja';
export async function speakKeep(next: Language): Promise<void> {
  wanted = next;
  const messages = await load[next]();
  if (wanted === next) words.messages = messages;
}
