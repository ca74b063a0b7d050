//! Tidies a ring point by point, and answers "does this ring cross itself?".
//!
//! A sweep over the segments sorted by their western end compares only those that overlap from west
//! to east, so that a coastline of 100,000 points takes moments, not minutes.

use geo::algorithm::kernels::{Kernel, Orientation, RobustKernel};
use geo::{Intersects, Line};
use geo_types::{Coord, LineString};

/// A ring without repeated points and spikes, and how many of each were taken out.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TidyRing {
    /// Closed, of four points or more; `None` if nothing of any area is left.
    pub ring: Option<LineString<f64>>,
    /// Repeated points taken out.
    pub duplicates: usize,
    /// Points at the tip of a spike taken out.
    pub spikes: usize,
}

/// Takes out points that repeat the one before and spikes that run out and back.
pub(super) fn tidy(ring: &LineString<f64>) -> TidyRing {
    let mut points = ring.0.as_slice();
    if points.len() > 1 && points.first() == points.last() {
        points = &points[..points.len() - 1];
    }
    let (mut duplicates, mut spikes) = (0, 0);
    let mut kept: Vec<Coord<f64>> = Vec::with_capacity(points.len() + 1);
    for point in points {
        let spikes_before = spikes;
        while kept.len() >= 2 && is_spike(kept[kept.len() - 2], kept[kept.len() - 1], *point) {
            kept.pop();
            spikes += 1;
        }
        if kept.last() == Some(point) {
            // The foot of a spike is met twice; that is no flaw of its own.
            duplicates += usize::from(spikes == spikes_before);
        } else {
            kept.push(*point);
        }
    }
    while let [first, second, .., before, last] = kept.as_slice() {
        if first == last {
            duplicates += 1;
            kept.pop();
        } else if is_spike(*before, *last, *first) {
            spikes += 1;
            kept.pop();
        } else if is_spike(*last, *first, *second) {
            spikes += 1;
            kept.remove(0);
        } else {
            break;
        }
    }
    let ring = has_area(&kept).then(|| {
        kept.push(kept[0]);
        LineString(kept)
    });
    TidyRing { ring, duplicates, spikes }
}

/// The signed area of a closed ring, counter-clockwise positive.
pub(super) fn shoelace(points: impl Iterator<Item = Coord<f64>>) -> f64 {
    let mut points = points;
    let Some(origin) = points.next() else { return 0.0 };
    let mut previous = Coord::zero();
    let mut twice = 0.0;
    for point in points {
        let here = point - origin;
        twice += previous.x * here.y - here.x * previous.y;
        previous = here;
    }
    twice / 2.0
}

fn has_area(points: &[Coord<f64>]) -> bool {
    let turns = |w: &[Coord<f64>]| orientation(w[0], w[1], w[2]) != Orientation::Collinear;
    points.len() >= 3 && points.windows(3).any(turns)
}

/// True if the way from `a` over `tip` to `c` turns back on itself.
fn is_spike(a: Coord<f64>, tip: Coord<f64>, c: Coord<f64>) -> bool {
    let (out, back) = (tip - a, c - tip);
    out.x * back.x + out.y * back.y < 0.0 && orientation(a, tip, c) == Orientation::Collinear
}

fn orientation(a: Coord<f64>, b: Coord<f64>, c: Coord<f64>) -> Orientation {
    RobustKernel::orient2d(a, b, c)
}

/// True if two segments of the closed ring meet anywhere but where they follow one another.
pub(super) fn crosses_itself(ring: &LineString<f64>) -> bool {
    let segments: Vec<Line<f64>> = ring.lines().collect();
    let last = segments.len().saturating_sub(1);
    let mut order: Vec<usize> = (0..segments.len()).collect();
    order.sort_by(|a, b| west(segments[*a]).total_cmp(&west(segments[*b])));
    let neighbours = |i: usize, j: usize| i.abs_diff(j) == 1 || i.abs_diff(j) == last;
    order.iter().enumerate().any(|(at, &i)| {
        let east = segments[i].start.x.max(segments[i].end.x);
        order[at + 1..]
            .iter()
            .take_while(|&&j| west(segments[j]) <= east)
            .any(|&j| !neighbours(i, j) && segments[i].intersects(&segments[j]))
    })
}

fn west(line: Line<f64>) -> f64 {
    line.start.x.min(line.end.x)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[(f64, f64)]) -> LineString<f64> {
        points.iter().copied().collect()
    }

    #[test]
    fn a_spike_and_a_repeated_point_are_taken_out() {
        let found =
            tidy(&ring(&[(0., 0.), (2., 0.), (2., 0.), (2., 2.), (2., 5.), (2., 2.), (0., 2.), (0., 0.)]));
        assert_eq!((found.duplicates, found.spikes), (1, 1));
        assert_eq!(found.ring.unwrap(), ring(&[(0., 0.), (2., 0.), (2., 2.), (0., 2.), (0., 0.)]));
    }

    #[test]
    fn a_spike_at_the_start_of_a_ring_is_found_too() {
        let found = tidy(&ring(&[(0., -3.), (0., 0.), (2., 0.), (2., 2.), (0., 2.), (0., -3.)]));
        assert_eq!(found.spikes, 1);
    }

    #[test]
    fn a_ring_that_runs_out_and_back_leaves_nothing() {
        assert_eq!(tidy(&ring(&[(0., 0.), (1., 1.), (2., 2.), (0., 0.)])).ring, None);
        assert_eq!(tidy(&ring(&[])).ring, None);
    }

    #[test]
    fn a_bow_tie_crosses_itself_and_a_square_does_not() {
        assert!(crosses_itself(&ring(&[(0., 0.), (2., 2.), (2., 0.), (0., 2.), (0., 0.)])));
        assert!(!crosses_itself(&ring(&[(0., 0.), (2., 0.), (2., 2.), (0., 2.), (0., 0.)])));
    }

    #[test]
    fn a_ring_that_touches_itself_in_a_point_crosses_itself() {
        assert!(crosses_itself(&ring(&[(0., 0.), (4., 0.), (4., 4.), (2., 0.), (0., 4.), (0., 0.)])));
    }
}
