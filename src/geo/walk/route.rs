//! Answers "which way?" from one foothold to another.

use geo_types::{Coord, LineString};

use super::foothold::{Foothold, between};
use super::graph::{WalkGraph, apart_m};
use super::reach::Reach;

/// The shortest walk between two footholds.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    /// Metres, both ways off the road included.
    pub metres: f64,
    /// Its course along roads, in degrees, from foothold to foothold.
    pub course: LineString<f64>,
}

impl WalkGraph {
    /// The shortest walk, if it has at most so many metres.
    pub fn route(&self, from: Foothold, to: Foothold, limit_m: f64) -> Option<Route> {
        let ends = to.ends(self);
        let reach = self.search(from, limit_m, |junction, metres| {
            let here = ends.iter().filter(|(end, _)| *end == junction);
            here.map(|(_, along)| metres + along).fold(f64::INFINITY, f64::min)
        });
        let metres = reach.metres_to(to)?;
        let mut course = reach.course_to(to, metres);
        course.0.dedup();
        Some(Route { metres, course })
    }

    /// The part of an edge's course between two distances from its first end, in that direction.
    pub(super) fn part(&self, edge: u32, from_m: f64, to_m: f64) -> Vec<Coord<f64>> {
        let (low, high) = (from_m.min(to_m).max(0.0), from_m.max(to_m).min(self.metres(edge)));
        let course: Vec<Coord<f64>> = self.course(edge).collect();
        let mut part = Vec::new();
        let mut passed = 0.0;
        for pair in course.windows(2) {
            let length = apart_m(pair[0], pair[1]);
            let at = |metres: f64| {
                let share = if length > 0.0 { (metres - passed) / length } else { 0.0 };
                between(pair[0], pair[1], share.clamp(0.0, 1.0))
            };
            if passed + length >= low && passed <= high {
                if part.is_empty() {
                    part.push(at(low));
                }
                part.push(at(high));
            }
            passed += length;
        }
        if from_m > to_m {
            part.reverse();
        }
        part
    }
}

impl Reach<'_> {
    /// The course from the start to a foothold that is so many metres away.
    fn course_to(&self, to: Foothold, metres: f64) -> LineString<f64> {
        let (graph, start) = (self.graph, self.start);
        let along = |foothold: Foothold| f64::from(foothold.along_m);
        let whole = |edge: u32| graph.metres(edge);
        let beside = start.beside(to).map(|m| start.off_m() + m + to.off_m());
        if beside.is_some_and(|beside| beside <= metres + 1e-6) {
            return LineString(graph.part(start.edge, along(start), along(to)));
        }
        // From the end of the last edge back to the start, then turned round.
        let total = |at: usize| {
            let (end, along) = to.ends(graph)[at];
            self.junctions.get(&end).map_or(f64::INFINITY, |reached| reached.metres + along)
        };
        let last = usize::from(total(1) < total(0));
        let mut at = to.ends(graph)[last].0;
        let mut back = graph.part(to.edge, along(to), if last == 0 { 0.0 } else { whole(to.edge) });
        let left = self.junctions[&at].metres;
        let mut left = left;
        loop {
            let by = self.junctions[&at].by;
            let came = graph.edge(by).ends;
            // The start's own edge is the first: no junction lies before it.
            let first = start.ends(graph).iter().position(|(end, metres)| {
                by == start.edge && *end == at && (start.off_m() + metres - left).abs() < 1e-6
            });
            if let Some(end) = first {
                back.extend(graph.part(by, if end == 0 { 0.0 } else { whole(by) }, along(start)));
                break;
            }
            let backwards = came[1] == at;
            back.extend(if backwards {
                graph.part(by, whole(by), 0.0)
            } else {
                graph.part(by, 0.0, whole(by))
            });
            at = if backwards { came[0] } else { came[1] };
            left = self.junctions[&at].metres;
        }
        back.reverse();
        LineString(back)
    }
}
