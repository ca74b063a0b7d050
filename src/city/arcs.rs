//! Answers "which vertices of this edge matter at this scale?", once for all scales, so that
//! neighbours that share an edge always drop the same vertices and stay watertight.
//!
//! Shapes of a layer are taken apart at the vertices where more than two edges meet. Each arc
//! between two such junctions is measured by Douglas and Peucker from a canonical end, whichever
//! shape it is read from, and every vertex keeps the tolerance up to which it must be drawn.
//! A vertex that lies on a neighbour's edge is first added to that edge. Nothing is dropped here.

use geo_types::Coord;
use rstar::{AABB, RTree, RTreeObject};
use rustc_hash::FxHashMap;

use super::drawing::{Drawing, Path, Vertex};

/// How near a vertex must be to a neighbour's edge to be taken as lying on it: 10 cm at 35° N, in
/// mercator units. Six decimals of a degree move a vertex by up to 8 cm.
const ON_EDGE: f64 = 3e-9;

/// Adds the vertices that neighbours have on each edge, then measures every vertex.
pub(super) fn measure(drawings: &mut [Drawing]) {
    add_vertices_on_edges(drawings);
    let junctions = Junctions::of(drawings);
    for drawing in drawings {
        drawing.lines.iter_mut().for_each(|line| measure_line(line, &junctions));
        drawing.areas.iter_mut().flatten().for_each(|ring| measure_ring(ring, &junctions));
    }
}

/// A position, bit by bit.
pub(super) type Key = (u64, u64);

pub(super) fn key(at: Coord<f64>) -> Key {
    // Adding zero turns -0 into 0, so that equal numbers have equal bits.
    ((at.x + 0.0).to_bits(), (at.y + 0.0).to_bits())
}

/// The vertices at which an arc ends, because three or more edges meet there or one ends.
struct Junctions {
    neighbours: FxHashMap<Key, Neighbours>,
}

#[derive(Default)]
struct Neighbours {
    seen: [Option<Key>; 2],
    more: bool,
}

impl Neighbours {
    fn meet(&mut self, other: Key) {
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
        let mut neighbours: FxHashMap<Key, Neighbours> = FxHashMap::default();
        let mut edge = |a: &Vertex, b: &Vertex| {
            neighbours.entry(key(a.at)).or_default().meet(key(b.at));
            neighbours.entry(key(b.at)).or_default().meet(key(a.at));
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

    fn is_junction(&self, at: Coord<f64>) -> bool {
        self.neighbours.get(&key(at)).is_none_or(|n| n.more || n.seen[1].is_none())
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
    let smallest = || (0..vertices.len()).min_by_key(|i| key(vertices[*i].at));
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
    let ends = |a: usize, b: usize| (key(arc[a].at), key(arc[b].at));
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

fn distance_to_segment(p: Coord<f64>, a: Coord<f64>, b: Coord<f64>) -> f64 {
    let along = b - a;
    let squared = along.x * along.x + along.y * along.y;
    let share = if squared > 0.0 {
        (((p.x - a.x) * along.x + (p.y - a.y) * along.y) / squared).clamp(0.0, 1.0)
    } else {
        0.0
    };
    let off = p - (a + along * share);
    off.x.hypot(off.y)
}

struct Point(Coord<f64>);

impl RTreeObject for Point {
    type Envelope = AABB<[f64; 2]>;

    fn envelope(&self) -> Self::Envelope {
        AABB::from_point([self.0.x, self.0.y])
    }
}

/// Adds to every edge of an area the vertices of others that lie on it.
fn add_vertices_on_edges(drawings: &mut [Drawing]) {
    let rings = || drawings.iter().flat_map(|o| o.areas.iter().flatten());
    let distinct: FxHashMap<Key, Coord<f64>> =
        rings().flat_map(|r| &r.vertices).map(|v| (key(v.at), v.at)).collect();
    let mut points: Vec<Coord<f64>> = distinct.into_values().collect();
    points.sort_unstable_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    let tree = RTree::bulk_load(points.into_iter().map(Point).collect());
    for ring in drawings.iter_mut().flat_map(|o| o.areas.iter_mut().flatten()) {
        let mut with_added = Vec::with_capacity(ring.vertices.len());
        let mut added: Vec<(f64, Coord<f64>)> = Vec::new();
        for (i, start) in ring.vertices.iter().enumerate() {
            with_added.push(*start);
            let end = ring.vertices[(i + 1) % ring.vertices.len()];
            on_edge(&tree, start.at, end.at, &mut added);
            with_added.extend(added.drain(..).map(|(_, at)| Vertex { at, keep_up_to: f32::INFINITY }));
        }
        ring.vertices = with_added;
    }
}

fn on_edge(tree: &RTree<Point>, a: Coord<f64>, b: Coord<f64>, found: &mut Vec<(f64, Coord<f64>)>) {
    let low = [a.x.min(b.x) - ON_EDGE, a.y.min(b.y) - ON_EDGE];
    let high = [a.x.max(b.x) + ON_EDGE, a.y.max(b.y) + ON_EDGE];
    for Point(p) in tree.locate_in_envelope(AABB::from_corners(low, high)) {
        // Near an end it is that end's own business: adding it would double back.
        let near_an_end = [a, b].iter().any(|end| (p.x - end.x).hypot(p.y - end.y) <= 2.0 * ON_EDGE);
        if !near_an_end && distance_to_segment(*p, a, b) <= ON_EDGE {
            let along = (p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y);
            found.push((along, *p));
        }
    }
    found.sort_by(|x, y| x.0.total_cmp(&y.0).then_with(|| key(x.1).cmp(&key(y.1))));
}
