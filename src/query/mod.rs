//! Pure questions about the city: search, what is nearest, which zone and what else is at a place,
//! how a street and the city are doing.
//!
//! Every answer is computed from one reading of the [`City`](crate::city::City); nothing here does
//! I/O or keeps state. Distances are straight lines in metres; minutes made of them are estimates.

mod area;
mod circle;
mod city_summary;
mod cursor;
mod facets;
mod nearest;
mod place_at;
#[cfg(test)]
mod proofs;
mod search;
mod sort;
mod street_summary;
mod walk;
mod zone_at;

pub use area::{SearchArea, SearchPolygon, SearchPolygonError};
pub use city_summary::{CitySummary, city_summary};
pub use cursor::{Cursor, CursorError};
pub use facets::{Facet, FacetCount, FacetCounts, FacetValue, UnknownFacet};
pub use nearest::nearest;
pub use place_at::{PlaceAnswer, place_at};
pub use search::{Found, Search, SearchAnswer, SearchError, search};
pub use sort::{Sort, SortKey, UnknownSort};
pub use street_summary::{KindCount, StreetSummary, street_summary};
pub use walk::{walk_metres_estimate, walk_minutes_estimate};
pub use zone_at::{ZoneAnswer, ZoneEdge, ZoneShare, zone_at};
