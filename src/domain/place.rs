//! Where: a checked longitude and latitude, and boxes of them.

use geo_types::{Coord, Point};
use thiserror::Error;

/// Why a pair of numbers is not a place.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum PlaceError {
    /// Not finite, or outside ±180 by ±90 degrees.
    #[error("longitude {lon}, latitude {lat} is not a place on earth")]
    OffEarth {
        /// The longitude read.
        lon: f64,
        /// The latitude read.
        lat: f64,
    },
    /// A box whose south is not below its north, or whose west is not below its east.
    #[error("a box needs west < east and south < north: {west},{south},{east},{north}")]
    EmptyBox {
        /// Western edge.
        west: f64,
        /// Southern edge.
        south: f64,
        /// Eastern edge.
        east: f64,
        /// Northern edge.
        north: f64,
    },
}

/// A position in degrees, longitude first, JGD2011 or WGS84 (taken as the same).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LonLat {
    lon: f64,
    lat: f64,
}

impl LonLat {
    /// A place, if both numbers are finite and on earth.
    pub fn new(lon: f64, lat: f64) -> Result<Self, PlaceError> {
        if (-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat) {
            Ok(Self { lon, lat })
        } else {
            Err(PlaceError::OffEarth { lon, lat })
        }
    }

    /// Degrees east.
    pub const fn lon(self) -> f64 {
        self.lon
    }

    /// Degrees north.
    pub const fn lat(self) -> f64 {
        self.lat
    }

    /// True where Japan publishes data: 122-154° E, 20-46° N. Swapped coordinates fail it.
    pub fn in_japan(self) -> bool {
        (122.0..=154.0).contains(&self.lon) && (20.0..=46.0).contains(&self.lat)
    }
}

impl From<LonLat> for Point<f64> {
    fn from(place: LonLat) -> Self {
        Point::new(place.lon, place.lat)
    }
}

impl From<LonLat> for Coord<f64> {
    fn from(place: LonLat) -> Self {
        Coord { x: place.lon, y: place.lat }
    }
}

impl TryFrom<Coord<f64>> for LonLat {
    type Error = PlaceError;

    fn try_from(c: Coord<f64>) -> Result<Self, PlaceError> {
        Self::new(c.x, c.y)
    }
}

/// A box in degrees that never crosses the antimeridian. Its edges belong to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LonLatBox {
    west: f64,
    south: f64,
    east: f64,
    north: f64,
}

impl LonLatBox {
    /// The box between two meridians and two parallels.
    pub fn new(west: f64, south: f64, east: f64, north: f64) -> Result<Self, PlaceError> {
        LonLat::new(west, south)?;
        LonLat::new(east, north)?;
        if west < east && south < north {
            Ok(Self { west, south, east, north })
        } else {
            Err(PlaceError::EmptyBox { west, south, east, north })
        }
    }

    /// The smallest box around coordinates; a single point gives a box of no size.
    pub fn around(coords: impl IntoIterator<Item = Coord<f64>>) -> Option<Self> {
        let mut coords = coords.into_iter();
        let first = coords.next()?;
        let start = Self { west: first.x, south: first.y, east: first.x, north: first.y };
        Some(coords.fold(start, |b, c| Self {
            west: b.west.min(c.x),
            south: b.south.min(c.y),
            east: b.east.max(c.x),
            north: b.north.max(c.y),
        }))
    }

    /// The smallest box that holds both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self {
            west: self.west.min(other.west),
            south: self.south.min(other.south),
            east: self.east.max(other.east),
            north: self.north.max(other.north),
        }
    }

    /// Western edge, degrees.
    pub const fn west(self) -> f64 {
        self.west
    }
    /// Southern edge, degrees.
    pub const fn south(self) -> f64 {
        self.south
    }
    /// Eastern edge, degrees.
    pub const fn east(self) -> f64 {
        self.east
    }
    /// Northern edge, degrees.
    pub const fn north(self) -> f64 {
        self.north
    }

    /// True if the place is inside or on an edge.
    pub fn contains(self, place: LonLat) -> bool {
        (self.west..=self.east).contains(&place.lon) && (self.south..=self.north).contains(&place.lat)
    }

    /// True if the boxes share at least a point.
    pub fn intersects(self, other: Self) -> bool {
        self.west <= other.east
            && other.west <= self.east
            && self.south <= other.north
            && other.south <= self.north
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_latitude_of_139_is_no_place() {
        assert!(LonLat::new(35.6, 139.7).is_err());
        assert!(LonLat::new(f64::NAN, 35.0).is_err());
    }

    #[test]
    fn swapped_coordinates_that_are_on_earth_are_not_in_japan() {
        assert!(!LonLat::new(35.6, 80.0).unwrap().in_japan());
        assert!(LonLat::new(139.65, 35.64).unwrap().in_japan());
    }

    #[test]
    fn boxes_that_share_only_an_edge_touch() {
        let left = LonLatBox::new(0.0, 0.0, 1.0, 1.0).unwrap();
        let right = LonLatBox::new(1.0, 0.0, 2.0, 1.0).unwrap();
        assert!(left.intersects(right));
        assert!(LonLatBox::new(1.0, 0.0, 0.0, 1.0).is_err());
    }
}
