import { describe, expect, it } from 'vitest';
import type { TermsBody } from '../api/client';
import { ja } from '../i18n/ja';
import { firstPayment, shares } from './costs';
import { costText, keptText } from './money';

const unstated = { state: 'unstated' } as const;
const terms: TermsBody = {
  rent: { state: 'amount', yen: 200_000 },
  tax: 'excluded',
  rent_per_tsubo_yen: 20_000,
  common_fee: unstated,
  deposit: { state: 'amount', months: 6, yen: 1_200_000, amortisation: { percent: 20, of: 'deposit' } },
  key_money: { state: 'negotiable' },
  fixtures_price: { state: 'amount', yen: 0 },
  renewal_fee: unstated,
  free_rent_months: null,
  first_payment_yen: 1_400_000,
  first_payment_complete: false,
  lease: 'ordinary',
  lease_months: 36,
};

describe('the first payment', () => {
  it('adds up to what the server says', () => {
    const total = firstPayment(terms).reduce((sum, cost) => sum + (cost.is === 'yen' ? cost.yen : 0), 0);
    expect(total).toBe(terms.first_payment_yen);
  });

  it('says negotiable and not stated, never nought', () => {
    const said = Object.fromEntries(
      firstPayment(terms).map((cost) => [cost.name, costText(cost, 'ja', ja).text]),
    );
    expect(said.keyMoney).toBe('要相談');
    expect(said.commonFee).toBe('不明');
    expect(said.deposit).toBe('1,200,000円');
  });

  it('keeps months as months where the rent is not an amount', () => {
    const deposit = { state: 'amount', months: 3, yen: null, amortisation: null } as const;
    const costs = firstPayment({ ...terms, rent: { state: 'negotiable' }, deposit });
    expect(costs.find((cost) => cost.name === 'deposit')).toEqual({
      name: 'deposit',
      is: 'months',
      months: 3,
    });
  });

  it('is divided into the parts that are stated', () => {
    expect(shares(firstPayment(terms)).map((part) => part.name)).toEqual(['rent', 'deposit']);
  });

  it('says what of the deposit is kept', () => {
    expect(keptText(terms.deposit, ja)).toBe('償却 敷金・保証金の20%');
    expect(keptText(unstated, ja)).toBeNull();
  });
});
