/** The favourites, the comparison and its tray are fetched when one of them is first wanted. */
import { language } from '../i18n/current.svelte';

type Parts = typeof import('./parts');

class Gate {
  parts: Parts | null = $state.raw(null);
  /** True where they could not be fetched. */
  failed = $state(false);
  #opening: Promise<void> | null = null;

  open(): Promise<void> {
    this.failed = false;
    this.#opening ??= this.#fetch().catch(() => {
      this.failed = true;
      // The next wish to see them tries again.
      this.#opening = null;
    });
    return this.#opening;
  }

  async #fetch() {
    const parts = await import('./parts');
    await parts.speakKeep(language());
    this.parts = parts;
  }
}

export const gate = new Gate();
