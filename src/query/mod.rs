//! Pure questions about the city: search, what is nearest, which zone and what else is at a place,
//! how a street and the city are doing, where a use may open and what may open at a place.
//!
//! Every answer is computed from one reading of the [`City`](crate::city::City); nothing here does
//! I/O or keeps state. Distances are straight lines in metres; minutes follow roads, or are called estimates.

mod area;
mod circle;
mod city_summary;
mod cursor;
mod facets;
mod find;
mod find_address;
mod find_listings;
mod highlight;
mod law_site;
mod limits;
mod near_misses;
mod nearest;
mod one_limit;
mod only_in;
mod outside;
mod place_at;
#[cfg(test)]
mod proofs;
mod search;
mod sort;
mod street_summary;
mod surroundings;
mod use_summary;
mod uses_at;
mod walk;
mod watch_match;
mod zone_at;

pub use area::{PreparedArea, SearchArea, SearchPolygon, SearchPolygonError};
pub use city_summary::{CitySummary, city_summary};
pub use cursor::{Cursor, CursorError};
pub use facets::{Facet, FacetCount, FacetCounts, FacetValue, Level, UnknownFacet, VerdictCounts};
pub use find::{LONGEST_FIND, Offer, Suggestion, find};
pub use find_address::{AddressFound, Exactness, find_address};
pub use highlight::Range;
pub use law_site::{law_site, listing_site};
pub use limits::LimitCount;
pub use near_misses::{MissesAnswer, NearMiss, near_misses};
pub use nearest::{Neighbours, nearest};
pub use one_limit::{Amount, Limit};
pub use only_in::{OnlyIn, OnlyUse, only_in};
pub use place_at::{PlaceAnswer, place_at};
pub use search::{Found, LawCounts, Search, SearchAnswer, SearchError, search};
pub use sort::{Sort, SortKey, UnknownSort};
pub use street_summary::{KindCount, StreetSummary, street_summary};
pub use surroundings::{Surroundings, TownReached, surroundings};
pub use use_summary::{DistrictUse, StreetUse, UseSummary, use_summary};
pub use uses_at::{GroupAt, UseAt, UsesAt, uses_at};
pub use walk::{WalkAnswer, WithinWalk, walk_between};
pub use watch_match::{Crossing, WatchIndex};
pub use zone_at::{ZoneAnswer, ZoneEdge, ZoneShare, zone_at};
