/** The premises chosen to be compared in this visit; the comparison itself is in its URL. */
import type { Keepable } from '../keep/keeper.svelte';
import { idPattern, mostCompared } from '../keep/kept';

const name = 'machikado.compare';

export type Chosen = Pick<Keepable, 'id' | 'title'>;

class Choice {
  items: readonly Chosen[] = $state.raw(read());
  /** Set when one more was wanted than there is room for. */
  refused = $state(false);

  has(id: string): boolean {
    return this.items.some((item) => item.id === id);
  }

  toggle({ id, title }: Chosen) {
    const known = this.has(id);
    this.refused = !known && this.items.length >= mostCompared;
    if (this.refused) return;
    this.#set(known ? this.items.filter((item) => item.id !== id) : [...this.items, { id, title }]);
  }

  drop(id: string) {
    this.refused = false;
    this.#set(this.items.filter((item) => item.id !== id));
  }

  clear() {
    this.refused = false;
    this.#set([]);
  }

  #set(items: readonly Chosen[]) {
    this.items = items;
    try {
      sessionStorage.setItem(name, JSON.stringify(items));
    } catch {
      // Storage is switched off: the choice lasts until the page is left.
    }
  }
}

function read(): Chosen[] {
  try {
    const items: unknown = JSON.parse(sessionStorage.getItem(name) ?? '[]');
    if (!Array.isArray(items)) return [];
    return items
      .filter((item): item is Chosen => idPattern.test(String(item?.id)) && typeof item.title === 'string')
      .slice(0, mostCompared);
  } catch {
    return [];
  }
}

export const choice = new Choice();
