/** Whom the listing that is read can be asked of. */
import { type Contact, contact } from '../api/client';
import { Question } from '../api/question.svelte';

class Reach {
  readonly #question = new Question<Contact>();
  #id = $state('');

  ask(id: string) {
    if (id === this.#id && this.#question.answer.is !== 'failed') return;
    this.#id = id;
    this.#question.forget();
    void this.#question.ask((signal) => contact(id, signal));
  }

  /** `null` until it is known. */
  of(id: string): Contact | null {
    return id === this.#id ? this.#question.latest : null;
  }
}

export const reach = new Reach();
