/** What the map style depends on, and nothing else. */
import type { Language, Overlay } from '../../state/vocabulary';
import type { AreaShown } from './area';
import type { Scheme } from './palette';

export interface StyleState {
  readonly scheme: Scheme;
  readonly language: Language;
  readonly hidden: readonly Overlay[];
  readonly basemap: Basemap;
  /** Where premises are looked for, as far as the map shows it. */
  readonly area: AreaShown;
  /** Query of the listings source, as `areaParameters` and `filterParameters` write it. */
  readonly filter: readonly (readonly [string, string])[];
  /** Scheme and host of the server, without a slash at the end. */
  readonly origin: string;
  /** Days since 1970, to tell fresh listings. */
  readonly today: number;
}

/** What lies beneath: our own tiles, or a service the server's configuration allows. */
export type Basemap =
  | { readonly is: 'own' }
  | { readonly is: 'raster'; readonly tiles: string; readonly attribution: string }
  | { readonly is: 'gsi-vector'; readonly tiles: string; readonly attribution: string };
