//! Answers "where does one step onto the road from here?".
//!
//! The nearest point of any road, within [`FOOTHOLD_REACH_M`]: a tree of boxes narrows, the plane that
//! touches the earth at the place decides. What lies between place and road is walked in a straight
//! line, through the yard or the arcade.

use geo_types::Coord;
use rstar::AABB;

use super::graph::{WalkGraph, apart_m};
use crate::domain::LonLat;
use crate::geo::LocalPlane;

/// A place farther from every road than this cannot be walked to, in metres.
pub const FOOTHOLD_REACH_M: f64 = 250.0;
/// Most places lie this near a road, so that few edges are looked at.
const NEAR_M: f64 = 40.0;

/// Where a place meets the roads of one [`WalkGraph`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Foothold {
    pub(super) edge: u32,
    pub(super) along_m: f32,
    pub(super) off_m: f32,
}

impl Foothold {
    /// Metres from the place to the road.
    pub fn off_m(self) -> f64 {
        f64::from(self.off_m)
    }

    /// The ends of its edge, each with the metres to it along the road.
    pub(super) fn ends(self, graph: &WalkGraph) -> [(u32, f64); 2] {
        let edge = graph.edge(self.edge);
        let along = f64::from(self.along_m);
        [(edge.ends[0], along), (edge.ends[1], f64::from(edge.metres) - along)]
    }

    /// Metres to another foothold on the same edge without leaving it.
    pub(super) fn beside(self, other: Self) -> Option<f64> {
        (self.edge == other.edge).then(|| (f64::from(self.along_m) - f64::from(other.along_m)).abs())
    }

    /// The point of the road, in degrees.
    pub fn on_road(self, graph: &WalkGraph) -> Coord<f64> {
        let course: Vec<Coord<f64>> = graph.course(self.edge).collect();
        let mut left = f64::from(self.along_m);
        for pair in course.windows(2) {
            let length = apart_m(pair[0], pair[1]);
            if left <= length {
                return between(pair[0], pair[1], if length > 0.0 { left / length } else { 0.0 });
            }
            left -= length;
        }
        course.last().copied().unwrap_or_default()
    }
}

/// The point at a share of the way from one place to another; the place itself at either end, though
/// lengths are rounded.
pub(super) fn between(a: Coord<f64>, b: Coord<f64>, share: f64) -> Coord<f64> {
    const ROUNDING: f64 = 1e-6;
    if share < ROUNDING {
        return a;
    }
    if share > 1.0 - ROUNDING {
        return b;
    }
    Coord { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }
}

impl WalkGraph {
    /// Where a place meets the roads; `None` beyond [`FOOTHOLD_REACH_M`]. Of equally near edges the
    /// first.
    pub fn foothold(&self, place: LonLat) -> Option<Foothold> {
        [NEAR_M, FOOTHOLD_REACH_M].into_iter().find_map(|reach_m| self.foothold_within(place, reach_m))
    }

    fn foothold_within(&self, place: LonLat, reach_m: f64) -> Option<Foothold> {
        let plane = LocalPlane::at(place);
        let (lon, lat) = plane.span_degrees(reach_m * 1.01);
        let around = AABB::from_corners(
            [place.lon() - lon, place.lat() - lat],
            [place.lon() + lon, place.lat() + lat],
        );
        let near = self.tree.locate_in_envelope_intersecting(around).map(|edge| edge.data);
        let measured = near.map(|edge| (nearest_on(&plane, self.course(edge)), edge));
        let within = measured.filter(|(nearest, _)| nearest.metres <= reach_m);
        let (nearest, edge) = within.min_by(|a, b| a.0.metres.total_cmp(&b.0.metres).then(a.1.cmp(&b.1)))?;
        let before: Vec<Coord<f64>> = self.course(edge).take(nearest.segment + 2).collect();
        let whole: f64 = before[..=nearest.segment].windows(2).map(|p| apart_m(p[0], p[1])).sum();
        let last = apart_m(before[nearest.segment], before[nearest.segment + 1]) * nearest.share;
        let along_m = (whole + last) as f32;
        Some(Foothold { edge, along_m: along_m.min(self.edge(edge).metres), off_m: nearest.metres as f32 })
    }
}

/// The nearest point of a course: on which segment, at which share of it, how many metres away.
struct NearestOn {
    segment: usize,
    share: f64,
    metres: f64,
}

fn nearest_on(plane: &LocalPlane, course: impl Iterator<Item = Coord<f64>>) -> NearestOn {
    let mut best = NearestOn { segment: 0, share: 0.0, metres: f64::INFINITY };
    let mut last: Option<Coord<f64>> = None;
    for (at, here) in course.map(|c| plane.metres(c)).enumerate() {
        if let Some(from) = last {
            let (dx, dy) = (here.x - from.x, here.y - from.y);
            let squared = dx * dx + dy * dy;
            let share =
                if squared > 0.0 { (-(from.x * dx + from.y * dy) / squared).clamp(0.0, 1.0) } else { 0.0 };
            let metres = (from.x + dx * share).hypot(from.y + dy * share);
            if metres < best.metres {
                best = NearestOn { segment: at - 1, share, metres };
            }
        }
        last = Some(here);
    }
    best
}
