import { describe, expect, it } from 'vitest';
import { everything } from './filter';
import { urlOf, viewOf } from './url';
import { firstView, type View } from './view';

const read = (text: string) => viewOf(new URL(text, 'http://machikado.test'));

describe('a view and its URL', () => {
  it('the first view has the plainest URL', () => {
    expect(urlOf(firstView)).toBe('/');
    expect(read('/')).toEqual(firstView);
  });

  const views: Record<string, View> = {
    'a listing seen closely': {
      ...firstView,
      subject: { is: 'listing', id: '0123456789a' },
      camera: { lon: 139.65331, lat: 35.64432, zoom: 16.25 },
    },
    'a card to be answered, over the map of demand': {
      ...firstView,
      subject: { is: 'wanted', id: '0123456789a' },
      drawer: 'reply',
      demand: true,
    },
    'a card to be written': { ...firstView, subject: { is: 'wanted', id: null }, drawer: 'card' },
    'a question about a listing': {
      ...firstView,
      subject: { is: 'listing', id: '0123456789a' },
      drawer: 'ask',
    },
    'a street in English': { ...firstView, subject: { is: 'street', id: 'abcdefghjkm' }, language: 'en' },
    'a drawn area': {
      ...firstView,
      drawer: 'area',
      area: {
        is: 'polygon',
        corners: [
          { lon: 139.6, lat: 35.6 },
          { lon: 139.7, lat: 35.6 },
          { lon: 139.7, lat: 35.7 },
        ],
      },
    },
    'basements along a street': {
      ...firstView,
      area: { is: 'streets', ids: ['abcdefghjkm'] },
      filter: { ...everything, storey: 'basement' },
    },
    'a place on the map': { ...firstView, subject: { is: 'place', at: { lon: 139.6, lat: 35.6 } } },
    'every filter at once': {
      ...firstView,
      drawer: 'filters',
      sort: '-rent',
      unit: 'tsubo',
      hidden: ['zones', 'towns'],
      basemap: 'gsi_pale',
      filter: {
        text: '角地 & 駅前',
        kinds: ['shop', 'pop_up'],
        districts: ['commercial', 'quasi_industrial'],
        conditions: ['bare'],
        cooking: 'heavy',
        storey: 'ground',
        walk: 5,
        rentMin: 100000,
        rentMax: 250000.5,
        areaMin: 0,
        areaMax: 33.06,
        negotiable: 'drop',
      },
    },
    'what is kept here': { ...firstView, subject: { is: 'favourites', ids: [] } },
    'what comes from another device': {
      ...firstView,
      subject: { is: 'favourites', ids: ['0123456789a', 'abcdefghjkm'] },
    },
    'a comparison': { ...firstView, subject: { is: 'compare', ids: ['0123456789a', 'abcdefghjkm'] } },
    'the page about the data': { ...firstView, subject: { is: 'about' } },
    'how verdicts come about, with a business in mind': {
      ...firstView,
      subject: { is: 'method' },
      business: {
        use: 'bakery_workshop',
        inputs: { use_area_m2: '33.06', motor_kw: '0.75' },
        show: 'allowed',
      },
    },
  };
  for (const [name, view] of Object.entries(views)) {
    it(`${name} reads back from its URL`, () => {
      expect(read(urlOf(view))).toEqual(view);
    });
  }

  it('a filter is written in the words of the API', () => {
    const filter = {
      ...everything,
      kinds: ['shop', 'office'] as const,
      rentMax: 200000,
      storey: 'ground' as const,
    };
    expect(urlOf({ ...firstView, filter })).toBe('/?kind=shop,office&ground_floor=true&rent_max=200000');
  });

  it('an old or mistyped query falls back instead of failing', () => {
    const view = read('/?kind=castle,shop&rent_min=cheap&at=139,35&sort=beauty&hide=sea&open=door&lang=la');
    expect(view).toEqual({ ...firstView, filter: { ...everything, kinds: ['shop'] } });
  });

  it('a path that is no page is nowhere, not the list', () => {
    expect(read('/listing/short').subject).toEqual({ is: 'nowhere', path: '/listing/short' });
    expect(read('/listing/0123456789a/more').subject.is).toBe('nowhere');
    expect(read('/listing/0123456789o').subject.is).toBe('nowhere');
  });

  it('a camera off the earth is not taken', () => {
    expect(read('/?at=200,35,14').camera).toBeNull();
    expect(read('/?at=139.6,35.6,99').camera).toBeNull();
    expect(read('/?at=139.6,,14').camera).toBeNull();
  });
});
