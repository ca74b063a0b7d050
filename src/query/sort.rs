//! In which order listings are answered.
//!
//! A key becomes 64 bits that sort as it; what is not stated comes last in either direction, and
//! equal keys come by id. So every order is total and a page can start after any listing.

use std::fmt;
use std::str::FromStr;
use thiserror::Error;

use crate::city::ListingRow;
use crate::domain::{ListingId, LonLat};
use crate::geo::distance_m;

/// What listings are ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SortKey {
    /// The latest update first.
    #[default]
    Updated,
    /// The lowest rent first.
    Rent,
    /// The lowest rent per 坪 first.
    RentPerTsubo,
    /// The smallest area first.
    Area,
    /// The nearest to any station first, in a straight line.
    Station,
    /// The nearest to the place searched from first, in a straight line.
    Distance,
}

/// An order, or its reverse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Sort {
    /// By what.
    pub key: SortKey,
    /// The other way round.
    pub reversed: bool,
}

/// A word that names no order.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("unknown sort: `{0}` (one of: updated, rent, rent_per_tsubo, area, station, distance; `-` reverses)")]
pub struct UnknownSort(pub String);

const WORDS: [(&str, SortKey); 6] = [
    ("updated", SortKey::Updated),
    ("rent", SortKey::Rent),
    ("rent_per_tsubo", SortKey::RentPerTsubo),
    ("area", SortKey::Area),
    ("station", SortKey::Station),
    ("distance", SortKey::Distance),
];

impl FromStr for Sort {
    type Err = UnknownSort;

    fn from_str(text: &str) -> Result<Self, UnknownSort> {
        let (reversed, word) = text.strip_prefix('-').map_or((false, text), |word| (true, word));
        let known = WORDS.iter().find(|(w, _)| *w == word);
        let (_, key) = known.ok_or_else(|| UnknownSort(text.chars().take(60).collect()))?;
        Ok(Self { key: *key, reversed })
    }
}

impl fmt::Display for Sort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = WORDS.iter().find(|(_, key)| *key == self.key).map_or("", |(word, _)| word);
        write!(f, "{}{word}", if self.reversed { "-" } else { "" })
    }
}

/// Where a listing stands in an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    /// True sorts after false: what is not stated comes last.
    pub(super) unstated: bool,
    pub(super) bits: u64,
    pub(super) id: ListingId,
}

impl Sort {
    /// Where a listing stands; `from` is the place distances are measured from.
    pub(super) fn rank(self, row: &ListingRow, from: Option<LonLat>) -> Rank {
        let natural = match self.key {
            // Counted downwards, so that the latest comes first.
            SortKey::Updated => Some(ordered(-f64::from(row.updated_day()))),
            SortKey::Rent => row.rent_yen(),
            SortKey::RentPerTsubo => row.rent_per_tsubo().map(ordered),
            SortKey::Area => row.area_m2().map(ordered),
            SortKey::Station => row.station_walk().map(|walk| ordered(walk.metres)),
            SortKey::Distance => from.map(|place| ordered(distance_m(place, row.place()))),
        };
        let bits = natural.map_or(0, |bits| if self.reversed { !bits } else { bits });
        Rank { unstated: natural.is_none(), bits, id: row.id() }
    }
}

/// Bits that sort as the number does.
fn ordered(value: f64) -> u64 {
    let bits = (value + 0.0).to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_unknown_order_is_refused_and_a_known_one_reads_back() {
        assert!("alphabetical".parse::<Sort>().is_err());
        assert!("--rent".parse::<Sort>().is_err());
        for text in ["updated", "-rent", "rent_per_tsubo", "-area", "station", "distance"] {
            assert_eq!(text.parse::<Sort>().unwrap().to_string(), text);
        }
    }

    proptest! {
        #[test]
        fn bits_sort_as_their_numbers(a in -1e12f64..1e12, b in -1e12f64..1e12) {
            prop_assert_eq!(ordered(a).cmp(&ordered(b)), a.partial_cmp(&b).unwrap());
        }
    }
}
