//! Answers "which use district is this, how near is its edge, and what lies around?".
//!
//! Near an edge the majority of the site decides (Building Standards Act, art. 91), which a point
//! cannot know; so the answer says how far the edge is, what lies beyond it, and which share of the
//! surroundings each district has.

use std::collections::BTreeMap;

use super::circle::circle_overlap_m2;
use crate::city::{City, ZoneEntry, box_within};
use crate::domain::{LonLat, UseDistrict};
use crate::geo::LocalPlane;

/// How far beyond the edge the next zone is looked for, metres: gaps between drawn zones are smaller.
const BEYOND_M: f64 = 0.5;

/// The edge nearest to a place.
#[derive(Debug, Clone)]
pub struct ZoneEdge<'a> {
    /// The nearest point of it.
    pub at: LonLat,
    /// Metres to it in a straight line.
    pub metres: f64,
    /// The zones half a metre beyond it, lowest id first; none where zoned land ends.
    pub beyond: Vec<&'a ZoneEntry>,
}

/// A district's part of the surroundings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ZoneShare {
    /// The district; `None` is land no zone covers.
    pub district: Option<UseDistrict>,
    /// Its part of the circle by area, 0 to 1.
    pub share: f64,
}

/// The zoning at a place.
#[derive(Debug, Clone)]
pub struct ZoneAnswer<'a> {
    /// The current zones that touch the place, lowest id first.
    pub zones: Vec<&'a ZoneEntry>,
    /// The nearest edge of the first of them; outside all zones, of the nearest zone.
    pub edge: Option<ZoneEdge<'a>>,
    /// Shares of the circle asked for, the largest first. Where zones overlap they add up to more than 1.
    pub shares: Vec<ZoneShare>,
}

/// The zoning at a place, and within `around_m` metres of it where that is asked.
pub fn zone_at(city: &City, place: LonLat, around_m: Option<f64>) -> ZoneAnswer<'_> {
    let zones = city.zones().touching(place);
    let edge = edge(city, place, zones.first().copied());
    let shares = around_m.filter(|r| *r > 0.0).map_or_else(Vec::new, |r| shares(city, place, r));
    ZoneAnswer { zones, edge, shares }
}

fn edge<'a>(city: &'a City, place: LonLat, own: Option<&'a ZoneEntry>) -> Option<ZoneEdge<'a>> {
    let Some(own) = own else {
        let (zone, at, metres) = city.zones().nearest(place)?;
        return Some(ZoneEdge { at, metres, beyond: vec![zone] });
    };
    let (at, metres) = own.nearest_edge(place)?;
    let plane = LocalPlane::at(place);
    let to_edge = plane.metres(at.into());
    let mut beyond: Vec<&ZoneEntry> = steps_beyond(to_edge)
        .into_iter()
        .filter_map(|(east, north)| {
            let step = geo_types::Coord { x: to_edge.x + east * BEYOND_M, y: to_edge.y + north * BEYOND_M };
            LonLat::try_from(plane.degrees(step)).ok()
        })
        .flat_map(|step| city.zones().touching(step))
        .filter(|zone| zone.id() != own.id())
        .collect();
    beyond.sort_by_key(|zone| zone.id());
    beyond.dedup_by_key(|zone| zone.id());
    Some(ZoneEdge { at, metres, beyond })
}

/// Directions (east, north; length 1) in which to look beyond the edge: onwards, or from a place on
/// the edge itself, all around.
fn steps_beyond(to_edge: geo_types::Coord<f64>) -> Vec<(f64, f64)> {
    let length = to_edge.x.hypot(to_edge.y);
    if length > 1e-3 {
        return vec![(to_edge.x / length, to_edge.y / length)];
    }
    let eighth = |i: u32| (f64::from(i) * std::f64::consts::FRAC_PI_4).sin_cos();
    (0..8).map(eighth).collect()
}

fn shares(city: &City, place: LonLat, radius_m: f64) -> Vec<ZoneShare> {
    let plane = LocalPlane::at(place);
    let circle_m2 = std::f64::consts::PI * radius_m * radius_m;
    let mut m2: BTreeMap<UseDistrict, f64> = BTreeMap::new();
    for zone in city.zones().in_box(box_within(place, radius_m * 1.01)) {
        let overlap = circle_overlap_m2(&plane, &zone.zone().geometry, radius_m);
        if overlap > circle_m2 * 1e-9 {
            *m2.entry(zone.district()).or_default() += overlap;
        }
    }
    let covered: f64 = m2.values().sum();
    let bare = (circle_m2 - covered) / circle_m2;
    let mut shares: Vec<ZoneShare> = m2
        .into_iter()
        .map(|(district, m2)| ZoneShare { district: Some(district), share: m2 / circle_m2 })
        .chain((bare > 1e-6).then_some(ZoneShare { district: None, share: bare }))
        .collect();
    shares.sort_by(|a, b| b.share.total_cmp(&a.share));
    shares
}
