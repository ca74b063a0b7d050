//! The oracle of the proofs: every vertex of every line a place of its own, every pair searched from
//! scratch, and no index.

use geo_types::{Coord, LineString};
use std::collections::BTreeMap;

use super::graph::apart_m;
use crate::domain::LonLat;
use crate::geo::LocalPlane;

/// Roads as nothing but their segments.
pub(crate) struct PlainRoads {
    segments: Vec<[(i64, i64); 2]>,
}

fn key(c: Coord<f64>) -> (i64, i64) {
    ((c.x * 1e7).round() as i64, (c.y * 1e7).round() as i64)
}

fn place((x, y): (i64, i64)) -> Coord<f64> {
    Coord { x: x as f64 / 1e7, y: y as f64 / 1e7 }
}

fn segment_m(segment: [(i64, i64); 2]) -> f64 {
    apart_m(place(segment[0]), place(segment[1]))
}

impl PlainRoads {
    pub(crate) fn of(lines: &[LineString<f64>]) -> Self {
        let pairs = lines.iter().flat_map(|line| line.0.windows(2).map(|w| [key(w[0]), key(w[1])]));
        Self { segments: pairs.filter(|s| s[0] != s[1]).collect() }
    }

    /// The nearest point of any segment: which, at which share of it, how many metres away.
    fn foothold(&self, at: LonLat) -> Option<(usize, f64, f64)> {
        let plane = LocalPlane::at(at);
        let measured = self.segments.iter().enumerate().map(|(i, segment)| {
            let [a, b] = segment.map(|k| plane.metres(place(k)));
            let (dx, dy) = (b.x - a.x, b.y - a.y);
            let share = (-(a.x * dx + a.y * dy) / (dx * dx + dy * dy)).clamp(0.0, 1.0);
            (i, share, (a.x + dx * share).hypot(a.y + dy * share))
        });
        measured.min_by(|a, b| a.2.total_cmp(&b.2)).filter(|nearest| nearest.2 <= 250.0)
    }

    /// Metres on foot between two places, by relaxing every segment until nothing gets shorter.
    pub(crate) fn metres(&self, from: LonLat, to: LonLat) -> Option<f64> {
        let (start, end) = (self.foothold(from)?, self.foothold(to)?);
        let mut metres: BTreeMap<(i64, i64), f64> = BTreeMap::new();
        let ends = |(i, share, off): (usize, f64, f64)| {
            let [a, b] = self.segments[i];
            let length = segment_m([a, b]);
            [(a, off + share * length), (b, off + (1.0 - share) * length)]
        };
        for (vertex, m) in ends(start) {
            let held = metres.entry(vertex).or_insert(f64::INFINITY);
            *held = held.min(m);
        }
        loop {
            let mut shorter = false;
            for segment in &self.segments {
                for [a, b] in [[segment[0], segment[1]], [segment[1], segment[0]]] {
                    let Some(here) = metres.get(&a).copied() else { continue };
                    let there = here + segment_m(*segment);
                    let held = metres.entry(b).or_insert(f64::INFINITY);
                    if there < *held - 1e-9 {
                        *held = there;
                        shorter = true;
                    }
                }
            }
            if !shorter {
                break;
            }
        }
        let over = ends(end).into_iter().filter_map(|(v, m)| Some(metres.get(&v)? + m));
        let length = segment_m(self.segments[start.0]);
        let beside = (start.0 == end.0).then(|| start.2 + (start.1 - end.1).abs() * length + end.2);
        over.chain(beside).reduce(f64::min)
    }
}
