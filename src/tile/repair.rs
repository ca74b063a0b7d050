//! Makes the rings of one polygon fit to be drawn: no point twice, no spike, no crossing, exterior
//! positive and holes negative.
//!
//! Rounding to the grid, simplification and clipping can make rings touch or cross. Most do not,
//! which a sweep over their edges finds out; the few that do are taken apart by `i_overlay` on the
//! same integer grid, keeping what lies inside by the winding rule, so that a part turned inside
//! out vanishes here as its neighbour covers it; `faces` makes polygons of the edges that are left.

use i_overlay::core::fill_rule::FillRule;
use i_overlay::core::overlay::{IntOverlayOptions, Overlay, ShapeType};
use i_overlay::core::overlay_rule::OverlayRule;
use i_overlay::core::solver::Solver;
use i_overlay::i_float::int::point::IntPoint;

use super::faces::push_faces;
use super::mvt::{TilePoint, TilePolygon};

/// Adds the valid polygons that rings make up: an exterior that is positive, then holes.
pub(super) fn push_valid(mut rings: Vec<Vec<TilePoint>>, polygons: &mut Vec<TilePolygon>) {
    rings.retain_mut(|ring| {
        remove_spikes(ring);
        ring.len() >= 3
    });
    if rings.is_empty() {
        return;
    }
    if is_simple(&rings) && is_nested(&rings) {
        polygons.push(rings);
    } else {
        push_repaired(&rings, polygons);
    }
}

/// True if the exterior turns the right way and holds every hole beside, not within, the others.
/// Asks of rings that share no point, so that one vertex speaks for its ring.
fn is_nested(rings: &[Vec<TilePoint>]) -> bool {
    let holes = &rings[1..];
    doubled_area(&rings[0]) > 0
        && holes.iter().enumerate().all(|(i, hole)| {
            let in_another = || holes.iter().enumerate().any(|(j, other)| i != j && holds(other, hole[0]));
            doubled_area(hole) < 0 && holds(&rings[0], hole[0]) && !in_another()
        })
}

/// True if a point off the ring lies inside it.
pub(super) fn holds(ring: &[TilePoint], p: TilePoint) -> bool {
    let next = ring.iter().cycle().skip(1);
    let crossed = ring.iter().zip(next).filter(|&(a, b)| {
        let (low, high) = if a[1] <= b[1] { (a, b) } else { (b, a) };
        low[1] <= p[1] && p[1] < high[1] && turn(*low, *high, p) > 0
    });
    crossed.count() % 2 == 1
}

/// Twice the area by the surveyor's formula.
pub(super) fn doubled_area(ring: &[TilePoint]) -> i64 {
    let wide = |p: &TilePoint| (i64::from(p[0]), i64::from(p[1]));
    let next = ring.iter().cycle().skip(1);
    let terms = ring.iter().zip(next).map(|(a, b)| {
        let ((ax, ay), (bx, by)) = (wide(a), wide(b));
        ax * by - bx * ay
    });
    terms.sum()
}

/// Removes repeated points, points on a straight line and spikes, until none is left.
pub(super) fn remove_spikes(ring: &mut Vec<TilePoint>) {
    let mut kept: Vec<TilePoint> = Vec::with_capacity(ring.len());
    for &point in ring.iter() {
        push_turning(&mut kept, point);
    }
    // The seam: the last points against the first.
    loop {
        let n = kept.len();
        if n < 3 {
            kept.clear();
            break;
        }
        if turn(kept[n - 2], kept[n - 1], kept[0]) == 0 {
            kept.pop();
        } else if turn(kept[n - 1], kept[0], kept[1]) == 0 {
            kept.remove(0);
        } else {
            break;
        }
    }
    *ring = kept;
}

fn push_turning(kept: &mut Vec<TilePoint>, point: TilePoint) {
    while let [.., a, b] = kept.as_slice()
        && turn(*a, *b, point) == 0
    {
        kept.pop();
    }
    if kept.last() != Some(&point) {
        kept.push(point);
    }
}

/// Positive for a turn one way, negative for the other, zero for none.
pub(super) fn turn(a: TilePoint, b: TilePoint, c: TilePoint) -> i64 {
    let [abx, aby] = [i64::from(b[0]) - i64::from(a[0]), i64::from(b[1]) - i64::from(a[1])];
    let [acx, acy] = [i64::from(c[0]) - i64::from(a[0]), i64::from(c[1]) - i64::from(a[1])];
    abx * acy - aby * acx
}

#[derive(Clone, Copy)]
struct Edge {
    from: TilePoint,
    to: TilePoint,
    ring: u32,
    at: u32,
    left: i32,
    right: i32,
}

/// True if no two edges share a point, but for the ends of edges that follow each other.
fn is_simple(rings: &[Vec<TilePoint>]) -> bool {
    let count = rings.iter().map(Vec::len).sum();
    let mut edges: Vec<Edge> = Vec::with_capacity(count);
    for (ring, points) in (0..).zip(rings) {
        let Some(mut from) = points.last().copied() else { continue };
        for (at, to) in (0..).zip(points.iter().copied()) {
            edges.push(Edge { from, to, ring, at, left: from[0].min(to[0]), right: from[0].max(to[0]) });
            from = to;
        }
    }
    // From the west: a small number sorts faster than an edge.
    let mut order: Vec<u64> = (0u64..)
        .zip(&edges)
        .map(|(i, e)| ((i64::from(e.left) - i64::from(i32::MIN)) as u64) << 32 | i)
        .collect();
    order.sort_unstable();
    let mut open: Vec<Edge> = Vec::new();
    for key in order {
        let edge = edges[key as u32 as usize];
        let mut i = 0;
        while i < open.len() {
            if open[i].right < edge.left {
                open.swap_remove(i);
            } else if clash(&open[i], &edge, rings) {
                return false;
            } else {
                i += 1;
            }
        }
        open.push(edge);
    }
    true
}

