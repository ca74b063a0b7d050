//! How big and how high: floor area in ㎡ and 坪, storeys.

use std::fmt;
use std::str::FromStr;
use thiserror::Error;

use super::fold_text;

/// One 坪 in ㎡: 400/121, the legal conversion.
pub const TSUBO_M2: f64 = 400.0 / 121.0;

/// An area that is not one.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("{value} m2 is not a floor area between 0.1 and 1,000,000")]
pub struct AreaError {
    /// What was read, in m2.
    pub value: f64,
}

/// A floor area in square metres, kept to a hundredth.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct AreaM2(f64);

impl AreaM2 {
    /// An area of 0.1 to 1,000,000 m2, rounded to 0.01.
    pub fn new(m2: f64) -> Result<Self, AreaError> {
        if (0.1..=1_000_000.0).contains(&m2) {
            Ok(Self((m2 * 100.0).round() / 100.0))
        } else {
            Err(AreaError { value: m2 })
        }
    }

    /// From 坪.
    pub fn from_tsubo(tsubo: f64) -> Result<Self, AreaError> {
        Self::new(tsubo * TSUBO_M2)
    }

    /// Square metres.
    pub const fn m2(self) -> f64 {
        self.0
    }

    /// 坪, unrounded.
    pub fn tsubo(self) -> f64 {
        self.0 / TSUBO_M2
    }
}

/// Why a text or number is not a storey.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StoreyError {
    /// There is no storey 0, and none beyond B9 or 99.
    #[error("{0} is not a storey between -9 and 99 other than 0")]
    OutOfRange(i64),
    /// Not `B1`, `1F`, `2`, `地下1階` or the like.
    #[error("not a storey: `{0}`")]
    NotAStorey(String),
    /// The lowest storey above the highest.
    #[error("storeys run from {from} to {to}")]
    Reversed {
        /// Lowest storey given.
        from: Storey,
        /// Highest storey given.
        to: Storey,
    },
}

/// A storey as counted in Japan: 1 is the ground floor (路面), -1 is B1, 0 does not exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Storey(i8);

impl Storey {
    /// The ground floor.
    pub const GROUND: Storey = Storey(1);

    /// A storey from its number; basements are negative.
    pub fn new(number: i64) -> Result<Self, StoreyError> {
        match number {
            0 => Err(StoreyError::OutOfRange(0)),
            -9..=99 => Ok(Self(number as i8)),
            _ => Err(StoreyError::OutOfRange(number)),
        }
    }

    /// Its number; basements are negative.
    pub const fn number(self) -> i8 {
        self.0
    }
}

impl fmt::Display for Storey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 < 0 { write!(f, "B{}", -self.0) } else { write!(f, "{}F", self.0) }
    }
}

impl FromStr for Storey {
    type Err = StoreyError;

    fn from_str(text: &str) -> Result<Self, StoreyError> {
        let folded = fold_text(text);
        let (below, rest) = match folded.strip_prefix('b').or_else(|| folded.strip_prefix("地下")) {
            Some(rest) => (true, rest),
            None => (false, folded.strip_prefix("地上").unwrap_or(&folded)),
        };
        let digits = rest.trim_end_matches('f').trim_end_matches('階');
        let number: i64 = digits.parse().map_err(|_| StoreyError::NotAStorey(text.to_owned()))?;
        Self::new(if below { -number } else { number })
    }
}

/// The storeys premises occupy, lowest to highest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Storeys {
    lowest: Storey,
    highest: Storey,
}

impl Storeys {
    /// One storey.
    pub const fn single(storey: Storey) -> Self {
        Self { lowest: storey, highest: storey }
    }

    /// From the lowest to the highest.
    pub fn new(lowest: Storey, highest: Storey) -> Result<Self, StoreyError> {
        if lowest <= highest {
            Ok(Self { lowest, highest })
        } else {
            Err(StoreyError::Reversed { from: lowest, to: highest })
        }
    }

    /// The lowest storey occupied.
    pub const fn lowest(self) -> Storey {
        self.lowest
    }

    /// The highest storey occupied.
    pub const fn highest(self) -> Storey {
        self.highest
    }

    /// True if the storey lies within.
    pub fn contains(self, storey: Storey) -> bool {
        (self.lowest..=self.highest).contains(&storey)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_hundred_twenty_one_tsubo_are_four_hundred_square_metres() {
        assert!((AreaM2::from_tsubo(121.0).unwrap().m2() - 400.0).abs() < 1e-9);
        assert!((AreaM2::new(33.06).unwrap().tsubo() - 10.000_65).abs() < 1e-4);
    }

    #[test]
    fn an_area_of_nothing_cannot_be_built() {
        assert!(AreaM2::new(0.0).is_err());
        assert!(AreaM2::new(f64::NAN).is_err());
    }

    #[test]
    fn storeys_are_read_as_people_write_them() {
        for (text, number) in [("B1", -1), ("地下1階", -1), ("1F", 1), ("２階", 2), ("3", 3), ("-1", -1)]
        {
            assert_eq!(text.parse::<Storey>().unwrap().number(), number, "{text}");
        }
        assert!("0".parse::<Storey>().is_err());
    }
}
