//! Answers "how many square metres of this polygon lie within a circle?", exactly.
//!
//! The area is the sum, over the polygon's edges, of what the circle shares with the triangle of
//! its centre and the edge, signed by the edge's direction. A triangle's part is made of triangles
//! where the edge runs inside the circle and of sectors where it runs outside.

use geo_types::{Coord, MultiPolygon};
use smallvec::{SmallVec, smallvec};

use crate::geo::LocalPlane;

/// Square metres of a valid polygon within so many metres of the plane's origin.
pub(super) fn circle_overlap_m2(plane: &LocalPlane, shape: &MultiPolygon<f64>, radius_m: f64) -> f64 {
    let ring_m2 = |ring: &geo_types::LineString<f64>| {
        let signed: f64 = ring
            .0
            .windows(2)
            .map(|pair| edge_m2(plane.metres(pair[0]), plane.metres(pair[1]), radius_m))
            .sum();
        signed.abs()
    };
    let polygon_m2 =
        |p: &geo_types::Polygon<f64>| ring_m2(p.exterior()) - p.interiors().iter().map(ring_m2).sum::<f64>();
    shape.0.iter().map(polygon_m2).sum::<f64>().max(0.0)
}

/// Signed area that the circle around the origin shares with the triangle of the origin and an edge.
fn edge_m2(from: Coord<f64>, to: Coord<f64>, radius: f64) -> f64 {
    let mut cuts: SmallVec<[f64; 4]> = smallvec![0.0];
    cuts.extend(crossings(from, to, radius));
    cuts.push(1.0);
    let along = |t: f64| Coord { x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) };
    cuts.windows(2)
        .map(|cut| {
            let (a, b) = (along(cut[0]), along(cut[1]));
            let middle = along(f64::midpoint(cut[0], cut[1]));
            let (cross, dot) = (a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y);
            if middle.x.hypot(middle.y) <= radius {
                cross / 2.0
            } else {
                radius * radius * cross.atan2(dot) / 2.0
            }
        })
        .sum()
}

/// Where an edge crosses the circle, as parts of its length in order.
fn crossings(from: Coord<f64>, to: Coord<f64>, radius: f64) -> impl Iterator<Item = f64> {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let a = dx * dx + dy * dy;
    let half_b = from.x * dx + from.y * dy;
    let c = from.x * from.x + from.y * from.y - radius * radius;
    let discriminant = half_b * half_b - a * c;
    let crosses = a > 0.0 && discriminant > 0.0;
    let root = if crosses { discriminant.sqrt() } else { 0.0 };
    let both = if crosses { [(-half_b - root) / a, (-half_b + root) / a] } else { [f64::NAN; 2] };
    both.into_iter().filter(|t| *t > 0.0 && *t < 1.0)
}
