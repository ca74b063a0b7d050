import { describe, expect, it } from 'vitest';
import { ago, area, date, roundMetres, roundYen, storeys, todayInJapan, tsuboToM2, yen } from './format';
import { ja } from './ja';

describe('money and sizes', () => {
  it('rent is said in ten thousands in Japanese and exactly in English', () => {
    expect(roundYen(185_000, 'ja')).toBe('18.5万円');
    expect(roundYen(180_000, 'easy')).toBe('18万円');
    expect(roundYen(8_000, 'ja')).toBe('8,000円');
    expect(roundYen(180_000, 'en')).toBe('¥180,000');
    expect(yen(1_400_000, 'ja')).toBe('1,400,000円');
  });

  it('121 tsubo are 400 square metres', () => {
    expect(tsuboToM2(121)).toBeCloseTo(400);
    expect(area(33.06, 'tsubo', 'ja')).toBe('10.0坪');
    expect(area(33.06, 'm2', 'en')).toBe('33.1 m²');
  });

  it('storeys are named from basement up', () => {
    expect(storeys(1, 1)).toBe('1F');
    expect(storeys(-1, 2)).toBe('B1–2F');
  });

  it('an estimate in metres does not pretend to be exact', () => {
    expect(roundMetres(3)).toBe(5);
    expect(roundMetres(147)).toBe(150);
  });
});

describe('dates', () => {
  const today = todayInJapan(new Date('2026-11-23T16:00:00Z'));

  it('are counted by the day in Japan', () => {
    expect(ago('2026-11-24', today, ja)).toBe('今日');
    expect(ago('2026-11-23', today, ja)).toBe('昨日');
    expect(ago('2026-11-20', today, ja)).toBe('4日前');
  });

  it('are written in full', () => {
    expect(date('2026-11-03', 'ja')).toBe('2026年11月3日');
    expect(date('2026-11-03', 'en')).toBe('3 Nov 2026');
  });
});
