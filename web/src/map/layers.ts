/**
 * The tile layers and their fields, as `tiles/layers.toml` defines them; `layers.test.ts` compares.
 * And the ids of the style's own layers that other modules refer to.
 */

export const tileLayers = {
  basemap: ['class', 'name'],
  boundaries: ['code', 'name'],
  towns: ['name'],
  town_labels: ['name'],
  zones: ['district', 'bcr', 'far'],
  zone_labels: ['district', 'bcr', 'far'],
  streets: ['name', 'shops', 'vacant'],
  street_labels: ['name', 'shops', 'vacant'],
  stations: ['name', 'lines'],
  listings: [
    'kind',
    'rent',
    'area',
    'storey',
    'updated',
    'cooking',
    'condition',
    'district',
    'near',
    'top',
    'exact',
    'cluster',
    'count',
  ],
} as const;

export type TileLayer = keyof typeof tileLayers;

/** The style's sources: each is one request a tile, and is refreshed on its own. */
export const tileSources = {
  ground: ['basemap', 'boundaries', 'towns', 'town_labels', 'stations'],
  plan: ['zones', 'zone_labels', 'streets', 'street_labels'],
  offer: ['listings'],
} as const satisfies Record<string, readonly TileLayer[]>;

export type TileSource = keyof typeof tileSources;

/** Listings picked out in the list or by a click: a GeoJSON source of our own. */
export const pickedSource = 'picked';

/** The area looked in, and everything outside it: another one. */
export const areaSource = 'area';

/** The style layers a person can point at, topmost first. */
export const layerIds = {
  picked: 'picked',
  pills: 'listing-pills',
  dots: 'listing-dots',
  clusters: 'listing-clusters',
  streetLine: 'street-line',
  streetArea: 'street-area',
  streetLabel: 'street-label',
  station: 'station-dot',
  stationLabel: 'station-label',
  zoneFill: 'zone-fill',
} as const;

export const listingLayerIds = [layerIds.pills, layerIds.dots, layerIds.clusters] as const;
export const streetLayerIds = [layerIds.streetLabel, layerIds.streetLine, layerIds.streetArea] as const;
