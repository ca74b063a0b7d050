//! Answers "what lies around this place?" for a listing: its zones and their edge, the nearest
//! street and station, its town and its public place.
//!
//! Distances are straight lines in metres, never walks; the nearest station is nearest on foot.

use std::sync::Arc;

use geo_types::Coord;
use smallvec::SmallVec;

use super::layer_index::{AreaIndex, StationIndex, StreetIndex, TownIndex};
use super::nearest::{box_within, nearest_shapes};
use super::outline;
use super::row::{Around, LayerSlot, Near, NearStation, OtherDistricts};
use super::walks::Walks;
use super::zones::{ZoneEntry, ZoneIndex};
use crate::domain::{
    LonLat, LonLatBox, PinPrecision, ShoppingStreet, SpecialArea, StreetShape, Town, UseDistrict,
};
use crate::geo::{LocalPlane, distance_m};
use crate::law::NEAR_M;

/// A town published as a point only is taken for the town of places within this distance.
pub const TOWN_REACH_M: f64 = 3_000.0;
/// Cells per degree of the grid that stands in where a town-only listing has no town: about 1 km.
const CELLS_PER_DEGREE: f64 = 100.0;

/// The layers around listings.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layers<'a> {
    pub(crate) zones: &'a ZoneIndex,
    pub(crate) streets: &'a StreetIndex,
    pub(crate) stations: &'a StationIndex,
    pub(crate) towns: &'a TownIndex,
    pub(crate) areas: &'a AreaIndex,
    pub(crate) walks: &'a Walks,
}

impl<'a> Layers<'a> {
    /// The public place of a listing, its town and what is around it, measured from there.
    pub(crate) fn around(self, place: LonLat, pin: PinPrecision) -> (LonLat, Around) {
        let town = self.town_at(place);
        let public = match pin {
            PinPrecision::Exact => place,
            PinPrecision::Town => town.map_or_else(|| cell_centre(place), |at| self.towns.at(at).centre),
        };
        let zones: SmallVec<[u32; 2]> = self.zones.slots_touching(public);
        let first = zones.first().map(|at| self.zones.at(*at));
        // From the middle of a town nobody walks: what is shown there is an estimate.
        let foothold = match pin {
            PinPrecision::Exact => self.walks.foothold(public),
            PinPrecision::Town => None,
        };
        let station = self.walks.stations(self.stations, public, foothold).into_iter().next();
        let around = Around {
            districts: zones.iter().map(|at| self.zones.at(*at).district()).collect(),
            district: first.map(ZoneEntry::district),
            zone_edge_m: first.and_then(|z| z.nearest_edge(public)).map(|(_, metres)| metres as f32),
            others: self.other_districts(public, first.map(ZoneEntry::district)),
            zones,
            street: self.nearest_street(public).map(near),
            station: station.map(NearStation::from),
            foothold,
            town: town.map(LayerSlot::new),
            areas: self.area_names(public),
        };
        (public, around)
    }

    /// The areas that hold a place, edges included, lowest id first.
    pub(crate) fn areas_at(self, place: LonLat) -> Vec<&'a SpecialArea> {
        let Some(point) = LonLatBox::around([place.into()]) else { return Vec::new() };
        let holds = |area: &&SpecialArea| outline::touches_shape(&area.geometry, place.into());
        let mut found: Vec<&SpecialArea> = self.areas.in_box(point).filter(holds).collect();
        found.sort_by_key(|area| area.id);
        found
    }

    /// Most places lie in none, and keep nothing.
    fn area_names(self, place: LonLat) -> Option<Arc<[String]>> {
        let names: Vec<String> = self.areas_at(place).into_iter().map(|area| area.name.clone()).collect();
        (!names.is_empty()).then(|| names.into())
    }

    fn other_districts(self, place: LonLat, own: Option<UseDistrict>) -> OtherDistricts {
        let near = self.zones.other_districts(place, own, NEAR_M);
        OtherDistricts {
            districts: near.iter().map(|(district, _)| *district).collect(),
            nearest_cm: near.first().map_or(0, |(_, metres)| (metres * 100.0).round() as u16),
        }
    }

    /// Slot and metres of the nearest street; 0 inside a street's area.
    pub(crate) fn nearest_street(self, place: LonLat) -> Option<(u32, f64)> {
        nearest_shapes(self.streets.tree(), place, |at| street_m(self.streets.at(at), place)).next()
    }

    /// Slot of the town whose area holds the place (the lower id on a shared edge), else of the
    /// nearest centre among towns without an area, up to [`TOWN_REACH_M`].
    pub(crate) fn town_at(self, place: LonLat) -> Option<u32> {
        let point = LonLatBox::around([place.into()])?;
        let holds =
            |town: &Town| town.area.as_ref().is_some_and(|area| outline::touches_shape(area, place.into()));
        let within = self.towns.slots_in_box(point).filter(|at| holds(self.towns.at(*at))).min();
        within.or_else(|| {
            let reach = box_within(place, TOWN_REACH_M);
            let points = self.towns.slots_in_box(reach).filter(|at| self.towns.at(*at).area.is_none());
            points
                .map(|at| (distance_m(place, self.towns.at(at).centre), at))
                .filter(|(metres, _)| *metres <= TOWN_REACH_M)
                .min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))
                .map(|(_, at)| at)
        })
    }
}

fn near((slot, metres): (u32, f64)) -> Near {
    Near { slot: LayerSlot::new(slot), metres: metres as f32 }
}

/// Metres from a place to a street in a straight line; 0 inside its area.
pub(crate) fn street_m(street: &ShoppingStreet, place: LonLat) -> f64 {
    let plane = LocalPlane::at(place);
    let nearest = match &street.shape {
        StreetShape::Line(lines) => lines
            .0
            .iter()
            .filter_map(|line| outline::nearest_on(&plane, line.lines()))
            .reduce(|best, next| if next.1 < best.1 { next } else { best }),
        StreetShape::Area(areas) if outline::touches_shape(areas, place.into()) => {
            Some((Coord { x: 0.0, y: 0.0 }, 0.0))
        }
        StreetShape::Area(areas) => outline::nearest_on_rings(&plane, areas),
    };
    nearest.map_or(f64::INFINITY, |(_, metres)| metres)
}

/// The centre of the cell of about 1 km that holds a place.
fn cell_centre(place: LonLat) -> LonLat {
    let centre = |degrees: f64| ((degrees * CELLS_PER_DEGREE).floor() + 0.5) / CELLS_PER_DEGREE;
    let inside = |degrees: f64, limit: f64| centre(degrees).clamp(-limit, limit);
    LonLat::new(inside(place.lon(), 180.0), inside(place.lat(), 90.0)).unwrap_or(place)
}
