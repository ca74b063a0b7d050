//! Answers "where on the world map is this place?": Web Mercator (EPSG:3857) scaled to a unit
//! square, x from the west, y from the north, as map tiles count.

use geo_types::Coord;
use std::f64::consts::PI;

/// A place in degrees on the unit square. Latitudes beyond ±85.0511° come to lie on its edge.
///
/// ```
/// use machikado::geo::mercator;
/// let greenwich_at_the_equator = mercator(geo_types::Coord { x: 0.0, y: 0.0 });
/// assert_eq!((greenwich_at_the_equator.x, greenwich_at_the_equator.y), (0.5, 0.5));
/// ```
pub fn mercator(degrees: Coord<f64>) -> Coord<f64> {
    let sine = degrees.y.to_radians().sin().clamp(-1.0, 1.0);
    let north = 0.25 * ((1.0 + sine) / (1.0 - sine)).ln() / PI;
    Coord { x: (degrees.x / 360.0 + 0.5).clamp(0.0, 1.0), y: (0.5 - north).clamp(0.0, 1.0) }
}

/// A place on the unit square as whole numbers, 2^32 to a side: about a centimetre. Places at the
/// eastern and southern edge come to lie just within.
pub fn mercator_fixed(degrees: Coord<f64>) -> [u32; 2] {
    let at = mercator(degrees);
    // A cast saturates.
    [at.x, at.y].map(|share| (share * MERCATOR_SIDE) as u32)
}

/// The side of the square that [`mercator_fixed`] counts on.
pub const MERCATOR_SIDE: f64 = 4_294_967_296.0;
