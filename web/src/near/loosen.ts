/** What a view becomes when one condition is loosened as the server says. Pure. */
import type { NearMiss } from '../api/client';
import { areaFrom } from '../state/area';
import { filterFrom } from '../state/filter';
import { urlOf } from '../state/url';
import type { Box, View } from '../state/view';

export type Loosened =
  /** The map is to show this box. */
  { readonly is: 'map'; readonly box: Box } | { readonly is: 'view'; readonly change: Partial<View> };

export function loosened(view: View, { limit, loosen }: Pick<NearMiss, 'limit' | 'loosen'>): Loosened {
  const box = loosen
    .find(({ name }) => name === 'bbox')
    ?.value?.split(',')
    .map(Number);
  if (view.area.is === 'map' && box?.length === 4 && box.every(Number.isFinite)) {
    return { is: 'map', box: box as unknown as Box };
  }
  if (limit === 'verdict' && view.business !== null) {
    return { is: 'view', change: { business: { ...view.business, show: 'all' } } };
  }
  const query = new URL(urlOf(view), 'http://machikado.invalid').searchParams;
  for (const { name, value } of loosen) {
    if (typeof value === 'string') query.set(name, value);
    else query.delete(name);
  }
  return { is: 'view', change: { filter: filterFrom(query), area: areaFrom(query) } };
}
