//! Union, intersection and difference of areas, as valid polygons whatever their rings touch.
//!
//! `i_overlay` computes them on a grid of 32-bit integers over the box of both: for a ward 0.02 mm, coarser than the last
//! digits of a coordinate, so that what is valid on the grid stays so. The release that `geo` brings along (4.5) panics
//! on rings that touch themselves in several points; this one does not.

use geo_types::{Coord, LineString, MultiPolygon, Polygon};
use i_overlay::core::fill_rule::FillRule;
use i_overlay::core::overlay_rule::OverlayRule;
use i_overlay::core::solver::Solver;
use i_overlay::float::overlay::{FloatOverlay, OverlayOptions};

/// A contour for each ring; a closing point is no harm.
type Contours = Vec<Vec<[f64; 2]>>;

/// Operations on the areas of two sets of polygons, in the coordinates they have.
///
/// Operands need not be valid: overlapping parts count once, and land lies where the rings wind round it.
pub trait Boolean {
    /// What lies in both.
    fn intersection(&self, other: &MultiPolygon<f64>) -> MultiPolygon<f64>;
    /// What lies in the first alone.
    fn difference(&self, other: &MultiPolygon<f64>) -> MultiPolygon<f64>;
    /// What lies in either.
    fn union(&self, other: &MultiPolygon<f64>) -> MultiPolygon<f64>;
}

impl Boolean for MultiPolygon<f64> {
    fn intersection(&self, other: &MultiPolygon<f64>) -> MultiPolygon<f64> {
        overlay(&contours(self), &contours(other), OverlayRule::Intersect, FillRule::NonZero)
    }

    fn difference(&self, other: &MultiPolygon<f64>) -> MultiPolygon<f64> {
        overlay(&contours(self), &contours(other), OverlayRule::Difference, FillRule::NonZero)
    }

    fn union(&self, other: &MultiPolygon<f64>) -> MultiPolygon<f64> {
        overlay(&contours(self), &contours(other), OverlayRule::Union, FillRule::NonZero)
    }
}

/// What lies in any of many, in one pass.
pub fn union_of<'a>(many: impl IntoIterator<Item = &'a MultiPolygon<f64>>) -> MultiPolygon<f64> {
    let all: Contours = many.into_iter().flat_map(contours).collect();
    overlay(&all, &Contours::new(), OverlayRule::Subject, FillRule::NonZero)
}

/// What a ring encloses by the even-odd rule: each crossing of its line changes between in and out.
pub(super) fn filled(ring: &LineString<f64>) -> MultiPolygon<f64> {
    let contour = ring.coords().map(|c| [c.x, c.y]).collect();
    overlay(&vec![contour], &Contours::new(), OverlayRule::Subject, FillRule::EvenOdd)
}

/// Exteriors counter-clockwise and holes clockwise, so that winding tells land from hole.
fn contours(polygons: &MultiPolygon<f64>) -> Contours {
    let mut contours = Contours::new();
    for polygon in polygons {
        let mut push = |ring: &LineString<f64>, positive: bool| {
            let mut contour: Vec<[f64; 2]> = ring.coords().map(|c| [c.x, c.y]).collect();
            if (super::rings::shoelace(ring.coords().copied()) > 0.0) != positive {
                contour.reverse();
            }
            contours.push(contour);
        };
        push(polygon.exterior(), true);
        polygon.interiors().iter().for_each(|hole| push(hole, false));
    }
    contours
}

fn overlay(one: &Contours, other: &Contours, rule: OverlayRule, fill: FillRule) -> MultiPolygon<f64> {
    let options = OverlayOptions::<f64, i32>::ogc();
    let shapes =
        FloatOverlay::from_subj_and_clip_custom(one, other, options, Solver::default()).overlay(rule, fill);
    let closed = |contour: Vec<[f64; 2]>| {
        let mut ring: LineString<f64> = contour.into_iter().map(|[x, y]| Coord { x, y }).collect();
        ring.close();
        ring
    };
    let polygon = |shape: Contours| {
        let mut rings = shape.into_iter().map(closed);
        rings.next().map(|exterior| Polygon::new(exterior, rings.collect()))
    };
    MultiPolygon(shapes.into_iter().filter_map(polygon).collect())
}
