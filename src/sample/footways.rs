//! Answers "where can one walk?": every street, greenway and stream bank of the mesh as one network.
//!
//! Lines keep every vertex in which they meet another, so that the file joins as the mesh does. Railways
//! are crossed where roads cross them, and at level crossings where streets end opposite each other.

use std::collections::{BTreeMap, BTreeSet};

use super::basemap::{chains, is_drawn_street};
use super::files::{Features, properties};
use super::ground::{Metres, cross, sub};
use super::layout::Layout;
use super::mesh::{EdgeClass, Vertex};
use super::shapes::simpler;
use crate::domain::RoadClass;

/// Streets that end on a railway this near each other, on either side, meet in a level crossing.
const CROSSING_M: f64 = 60.0;
/// How far a line may stray from the mesh between two junctions, metres.
const STRAY_M: f64 = 1.2;
/// Lines of one feature.
const BUNDLE: usize = 400;

type Edge = (Vertex, Vertex);

/// The file of roads.
pub(super) fn draw(layout: &Layout) -> String {
    let mut edges: BTreeMap<RoadClass, Vec<Edge>> = BTreeMap::new();
    let roads = |edge: &Edge| Some((class_of(layout, *edge)?, *edge));
    let streets: Vec<(RoadClass, Edge)> = layout.mesh.all_edges().iter().filter_map(roads).collect();
    let crossings = crossings(layout, streets.iter().map(|(_, edge)| *edge));
    for (class, edge) in streets.into_iter().chain(crossings.into_iter().map(|e| (RoadClass::Path, e))) {
        edges.entry(class).or_default().push(edge);
    }
    let mut met: BTreeMap<Vertex, usize> = BTreeMap::new();
    for v in edges.values().flatten().flat_map(|(a, b)| [*a, *b]) {
        *met.entry(v).or_default() += 1;
    }
    let mut file = Features::new(&layout.ground);
    for (class, edges) in edges {
        let about = properties([("class", class.slug().into()), ("synthetic", true.into())]);
        let lines: Vec<Vec<Metres>> = chains(&edges, &layout.mesh.points)
            .iter()
            .map(|chain| thinned(chain, &layout.mesh.points, |v| met[&v] != 2))
            .collect();
        for bundle in lines.chunks(BUNDLE) {
            file.lines(&about, bundle);
        }
    }
    file.finish()
}

fn class_of(layout: &Layout, edge: Edge) -> Option<RoadClass> {
    match layout.mesh.class(edge.0, edge.1) {
        EdgeClass::Arterial | EdgeClass::Collector => Some(RoadClass::MainRoad),
        EdgeClass::Minor => is_drawn_street(layout, edge).then_some(RoadClass::MinorRoad),
        EdgeClass::Greenway | EdgeClass::Stream => Some(RoadClass::Path),
        EdgeClass::Plot | EdgeClass::Railway | EdgeClass::Bank | EdgeClass::Boundary => None,
    }
}

/// A chain with the vertices left out between which it runs straight, junctions kept.
fn thinned(chain: &[Vertex], points: &[Metres], is_junction: impl Fn(Vertex) -> bool) -> Vec<Metres> {
    let mut line: Vec<Metres> = Vec::new();
    let mut start = 0;
    for at in 1..chain.len() {
        if at + 1 == chain.len() || is_junction(chain[at]) {
            let stretch: Vec<Metres> = chain[start..=at].iter().map(|v| points[*v as usize]).collect();
            let seen = usize::from(!line.is_empty());
            line.extend(simpler(&stretch, STRAY_M).into_iter().skip(seen));
            start = at;
        }
    }
    line
}

/// The pieces of railway along which one crosses from a street on one side to one on the other.
fn crossings(layout: &Layout, streets: impl Iterator<Item = Edge>) -> BTreeSet<Edge> {
    let mesh = &layout.mesh;
    let mut rails: BTreeMap<Vertex, Vec<Vertex>> = BTreeMap::new();
    for (a, b) in mesh.all_edges().into_iter().filter(|(a, b)| mesh.class(*a, *b) == EdgeClass::Railway) {
        rails.entry(a).or_default().push(b);
        rails.entry(b).or_default().push(a);
    }
    let point = |v: Vertex| mesh.points[v as usize];
    // True is the left side of the railway as seen from its first neighbour.
    let side = |on: Vertex, from: Vertex, to: Vertex| {
        cross(sub(point(on), point(from)), sub(point(to), point(on))) > 0.0
    };
    let mut ends: BTreeMap<Vertex, Vec<Vertex>> = BTreeMap::new();
    for (a, b) in streets {
        for (on, off) in [(a, b), (b, a)] {
            if rails.contains_key(&on) && !rails.contains_key(&off) {
                ends.entry(on).or_default().push(off);
            }
        }
    }
    let mut made = BTreeSet::new();
    for (start, offs) in &ends {
        for first in &rails[start] {
            let left = |off: &Vertex| side(*start, *first, *off);
            let (mut last, mut here, mut walked) = (*start, *first, mesh.edge_length((*start, *first)));
            let mut piece = vec![(last.min(here), last.max(here))];
            while walked <= CROSSING_M {
                // Walking away from `first`'s far side, left and right change places.
                let other = ends.get(&here).into_iter().flatten().map(|off| !side(here, last, *off));
                if other.into_iter().any(|l| offs.iter().any(|off| left(off) != l)) {
                    made.extend(piece);
                    break;
                }
                let Some(next) = rails[&here].iter().find(|v| **v != last) else { break };
                walked += mesh.edge_length((here, *next));
                (last, here) = (here, *next);
                piece.push((last.min(here), last.max(here)));
            }
        }
    }
    made
}
