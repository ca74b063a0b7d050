/** What chosen towns, streets and stations are called: remembered when chosen, asked for after a link. */
import { api } from '../api/connection';
import { outcomeOf } from '../api/outcome';
import type { Area } from '../state/area';

const lists = { towns: '/api/v1/towns', streets: '/api/v1/streets', station: '/api/v1/stations' } as const;

class PlaceNames {
  #names: Readonly<Record<string, string>> = $state.raw({});
  readonly #asked = new Set<string>();

  of(id: string): string {
    return this.#names[id] ?? '…';
  }

  remember(id: string, name: string) {
    this.#names = { ...this.#names, [id]: name };
  }

  /** Asks for the names of an area that are not known yet. */
  async need(area: Area) {
    if (area.is !== 'towns' && area.is !== 'streets' && area.is !== 'station') return;
    const ids = area.is === 'station' ? [area.id] : area.ids;
    const missing = ids.filter((id) => this.#names[id] === undefined && !this.#asked.has(id));
    if (missing.length === 0) return;
    for (const id of missing) this.#asked.add(id);
    const outcome = await outcomeOf(api.GET(lists[area.is], { params: { query: { id: missing } } }));
    if (outcome.is === 'answered') {
      const found = outcome.value.items.map(({ id, name }) => [id, name]);
      this.#names = { ...this.#names, ...Object.fromEntries(found) };
    } else {
      // The next wish to see them tries again.
      for (const id of missing) this.#asked.delete(id);
    }
  }
}

export const placeNames = new PlaceNames();
