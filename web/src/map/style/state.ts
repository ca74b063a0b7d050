/** What the map style depends on, and nothing else. */
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { Language, Overlay } from '../../state/vocabulary';
import type { AreaShown } from './area';
import type { Scheme } from './palette';

/** Layers of a part of the page that is not always there, over all others. */
export interface ExtraLayers {
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  readonly layers: readonly LayerSpecification[];
}

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
  readonly extra?: ExtraLayers | null;
  /** Days since 1970, to tell fresh listings. */
  readonly today: number;
}

/** What lies beneath: our own tiles, or a service the server's configuration allows. */
export type Basemap =
  | { readonly is: 'own' }
  | { readonly is: 'raster'; readonly tiles: string; readonly attribution: string }
  | { readonly is: 'gsi-vector'; readonly tiles: string; readonly attribution: string };
