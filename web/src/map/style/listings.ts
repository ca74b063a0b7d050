/** Premises: the only saturated things on the map. A pill with the rent where there is room, a dot where not, a ring for many. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { type Language, listingKinds } from '../../state/vocabulary';
import { layerIds, pickedSource } from '../layers';
import { kindColours, type Palette, type Scheme } from './palette';
import { bold } from './text';
import { negotiableLabel } from './words';

/** A listing confirmed within so many days counts as fresh and carries a mark. */
export const freshDays = 7;

/** After so many days a listing should have been confirmed again: it is drawn hollow. */
export const staleDays = 14;

export function listingMarks(
  palette: Palette,
  scheme: Scheme,
  language: Language,
  today: number,
): LayerSpecification[] {
  const single: ExpressionSpecification = ['!', ['has', 'count']];
  return [
    {
      id: layerIds.dots,
      type: 'circle',
      source: 'offer',
      'source-layer': 'listings',
      filter: single,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 2.5, 13, 4, 16, 6],
        'circle-color': ['case', stale(today), palette.markerEdge, kindColour(scheme)],
        'circle-stroke-color': ['case', stale(today), kindColour(scheme), palette.markerEdge],
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 9, 0.8, 14, 1.5],
      },
    },
    {
      // Symbols, not circles, so that names on the map make room for them.
      id: layerIds.clusters,
      type: 'symbol',
      source: 'offer',
      'source-layer': 'listings',
      filter: ['has', 'count'],
      layout: {
        'icon-image': clusterImage(scheme),
        'icon-allow-overlap': true,
        'icon-padding': 0,
        'symbol-sort-key': ['get', 'count'],
        'symbol-z-order': 'source',
        'text-field': ['to-string', ['get', 'count']],
        'text-font': bold,
        'text-size': ['step', ['get', 'count'], 12, 10, 13, 100, 14],
        'text-allow-overlap': true,
      },
      paint: { 'text-color': palette.clusterText },
    },
    {
      id: layerIds.pills,
      type: 'symbol',
      source: 'offer',
      'source-layer': 'listings',
      minzoom: 13,
      filter: single,
      layout: {
        ...pill(scheme, language, [
          'case',
          stale(today),
          'stale',
          ['>=', ['get', 'updated'], today - freshDays],
          'fresh',
          'plain',
        ]),
        'symbol-sort-key': ['-', 0, ['coalesce', ['get', 'updated'], 0]],
        'icon-padding': 1,
        'text-padding': 1,
      },
      paint: { 'text-color': ['case', stale(today), kindColour(scheme), palette.markerText] },
    },
  ];
}

/** True of a listing that is overdue, or does not say when it was confirmed. */
function stale(today: number): ExpressionSpecification {
  return ['<', ['coalesce', ['get', 'updated'], 0], today - staleDays];
}

/** The chosen street, beneath the premises along it. */
export function pickedLines(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'picked-line',
      type: 'line',
      source: pickedSource,
      filter: ['!=', ['geometry-type'], 'Point'],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette.accent, 'line-width': 4, 'line-opacity': 0.85 },
    },
  ];
}

/** What is chosen or pointed at: the same pill, larger and raised, above everything. */
export function pickedMarks(palette: Palette, scheme: Scheme, language: Language): LayerSpecification[] {
  return [
    {
      id: 'picked-shadow',
      type: 'circle',
      source: pickedSource,
      filter: ['has', 'kind'],
      paint: {
        'circle-radius': 15,
        'circle-color': palette.accent,
        'circle-opacity': 0.2,
        'circle-blur': 0.4,
      },
    },
    {
      id: layerIds.picked,
      type: 'symbol',
      source: pickedSource,
      filter: ['has', 'kind'],
      layout: {
        ...pill(scheme, language, 'raised'),
        'text-size': 15.5,
        'icon-allow-overlap': true,
        'text-allow-overlap': true,
        'icon-ignore-placement': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': palette.markerText },
    },
    {
      id: 'picked-place',
      type: 'symbol',
      source: pickedSource,
      filter: ['all', ['==', ['geometry-type'], 'Point'], ['!', ['has', 'kind']]],
      layout: {
        'icon-image': `pin-${scheme}`,
        'icon-anchor': 'bottom',
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  ];
}

function pill(scheme: Scheme, language: Language, look: ExpressionSpecification | 'raised') {
  const image: ExpressionSpecification = ['concat', `pill-${scheme}-`, look, '-', ['get', 'kind']];
  return {
    'icon-image': image,
    'icon-text-fit': 'both' as const,
    'icon-text-fit-padding': [0, 0, 0, 0] as [number, number, number, number],
    'text-field': rentLabel(language),
    'text-font': bold,
    'text-size': 12.5,
    'text-max-width': 30,
  };
}

/** `18万`, `¥180k`, or a word where the rent is not an amount. */
export function rentLabel(language: Language): ExpressionSpecification {
  const rent: ExpressionSpecification = ['to-number', ['get', 'rent']];
  const digits = { locale: 'ja', 'max-fraction-digits': 1 };
  const amount: ExpressionSpecification =
    language === 'en'
      ? ['concat', '¥', ['number-format', ['/', rent, 1000], { locale: 'en', 'max-fraction-digits': 0 }], 'k']
      : ['concat', ['number-format', ['/', rent, 10000], digits], '万'];
  return ['case', ['has', 'rent'], amount, negotiableLabel[language]];
}

/** Rings of a few sizes, named by their radius in pixels. */
export const clusterRadii = [12, 14, 17, 21, 27] as const;

function clusterImage(scheme: Scheme): ExpressionSpecification {
  const [single, few, tens, many, most] = clusterRadii.map((radius) => `ring-${scheme}-${radius}`);
  return ['step', ['get', 'count'], single, 5, few, 15, tens, 60, many, 200, most] as ExpressionSpecification;
}

function kindColour(scheme: Scheme): ExpressionSpecification {
  const branches = listingKinds.flatMap((kind) => [kind, kindColours[scheme][kind]]);
  return [
    'match',
    ['get', 'kind'],
    ...branches,
    kindColours[scheme].shop,
  ] as unknown as ExpressionSpecification;
}
