//! Is the later edition the earlier one, moved as a whole?
//!
//! A copy brought through another datum lies some decimetres or metres off everywhere. Seen zone by zone that would be
//! thousands of changes along every line; it is one fact.

use geo::{Area, Centroid, HasDimensions};
use geo_types::Coord;

use super::plan::Plan;
use crate::domain::Zone;
use crate::geo::PlaneArea;

/// Zones that must agree before a shift is believed.
const LEAST_PAIRS: usize = 5;
/// Shifts shorter than this are not worth a word, m.
const LEAST_M: f64 = 0.02;
/// Nothing is looked for farther off, m.
const MOST_M: f64 = 30.0;
/// How far the middles of two zones may be from the common shift and agree, m.
const AGREE_M: f64 = 0.02;

/// A shift of a whole edition.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shift {
    /// How far the later edition lies to the east, m.
    pub east_m: f64,
    /// How far it lies to the north, m.
    pub north_m: f64,
    /// How many zones have a counterpart at just this distance.
    pub zones: usize,
    /// How many zones were compared.
    pub compared: usize,
    /// The same in degrees.
    pub(super) degrees: Coord<f64>,
}

struct Middle {
    plan: Plan,
    square_degrees: f64,
    metres: Coord<f64>,
    degrees: Coord<f64>,
}

/// The shift, if nine in ten of the zones that have a counterpart agree on it.
pub(super) fn shift(before: &[&Zone], after: &[&Zone], plane: &PlaneArea) -> Option<Shift> {
    let (before, mut after) = (middles(before, plane), middles(after, plane));
    // From west to east, so that only those near enough are looked at.
    after.sort_unstable_by(|a, b| a.metres.x.total_cmp(&b.metres.x));
    let mut offsets: Vec<(Coord<f64>, Coord<f64>)> = Vec::new();
    for zone in &before {
        let like = |other: &&Middle| {
            let same_size = (other.square_degrees / zone.square_degrees - 1.0).abs() < 1e-4;
            let off = other.metres - zone.metres;
            other.plan.district == zone.plan.district && same_size && off.x.hypot(off.y) < MOST_M
        };
        let (west, east) = (zone.metres.x - MOST_M, zone.metres.x + MOST_M);
        let from = after.partition_point(|other| other.metres.x < west);
        let mut likes = after[from..].iter().take_while(|other| other.metres.x <= east).filter(like);
        // Two that would do tell nothing.
        if let (Some(other), None) = (likes.next(), likes.next()) {
            offsets.push((other.metres - zone.metres, other.degrees - zone.degrees));
        }
    }
    let middle = |of: fn(&(Coord<f64>, Coord<f64>)) -> f64| {
        let mut values: Vec<f64> = offsets.iter().map(of).collect();
        values.sort_unstable_by(f64::total_cmp);
        values.get(values.len() / 2).copied()
    };
    let metres = Coord { x: middle(|o| o.0.x)?, y: middle(|o| o.0.y)? };
    let degrees = Coord { x: middle(|o| o.1.x)?, y: middle(|o| o.1.y)? };
    let agrees = |(off, _): &&(Coord<f64>, Coord<f64>)| {
        let apart = *off - metres;
        apart.x.hypot(apart.y) < AGREE_M
    };
    let zones = offsets.iter().filter(agrees).count();
    let believed = zones >= LEAST_PAIRS && zones * 10 >= offsets.len() * 9;
    (believed && metres.x.hypot(metres.y) >= LEAST_M).then_some(Shift {
        east_m: metres.x,
        north_m: metres.y,
        zones,
        compared: offsets.len(),
        degrees,
    })
}

fn middles(zones: &[&Zone], plane: &PlaneArea) -> Vec<Middle> {
    let of = |zone: &&Zone| {
        let degrees = Coord::from(zone.geometry.centroid().filter(|_| !zone.geometry.is_empty())?);
        let metres = plane.metres(degrees)?;
        Some(Middle { plan: Plan::of(zone), square_degrees: zone.geometry.unsigned_area(), metres, degrees })
    };
    zones.iter().filter_map(of).collect()
}
