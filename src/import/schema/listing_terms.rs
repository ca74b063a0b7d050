//! The money of a listing: rent, fees and sums, as `18万円`, `3ヶ月`, `要相談` or nothing.

use std::str::FromStr;
use thiserror::Error;

use super::super::row::Row;
use crate::domain::{
    Amortisation, Asking, Deposit, LeaseKind, LumpSum, MoneyError, Months, Tax, Terms, TermsError, Yen,
    fold_text,
};

/// Reads the terms of a row; what cannot be read is left unstated and reported.
pub(super) fn terms(row: &mut Row<'_>) -> Terms {
    let amortisation = row.read::<AmortisationText>(&["amortisation", "償却"]).map(|a| a.0);
    let mut terms = Terms::unstated();
    terms.rent = yen(row, &["rent", "賃料", "家賃"]);
    terms.tax = row.read(&["tax", "消費税"]).unwrap_or(Tax::Unstated);
    terms.common_fee = yen(row, &["common_fee", "共益費", "管理費"]);
    terms.deposit = map(sum(row, &["deposit", "敷金", "保証金"]), |sum| Deposit { sum, amortisation });
    terms.key_money = sum(row, &["key_money", "礼金"]);
    terms.fixtures_price = yen(row, &["fixtures_price", "造作譲渡料"]);
    terms.renewal_fee = sum(row, &["renewal_fee", "更新料"]);
    terms.free_rent = row.read::<MonthsText>(&["free_rent_months", "フリーレント"]).map(|m| m.0);
    terms.lease = row.read(&["lease", "契約形態"]).unwrap_or(LeaseKind::Unstated);
    let lease_months = row.count(&["lease_months", "契約期間"]);
    match terms.clone().with_lease_months(lease_months) {
        Ok(terms) => terms,
        Err(e) => {
            row.blank("lease_months", lease_months.unwrap_or_default().to_string(), e);
            terms
        }
    }
}

fn yen(row: &mut Row<'_>, names: &[&'static str]) -> Asking<Yen> {
    row.read(names).unwrap_or_default()
}

fn sum(row: &mut Row<'_>, names: &[&'static str]) -> Asking<LumpSum> {
    map(row.read::<Asking<SumText>>(names).unwrap_or_default(), |sum| sum.0)
}

fn map<A, B>(asking: Asking<A>, f: impl FnOnce(A) -> B) -> Asking<B> {
    match asking {
        Asking::Amount(amount) => Asking::Amount(f(amount)),
        Asking::Negotiable => Asking::Negotiable,
        Asking::Unstated => Asking::Unstated,
    }
}

/// Why a text is no sum.
#[derive(Debug, Error)]
enum SumError {
    #[error("it is neither yen nor months")]
    Neither,
    #[error("it is out of range")]
    Money(#[from] MoneyError),
    #[error("it is out of range")]
    Terms(#[from] TermsError),
}

/// `3ヶ月`, `3か月`, `3カ月`, `3 months` or a bare `3`.
struct MonthsText(Months);

impl FromStr for MonthsText {
    type Err = SumError;

    fn from_str(text: &str) -> Result<Self, SumError> {
        let folded = fold_text(text);
        let number = months_stem(&folded).unwrap_or(&folded);
        let months: f64 = number.parse().map_err(|_| SumError::Neither)?;
        Ok(Self(Months::new(months)?))
    }
}

fn months_stem(folded: &str) -> Option<&str> {
    let endings = [
        "ヶ月分",
        "か月分",
        "カ月分",
        "ヶ月",
        "か月",
        "カ月",
        "ヵ月",
        "ケ月",
        "箇月",
        "months",
        "month",
        "月",
    ];
    endings.iter().find_map(|ending| folded.strip_suffix(ending))
}

/// Months of rent, or yen.
struct SumText(LumpSum);

impl FromStr for SumText {
    type Err = SumError;

    fn from_str(text: &str) -> Result<Self, SumError> {
        if months_stem(&fold_text(text)).is_some() {
            return Ok(Self(LumpSum::Months(text.parse::<MonthsText>()?.0)));
        }
        if matches!(fold_text(text).as_str(), "なし" | "無") {
            return Ok(Self(LumpSum::Yen(Yen::new(0)?)));
        }
        text.parse().map(|yen| Self(LumpSum::Yen(yen))).map_err(|_: MoneyError| SumError::Neither)
    }
}

/// `20%`, or months of rent.
struct AmortisationText(Amortisation);

impl FromStr for AmortisationText {
    type Err = SumError;

    fn from_str(text: &str) -> Result<Self, SumError> {
        let folded = fold_text(text);
        match folded.strip_suffix('%') {
            Some(percent) => {
                let percent: f64 = percent.parse().map_err(|_| SumError::Neither)?;
                Ok(Self(Amortisation::percent(percent)?))
            }
            None => Ok(Self(Amortisation::Months(text.parse::<MonthsText>()?.0))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(text: &str) -> Option<LumpSum> {
        text.parse::<SumText>().ok().map(|s| s.0)
    }

    #[test]
    fn a_sum_is_months_or_yen() {
        let three = Months::new(3.0).unwrap();
        for text in ["3ヶ月", "3か月", "３カ月", "3 months", "3ケ月"] {
            assert_eq!(sum(text), Some(LumpSum::Months(three)), "{text}");
        }
        assert_eq!(sum("50万円"), Some(LumpSum::Yen(Yen::new(500_000).unwrap())));
        assert_eq!(sum("なし"), Some(LumpSum::Yen(Yen::new(0).unwrap())));
        assert_eq!(sum("たくさん"), None);
    }

    #[test]
    fn amortisation_is_a_share_or_months() {
        assert!(
            matches!("20%".parse::<AmortisationText>().unwrap().0, Amortisation::Percent(p) if (p - 20.0).abs() < 1e-9)
        );
        assert!(matches!("1ヶ月".parse::<AmortisationText>().unwrap().0, Amortisation::Months(_)));
        assert!("120%".parse::<AmortisationText>().is_err());
    }
}
