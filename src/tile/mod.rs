//! Vector tiles: city × tile → bytes, and the cache that keeps them.
//!
//! Pure and synchronous. A tile is encoded from the city as it stands (`encode`), compressed
//! (`compress`) and kept until a change falls on it (`cache`).

mod address;
mod affected;
mod cache;
mod clip;
mod compress;
mod draw;
mod encode;
mod faces;
mod grid;
mod kept;
mod layers;
mod mvt;
mod protobuf;
mod repair;
mod schema;
mod tilejson;

#[cfg(test)]
mod change_tests;
#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod seam_tests;
#[cfg(test)]
mod validity_tests;

pub use address::{AddressError, MAX_ZOOM, MercatorBox, TileAddress};
pub use cache::{TileRequest, TileService};
pub use compress::{Accepted, Coding};
pub use encode::encode;
pub use kept::TileAnswer;
pub use mvt::{BUFFER, EXTENT};
pub use schema::{
    FieldSchema, FieldType, GeometryKind, LayerError, LayerName, LayerSchema, LayerSet, schemas,
};
pub use tilejson::{TileJson, VectorLayer, tilejson};
