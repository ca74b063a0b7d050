//! Ids: 53 bits that sort by time of creation, fit a JSON number and a vector-tile feature id
//! exactly, and read as 11 URL-safe characters.
//!
//! The upper 32 bits count seconds since 2020-01-01 UTC, the lower 21 are a random start that
//! counts up, so that ids made in a burst stay in order. The store's primary key has the last word
//! on uniqueness.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;
use std::sync::atomic::{AtomicU64, Ordering as Atomic};
use thiserror::Error;
use time::OffsetDateTime;

const BITS: u32 = 53;
const RANDOM_BITS: u32 = 21;
const LENGTH: usize = 11;
const EPOCH_SECONDS: i64 = 1_577_836_800; // 2020-01-01T00:00:00Z
/// Crockford's base 32: no i, l, o or u, so that an id read aloud survives.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Why a text or number is not an id.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum IdError {
    /// Wrong length or a character outside the alphabet.
    #[error("an id has {LENGTH} characters of 0-9 and a-z without i, l, o, u: `{0}`")]
    NotAnId(String),
    /// More than 53 bits, or zero.
    #[error("{0} is outside the 53 bits of an id")]
    OutOfRange(u64),
}

/// An id of a `T`, so that a listing's id can never be taken for a street's.
pub struct Id<T> {
    bits: u64,
    of: PhantomData<fn() -> T>,
}

macro_rules! ids {
    ($($(#[$meta:meta])* $alias:ident of $tag:ident;)+) => {
        $(
            #[doc(hidden)]
            #[derive(Debug)]
            pub enum $tag {}
            $(#[$meta])*
            pub type $alias = Id<$tag>;
        )+
    };
}

ids! {
    /// Id of a listing.
    ListingId of OfListing;
    /// Id of a zone.
    ZoneId of OfZone;
    /// Id of an edition of zoning.
    EditionId of OfEdition;
    /// Id of a shopping street.
    StreetId of OfStreet;
    /// Id of a station.
    StationId of OfStation;
    /// Id of a town (町丁目).
    TownId of OfTown;
    /// Id of a municipal boundary.
    BoundaryId of OfBoundary;
    /// Id of an area with planning rules of its own.
    SpecialAreaId of OfSpecialArea;
    /// Id of a basemap feature.
    BasemapId of OfBasemap;
    /// Id of a road.
    RoadId of OfRoad;
    /// Id of a network of roads.
    RoadNetworkId of OfRoadNetwork;
    /// Id of a person who signed in; says nothing about who they are.
    PersonId of OfPerson;
    /// Id of a watch: a saved search that somebody is told about.
    WatchId of OfWatch;
    /// Id of an enquiry: somebody who asks about a listing, and whoever answers.
    EnquiryId of OfEnquiry;
    /// Id of a 「借りたい」 card.
    WantedId of OfWanted;
    /// Id of a report of what is wrong with a listing.
    ReportId of OfReport;
    /// Id of a personal token.
    TokenId of OfToken;
    /// Id of a passkey.
    PasskeyId of OfPasskey;
    /// Id of a link that signs somebody in.
    SignInId of OfSignIn;
}

impl<T> Id<T> {
    /// The id with these 53 bits; zero is no id.
    pub fn from_bits(bits: u64) -> Result<Self, IdError> {
        if bits == 0 || bits >> BITS != 0 {
            return Err(IdError::OutOfRange(bits));
        }
        Ok(Self { bits, of: PhantomData })
    }

    /// The bits, below 2^53: the feature id in vector tiles and the key in the store.
    pub const fn bits(self) -> u64 {
        self.bits
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.bits == other.bits
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bits.cmp(&other.bits)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bits.hash(state);
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = [0u8; LENGTH];
        for (i, slot) in text.iter_mut().enumerate() {
            let shift = 5 * (LENGTH - 1 - i);
            *slot = ALPHABET[(self.bits >> shift) as usize & 31];
        }
        f.write_str(std::str::from_utf8(&text).expect("the alphabet is ASCII"))
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<T> FromStr for Id<T> {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let refused = || IdError::NotAnId(text.chars().take(40).collect());
        if text.len() != LENGTH {
            return Err(refused());
        }
        let bits = text.bytes().try_fold(0u64, |bits, byte| {
            let digit = ALPHABET.iter().position(|a| *a == byte)?;
            Some(bits << 5 | digit as u64)
        });
        Self::from_bits(bits.ok_or_else(refused)?).map_err(|_| refused())
    }
}

/// Makes new ids, each greater than the last, from the clock and a random start.
#[derive(Debug)]
pub struct IdSource {
    last: AtomicU64,
}

impl IdSource {
    /// A source whose first ids start at a random point within the current second.
    pub fn new() -> Self {
        Self { last: AtomicU64::new(0) }
    }

    /// The next id, later than every id this source gave before.
    pub fn next<T>(&self, now: OffsetDateTime) -> Id<T> {
        let random = u64::from(rand::random::<u32>()) >> (32 - RANDOM_BITS + 2);
        let earliest = seconds_bits(now) + random;
        let previous = self
            .last
            .fetch_update(Atomic::Relaxed, Atomic::Relaxed, |last| Some(earliest.max(last + 1)))
            .expect("the closure always answers");
        let bits = earliest.max(previous + 1) & ((1 << BITS) - 1);
        Id { bits: bits.max(1), of: PhantomData }
    }
}

impl Default for IdSource {
    fn default() -> Self {
        Self::new()
    }
}

fn seconds_bits(at: OffsetDateTime) -> u64 {
    let seconds = (at.unix_timestamp() - EPOCH_SECONDS).clamp(1, i64::from(u32::MAX)) as u64;
    seconds << RANDOM_BITS
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use time::macros::datetime;

    proptest! {
        #[test]
        fn an_id_reads_back_from_its_text_and_sorts_as_it(a in 1u64..1 << 53, b in 1u64..1 << 53) {
            let (a, b) = (ListingId::from_bits(a).unwrap(), ListingId::from_bits(b).unwrap());
            prop_assert_eq!(a.to_string().parse::<ListingId>().unwrap(), a);
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        }
    }

    #[test]
    fn ids_made_in_a_burst_keep_their_order_even_when_the_clock_steps_back() {
        let source = IdSource::new();
        let first: ListingId = source.next(datetime!(2026-01-01 00:00 UTC));
        let second: ListingId = source.next(datetime!(2025-12-31 23:59 UTC));
        assert!(second > first);
    }

    #[test]
    fn a_text_with_a_confusable_letter_is_refused() {
        assert!("0000000000l".parse::<ListingId>().is_err());
        assert!("00000000000".parse::<ListingId>().is_err());
    }
}
