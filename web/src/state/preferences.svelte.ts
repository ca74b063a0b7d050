/** What a person chose for this device, beyond any one view: language, and light or dark. */
import type { Scheme } from '../map/style/palette';
import { type Language, languages, oneOf } from './vocabulary';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const kept = {
  read(name: string): string | null {
    try {
      return localStorage.getItem(`machikado.${name}`);
    } catch {
      return null;
    }
  },
  write(name: string, value: string) {
    try {
      localStorage.setItem(`machikado.${name}`, value);
    } catch {
      // Storage is switched off: the choice lasts for this visit.
    }
  },
};

class Preferences {
  language = $state<Language>(oneOf(languages, kept.read('language')) ?? 'ja');
  theme = $state<Theme>(oneOf(themes, kept.read('theme')) ?? 'auto');
  #dark = $state(matchMedia('(prefers-color-scheme: dark)').matches);

  scheme: Scheme = $derived(this.theme === 'auto' ? (this.#dark ? 'dark' : 'light') : this.theme);

  chooseLanguage(language: Language) {
    this.language = language;
    kept.write('language', language);
  }

  chooseTheme(theme: Theme) {
    this.theme = theme;
    kept.write('theme', theme);
  }

  /** Follows the device between light and dark; returns the way to stop. */
  followDevice(): () => void {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => {
      this.#dark = query.matches;
    };
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }
}

export const preferences = new Preferences();
