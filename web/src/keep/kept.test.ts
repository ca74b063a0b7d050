import { describe, expect, it } from 'vitest';
import { idsFrom, type Kept, mostKept, readKept, withMore, withoutOne, writeKept } from './kept';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const idOf = (n: number) =>
  `00000000${alphabet[Math.floor(n / 1024) % 32]}${alphabet[Math.floor(n / 32) % 32]}${alphabet[n % 32]}`;
const kept = (n: number): Kept => ({ id: idOf(n), title: `物件${n}`, kind: 'shop', keptAt: n });
const many = (count: number) => Array.from({ length: count }, (_, n) => kept(n));

describe('what is kept on the device', () => {
  it('reads back as it was written', () => {
    expect(readKept(writeKept(many(3)))).toEqual({ is: 'readable', items: many(3) });
  });

  it('is empty where nothing or nonsense is found', () => {
    for (const text of [null, '', '{', '[]', '{"v":1}', '{"v":1,"items":{}}', '7']) {
      expect(readKept(text)).toEqual({ is: 'readable', items: [] });
    }
  });

  it('loses only the entries that are no listings', () => {
    const text = JSON.stringify({
      v: 1,
      items: [null, { id: 'x' }, kept(1), { id: idOf(2), kind: 'castle' }],
    });
    expect(readKept(text)).toEqual({
      is: 'readable',
      items: [kept(1), { id: idOf(2), title: '', kind: 'shop', keptAt: 0 }],
    });
  });

  it('is left alone when a newer page wrote it', () => {
    expect(readKept('{"v":2,"items":[]}')).toEqual({ is: 'newer' });
  });

  it('takes in what is new, first, and nothing twice', () => {
    const items = withMore([kept(1), kept(2)], [kept(3), kept(2), kept(3)]);
    expect(items).toEqual([kept(3), kept(1), kept(2)]);
  });

  it('never grows beyond its bound, and drops nothing to make room', () => {
    const full = many(mostKept);
    expect(withMore(full, [kept(900)])).toEqual(full);
    expect(withMore(full.slice(1), [kept(900), kept(901)])).toHaveLength(mostKept);
  });

  it('forgets one', () => {
    expect(withoutOne(many(2), idOf(0))).toEqual([kept(1)]);
  });
});

describe('ids in a URL', () => {
  it('are read each once, without what is no id, and no more than asked for', () => {
    expect(idsFrom(`${idOf(1)},x,${idOf(2)},${idOf(1)},`, 4)).toEqual([idOf(1), idOf(2)]);
    expect(
      idsFrom(
        many(9)
          .map((k) => k.id)
          .join(','),
        4,
      ),
    ).toHaveLength(4);
    expect(idsFrom(null, 4)).toEqual([]);
  });
});
