//! One edition as a chart: pieces of land that do not overlap, found by place.

use geo::{Area, BoundingRect};
use geo_types::{Coord, LineString, MultiPolygon};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, Envelope, RTree, RTreeObject};

use super::plan::Plan;
use crate::domain::Zone;
use crate::geo::{Boolean, PlaneArea};

/// Land smaller than this, in square degrees, is rounding: about 0.1 mm² in Japan.
const NOTHING: f64 = 1e-14;

/// One piece of planned land.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) plan: Plan,
    pub(super) land: MultiPolygon<f64>,
    pub(super) m2: f64,
    /// The outline in a form that is equal for equal rings, whatever their first point and direction.
    pub(super) shape: Vec<[u64; 2]>,
}

/// The pieces of one edition.
#[derive(Debug)]
pub(super) struct Chart {
    pub(super) pieces: Vec<Piece>,
    tree: RTree<GeomWithData<Rectangle<[f64; 2]>, usize>>,
    /// Land that more than one zone claims, m²; the first zone has it.
    pub(super) overlaps_m2: f64,
}

impl Chart {
    /// The chart of the zones of one edition, moved by so many degrees.
    pub(super) fn of(zones: &[&Zone], plane: &PlaneArea, moved: Coord<f64>) -> Self {
        let lands: Vec<MultiPolygon<f64>> =
            zones.iter().map(|zone| moved_by(&zone.geometry, moved)).collect();
        let tree = tree(&lands);
        let mut overlaps_m2 = 0.0;
        let mut pieces = Vec::with_capacity(zones.len());
        for (at, (zone, whole)) in zones.iter().zip(&lands).enumerate() {
            let mut land = whole.clone();
            for earlier in near(&tree, whole).filter(|other| *other < at) {
                let shared = whole.intersection(&lands[earlier]);
                if shared.unsigned_area() > NOTHING {
                    overlaps_m2 += plane.m2(&land) - plane.m2(&land.difference(&shared));
                    land = land.difference(&shared);
                }
            }
            let (m2, shape) = (plane.m2(&land), shape(&land));
            pieces.push(Piece { plan: Plan::of(zone), land, m2, shape });
        }
        Self { pieces, tree, overlaps_m2 }
    }

    /// The numbers of the pieces whose box overlaps the box of some land.
    pub(super) fn near<'a>(&'a self, land: &MultiPolygon<f64>) -> impl Iterator<Item = usize> + use<'a> {
        near(&self.tree, land)
    }
}

/// True if there is more of it than rounding leaves.
pub(super) fn is_land(land: &MultiPolygon<f64>) -> bool {
    land.unsigned_area() > NOTHING
}

fn tree(lands: &[MultiPolygon<f64>]) -> RTree<GeomWithData<Rectangle<[f64; 2]>, usize>> {
    let boxed = |(at, land): (usize, &MultiPolygon<f64>)| {
        let bounds = land.bounding_rect()?;
        let corners =
            Rectangle::from_corners([bounds.min().x, bounds.min().y], [bounds.max().x, bounds.max().y]);
        Some(GeomWithData::new(corners, at))
    };
    RTree::bulk_load(lands.iter().enumerate().filter_map(boxed).collect())
}

fn near<'a>(
    tree: &'a RTree<GeomWithData<Rectangle<[f64; 2]>, usize>>,
    land: &MultiPolygon<f64>,
) -> impl Iterator<Item = usize> + use<'a> {
    let bounds =
        land.bounding_rect().map(|b| AABB::from_corners([b.min().x, b.min().y], [b.max().x, b.max().y]));
    // Boxes that share no more than an edge share no land.
    let overlap = |bounds: AABB<[f64; 2]>, piece: &GeomWithData<Rectangle<[f64; 2]>, usize>| {
        let shared = bounds.intersection_area(&piece.envelope());
        (shared > 0.0).then_some(piece.data)
    };
    let mut found: Vec<usize> = bounds
        .map(|bounds| {
            tree.locate_in_envelope_intersecting(bounds).filter_map(|piece| overlap(bounds, piece)).collect()
        })
        .unwrap_or_default();
    found.sort_unstable();
    found.into_iter()
}

fn moved_by(land: &MultiPolygon<f64>, by: Coord<f64>) -> MultiPolygon<f64> {
    use geo::MapCoords;
    if by == Coord::zero() { land.clone() } else { land.map_coords(|c| c + by) }
}

/// Every ring from its smallest point on, in the direction of its smaller neighbour, rings in order.
fn shape(land: &MultiPolygon<f64>) -> Vec<[u64; 2]> {
    let rings = land.iter().flat_map(|p| std::iter::once(p.exterior()).chain(p.interiors()));
    let mut rings: Vec<Vec<[u64; 2]>> = rings.map(ring_shape).collect();
    rings.sort_unstable();
    rings.into_iter().flatten().collect()
}

fn ring_shape(ring: &LineString<f64>) -> Vec<[u64; 2]> {
    // Adding zero makes -0 and 0 one.
    let bits = |c: &Coord<f64>| [(c.x + 0.0).to_bits(), (c.y + 0.0).to_bits()];
    let mut points: Vec<[u64; 2]> = ring.coords().map(bits).collect();
    if points.len() > 1 && points.first() == points.last() {
        points.pop();
    }
    points.dedup();
    let Some(first) = (0..points.len()).min_by_key(|at| points[*at]) else { return points };
    points.rotate_left(first);
    if points.len() > 2 && points[points.len() - 1] < points[1] {
        points[1..].reverse();
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo_types::polygon;

    #[test]
    fn a_ring_has_one_shape_from_any_point_and_in_both_directions() {
        let ring = polygon![(x: 1.0, y: 1.0), (x: 2.0, y: 1.0), (x: 2.0, y: 3.0), (x: 1.0, y: 2.0)];
        let turned = polygon![(x: 2.0, y: 3.0), (x: 2.0, y: 1.0), (x: 1.0, y: 1.0), (x: 1.0, y: 2.0)];
        let other = polygon![(x: 1.0, y: 1.0), (x: 2.0, y: 1.0), (x: 2.0, y: 3.0), (x: 1.0, y: 2.5)];
        let shape_of = |p: geo_types::Polygon<f64>| shape(&MultiPolygon(vec![p]));
        assert_eq!(shape_of(ring.clone()), shape_of(turned));
        assert_ne!(shape_of(ring), shape_of(other));
    }
}
