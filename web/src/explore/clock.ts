/** Today in Japan, read once: a page left open overnight says so after the next visit. */
import { todayInJapan } from '../i18n/format';

const day = todayInJapan(new Date());

export function today(): number {
  return day;
}
