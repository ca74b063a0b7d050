import { describe, expect, it } from 'vitest';
import { grouped, known, type Offer, parts, secondLine } from './offers';
import { recent, withRecent } from './recent';

// Only what is read here; a whole suggestion would hide that.
const offer = (kind: string, name: string) => ({ kind, name, id: name }) as unknown as Offer;

describe('what is offered', () => {
  it('stands by kind, each kind where its best stands, and unknown kinds are left out', () => {
    const items = [offer('use', 'a'), offer('town', 'b'), offer('planet', 'c'), offer('use', 'd')];
    const shown = grouped(known(items)).map(({ kind, offers }) => [kind, ...offers.map(({ name }) => name)]);
    expect(shown).toEqual([
      ['use', 'a', 'd'],
      ['town', 'b'],
    ]);
  });

  it('marks the part that was typed, and nothing where the name was not', () => {
    expect(parts({ name: '経堂駅前', matched: [0, 2] })).toEqual(['', '経堂', '駅前']);
    expect(parts({ name: '経堂', matched: null })).toEqual(['', '', '経堂']);
  });

  it('says the reading and the lines, and no reading twice', () => {
    const station = { ...offer('station', 'すずらん'), kana: 'すずらん', detail: '小田急線' } as Offer;
    expect(secondLine(station)).toBe('小田急線');
  });
});

describe('what was chosen recently', () => {
  it('comes latest first, each once, and not more than six', () => {
    const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'b'].map((name) => offer('town', name));
    const kept = all.reduce((list: readonly Offer[], one) => withRecent(list, one), []);
    expect(kept.map(({ name }) => name)).toEqual(['b', 'g', 'f', 'e', 'd', 'c']);
  });

  it('survives a store that holds nonsense', () => {
    expect(recent('{"x":1}')).toEqual([]);
    expect(recent('[1,{"kind":"town"},')).toEqual([]);
    expect(recent('[1,{"kind":"castle","name":"x"},{"kind":"town","name":"y","towns":[]}]')).toHaveLength(1);
  });
});
