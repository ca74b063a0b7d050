//! Answers "which land is the ward?": all land nearer to a town of the ward than to one of its
//! neighbours, as far as the middle of the river.
//!
//! A contour of that difference is followed over a grid (marching squares), smoothed and simplified.
//! It resembles the ward; it is not its boundary.

use std::collections::BTreeMap;

use geo_types::Coord;

use super::facts::{DrawnClass, Facts, WARD};
use super::ground::{Metres, distance};
use super::shapes::{area, distance_to_line, simpler, smooth};

const STEP_M: f64 = 60.0;

/// The ring of the ward, counter-clockwise, not closed, and the middle line of its river.
pub(super) fn draw(facts: &Facts) -> Vec<Metres> {
    let river = facts.drawn.iter().find(|l| l.class == DrawnClass::River);
    let river = river.map(|l| smooth(&l.points, 60.0)).unwrap_or_default();
    let towns: Vec<(bool, Metres)> = facts.towns.iter().map(|t| (t.municipality == WARD, t.place)).collect();
    let depth = |p: Metres| {
        let nearest = |ward: bool| {
            towns.iter().filter(|t| t.0 == ward).map(|t| distance(t.1, p)).fold(f64::INFINITY, f64::min)
        };
        (nearest(false) - nearest(true)).min(north_of(&river, p) * 2.0)
    };
    let loops = contour(depth);
    let largest = loops.into_iter().max_by(|a, b| area(a).abs().total_cmp(&area(b).abs()));
    let mut ring = largest.unwrap_or_default();
    if area(&ring) < 0.0 {
        ring.reverse();
    }
    for _ in 0..4 {
        ring = rounder(&ring);
    }
    let half = ring.len() / 2;
    let mut simple = simpler(&ring[..=half], 9.0);
    simple.pop();
    let mut back = ring[half..].to_vec();
    back.push(ring[0]);
    let back = simpler(&back, 9.0);
    simple.extend_from_slice(&back[..back.len() - 1]);
    simple
}

/// Metres north of the river's middle; negative to the south.
fn north_of(river: &[Metres], p: Metres) -> f64 {
    let Some(w) = river.windows(2).find(|w| w[0].x <= p.x && p.x < w[1].x) else { return f64::INFINITY };
    let y = w[0].y + (w[1].y - w[0].y) * (p.x - w[0].x) / (w[1].x - w[0].x);
    (p.y - y).signum() * distance_to_line(river, p)
}

fn rounder(ring: &[Metres]) -> Vec<Metres> {
    let n = ring.len();
    (0..n)
        .map(|i| {
            let (a, b, c) = (ring[(i + n - 1) % n], ring[i], ring[(i + 1) % n]);
            Coord { x: (a.x + 2.0 * b.x + c.x) / 4.0, y: (a.y + 2.0 * b.y + c.y) / 4.0 }
        })
        .collect()
}

/// An edge of the grid: its lower corner, and whether it runs north.
type Edge = (i32, i32, bool);

/// The closed lines on which `depth` is zero, within 8 km of the middle.
fn contour(depth: impl Fn(Metres) -> f64) -> Vec<Vec<Metres>> {
    let cells = 220_i32;
    let place =
        |i: i32, j: i32| Coord { x: f64::from(i - cells / 2) * STEP_M, y: f64::from(j - cells / 2) * STEP_M };
    let side = (cells + 1) as usize;
    let mut values = vec![0.0; side * side];
    for j in 0..=cells {
        for i in 0..=cells {
            values[j as usize * side + i as usize] = depth(place(i, j));
        }
    }
    let value = |i: i32, j: i32| values[j as usize * side + i as usize];
    let mut next: BTreeMap<Edge, Edge> = BTreeMap::new();
    for j in 0..cells {
        for i in 0..cells {
            let corners = [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1)];
            let sides: [Edge; 4] = [(i, j, false), (i + 1, j, true), (i, j + 1, false), (i, j, true)];
            let within = corners.map(|(x, y)| value(x, y) > 0.0);
            // Walk with the ward on the left: enter where the sides go from in to out.
            let leaves: Vec<usize> = (0..4).filter(|k| within[*k] && !within[(k + 1) % 4]).collect();
            let enters: Vec<usize> = (0..4).filter(|k| !within[*k] && within[(k + 1) % 4]).collect();
            for (leave, enter) in leaves.into_iter().zip(enters) {
                next.insert(sides[leave], sides[enter]);
            }
        }
    }
    let cut = |(i, j, north): Edge| {
        let (k, l) = if north { (i, j + 1) } else { (i + 1, j) };
        let (a, b) = (value(i, j), value(k, l));
        let t = (a / (a - b)).clamp(0.02, 0.98);
        let (p, q) = (place(i, j), place(k, l));
        Coord { x: p.x + (q.x - p.x) * t, y: p.y + (q.y - p.y) * t }
    };
    let mut loops = Vec::new();
    while let Some((&start, _)) = next.first_key_value() {
        let mut ring = Vec::new();
        let mut at = start;
        while let Some(then) = next.remove(&at) {
            ring.push(cut(at));
            at = then;
        }
        loops.push(ring);
    }
    loops
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::ground::Ground;

    #[test]
    fn the_ward_has_about_its_58_square_kilometres() {
        let facts = Facts::read(&Ground::new()).unwrap();
        let km2 = area(&draw(&facts)) / 1e6;
        assert!((54.0..62.0).contains(&km2), "{km2}");
    }
}
