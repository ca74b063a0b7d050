//! Answers "where is it nearer than so many metres to these lines?" as rings, by the contour of a field
//! of distances on a grid (marching squares).
//!
//! Every grid point within reach knows its exact distance to the nearest line. Between two grid points
//! on different sides the edge is interpolated, and kept off both, so that no two rings touch. Where a
//! square's corners alternate, the mean of the four decides. The grid is tied to the plane's origin, so
//! that two fields of one plane compare point by point.

use geo_types::Coord;
use rustc_hash::FxHashMap;

/// Metres between grid points.
const CELL_M: f64 = 10.0;
/// Long segments are drawn in pieces, so that their boxes stay small.
const PIECE_M: f64 = 60.0;
/// How near a crossing may come to a grid point, as a share of a cell.
const MARGIN: f64 = 0.02;

type Ring = Vec<Coord<f64>>;

/// Distances to lines, around them.
pub(super) struct Field {
    side_m: f64,
    /// The grid's south-western point, in cells from the origin.
    corner: [i64; 2],
    columns: usize,
    rows: usize,
    metres: Vec<f32>,
}

impl Field {
    /// An empty field with room for everything within so many metres of some lines.
    pub(super) fn around(lines: &[Ring], side_m: f64) -> Self {
        let mut low = [f64::INFINITY; 2];
        let mut high = [f64::NEG_INFINITY; 2];
        for c in lines.iter().flatten() {
            low = [low[0].min(c.x), low[1].min(c.y)];
            high = [high[0].max(c.x), high[1].max(c.y)];
        }
        let room = side_m + 2.0 * CELL_M;
        let first = |metres: f64| ((metres - room) / CELL_M).floor() as i64;
        let last = |metres: f64| ((metres + room) / CELL_M).ceil() as i64;
        let corner = [first(low[0]), first(low[1])];
        let count = |axis: usize| usize::try_from(last(high[axis]) - corner[axis] + 1).unwrap_or(0);
        let (columns, rows) = (count(0), count(1));
        Self { side_m, corner, columns, rows, metres: vec![f32::INFINITY; columns * rows] }
    }

    /// Draws a line.
    pub(super) fn draw(&mut self, line: &[Coord<f64>]) {
        for pair in line.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let pieces = ((b.x - a.x).hypot(b.y - a.y) / PIECE_M).ceil().max(1.0);
            let at = |i: f64| Coord { x: a.x + (b.x - a.x) * i / pieces, y: a.y + (b.y - a.y) * i / pieces };
            (0..pieces as u32).for_each(|i| self.draw_piece(at(f64::from(i)), at(f64::from(i + 1))));
        }
    }

    fn draw_piece(&mut self, a: Coord<f64>, b: Coord<f64>) {
        // A neighbour of a point inside is at most a cell's diagonal farther.
        let room = self.side_m + 1.5 * CELL_M;
        let column = |metres: f64| (metres / CELL_M).floor() as i64 - self.corner[0];
        let row = |metres: f64| (metres / CELL_M).floor() as i64 - self.corner[1];
        let within = |at: i64, count: usize| usize::try_from(at).unwrap_or(0).min(count - 1);
        let columns = within(column(a.x.min(b.x) - room), self.columns)
            ..=within(column(a.x.max(b.x) + room) + 1, self.columns);
        let rows =
            within(row(a.y.min(b.y) - room), self.rows)..=within(row(a.y.max(b.y) + room) + 1, self.rows);
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let squared = dx * dx + dy * dy;
        for y in rows {
            for x in columns.clone() {
                let p = self.point(x, y);
                let along = (p.x - a.x) * dx + (p.y - a.y) * dy;
                let share = if squared > 0.0 { (along / squared).clamp(0.0, 1.0) } else { 0.0 };
                let metres = (a.x + dx * share - p.x).hypot(a.y + dy * share - p.y) as f32;
                let held = &mut self.metres[y * self.columns + x];
                *held = held.min(metres);
            }
        }
    }

    /// The areas within so many metres of the lines: a ring around each, and the gaps in it that are
    /// larger than the least. Rings are closed; the outer ones run counter-clockwise.
    pub(super) fn areas(&self, least_gap_m2: f64) -> Vec<(Ring, Vec<Ring>)> {
        let (shells, gaps): (Vec<Ring>, Vec<Ring>) =
            self.rings().into_iter().partition(|ring| signed_m2(ring) > 0.0);
        let mut areas: Vec<(Ring, Vec<Ring>)> = shells.into_iter().map(|shell| (shell, Vec::new())).collect();
        // The smallest shell around a gap is its own.
        areas.sort_by(|a, b| signed_m2(&a.0).total_cmp(&signed_m2(&b.0)));
        for gap in gaps.into_iter().filter(|gap| -signed_m2(gap) >= least_gap_m2) {
            let around = areas.iter().position(|(shell, _)| holds(shell, gap[0]));
            if let Some(area) = around {
                areas[area].1.push(gap);
            }
        }
        areas
    }

    fn point(&self, x: usize, y: usize) -> Coord<f64> {
        Coord {
            x: (self.corner[0] + x as i64) as f64 * CELL_M,
            y: (self.corner[1] + y as i64) as f64 * CELL_M,
        }
    }

    fn value(&self, x: usize, y: usize) -> f64 {
        // What is out of reach is as far as the farthest that is not, so that it can be reckoned with.
        f64::from(self.metres[y * self.columns + x]).min(self.side_m + 2.0 * CELL_M)
    }

    /// Rings with the inside on their left.
    fn rings(&self) -> Vec<Ring> {
        let mut next = self.segments();
        let mut starts: Vec<Side> = next.keys().copied().collect();
        starts.sort_unstable();
        let mut rings = Vec::new();
        for start in starts {
            let mut ring = Vec::new();
            let mut at = start;
            while let Some(to) = next.remove(&at) {
                ring.push(self.crossing(at));
                at = to;
            }
            if let Some(first) = ring.first().copied() {
                ring.push(first);
                rings.push(ring);
            }
        }
        rings
    }

    /// From each crossed side of a square to the side where the edge leaves it.
    fn segments(&self) -> FxHashMap<Side, Side> {
        let mut next = FxHashMap::default();
        for y in 0..self.rows - 1 {
            for x in 0..self.columns - 1 {
                let corners = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)].map(|(x, y)| self.value(x, y));
                let inside = |i: usize| corners[i] < self.side_m;
                let case = (0..4).filter(|i| inside(*i)).fold(0u8, |case, i| case | 1 << i);
                let (bottom, top) = (Side { x, y, upright: false }, Side { x, y: y + 1, upright: false });
                let (left, right) = (Side { x, y, upright: true }, Side { x: x + 1, y, upright: true });
                let mut lead = |from: Side, to: Side| {
                    next.insert(from, to);
                };
                let joined = corners.iter().sum::<f64>() / 4.0 < self.side_m;
                match case {
                    1 => lead(bottom, left),
                    2 => lead(right, bottom),
                    3 => lead(right, left),
                    4 => lead(top, right),
                    6 => lead(top, bottom),
                    7 => lead(top, left),
                    8 => lead(left, top),
                    9 => lead(bottom, top),
                    11 => lead(right, top),
                    12 => lead(left, right),
                    13 => lead(bottom, right),
                    14 => lead(left, bottom),
                    5 if joined => {
                        lead(top, left);
                        lead(bottom, right);
                    }
                    5 => {
                        lead(bottom, left);
                        lead(top, right);
                    }
                    10 if joined => {
                        lead(left, bottom);
                        lead(right, top);
                    }
                    10 => {
                        lead(right, bottom);
                        lead(left, top);
                    }
                    _ => {}
                }
            }
        }
        next
    }

    /// Where the edge crosses a side.
    fn crossing(&self, side: Side) -> Coord<f64> {
        let (x, y) = if side.upright { (side.x, side.y + 1) } else { (side.x + 1, side.y) };
        let (from, to) = (self.value(side.x, side.y), self.value(x, y));
        let share = ((self.side_m - from) / (to - from)).clamp(MARGIN, 1.0 - MARGIN);
        let (a, b) = (self.point(side.x, side.y), self.point(x, y));
        Coord { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }
    }
}

