//! The roads of a city as a graph in little memory: compressed rows of arcs, lengths in metres.
//!
//! Junctions are numbered; the arcs that leave one lie side by side. An edge keeps its course, so that a
//! place can stand anywhere along it. Built once, never changed.

use geo_types::{Coord, LineString};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use super::joining::{Vertex, degrees, join};
use crate::domain::LonLat;
use crate::geo::distance_m;

/// A piece of the network smaller than this share of the largest is no place to stand: a yard, or a
/// path in the data that nobody joined to the next road.
const LEAST_SHARE: f64 = 0.01;

/// A way to leave a junction.
#[derive(Debug, Clone, Copy)]
pub(super) struct Arc {
    pub(super) to: u32,
    pub(super) edge: u32,
}

/// The stretch between two junctions.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    pub(super) ends: [u32; 2],
    pub(super) metres: f32,
}

pub(super) type EdgeBox = GeomWithData<Rectangle<[f64; 2]>, u32>;

/// Roads to walk along.
#[derive(Debug, Clone, Default)]
pub struct WalkGraph {
    first_arc: Vec<u32>,
    arcs: Vec<Arc>,
    pub(super) edges: Vec<Edge>,
    first_vertex: Vec<u32>,
    vertices: Vec<Vertex>,
    /// The piece of the network each junction belongs to.
    pieces: Vec<u32>,
    /// The edges a place may stand on.
    pub(super) tree: RTree<EdgeBox>,
}

