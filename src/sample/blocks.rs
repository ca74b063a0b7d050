//! Answers "how is a quarter cut into blocks?": again and again across its longer side, a little off
//! the middle, until the blocks have the size of the neighbourhood; then strips along the arterials.

use std::collections::VecDeque;

use geo_types::Coord;
use rand::Rng;
use rand_chacha::ChaCha8Rng;

use super::facts::Spot;
use super::ground::{Ground, Metres, add, distance, dot, noise, scale, sub};
use super::mesh::{EdgeClass, FaceNumber, Mesh};
use super::shapes::{area, centroid, narrowest_rectangle};

/// Depth of the plots along an arterial, metres.
const STRIP_M: f64 = 27.0;

/// Cuts every quarter into blocks and strips. `open_land` names faces that stay whole (water).
pub(super) fn divide(mesh: &mut Mesh, rng: &mut ChaCha8Rng, parks: &[Spot], open_land: &[FaceNumber]) {
    let mut waiting: VecDeque<FaceNumber> = (0..mesh.faces.len() as FaceNumber).collect();
    waiting.retain(|f| !open_land.contains(f));
    while let Some(face) = waiting.pop_front() {
        if let Some(new) = halve(mesh, rng, face, parks) {
            waiting.push_back(face);
            waiting.push_back(new);
        }
    }
    for face in 0..mesh.faces.len() as FaceNumber {
        if !open_land.contains(&face) && !in_a_park(parks, centroid(&mesh.ring(face))) {
            strip(mesh, face);
        }
    }
}

fn halve(mesh: &mut Mesh, rng: &mut ChaCha8Rng, face: FaceNumber, parks: &[Spot]) -> Option<FaceNumber> {
    let ring = mesh.ring(face);
    let size = area(&ring);
    let middle = centroid(&ring);
    let wanted = 4_600.0 + 4_800.0 * noise(middle, 900.0, 11);
    let (direction, long, wide) = narrowest_rectangle(&ring);
    if size < wanted * 1.42 || long < 70.0 || (size < 32_000.0 && in_a_park(parks, middle)) {
        return None;
    }
    let across = Coord { x: -direction.y, y: direction.x };
    // The last cut but one runs lengthwise: blocks two plots deep, as in most of the ward.
    let lengthwise = wide > 74.0 && wide < 116.0 && size < wanted * 3.2;
    let (chord, along, reach) =
        if lengthwise { (direction, across, wide) } else { (across, direction, long) };
    let class = EdgeClass::Minor;
    for attempt in 0..7 {
        let off = (rng.random::<f64>() - 0.5) * reach * if attempt == 0 { 0.12 } else { 0.45 };
        let turn = (rng.random::<f64>() - 0.5) * if size > 60_000.0 { 0.22 } else { 0.06 };
        let through = add(middle, scale(along, off));
        let chord = turned(chord, turn);
        if let Some(new) = mesh.cut(face, through, chord, class, 13.0, wanted * 0.32) {
            return Some(new);
        }
    }
    None
}

fn turned(d: Metres, by: f64) -> Metres {
    let (sin, cos) = by.sin_cos();
    Coord { x: d.x * cos - d.y * sin, y: d.x * sin + d.y * cos }
}

/// True where a point of the unbent ground lies in one of the parks.
pub(super) fn in_a_park(parks: &[Spot], unbent: Metres) -> bool {
    park_at(parks, Ground::bend(unbent)).is_some()
}

/// The park at a point of the true ground.
pub(super) fn park_at(parks: &[Spot], p: Metres) -> Option<usize> {
    parks.iter().position(|park| {
        let radius = (park.area_m2 / std::f64::consts::PI).sqrt();
        // Parks are not round: their edge wanders in and out.
        let wander = 0.72 + 0.56 * noise(add(p, scale(park.place, 3.0)), radius * 0.9, 23);
        distance(park.place, p) < radius * wander
    })
}

