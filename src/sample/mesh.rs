//! Answers "which pieces of land meet here?": faces that fill the ward without gap or overlap.
//!
//! Faces are rings of shared vertices, counter-clockwise. A face is cut in two by a chord; where the
//! chord ends within an edge, the new vertex goes into the neighbour's ring too, so that the mesh
//! stays watertight and every outline traced over it does so as well.

use rustc_hash::FxHashMap;

use super::ground::{Metres, add, cross, distance, dot, scale, sub};
use super::shapes;

/// What runs along an edge. The order is the order of importance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum EdgeClass {
    /// Between plots, with no street.
    Plot,
    /// A local street.
    Minor,
    /// A greenway for walkers.
    Greenway,
    /// A wider local street.
    Collector,
    /// A small river.
    Stream,
    /// A railway on the ground.
    Railway,
    /// An arterial road.
    Arterial,
    /// The bank of the great river.
    Bank,
    /// The edge of the ward.
    Boundary,
}

/// The number of a vertex.
pub(super) type Vertex = u32;
/// The number of a face.
pub(super) type FaceNumber = u32;

/// The mesh.
#[derive(Debug, Clone, Default)]
pub(super) struct Mesh {
    /// Where the vertices are.
    pub(super) points: Vec<Metres>,
    /// The ring of each face.
    pub(super) faces: Vec<Vec<Vertex>>,
    /// The quarter between arterials, railways and rivers in which a face was cut.
    pub(super) quarter: Vec<u32>,
    left_of: FxHashMap<(Vertex, Vertex), FaceNumber>,
    classes: FxHashMap<(Vertex, Vertex), EdgeClass>,
}

fn unordered(a: Vertex, b: Vertex) -> (Vertex, Vertex) {
    (a.min(b), a.max(b))
}

impl Mesh {
    /// A mesh of faces traced elsewhere, with the class of each edge (vertices in ascending order).
    pub(super) fn new(
        points: Vec<Metres>,
        faces: Vec<Vec<Vertex>>,
        classes: FxHashMap<(Vertex, Vertex), EdgeClass>,
    ) -> Self {
        let quarter = (0..faces.len() as u32).collect();
        let mut mesh = Self { points, faces, quarter, left_of: FxHashMap::default(), classes };
        for face in 0..mesh.faces.len() {
            mesh.claim(face as FaceNumber);
        }
        mesh
    }

    /// The ring of a face in metres.
    pub(super) fn ring(&self, face: FaceNumber) -> Vec<Metres> {
        self.faces[face as usize].iter().map(|v| self.points[*v as usize]).collect()
    }

