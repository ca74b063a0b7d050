//! Answers "which valid polygons did this drawing mean?", and says what was wrong with it.
//!
//! A valid polygon comes back untouched but for its winding. Otherwise each ring is filled by the
//! even-odd rule (a bow-tie becomes its two lobes), holes are cut from their shell and parts merged.
//! A hole never adds land. Nothing is moved but by rounding, less than 0.1 mm.

use geo::{BoundingRect, Intersects, Relate, Validation};
use geo_types::{Coord, LineString, MultiPolygon, Polygon};
use std::fmt;
use thiserror::Error;

use super::LocalPlane;
use super::boolean::{Boolean, filled};
use super::rings::{crosses_itself, shoelace, tidy};
use crate::domain::LonLat;

/// What was wrong with a polygon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flaw {
    /// A point repeated.
    DuplicatePoint,
    /// A line out and back.
    Spike,
    /// A ring of no area, dropped.
    CollapsedRing,
    /// A ring that crosses or touches itself.
    SelfIntersection,
    /// A hole outside its shell, or across it, or across another hole.
    MisplacedHole,
    /// Parts that overlap or share an edge.
    OverlappingParts,
    /// A shell drawn clockwise or a hole counter-clockwise.
    Winding,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::DuplicatePoint => "repeated point removed",
            Self::Spike => "spike removed",
            Self::CollapsedRing => "ring without area dropped",
            Self::SelfIntersection => "self-intersection resolved",
            Self::MisplacedHole => "hole outside or across its shell cut to fit",
            Self::OverlappingParts => "overlapping parts merged",
            Self::Winding => "ring turned round",
        })
    }
}

/// Why polygons cannot be repaired.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Unrepairable {
    /// A coordinate that is no number or no place on earth.
    #[error("a coordinate is not a place on earth")]
    OffEarth,
    /// Nothing of any area is left.
    #[error("it encloses no area")]
    NoArea,
    /// Still invalid after three passes.
    #[error("its rings stay invalid after repair")]
    StillInvalid,
}

/// Valid polygons, and what was done to make them so.
#[derive(Debug, Clone, PartialEq)]
pub struct Repaired {
    /// Valid; shells counter-clockwise, holes clockwise.
    pub polygons: MultiPolygon<f64>,
    /// What was wrong, in order, each once; empty if nothing was.
    pub flaws: Vec<Flaw>,
    /// Area after less area before, m2.
    pub area_change_m2: f64,
}

/// Above this many points a polygon with holes is not examined but passed through the overlay.
const EXAMINED_POINTS: usize = 20_000;
/// Slivers below this, in square degrees, come from rounding: about 1 cm2.
const SLIVER_DEG2: f64 = 1e-14;

/// Makes polygons in longitude and latitude valid.
pub fn repair(polygons: &MultiPolygon<f64>) -> Result<Repaired, Unrepairable> {
    let on_earth = |c: &Coord<f64>| LonLat::try_from(*c).is_ok();
    if !polygons.iter().flat_map(rings).flat_map(|r| &r.0).all(on_earth) {
        return Err(Unrepairable::OffEarth);
    }
    let first = polygons.iter().flat_map(rings).flat_map(|r| &r.0).next().ok_or(Unrepairable::NoArea)?;
    let plane = LocalPlane::at(LonLat::try_from(*first).map_err(|_| Unrepairable::OffEarth)?);
    let before = area_m2(&plane, polygons);

    let mut flaws = Vec::new();
    let mut tidied = tidy_all(polygons, &mut flaws);
    let mut passes = 0;
    while let Some(found) = invalidities(&tidied) {
        if passes == 3 {
            return Err(Unrepairable::StillInvalid);
        }
        passes += 1;
        if passes == 1 {
            flaws.extend(found);
        }
        tidied = tidy_all(&without_slivers(overlay(&tidied)), &mut Vec::new());
    }
    let drawn_rings = tidied.iter().flat_map(rings).count();
    tidied = without_slivers(tidied);
    if tidied.0.is_empty() {
        return Err(Unrepairable::NoArea);
    }
    if tidied.iter().flat_map(rings).count() < drawn_rings {
        flaws.push(Flaw::CollapsedRing);
    }
    if wind(&mut tidied) {
        flaws.push(Flaw::Winding);
    }
    flaws.sort_unstable();
    flaws.dedup();
    let area_change_m2 = area_m2(&plane, &tidied) - before;
    Ok(Repaired { polygons: tidied, flaws, area_change_m2 })
}

