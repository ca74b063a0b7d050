//! City × tile → bytes.

use super::address::TileAddress;
use super::draw::Pen;
use super::layers::{self, Canvas};
use super::mvt::{BUFFER, EXTENT, LayerWriter};
use super::schema::LayerSet;
use super::shown::ShownListings;
use crate::city::City;
use crate::domain::LonLatBox;

/// The buffer as a share of a tile's side.
pub(super) const BUFFER_SHARE: f64 = BUFFER as f64 / EXTENT as f64;

/// The tile, uncompressed; empty where there is nothing to draw. `shown` applies to listings only; none shows all.
/// The same city gives the same bytes, whatever the order its parts arrived in.
pub fn encode(city: &City, layers: LayerSet, tile: TileAddress, shown: Option<&ShownListings>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let shown = shown.filter(|shown| !shown.is_all());
    for layer in layers.iter().filter(|layer| layer.schema().shown_at(tile.z())) {
        let pen = Pen::new(tile, layer.schema().tolerance);
        let mut out = LayerWriter::new(layer.slug());
        layers::write(layer, &mut Canvas { city, tile, shown, pen }, &mut out);
        out.write_into(&mut bytes);
    }
    bytes
}

impl Canvas<'_> {
    /// The tile with its buffer on the unit square, and a unit more: what is rounded into it.
    pub(super) fn square(&self) -> [f64; 4] {
        let square = self.tile.square(BUFFER_SHARE + 1.0 / f64::from(EXTENT));
        [square.left, square.top, square.right, square.bottom]
    }

    /// The same in degrees.
    pub(super) fn bounds(&self) -> LonLatBox {
        self.tile.bounds(BUFFER_SHARE + 1.0 / f64::from(EXTENT))
    }
}
