/** How kept or compared premises stand now, asked one by one, a few at a time. */
import { type ListingBody, listing } from '../api/client';

export type Current =
  | { readonly is: 'open'; readonly listing: ListingBody }
  /** Let, withdrawn or expired. */
  | { readonly is: 'ended' }
  /** No such listing, or not public. */
  | { readonly is: 'hidden' }
  /** The server cannot be reached. */
  | { readonly is: 'unchecked' };

const atOnce = 6;

export class Checked {
  /** By id; what is still being asked is not in it. */
  states: ReadonlyMap<string, Current> = $state.raw(new Map());
  #asking = new Set<string>();
  #waiting: string[] = [];
  readonly #stopped = new AbortController();

  constructor(private readonly heard: (listing: ListingBody) => void = () => undefined) {}

  /** Asks about those not asked about yet. */
  ask(ids: readonly string[]) {
    const known = (id: string) => this.states.has(id) || this.#asking.has(id) || this.#waiting.includes(id);
    this.#waiting.push(...ids.filter((id) => !known(id)));
    this.#next();
  }

  /** Asks about all of them anew; what is shown stays until the answer is here. */
  again(ids: readonly string[]) {
    this.#waiting = ids.filter((id) => !this.#asking.has(id));
    this.#next();
  }

  stop() {
    this.#waiting = [];
    this.#stopped.abort();
  }

  #next() {
    while (this.#asking.size < atOnce) {
      const id = this.#waiting.shift();
      if (id === undefined) return;
      this.#asking.add(id);
      void this.#check(id);
    }
  }

  async #check(id: string) {
    const outcome = await listing(id, this.#stopped.signal);
    this.#asking.delete(id);
    if (outcome.is === 'overtaken') return;
    const before = this.states.get(id);
    const current: Current =
      outcome.is === 'answered'
        ? { is: 'open', listing: outcome.value }
        : outcome.is === 'gone'
          ? { is: 'ended' }
          : outcome.is === 'missing'
            ? { is: 'hidden' }
            : (before ?? { is: 'unchecked' });
    this.states = new Map(this.states).set(id, current);
    if (current.is === 'open') this.heard(current.listing);
    this.#next();
  }
}
