/**
 * The law's part of the page waits behind this gate: nobody who only looks at premises pays for it.
 * Once open it stays open.
 */
import { language } from '../i18n/current.svelte';

type Parts = typeof import('./parts');

class Gate {
  /** Everything the law's part consists of; `null` until it is here. */
  parts: Parts | null = $state.raw(null);
  #opening: Promise<void> | null = null;

  open(): Promise<void> {
    this.#opening ??= this.#fetch().catch(() => {
      // The next wish to see it tries again.
      this.#opening = null;
    });
    return this.#opening;
  }

  async #fetch() {
    const parts = await import('./parts');
    await parts.speakLaw(language());
    this.parts = parts;
  }
}

export const gate = new Gate();
