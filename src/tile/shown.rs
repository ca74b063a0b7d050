//! Answers "which listings does this tile show?": those in an area that pass a filter, as in a search.

use crate::city::{City, ListingFilter, ListingRow, PreparedFilter};
use crate::query::{PreparedArea, SearchArea};

/// Which listings a tile shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ShownListings {
    /// Where. What it names and the city does not have holds nothing.
    pub area: SearchArea,
    /// With which properties.
    pub filter: ListingFilter,
}

impl ShownListings {
    /// True if it leaves nothing out.
    pub fn is_all(&self) -> bool {
        self.area == SearchArea::Everywhere && self.filter.is_empty()
    }

    /// A text equal for equal selections, for keys of caches.
    pub(super) fn key(&self) -> String {
        match &self.area {
            SearchArea::Everywhere => self.filter.key(),
            area => format!("{area:?} {}", self.filter.key()),
        }
    }

    /// Made ready for one reading of the city.
    pub(super) fn prepared<'a>(&'a self, city: &'a City) -> PreparedListings<'a> {
        PreparedListings { area: self.area.prepared(city).ok(), filter: self.filter.prepared(city) }
    }
}

impl From<ListingFilter> for ShownListings {
    fn from(filter: ListingFilter) -> Self {
        Self { area: SearchArea::Everywhere, filter }
    }
}

/// A selection ready to decide on rows.
pub(super) struct PreparedListings<'a> {
    area: Option<PreparedArea<'a>>,
    filter: PreparedFilter<'a>,
}

impl PreparedListings<'_> {
    /// True if the listing is shown. The filter decides first: it is the cheaper.
    pub(super) fn accepts(&self, city: &City, row: &ListingRow) -> bool {
        self.filter.accepts(row) && self.area.as_ref().is_some_and(|area| area.holds(city, row))
    }
}
