/**
 * The map while a business is chosen: land and premises show verdicts, and the planners' colours give way.
 *
 * Every district has layers of its own whose paint is constant. Changing a constant needs no tile to be
 * read again, so all land changes in the next frame; premises are told apart by an expression. Pure.
 */
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { layerIds, pickedSource } from '../../map/layers';
import type { Scheme } from '../../map/style/palette';
import { type UseDistrict, useDistricts } from '../../state/vocabulary';
import { verdictExpression } from '../expressions';
import { type VerdictTable, verdictOnLand } from '../table';
import { type Verdict, verdictColours } from '../verdicts';

/** Land that is plainly allowed is plain; the others have a pattern each. */
export const patterned = ['conditional', 'prohibited', 'ask_ward', 'other_law'] as const;

export interface Wardrobe {
  readonly scheme: Scheme;
  /** `null` while getting ready: the layers are there and show nothing. */
  readonly table: VerdictTable | null;
  /** The storey land is judged for; `null` where that is open. */
  readonly storey: number | null;
  readonly zones: 'visible' | 'none';
}

const instantly = { duration: 0, delay: 0 };

export function dressed(
  style: StyleSpecification,
  { scheme, table, storey, zones }: Wardrobe,
): StyleSpecification {
  const shown = table !== null;
  return {
    ...style,
    layers: style.layers.flatMap((layer) => {
      if (layer.id === layerIds.zoneFill && layer.type === 'fill' && zones === 'visible') {
        const land = landLayers(scheme, table, storey);
        return shown
          ? [{ ...layer, paint: { ...layer.paint, 'fill-opacity': 0 } }, ...land]
          : [layer, ...land];
      }
      if (!shown) return [layer];
      if (layer.id === 'zone-hatch' && layer.type === 'fill') {
        return [{ ...layer, paint: { ...layer.paint, 'fill-opacity': 0 } }];
      }
      if (layer.id === layerIds.dots && layer.type === 'circle') return signs(layer, scheme, table);
      return [pills(layer, scheme, table)];
    }),
  };
}

function landLayers(scheme: Scheme, table: VerdictTable | null, storey: number | null): LayerSpecification[] {
  return useDistricts.flatMap((district): LayerSpecification[] => {
    const verdict = table === null ? null : verdictOnLand(table, district, storey);
    const colour = verdict === null ? null : verdictColours[scheme][verdict];
    const common = {
      type: 'fill' as const,
      source: 'plan',
      'source-layer': 'zones',
      filter: ['==', ['get', 'district'], district] as ExpressionSpecification,
    };
    return [
      {
        ...common,
        id: landLayer(district),
        paint: {
          'fill-color': colour?.fill ?? 'rgba(0,0,0,0)',
          'fill-color-transition': instantly,
          'fill-opacity': colour?.opacity ?? 0,
          'fill-opacity-transition': instantly,
          'fill-antialias': false,
        },
      },
      ...patterned.map(
        (pattern): LayerSpecification => ({
          ...common,
          id: `${landLayer(district)}-${pattern}`,
          paint: {
            'fill-pattern': `land-${scheme}-${pattern}`,
            'fill-opacity': pattern === verdict ? 1 : 0,
            'fill-opacity-transition': instantly,
          },
        }),
      ),
    ];
  });
}

export const landLayer = (district: UseDistrict) => `law-${district}`;

/** Where there is no room for a pill, a small sign. The dot beneath stays, unseen, to be pointed at. */
function signs(dots: CircleLayer, scheme: Scheme, table: VerdictTable): LayerSpecification[] {
  return [
    { ...dots, paint: { ...dots.paint, 'circle-opacity': 0, 'circle-stroke-opacity': 0 } },
    {
      id: 'law-signs',
      type: 'symbol',
      source: dots.source,
      'source-layer': dots['source-layer'] ?? '',
      ...(dots.filter === undefined ? {} : { filter: dots.filter }),
      layout: {
        'icon-image': ['concat', `sign-${scheme}-`, verdictExpression(table)],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 10, 0.62, 14, 0.85, 17, 1],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'icon-padding': 0,
      },
    },
  ];
}

/** Where there is room, the sign is on the pill. */
function pills(layer: LayerSpecification, scheme: Scheme, table: VerdictTable): LayerSpecification {
  if (layer.id === layerIds.pills && layer.type === 'symbol') {
    return pill(layer, scheme, verdictExpression(table));
  }
  if (layer.id === layerIds.picked && layer.type === 'symbol' && layer.source === pickedSource) {
    return pill(layer, scheme, ['coalesce', ['get', 'verdict'], 'ask_ward'], 'raised');
  }
  return layer;
}

type CircleLayer = Extract<LayerSpecification, { type: 'circle' }>;
type SymbolLayer = Extract<LayerSpecification, { type: 'symbol' }>;

function pill(
  layer: SymbolLayer,
  scheme: Scheme,
  verdict: ExpressionSpecification,
  look = 'plain',
): SymbolLayer {
  return {
    ...layer,
    layout: {
      ...layer.layout,
      'icon-image': ['concat', `verdict-${scheme}-${look}-`, verdict],
      // Where marks crowd, those that may be used come first.
      ...(look === 'plain' ? { 'symbol-sort-key': sortKey(verdict) } : {}),
    },
    paint: { ...layer.paint, 'text-color': textColour(scheme, verdict) },
  };
}

const order: Readonly<Record<Verdict, number>> = {
  permitted: 0,
  conditional: 1,
  ask_ward: 2,
  other_law: 3,
  prohibited: 4,
};

function sortKey(verdict: ExpressionSpecification): ExpressionSpecification {
  const branches = Object.entries(order).flatMap(([word, place]) => [word, place]);
  return ['match', verdict, ...branches, 5] as unknown as ExpressionSpecification;
}

function textColour(scheme: Scheme, verdict: ExpressionSpecification): ExpressionSpecification {
  const branches = Object.entries(verdictColours[scheme]).flatMap(([word, { ink }]) => [word, ink]);
  return [
    'match',
    verdict,
    ...branches,
    verdictColours[scheme].ask_ward.ink,
  ] as unknown as ExpressionSpecification;
}