fn rings(polygon: &Polygon<f64>) -> impl Iterator<Item = &LineString<f64>> {
    std::iter::once(polygon.exterior()).chain(polygon.interiors())
}

fn tidy_all(polygons: &MultiPolygon<f64>, flaws: &mut Vec<Flaw>) -> MultiPolygon<f64> {
    let mut clean = |ring: &LineString<f64>| {
        let tidied = tidy(ring);
        flaws.extend((tidied.duplicates > 0).then_some(Flaw::DuplicatePoint));
        flaws.extend((tidied.spikes > 0).then_some(Flaw::Spike));
        let kept = tidied.ring;
        if kept.is_none() && !ring.0.is_empty() {
            flaws.push(Flaw::CollapsedRing);
        }
        kept
    };
    let tidied = polygons.iter().filter_map(|p| {
        let exterior = clean(p.exterior())?;
        Some(Polygon::new(exterior, p.interiors().iter().filter_map(&mut clean).collect()))
    });
    MultiPolygon(tidied.collect())
}

/// What makes the polygons invalid; `None` if nothing does.
fn invalidities(polygons: &MultiPolygon<f64>) -> Option<Vec<Flaw>> {
    let mut found = Vec::new();
    for polygon in polygons {
        if rings(polygon).any(crosses_itself) {
            found.push(Flaw::SelfIntersection);
        } else if !polygon.interiors().is_empty() {
            let points: usize = rings(polygon).map(|r| r.0.len()).sum();
            if points > EXAMINED_POINTS || !polygon.is_valid() {
                found.push(Flaw::MisplacedHole);
            }
        }
    }
    if found.is_empty() && parts_overlap(polygons) {
        found.push(Flaw::OverlappingParts);
    }
    (!found.is_empty()).then_some(found)
}

fn parts_overlap(polygons: &MultiPolygon<f64>) -> bool {
    use geo::coordinate_position::CoordPos;
    use geo::dimensions::Dimensions;
    let boxes: Vec<_> = polygons.iter().map(BoundingRect::bounding_rect).collect();
    (0..boxes.len()).any(|i| {
        (i + 1..boxes.len()).any(|j| {
            let near = matches!((&boxes[i], &boxes[j]), (Some(a), Some(b)) if a.intersects(b));
            if !near {
                return false;
            }
            let relation = polygons.0[i].relate(&polygons.0[j]);
            relation.get(CoordPos::Inside, CoordPos::Inside) == Dimensions::TwoDimensional
                || relation.get(CoordPos::OnBoundary, CoordPos::OnBoundary) == Dimensions::OneDimensional
        })
    })
}

fn overlay(polygons: &MultiPolygon<f64>) -> MultiPolygon<f64> {
    let parts = polygons.iter().map(|polygon| {
        let shell = filled(polygon.exterior());
        polygon.interiors().iter().fold(shell, |land, hole| land.difference(&filled(hole)))
    });
    parts.reduce(|all, part| all.union(&part)).unwrap_or(MultiPolygon(Vec::new()))
}

fn without_slivers(mut polygons: MultiPolygon<f64>) -> MultiPolygon<f64> {
    let is_land = |ring: &LineString<f64>| shoelace(ring.0.iter().copied()).abs() > SLIVER_DEG2;
    polygons.0.retain(|p| is_land(p.exterior()));
    let without = |polygon: Polygon<f64>| {
        let (shell, mut holes) = polygon.into_inner();
        holes.retain(is_land);
        Polygon::new(shell, holes)
    };
    polygons.into_iter().map(without).collect()
}

/// Turns shells counter-clockwise and holes clockwise; true if any had to be.
fn wind(polygons: &mut MultiPolygon<f64>) -> bool {
    let mut turned = false;
    let mut turn = |ring: &mut LineString<f64>, sign: f64| {
        if shoelace(ring.0.iter().copied()) * sign < 0.0 {
            ring.0.reverse();
            turned = true;
        }
    };
    for polygon in polygons.iter_mut() {
        polygon.exterior_mut(|ring| turn(ring, 1.0));
        polygon.interiors_mut(|rings| rings.iter_mut().for_each(|ring| turn(ring, -1.0)));
    }
    turned
}

fn area_m2(plane: &LocalPlane, polygons: &MultiPolygon<f64>) -> f64 {
    let ring_m2 = |ring: &LineString<f64>| shoelace(ring.0.iter().map(|c| plane.metres(*c))).abs();
    let polygon_m2 =
        |p: &Polygon<f64>| ring_m2(p.exterior()) - p.interiors().iter().map(ring_m2).sum::<f64>();
    polygons.iter().map(polygon_m2).sum()
}
