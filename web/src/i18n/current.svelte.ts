/** The words of the language in use. Japanese is at hand; the others are fetched when first chosen. */
import type { Language } from '../state/vocabulary';
import { ja, type Messages } from './ja';

const words = $state<{ language: Language; messages: Messages }>({ language: 'ja', messages: ja });

const load: Readonly<Record<Language, () => Promise<Messages>>> = {
  ja: async () => ja,
  en: async () => (await import('./en')).en,
  easy: async () => (await import('./easy')).easy,
};

/** The words now shown; reading them in a component follows later changes. */
export function t(): Messages {
  return words.messages;
}

export function language(): Language {
  return words.language;
}

/** Shows the words of a language once they are here. A later choice overtakes an earlier one. */
let wanted: Language = 'ja';
export async function speak(next: Language): Promise<void> {
  wanted = next;
  const messages = await load[next]();
  if (wanted !== next) return;
  words.language = next;
  words.messages = messages;
  document.documentElement.lang = messages.htmlLang;
}
