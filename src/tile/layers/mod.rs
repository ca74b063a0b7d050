//! One file a layer: which features it has in a tile, and what each says.

mod basemap;
mod boundaries;
mod listings;
mod stations;
mod streets;
mod towns;
mod zones;

use super::address::TileAddress;
use super::draw::Pen;
use super::mvt::LayerWriter;
use super::schema::LayerName;
use super::shown::ShownListings;
use crate::city::City;

/// What is being drawn, and where.
pub(super) struct Canvas<'a> {
    pub(super) city: &'a City,
    pub(super) tile: TileAddress,
    pub(super) shown: Option<&'a ShownListings>,
    pub(super) pen: Pen,
}

/// Writes one layer of a tile.
pub(super) fn write(layer: LayerName, canvas: &mut Canvas<'_>, out: &mut LayerWriter) {
    match layer {
        LayerName::Basemap => basemap::write(canvas, out),
        LayerName::Boundaries => boundaries::write(canvas, out),
        LayerName::Towns => towns::write(canvas, out),
        LayerName::Zones => zones::write(canvas, out),
        LayerName::Streets => streets::write(canvas, out),
        LayerName::TownLabels => towns::write_labels(canvas, out),
        LayerName::ZoneLabels => zones::write_labels(canvas, out),
        LayerName::StreetLabels => streets::write_labels(canvas, out),
        LayerName::Stations => stations::write(canvas, out),
        LayerName::Listings => listings::write(canvas, out),
    }
}
