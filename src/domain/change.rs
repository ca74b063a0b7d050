//! A change: what an entry of the change log says.
//!
//! The log names *what* changed, never its content; a follower reads the present state of the
//! subject from the store. So no personal data can be in the log, and replaying it is harmless.

use std::fmt;
use time::OffsetDateTime;

use super::id::ListingId;
use super::slug::vocabulary;

/// The position of a change in the log, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ChangeSeq(pub u64);

impl fmt::Display for ChangeSeq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

vocabulary! {
    /// A set of things that is replaced as a whole.
    pub enum Layer("layer") {
        /// Use districts, all editions.
        Zones = "zones", "用途地域";
        /// Shopping streets.
        Streets = "streets", "商店街";
        /// Stations.
        Stations = "stations", "駅";
        /// Towns.
        Towns = "towns", "町丁目";
        /// Municipal boundaries.
        Boundaries = "boundaries", "行政界";
        /// Roads, railways, water and green.
        Basemap = "basemap", "背景";
        /// District plans, special use districts and the like.
        Areas = "areas", "地区計画など";
        /// Blocks and lots, by which addresses are found.
        Blocks = "blocks", "街区";
        /// Roads to walk along.
        Roads = "roads", "道路";
        /// Surveys of how lots are used.
        LandUse = "land_use", "土地利用";
        /// All listings at once, after a bulk import.
        Listings = "listings", "物件";
    }
}

/// What changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// One listing was added, changed or ended.
    Listing(ListingId),
    /// A whole layer was replaced.
    Layer(Layer),
}

/// One entry of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Its position.
    pub seq: ChangeSeq,
    /// When it was written.
    pub at: OffsetDateTime,
    /// What changed.
    pub subject: Subject,
}
