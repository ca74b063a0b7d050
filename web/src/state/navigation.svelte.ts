/**
 * The current view and how it changes. Every step a person takes is one entry of the browser's
 * history, so that Back undoes the last step; moving the map rewrites the entry it is in.
 */
import { urlOf, viewOf } from './url';
import type { Camera, Subject, View } from './view';

interface Entry {
  /** Steps taken inside the application before this entry. */
  readonly depth: number;
}

class Navigation {
  view: View = $state.raw(viewOf(new URL(location.href)));
  /** How often Back or Forward came. */
  returned = $state(0);
  #depth = entryOf(history.state).depth;

  /** Takes a step: a new entry of the history. */
  go(change: Partial<View>) {
    const next = { ...this.view, ...change };
    const url = urlOf(next);
    if (url === urlOf(this.view)) {
      this.view = next;
      return;
    }
    this.#depth += 1;
    this.view = next;
    history.pushState({ depth: this.#depth } satisfies Entry, '', url);
  }

  /** Rewrites the present entry: for what is not a step, such as moving the map or typing on. */
  amend(change: Partial<View>) {
    this.view = { ...this.view, ...change };
    history.replaceState({ depth: this.#depth } satisfies Entry, '', urlOf(this.view));
  }

  moved(camera: Camera) {
    this.amend({ camera });
  }

  /**
   * Undoes the last step. Where there is none, as after opening a shared link, closes what is open beside the
   * subject, or shows the list.
   */
  back() {
    if (this.#depth > 0) history.back();
    else if (this.view.drawer !== 'closed') this.go({ drawer: 'closed' });
    else this.go({ subject: { is: 'list' }, drawer: 'closed' });
  }

  /** The URL of another subject in the present view, for links that can be opened in a new tab. */
  linkTo(subject: Subject): string {
    return urlOf({ ...this.view, subject, drawer: 'closed' });
  }

  /** Listens to Back and Forward; returns the way to stop. */
  follow(): () => void {
    const read = () => {
      this.#depth = entryOf(history.state).depth;
      this.view = viewOf(new URL(location.href));
      this.returned += 1;
    };
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }
}

function entryOf(state: unknown): Entry {
  const depth = (state as Partial<Entry> | null)?.depth;
  return { depth: typeof depth === 'number' ? depth : 0 };
}

export const navigation = new Navigation();
