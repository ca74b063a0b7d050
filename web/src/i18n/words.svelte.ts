/** Words of a part of the page that is fetched when needed, in the language in use. */
import type { Language } from '../state/vocabulary';

export interface PartWords<W> {
  /** The words now shown; reading them in a component follows later changes. */
  (): W;
  /** Shows another language, once its words are here. A later choice overtakes an earlier one. */
  speak(next: Language): Promise<void>;
}

/** Japanese comes with the part; the others are fetched. */
export function partWords<W>(
  ja: W,
  others: Readonly<Record<Exclude<Language, 'ja'>, () => Promise<W>>>,
): PartWords<W> {
  let messages: W = $state.raw(ja);
  let wanted: Language = 'ja';
  const now = () => messages;
  const speak = async (next: Language) => {
    wanted = next;
    const found = next === 'ja' ? ja : await others[next]();
    if (wanted === next) messages = found;
  };
  return Object.assign(now, { speak });
}