/// The side of a square: from a grid point eastwards, or northwards where it is upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Side {
    x: usize,
    y: usize,
    upright: bool,
}

/// The area of a closed ring, negative where it runs clockwise.
fn signed_m2(ring: &[Coord<f64>]) -> f64 {
    ring.windows(2).map(|w| w[0].x * w[1].y - w[1].x * w[0].y).sum::<f64>() / 2.0
}

fn holds(ring: &[Coord<f64>], p: Coord<f64>) -> bool {
    ring.windows(2).fold(false, |inside, w| {
        let (a, b) = (w[0], w[1]);
        let crosses = (a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x;
        inside != crosses
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn areas(lines: &[Ring], least_gap_m2: f64) -> Vec<(Ring, Vec<Ring>)> {
        let mut field = Field::around(lines, 30.0);
        for line in lines {
            field.draw(line);
        }
        field.areas(least_gap_m2)
    }

    fn ring(side: f64) -> Ring {
        [(0.0, 0.0), (side, 0.0), (side, side), (0.0, side), (0.0, 0.0)].map(|(x, y)| Coord { x, y }).to_vec()
    }

    #[test]
    fn a_line_of_200_m_is_within_30_m_of_about_15_000_square_metres() {
        let areas = areas(&[vec![Coord { x: 3.0, y: 4.0 }, Coord { x: 203.0, y: 4.0 }]], 0.0);
        let exact = 200.0 * 60.0 + std::f64::consts::PI * 900.0;
        assert_eq!((areas.len(), areas[0].1.len()), (1, 0));
        assert!((signed_m2(&areas[0].0) / exact - 1.0).abs() < 0.01, "{}", signed_m2(&areas[0].0));
    }

    #[test]
    fn a_large_block_keeps_its_gap_and_a_small_one_does_not() {
        let (large, small) = (areas(&[ring(300.0)], 10_000.0), areas(&[ring(100.0)], 10_000.0));
        assert_eq!((large.len(), large[0].1.len()), (1, 1));
        assert!((-signed_m2(&large[0].1[0]) / (240.0 * 240.0) - 1.0).abs() < 0.02);
        assert_eq!((small.len(), small[0].1.len()), (1, 0));
    }

    #[test]
    fn two_lines_far_apart_are_two_areas() {
        let line = |y: f64| vec![Coord { x: 0.0, y }, Coord { x: 50.0, y }];
        assert_eq!(areas(&[line(0.0), line(200.0)], 0.0).len(), 2);
    }
}
