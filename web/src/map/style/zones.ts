/** Use districts: soft planners' hues, a hatch for quasi-industrial land, and names, so that colour is never alone. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { type Language, useDistricts } from '../../state/vocabulary';
import { layerIds } from '../layers';
import { districtColours, type Palette, type Scheme } from './palette';
import { bold } from './text';
import { districtLabels } from './words';

const source = 'plan';

export function zoneAreas(
  palette: Palette,
  scheme: Scheme,
  visibility: 'visible' | 'none',
): LayerSpecification[] {
  return [
    {
      id: layerIds.zoneFill,
      type: 'fill',
      source,
      'source-layer': 'zones',
      layout: { visibility },
      paint: {
        'fill-color': byDistrict((district) => districtColours[district].hue, 'transparent'),
        'fill-opacity': byDistrict((district) => districtColours[district].opacity * palette.zoneStrength, 0),
        'fill-antialias': false,
      },
    },
    {
      id: 'zone-hatch',
      type: 'fill',
      source,
      'source-layer': 'zones',
      filter: ['==', ['get', 'district'], 'quasi_industrial'],
      layout: { visibility },
      paint: { 'fill-pattern': `hatch-${scheme}`, 'fill-opacity': 0.8 },
    },
  ];
}

export function zoneEdges(palette: Palette, visibility: 'visible' | 'none'): LayerSpecification[] {
  return [
    {
      id: 'zone-edge',
      type: 'line',
      source,
      'source-layer': 'zones',
      minzoom: 12.5,
      layout: { visibility, 'line-join': 'round' },
      paint: {
        'line-color': palette.zoneEdge,
        'line-width': ['interpolate', ['linear'], ['zoom'], 12.5, 0.3, 17, 1],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 12.5, 0.1, 15, 0.35],
      },
    },
  ];
}

export function zoneNames(
  palette: Palette,
  language: Language,
  visibility: 'visible' | 'none',
): LayerSpecification[] {
  const name = byDistrict((district) => districtLabels[language][district], '');
  const ratios: ExpressionSpecification = [
    'case',
    ['all', ['has', 'bcr'], ['has', 'far']],
    ['concat', '\n', ['to-string', ['get', 'bcr']], '/', ['to-string', ['get', 'far']]],
    '',
  ];
  return [
    {
      id: 'zone-name',
      type: 'symbol',
      source,
      'source-layer': 'zone_labels',
      minzoom: 14,
      layout: {
        visibility,
        'text-field': ['step', ['zoom'], name, 15.5, ['format', name, {}, ratios, { 'font-scale': 0.85 }]],
        'text-font': bold,
        'text-size': ['interpolate', ['linear'], ['zoom'], 14, 10.5, 17, 13],
        'text-line-height': 1.25,
        'text-padding': 6,
      },
      paint: {
        'text-color': palette.quietText,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.4,
        'text-opacity': 0.9,
      },
    },
  ];
}

function byDistrict<T extends string | number>(
  of: (district: (typeof useDistricts)[number]) => T,
  otherwise: T,
): ExpressionSpecification {
  const branches = useDistricts.flatMap((district) => [district, of(district)]);
  return ['match', ['get', 'district'], ...branches, otherwise] as unknown as ExpressionSpecification;
}
