import { describe, expect, it } from 'vitest';
import { everything } from '../state/filter';
import { firstView } from '../state/view';
import { loosened } from './loosen';

const filter = { ...everything, rentMax: 200000, storey: 'upper' as const, kinds: ['shop' as const] };
const view = { ...firstView, filter };

describe('loosening one condition', () => {
  it('changes that one and leaves the others', () => {
    const loosen = [{ name: 'rent_max', value: '205000' }];
    expect(loosened(view, { limit: 'rent_max', loosen })).toEqual({
      is: 'view',
      change: { area: firstView.area, filter: { ...filter, rentMax: 205000 } },
    });
  });

  it('of a storey asks for none where the new one is no choice of this page', () => {
    const loosen = [{ name: 'storey_min', value: '1' }];
    const change = loosened(view, { limit: 'storey_min', loosen });
    expect(change.is === 'view' && change.change.filter?.storey).toBe('any');
  });

  it('of the map widens the map, and of a walk takes longer', () => {
    const loosen = [{ name: 'bbox', value: '139.6,35.6,139.7,35.7' }];
    expect(loosened(view, { limit: 'place', loosen })).toEqual({
      is: 'map',
      box: [139.6, 35.6, 139.7, 35.7],
    });
    const area = { is: 'station' as const, id: '0123456789a', minutes: 10 };
    const longer = [
      { name: 'station', value: area.id },
      { name: 'walk_minutes', value: '12' },
    ];
    const change = loosened({ ...view, area }, { limit: 'place', loosen: longer });
    expect(change.is === 'view' && change.change.area).toEqual({ ...area, minutes: 12 });
  });

  it('of a verdict shows all of them', () => {
    const business = { use: 'factory', inputs: {}, show: 'allowed' as const };
    const loosen = [{ name: 'allowed_for', value: null }];
    const change = loosened({ ...view, business }, { limit: 'verdict', loosen });
    expect(change).toEqual({ is: 'view', change: { business: { ...business, show: 'all' } } });
  });
});
