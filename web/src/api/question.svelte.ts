/**
 * A question whose answer a component shows. Asking again aborts what is still under way; the last
 * answer stays readable meanwhile, so that nothing flickers.
 */
import { untrack } from 'svelte';
import type { Failure, Outcome } from './outcome';

export type Answer<T> =
  | { readonly is: 'waiting'; readonly last: T | null }
  | { readonly is: 'ready'; readonly value: T }
  | { readonly is: 'failed'; readonly failure: Failure; readonly last: T | null };

export class Question<T> {
  answer: Answer<T> = $state.raw({ is: 'waiting', last: null });
  #underWay: AbortController | null = null;

  /** The answer, or the last one while waiting or after a failure. */
  get latest(): T | null {
    return this.answer.is === 'ready' ? this.answer.value : this.answer.last;
  }

  async ask(
    run: (signal: AbortSignal) => Promise<Outcome<T>>,
    settle: (value: T, previous: T | null) => T = (value) => value,
  ): Promise<void> {
    this.#underWay?.abort();
    const underWay = new AbortController();
    this.#underWay = underWay;
    // Who asks does not depend on the answer: an effect that asked would ask again at every answer.
    const before = untrack(() => this.answer);
    if (before.is !== 'ready') this.answer = { is: 'waiting', last: before.last };
    const outcome = await run(underWay.signal);
    if (this.#underWay !== underWay || outcome.is === 'overtaken') return;
    this.#underWay = null;
    this.answer =
      outcome.is === 'answered'
        ? { is: 'ready', value: settle(outcome.value, this.latest) }
        : { is: 'failed', failure: outcome, last: this.latest };
  }

  /** Forgets the answer, as when the question is about something else now. */
  forget() {
    this.stop();
    this.answer = { is: 'waiting', last: null };
  }

  stop() {
    this.#underWay?.abort();
    this.#underWay = null;
  }
}
