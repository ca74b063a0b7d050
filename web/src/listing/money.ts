/** Sums as stated, in words. Pure. */
import type { Price, TermsBody } from '../api/client';
import { yen } from '../i18n/format';
import type { Messages } from '../i18n/ja';
import type { Language } from '../state/vocabulary';
import type { Cost } from './costs';

export interface Said {
  readonly text: string;
  readonly known: boolean;
}

export function priceText(price: Price, language: Language, messages: Messages): Said {
  return price.state === 'amount'
    ? { text: yen(price.yen, language), known: true }
    : unknown(price.state, messages);
}

export function costText(cost: Cost, language: Language, messages: Messages): Said {
  switch (cost.is) {
    case 'yen':
      return { text: yen(cost.yen, language), known: true };
    case 'months':
      return { text: messages.detail.monthsOfRent(plain(cost.months)), known: true };
    case 'negotiable':
    case 'unstated':
      return unknown(cost.is, messages);
  }
}

export function sumText(sum: TermsBody['key_money'], language: Language, messages: Messages): Said {
  if (sum.state !== 'amount') return unknown(sum.state, messages);
  if (sum.months !== null && sum.months !== undefined) {
    return { text: messages.detail.monthsOfRent(plain(sum.months)), known: true };
  }
  return sum.yen === null || sum.yen === undefined
    ? unknown('unstated', messages)
    : { text: yen(sum.yen, language), known: true };
}

/** What of the deposit is not given back, where agreed. */
export function keptText(deposit: TermsBody['deposit'], messages: Messages): string | null {
  if (deposit.state !== 'amount' || deposit.amortisation === null) return null;
  const kept = deposit.amortisation;
  const what =
    'percent' in kept
      ? messages.detail.ofDeposit(plain(kept.percent))
      : messages.detail.monthsOfRent(plain(kept.months));
  return messages.detail.amortisation(what);
}

export function plain(value: number): string {
  return String(Number(value.toFixed(2)));
}

function unknown(state: 'negotiable' | 'unstated', messages: Messages): Said {
  return { text: state === 'negotiable' ? messages.negotiable : messages.unknown, known: false };
}
