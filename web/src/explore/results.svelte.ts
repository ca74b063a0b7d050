/** The list beside the map: what was asked, what is shown, and what waits to be shown. */
import { type Facets, type Search, type SearchAnswer, type Steps, search, type Where } from '../api/client';
import { Question } from '../api/question.svelte';
import type { Business } from '../state/business';
import type { Filter } from '../state/filter';
import type { Sort } from '../state/vocabulary';
import { quietly, type Shown } from './quiet';

const pageSize = 30;
const largestPage = 200;

export interface Asked {
  readonly where: Where;
  readonly filter: Filter;
  readonly business: Business | null;
  readonly sort: Sort;
  /** What is counted beside; `null` for nothing. */
  readonly steps: Steps | null;
}

export class Results {
  readonly question = new Question<SearchAnswer>();
  shown: readonly Shown[] = $state.raw([]);
  total = $state(0);
  facets: Facets = $state.raw({});
  /** How many of them fare how, where a business is asked about; and how many are left out for it. */
  verdicts: NonNullable<SearchAnswer['verdict']> | null = $state.raw(null);
  hidden = $state(0);
  next: string | null = $state(null);
  /** New matches that wait until a person asks for them. */
  arrivals = $state(0);
  /** True from the first answer on. */
  answered = $state(false);
  loadingMore = $state(false);
  #asked: Asked | null = $state.raw(null);
  #quietly: AbortController | null = null;
  #more: AbortController | null = null;

  /** The question whose answer is shown or under way. */
  get asked() {
    return this.#asked;
  }

  get items() {
    return this.shown.map((row) => row.summary);
  }

  async ask(asked: Asked): Promise<void> {
    this.#asked = asked;
    this.#quietly?.abort();
    this.#more?.abort();
    await this.question.ask(
      (signal) => search(this.#page(asked, pageSize, null), signal),
      (answer) => {
        this.#show(answer);
        return answer;
      },
    );
  }

  /** Asks again what was asked last, as after a failure. */
  async again(): Promise<void> {
    if (this.#asked !== null) await this.ask(this.#asked);
  }

  /** The next page, below the present one. */
  async more(): Promise<void> {
    if (this.#asked === null || this.next === null || this.loadingMore) return;
    this.loadingMore = true;
    this.#more = new AbortController();
    const outcome = await search(this.#page(this.#asked, pageSize, this.next), this.#more.signal);
    this.loadingMore = false;
    if (outcome.is !== 'answered') return;
    const known = new Set(this.shown.map((row) => row.summary.id));
    const added = outcome.value.items.filter((item) => !known.has(item.id));
    this.shown = [...this.shown, ...added.map((summary) => ({ summary, state: 'current' }) as const)];
    this.next = outcome.value.next ?? null;
  }

  /** Something changed on the server: take it in without moving the list. */
  async refresh(): Promise<void> {
    if (this.#asked === null || !this.answered) return;
    this.#quietly?.abort();
    this.#quietly = new AbortController();
    const limit = Math.min(largestPage, Math.max(pageSize, this.shown.length));
    const outcome = await search(this.#page(this.#asked, limit, null), this.#quietly.signal);
    if (outcome.is !== 'answered') return;
    const { shown, arrivals } = quietly(this.shown, outcome.value);
    this.shown = shown;
    this.arrivals = arrivals;
    this.#count(outcome.value);
  }

  stop() {
    this.question.stop();
    this.#quietly?.abort();
    this.#more?.abort();
  }

  #page(asked: Asked, limit: number, cursor: string | null): Search {
    return { ...asked, limit, cursor };
  }

  #show(answer: SearchAnswer) {
    this.shown = answer.items.map((summary) => ({ summary, state: 'current' }));
    this.#count(answer);
    this.next = answer.next ?? null;
    this.arrivals = 0;
    this.answered = true;
  }

  #count({ total, facets, verdict, hidden }: SearchAnswer) {
    this.total = total;
    this.facets = facets;
    this.verdicts = verdict ?? null;
    this.hidden = hidden ?? 0;
  }
}
