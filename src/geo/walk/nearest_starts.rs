//! Answers "which starts are nearest to this place?" for every place at once: one search from all starts
//! together leaves at each junction the few that reach it first.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::foothold::Foothold;
use super::graph::WalkGraph;

/// So many of the nearest starts are known for every place.
pub const MOST_STARTS: usize = 3;

const NO_START: u32 = u32::MAX;

/// A start and the metres to it.
#[derive(Debug, Clone, Copy)]
struct Label {
    start: u32,
    metres: f32,
}

/// The nearest starts of every junction of one [`WalkGraph`].
#[derive(Debug, Clone, Default)]
pub struct NearestStarts {
    labels: Vec<[Label; MOST_STARTS]>,
    starts: Vec<Option<Foothold>>,
    /// Starts by the edge they stand on: two on one edge meet without passing a junction.
    by_edge: FxHashMap<u32, SmallVec<[u32; 2]>>,
}

impl NearestStarts {
    /// Searches from all starts; one without a foothold is near nothing.
    pub fn of(graph: &WalkGraph, starts: Vec<Option<Foothold>>) -> Self {
        let none = Label { start: NO_START, metres: f32::INFINITY };
        let mut labels = vec![[none; MOST_STARTS]; graph.junctions()];
        let mut by_edge: FxHashMap<u32, SmallVec<[u32; 2]>> = FxHashMap::default();
        let mut queue = BinaryHeap::new();
        for (at, foothold) in starts.iter().enumerate().filter_map(|(at, f)| Some((at as u32, (*f)?))) {
            by_edge.entry(foothold.edge).or_default().push(at);
            for (end, metres) in foothold.ends(graph) {
                queue.push(Reverse(((foothold.off_m() + metres).to_bits(), at, end)));
            }
        }
        while let Some(Reverse((bits, start, junction))) = queue.pop() {
            let metres = f64::from_bits(bits);
            let held = &mut labels[junction as usize];
            // Nearest first: a start that is here already, or three others, came a shorter way.
            if held.iter().any(|label| label.start == start) {
                continue;
            }
            let Some(free) = held.iter_mut().find(|label| label.start == NO_START) else { continue };
            *free = Label { start, metres: metres as f32 };
            for arc in graph.arcs_from(junction) {
                queue.push(Reverse(((metres + graph.metres(arc.edge)).to_bits(), start, arc.to)));
            }
        }
        Self { labels, starts, by_edge }
    }

    /// Where a start stands.
    pub fn foothold(&self, start: u32) -> Option<Foothold> {
        self.starts.get(start as usize).copied().flatten()
    }

    /// The nearest starts of a place and the metres to each, nearest first, the lower of equals first;
    /// at most [`MOST_STARTS`].
    pub fn nearest(&self, graph: &WalkGraph, place: Foothold) -> SmallVec<[(u32, f64); MOST_STARTS]> {
        let mut found: SmallVec<[(u32, f64); 8]> = SmallVec::new();
        let mut meet = |start: u32, metres: f64| match found.iter_mut().find(|(known, _)| *known == start) {
            Some((_, known)) => *known = known.min(metres),
            None => found.push((start, metres)),
        };
        for (end, along) in place.ends(graph) {
            for label in self.labels[end as usize].iter().filter(|label| label.start != NO_START) {
                meet(label.start, f64::from(label.metres) + along + place.off_m());
            }
        }
        for start in self.by_edge.get(&place.edge).into_iter().flatten() {
            if let Some(foothold) = self.foothold(*start)
                && let Some(along) = foothold.beside(place)
            {
                meet(*start, foothold.off_m() + along + place.off_m());
            }
        }
        found.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
        found.truncate(MOST_STARTS);
        found.into_iter().collect()
    }
}
