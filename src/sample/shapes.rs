//! Answers small questions about rings and lines in metres: area, middle, inside, how far, simpler,
//! smoother.

use geo_types::Coord;

use super::ground::{Metres, add, cross, distance, dot, scale, sub};

/// Twice the signed area halved: positive for rings that run counter-clockwise. Not closed.
pub(super) fn area(ring: &[Metres]) -> f64 {
    let Some(&origin) = ring.first() else { return 0.0 };
    edges(ring).map(|(a, b)| cross(sub(a, origin), sub(b, origin))).sum::<f64>() / 2.0
}

/// The centre of gravity of a ring that is not closed.
pub(super) fn centroid(ring: &[Metres]) -> Metres {
    let origin = ring[0];
    let mut sum = Coord { x: 0.0, y: 0.0 };
    let mut doubled = 0.0;
    for (a, b) in edges(ring) {
        let (a, b) = (sub(a, origin), sub(b, origin));
        let part = cross(a, b);
        doubled += part;
        sum = add(sum, scale(add(a, b), part));
    }
    if doubled.abs() < 1e-9 { origin } else { add(origin, scale(sum, 1.0 / (3.0 * doubled))) }
}

/// The edges of a ring that is not closed, the last one leading back to the start.
pub(super) fn edges(ring: &[Metres]) -> impl Iterator<Item = (Metres, Metres)> + '_ {
    ring.iter().enumerate().map(|(i, &a)| (a, ring[(i + 1) % ring.len()]))
}