fn clash(a: &Edge, b: &Edge, rings: &[Vec<TilePoint>]) -> bool {
    if a.from[1].max(a.to[1]) < b.from[1].min(b.to[1]) || b.from[1].max(b.to[1]) < a.from[1].min(a.to[1]) {
        return false;
    }
    if a.ring == b.ring {
        let n = rings[a.ring as usize].len() as u32;
        // Neighbours share their common end and nothing else: spikes are gone already.
        if (a.at + 1) % n == b.at || (b.at + 1) % n == a.at {
            return false;
        }
    }
    let side = |v: i64| v.signum();
    let (d1, d2) = (side(turn(a.from, a.to, b.from)), side(turn(a.from, a.to, b.to)));
    let (d3, d4) = (side(turn(b.from, b.to, a.from)), side(turn(b.from, b.to, a.to)));
    if d1 == 0 && d2 == 0 {
        // On one straight line; their boxes overlap in y, here in x.
        return a.left <= b.right && b.left <= a.right;
    }
    d1 * d2 <= 0 && d3 * d4 <= 0
}

fn push_repaired(rings: &[Vec<TilePoint>], polygons: &mut Vec<TilePolygon>) {
    let points = rings.iter().map(Vec::len).sum();
    // Points where edges touch must survive, even on a straight line: faces are told apart by them.
    let options = IntOverlayOptions::keep_output_points();
    let mut overlay = Overlay::new_custom(points, options, Solver::default());
    for ring in rings {
        overlay.add_path_iter(ring.iter().map(|p| IntPoint::new(p[0], p[1])), ShapeType::Subject);
    }
    let mut borders = Vec::with_capacity(points);
    for contour in overlay.overlay(OverlayRule::Subject, FillRule::Positive).into_iter().flatten() {
        let next = contour.iter().cycle().skip(1);
        borders.extend(contour.iter().zip(next).map(|(a, b)| ([a.x, a.y], [b.x, b.y])));
    }
    push_faces(&borders, polygons);
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::Validation;
    use geo_types::{Coord, LineString, Polygon};
    use proptest::prelude::*;

    fn repaired(rings: &[&[TilePoint]]) -> Vec<TilePolygon> {
        let mut polygons = Vec::new();
        push_valid(rings.iter().map(|r| r.to_vec()).collect(), &mut polygons);
        polygons
    }

    fn is_valid(polygon: &TilePolygon) -> bool {
        let line = |ring: &Vec<TilePoint>| {
            let closed =
                ring.iter().chain(ring.first()).map(|p| Coord { x: f64::from(p[0]), y: f64::from(p[1]) });
            LineString(closed.collect())
        };
        let winding = polygon.iter().enumerate().all(|(i, ring)| (doubled_area(ring) > 0) == (i == 0));
        let rings: Vec<LineString> = polygon.iter().map(line).collect();
        winding && Polygon::new(rings[0].clone(), rings[1..].to_vec()).is_valid()
    }

    #[test]
    fn a_bow_tie_keeps_the_half_that_turns_the_right_way() {
        let polygons = repaired(&[&[[0, 0], [100, 0], [100, 60], [0, 60], [50, 30], [-50, 80]]]);
        assert!(!polygons.is_empty() && polygons.iter().all(is_valid), "{polygons:?}");
        assert!(repaired(&[&[[0, 0], [0, 10], [10, 10], [10, 0]]]).is_empty(), "inside out");
    }

    #[test]
    fn a_ring_that_doubles_back_along_the_border_is_two_polygons() {
        let comb =
            [[0, 0], [40, 0], [40, 10], [10, 10], [10, 0], [10, 20], [10, 10], [0, 10]].map(|p: [i32; 2]| p);
        let polygons = repaired(&[&comb]);
        assert!(polygons.iter().all(is_valid), "{polygons:?}");
        let u = [[0, 0], [10, 0], [10, 50], [0, 50], [0, 40], [0, 30], [5, 30], [5, 20], [0, 20], [0, 0]];
        assert!(repaired(&[&u]).iter().all(is_valid));
    }

    #[test]
    fn a_hole_that_eats_the_whole_polygon_leaves_nothing() {
        let outer: &[TilePoint] = &[[0, 0], [100, 0], [100, 100], [0, 100]];
        let inner: &[TilePoint] = &[[0, 0], [0, 100], [100, 100], [100, 0]];
        assert!(repaired(&[outer, inner]).is_empty());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2048))]
        #[test]
        fn whatever_the_rings_the_polygons_are_valid(
            rings in prop::collection::vec(
                prop::collection::vec(prop::array::uniform2(0i32..24), 3..12), 1..3),
        ) {
            let rings: Vec<&[TilePoint]> = rings.iter().map(Vec::as_slice).collect();
            for polygon in repaired(&rings) {
                prop_assert!(is_valid(&polygon), "{:?} -> {:?}", rings, polygon);
            }
        }
    }
}
