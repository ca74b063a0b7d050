//! Cuts rings (Sutherland and Hodgman) and lines (Liang and Barsky) to the tile with its buffer.
//!
//! A cut falls on the same grid point whichever way an edge runs, so that neighbours cut alike.
//! A ring that leaves and comes back doubles back along the border; `repair` takes that apart.

use super::grid::GridPoint;
use super::mvt::{BUFFER, EXTENT, TilePoint};

const LOW: i64 = -(BUFFER as i64);
const HIGH: i64 = (EXTENT + BUFFER) as i64;

/// One side of the box: which axis, where, and whether the inside is above.
const SIDES: [(usize, i64, bool); 4] = [(0, LOW, true), (0, HIGH, false), (1, LOW, true), (1, HIGH, false)];

/// Cuts a ring, in place; fewer than three points are left where nothing of it is inside.
pub(super) fn clip_ring(ring: &mut Vec<GridPoint>, scratch: &mut Vec<GridPoint>) {
    for (axis, at, above) in SIDES {
        let inside = |p: &GridPoint| if above { p[axis] >= at } else { p[axis] <= at };
        if ring.iter().all(inside) {
            continue;
        }
        scratch.clear();
        let Some(mut previous) = ring.last().copied() else { return };
        for &point in ring.iter() {
            if inside(&previous) != inside(&point) {
                scratch.push(crossing(previous, point, axis, at));
            }
            if inside(&point) {
                scratch.push(point);
            }
            previous = point;
        }
        std::mem::swap(ring, scratch);
    }
}

/// Where an edge meets a border; the same whichever end comes first.
fn crossing(a: GridPoint, b: GridPoint, axis: usize, at: i64) -> GridPoint {
    let (a, b) = if a <= b { (a, b) } else { (b, a) };
    let share = (at - a[axis]) as f64 / (b[axis] - a[axis]) as f64;
    let other = 1 - axis;
    let mut point = [at; 2];
    point[other] = a[other] + (share * (b[other] - a[other]) as f64).round() as i64;
    point
}

/// Cuts a line into the pieces inside the box, each of at least two different points.
pub(super) fn clip_line(line: &[GridPoint], pieces: &mut Vec<Vec<TilePoint>>) {
    let mut piece: Vec<TilePoint> = Vec::new();
    let mut close = |piece: &mut Vec<TilePoint>| {
        if piece.len() >= 2 {
            pieces.push(std::mem::take(piece));
        }
        piece.clear();
    };
    for ends in line.windows(2) {
        let Some((from, to)) = clip_segment(ends[0], ends[1]) else {
            close(&mut piece);
            continue;
        };
        if piece.last() != Some(&from) {
            close(&mut piece);
            piece.push(from);
        }
        if from != to {
            piece.push(to);
        }
        if to != tile_point(ends[1]) {
            close(&mut piece);
        }
    }
    close(&mut piece);
}

fn clip_segment(a: GridPoint, b: GridPoint) -> Option<(TilePoint, TilePoint)> {
    let (mut enter, mut leave) = (0.0f64, 1.0f64);
    for axis in 0..2 {
        let along = (b[axis] - a[axis]) as f64;
        for (gap, towards) in [((LOW - a[axis]) as f64, along), ((a[axis] - HIGH) as f64, -along)] {
            if towards == 0.0 {
                if gap > 0.0 {
                    return None;
                }
            } else if towards > 0.0 {
                enter = enter.max(gap / towards);
            } else {
                leave = leave.min(gap / towards);
            }
        }
    }
    if enter > leave {
        return None;
    }
    let at = |share: f64| {
        let part = |axis: usize| a[axis] as f64 + share * (b[axis] - a[axis]) as f64;
        [part(0).round() as i64, part(1).round() as i64].map(|v| v.clamp(LOW, HIGH) as i32)
    };
    Some((
        if enter > 0.0 { at(enter) } else { tile_point(a) },
        if leave < 1.0 { at(leave) } else { tile_point(b) },
    ))
}

/// A grid point near the tile as a tile point; one far away comes to lie at the end of the numbers.
pub(super) fn tile_point(p: GridPoint) -> TilePoint {
    p.map(|v| v.clamp(i64::from(i32::MIN / 4), i64::from(i32::MAX / 4)) as i32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn clipped(points: &[GridPoint]) -> Vec<GridPoint> {
        let mut ring = points.to_vec();
        clip_ring(&mut ring, &mut Vec::new());
        ring
    }

    fn doubled_area(ring: &[GridPoint]) -> i64 {
        let next = ring.iter().cycle().skip(1);
        ring.iter().zip(next).map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum()
    }

    #[test]
    fn a_ring_around_the_tile_becomes_the_tile_with_its_buffer() {
        let far = 1 << 33;
        let ring = clipped(&[[-far, -far], [far, -far], [far, far], [-far, far]]);
        assert_eq!(doubled_area(&ring), 2 * (4096 + 128) * (4096 + 128));
    }

    #[test]
    fn a_line_that_leaves_and_comes_back_is_two_lines() {
        let mut pieces = Vec::new();
        clip_line(&[[100, 100], [9000, 100], [9000, 200], [100, 200]], &mut pieces);
        assert_eq!(pieces, vec![vec![[100, 100], [4160, 100]], vec![[4160, 200], [100, 200]]]);
    }

    #[test]
    fn a_line_that_touches_the_box_in_one_point_leaves_nothing() {
        let mut pieces = Vec::new();
        clip_line(&[[-128, 0], [-64, -64], [-128, -128]], &mut pieces);
        clip_line(&[[10, 10], [10, 10]], &mut pieces);
        assert!(pieces.is_empty(), "{pieces:?}");
    }

    proptest! {
        #[test]
        fn an_edge_is_cut_at_one_point_whichever_way_it_runs(
            a in prop::array::uniform2(-20_000i64..20_000), b in prop::array::uniform2(-20_000i64..20_000),
            c in prop::array::uniform2(-20_000i64..20_000),
        ) {
            let mut there = clipped(&[a, b, c]);
            let mut back = clipped(&[c, b, a]);
            there.sort_unstable();
            back.sort_unstable();
            prop_assert_eq!(there, back);
        }

        #[test]
        fn nothing_of_a_clipped_line_lies_outside(
            line in prop::collection::vec(prop::array::uniform2(-(1i64 << 34)..1i64 << 34), 2..20),
        ) {
            let mut pieces = Vec::new();
            clip_line(&line, &mut pieces);
            for piece in &pieces {
                prop_assert!(piece.windows(2).all(|w| w[0] != w[1]));
                prop_assert!(piece.iter().flatten().all(|v| (-64..=4160).contains(v)));
            }
        }
    }
}