/// True if the point lies inside the ring.
pub(super) fn inside(ring: &[Metres], p: Metres) -> bool {
    let mut odd = false;
    for (a, b) in edges(ring) {
        if (a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x {
            odd = !odd;
        }
    }
    odd
}

/// The point of a segment nearest to `p`.
pub(super) fn nearest_on(a: Metres, b: Metres, p: Metres) -> Metres {
    let along = sub(b, a);
    let length2 = dot(along, along);
    let t = if length2 > 0.0 { (dot(sub(p, a), along) / length2).clamp(0.0, 1.0) } else { 0.0 };
    add(a, scale(along, t))
}

/// Metres from `p` to a line.
pub(super) fn distance_to_line(line: &[Metres], p: Metres) -> f64 {
    line.windows(2).map(|w| distance(nearest_on(w[0], w[1], p), p)).fold(f64::INFINITY, f64::min)
}

/// Length of a line in metres.
pub(super) fn length(line: &[Metres]) -> f64 {
    line.windows(2).map(|w| distance(w[0], w[1])).sum()
}

/// The point so many metres along a line, and the direction there (of length one).
pub(super) fn along(line: &[Metres], metres: f64) -> (Metres, Metres) {
    let mut left = metres;
    for w in line.windows(2) {
        let step = distance(w[0], w[1]);
        if step > 0.0 && left <= step {
            let direction = scale(sub(w[1], w[0]), 1.0 / step);
            return (add(w[0], scale(direction, left)), direction);
        }
        left -= step;
    }
    let (a, b) = (line[line.len() - 2], line[line.len() - 1]);
    let step = distance(a, b).max(1e-9);
    (b, scale(sub(b, a), 1.0 / step))
}

/// A smooth line through all points (Catmull-Rom), a point about every `step` metres.
pub(super) fn smooth(points: &[Metres], step: f64) -> Vec<Metres> {
    if points.len() < 3 {
        return points.to_vec();
    }
    let mut line = Vec::new();
    for i in 0..points.len() - 1 {
        let (b, c) = (points[i], points[i + 1]);
        let a = if i == 0 { sub(scale(b, 2.0), c) } else { points[i - 1] };
        let d = if i + 2 < points.len() { points[i + 2] } else { sub(scale(c, 2.0), b) };
        // Tangents scaled by the chord keep the curve from overshooting where spacing is uneven.
        let chord = distance(b, c);
        let tangent = |p: Metres, q: Metres| scale(sub(q, p), chord / distance(p, q).max(1.0));
        let (t0, t1) = (tangent(a, c), tangent(b, d));
        let pieces = (chord / step).ceil().max(1.0) as usize;
        for k in 0..pieces {
            let t = k as f64 / pieces as f64;
            let (t2, t3) = (t * t, t * t * t);
            let start = add(scale(b, 2.0 * t3 - 3.0 * t2 + 1.0), scale(t0, t3 - 2.0 * t2 + t));
            let end = add(scale(c, 3.0 * t2 - 2.0 * t3), scale(t1, t3 - t2));
            line.push(add(start, end));
        }
    }
    line.push(points[points.len() - 1]);
    line
}

/// The line with points left out that lie within `tolerance` metres of it (Douglas-Peucker).
pub(super) fn simpler(line: &[Metres], tolerance: f64) -> Vec<Metres> {
    let mut keep = vec![false; line.len()];
    let mut open = vec![(0, line.len().saturating_sub(1))];
    while let Some((from, to)) = open.pop() {
        keep[from] = true;
        keep[to] = true;
        let off = |i: usize| distance(nearest_on(line[from], line[to], line[i]), line[i]);
        let far = (from + 1..to).map(|i| (i, off(i))).max_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((i, _)) = far.filter(|(_, off)| *off > tolerance) {
            open.push((from, i));
            open.push((i, to));
        }
    }
    line.iter().zip(keep).filter(|(_, keep)| *keep).map(|(p, _)| *p).collect()
}

/// The area of the part of a ring inside a circle, which is taken as a polygon of 48 corners.
pub(super) fn area_in_circle(ring: &[Metres], centre: Metres, radius: f64) -> f64 {
    let far = ring.iter().map(|p| distance(*p, centre)).fold(0.0, f64::max);
    let corners = 48;
    // A polygon of the same area as the circle.
    let step = std::f64::consts::TAU / f64::from(corners);
    let reach = radius * (step / step.sin()).sqrt();
    if far < radius * 0.99 {
        return area(ring).abs();
    }
    let mut clipped = ring.to_vec();
    for k in 0..corners {
        let normal_angle = (f64::from(k) + 0.5) * step;
        let normal = Coord { x: normal_angle.cos(), y: normal_angle.sin() };
        let limit = reach * (step / 2.0).cos();
        let side = |p: Metres| dot(sub(p, centre), normal) - limit;
        let mut next = Vec::with_capacity(clipped.len() + 4);
        for (a, b) in edges(&clipped) {
            let (sa, sb) = (side(a), side(b));
            if sa <= 0.0 {
                next.push(a);
            }
            if (sa < 0.0 && sb > 0.0) || (sa > 0.0 && sb < 0.0) {
                next.push(add(a, scale(sub(b, a), sa / (sa - sb))));
            }
        }
        clipped = next;
        if clipped.len() < 3 {
            return 0.0;
        }
    }
    area(&clipped).abs()
}

/// Direction (length one) of the narrowest rectangle around a ring, with its length along that
/// direction and its width across.
pub(super) fn narrowest_rectangle(ring: &[Metres]) -> (Metres, f64, f64) {
    let mut best = (Coord { x: 1.0, y: 0.0 }, f64::INFINITY, f64::INFINITY);
    for (a, b) in edges(ring) {
        let step = distance(a, b);
        if step < 1.0 {
            continue;
        }
        let direction = scale(sub(b, a), 1.0 / step);
        let across = Coord { x: -direction.y, y: direction.x };
        let (long, wide) = (extent(ring, direction), extent(ring, across));
        // A long edge is a better guide than a short one.
        if long * wide * (1.0 - 0.1 * (step / 200.0).min(1.0)) < best.1 * best.2 {
            best = if long >= wide { (direction, long, wide) } else { (across, wide, long) };
        }
    }
    best
}

fn extent(ring: &[Metres], direction: Metres) -> f64 {
    let along = ring.iter().map(|p| dot(*p, direction));
    let (low, high) = along.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
    high - low
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(side: f64) -> Vec<Metres> {
        [(0.0, 0.0), (side, 0.0), (side, side), (0.0, side)].map(|(x, y)| Coord { x, y }).to_vec()
    }

    #[test]
    fn a_square_has_its_area_and_centre() {
        assert!((area(&square(10.0)) - 100.0).abs() < 1e-9);
        assert!(distance(centroid(&square(10.0)), Coord { x: 5.0, y: 5.0 }) < 1e-9);
        assert!(inside(&square(10.0), Coord { x: 1.0, y: 9.0 }));
    }

    #[test]
    fn a_circle_inside_a_square_has_the_area_of_the_circle() {
        let part = area_in_circle(&square(3000.0), Coord { x: 1500.0, y: 1500.0 }, 500.0);
        assert!((part - std::f64::consts::PI * 250_000.0).abs() < 500.0, "{part}");
    }

    #[test]
    fn a_smooth_line_passes_through_its_points() {
        let points = [(0.0, 0.0), (100.0, 40.0), (220.0, 10.0)].map(|(x, y)| Coord { x, y });
        let line = smooth(&points, 10.0);
        for p in points {
            assert!(line.iter().any(|q| distance(*q, p) < 1e-9));
        }
    }
}
