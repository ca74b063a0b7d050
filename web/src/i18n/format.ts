/** Numbers, money, sizes and dates as people of each language write them. Pure. */
import { type AreaUnit, type Language, tsuboM2 } from '../state/vocabulary';
import type { Messages } from './ja';

const locale = (language: Language) => (language === 'en' ? 'en-GB' : 'ja-JP');

/** Making a format costs a hundred times what using it does, and a list uses hundreds. */
const whole: Partial<Record<Language, Intl.NumberFormat>> = {};
const oneDigit: Partial<Record<Language, Intl.NumberFormat>> = {};
const tenThousands = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 1 });

function digits(value: number, language: Language): string {
  whole[language] ??= new Intl.NumberFormat(locale(language));
  return whole[language].format(value);
}

export function count(value: number, language: Language): string {
  return digits(value, language);
}

/** Exact: `180,000円`, `¥180,000`. */
export function yen(value: number, language: Language): string {
  const amount = digits(Math.round(value), language);
  return language === 'en' ? `¥${amount}` : `${amount}円`;
}

/** As listings say it: `18万円`, `18.5万円`; below 10,000 exact. English stays exact. */
export function roundYen(value: number, language: Language): string {
  if (language === 'en' || value < 10_000) return yen(value, language);
  return `${tenThousands.format(value / 10_000)}万円`;
}

export function m2ToTsubo(m2: number): number {
  return m2 / tsuboM2;
}

export function tsuboToM2(tsubo: number): number {
  return tsubo * tsuboM2;
}

/** `33.1㎡` or `10.0坪`. */
export function area(m2: number, unit: AreaUnit, language: Language): string {
  const value = unit === 'm2' ? m2 : m2ToTsubo(m2);
  oneDigit[language] ??= new Intl.NumberFormat(locale(language), {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const amount = oneDigit[language].format(value);
  if (language === 'en') return unit === 'm2' ? `${amount} m²` : `${amount} tsubo`;
  return unit === 'm2' ? `${amount}㎡` : `${amount}坪`;
}

/** `1F`, `B1`, `B1–2F`. */
export function storeys(lowest: number, highest: number): string {
  return lowest === highest ? storey(lowest) : `${storey(lowest)}–${storey(highest)}`;
}

function storey(number: number): string {
  return number < 0 ? `B${-number}` : `${number}F`;
}

/** `2026年11月3日`, `3 Nov 2026`. */
export function date(isoDay: string, language: Language): string {
  const style: Intl.DateTimeFormatOptions =
    language === 'en'
      ? { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }
      : { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(locale(language), style).format(new Date(`${isoDay}T00:00:00Z`));
}

/** A moment in Japan, without its year: `11月24日 9:05`, `24 Nov, 09:05`. */
export function moment(at: number, language: Language): string {
  return new Intl.DateTimeFormat(locale(language), {
    day: 'numeric',
    month: language === 'en' ? 'short' : 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'Asia/Tokyo',
  }).format(at);
}

/** Days since 1970 of an ISO day. */
export function dayNumber(isoDay: string): number {
  return Math.floor(Date.parse(`${isoDay}T00:00:00Z`) / 86_400_000);
}

/** Today in Japan, days since 1970. */
export function todayInJapan(now: Date): number {
  return Math.floor((now.getTime() + 9 * 3_600_000) / 86_400_000);
}

export function ago(isoDay: string, today: number, messages: Messages): string {
  const days = today - dayNumber(isoDay);
  if (days <= 0) return messages.ago.today;
  if (days === 1) return messages.ago.yesterday;
  if (days < 60) return messages.ago.days(String(days));
  return messages.ago.months(String(Math.floor(days / 30)));
}

/** Metres as an estimate: to 10 m beyond 100, else to 5. */
export function roundMetres(metres: number): number {
  const step = metres >= 100 ? 10 : 5;
  return Math.max(step, Math.round(metres / step) * step);
}

export function percent(share: number, language: Language): string {
  return share.toLocaleString(locale(language), { style: 'percent', maximumFractionDigits: 1 });
}
