//! Joins lines into a network: which vertices are junctions, and which stretches lie between them.
//!
//! Lines are joined where they share a vertex, at an end or on the way; the same place is the same to
//! a ten-millionth of a degree (about a centimetre), the grain in which OpenStreetMap keeps its
//! nodes. Lines that cross without a common vertex, a bridge and the road under it, are not joined.

use geo_types::{Coord, LineString};
use rustc_hash::FxHashMap;

/// A place in ten-millionths of a degree, longitude first.
pub(super) type Vertex = [i32; 2];

const PER_DEGREE: f64 = 1e7;

/// A place in degrees.
pub(super) fn degrees(vertex: Vertex) -> Coord<f64> {
    Coord { x: f64::from(vertex[0]) / PER_DEGREE, y: f64::from(vertex[1]) / PER_DEGREE }
}

fn vertex(c: Coord<f64>) -> Vertex {
    // A cast saturates: 180 degrees fit.
    [c.x, c.y].map(|degrees| (degrees * PER_DEGREE).round() as i32)
}

/// Lines cut at their junctions.
#[derive(Debug, Default)]
pub(super) struct Stretches {
    /// How many junctions there are; they are numbered from 0.
    pub(super) junctions: u32,
    /// The junctions at the ends of each stretch.
    pub(super) ends: Vec<[u32; 2]>,
    /// The first vertex of each stretch, and the number of all.
    pub(super) first: Vec<u32>,
    /// The vertices of all stretches, one after the other.
    pub(super) vertices: Vec<Vertex>,
}

/// Cuts lines where they meet.
pub(super) fn join<'a>(lines: impl IntoIterator<Item = &'a LineString<f64>>) -> Stretches {
    let lines: Vec<Vec<Vertex>> = lines
        .into_iter()
        .map(|line| {
            let mut line: Vec<Vertex> = line.coords().map(|c| vertex(*c)).collect();
            line.dedup();
            line
        })
        .filter(|line| line.len() > 1)
        .collect();
    let junctions = junctions(&lines);
    let mut joined = Stretches { junctions: junctions.len() as u32, ..Stretches::default() };
    for line in &lines {
        let mut start = 0;
        for at in 1..line.len() {
            if let Some(end) = junctions.get(&line[at]) {
                joined.ends.push([junctions[&line[start]], *end]);
                joined.first.push(joined.vertices.len() as u32);
                joined.vertices.extend(&line[start..=at]);
                start = at;
            }
        }
    }
    joined.first.push(joined.vertices.len() as u32);
    joined.vertices.shrink_to_fit();
    joined
}

/// Where a line ends or several pass, numbered in the order of the lines.
fn junctions(lines: &[Vec<Vertex>]) -> FxHashMap<Vertex, u32> {
    let mut passed: FxHashMap<Vertex, bool> = FxHashMap::default();
    for line in lines {
        for (i, at) in line.iter().enumerate() {
            let is_end = i == 0 || i + 1 == line.len();
            passed.entry(*at).and_modify(|is_junction| *is_junction = true).or_insert(is_end);
        }
    }
    let mut numbers = FxHashMap::default();
    for at in lines.iter().flatten().filter(|at| passed[*at]) {
        let next = numbers.len() as u32;
        numbers.entry(*at).or_insert(next);
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(places: &[(f64, f64)]) -> LineString<f64> {
        places.iter().map(|(x, y)| Coord { x: 139.0 + x / 1000.0, y: 35.0 + y / 1000.0 }).collect()
    }

    #[test]
    fn lines_meet_at_shared_ends_and_at_shared_vertices_on_the_way() {
        let through = line(&[(0.0, 0.0), (1.0, 0.0), (2.0, 0.0)]);
        let off = line(&[(1.0, 0.0), (1.0, 1.0)]);
        let joined = join([&through, &off]);
        assert_eq!((joined.junctions, joined.ends.len()), (4, 3));
    }

    #[test]
    fn a_bridge_does_not_meet_what_runs_under_it() {
        let (over, under) = (line(&[(0.0, 1.0), (2.0, 1.0)]), line(&[(1.0, 0.0), (1.0, 2.0)]));
        let joined = join([&over, &under]);
        assert_eq!((joined.junctions, joined.ends.len()), (4, 2));
    }

    #[test]
    fn a_bend_is_no_junction_and_a_line_of_one_place_is_no_road() {
        let bend = line(&[(0.0, 0.0), (1.0, 0.0), (1.0, 0.0), (1.0, 1.0)]);
        let joined = join([&bend, &line(&[(5.0, 5.0), (5.0, 5.0)])]);
        assert_eq!((joined.junctions, joined.ends.as_slice()), (2, &[[0, 1]][..]));
        assert_eq!(joined.vertices.len(), 3);
    }
}
