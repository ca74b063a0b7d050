//! Answers "which vertices of this edge matter at this scale?", once for all scales, so that
//! neighbours that share an edge always drop the same vertices and stay watertight.
//!
//! Shapes of a layer are taken apart at the vertices where more than two edges meet. Each arc
//! between two such junctions is measured by Douglas and Peucker from a canonical end, whichever
//! shape it is read from, and every vertex keeps the tolerance up to which it must be drawn.
//! A vertex that lies on a neighbour's edge is first added to that edge. Nothing is dropped here.

use rstar::{AABB, RTree, RTreeObject};
use rustc_hash::FxHashMap;

use super::drawing::{Drawing, Path, Vertex};

/// How near a vertex must be to a neighbour's edge to be taken as lying on it: 10 cm at 35° N, in
/// units of a vertex. Six decimals of a degree move a vertex by up to 8 cm.
const ON_EDGE: f64 = 13.0;

/// Adds the vertices that neighbours have on each edge, then measures every vertex.
pub(super) fn measure(drawings: &mut [Drawing]) {
    add_vertices_on_edges(drawings);
    let junctions = Junctions::of(drawings);
    for drawing in drawings {
        drawing.lines.iter_mut().for_each(|line| measure_line(line, &junctions));
        drawing.areas.iter_mut().flatten().for_each(|ring| measure_ring(ring, &junctions));
    }
}

/// A position as a vertex has it.
type Position = [u32; 2];

/// The vertices at which an arc ends, because three or more edges meet there or one ends.
struct Junctions {
    neighbours: FxHashMap<Position, Neighbours>,
}

#[derive(Default)]
struct Neighbours {
    seen: [Option<Position>; 2],
    more: bool,
}

impl Neighbours {
    fn meet(&mut self, other: Position) {
        match self.seen {
            [Some(a), _] | [_, Some(a)] if a == other => {}
            [None, _] => self.seen[0] = Some(other),
            [_, None] => self.seen[1] = Some(other),
            [Some(_), Some(b)] => self.more |= b != other,
        }
    }
}

impl Junctions {
    fn of(drawings: &[Drawing]) -> Self {
        let mut neighbours: FxHashMap<Position, Neighbours> = FxHashMap::default();
        let mut edge = |a: &Vertex, b: &Vertex| {
            neighbours.entry(a.at).or_default().meet(b.at);
            neighbours.entry(b.at).or_default().meet(a.at);
        };
        for drawing in drawings {
            for line in &drawing.lines {
                line.vertices.windows(2).for_each(|w| edge(&w[0], &w[1]));
            }
            for ring in drawing.areas.iter().flatten() {
                let next = ring.vertices.iter().cycle().skip(1);
                ring.vertices.iter().zip(next).for_each(|(a, b)| edge(a, b));
            }
        }
        Self { neighbours }
    }

    fn is_junction(&self, at: Position) -> bool {
        self.neighbours.get(&at).is_none_or(|n| n.more || n.seen[1].is_none())
    }
}

fn measure_line(line: &mut Path, junctions: &Junctions) {
    let vertices = &mut line.vertices;
    let last = vertices.len() - 1;
    let mut start = 0;
    for end in 1..=last {
        if end == last || junctions.is_junction(vertices[end].at) {
            measure_arc(&mut vertices[start..=end]);
            start = end;
        }
    }
}

fn measure_ring(ring: &mut Path, junctions: &Junctions) {
    let vertices = &mut ring.vertices;
    // An island has no junction; every shape that shares it starts at the same vertex.
    let first_junction = vertices.iter().position(|v| junctions.is_junction(v.at));
    let smallest = || (0..vertices.len()).min_by_key(|i| vertices[*i].at);
    let Some(start) = first_junction.or_else(smallest) else { return };
    vertices.rotate_left(start);
    vertices.push(vertices[0]);
    measure_line(ring, junctions);
    ring.vertices.pop();
}

