/** The premises kept on this device, in step between its tabs. */
import type { ListingKind } from '../state/vocabulary';
import { type Kept, mostKept, readKept, withMore, withoutOne, writeKept } from './kept';

const name = 'machikado.favourites';

export type Keepable = { readonly id: string; readonly title: string; readonly kind: ListingKind };

class Keeper {
  items: readonly Kept[] = $state.raw([]);
  /** False where the device lets nothing be written: what is kept lasts for this visit. */
  lasting = $state(true);
  #ids = $derived(new Set(this.items.map((item) => item.id)));

  constructor() {
    this.#read();
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  get full(): boolean {
    return this.items.length >= mostKept;
  }

  toggle(premises: Keepable) {
    if (this.has(premises.id)) this.forget(premises.id);
    else this.keep([premises]);
  }

  /** Keeps more premises; says how many found room. */
  keep(premises: readonly Keepable[]): number {
    const now = Date.now();
    const before = this.items.length;
    this.#change((items) =>
      withMore(
        items,
        premises.map(({ id, title, kind }) => ({ id, title, kind, keptAt: now })),
      ),
    );
    return this.items.length - before;
  }

  /** Puts one back where it was. */
  restore(kept: Kept) {
    this.#change((items) => [...withMore(items, [kept])].sort((a, b) => b.keptAt - a.keptAt));
  }

  forget(id: string) {
    this.#change((items) => withoutOne(items, id));
  }

  /** Remembers how premises are called now, for when they have ended. */
  rename(id: string, title: string, kind: ListingKind) {
    const known = this.items.find((item) => item.id === id);
    if (known === undefined || (known.title === title && known.kind === kind)) return;
    this.#change((items) => items.map((item) => (item.id === id ? { ...item, title, kind } : item)));
  }

  /** Listens to the other tabs; returns the way to stop. */
  follow(): () => void {
    const changed = (event: StorageEvent) => {
      if (event.key === null || event.key === name) this.#read();
    };
    addEventListener('storage', changed);
    return () => removeEventListener('storage', changed);
  }

  /** Changes what is written, not what this tab last saw of it: another tab may have been quicker. */
  #change(change: (items: readonly Kept[]) => readonly Kept[]) {
    if (this.lasting) this.#read();
    this.items = change(this.items);
    if (!this.lasting) return;
    try {
      localStorage.setItem(name, writeKept(this.items));
    } catch {
      this.lasting = false;
    }
  }

  #read() {
    try {
      const written = readKept(localStorage.getItem(name));
      if (written.is === 'readable') this.items = written.items;
      else this.lasting = false;
    } catch {
      this.lasting = false;
    }
  }
}

export const keeper = new Keeper();
