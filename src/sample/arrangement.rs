//! Answers "which quarters do these lines make?": the faces between lines that cross one another.
//!
//! Every crossing becomes a vertex; dead ends are pruned; faces are traced by turning as far
//! clockwise as possible at each vertex. Only what hangs together with the ward's edge is kept.

use rustc_hash::{FxHashMap, FxHashSet};

use super::ground::{Metres, add, cross, distance, scale, sub};
use super::mesh::{EdgeClass, Mesh, Vertex};
use super::shapes;

/// Points nearer than this are one vertex, metres.
const SAME_M: f64 = 0.6;

/// The faces inside `boundary` (a ring, not closed) that the lines cut it into.
pub(super) fn arrange(boundary: &[Metres], lines: &[(EdgeClass, Vec<Metres>)]) -> Mesh {
    let mut segments: Vec<(EdgeClass, Metres, Metres)> =
        shapes::edges(boundary).map(|(a, b)| (EdgeClass::Boundary, a, b)).collect();
    for (class, line) in lines {
        segments.extend(line.windows(2).map(|w| (*class, w[0], w[1])));
    }
    let mut vertices = Vertices::default();
    let mut edges: FxHashMap<(Vertex, Vertex), EdgeClass> = FxHashMap::default();
    let cuts = crossings(&segments);
    for ((class, a, b), cuts) in segments.iter().zip(cuts) {
        let mut stops = vec![0.0, 1.0];
        stops.extend(cuts);
        stops.sort_by(f64::total_cmp);
        let chain: Vec<Vertex> = stops.iter().map(|t| vertices.at(add(*a, scale(sub(*b, *a), *t)))).collect();
        for w in chain.windows(2).filter(|w| w[0] != w[1]) {
            let middle = scale(add(vertices.points[w[0] as usize], vertices.points[w[1] as usize]), 0.5);
            if *class != EdgeClass::Boundary && !shapes::inside(boundary, middle) {
                continue;
            }
            let edge = edges.entry((w[0].min(w[1]), w[0].max(w[1]))).or_insert(*class);
            *edge = (*edge).max(*class);
        }
    }
    prune(&mut edges, vertices.points.len());
    loop {
        let faces = trace(&vertices.points, &edges);
        let bridges: Vec<(Vertex, Vertex)> = faces.iter().flat_map(|f| bridges_of(f)).collect();
        if bridges.is_empty() {
            let faces = faces.into_iter().filter(|f| shapes::area(&ring(&vertices.points, f)) > 0.0);
            return Mesh::new(vertices.points.clone(), faces.collect(), edges);
        }
        for bridge in bridges {
            edges.remove(&bridge);
        }
        prune(&mut edges, vertices.points.len());
    }
}

fn ring(points: &[Metres], face: &[Vertex]) -> Vec<Metres> {
    face.iter().map(|v| points[*v as usize]).collect()
}

#[derive(Default)]
struct Vertices {
    points: Vec<Metres>,
    cells: FxHashMap<(i64, i64), Vec<Vertex>>,
}

impl Vertices {
    fn at(&mut self, p: Metres) -> Vertex {
        let (i, j) = ((p.x / SAME_M).floor() as i64, (p.y / SAME_M).floor() as i64);
        for di in -1..=1 {
            for dj in -1..=1 {
                for v in self.cells.get(&(i + di, j + dj)).into_iter().flatten() {
                    if distance(self.points[*v as usize], p) < SAME_M {
                        return *v;
                    }
                }
            }
        }
        let new = self.points.len() as Vertex;
        self.points.push(p);
        self.cells.entry((i, j)).or_default().push(new);
        new
    }
}

/// Where, from 0 to 1, each segment is crossed by others.
fn crossings(segments: &[(EdgeClass, Metres, Metres)]) -> Vec<Vec<f64>> {
    let mut cuts = vec![Vec::new(); segments.len()];
    let lanes = |a: f64, b: f64, c: f64, d: f64| a.max(b) < c.min(d) || c.max(d) < a.min(b);
    for i in 0..segments.len() {
        let (_, a, b) = segments[i];
        for j in i + 1..segments.len() {
            let (_, c, d) = segments[j];
            if lanes(a.x, b.x, c.x, d.x) || lanes(a.y, b.y, c.y, d.y) {
                continue;
            }
            let (r, s) = (sub(b, a), sub(d, c));
            let turn = cross(r, s);
            if turn.abs() < 1e-9 {
                continue;
            }
            let t = cross(sub(c, a), s) / turn;
            let u = cross(sub(c, a), r) / turn;
            if (0.0..=1.0).contains(&t) && (0.0..=1.0).contains(&u) {
                cuts[i].push(t);
                cuts[j].push(u);
            }
        }
    }
    cuts
}

