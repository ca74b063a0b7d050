//! Where the next page starts: after the last listing of this one, wherever it now stands.
//!
//! A cursor holds the order and the last listing's key and id, never a count. So a page that is
//! read while listings change repeats none and skips none of those that did not.

use std::fmt;
use std::str::FromStr;
use thiserror::Error;

use super::sort::{Rank, Sort};
use crate::domain::{ListingId, LonLat};

/// Why a cursor cannot be followed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CursorError {
    /// Not a cursor this program gave out.
    #[error("not a cursor: `{0}`")]
    NotACursor(String),
    /// Given out for another order, or for distances from another place.
    #[error("the cursor belongs to another sort order or place")]
    OtherOrder,
}

/// The end of a page. Its text is opaque to clients and safe in URLs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    order: u32,
    last: Rank,
}

impl Cursor {
    pub(super) fn after(last: Rank, sort: Sort, from: Option<LonLat>) -> Self {
        Self { order: order_mark(sort, from), last }
    }

    pub(super) fn last_in(self, sort: Sort, from: Option<LonLat>) -> Result<Rank, CursorError> {
        if self.order == order_mark(sort, from) { Ok(self.last) } else { Err(CursorError::OtherOrder) }
    }
}

/// A number for an order and the place it measures from; FNV-1a, so that it never depends on the build.
fn order_mark(sort: Sort, from: Option<LonLat>) -> u32 {
    let place = from.filter(|_| sort.key == super::sort::SortKey::Distance);
    let text = format!("{sort} {:?}", place.map(|p| (p.lon(), p.lat())));
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unstated = if self.last.unstated { 'u' } else { 's' };
        write!(f, "{:08x}{unstated}{:016x}{}", self.order, self.last.bits, self.last.id)
    }
}

impl FromStr for Cursor {
    type Err = CursorError;

    fn from_str(text: &str) -> Result<Self, CursorError> {
        let refused = || CursorError::NotACursor(text.chars().take(60).collect());
        let parts = || -> Option<Self> {
            let order = u32::from_str_radix(text.get(..8)?, 16).ok()?;
            let unstated = match text.get(8..9)? {
                "u" => true,
                "s" => false,
                _ => return None,
            };
            let bits = u64::from_str_radix(text.get(9..25)?, 16).ok()?;
            let id: ListingId = text.get(25..)?.parse().ok()?;
            Some(Self { order, last: Rank { unstated, bits, id } })
        };
        // Only what reads back as itself was given out: no capitals, no signs.
        parts().filter(|cursor| cursor.to_string() == text).ok_or_else(refused)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_cursor_reads_back_and_nothing_else_is_one(order: u32, bits: u64, unstated: bool, id in 1u64..1 << 53, noise in ".{0,60}") {
            let last = Rank { unstated, bits, id: ListingId::from_bits(id).unwrap() };
            let cursor = Cursor { order, last };
            prop_assert_eq!(cursor.to_string().parse::<Cursor>().unwrap(), cursor);
            prop_assert!(noise.parse::<Cursor>().is_err());
        }
    }

    #[test]
    fn a_cursor_of_another_order_is_refused() {
        let last = Rank { unstated: false, bits: 1, id: ListingId::from_bits(1).unwrap() };
        let by_rent: Sort = "rent".parse().unwrap();
        let cursor = Cursor::after(last, by_rent, None);
        assert!(cursor.last_in(by_rent, None).is_ok());
        assert_eq!(cursor.last_in(Sort::default(), None), Err(CursorError::OtherOrder));
    }
}
