//! Answers "which land can be walked to within so many minutes?" as polygons.
//!
//! The land within [`WALK_SIDE_M`] of any stretch of road that is reached, the last of them only as far
//! as one gets. On a grid of 10 m each point knows how far the nearest such stretch is; the contour of
//! that field is the edge. So the polygons are valid however the roads cross, and more minutes never
//! cover less. Gaps smaller than a hectare, the insides of blocks one can walk round, are filled.

use geo_types::{Coord, LineString, MultiPolygon, Polygon};
use std::f64::consts::TAU;

use super::contour::Field;
use super::graph::apart_m;
use super::reach::Reach;
use crate::domain::LonLat;
use crate::geo::LocalPlane;

/// Land this near a road that is reached counts as reached, in metres.
pub const WALK_SIDE_M: f64 = 30.0;
/// Gaps up to this area are filled, m2.
const LEAST_GAP_M2: f64 = 10_000.0;

impl Reach<'_> {
    /// The land that is reached from a place, which stands on the start of this search.
    pub fn area(&self, place: LonLat) -> MultiPolygon<f64> {
        let plane = LocalPlane::at(place);
        let on_road: Coord<f64> = self.start.on_road(self.graph);
        let off = apart_m(place.into(), on_road);
        let share = if off > self.limit_m { self.limit_m / off } else { 1.0 };
        let first_step = vec![place.into(), super::foothold::between(place.into(), on_road, share)];
        let metres = |stretch: Vec<Coord<f64>>| stretch.into_iter().map(|c| plane.metres(c)).collect();
        let mut stretches: Vec<Vec<Coord<f64>>> = vec![metres(first_step)];
        stretches.extend(self.stretches().into_iter().map(metres));
        let mut field = Field::around(&stretches, WALK_SIDE_M);
        for stretch in &stretches {
            field.draw(stretch);
        }
        let ring = |ring: Vec<Coord<f64>>| -> LineString<f64> {
            ring.into_iter().map(|c| plane.degrees(c)).collect()
        };
        let polygons = field.areas(LEAST_GAP_M2).into_iter();
        polygons
            .map(|(shell, gaps)| Polygon::new(ring(shell), gaps.into_iter().map(ring).collect()))
            .collect()
    }

    /// The parts of roads that are reached, in degrees.
    pub(super) fn stretches(&self) -> Vec<Vec<Coord<f64>>> {
        let mut parts = Vec::new();
        for (junction, reached) in &self.junctions {
            for arc in self.graph.arcs_from(*junction) {
                let ends = self.graph.edge(arc.edge).ends;
                // An edge with both ends reached is looked at once, from its first.
                let turn = usize::from(ends[0] != *junction);
                if turn == 1 && self.junctions.contains_key(&ends[0]) {
                    continue;
                }
                let length = self.graph.metres(arc.edge);
                let left = self.limit_m - reached.metres;
                let other = self.junctions.get(&ends[1 - turn]).map(|r| self.limit_m - r.metres);
                let (from_first, from_second) =
                    if turn == 0 { (left, other.unwrap_or(0.0)) } else { (other.unwrap_or(0.0), left) };
                if from_first + from_second >= length {
                    parts.push(self.graph.part(arc.edge, 0.0, length));
                    continue;
                }
                for (from, to) in [(0.0, from_first), (length - from_second, length)] {
                    if to > from {
                        parts.push(self.graph.part(arc.edge, from, to));
                    }
                }
            }
        }
        let (along, left) = (f64::from(self.start.along_m), self.limit_m - self.start.off_m());
        if left > 0.0 {
            parts.push(self.graph.part(self.start.edge, along - left, along + left));
        }
        parts
    }
}

/// A circle in place of the land that is reached, where there are no roads: so many metres in a straight
/// line.
pub fn straight_walk_area(place: LonLat, metres: f64) -> MultiPolygon<f64> {
    const CORNERS: u32 = 64;
    let plane = LocalPlane::at(place);
    let corner = |i: u32| {
        let (sin, cos) = (TAU * f64::from(i) / f64::from(CORNERS)).sin_cos();
        plane.degrees(Coord { x: metres * cos, y: metres * sin })
    };
    Polygon::new((0..CORNERS).map(corner).collect(), Vec::new()).into()
}