/// Cuts a strip of plots off a block along its arterial or avenue.
fn strip(mesh: &mut Mesh, face: FaceNumber) {
    let busy = |class: EdgeClass| matches!(class, EdgeClass::Arterial | EdgeClass::Collector);
    let edges: Vec<_> = mesh.edges_of(face).filter(|e| busy(mesh.class(e.0, e.1))).collect();
    let longest = edges.iter().max_by(|a, b| mesh.edge_length(**a).total_cmp(&mesh.edge_length(**b)));
    let Some(longest) = longest else { return };
    let (a, b) = (mesh.points[longest.0 as usize], mesh.points[longest.1 as usize]);
    let step = distance(a, b);
    if step < 12.0 {
        return;
    }
    // The chain of edges that run roughly the same way gives the direction.
    let first = scale(sub(b, a), 1.0 / step);
    let mut direction = Coord { x: 0.0, y: 0.0 };
    for e in &edges {
        let d = sub(mesh.points[e.1 as usize], mesh.points[e.0 as usize]);
        if dot(d, first) > 0.8 * distance(d, Coord { x: 0.0, y: 0.0 }) {
            direction = add(direction, d);
        }
    }
    let size = distance(direction, Coord { x: 0.0, y: 0.0 });
    let direction = scale(direction, 1.0 / size.max(1e-9));
    let inward = Coord { x: -direction.y, y: direction.x };
    let ring = mesh.ring(face);
    let depth = ring.iter().map(|p| dot(sub(*p, a), inward)).fold(0.0, f64::max);
    if size < 25.0 || depth < STRIP_M * 1.75 {
        return;
    }
    let middle = scale(add(a, b), 0.5);
    mesh.cut(face, add(middle, scale(inward, STRIP_M)), direction, EdgeClass::Plot, 4.0, 450.0);
}

/// The block without half the width of the streets around it. Where that leaves nothing sound, the streets
/// are taken as narrower; `None` if even that fails.
pub(super) fn inset(mesh: &Mesh, edges: &[(u32, u32)]) -> Option<Vec<Metres>> {
    [1.0, 0.6, 0.3].iter().find_map(|narrower| inset_by(mesh, edges, *narrower))
}

fn inset_by(mesh: &Mesh, faces_ring: &[(u32, u32)], narrower: f64) -> Option<Vec<Metres>> {
    let n = faces_ring.len();
    let lines: Vec<(Metres, Metres)> = faces_ring
        .iter()
        .map(|&(a, b)| {
            let half = match mesh.class(a, b) {
                EdgeClass::Arterial => 9.5,
                EdgeClass::Collector => 6.0,
                EdgeClass::Railway => 7.0,
                EdgeClass::Stream | EdgeClass::Greenway => 6.5,
                EdgeClass::Boundary | EdgeClass::Bank => 2.5,
                EdgeClass::Minor => 2.8,
                EdgeClass::Plot => 0.4,
            };
            let (p, q) = (mesh.points[a as usize], mesh.points[b as usize]);
            let d = scale(sub(q, p), half * narrower / distance(p, q).max(1e-9));
            let shift = Coord { x: -d.y, y: d.x };
            (add(p, shift), add(q, shift))
        })
        .collect();
    let mut ring: Vec<Metres> = Vec::with_capacity(n + 2);
    for i in 0..n {
        let (before, after) = (lines[(i + n - 1) % n], lines[i]);
        let (r, s) = (sub(before.1, before.0), sub(after.1, after.0));
        let turn = super::ground::cross(r, s);
        let sine = turn / (distance(before.0, before.1) * distance(after.0, after.1)).max(1e-9);
        if sine.abs() < 0.12 {
            ring.push(scale(add(before.1, after.0), 0.5));
        } else {
            let t = super::ground::cross(sub(after.0, before.0), s) / turn;
            ring.push(add(before.0, scale(r, t)));
        }
    }
    // An edge that turned round was eaten up by its street.
    let kept = faces_ring.iter().zip(super::shapes::edges(&ring)).all(|(&(a, b), (p, q))| {
        let d = sub(mesh.points[b as usize], mesh.points[a as usize]);
        dot(d, sub(q, p)) > 0.0
    });
    let outer: Vec<Metres> = faces_ring.iter().map(|e| mesh.points[e.0 as usize]).collect();
    let within = ring.iter().all(|p| super::shapes::inside(&outer, *p));
    (kept && within && area(&ring) > 120.0 && is_simple(&ring)).then_some(ring)
}

fn is_simple(ring: &[Metres]) -> bool {
    let edges: Vec<(Metres, Metres)> = super::shapes::edges(ring).collect();
    let n = edges.len();
    (0..n).all(|i| {
        (i + 2..n).all(|j| {
            if i == 0 && j == n - 1 {
                return true;
            }
            let ((a, b), (c, d)) = (edges[i], edges[j]);
            let side = |p: Metres, q: Metres, r: Metres| super::ground::cross(sub(q, p), sub(r, p));
            side(a, b, c) * side(a, b, d) > 0.0 || side(c, d, a) * side(c, d, b) > 0.0
        })
    })
}
