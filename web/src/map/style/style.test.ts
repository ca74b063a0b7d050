import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { languages, useDistricts } from '../../state/vocabulary';
import { layerIds, tileLayers } from '../layers';
import { noArea } from './area';
import { districtColours, kindColours, palettes } from './palette';
import type { Basemap, StyleState } from './state';
import { styleOf, tilesUrl } from './style';

const state: StyleState = {
  scheme: 'light',
  language: 'ja',
  hidden: [],
  basemap: { is: 'own' },
  filter: [],
  area: noArea,
  origin: 'http://machikado.test',
  today: 20000,
};

const gsi = { tiles: 'https://tiles.test/{z}/{x}/{y}', attribution: '出典：国土地理院' };
const basemaps: Basemap[] = [{ is: 'own' }, { is: 'raster', ...gsi }, { is: 'gsi-vector', ...gsi }];

describe('the map style', () => {
  for (const scheme of ['light', 'dark'] as const) {
    for (const language of languages) {
      for (const basemap of basemaps) {
        it(`is valid in ${scheme}, ${language}, over ${basemap.is}`, () => {
          expect(validateStyleMin(styleOf({ ...state, scheme, language, basemap }))).toEqual([]);
        });
      }
    }
  }

  it('is valid with an area of each kind', () => {
    const land = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [1, 1],
          [2, 1],
          [1, 2],
          [1, 1],
        ],
      ],
    };
    for (const area of [
      { ...noArea, land },
      { ...noArea, towns: [2 ** 52] },
      { ...noArea, streets: [7] },
    ]) {
      expect(validateStyleMin(styleOf({ ...state, area }))).toEqual([]);
    }
  });

  it('reads only layers that the tiles have', () => {
    const read = styleOf(state).layers.flatMap((layer) =>
      'source-layer' in layer && typeof layer['source-layer'] === 'string' ? [layer['source-layer']] : [],
    );
    expect(Object.keys(tileLayers)).toEqual(expect.arrayContaining(read));
  });

  it('has every layer a person can point at', () => {
    const ids = styleOf(state).layers.map((layer) => layer.id);
    expect(ids).toEqual(expect.arrayContaining(Object.values(layerIds)));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('hides an overlay by visibility, so that nothing is fetched again when it returns', () => {
    const hidden = styleOf({ ...state, hidden: ['zones'] });
    const fill = hidden.layers.find((layer) => layer.id === layerIds.zoneFill);
    expect(fill?.layout?.visibility).toBe('none');
    expect(hidden.layers.length).toBe(styleOf(state).layers.length);
  });

  it('sends the filter with premises and with nothing else', () => {
    const filtered = { ...state, filter: [['kind', 'shop,office'] as const] };
    expect(tilesUrl(filtered, 'offer')).toBe(
      'http://machikado.test/tiles/listings/{z}/{x}/{y}.mvt?kind=shop%2Coffice',
    );
    expect(tilesUrl(filtered, 'plan')).not.toContain('kind');
  });

  it('asks for no glyphs, sprites or anything else of another host', () => {
    const style = styleOf(state);
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    expect(
      JSON.stringify(style)
        .match(/https?:\/\/[^/"]+/g)
        ?.every((u) => u === 'http://machikado.test'),
    ).toBe(true);
  });
});

describe('the colours', () => {
  it('of districts are soft: between a third and half opaque', () => {
    for (const district of useDistricts) {
      expect(districtColours[district].opacity).toBeGreaterThanOrEqual(0.35);
      expect(districtColours[district].opacity).toBeLessThanOrEqual(0.5);
    }
  });

  it('of markers carry their text with a contrast of at least 4.5', () => {
    for (const scheme of ['light', 'dark'] as const) {
      for (const [kind, colour] of Object.entries(kindColours[scheme])) {
        expect(contrast(colour, palettes[scheme].markerText), `${scheme} ${kind}`).toBeGreaterThanOrEqual(
          4.5,
        );
      }
    }
  });
});

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
