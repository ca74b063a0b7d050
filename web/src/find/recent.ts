/** What was chosen last in the search box, on this device alone. Pure but for the two functions at the end. */
import { keyOf, known, type Offer } from './offers';

const key = 'machikado.recent';
const most = 6;

/** Reads what a store holds; what cannot be read is nothing. */
export function recent(text: string | null): Offer[] {
  try {
    const items: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(items)) return [];
    const whole = items.filter(
      (item) =>
        typeof item?.kind === 'string' && typeof item?.name === 'string' && Array.isArray(item?.towns),
    );
    return known(whole).slice(0, most);
  } catch {
    return [];
  }
}

export function withRecent(offers: readonly Offer[], chosen: Offer): Offer[] {
  const others = offers.filter((offer) => keyOf(offer) !== keyOf(chosen));
  return [{ ...chosen, matched: null }, ...others].slice(0, most);
}

export function readRecent(): Offer[] {
  try {
    return recent(localStorage.getItem(key));
  } catch {
    return [];
  }
}

export function writeRecent(offers: readonly Offer[]) {
  try {
    localStorage.setItem(key, JSON.stringify(offers));
  } catch {
    // Without a store the box still works; it only forgets.
  }
}
