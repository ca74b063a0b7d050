//! Vector tiles: city × tile → bytes, and the cache that keeps them. Pure and synchronous.
//!
//! The life of a tile: a request names layers and an address (`schema`, `address`). If the tile is
//! kept (`cache`, `kept`) it is answered in the smallest coding made that the client takes. If not,
//! the city is read (`encode`): each layer (`layers`) finds its features under the tile, the pen
//! (`draw`) leaves out vertices the zoom does not need, rounds the others to the zoom's grid
//! (`grid`), cuts them to the tile (`clip`) and makes rings fit to be drawn (`repair`, `faces`), and
//! a writer (`mvt`) turns them into bytes. They are compressed (`compress`) and kept until a change
//! reaches them (`affected`).
//!
//! Which vertices matter at which zoom is measured once a layer, in `city`, so that neighbours
//! agree. Clusters are counted there too.

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
mod shown;
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
pub use shown::ShownListings;
pub use tilejson::{TileJson, VectorLayer, tilejson};