/// Douglas and Peucker for every tolerance at once: a vertex's tolerance never exceeds that of the
/// split it belongs to, so keeping those above a tolerance is what the recursion would keep.
fn measure_arc(arc: &mut [Vertex]) {
    let (first, last) = (0, arc.len() - 1);
    let ends = |a: usize, b: usize| (arc[a].at, arc[b].at);
    let (from, to) = ends(first, last);
    let backwards = if from == to { ends(1, last.saturating_sub(1)) } else { (from, to) };
    let reversed = backwards.0 > backwards.1;
    if reversed {
        arc.reverse();
    }
    arc[first].keep_up_to = f32::INFINITY;
    arc[last].keep_up_to = f32::INFINITY;
    let mut open = vec![(first, last, f32::INFINITY)];
    while let Some((from, to, limit)) = open.pop() {
        let (a, b) = (arc[from].at, arc[to].at);
        let distances = (from + 1..to).map(|i| (i, distance_to_segment(arc[i].at, a, b)));
        // Of equals the first wins, so that the choice depends on the arc alone.
        let Some((split, distance)) =
            distances.reduce(|best, next| if next.1 > best.1 { next } else { best })
        else {
            continue;
        };
        let kept = (distance as f32).min(limit);
        arc[split].keep_up_to = kept;
        open.extend([(from, split, kept), (split, to, kept)]);
    }
    if reversed {
        arc.reverse();
    }
}

fn distance_to_segment(p: Position, a: Position, b: Position) -> f64 {
    let from_a = |v: Position| [0, 1].map(|axis| f64::from(v[axis]) - f64::from(a[axis]));
    let ([px, py], [bx, by]) = (from_a(p), from_a(b));
    let squared = bx * bx + by * by;
    let share = if squared > 0.0 { ((px * bx + py * by) / squared).clamp(0.0, 1.0) } else { 0.0 };
    (px - bx * share).hypot(py - by * share)
}

struct Point(Position);

impl RTreeObject for Point {
    type Envelope = AABB<[f64; 2]>;

    fn envelope(&self) -> Self::Envelope {
        AABB::from_point(self.0.map(f64::from))
    }
}

/// Adds to every edge of an area the vertices of others that lie on it.
fn add_vertices_on_edges(drawings: &mut [Drawing]) {
    let rings = || drawings.iter().flat_map(|o| o.areas.iter().flatten());
    let mut points: Vec<Position> = rings().flat_map(|r| &r.vertices).map(|v| v.at).collect();
    points.sort_unstable();
    points.dedup();
    let tree = RTree::bulk_load(points.into_iter().map(Point).collect());
    let mut found: Vec<(f64, Position)> = Vec::new();
    for ring in drawings.iter_mut().flat_map(|o| o.areas.iter_mut().flatten()) {
        let mut with_added = Vec::with_capacity(ring.vertices.len());
        for (i, start) in ring.vertices.iter().enumerate() {
            with_added.push(*start);
            let end = ring.vertices[(i + 1) % ring.vertices.len()];
            on_edge(&tree, start.at, end.at, &mut found);
            with_added.extend(found.drain(..).map(|(_, at)| Vertex { at, keep_up_to: f32::INFINITY }));
        }
        with_added.shrink_to_fit();
        ring.vertices = with_added;
    }
}

/// Finds the points on an edge, in the order in which it passes them.
fn on_edge(tree: &RTree<Point>, a: Position, b: Position, found: &mut Vec<(f64, Position)>) {
    let low = [0, 1].map(|axis| f64::from(a[axis].min(b[axis])) - ON_EDGE);
    let high = [0, 1].map(|axis| f64::from(a[axis].max(b[axis])) + ON_EDGE);
    for Point(p) in tree.locate_in_envelope(AABB::from_corners(low, high)) {
        // Near an end it is that end's own business: adding it would double back.
        let near_an_end = [a, b].iter().any(|end| distance_to_segment(*p, *end, *end) <= 2.0 * ON_EDGE);
        if !near_an_end && distance_to_segment(*p, a, b) <= ON_EDGE {
            found.push((distance_to_segment(*p, a, a), *p));
        }
    }
    found.sort_by(|x, y| x.0.total_cmp(&y.0).then(x.1.cmp(&y.1)));
}
