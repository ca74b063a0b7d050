//! The ledger of two editions: totals, the matrix of districts, one row a changed piece, and what is only noise.

use std::collections::BTreeMap;

use geo::{BoundingRect, Centroid};
use geo_types::{Coord, LineString, MultiPolygon, Polygon};

use super::chart::Chart;
use super::overlay::{Overlay, Pair};
use super::plan::{ChangeKind, Plan, change};
use super::shift::{Shift, shift};
use super::towns::{TownShare, towns_of};
use crate::domain::{LonLat, Town, UseDistrict, Zone};
use crate::geo::{PlaneArea, PlaneZone, union_of};

/// Pieces narrower than this, in metres, are taken for a line digitised again.
pub const DEFAULT_TOLERANCE_M: f64 = 0.5;

/// Two editions compared.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// What counts as a sliver: pieces whose mean width is below it, m.
    pub tolerance_m: f64,
    /// The plane that areas are measured on; `None` where there is no zone at all.
    pub plane: Option<PlaneZone>,
    /// Square metres by district before and after, in the order of the law; land that several zones claim counts once.
    pub totals: Vec<(UseDistrict, f64, f64)>,
    /// Square metres of every pair of districts; their sums are the totals. `None` is land without zoning.
    pub matrix: Vec<Flow>,
    /// The changed pieces, the largest first.
    pub changes: Vec<Change>,
    /// What is not a change.
    pub noise: Noise,
}

/// How much land went from one district to another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flow {
    /// The district before; `None` without zoning.
    pub before: Option<UseDistrict>,
    /// The district after; `None` without zoning.
    pub after: Option<UseDistrict>,
    /// Square metres.
    pub m2: f64,
}

/// A changed piece of land: one polygon of one change.
#[derive(Debug, Clone)]
pub struct Change {
    /// In what it changed.
    pub kind: ChangeKind,
    /// The plan before; `None` without zoning.
    pub before: Option<Plan>,
    /// The plan after; `None` without zoning.
    pub after: Option<Plan>,
    /// Square metres.
    pub m2: f64,
    /// The towns it lies in, the largest share first.
    pub towns: Vec<TownShare>,
    /// Its middle, longitude and latitude.
    pub middle: Coord<f64>,
    /// Its land, longitude and latitude.
    pub land: Polygon<f64>,
}

/// Differences that are none.
#[derive(Debug, Clone, Default)]
pub struct Noise {
    /// Pieces narrower than the tolerance.
    pub slivers: usize,
    /// Their land, m²: in the matrix, in no row.
    pub slivers_m2: f64,
    /// The greatest mean width among them, m.
    pub widest_m: f64,
    /// A shift of the whole later edition, undone before comparing.
    pub shift: Option<Shift>,
    /// Land that several zones of the earlier edition claim, m².
    pub overlaps_before_m2: f64,
    /// Land that several zones of the later edition claim, m².
    pub overlaps_after_m2: f64,
    /// Land whose 建蔽率 or 容積率 one edition alone leaves blank, m².
    pub blank_ratio_m2: f64,
}

/// Compares the zones of two editions of one area. `tolerance_m` is the mean width below which a piece is noise.
pub fn compare(before: &[&Zone], after: &[&Zone], towns: &[Town], tolerance_m: f64) -> Comparison {
    let mut comparison = Comparison {
        tolerance_m,
        plane: None,
        totals: Vec::new(),
        matrix: Vec::new(),
        changes: Vec::new(),
        noise: Noise::default(),
    };
    let Some(place) = before.iter().chain(after).find_map(|zone| place_of(zone)) else { return comparison };
    let plane = PlaneArea::at(place);
    let moved = shift(before, after, &plane);
    let undo = moved.map_or_else(Coord::zero, |s| Coord { x: -s.degrees.x, y: -s.degrees.y });
    let old = Chart::of(before, &plane, Coord::zero());
    let new = Chart::of(after, &plane, undo);
    let overlay = Overlay::of(&old, &new, &plane);
    comparison.plane = Some(plane.zone());
    comparison.totals = totals(&old, &new);
    comparison.matrix = matrix(&overlay);
    comparison.noise = Noise {
        shift: moved,
        overlaps_before_m2: old.overlaps_m2,
        overlaps_after_m2: new.overlaps_m2,
        blank_ratio_m2: overlay.m2.iter().filter(|(pair, _)| is_blank(pair)).map(|(_, m2)| m2).sum(),
        ..Noise::default()
    };
    for ((from, to), lands) in overlay.changed {
        let Some(kind) = change(from, to) else { continue };
        // Pieces that touch are one, however many zones they were cut from.
        for land in union_of(&lands) {
            let m2 = plane.m2(&MultiPolygon(vec![land.clone()]));
            let width = mean_width_m(&land, m2, &plane);
            if width < tolerance_m {
                comparison.noise.slivers += 1;
                comparison.noise.slivers_m2 += m2;
                comparison.noise.widest_m = comparison.noise.widest_m.max(width);
                continue;
            }
            let middle = land.centroid().map(Coord::from).unwrap_or_default();
            let piece = MultiPolygon(vec![land.clone()]);
            let towns = towns_of(&piece, m2, towns, &plane);
            comparison.changes.push(Change { kind, before: from, after: to, m2, towns, middle, land });
        }
    }
    comparison.changes.sort_by(|a, b| b.m2.total_cmp(&a.m2));
    comparison
}

fn place_of(zone: &Zone) -> Option<LonLat> {
    let middle = zone.geometry.bounding_rect()?.center();
    LonLat::new(middle.x, middle.y).ok()
}

fn totals(old: &Chart, new: &Chart) -> Vec<(UseDistrict, f64, f64)> {
    let of = |chart: &Chart, district| {
        let pieces = chart.pieces.iter().filter(|piece| piece.plan.district == district);
        pieces.map(|piece| piece.m2).sum::<f64>()
    };
    let there = |chart: &Chart, district| chart.pieces.iter().any(|piece| piece.plan.district == district);
    let districts = UseDistrict::ALL.iter().filter(|d| there(old, **d) || there(new, **d));
    districts.map(|d| (*d, of(old, *d), of(new, *d))).collect()
}

fn matrix(overlay: &Overlay) -> Vec<Flow> {
    let mut sums: BTreeMap<(Option<UseDistrict>, Option<UseDistrict>), f64> = BTreeMap::new();
    for ((before, after), m2) in &overlay.m2 {
        *sums.entry((before.map(|p| p.district), after.map(|p| p.district))).or_default() += m2;
    }
    sums.into_iter()
        .filter(|(_, m2)| m2.abs() >= 1e-6)
        .map(|((before, after), m2)| Flow { before, after, m2 })
        .collect()
}

fn is_blank((before, after): &Pair) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return false };
    let blank = |a: Option<u16>, b: Option<u16>| a.is_some() != b.is_some();
    before.district == after.district
        && (blank(before.coverage, after.coverage) || blank(before.floor_area, after.floor_area))
}

/// Twice the area by the length of the outline: the width of a long strip.
fn mean_width_m(land: &Polygon<f64>, m2: f64, plane: &PlaneArea) -> f64 {
    let length = |ring: &LineString<f64>| {
        let metres: Vec<Coord<f64>> = ring.coords().filter_map(|c| plane.metres(*c)).collect();
        metres.windows(2).map(|edge| (edge[1].x - edge[0].x).hypot(edge[1].y - edge[0].y)).sum::<f64>()
    };
    let outline = length(land.exterior()) + land.interiors().iter().map(length).sum::<f64>();
    if outline > 0.0 { 2.0 * m2 / outline } else { 0.0 }
}
