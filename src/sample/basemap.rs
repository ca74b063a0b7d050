//! Answers "what lies beneath?": roads, railways, water, green and blocks, as lines and areas.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::blocks::inset;
use super::facts::DrawnClass;
use super::files::{Features, properties};
use super::ground::{Metres, distance, dot, sub};
use super::layout::{Land, Layout};
use super::mesh::{EdgeClass, FaceNumber, Vertex};
use super::outline::{corners, groups, outlines};
use super::roads::beside;
use super::shapes::{self, simpler};
use crate::domain::BasemapClass;

fn of(class: BasemapClass, name: Option<&str>) -> Map<String, Value> {
    properties([("class", class.slug().into()), ("name", name.into())])
}

/// Draws everything, lowest first.
pub(super) fn draw(layout: &Layout) -> String {
    let mut file = Features::new(&layout.ground);
    areas(layout, &mut file);
    blocks(layout, &mut file);
    for (class, shown) in
        [(DrawnClass::Stream, BasemapClass::Water), (DrawnClass::Greenway, BasemapClass::Path)]
    {
        for (name, line) in layout.lines.of(class) {
            for part in inside(layout, line) {
                file.line(&of(shown, Some(name)), &part);
            }
        }
    }
    for street in local_streets(layout) {
        file.line(&of(BasemapClass::MinorRoad, None), &street);
    }
    for (class, shown) in [
        (DrawnClass::Collector, BasemapClass::MainRoad),
        (DrawnClass::Arterial, BasemapClass::MainRoad),
        (DrawnClass::Motorway, BasemapClass::Motorway),
    ] {
        for (name, line) in layout.lines.of(class) {
            for part in inside(layout, line) {
                file.line(&of(shown, Some(name)), &part);
            }
        }
    }
    for (name, line) in &layout.lines.railways {
        file.line(&of(BasemapClass::Railway, Some(name)), line);
    }
    file.finish()
}

fn areas(layout: &Layout, file: &mut Features<'_>) {
    let river = layout.lines.river();
    let mut water = beside(river, 62.0);
    water.extend(beside(river, -62.0).into_iter().rev());
    water.reverse();
    let labels: Vec<Option<Land>> = layout.land.iter().map(|l| (*l != Land::Built).then_some(*l)).collect();
    let label = |f: Option<FaceNumber>| f.and_then(|f| labels[f as usize]);
    let keep = corners(&layout.mesh, |a, b| label(a) != label(b));
    for (land, faces) in groups(&layout.mesh, &labels) {
        let name = match land {
            Land::Park(park) => Some(layout.facts.parks[park].name.as_str()),
            Land::River => Some("架空河川敷"),
            _ => None,
        };
        file.outlines(&of(BasemapClass::Green, name), &layout.mesh, &outlines(&layout.mesh, &faces, &keep));
    }
    let name = layout.lines.of(DrawnClass::River).next().map(|l| l.0);
    file.ring(&of(BasemapClass::Water, name), &water);
}

/// The blocks of each town as one feature: a tenth of the bytes of one feature a block.
fn blocks(layout: &Layout, file: &mut Features<'_>) {
    let mut towns: BTreeMap<usize, Vec<Vec<Vec<Metres>>>> = BTreeMap::new();
    let built = |f: &FaceNumber| layout.land[*f as usize] == Land::Built;
    for face in (0..layout.mesh.faces.len() as FaceNumber).filter(built) {
        let edges: Vec<(Vertex, Vertex)> = layout.mesh.edges_of(face).collect();
        if let Some(ring) = inset(&layout.mesh, &edges) {
            towns.entry(layout.town[face as usize]).or_default().push(vec![closed_simpler(&ring)]);
        }
    }
    for blocks in towns.values() {
        file.polygons(&of(BasemapClass::Block, None), blocks);
    }
}

fn closed_simpler(ring: &[Metres]) -> Vec<Metres> {
    let mut closed = ring.to_vec();
    closed.push(ring[0]);
    let mut simple = simpler(&closed, 0.7);
    simple.pop();
    if simple.len() < 4 { ring.to_vec() } else { simple }
}

/// The parts of a line inside the ward, each a little longer than it need be.
fn inside(layout: &Layout, line: &[Metres]) -> Vec<Vec<Metres>> {
    let mut parts: Vec<Vec<Metres>> = Vec::new();
    let mut open = false;
    for w in line.windows(2) {
        let within = w.iter().any(|p| shapes::inside(&layout.boundary, *p));
        match parts.last_mut().filter(|_| open && within) {
            Some(part) => part.push(w[1]),
            None if within => parts.push(w.to_vec()),
            None => {}
        }
        open = within;
    }
    parts
}

/// Local streets, joined across crossings where they run on straight.
fn local_streets(layout: &Layout) -> Vec<Vec<Metres>> {
    let mesh = &layout.mesh;
    let edges: Vec<(Vertex, Vertex)> =
        mesh.all_edges().into_iter().filter(|edge| is_drawn_street(layout, *edge)).collect();
    let point = |v: &Vertex| mesh.points[*v as usize];
    let lines = chains(&edges, &mesh.points);
    lines.iter().map(|chain| simpler(&chain.iter().map(point).collect::<Vec<_>>(), 1.9)).collect()
}

/// True for a local street that does not run through a park or along the outside.
pub(super) fn is_drawn_street(layout: &Layout, (a, b): (Vertex, Vertex)) -> bool {
    let mesh = &layout.mesh;
    let open = |f: Option<FaceNumber>| f.is_none_or(|f| matches!(layout.land[f as usize], Land::Park(_)));
    mesh.class(a, b) == EdgeClass::Minor && !(open(mesh.across((a, b))) && open(mesh.across((b, a))))
}

/// Joins edges end to end, at each vertex with the one that runs on straightest (within 35 degrees).
pub(super) fn chains(edges: &[(Vertex, Vertex)], points: &[Metres]) -> Vec<Vec<Vertex>> {
    let mut around: BTreeMap<Vertex, Vec<usize>> = BTreeMap::new();
    for (i, (a, b)) in edges.iter().enumerate() {
        around.entry(*a).or_default().push(i);
        around.entry(*b).or_default().push(i);
    }
    let mut used = vec![false; edges.len()];
    let other = |i: usize, v: Vertex| if edges[i].0 == v { edges[i].1 } else { edges[i].0 };
    let point = |v: Vertex| points[v as usize];
    let onward = |from: Vertex, at: Vertex, used: &[bool]| {
        let d = sub(point(at), point(from));
        let straightness = |i: &usize| {
            let e = sub(point(other(*i, at)), point(at));
            dot(d, e) / (distance(point(from), point(at)) * distance(point(other(*i, at)), point(at)))
        };
        let free = around[&at].iter().copied().filter(|i| !used[*i]);
        free.map(|i| (i, straightness(&i))).filter(|x| x.1 > 0.82).max_by(|a, b| a.1.total_cmp(&b.1))
    };
    let mut lines = Vec::new();
    for i in 0..edges.len() {
        if std::mem::replace(&mut used[i], true) {
            continue;
        }
        let mut chain = std::collections::VecDeque::from([edges[i].0, edges[i].1]);
        while let Some((next, _)) = onward(chain[chain.len() - 2], chain[chain.len() - 1], &used) {
            used[next] = true;
            chain.push_back(other(next, chain[chain.len() - 1]));
        }
        while let Some((next, _)) = onward(chain[1], chain[0], &used) {
            used[next] = true;
            chain.push_front(other(next, chain[0]));
        }
        lines.push(chain.into());
    }
    lines
}
