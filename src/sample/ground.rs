//! Answers "where on the sample's ground is this?": one plane in metres for the whole ward, and the
//! gentle bend that keeps its streets from being ruler-straight.
//!
//! Streets are laid out on the *unbent* ground, where division is simple, and bent at the end. Facts
//! (stations, arterials) are unbent first, so that they end where they truly are.

use geo_types::Coord;

use crate::domain::LonLat;
use crate::geo::LocalPlane;

/// Six decimals of a degree, about 0.1 m: what the files hold.
pub(super) const GRID_DEGREES: f64 = 1e-6;

/// A point in metres east and north of the middle of the ward.
pub(super) type Metres = Coord<f64>;

/// The plane and its bend.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ground {
    plane: LocalPlane,
}

/// Wavelength, amplitude (both metres), direction (radians) and phase of each wave of the bend. The
/// slopes add up to well below one, so that the bend never folds the ground.
const WAVES: [(f64, f64, f64, f64); 6] = [
    (1_450.0, 34.0, 0.4, 0.3),
    (1_130.0, 26.0, 2.1, 1.9),
    (620.0, 11.0, 1.2, 4.0),
    (540.0, 10.0, 2.9, 0.8),
    (310.0, 3.6, 0.1, 2.2),
    (270.0, 3.2, 1.8, 5.1),
];

impl Ground {
    pub(super) fn new() -> Self {
        let middle = LonLat::new(139.635, 35.635).expect("the middle of the ward is a place");
        Self { plane: LocalPlane::at(middle) }
    }

    /// The true point of a longitude and latitude.
    pub(super) fn metres(&self, lon: f64, lat: f64) -> Metres {
        self.plane.metres(Coord { x: lon, y: lat })
    }

    /// Degrees, rounded to what the files hold.
    pub(super) fn degrees(&self, point: Metres) -> Coord<f64> {
        let exact = self.plane.degrees(point);
        let round = |v: f64| (v / GRID_DEGREES).round() * GRID_DEGREES;
        Coord { x: round(exact.x), y: round(exact.y) }
    }

    /// Moves a point to the nearest one the files can hold.
    pub(super) fn rounded(&self, point: Metres) -> Metres {
        let held = self.degrees(point);
        self.plane.metres(held)
    }

    /// From the unbent ground to the true one.
    pub(super) fn bend(point: Metres) -> Metres {
        add(point, bend_at(point))
    }

    /// From the true ground to the unbent one.
    pub(super) fn unbend(point: Metres) -> Metres {
        let mut guess = point;
        for _ in 0..40 {
            let shift = bend_at(guess);
            guess = Coord { x: point.x - shift.x, y: point.y - shift.y };
        }
        guess
    }
}

fn bend_at(p: Metres) -> Metres {
    let mut shift = Coord { x: 0.0, y: 0.0 };
    for (length, amplitude, direction, phase) in WAVES {
        let (sin, cos) = f64::sin_cos(direction);
        let along = (p.x * cos + p.y * sin) * std::f64::consts::TAU / length + phase;
        // Across its own direction: a street bends sideways rather than bunching up.
        shift.x -= amplitude * along.sin() * sin;
        shift.y += amplitude * along.sin() * cos;
    }
    shift
}

/// Smooth noise between 0 and 1 with bumps of about `scale` metres; each `salt` is another noise.
pub(super) fn noise(p: Metres, scale: f64, salt: u64) -> f64 {
    let (x, y) = (p.x / scale, p.y / scale);
    let (x0, y0) = (x.floor(), y.floor());
    let ease = |t: f64| t * t * (3.0 - 2.0 * t);
    let (u, v) = (ease(x - x0), ease(y - y0));
    let corner = |dx: f64, dy: f64| random_of((x0 + dx) as i64, (y0 + dy) as i64, salt);
    let low = corner(0.0, 0.0) * (1.0 - u) + corner(1.0, 0.0) * u;
    let high = corner(0.0, 1.0) * (1.0 - u) + corner(1.0, 1.0) * u;
    low * (1.0 - v) + high * v
}

/// A number between 0 and 1 that depends on nothing but its arguments.
pub(super) fn random_of(x: i64, y: i64, salt: u64) -> f64 {
    let mut h = (x as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15)
        ^ (y as u64).wrapping_mul(0xC2B2_AE3D_27D4_EB4F)
        ^ salt.wrapping_mul(0x1656_67B1_9E37_79F9);
    h ^= h >> 31;
    h = h.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    h ^= h >> 29;
    h = h.wrapping_mul(0x94D0_49BB_1331_11EB);
    h ^= h >> 32;
    (h >> 11) as f64 / (1_u64 << 53) as f64
}

pub(super) fn add(a: Metres, b: Metres) -> Metres {
    Coord { x: a.x + b.x, y: a.y + b.y }
}

pub(super) fn sub(a: Metres, b: Metres) -> Metres {
    Coord { x: a.x - b.x, y: a.y - b.y }
}

pub(super) fn scale(a: Metres, by: f64) -> Metres {
    Coord { x: a.x * by, y: a.y * by }
}

pub(super) fn dot(a: Metres, b: Metres) -> f64 {
    a.x * b.x + a.y * b.y
}

pub(super) fn cross(a: Metres, b: Metres) -> f64 {
    a.x * b.y - a.y * b.x
}

pub(super) fn distance(a: Metres, b: Metres) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unbending_undoes_the_bend() {
        for i in 0..200_i64 {
            let p = Coord { x: (random_of(i, 1, 7) - 0.5) * 9e3, y: (random_of(i, 2, 7) - 0.5) * 9e3 };
            assert!(distance(Ground::bend(Ground::unbend(p)), p) < 0.01);
        }
    }
}