impl WalkGraph {
    /// The graph of these roads, joined where they share a vertex.
    pub fn build<'a>(lines: impl IntoIterator<Item = &'a LineString<f64>>) -> Self {
        let joined = join(lines);
        let stretch = |at: usize| &joined.vertices[joined.first[at] as usize..joined.first[at + 1] as usize];
        let edges: Vec<Edge> = joined
            .ends
            .iter()
            .enumerate()
            .map(|(at, ends)| Edge { ends: *ends, metres: length_m(stretch(at)) as f32 })
            .collect();
        let (first_arc, arcs) = rows(joined.junctions, &edges);
        let mut graph = Self {
            first_arc,
            arcs,
            edges,
            first_vertex: joined.first,
            vertices: joined.vertices,
            pieces: Vec::new(),
            tree: RTree::new(),
        };
        graph.pieces = graph.find_pieces();
        graph.tree = RTree::bulk_load(graph.boxes());
        graph
    }

    /// How many junctions there are.
    pub fn junctions(&self) -> usize {
        self.pieces.len()
    }

    /// True without a road.
    pub fn is_empty(&self) -> bool {
        self.edges.is_empty()
    }

    /// The stretches between junctions: the two junctions and the metres between them.
    pub fn edges(&self) -> impl ExactSizeIterator<Item = ([u32; 2], f64)> {
        self.edges.iter().map(|edge| (edge.ends, f64::from(edge.metres)))
    }

    /// Bytes of memory it takes, the tree over the edges estimated.
    pub fn bytes(&self) -> usize {
        let of_tree = self.tree.size() * size_of::<EdgeBox>() * 5 / 4;
        size_of_val(&*self.first_arc)
            + size_of_val(&*self.arcs)
            + size_of_val(&*self.edges)
            + size_of_val(&*self.first_vertex)
            + size_of_val(&*self.vertices)
            + size_of_val(&*self.pieces)
            + of_tree
    }

    /// The ways to leave a junction.
    pub(super) fn arcs_from(&self, junction: u32) -> &[Arc] {
        let at = junction as usize;
        &self.arcs[self.first_arc[at] as usize..self.first_arc[at + 1] as usize]
    }

    pub(super) fn edge(&self, edge: u32) -> Edge {
        self.edges[edge as usize]
    }

    pub(super) fn metres(&self, edge: u32) -> f64 {
        f64::from(self.edges[edge as usize].metres)
    }

    /// The course of an edge from its first end to its second, in degrees.
    pub(super) fn course(
        &self,
        edge: u32,
    ) -> impl ExactSizeIterator<Item = Coord<f64>> + DoubleEndedIterator {
        let at = edge as usize;
        self.vertices[self.first_vertex[at] as usize..self.first_vertex[at + 1] as usize]
            .iter()
            .map(|vertex| degrees(*vertex))
    }

    /// True if one can walk from one edge to the other at all.
    pub(super) fn joins(&self, one: u32, other: u32) -> bool {
        let piece = |edge: u32| self.pieces[self.edge(edge).ends[0] as usize];
        piece(one) == piece(other)
    }

    fn find_pieces(&self) -> Vec<u32> {
        const NONE: u32 = u32::MAX;
        let mut pieces = vec![NONE; self.first_arc.len().saturating_sub(1)];
        let mut open = Vec::new();
        let mut count = 0;
        for start in 0..pieces.len() {
            if pieces[start] != NONE {
                continue;
            }
            pieces[start] = count;
            open.push(start as u32);
            while let Some(at) = open.pop() {
                for arc in self.arcs_from(at) {
                    if pieces[arc.to as usize] == NONE {
                        pieces[arc.to as usize] = count;
                        open.push(arc.to);
                    }
                }
            }
            count += 1;
        }
        pieces
    }

    /// The boxes of all edges but those of the smallest pieces.
    fn boxes(&self) -> Vec<EdgeBox> {
        let count = self.pieces.iter().max().map_or(0, |most| *most as usize + 1);
        let mut metres = vec![0.0; count];
        for edge in &self.edges {
            metres[self.pieces[edge.ends[0] as usize] as usize] += f64::from(edge.metres);
        }
        let least = metres.iter().copied().fold(0.0, f64::max) * LEAST_SHARE;
        let stands = |edge: &u32| metres[self.pieces[self.edge(*edge).ends[0] as usize] as usize] >= least;
        (0..self.edges.len() as u32).filter(stands).map(|edge| self.boxed(edge)).collect()
    }

    fn boxed(&self, edge: u32) -> EdgeBox {
        let mut course = self.course(edge);
        let first = course.next().map_or([0.0, 0.0], |c| [c.x, c.y]);
        let (low, high) = course.fold((first, first), |(low, high), c| {
            ([low[0].min(c.x), low[1].min(c.y)], [high[0].max(c.x), high[1].max(c.y)])
        });
        GeomWithData::new(Rectangle::from_aabb(AABB::from_corners(low, high)), edge)
    }
}

/// Arcs sorted by the junction they leave.
fn rows(junctions: u32, edges: &[Edge]) -> (Vec<u32>, Vec<Arc>) {
    let mut first = vec![0u32; junctions as usize + 1];
    let both = || {
        edges.iter().enumerate().flat_map(|(at, edge)| {
            let [a, b] = edge.ends;
            [(a, Arc { to: b, edge: at as u32 }), (b, Arc { to: a, edge: at as u32 })]
        })
    };
    for (from, _) in both() {
        first[from as usize + 1] += 1;
    }
    for at in 1..first.len() {
        first[at] += first[at - 1];
    }
    let mut next = first.clone();
    let mut arcs = vec![Arc { to: 0, edge: 0 }; edges.len() * 2];
    for (from, arc) in both() {
        arcs[next[from as usize] as usize] = arc;
        next[from as usize] += 1;
    }
    (first, arcs)
}

fn length_m(course: &[Vertex]) -> f64 {
    course.windows(2).map(|pair| apart_m(degrees(pair[0]), degrees(pair[1]))).sum()
}

/// Metres between two places; places off the earth are nowhere.
pub(super) fn apart_m(a: Coord<f64>, b: Coord<f64>) -> f64 {
    match (LonLat::try_from(a), LonLat::try_from(b)) {
        (Ok(a), Ok(b)) => distance_m(a, b),
        _ => f64::INFINITY,
    }
}
