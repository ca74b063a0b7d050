//! The city in memory: R-trees over listings, zones, streets, stations, towns, boundaries and the
//! basemap, the listings' attributes beside them, and the changes applied to them as they arrive.
//!
//! This room does no I/O: the store's contents go in, changes go in, questions come out. Only
//! published listings are here, each as the public may see it. It can always be rebuilt from the
//! store.

mod arcs;
mod block_index;
mod clusters;
mod drawing;
mod drawn_layer;
mod filter;
mod gazetteer;
mod law_filter;
mod layer_index;
mod listing_index;
mod name_key;
mod nearest;
mod outline;
mod pack;
mod packed_listing;
mod present;
#[cfg(test)]
pub(crate) mod proofs;
mod row;
#[cfg(test)]
pub(crate) mod scan;
#[cfg(test)]
pub(crate) mod specimen;
mod surroundings;
mod text;
mod text_match;
mod touched;
mod vacancies;
mod walks;
mod word_set;
mod zones;

pub use block_index::BlockIndex;
pub use clusters::{CELLS_PER_TILE_BITS, Cell, CellAddress, Clusters, MAX_CLUSTER_ZOOM};
pub use drawing::{Area, Drawing, Path, Shape, Vertex};
pub use drawn_layer::DrawnLayer;
pub use filter::{ByNegotiation, ListingFilter, Part, PreparedFilter};
pub use gazetteer::Gazetteer;
pub(crate) use gazetteer::{NameHit, Named};
pub use law_filter::LawFilter;
pub use layer_index::{
    AreaIndex, BasemapIndex, BoundaryIndex, LayerIndex, Mapped, StationIndex, StreetIndex, TownIndex,
};
pub use listing_index::ListingIndex;
pub use name_key::{By, How};
pub use nearest::box_within;
pub(crate) use outline::nearest_edge;
pub use outline::touches_shape;
pub use present::{City, STREET_REACH_M, StationOnFoot, road_graph};
pub use row::{Facility, ListingRow, days_since_1970};
pub use surroundings::TOWN_REACH_M;
pub(crate) use surroundings::street_m;
pub use text::Words;
pub(crate) use text::folded;
pub use touched::Touched;
pub use vacancies::Vacancies;
pub use walks::{Walks, WalksFrom};
pub use word_set::{Word, WordSet};
pub use zones::{ZoneEntry, ZoneIndex, ZoneLayer};
