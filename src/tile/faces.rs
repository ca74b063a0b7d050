//! Makes polygons of directed edges that do not cross, each with the inside on its left: the faces
//! of the arrangement, as any map is read.
//!
//! At a point where several borders meet, a walk takes the sharpest turn towards its inside, so that
//! parts that meet in one point are polygons of their own. A walk that passes a point twice is cut
//! there: an exterior and the holes that touch it.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::cmp::Ordering;

use super::mvt::{TilePoint, TilePolygon};
use super::repair::{doubled_area, holds, remove_spikes};

/// An edge, from and to.
pub(super) type Border = (TilePoint, TilePoint);

/// Adds the polygons that the borders enclose.
pub(super) fn push_faces(borders: &[Border], polygons: &mut Vec<TilePolygon>) {
    let mut loose: Vec<Vec<TilePoint>> = Vec::new();
    let first = polygons.len();
    for walk in walks(borders) {
        let mut rings = simple_rings(walk);
        match rings.iter().position(|ring| doubled_area(ring) > 0) {
            Some(exterior) => {
                rings.swap(0, exterior);
                polygons.push(rings);
            }
            None => loose.extend(rings),
        }
    }
    for hole in loose {
        let size = doubled_area(&hole).abs();
        let around = polygons[first..].iter_mut().filter(|polygon| {
            doubled_area(&polygon[0]) > size && hole.iter().any(|p| holds(&polygon[0], *p))
        });
        if let Some(polygon) = around.min_by_key(|polygon| doubled_area(&polygon[0])) {
            polygon.push(hole);
        }
    }
}

/// Closed walks along the borders, each around one face or one hole.
fn walks(borders: &[Border]) -> Vec<Vec<TilePoint>> {
    let mut leaving: FxHashMap<TilePoint, SmallVec<[usize; 2]>> = FxHashMap::default();
    for (i, (from, _)) in borders.iter().enumerate() {
        leaving.entry(*from).or_default().push(i);
    }
    let mut used = vec![false; borders.len()];
    let mut walks = Vec::new();
    for start in 0..borders.len() {
        let mut walk = Vec::new();
        let mut at = start;
        while !used[at] {
            used[at] = true;
            walk.push(borders[at].0);
            let (from, to) = borders[at];
            let Some(ways) = leaving.get(&to) else { break };
            let open = ways.iter().copied().filter(|way| !used[*way] || *way == start);
            let Some(next) = open.min_by(|a, b| clockwise(to, from, borders[*a].1, borders[*b].1)) else {
                break;
            };
            at = next;
        }
        if walk.len() >= 3 {
            walks.push(walk);
        }
    }
    walks
}

/// Which of two ways out of a point comes first, turning clockwise from the way one came.
fn clockwise(at: TilePoint, came_from: TilePoint, a: TilePoint, b: TilePoint) -> Ordering {
    let towards = |p: TilePoint| [i64::from(p[0] - at[0]), i64::from(p[1] - at[1])];
    let (back, a, b) = (towards(came_from), towards(a), towards(b));
    let cross = |u: [i64; 2], v: [i64; 2]| u[0] * v[1] - u[1] * v[0];
    // 0: within half a turn clockwise; 1: straight on; 2: beyond; 3: straight back.
    let sector = |v: [i64; 2]| match cross(back, v).cmp(&0) {
        Ordering::Less => 0,
        Ordering::Greater => 2,
        Ordering::Equal if back[0] * v[0] + back[1] * v[1] < 0 => 1,
        Ordering::Equal => 3,
    };
    sector(a).cmp(&sector(b)).then_with(|| cross(a, b).cmp(&0))
}

/// Cuts a walk where it passes a point twice.
fn simple_rings(walk: Vec<TilePoint>) -> Vec<Vec<TilePoint>> {
    let mut rings = Vec::new();
    let mut path: Vec<TilePoint> = Vec::with_capacity(walk.len());
    let mut places: FxHashMap<TilePoint, usize> = FxHashMap::default();
    for point in walk {
        if let Some(seen) = places.get(&point).copied() {
            let ring = path.split_off(seen);
            for p in &ring {
                places.remove(p);
            }
            rings.push(ring);
        }
        places.insert(point, path.len());
        path.push(point);
    }
    rings.push(path);
    rings.iter_mut().for_each(remove_spikes);
    rings.retain(|ring| ring.len() >= 3 && doubled_area(ring) != 0);
    rings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn borders(rings: &[&[TilePoint]]) -> Vec<Border> {
        rings.iter().flat_map(|r| r.iter().copied().zip(r.iter().copied().cycle().skip(1))).collect()
    }

    fn faces(rings: &[&[TilePoint]]) -> Vec<TilePolygon> {
        let mut polygons = Vec::new();
        push_faces(&borders(rings), &mut polygons);
        polygons
    }

    #[test]
    fn two_squares_that_meet_in_a_corner_are_two_polygons() {
        let eight: &[TilePoint] = &[[0, 0], [5, 0], [5, 5], [9, 5], [9, 9], [5, 9], [5, 5], [0, 5]];
        let polygons = faces(&[eight]);
        assert_eq!(polygons.iter().map(Vec::len).collect::<Vec<_>>(), [1, 1], "{polygons:?}");
    }

    #[test]
    fn a_hole_that_touches_the_exterior_in_a_corner_stays_a_hole() {
        let outer: &[TilePoint] = &[[0, 0], [9, 0], [9, 9], [0, 9]];
        let hole: &[TilePoint] = &[[0, 0], [3, 5], [5, 3]];
        let polygons = faces(&[outer, hole]);
        assert_eq!(polygons.iter().map(Vec::len).collect::<Vec<_>>(), [2], "{polygons:?}");
    }

    #[test]
    fn a_hole_goes_to_the_smallest_polygon_around_it() {
        let outer: &[TilePoint] = &[[0, 0], [90, 0], [90, 90], [0, 90]];
        let moat: &[TilePoint] = &[[10, 10], [10, 80], [80, 80], [80, 10]];
        let island: &[TilePoint] = &[[20, 20], [70, 20], [70, 70], [20, 70]];
        let pond: &[TilePoint] = &[[30, 30], [30, 60], [60, 60], [60, 30]];
        let polygons = faces(&[pond, outer, island, moat]);
        assert_eq!(polygons.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2], "{polygons:?}");
    }
}