    /// The directed edges of a face.
    pub(super) fn edges_of(&self, face: FaceNumber) -> impl Iterator<Item = (Vertex, Vertex)> + '_ {
        let ring = &self.faces[face as usize];
        ring.iter().enumerate().map(|(i, &a)| (a, ring[(i + 1) % ring.len()]))
    }

    /// The face on the other side of a directed edge of a face.
    pub(super) fn across(&self, edge: (Vertex, Vertex)) -> Option<FaceNumber> {
        self.left_of.get(&(edge.1, edge.0)).copied()
    }

    /// What runs along an edge.
    pub(super) fn class(&self, a: Vertex, b: Vertex) -> EdgeClass {
        self.classes.get(&unordered(a, b)).copied().unwrap_or(EdgeClass::Plot)
    }

    /// Every edge once, lower vertex first, in ascending order.
    pub(super) fn all_edges(&self) -> Vec<(Vertex, Vertex)> {
        let mut edges: Vec<_> = self.classes.keys().copied().collect();
        edges.sort_unstable();
        edges
    }

    /// Length of an edge in metres.
    pub(super) fn edge_length(&self, (a, b): (Vertex, Vertex)) -> f64 {
        distance(self.points[a as usize], self.points[b as usize])
    }

    fn claim(&mut self, face: FaceNumber) {
        let edges: Vec<_> = self.edges_of(face).collect();
        for edge in edges {
            self.left_of.insert(edge, face);
        }
    }

    /// Cuts a face along the line through `through` in `direction`. The new face's number, or `None`
    /// if the cut would be too short or leave a piece smaller than `least_m2`. Chords end in a corner
    /// that is within `snap` metres.
    pub(super) fn cut(
        &mut self,
        face: FaceNumber,
        through: Metres,
        direction: Metres,
        class: EdgeClass,
        snap: f64,
        least_m2: f64,
    ) -> Option<FaceNumber> {
        let ring = self.ring(face);
        let n = ring.len();
        let side: Vec<f64> = ring.iter().map(|p| cross(direction, sub(*p, through))).collect();
        let mut hits: Vec<(f64, usize, f64)> = Vec::new();
        for i in 0..n {
            let (a, b) = (side[i], side[(i + 1) % n]);
            if (a < 0.0) != (b < 0.0) {
                let t = a / (a - b);
                let p = add(ring[i], scale(sub(ring[(i + 1) % n], ring[i]), t));
                hits.push((dot(sub(p, through), direction), i, t));
            }
        }
        hits.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (from, to) = hits
            .chunks_exact(2)
            .find(|pair| pair[0].0 <= 0.0 && pair[1].0 >= 0.0)
            .map(|pair| (pair[0], pair[1]))?;
        let end = |(_, i, t): (f64, usize, f64)| {
            let length = distance(ring[i], ring[(i + 1) % n]);
            if t * length < snap.min(length * 0.5) {
                (i, None)
            } else if (1.0 - t) * length < snap.min(length * 0.5) {
                ((i + 1) % n, None)
            } else {
                (i, Some(add(ring[i], scale(sub(ring[(i + 1) % n], ring[i]), t))))
            }
        };
        let (start, stop) = (end(from), end(to));
        let position = |e: (usize, Option<Metres>)| e.1.unwrap_or(ring[e.0]);
        let (p, q) = (position(start), position(stop));
        if distance(p, q) < 8.0 || start.0 == stop.0 || !self.chord_is_inside(&ring, p, q) {
            return None;
        }
        let pieces = two_pieces(&ring, start, stop);
        if pieces.iter().any(|piece| shapes::area(piece) < least_m2) {
            return None;
        }
        let a = self.corner(face, start, &ring);
        let b = self.corner(face, stop, &ring);
        self.divide(face, a, b, class)
    }

    fn chord_is_inside(&self, ring: &[Metres], p: Metres, q: Metres) -> bool {
        let _ = self;
        let within =
            [0.02, 0.25, 0.5, 0.75, 0.98].iter().all(|t| shapes::inside(ring, add(p, scale(sub(q, p), *t))));
        let direction = sub(q, p);
        let crosses = shapes::edges(ring).any(|(a, b)| {
            let (sa, sb) = (cross(direction, sub(a, p)), cross(direction, sub(b, p)));
            let edge = sub(b, a);
            let (sp, sq) = (cross(edge, sub(p, a)), cross(edge, sub(q, a)));
            let apart = |u: f64, v: f64| u * v < 0.0 && u.abs().min(v.abs()) > 1e-6;
            let touches = [a, b].iter().any(|c| distance(*c, p) < 1e-6 || distance(*c, q) < 1e-6);
            apart(sa, sb) && apart(sp, sq) && !touches
        });
        // A corner beside the chord would leave a sliver.
        let clear = ring.iter().all(|c| {
            distance(*c, p) < 1e-6
                || distance(*c, q) < 1e-6
                || distance(shapes::nearest_on(p, q, *c), *c) > 2.0
        });
        within && !crosses && clear
    }

    fn corner(&mut self, face: FaceNumber, at: (usize, Option<Metres>), ring: &[Metres]) -> Vertex {
        let vertex_at = |mesh: &Self, p: Metres| {
            let found = mesh.faces[face as usize].iter().find(|v| mesh.points[**v as usize] == p);
            *found.expect("a corner of the ring is a vertex of the face")
        };
        let Some(point) = at.1 else { return vertex_at(self, ring[at.0]) };
        let a = vertex_at(self, ring[at.0]);
        let b = vertex_at(self, ring[(at.0 + 1) % ring.len()]);
        let new = self.points.len() as Vertex;
        self.points.push(point);
        self.insert(a, b, new);
        new
    }

    /// Puts a vertex into the edge between two others, for the faces on both sides.
    fn insert(&mut self, a: Vertex, b: Vertex, new: Vertex) {
        for (u, v) in [(a, b), (b, a)] {
            if let Some(face) = self.left_of.remove(&(u, v)) {
                let ring = &mut self.faces[face as usize];
                let at = ring.iter().position(|x| *x == u).expect("an edge's face has its vertex");
                ring.insert(at + 1, new);
                self.left_of.insert((u, new), face);
                self.left_of.insert((new, v), face);
            }
        }
        if let Some(class) = self.classes.remove(&unordered(a, b)) {
            self.classes.insert(unordered(a, new), class);
            self.classes.insert(unordered(new, b), class);
        }
    }

    fn divide(&mut self, face: FaceNumber, a: Vertex, b: Vertex, class: EdgeClass) -> Option<FaceNumber> {
        let ring = self.faces[face as usize].clone();
        let i = ring.iter().position(|v| *v == a)?;
        let turned: Vec<Vertex> = ring[i..].iter().chain(&ring[..i]).copied().collect();
        let j = turned.iter().position(|v| *v == b)?;
        if j < 2 || j + 2 > turned.len() {
            return None;
        }
        let first = turned[..=j].to_vec();
        let mut second = turned[j..].to_vec();
        second.push(a);
        let new = self.faces.len() as FaceNumber;
        self.faces[face as usize] = first;
        self.faces.push(second);
        self.quarter.push(self.quarter[face as usize]);
        self.classes.insert(unordered(a, b), class);
        self.claim(face);
        self.claim(new);
        Some(new)
    }
}

fn two_pieces(
    ring: &[Metres],
    start: (usize, Option<Metres>),
    stop: (usize, Option<Metres>),
) -> [Vec<Metres>; 2] {
    let n = ring.len();
    let walk = |from: (usize, Option<Metres>), to: (usize, Option<Metres>)| {
        let mut piece = vec![from.1.unwrap_or(ring[from.0])];
        let mut i = (from.0 + 1) % n;
        loop {
            if i == to.0 {
                piece.push(ring[i]);
                break;
            }
            piece.push(ring[i]);
            i = (i + 1) % n;
        }
        piece.extend(to.1);
        piece
    };
    [walk(start, stop), walk(stop, start)]
}