fn boundary_vertex(edges: &FxHashMap<(Vertex, Vertex), EdgeClass>) -> Vertex {
    let on_boundary = edges.iter().filter(|(_, class)| **class == EdgeClass::Boundary);
    on_boundary.map(|(edge, _)| edge.0).min().unwrap_or(0)
}

/// Removes dead ends, and whatever does not hang together with the boundary.
fn prune(edges: &mut FxHashMap<(Vertex, Vertex), EdgeClass>, vertices: usize) {
    loop {
        let mut degree = vec![0_u32; vertices];
        for (a, b) in edges.keys() {
            degree[*a as usize] += 1;
            degree[*b as usize] += 1;
        }
        let before = edges.len();
        edges.retain(|(a, b), _| degree[*a as usize] > 1 && degree[*b as usize] > 1);
        if edges.len() == before {
            break;
        }
    }
    let mut near: FxHashMap<Vertex, Vec<Vertex>> = FxHashMap::default();
    for (a, b) in edges.keys() {
        near.entry(*a).or_default().push(*b);
        near.entry(*b).or_default().push(*a);
    }
    let mut reached = vec![false; vertices];
    let mut open = vec![boundary_vertex(edges)];
    while let Some(v) = open.pop() {
        if !std::mem::replace(&mut reached[v as usize], true) {
            open.extend(near.get(&v).into_iter().flatten());
        }
    }
    edges.retain(|(a, _), _| reached[*a as usize]);
}

fn trace(points: &[Metres], edges: &FxHashMap<(Vertex, Vertex), EdgeClass>) -> Vec<Vec<Vertex>> {
    let mut around: FxHashMap<Vertex, Vec<Vertex>> = FxHashMap::default();
    let mut starts: Vec<(Vertex, Vertex)> = Vec::with_capacity(edges.len() * 2);
    for (a, b) in edges.keys() {
        around.entry(*a).or_default().push(*b);
        around.entry(*b).or_default().push(*a);
        starts.push((*a, *b));
        starts.push((*b, *a));
    }
    for (v, list) in &mut around {
        let from = points[*v as usize];
        let angle = |w: &Vertex| {
            let d = sub(points[*w as usize], from);
            d.y.atan2(d.x)
        };
        list.sort_by(|p, q| angle(p).total_cmp(&angle(q)));
    }
    starts.sort_unstable();
    let mut done: FxHashSet<(Vertex, Vertex)> = FxHashSet::default();
    let mut faces = Vec::new();
    for start in starts {
        if done.contains(&start) {
            continue;
        }
        let mut face = Vec::new();
        let mut edge = start;
        while done.insert(edge) {
            face.push(edge.0);
            let list = &around[&edge.1];
            let back = list.iter().position(|w| *w == edge.0).expect("an edge is known at both ends");
            edge = (edge.1, list[(back + list.len() - 1) % list.len()]);
        }
        faces.push(face);
    }
    faces
}

/// Edges that a face has on both sides.
fn bridges_of(face: &[Vertex]) -> Vec<(Vertex, Vertex)> {
    let n = face.len();
    let directed: Vec<(Vertex, Vertex)> = (0..n).map(|i| (face[i], face[(i + 1) % n])).collect();
    let mut sorted = directed.clone();
    sorted.sort_unstable();
    let twice = |e: &&(Vertex, Vertex)| e.0 < e.1 && sorted.binary_search(&(e.1, e.0)).is_ok();
    directed.iter().filter(twice).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo_types::Coord;

    #[test]
    fn a_cross_cuts_a_square_into_four() {
        let point = |x: f64, y: f64| Coord { x, y };
        let square = [point(0.0, 0.0), point(100.0, 0.0), point(100.0, 100.0), point(0.0, 100.0)];
        let lines = [
            (EdgeClass::Arterial, vec![point(50.0, -10.0), point(50.0, 110.0)]),
            (EdgeClass::Stream, vec![point(-10.0, 50.0), point(110.0, 50.0)]),
            (EdgeClass::Minor, vec![point(10.0, 10.0), point(20.0, 20.0)]),
        ];
        let mesh = arrange(&square, &lines);
        assert_eq!(mesh.faces.len(), 4);
        assert!((0..4).all(|f| (shapes::area(&mesh.ring(f)) - 2500.0).abs() < 1e-6));
    }
}
