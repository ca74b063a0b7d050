//! Money as Japanese listings state it: yen, months of rent, tax, and 「要相談」 where unknown.

use std::str::FromStr;
use thiserror::Error;

use super::fold_text;
use super::slug::vocabulary;

/// Why a text or number is not an amount.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum MoneyError {
    /// Above 100 billion yen.
    #[error("{0} yen is more than any rent")]
    TooMuch(u64),
    /// Not a number of yen.
    #[error("not an amount in yen: `{0}`")]
    NotYen(String),
    /// Not between 0 and 120 months.
    #[error("{0} is not a number of months between 0 and 120")]
    NotMonths(f64),
}

/// Whole yen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Yen(u64);

impl Yen {
    /// An amount up to 100 billion yen.
    pub fn new(yen: u64) -> Result<Self, MoneyError> {
        if yen <= 100_000_000_000 { Ok(Self(yen)) } else { Err(MoneyError::TooMuch(yen)) }
    }

    /// The number of yen.
    pub const fn yen(self) -> u64 {
        self.0
    }
}

impl FromStr for Yen {
    type Err = MoneyError;

    /// Reads `180000`, `180,000円`, `18万円`, `18.5万`.
    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let refused = || MoneyError::NotYen(text.to_owned());
        let folded: String = fold_text(text).chars().filter(|c| !matches!(c, ',' | '¥' | '円')).collect();
        match folded.strip_suffix('万') {
            Some(ten_thousands) => {
                let value: f64 = ten_thousands.parse().map_err(|_| refused())?;
                if !(0.0..=10_000_000.0).contains(&value) {
                    return Err(refused());
                }
                Self::new((value * 10_000.0).round() as u64)
            }
            None => Self::new(folded.parse().map_err(|_| refused())?),
        }
    }
}

/// What is asked for: an amount, by negotiation (要相談), or not stated (不明). Never zero for unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Asking<T> {
    /// This much.
    Amount(T),
    /// 要相談.
    Negotiable,
    /// The landlord has not said.
    #[default]
    Unstated,
}

impl<T: Copy> Asking<T> {
    /// The amount, where one is asked.
    pub const fn amount(self) -> Option<T> {
        match self {
            Self::Amount(amount) => Some(amount),
            Self::Negotiable | Self::Unstated => None,
        }
    }
}

impl<T: FromStr> FromStr for Asking<T> {
    type Err = T::Err;

    /// Empty is unstated; `要相談`, `相談`, `応相談` and `negotiable` are negotiable.
    fn from_str(text: &str) -> Result<Self, T::Err> {
        match fold_text(text).as_str() {
            "" | "不明" | "unstated" => Ok(Self::Unstated),
            "要相談" | "相談" | "応相談" | "negotiable" => Ok(Self::Negotiable),
            _ => text.parse().map(Self::Amount),
        }
    }
}

vocabulary! {
    /// Whether a rent includes consumption tax.
    pub enum Tax("tax") {
        /// Tax included.
        Included = "included", "税込";
        /// Tax to be added.
        Excluded = "excluded", "税別";
        /// No tax is due.
        Exempt = "exempt", "非課税";
        /// Not stated.
        Unstated = "unstated", "不明";
    }
}

/// Months of rent, to a hundredth.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Months(f64);

impl Months {
    /// Between 0 and 120 months.
    pub fn new(months: f64) -> Result<Self, MoneyError> {
        if (0.0..=120.0).contains(&months) {
            Ok(Self((months * 100.0).round() / 100.0))
        } else {
            Err(MoneyError::NotMonths(months))
        }
    }

    /// The number of months.
    pub const fn months(self) -> f64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rent_is_read_in_yen_and_in_ten_thousands() {
        assert_eq!("１８.５万円".parse::<Yen>().unwrap().yen(), 185_000);
        assert_eq!("180,000円".parse::<Yen>().unwrap().yen(), 180_000);
        assert!("abc".parse::<Yen>().is_err());
    }

    #[test]
    fn an_empty_rent_is_unstated_and_never_zero() {
        assert_eq!("".parse::<Asking<Yen>>().unwrap(), Asking::Unstated);
        assert_eq!("要相談".parse::<Asking<Yen>>().unwrap(), Asking::Negotiable);
    }
}
