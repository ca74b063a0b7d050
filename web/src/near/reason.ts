/** Why a listing is left out, and what its button does, in words. Pure. */
import type { NearMiss } from '../api/client';
import { wholeArea } from '../explore/criteria';
import { count, roundMetres, roundYen, storeys, yen } from '../i18n/format';
import type { Messages } from '../i18n/ja';
import type { View } from '../state/view';
import type { Language } from '../state/vocabulary';
import type { NearWords } from './words/ja';

export interface Said {
  readonly why: string;
  readonly way: string;
}

export function said(miss: NearMiss, view: View, language: Language, messages: Messages, w: NearWords): Said {
  const { listing, limit } = miss;
  const by = miss.by ?? 0;
  const value = Number(miss.loosen.find(({ name }) => name === limit)?.value ?? Number.NaN);
  const size = (m2: number) => wholeArea(Math.round(m2 * 10) / 10, view.unit, language);
  const rent = (to: string, say: (what: string) => string): Said => ({
    why: say(yen(by, language)),
    way: to,
  });
  if (miss.how === 'unstated' && limit !== 'negotiable')
    return { why: unstated(miss, messages, w), way: w.drop };
  switch (limit) {
    case 'rent_max':
      return rent(w.upTo(roundYen(value, language)), w.higher);
    case 'rent_min':
      return rent(w.from(roundYen(value, language)), w.lower);
    case 'rent_tsubo_max':
      return rent(w.upTo(yen(value, language)), w.perTsubo);
    case 'area_min':
      return { why: w.smaller(size(by)), way: w.from(size(value)) };
    case 'area_max':
      return { why: w.larger(size(by)), way: w.upTo(size(value)) };
    case 'station_minutes_max':
      return { why: w.farther(String(by)), way: w.minutes(String(value)) };
    case 'place':
      return outside(miss, view, language, w);
    case 'storey':
    case 'storey_min':
    case 'storey_max':
    case 'ground_floor': {
      const is = listing.storeys ? storeys(listing.storeys.lowest, listing.storeys.highest) : '';
      return { why: w.storey(is), way: w.drop };
    }
    case 'kind':
      return { why: w.kind(messages.kinds[listing.kind]), way: w.include(messages.kinds[listing.kind]) };
    case 'condition': {
      const is = messages.conditions[listing.condition];
      return { why: w.condition(is), way: w.include(is) };
    }
    case 'cooking':
      return { why: w.cooking(messages.cookings[listing.cooking]), way: w.loosen };
    case 'district': {
      const is = listing.zone ? messages.districts[listing.zone.district] : messages.unknown;
      return { why: w.district(is), way: listing.zone ? w.include(is) : w.drop };
    }
    case 'negotiable':
      return { why: w.negotiable, way: w.includeNegotiable };
    case 'verdict':
      return { why: w.verdict, way: w.showAll };
    case 'q':
      return { why: w.text(view.filter.text), way: w.drop };
    default:
      return { why: w.other, way: w.loosen };
  }
}

function unstated({ limit }: NearMiss, messages: Messages, w: NearWords): string {
  if (limit === 'cooking') return w.cooking(messages.cookings.unstated);
  return limit.startsWith('storey') || limit === 'ground_floor' ? w.storey('') : w.unstated;
}

function outside({ by, unit }: NearMiss, { area }: View, language: Language, w: NearWords): Said {
  if (unit === 'minutes') return { why: w.farther(String(by)), way: w.widenArea };
  const metres = count(roundMetres(by ?? 0), language);
  return area.is === 'map'
    ? { why: w.outsideMap(metres), way: w.widenMap }
    : { why: w.outside(metres), way: w.widenArea };
}
