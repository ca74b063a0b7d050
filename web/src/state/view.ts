/** Everything a person sees, as one value. The URL holds it whole; see `url.ts`. */
import { type Area, wholeMap } from './area';
import type { Business } from './business';
import { everything, type Filter } from './filter';
import type { AreaUnit, Language, Overlay, Sort } from './vocabulary';

export interface LonLat {
  readonly lon: number;
  readonly lat: number;
}

export interface Camera extends LonLat {
  readonly zoom: number;
}

/** West, south, east, north. */
export type Box = readonly [number, number, number, number];

/** What the panel is about. */
export type Subject =
  | { readonly is: 'list' }
  | { readonly is: 'listing'; readonly id: string }
  | { readonly is: 'street'; readonly id: string }
  | { readonly is: 'place'; readonly at: LonLat }
  | { readonly is: 'about' }
  /** How verdicts come about. */
  | { readonly is: 'method' }
  /** What is kept on this device; `ids` come with a link from another one. */
  | { readonly is: 'favourites'; readonly ids: readonly string[] }
  | { readonly is: 'compare'; readonly ids: readonly string[] }
  /** 借りたい cards: all, or the one of an id. */
  | { readonly is: 'wanted'; readonly id: string | null }
  | { readonly is: 'nowhere'; readonly path: string };

/** What a person writes: to whoever offers premises, to the ward's desk, an address to be told at, a card, to a card. */
export const written = ['ask', 'consult', 'report', 'watch', 'card', 'reply'] as const;
export type Written = (typeof written)[number];

/** What is open beside the subject. */
export type Drawer = 'closed' | 'filters' | 'area' | 'layers' | Written;

export interface View {
  /** `null` until the map has shown the whole ward. */
  readonly camera: Camera | null;
  readonly subject: Subject;
  readonly drawer: Drawer;
  /** Where to look. */
  readonly area: Area;
  readonly filter: Filter;
  /** What the person means to open; `null` while only looking. */
  readonly business: Business | null;
  readonly sort: Sort;
  readonly hidden: readonly Overlay[];
  /** Whether the map shows where many look for premises. */
  readonly demand: boolean;
  /** Identifier of a basemap the server offers; `own` works offline. */
  readonly basemap: string;
  /** `null`: as the browser prefers. */
  readonly language: Language | null;
  readonly unit: AreaUnit;
}

export const firstView: View = {
  camera: null,
  subject: { is: 'list' },
  drawer: 'closed',
  area: wholeMap,
  filter: everything,
  business: null,
  sort: 'updated',
  hidden: [],
  demand: false,
  basemap: 'own',
  language: null,
  unit: 'm2',
};
