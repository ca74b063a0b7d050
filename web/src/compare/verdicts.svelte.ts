/** What the law says of the chosen business in each of the compared premises. */
import { type VerdictBody, verdictAt } from '../law/api';
import type { Business } from '../state/business';
import type { Language } from '../state/vocabulary';

export class CompareVerdicts {
  /** By listing; `null` where the answer could not be had, missing while it is asked. */
  of: ReadonlyMap<string, VerdictBody | null> = $state.raw(new Map());
  #asked = '';
  #underWay: AbortController | null = null;

  /** The business in words, once an answer has named it. */
  get name(): string {
    for (const verdict of this.of.values()) if (verdict !== null) return verdict.name;
    return '';
  }

  /** True where all have been answered, and alike. */
  get same(): boolean {
    const said = new Set([...this.of.values()].map((verdict) => verdict?.verdict ?? null));
    return this.of.size > 1 && said.size === 1 && !said.has(null);
  }

  ask(business: Business | null, ids: readonly string[], language: Language) {
    const question = JSON.stringify([business, ids, language]);
    if (question === this.#asked) return;
    this.stop();
    this.#asked = question;
    if (business === null) return;
    const { signal } = (this.#underWay = new AbortController());
    for (const id of ids) {
      void verdictAt(business, { is: 'listing', id }, language, signal).then((outcome) => {
        if (outcome.is === 'overtaken' || signal.aborted) return;
        this.of = new Map(this.of).set(id, outcome.is === 'answered' ? outcome.value : null);
      });
    }
  }

  stop() {
    this.#underWay?.abort();
    this.#underWay = null;
    this.#asked = '';
  }
}
