//! The terms of a lease: what is paid every month, what on signing, and for how long.

use thiserror::Error;

use super::money::{Asking, Months, Tax, Yen};
use super::slug::vocabulary;

vocabulary! {
    /// The kind of contract offered.
    pub enum LeaseKind("lease kind") {
        /// 普通建物賃貸借.
        Ordinary = "ordinary", "普通賃貸借";
        /// 定期建物賃貸借, ends on its date.
        FixedTerm = "fixed_term", "定期賃貸借";
        /// By the day or week.
        Daily = "daily", "日・週単位";
        /// On agreed weekdays or hours.
        Hours = "hours", "曜日・時間貸し";
        /// The business itself is handed over.
        Transfer = "transfer", "事業譲渡";
        /// Not stated.
        Unstated = "unstated", "不明";
    }
}

/// Why terms cannot be as given.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum TermsError {
    /// Amortisation above 100 %.
    #[error("amortisation of {0} % is not between 0 and 100")]
    AmortisationPercent(f64),
    /// A lease of no length or longer than 50 years.
    #[error("a lease of {0} months is not between 1 and 600")]
    LeaseMonths(u32),
}

/// A sum stated in months of rent or in yen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum LumpSum {
    /// So many months of rent.
    Months(Months),
    /// So many yen.
    Yen(Yen),
}

impl LumpSum {
    /// The sum in yen; months need a known rent.
    pub fn in_yen(self, rent: Option<Yen>) -> Option<Yen> {
        match self {
            Self::Yen(yen) => Some(yen),
            Self::Months(months) => Yen::new((rent?.yen() as f64 * months.months()).round() as u64).ok(),
        }
    }
}

/// 償却: the part of a deposit that is not given back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amortisation {
    /// A share of the deposit, in percent.
    Percent(f64),
    /// So many months of rent.
    Months(Months),
}

impl Amortisation {
    /// A share between 0 and 100 %.
    pub fn percent(percent: f64) -> Result<Self, TermsError> {
        if (0.0..=100.0).contains(&percent) {
            Ok(Self::Percent(percent))
        } else {
            Err(TermsError::AmortisationPercent(percent))
        }
    }
}

/// 敷金 or 保証金, with what is kept of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Deposit {
    /// The sum left with the landlord.
    pub sum: LumpSum,
    /// 償却, where agreed.
    pub amortisation: Option<Amortisation>,
}

/// Everything money and time about a listing. `Unstated` is shown as 不明 or 要相談, never as 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Terms {
    /// 賃料, yen a month (for daily and hourly lets: see `lease`).
    pub rent: Asking<Yen>,
    /// Whether the rent includes consumption tax.
    pub tax: Tax,
    /// 共益費・管理費, yen a month.
    pub common_fee: Asking<Yen>,
    /// 敷金・保証金.
    pub deposit: Asking<Deposit>,
    /// 礼金.
    pub key_money: Asking<LumpSum>,
    /// 造作譲渡料: for fixtures taken over.
    pub fixtures_price: Asking<Yen>,
    /// 更新料.
    pub renewal_fee: Asking<LumpSum>,
    /// フリーレント, months without rent.
    pub free_rent: Option<Months>,
    /// The kind of contract.
    pub lease: LeaseKind,
    /// Its length in months, 1 to 600.
    lease_months: Option<u32>,
}

impl Terms {
    /// Terms of which nothing is stated yet.
    pub const fn unstated() -> Self {
        Self {
            rent: Asking::Unstated,
            tax: Tax::Unstated,
            common_fee: Asking::Unstated,
            deposit: Asking::Unstated,
            key_money: Asking::Unstated,
            fixtures_price: Asking::Unstated,
            renewal_fee: Asking::Unstated,
            free_rent: None,
            lease: LeaseKind::Unstated,
            lease_months: None,
        }
    }

    /// The same terms for a lease of so many months.
    pub fn with_lease_months(self, months: Option<u32>) -> Result<Self, TermsError> {
        match months {
            Some(m) if !(1..=600).contains(&m) => Err(TermsError::LeaseMonths(m)),
            _ => Ok(Self { lease_months: months, ..self }),
        }
    }

    /// The length of the lease in months.
    pub const fn lease_months(&self) -> Option<u32> {
        self.lease_months
    }

    /// What must be paid on signing, as far as stated: first rent, common fee, deposit, key money
    /// and fixtures. `None` where the rent is not stated; parts not stated are left out.
    pub fn first_payment(&self) -> Option<Yen> {
        let rent = self.rent.amount()?;
        let parts = [
            Some(rent),
            self.common_fee.amount(),
            self.deposit.amount().and_then(|d| d.sum.in_yen(Some(rent))),
            self.key_money.amount().and_then(|k| k.in_yen(Some(rent))),
            self.fixtures_price.amount(),
        ];
        Yen::new(parts.into_iter().flatten().map(Yen::yen).sum()).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_payment_adds_months_of_deposit_to_the_first_rent() {
        let rent = Yen::new(200_000).unwrap();
        let terms = Terms {
            rent: Asking::Amount(rent),
            deposit: Asking::Amount(Deposit {
                sum: LumpSum::Months(Months::new(6.0).unwrap()),
                amortisation: None,
            }),
            key_money: Asking::Negotiable,
            ..Terms::unstated()
        };
        assert_eq!(terms.first_payment().unwrap().yen(), 1_400_000);
        assert_eq!(Terms::unstated().first_payment(), None);
    }

    #[test]
    fn a_lease_of_no_months_cannot_be_built() {
        assert!(Terms::unstated().with_lease_months(Some(0)).is_err());
    }
}
