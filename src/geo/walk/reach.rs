//! Answers "how far is everything from here, up to so many metres?": Dijkstra's search, stopped early.

use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::foothold::Foothold;
use super::graph::WalkGraph;

/// How a junction was reached: over how many metres, and by which edge; the start's own edge where it
/// is the first.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reached {
    pub(super) metres: f64,
    pub(super) by: u32,
}

/// Every junction within so many metres of a start.
#[derive(Debug)]
pub struct Reach<'g> {
    pub(super) graph: &'g WalkGraph,
    pub(super) start: Foothold,
    pub(super) limit_m: f64,
    pub(super) junctions: FxHashMap<u32, Reached>,
}

impl WalkGraph {
    /// What can be walked to from a foothold within so many metres.
    pub fn reach(&self, start: Foothold, limit_m: f64) -> Reach<'_> {
        self.search(start, limit_m, |_, _| f64::INFINITY)
    }

    /// The same, stopped at the metres that `enough` gives when a junction is settled.
    pub(super) fn search(
        &self,
        start: Foothold,
        limit_m: f64,
        mut enough: impl FnMut(u32, f64) -> f64,
    ) -> Reach<'_> {
        let mut junctions: FxHashMap<u32, Reached> = FxHashMap::default();
        let mut queue = BinaryHeap::new();
        let mut stop_m = limit_m;
        let meet =
            |queue: &mut BinaryHeap<_>, junctions: &mut FxHashMap<u32, Reached>, to, metres: f64, by| {
                let better = junctions.get(&to).is_none_or(|known| metres < known.metres);
                if better && metres <= limit_m {
                    junctions.insert(to, Reached { metres, by });
                    // The bits of a number that is not negative sort as it.
                    queue.push(Reverse((metres.to_bits(), to)));
                }
            };
        for (end, metres) in start.ends(self) {
            meet(&mut queue, &mut junctions, end, start.off_m() + metres, start.edge);
        }
        while let Some(Reverse((bits, at))) = queue.pop() {
            let metres = f64::from_bits(bits);
            if metres > stop_m {
                break;
            }
            if junctions[&at].metres < metres {
                continue; // An older, longer way here.
            }
            stop_m = stop_m.min(enough(at, metres));
            for arc in self.arcs_from(at) {
                meet(&mut queue, &mut junctions, arc.to, metres + self.metres(arc.edge), arc.edge);
            }
        }
        Reach { graph: self, start, limit_m, junctions }
    }

    /// True if roads lead from one foothold to the other, however far.
    pub fn connects(&self, one: Foothold, other: Foothold) -> bool {
        self.joins(one.edge, other.edge)
    }
}

impl Reach<'_> {
    /// Where it starts.
    pub const fn start(&self) -> Foothold {
        self.start
    }

    /// Metres from the start to a foothold, both ways off the road included; `None` beyond the limit,
    /// or where no road leads.
    pub fn metres_to(&self, place: Foothold) -> Option<f64> {
        let over = place.ends(self.graph).into_iter().filter_map(|(end, along)| {
            let reached = self.junctions.get(&end)?;
            Some(reached.metres + along)
        });
        let beside = self.start.beside(place).map(|along| self.start.off_m() + along);
        let metres = over.chain(beside).reduce(f64::min)? + place.off_m();
        (metres <= self.limit_m).then_some(metres)
    }
}
