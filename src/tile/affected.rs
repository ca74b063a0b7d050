//! Answers "which tiles may look different after this change?": those whose square, with its buffer,
//! the change reaches, and for clusters those that the changed cell reaches.

use super::address::{MAX_ZOOM, TileAddress};
use super::mvt::{BUFFER, EXTENT};
use super::schema::{LayerName, LayerSet};
use crate::city::{CELLS_PER_TILE_BITS, MAX_CLUSTER_ZOOM, Touched};
use crate::domain::{Layer, LonLatBox};
use crate::geo::mercator;
use geo_types::Coord;

/// How far beyond its square a tile shows things, as a share of its side; a few units for rounding.
const REACH: f64 = (BUFFER + 8) as f64 / EXTENT as f64;

/// A layer that changed in more places than this is taken as one box.
const MANY: usize = 200;

/// The tiles of one zoom that a part of a change reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Affected {
    /// The tile layers that may look different.
    pub(super) layers: LayerSet,
    z: u8,
    x: (u32, u32),
    y: (u32, u32),
}

impl Affected {
    /// True if a tile with these layers may look different.
    pub(super) fn holds(&self, layers: LayerSet, tile: TileAddress) -> bool {
        self.z == tile.z()
            && self.layers.intersects(layers)
            && (self.x.0..=self.x.1).contains(&tile.x())
            && (self.y.0..=self.y.1).contains(&tile.y())
    }

    /// How many tiles there are.
    pub(super) fn len(&self) -> u64 {
        u64::from(self.x.1 - self.x.0 + 1) * u64::from(self.y.1 - self.y.0 + 1)
    }

    /// The tiles.
    pub(super) fn tiles(&self) -> impl Iterator<Item = TileAddress> {
        let (z, rows) = (self.z, self.y.0..=self.y.1);
        let addresses = (self.x.0..=self.x.1).flat_map(move |x| rows.clone().map(move |y| (x, y)));
        addresses.filter_map(move |(x, y)| TileAddress::new(u32::from(z), x, y).ok())
    }
}

/// Everything a change reaches, zoom by zoom.
pub(super) fn affected(touched: &Touched) -> Vec<Affected> {
    let mut all = Vec::new();
    for (layer, area) in merged(touched) {
        for z in 0..=MAX_ZOOM {
            let drawn = drawn_from(layer).iter().copied().filter(|l| l.schema().shown_at(z));
            all.extend(LayerSet::new(drawn).map(|layers| reached(layer, area, z, layers)));
        }
    }
    all
}

/// The parts of a change; those of a layer that changed in many places as one box.
fn merged(touched: &Touched) -> Vec<(Layer, LonLatBox)> {
    let mut parts = Vec::new();
    for layer in Layer::ALL {
        let boxes = || touched.parts().iter().filter(|(l, _)| l == layer).map(|(_, area)| *area);
        if boxes().count() <= MANY {
            parts.extend(boxes().map(|area| (*layer, area)));
        } else {
            parts.extend(boxes().reduce(LonLatBox::union).map(|area| (*layer, area)));
        }
    }
    parts
}

/// The tile layers that a layer of the city is drawn in.
const fn drawn_from(layer: Layer) -> &'static [LayerName] {
    match layer {
        Layer::Zones => &[LayerName::Zones, LayerName::ZoneLabels],
        Layer::Streets => &[LayerName::Streets, LayerName::StreetLabels],
        Layer::Stations => &[LayerName::Stations],
        Layer::Towns => &[LayerName::Towns, LayerName::TownLabels],
        Layer::Boundaries => &[LayerName::Boundaries],
        Layer::Basemap => &[LayerName::Basemap],
        // Areas are told of places, blocks of addresses, roads are walked along, uses are counted; none is drawn.
        Layer::Areas | Layer::Blocks | Layer::Roads | Layer::LandUse => &[],
        Layer::Listings => &[LayerName::Listings],
    }
}

fn reached(layer: Layer, area: LonLatBox, z: u8, layers: LayerSet) -> Affected {
    let north_west = mercator(Coord { x: area.west(), y: area.north() });
    let south_east = mercator(Coord { x: area.east(), y: area.south() });
    let side = f64::from(1u32 << z);
    let clustered = layer == Layer::Listings && z <= MAX_CLUSTER_ZOOM;
    let span = |from: f64, to: f64| {
        let (mut from, mut to) = (from * side, to * side);
        if clustered {
            // A listing moves the middle of its cluster, which may lie anywhere in its cell.
            let cells = f64::from(1u32 << CELLS_PER_TILE_BITS);
            (from, to) = ((from * cells).floor() / cells, ((to * cells).floor() + 1.0) / cells);
        }
        let tile = |v: f64| (v.floor().max(0.0) as u32).min((1 << z) - 1);
        (tile(from - REACH), tile(to + REACH))
    };
    Affected { layers, z, x: span(north_west.x, south_east.x), y: span(north_west.y, south_east.y) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::LonLat;

    #[test]
    fn a_listing_reaches_few_tiles_of_every_zoom() {
        let mut touched = Touched::nothing();
        touched.add_place(Layer::Listings, LonLat::new(139.65, 35.65).unwrap());
        let all = affected(&touched);
        assert_eq!(all.len(), usize::from(MAX_ZOOM) + 1);
        assert!(all.iter().all(|a| (1..=4).contains(&a.len())), "{all:?}");
    }

    #[test]
    fn a_station_leaves_zones_alone() {
        let mut touched = Touched::nothing();
        touched.add_place(Layer::Stations, LonLat::new(139.65, 35.65).unwrap());
        let zones = LayerSet::new([LayerName::Zones]).unwrap();
        assert!(affected(&touched).iter().all(|a| !a.layers.intersects(zones)));
    }
}
