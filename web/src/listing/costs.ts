/** What is paid on signing, part by part, as far as the landlord states it. Pure. */
import type { Price, TermsBody } from '../api/client';

export type CostName = 'rent' | 'commonFee' | 'deposit' | 'keyMoney' | 'fixtures';

/** A part of the first payment. `months` is kept where the sum was stated in months of rent. */
export type Cost =
  | { readonly name: CostName; readonly is: 'yen'; readonly yen: number; readonly months: number | null }
  | { readonly name: CostName; readonly is: 'months'; readonly months: number }
  | { readonly name: CostName; readonly is: 'negotiable' | 'unstated' };

export function firstPayment(terms: TermsBody): Cost[] {
  const rent = terms.rent.state === 'amount' ? terms.rent.yen : null;
  return [
    price('rent', terms.rent),
    price('commonFee', terms.common_fee),
    sum('deposit', terms.deposit, rent),
    sum('keyMoney', terms.key_money, rent),
    price('fixtures', terms.fixtures_price),
  ];
}

/** The share of each stated part in the total, for a bar; parts not stated are left out. */
export function shares(costs: readonly Cost[]): { name: CostName; share: number }[] {
  const stated = costs.flatMap((cost) => (cost.is === 'yen' && cost.yen > 0 ? [cost] : []));
  const total = stated.reduce((all, cost) => all + cost.yen, 0);
  return stated.map((cost) => ({ name: cost.name, share: cost.yen / total }));
}

function price(name: CostName, stated: Price): Cost {
  return stated.state === 'amount'
    ? { name, is: 'yen', yen: stated.yen, months: null }
    : { name, is: stated.state };
}

function sum(
  name: CostName,
  stated: TermsBody['deposit'] | TermsBody['key_money'],
  rent: number | null,
): Cost {
  if (stated.state !== 'amount') return { name, is: stated.state };
  const months = stated.months ?? null;
  if (stated.yen !== null && stated.yen !== undefined) return { name, is: 'yen', yen: stated.yen, months };
  if (months === null) return { name, is: 'unstated' };
  return rent === null
    ? { name, is: 'months', months }
    : { name, is: 'yen', yen: Math.round(months * rent), months };
}
