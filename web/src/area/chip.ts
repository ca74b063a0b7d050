/** How an area is said in a chip. Pure. */
import type { WalkMethod } from '../api/client';
import { count } from '../i18n/format';
import type { Messages } from '../i18n/ja';
import type { Area } from '../state/area';
import type { Language } from '../state/vocabulary';

export function areaText(
  area: Area,
  name: (id: string) => string,
  method: WalkMethod | null,
  language: Language,
  { area: words, or }: Messages,
): string {
  switch (area.is) {
    case 'map':
      return words.map;
    case 'polygon':
      return words.drawn;
    case 'circle':
      return words.circle(count(Math.round(area.metres), language));
    case 'towns':
    case 'streets': {
      const [first = '', second = '', ...more] = area.ids;
      if (more.length > 0) return `${name(first)} +${area.ids.length - 1}`;
      return second === '' ? name(first) : `${name(first)}${or}${name(second)}`;
    }
    case 'station':
      return method === 'estimate'
        ? words.walkEstimate(name(area.id), String(area.minutes))
        : words.walk(name(area.id), String(area.minutes));
  }
}
