//! Answers "what is the outline of these faces together?": rings of shared vertices, with holes.
//!
//! Points that lie on a straight stretch are left out, in the same places for all who share the
//! stretch, so that neighbours still fit without gap or overlap.

use rustc_hash::{FxHashMap, FxHashSet};

use super::mesh::{FaceNumber, Mesh, Vertex};
use super::shapes;

/// An outer ring, counter-clockwise, and its holes, clockwise. Not closed.
pub(super) type Outline = (Vec<Vertex>, Vec<Vec<Vertex>>);

/// The groups of faces that share a label and hang together by edges, in the order of their lowest face.
pub(super) fn groups<L: PartialEq + Copy>(mesh: &Mesh, labels: &[Option<L>]) -> Vec<(L, Vec<FaceNumber>)> {
    let mut seen = vec![false; labels.len()];
    let mut groups = Vec::new();
    for start in 0..labels.len() {
        let Some(label) = labels[start] else { continue };
        if seen[start] {
            continue;
        }
        seen[start] = true;
        let mut group = vec![start as FaceNumber];
        let mut at = 0;
        while at < group.len() {
            for edge in mesh.edges_of(group[at]) {
                if let Some(next) = mesh.across(edge)
                    && labels[next as usize] == Some(label)
                    && !std::mem::replace(&mut seen[next as usize], true)
                {
                    group.push(next);
                }
            }
            at += 1;
        }
        group.sort_unstable();
        groups.push((label, group));
    }
    groups
}

/// The vertices that outlines keep, given which pairs of faces (or none) some map tells apart.
pub(super) fn corners(
    mesh: &Mesh,
    apart: impl Fn(Option<FaceNumber>, Option<FaceNumber>) -> bool,
) -> Vec<bool> {
    let mut around: FxHashMap<Vertex, Vec<Vertex>> = FxHashMap::default();
    for (a, b) in mesh.all_edges() {
        if apart(mesh.across((a, b)), mesh.across((b, a))) {
            around.entry(a).or_default().push(b);
            around.entry(b).or_default().push(a);
        }
    }
    let mut keep = vec![false; mesh.points.len()];
    let mut vertices: Vec<Vertex> = around.keys().copied().collect();
    vertices.sort_unstable();
    let mut walked: FxHashSet<(Vertex, Vertex)> = FxHashSet::default();
    let junctions = vertices.iter().filter(|v| around[v].len() != 2);
    // Junctions first; what is left over afterwards are closed loops, entered at their lowest vertex.
    for &start in junctions.chain(&vertices) {
        for &second in &around[&start] {
            if walked.contains(&(start, second)) {
                continue;
            }
            let mut chain = vec![start, second];
            walked.extend([(start, second), (second, start)]);
            while chain[chain.len() - 1] != start && around[&chain[chain.len() - 1]].len() == 2 {
                let (before, here) = (chain[chain.len() - 2], chain[chain.len() - 1]);
                let next = around[&here].iter().copied().find(|v| *v != before);
                let Some(next) = next else { break };
                walked.extend([(here, next), (next, here)]);
                chain.push(next);
            }
            keep_corners(mesh, &chain, &mut keep);
        }
    }
    keep
}

fn keep_corners(mesh: &Mesh, chain: &[Vertex], keep: &mut [bool]) {
    let point = |v: &Vertex| mesh.points[*v as usize];
    let closed = chain.first() == chain.last();
    // A loop is halved at the vertex farthest from its start, so that it cannot collapse.
    let halves = if closed {
        let far = (0..chain.len())
            .max_by(|i, j| {
                let off = |k: usize| super::ground::distance(point(&chain[k]), point(&chain[0]));
                off(*i).total_cmp(&off(*j))
            })
            .unwrap_or(0);
        vec![&chain[..=far], &chain[far..]]
    } else {
        vec![chain]
    };
    for half in halves {
        let line: Vec<_> = half.iter().map(point).collect();
        let simple = shapes::simpler(&line, 0.45);
        for v in half.iter().filter(|v| simple.contains(&point(v))) {
            keep[*v as usize] = true;
        }
    }
}

/// The outlines of a set of faces; several where they do not hang together by edges.
pub(super) fn outlines(mesh: &Mesh, faces: &[FaceNumber], keep: &[bool]) -> Vec<Outline> {
    let members: FxHashSet<FaceNumber> = faces.iter().copied().collect();
    let mut onward: FxHashMap<Vertex, Vec<Vertex>> = FxHashMap::default();
    let mut starts = Vec::new();
    for &face in faces {
        for edge in mesh.edges_of(face) {
            if mesh.across(edge).is_none_or(|other| !members.contains(&other)) {
                onward.entry(edge.0).or_default().push(edge.1);
                starts.push(edge.0);
            }
        }
    }
    starts.sort_unstable();
    let mut rings: Vec<Vec<Vertex>> = Vec::new();
    for start in starts {
        while onward.get(&start).is_some_and(|list| !list.is_empty()) {
            // A walk that meets its own path closes a ring there, so that no ring touches itself.
            let mut path = vec![start];
            loop {
                let here = path[path.len() - 1];
                let Some(next) = onward.get_mut(&here).and_then(Vec::pop) else { break };
                match path.iter().position(|v| *v == next) {
                    Some(at) => {
                        rings.push(path[at..].to_vec());
                        path.truncate(at + 1);
                    }
                    None => path.push(next),
                }
            }
        }
    }
    let points = |ring: &[Vertex]| ring.iter().map(|v| mesh.points[*v as usize]).collect::<Vec<_>>();
    let thin = |ring: Vec<Vertex>| -> Vec<Vertex> {
        let thinned: Vec<Vertex> = ring.iter().copied().filter(|v| keep[*v as usize]).collect();
        if thinned.len() >= 3 { thinned } else { ring }
    };
    let (outer, holes): (Vec<_>, Vec<_>) = rings.into_iter().partition(|r| shapes::area(&points(r)) > 0.0);
    let mut result: Vec<Outline> = outer.into_iter().map(|r| (r, Vec::new())).collect();
    for hole in holes {
        let (a, b) = (mesh.points[hole[0] as usize], mesh.points[hole[1] as usize]);
        let probe = super::ground::scale(super::ground::add(a, b), 0.5);
        let around = |o: &&mut Outline| {
            let ring = points(&o.0);
            shapes::inside(&ring, probe)
        };
        let smallest = result
            .iter_mut()
            .filter(around)
            .min_by(|p, q| shapes::area(&points(&p.0)).total_cmp(&shapes::area(&points(&q.0))));
        if let Some(outline) = smallest {
            outline.1.push(hole);
        }
    }
    let finish = |(outer, holes): Outline| (thin(outer), holes.into_iter().map(thin).collect());
    result.into_iter().map(finish).collect()
}
