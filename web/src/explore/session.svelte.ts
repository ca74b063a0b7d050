/** One visit: the questions under way, what is pointed at, and the map they share. */
import {
  type CityBody,
  city,
  type Features,
  features,
  type ListingBody,
  listing,
  type NearMisses,
  type PlaceAt,
  placeAt,
  type StreetBody,
  street,
  type WalkArea,
  walkArea,
  type ZoneAt,
  zoneAt,
} from '../api/client';
import type { ChangedLayer } from '../api/events';
import { Question } from '../api/question.svelte';
import type { MapController } from '../map/controller';
import { type TileSource, tileSources } from '../map/layers';
import type { ExtraLayers } from '../map/style/state';
import type { Area } from '../state/area';
import { everything } from '../state/filter';
import { navigation } from '../state/navigation.svelte';
import type { Box, LonLat, Subject } from '../state/view';
import { Results } from './results.svelte';

/** How far around a place its use districts are summed, metres. */
export const aroundM = 100;

export type SheetHeight = 'peek' | 'half' | 'full';

class Session {
  readonly city = new Question<CityBody>();
  /** What this server can do beside the map. */
  readonly features = new Question<Features>();
  readonly results = new Results();
  /** What one condition alone leaves out of the list. */
  readonly near = new Question<NearMisses>();
  readonly streetResults = new Results();
  readonly listing = new Question<ListingBody>();
  readonly street = new Question<StreetBody>();
  readonly place = new Question<PlaceAt>();
  readonly zone = new Question<ZoneAt>();
  /** The land within a walk of the station that is looked around. */
  readonly walk = new Question<WalkArea>();

  map: MapController | null = $state.raw(null);
  /** What a part of the page draws over the map. */
  extra: ExtraLayers | null = $state.raw(null);
  /** False where WebGL is missing: the list does the work alone. */
  mapWorks = $state(true);
  box: Box | null = $state.raw(null);
  /** How an area is being drawn, while one is: clicks on the map are corners then. */
  drawing: 'polygon' | 'circle' | 'edit' | null = $state(null);
  hovered: string | null = $state(null);
  sheet: SheetHeight = $state('half');
  online = $state(navigator.onLine);

  /** Asks about what the panel shows. */
  openSubject(subject: Subject) {
    switch (subject.is) {
      case 'listing':
        if (this.listing.latest?.id !== subject.id) this.listing.forget();
        void this.listing.ask((signal) => listing(subject.id, signal));
        break;
      case 'street':
        if (this.street.latest?.id !== subject.id) this.street.forget();
        void this.street.ask((signal) => street(subject.id, signal));
        this.askStreet(subject.id);
        break;
      case 'place':
        void this.askPlace(subject.at);
        break;
      case 'list':
      case 'about':
      case 'method':
      case 'favourites':
      case 'compare':
      case 'wanted':
      case 'nowhere':
        break;
    }
  }

  /** Asks for the land of an area that only the server knows. */
  openArea(area: Area) {
    if (area.is !== 'station') return this.walk.forget();
    const { station, minutes } = this.walk.latest?.properties ?? {};
    if (station !== area.id || minutes !== area.minutes) this.walk.forget();
    void this.walk.ask((signal) => walkArea(area.id, area.minutes, signal));
  }

  /** A street shows all its premises, whatever the list leaves out. */
  askStreet(id: string) {
    const { business, sort } = navigation.view;
    void this.streetResults.ask({
      where: { is: 'streets', ids: [id] },
      filter: everything,
      business: business === null ? null : { ...business, show: 'all' },
      sort,
      steps: null,
    });
  }

  private async askPlace(at: LonLat) {
    this.place.forget();
    this.zone.forget();
    await Promise.all([
      this.place.ask((signal) => placeAt(at, signal)),
      this.zone.ask((signal) => zoneAt(at, aroundM, signal)),
    ]);
  }

  loadFeatures() {
    return this.features.ask((signal) => features(signal));
  }

  loadCity() {
    return this.city.ask((signal) => city(signal));
  }

  /** After a time without the server: fetch what may have been missed. */
  recovered() {
    for (const source of Object.keys(tileSources) as TileSource[]) this.map?.refresh(source);
    void this.loadCity();
    void this.results.again();
    this.openSubject(navigation.view.subject);
  }

  /** The server says that layers changed: fetch exactly what depends on them. */
  changed(layers: ReadonlySet<ChangedLayer>) {
    const sources = new Set([...layers].map(sourceOf));
    for (const source of sources) if (source) this.map?.refresh(source);
    if (layers.has('listings') || layers.has('roads')) void this.results.refresh();
    if (layers.has('roads') || layers.has('stations')) this.openArea(navigation.view.area);
    if (layers.has('listings') || layers.has('streets') || layers.has('zones') || layers.has('roads')) {
      const { subject } = navigation.view;
      if (subject.is === 'listing') void this.listing.ask((signal) => listing(subject.id, signal));
      if (subject.is === 'street') void this.streetResults.refresh();
    }
    if ([...layers].some((layer) => layer !== 'listings')) void this.loadCity();
  }
}

/** The tiles a layer is drawn in; roads are walked along, uses of land counted, and neither is drawn. */
function sourceOf(layer: ChangedLayer): TileSource | null {
  switch (layer) {
    case 'listings':
      return 'offer';
    case 'roads':
    case 'land_use':
      return null;
    case 'zones':
    case 'streets':
    case 'areas':
      return 'plan';
    case 'stations':
    case 'towns':
    case 'boundaries':
    case 'basemap':
      return 'ground';
  }
}

export const session = new Session();
