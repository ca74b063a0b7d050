/** How old what is shown may be: set by each answer that comes from what was kept instead of the server. */
import { keptAtHeader } from './rules';

class Shown {
  /** When the last answer was kept, milliseconds since 1970; `null` while the server answers. */
  keptAt: number | null = $state(null);
  /** True when a newer build has taken over while this page was open. */
  outdated = $state(false);

  heard(answer: Response) {
    const at = Number(answer.headers.get(keptAtHeader));
    this.keptAt = at > 0 ? at : null;
  }
}

export const shown = new Shown();
