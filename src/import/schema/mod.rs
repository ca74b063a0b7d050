//! The published schemas, one a file: which field of a file means what.
//!
//! A schema is recognised by the names of the fields, never by the name of the file.

mod area;
mod basemap;
mod block;
mod boundary;
mod land_use;
pub(super) mod listing;
mod listing_terms;
mod municipality;
mod road;
mod station;
mod street;
mod town;
mod wards;
pub(super) mod zoning;

pub(super) use area::read_areas;
pub(super) use basemap::read_basemap;
pub(super) use block::{by_town, read_blocks};
pub(super) use boundary::read_boundaries;
pub(super) use land_use::read_lots;
pub(super) use listing::{listing as draft_listing, read_listings};
pub(super) use road::read_roads;
pub(super) use station::read_stations;
pub(super) use street::read_streets;
pub(super) use town::read_towns;

use std::collections::BTreeSet;

use super::error::ImportError;
use super::kind::ImportKind;
use super::placing::Placed;

/// The schema of OpenStreetMap's tags.
pub(super) const OPEN_STREET_MAP: &str = "OpenStreetMap";

/// The names of all fields of a file, in lower case.
pub(super) struct FieldNames(BTreeSet<String>);

impl FieldNames {
    /// The names in the first rows of a file; formats without a header may leave fields out of some.
    pub(super) fn of(placed: &[Placed]) -> Self {
        const ENOUGH: usize = 200;
        let names = placed.iter().take(ENOUGH).flat_map(|p| p.fields.names());
        Self(names.map(str::to_lowercase).collect())
    }

    /// True if the file has a field of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains(&name.to_lowercase())
    }

    /// True if the file has one of these fields.
    pub(super) fn has_any(&self, names: &[&str]) -> bool {
        names.iter().any(|n| self.has(n))
    }

    fn shown(&self) -> String {
        const ENOUGH: usize = 12;
        let shown: Vec<&str> = self.0.iter().take(ENOUGH).map(String::as_str).collect();
        let more = if self.0.len() > ENOUGH { ", …" } else { "" };
        format!("{}{more}", shown.join(", "))
    }
}

/// The error for fields that mean nothing for this kind, with a guess at what the file is.
pub(super) fn unknown_schema(kind: ImportKind, file: &str, names: &FieldNames) -> ImportError {
    let hint = if names.has_any(&["amenity", "shop", "cuisine"]) {
        "; these are points of interest (OpenStreetMap), which Machikado does not import"
    } else if names.has_any(&["geoid", "boro_ct2020"]) {
        "; these are counts by census tract, not premises"
    } else if names.has_any(&["a29_004", "youtoname", "use_area_ja"]) {
        "; these are use districts: import them as zoning"
    } else if names.has_any(&["n03_007"]) {
        "; these are municipal boundaries: import them as boundary"
    } else if names.has_any(&["街区符号・地番"]) {
        "; these are blocks of towns: import them as addresses"
    } else {
        ""
    };
    ImportError::UnknownSchema { file: file.to_owned(), kind, fields: names.shown(), hint }
}
