import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { layerIds } from '../../map/layers';
import { noArea } from '../../map/style/area';
import type { StyleState } from '../../map/style/state';
import { styleOf } from '../../map/style/style';
import { useDistricts } from '../../state/vocabulary';
import type { VerdictTable } from '../table';
import { type Verdict, verdicts } from '../verdicts';
import { dressed, landLayer, type Wardrobe } from './dress';

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
const plain = styleOf(state);
const everywhere = (verdict: Verdict): VerdictTable =>
  Object.fromEntries(
    useDistricts.map((district) => {
      const areas = [{ up_to_m2: null, verdict }];
      return [
        district,
        { storeys: [{ up_to: null, areas, unknown_area: verdict }], unknown_storey: areas, unknown: verdict },
      ];
    }),
  );
const wardrobe = (table: VerdictTable | null, more: Partial<Wardrobe> = {}): Wardrobe => ({
  scheme: 'light',
  table,
  storey: null,
  zones: 'visible',
  ...more,
});
const paintOf = (style: ReturnType<typeof dressed>, id: string) =>
  (style.layers.find((layer) => layer.id === id)?.paint ?? {}) as Record<string, unknown>;

describe('the map with a business', () => {
  for (const scheme of ['light', 'dark'] as const) {
    it(`is a valid style in ${scheme}, ready and shown`, () => {
      for (const table of [null, everywhere('conditional'), {}]) {
        expect(validateStyleMin(dressed(plain, wardrobe(table, { scheme })))).toEqual([]);
      }
    });
  }

  it('asks for the same tiles as without', () => {
    expect(dressed(plain, wardrobe(everywhere('permitted'))).sources).toEqual(plain.sources);
  });

  it('gives each verdict its pattern, and what is plainly permitted none', () => {
    for (const verdict of verdicts) {
      const style = dressed(plain, wardrobe(everywhere(verdict)));
      const shown = style.layers
        .filter((layer) => layer.id.startsWith(`${landLayer('low_1')}-`))
        .filter((layer) => paintOf(style, layer.id)['fill-opacity'] === 1)
        .map((layer) => layer.id);
      expect(shown).toEqual(verdict === 'permitted' ? [] : [`${landLayer('low_1')}-${verdict}`]);
    }
  });

  it('takes the colours of districts away and leaves their names', () => {
    const style = dressed(plain, wardrobe(everywhere('permitted')));
    expect(paintOf(style, layerIds.zoneFill)['fill-opacity']).toBe(0);
    expect(paintOf(style, 'zone-hatch')['fill-opacity']).toBe(0);
    const names = (of: typeof plain) => of.layers.find((layer) => layer.id === 'zone-name');
    expect(names(style)).toEqual(names(plain));
  });

  it('changes land by constants alone, which MapLibre paints in the next frame from the tiles it has', () => {
    const [before, after] = [everywhere('permitted'), everywhere('prohibited')].map(
      (table) => dressed(plain, wardrobe(table)).layers,
    ) as [typeof plain.layers, typeof plain.layers];
    expect(after.map((layer) => layer.id)).toEqual(before.map((layer) => layer.id));
    const changed = after.filter((layer, i) => JSON.stringify(layer) !== JSON.stringify(before[i]));
    const land = changed.filter((layer) => layer.type === 'fill');
    expect(land.length).toBeGreaterThan(useDistricts.length);
    for (const layer of land) {
      const was = before.find((other) => other.id === layer.id);
      expect({ ...layer, paint: null }).toEqual({ ...was, paint: null });
      for (const [property, value] of Object.entries(layer.paint ?? {})) {
        if (JSON.stringify(value) === JSON.stringify((was?.paint as Record<string, unknown>)[property]))
          continue;
        expect(['fill-color', 'fill-opacity']).toContain(property);
        expect(typeof value === 'object').toBe(false);
      }
    }
    // Marks of premises are read again; nothing else is.
    const others = changed.filter((layer) => layer.type !== 'fill').map((layer) => layer.id);
    expect(others).toEqual(['law-signs', layerIds.pills]);
  });

  it('leaves hidden zones hidden', () => {
    const style = dressed(plain, wardrobe(everywhere('permitted'), { zones: 'none' }));
    expect(style.layers.some((layer) => layer.id.startsWith('law-low_1'))).toBe(false);
  });
});
