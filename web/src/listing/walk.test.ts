import { describe, expect, it } from 'vitest';
import { easy } from '../i18n/easy';
import { en } from '../i18n/en';
import { ja } from '../i18n/ja';
import { walkNote, walkText } from './walk';

const station = (method: 'road' | 'estimate') => ({
  name: '経堂',
  walk: { minutes: 5, metres: 361, method, estimate: method === 'estimate' },
});

describe('a walk to a station', () => {
  it('along roads is told as it is, in every language', () => {
    expect(walkText(station('road'), ja)).toBe('経堂駅 徒歩5分');
    expect(walkText(station('road'), en)).toBe('経堂 Station, 5 min on foot');
    expect(walkText(station('road'), easy)).toBe('経堂駅から 歩いて 5分');
  });

  it('that is an estimate says 約, and that it is from the straight line', () => {
    expect(walkText(station('estimate'), ja)).toContain('約5分');
    expect(walkText(station('estimate'), en)).toContain('about 5 min');
    expect(walkText(station('estimate'), easy)).toContain('約5分');
    expect(walkNote(station('estimate'), ja)).toContain('直線距離');
    expect(walkNote(station('road'), ja)).not.toContain('直線距離');
  });
});
