/** Which editions are compared and what is looked at; all of it is in the URL. */
import { type CityBody, city } from '../api/client';
import { Question } from '../api/question.svelte';
import { type Language, languages, oneOf } from '../state/vocabulary';
import { type Edition, type Ledger, ledgerOf, type Pair, type Pieces, piecesOf } from './questions';

/** Widths below which a strip is noise, metres. */
export const tolerances = ['0', '0.5', '1', '2', '5'] as const;
const usualTolerance = '0.5';

interface Asked {
  readonly before: string | null;
  readonly after: string | null;
  readonly tolerance: string;
  readonly quasi: boolean;
  readonly piece: number | null;
  readonly language: Language | null;
}

function askedIn(query: URLSearchParams): Asked {
  const piece = Number(query.get('piece'));
  return {
    before: query.get('before'),
    after: query.get('after'),
    tolerance: oneOf(tolerances, query.get('tolerance')) ?? usualTolerance,
    quasi: query.get('only') === 'quasi',
    piece: Number.isInteger(piece) && piece > 0 ? piece : null,
    language: oneOf(languages, query.get('lang')),
  };
}

function urlOf({ before, after, tolerance, quasi, piece, language }: Asked): string {
  const pairs: [string, string | null][] = [
    ['before', before],
    ['after', after],
    ['tolerance', tolerance === usualTolerance ? null : tolerance],
    ['only', quasi ? 'quasi' : null],
    ['piece', piece === null ? null : String(piece)],
    ['lang', language],
  ];
  const query = new URLSearchParams(pairs.filter((pair): pair is [string, string] => pair[1] !== null));
  return query.size === 0 ? '/ledger' : `/ledger?${query}`;
}

class LedgerState {
  readonly city = new Question<CityBody>();
  readonly ledger = new Question<Ledger>();
  /** The changed pieces as land. */
  readonly pieces = new Question<Pieces>();
  asked: Asked = $state.raw(askedIn(new URL(location.href).searchParams));

  /** The oldest date first. */
  editions: readonly Edition[] = $derived(
    [...(this.city.latest?.editions ?? [])].sort((a, b) => (a.as_of < b.as_of ? -1 : 1)),
  );
  /** The editions compared: those asked for, else the last two of the area that has most. */
  pair: Pair | null = $derived.by(() => {
    const { asked, editions } = this;
    const named = (text: string | null) => editions.find(({ id, as_of }) => id === text || as_of === text);
    const after = named(asked.after) ?? editions.findLast(({ current }) => current);
    const others = editions.filter(({ area, id }) => area === after?.area && id !== after?.id);
    const before = named(asked.before) ?? others.at(-1);
    return before === undefined || after === undefined
      ? null
      : { before: before.id, after: after.id, tolerance: asked.tolerance };
  });

  edition(id: string | undefined): Edition | undefined {
    return this.editions.find((edition) => edition.id === id);
  }

  /** What the map's tiles show where an edition lies: the current edition of its area. */
  currentOf(id: string): string | undefined {
    const area = this.edition(id)?.area;
    return this.editions.find((edition) => edition.current && edition.area === area)?.id;
  }

  /** Another question: a step that Back undoes. */
  ask(change: Partial<Asked>) {
    this.asked = { ...this.asked, piece: null, ...change };
    history.pushState(null, '', urlOf(this.asked));
  }

  /** Looks at a piece, or at none. */
  look(piece: number | null) {
    this.asked = { ...this.asked, piece };
    history.replaceState(null, '', urlOf(this.asked));
  }

  loadCity() {
    return this.city.ask(city);
  }

  compare() {
    const { pair } = this;
    if (pair === null) return;
    void this.ledger.ask((signal) => ledgerOf(pair, signal));
    void this.pieces.ask((signal) => piecesOf(pair, signal));
  }

  /** Listens to Back and Forward; returns the way to stop. */
  follow(): () => void {
    const read = () => {
      this.asked = askedIn(new URL(location.href).searchParams);
    };
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }
}

export const book = new LedgerState();
