//! What a file is imported as.

use serde::Serialize;
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// A word that is no import kind.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "cannot import `{0}` (one of: zoning, streets, listings, stations, towns, boundary, basemap, areas, addresses, roads, landuse)"
)]
pub struct UnknownKind(pub String);

/// What a file is imported as; the word after `machikado import`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportKind {
    /// Use districts of one edition.
    Zoning,
    /// Shopping streets.
    Streets,
    /// Premises on offer.
    Listings,
    /// Stations and their lines.
    Stations,
    /// Towns (町丁目).
    Towns,
    /// Municipal boundaries.
    Boundary,
    /// Roads, railways, water and green.
    Basemap,
    /// District plans, special use districts and the like.
    Areas,
    /// Blocks of towns, by which addresses are found.
    Addresses,
    /// Roads to walk along.
    Roads,
    /// A survey of how lots are used.
    LandUse,
}

impl ImportKind {
    /// Every kind, in the order of the command's help.
    pub const ALL: &'static [Self] = &[
        Self::Zoning,
        Self::Streets,
        Self::Listings,
        Self::Stations,
        Self::Towns,
        Self::Boundary,
        Self::Basemap,
        Self::Areas,
        Self::Addresses,
        Self::Roads,
        Self::LandUse,
    ];

    /// The word on the command line.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Zoning => "zoning",
            Self::Streets => "streets",
            Self::Listings => "listings",
            Self::Stations => "stations",
            Self::Towns => "towns",
            Self::Boundary => "boundary",
            Self::Basemap => "basemap",
            Self::Areas => "areas",
            Self::Addresses => "addresses",
            Self::Roads => "roads",
            Self::LandUse => "landuse",
        }
    }
}

impl fmt::Display for ImportKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}

impl FromStr for ImportKind {
    type Err = UnknownKind;

    fn from_str(text: &str) -> Result<Self, UnknownKind> {
        Self::ALL.iter().copied().find(|k| k.slug() == text).ok_or_else(|| UnknownKind(text.to_owned()))
    }
}
