/** The style of one side of the swipe map: the tiles show the current edition, land that differs from it is laid over. Pure. */
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { type TileSource, tileSources } from '../map/layers';
import { districtColours, palettes, type Scheme } from '../map/style/palette';
import { styleOf } from '../map/style/style';
import { bold } from '../map/style/text';
import { type Language, useDistricts } from '../state/vocabulary';
import type { Pieces } from './questions';

export const changeFill = 'change-fill';
const none: Pieces = { type: 'FeatureCollection', features: [] };

export interface Side {
  readonly scheme: Scheme;
  readonly language: Language;
  readonly origin: string;
  /** Land whose plan in this side's edition is another than the tiles show: its `before` is painted. */
  readonly differing: Pieces | null;
  /** The changed pieces of the comparison: outlined and numbered on both sides. */
  readonly changes: Pieces | null;
  readonly chosen: number | null;
}

export function sideStyle(side: Side): StyleSpecification {
  const { scheme, language, origin } = side;
  const palette = palettes[scheme];
  const base = styleOf({
    scheme,
    language,
    origin,
    hidden: ['streets'],
    basemap: { is: 'own' },
    area: { land: null, towns: [], streets: [] },
    filter: [],
    today: 0,
  });
  const offer = 'offer' satisfies TileSource & keyof typeof tileSources;
  const layers = base.layers.filter((layer) => !('source' in layer) || layer.source !== offer);
  const above = layers.findIndex(({ id }) => id === 'zone-hatch') + 1;
  const colour = paint((district) => districtColours[district].hue, palette.land);
  const strength = paint((district) => districtColours[district].opacity * palette.zoneStrength, 0);
  const laidOver: LayerSpecification[] = [
    {
      id: 'differing-ground',
      type: 'fill',
      source: 'differing',
      paint: { 'fill-color': palette.land, 'fill-antialias': false },
    },
    {
      id: 'differing',
      type: 'fill',
      source: 'differing',
      paint: { 'fill-color': colour, 'fill-opacity': strength, 'fill-antialias': false },
    },
    {
      id: 'differing-hatch',
      type: 'fill',
      source: 'differing',
      filter: ['==', ['get', 'district'], 'quasi_industrial'],
      paint: { 'fill-pattern': `hatch-${scheme}`, 'fill-opacity': 0.8 },
    },
  ];
  const isChosen: ExpressionSpecification = ['==', ['get', 'number'], side.chosen ?? 0];
  const outlines: LayerSpecification[] = [
    { id: changeFill, type: 'fill', source: 'changes', paint: { 'fill-opacity': 0 } },
    {
      id: 'change-halo',
      type: 'line',
      source: 'changes',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.halo, 'line-width': ['case', isChosen, 7, 4] },
    },
    {
      id: 'change-line',
      type: 'line',
      source: 'changes',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.text, 'line-width': ['case', isChosen, 4, 1.75] },
    },
    {
      id: 'change-spot',
      type: 'circle',
      source: 'numbers',
      paint: {
        'circle-radius': ['case', isChosen, 14, 11],
        'circle-color': ['case', isChosen, palette.accent, palette.text],
        'circle-stroke-color': palette.halo,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'change-number',
      type: 'symbol',
      source: 'numbers',
      layout: {
        'text-field': ['to-string', ['get', 'number']],
        'text-font': bold,
        'text-size': 12,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': palette.halo },
    },
  ];
  return {
    ...base,
    sources: {
      ...base.sources,
      differing: { type: 'geojson', data: plansOf(side.differing ?? none) },
      changes: { type: 'geojson', data: numbered(side.changes ?? none) },
      numbers: { type: 'geojson', data: spots(side.changes ?? none) },
    },
    layers: [...layers.slice(0, above), ...laidOver, ...layers.slice(above), ...outlines],
  };
}

function plansOf({ features }: Pieces): GeoJSON.FeatureCollection {
  return collection(
    features.map(({ geometry, properties }) => ({
      type: 'Feature',
      geometry,
      properties: { district: properties.before?.district ?? '' },
    })),
  );
}

function numbered({ features }: Pieces): GeoJSON.FeatureCollection {
  return collection(
    features.map(({ geometry, properties: { number } }) => ({
      type: 'Feature',
      geometry,
      properties: { number },
    })),
  );
}

function spots({ features }: Pieces): GeoJSON.FeatureCollection {
  return collection(
    features.map(({ properties: { number, place } }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [place.lon, place.lat] },
      properties: { number },
    })),
  );
}

function collection(features: GeoJSON.Feature[]): GeoJSON.FeatureCollection {
  return { type: 'FeatureCollection', features };
}

function paint<T extends string | number>(
  of: (district: (typeof useDistricts)[number]) => T,
  otherwise: T,
): ExpressionSpecification {
  const branches = useDistricts.flatMap((district) => [district, of(district)]);
  return ['match', ['get', 'district'], ...branches, otherwise] as unknown as ExpressionSpecification;
}
