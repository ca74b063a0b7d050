/** The public cards and how many look where, as last told. */
import { untrack } from 'svelte';
import { api } from '../api/connection';
import { outcomeOf } from '../api/outcome';
import { Question } from '../api/question.svelte';
import type { components } from '../api/schema';

type Schema = components['schemas'];
export type Card = Schema['CardBody'];
export type Demand = Schema['DemandBody'];
export type PlaceDemand = Schema['PlaceDemandBody'];

class Wanted {
  readonly cards = new Question<Schema['CardsBody']>();
  readonly demand = new Question<Demand>();
  readonly uses = new Question<Schema['UseList']>();

  ask() {
    void this.cards.ask((signal) => outcomeOf(api.GET('/api/v1/wanted', { signal })));
    this.askDemand();
    if (this.uses.answer.is !== 'ready')
      void this.uses.ask((signal) => outcomeOf(api.GET('/api/v1/uses', { signal })));
  }

  askDemand() {
    void this.demand.ask((signal) => outcomeOf(api.GET('/api/v1/wanted/demand', { signal })));
  }

  /** Asks for what is not known yet; from within an effect, the answer does not run it again. */
  need(what: 'cards' | 'demand') {
    untrack(() => {
      if (this[what].latest !== null) return;
      if (what === 'cards') this.ask();
      else this.askDemand();
    });
  }

  card(id: string): Card | null {
    return this.cards.latest?.items.find((card) => card.id === id) ?? null;
  }

  /** How many look on a street; `null` below the count that is told, or while nothing is known. */
  onStreet(id: string): number | null {
    return (
      this.demand.latest?.places.find((place) => place.is === 'street' && place.id === id)?.wanted ?? null
    );
  }
}

export const wanted = new Wanted();
