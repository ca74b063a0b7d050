/** How criteria are said in a chip. Pure. */
import { area, roundYen } from '../i18n/format';
import type { Messages } from '../i18n/ja';
import type { Criterion, Filter } from '../state/filter';
import { type AreaUnit, type Language, tsuboM2 } from '../state/vocabulary';

export function criterionText(
  filter: Filter,
  criterion: Criterion,
  unit: AreaUnit,
  language: Language,
  messages: Messages,
): string {
  const words = messages.filter;
  switch (criterion) {
    case 'text':
      return `「${filter.text}」`;
    case 'kinds':
      return some(
        filter.kinds.map((kind) => messages.kinds[kind]),
        messages.or,
      );
    case 'districts':
      return some(
        filter.districts.map((district) => messages.districts[district]),
        messages.or,
      );
    case 'conditions':
      return some(
        filter.conditions.map((condition) => messages.conditions[condition]),
        messages.or,
      );
    case 'cooking':
      return filter.cooking === 'heavy' ? words.heavyCooking : words.lightCooking;
    case 'storey':
      return filter.storey === 'any' ? words.anyLevel : words.levels[filter.storey];
    case 'walk':
      return words.walkChip(String(filter.walk ?? ''));
    case 'rent':
      return range(filter.rentMin, filter.rentMax, (yen) => roundYen(yen, language), words.range);
    case 'area':
      return range(filter.areaMin, filter.areaMax, (m2) => wholeArea(m2, unit, language), words.range);
    case 'negotiable':
      return words.negotiableDrop;
  }
}

/** Filter steps are whole numbers of the unit; say them so. */
export function wholeArea(m2: number, unit: AreaUnit, language: Language): string {
  const value = unit === 'm2' ? m2 : m2 / tsuboM2;
  const whole = Math.abs(value - Math.round(value)) < 0.01;
  if (!whole) return area(m2, unit, language);
  const names = language === 'en' ? { m2: ' m²', tsubo: ' tsubo' } : { m2: '㎡', tsubo: '坪' };
  return `${Math.round(value)}${names[unit]}`;
}

function range(
  min: number | null,
  max: number | null,
  say: (value: number) => string,
  between: (a: string, b: string) => string,
): string {
  return between(min === null ? '' : say(min), max === null ? '' : say(max)).trim();
}

function some(names: string[], or: string): string {
  return names.length <= 2 ? names.join(or) : `${names[0]} +${names.length - 1}`;
}
