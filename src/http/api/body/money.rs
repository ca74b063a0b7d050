//! How money looks in JSON: always with its state, so that 要相談 and 不明 can never be read as zero.

use serde::Serialize;
use utoipa::ToSchema;

use super::word::{LeaseKindWord, TaxWord};
use crate::domain::{Amortisation, Asking, Deposit, LumpSum, Terms, Yen};

/// A price in yen, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Price {
    /// This much.
    Amount {
        /// Whole yen.
        #[schema(example = 180_000)]
        yen: u64,
    },
    /// 要相談.
    Negotiable,
    /// The landlord has not said (不明).
    Unstated,
}

impl From<Asking<Yen>> for Price {
    fn from(asking: Asking<Yen>) -> Self {
        match asking {
            Asking::Amount(yen) => Self::Amount { yen: yen.yen() },
            Asking::Negotiable => Self::Negotiable,
            Asking::Unstated => Self::Unstated,
        }
    }
}

/// A sum paid once, stated in months of rent or in yen, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Sum {
    /// This much.
    Amount {
        /// Months of rent, if it was stated in months.
        months: Option<f64>,
        /// Whole yen; counted from the rent if it was stated in months, null if the rent is no amount.
        yen: Option<u64>,
    },
    /// 要相談.
    Negotiable,
    /// The landlord has not said (不明).
    Unstated,
}

fn months_and_yen(sum: LumpSum, rent: Option<Yen>) -> (Option<f64>, Option<u64>) {
    let months = match sum {
        LumpSum::Months(months) => Some(months.months()),
        LumpSum::Yen(_) => None,
    };
    (months, sum.in_yen(rent).map(Yen::yen))
}

impl Sum {
    fn new(asking: Asking<LumpSum>, rent: Option<Yen>) -> Self {
        match asking {
            Asking::Amount(sum) => {
                let (months, yen) = months_and_yen(sum, rent);
                Self::Amount { months, yen }
            }
            Asking::Negotiable => Self::Negotiable,
            Asking::Unstated => Self::Unstated,
        }
    }
}

/// 償却: the part of a deposit that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Kept {
    /// A share of the deposit.
    Deposit {
        /// Percent, 0 to 100.
        percent: f64,
    },
    /// Months of rent.
    Rent {
        /// Months.
        months: f64,
    },
}

impl From<Amortisation> for Kept {
    fn from(amortisation: Amortisation) -> Self {
        match amortisation {
            Amortisation::Percent(percent) => Self::Deposit { percent },
            Amortisation::Months(months) => Self::Rent { months: months.months() },
        }
    }
}

/// 敷金・保証金, with what is kept of it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum DepositSum {
    /// This much.
    Amount {
        /// Months of rent, if it was stated in months.
        months: Option<f64>,
        /// Whole yen; counted from the rent if it was stated in months, null if the rent is no amount.
        yen: Option<u64>,
        /// 償却, where agreed.
        amortisation: Option<Kept>,
    },
    /// 要相談.
    Negotiable,
    /// The landlord has not said (不明).
    Unstated,
}

impl DepositSum {
    fn new(asking: Asking<Deposit>, rent: Option<Yen>) -> Self {
        match asking {
            Asking::Amount(deposit) => {
                let (months, yen) = months_and_yen(deposit.sum, rent);
                Self::Amount { months, yen, amortisation: deposit.amortisation.map(Kept::from) }
            }
            Asking::Negotiable => Self::Negotiable,
            Asking::Unstated => Self::Unstated,
        }
    }
}

/// Everything money and time about a listing.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TermsBody {
    /// 賃料, yen a month.
    pub rent: Price,
    /// Whether the rent includes consumption tax.
    pub tax: TaxWord,
    /// 坪単価: yen a month per 坪, rounded; null unless rent and area are stated.
    #[schema(example = 14_876)]
    pub rent_per_tsubo_yen: Option<u64>,
    /// 共益費・管理費, yen a month.
    pub common_fee: Price,
    /// 敷金・保証金.
    pub deposit: DepositSum,
    /// 礼金.
    pub key_money: Sum,
    /// 造作譲渡料.
    pub fixtures_price: Price,
    /// 更新料.
    pub renewal_fee: Sum,
    /// フリーレント, months without rent.
    pub free_rent_months: Option<f64>,
    /// What must be paid on signing, in yen, as far as stated: first rent, common fee, deposit, key
    /// money and fixtures. Null if the rent is no amount. Parts not stated are left out.
    #[schema(example = 1_400_000)]
    pub first_payment_yen: Option<u64>,
    /// True if every part of `first_payment_yen` was stated as an amount.
    pub first_payment_complete: bool,
    /// The kind of contract.
    pub lease: LeaseKindWord,
    /// Its length in months, 1 to 600.
    pub lease_months: Option<u32>,
}

impl TermsBody {
    /// The terms of a listing whose 坪単価 is known or not.
    pub fn new(terms: &Terms, rent_per_tsubo: Option<f64>) -> Self {
        let rent = terms.rent.amount();
        let complete = rent.is_some()
            && terms.common_fee.amount().is_some()
            && terms.deposit.amount().is_some()
            && terms.key_money.amount().is_some()
            && terms.fixtures_price.amount().is_some();
        Self {
            rent: terms.rent.into(),
            tax: terms.tax.into(),
            rent_per_tsubo_yen: rent_per_tsubo.map(|yen| yen.round() as u64),
            common_fee: terms.common_fee.into(),
            deposit: DepositSum::new(terms.deposit, rent),
            key_money: Sum::new(terms.key_money, rent),
            fixtures_price: terms.fixtures_price.into(),
            renewal_fee: Sum::new(terms.renewal_fee, rent),
            free_rent_months: terms.free_rent.map(crate::domain::Months::months),
            first_payment_yen: terms.first_payment().map(Yen::yen),
            first_payment_complete: complete,
            lease: terms.lease.into(),
            lease_months: terms.lease_months(),
        }
    }
}
