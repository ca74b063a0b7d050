//! Answers "which piece of the world is this tile?": zoom, column and row that cannot be out of
//! range, and the Web Mercator square (EPSG:3857, scaled to 0..1) they stand for.
//!
//! Latitudes beyond ±85.05° do not exist on the square and are drawn at its edge.

use std::fmt;
use thiserror::Error;

use crate::domain::LonLatBox;

/// The highest zoom served.
pub const MAX_ZOOM: u8 = 22;

/// Why three numbers are not a tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AddressError {
    /// Zoom above [`MAX_ZOOM`].
    #[error("zoom {0} is above {MAX_ZOOM}")]
    Zoom(u32),
    /// Column or row outside the zoom's square.
    #[error("tile {x}/{y} lies outside zoom {z}, which has {side} columns and rows")]
    Outside {
        /// Zoom.
        z: u8,
        /// Column given.
        x: u32,
        /// Row given.
        y: u32,
        /// Columns and rows at this zoom.
        side: u32,
    },
}

/// A tile: zoom 0 to 22, column from the west, row from the north.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TileAddress {
    z: u8,
    x: u32,
    y: u32,
}

impl TileAddress {
    /// The tile, if it exists.
    pub fn new(z: u32, x: u32, y: u32) -> Result<Self, AddressError> {
        let zoom = u8::try_from(z).ok().filter(|z| *z <= MAX_ZOOM).ok_or(AddressError::Zoom(z))?;
        let side = 1 << zoom;
        if x < side && y < side {
            Ok(Self { z: zoom, x, y })
        } else {
            Err(AddressError::Outside { z: zoom, x, y, side })
        }
    }

    /// Zoom.
    pub const fn z(self) -> u8 {
        self.z
    }
    /// Column, from the west.
    pub const fn x(self) -> u32 {
        self.x
    }
    /// Row, from the north.
    pub const fn y(self) -> u32 {
        self.y
    }

    /// The tile's square grown by a share of its side, in mercator units cut at the world's edge.
    pub fn square(self, grown_by: f64) -> MercatorBox {
        let side = f64::from(1u32 << self.z);
        let low = |n: u32| ((f64::from(n) - grown_by) / side).max(0.0);
        let high = |n: u32| ((f64::from(n) + 1.0 + grown_by) / side).min(1.0);
        MercatorBox { left: low(self.x), top: low(self.y), right: high(self.x), bottom: high(self.y) }
    }

    /// The tile in degrees, grown by a share of its side. At the top and bottom of the world it
    /// reaches the poles, since places beyond ±85.05° are drawn at the edge.
    pub fn bounds(self, grown_by: f64) -> LonLatBox {
        let square = self.square(grown_by);
        let north = if square.top <= 0.0 { 90.0 } else { lat_of(square.top) };
        let south = if square.bottom >= 1.0 { -90.0 } else { lat_of(square.bottom) };
        LonLatBox::new(lon_of(square.left), south, lon_of(square.right), north)
            .expect("a tile has a width and a height")
    }
}

impl fmt::Display for TileAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.z, self.x, self.y)
    }
}

/// A box on the unit square of Web Mercator: x from the west, y from the north, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MercatorBox {
    /// Western edge.
    pub left: f64,
    /// Northern edge.
    pub top: f64,
    /// Eastern edge.
    pub right: f64,
    /// Southern edge.
    pub bottom: f64,
}

fn lon_of(x: f64) -> f64 {
    (x * 360.0 - 180.0).clamp(-180.0, 180.0)
}

fn lat_of(y: f64) -> f64 {
    (std::f64::consts::PI * (1.0 - 2.0 * y)).sinh().atan().to_degrees()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::mercator;
    use proptest::prelude::*;

    #[test]
    fn a_tile_outside_its_zoom_cannot_be_built() {
        assert!(TileAddress::new(0, 0, 0).is_ok());
        assert_eq!(TileAddress::new(23, 0, 0), Err(AddressError::Zoom(23)));
        assert_eq!(TileAddress::new(300, 0, 0), Err(AddressError::Zoom(300)));
        assert!(TileAddress::new(3, 8, 0).is_err() && TileAddress::new(3, 0, 8).is_err());
    }

    #[test]
    fn the_world_tile_reaches_the_poles() {
        let world = TileAddress::new(0, 0, 0).unwrap().bounds(0.0);
        assert_eq!((world.west(), world.south(), world.east(), world.north()), (-180.0, -90.0, 180.0, 90.0));
    }

    proptest! {
        #[test]
        fn a_place_within_a_tile_is_drawn_within_its_square(
            lon in -180.0..180.0f64, lat in -85.0..85.0f64, z in 0u32..=22,
        ) {
            let m = mercator(geo_types::Coord { x: lon, y: lat });
            let side = f64::from(1u32 << z);
            let tile = TileAddress::new(z, (m.x * side) as u32, (m.y * side) as u32).unwrap();
            let grown = tile.bounds(1e-6);
            prop_assert!(grown.west() <= lon && lon <= grown.east());
            prop_assert!(grown.south() <= lat && lat <= grown.north());
        }
    }
}
