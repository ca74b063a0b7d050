//! How is the land used, survey by survey? Designation alone can look preserved while factories turn into flats.
//!
//! A survey's lots are taken where their middle lies in the perimeter: the land of one use district in one edition, the
//! same for all surveys, so that they can be compared. The metrics are M1 to M5 of the ward's figures.

use std::collections::BTreeMap;

use geo::{BoundingRect, InteriorPoint, Intersects};
use geo_types::{MultiPolygon, Point};

use super::conversion::{Conversions, conversions};
use super::mixing::{Clusters, Near, clusters, near};
use crate::domain::{Edition, LandUse, LonLat, Lot, Town, UseDistrict, Zone};
use crate::geo::PlaneArea;

/// Sites of this size are subject to the ward's guideline where several dwellings are built
/// (世田谷区準工業地域における工業用地保全及び共同住宅等の建築に関する指導基準).
pub const GUIDELINE_SITE_M2: f64 = 280.0;
/// Flats of this floor area are.
pub const GUIDELINE_FLOOR_M2: f64 = 300.0;

/// The land whose use is told.
#[derive(Debug, Clone)]
pub struct Perimeter<'a> {
    /// The edition that draws it.
    pub edition: &'a Edition,
    /// The use district.
    pub district: UseDistrict,
    /// The zones of the edition.
    pub zones: Vec<&'a Zone>,
}

/// The use of land, survey by survey.
#[derive(Debug, Clone, PartialEq)]
pub struct LandUses {
    /// The edition and use district within which; `None` for all that was surveyed.
    pub within: Option<(Edition, UseDistrict)>,
    /// The surveys, the earliest first.
    pub surveys: Vec<SurveyFigures>,
    /// What became of the lots between one survey and the next.
    pub conversions: Vec<Conversions>,
}

/// What one survey found.
#[derive(Debug, Clone, PartialEq)]
pub struct SurveyFigures {
    /// The survey.
    pub survey: Edition,
    /// Lots and m² by use.
    pub uses: BTreeMap<LandUse, Count>,
    /// By town: industrial m², and m² of all building land.
    pub towns: BTreeMap<String, (f64, f64)>,
    /// Dwellings near factories, for each distance.
    pub near: Vec<Near>,
    /// Industrial lots that hang together.
    pub clusters: Clusters,
    /// Industrial lots large enough to be subject to the guideline if dwellings came.
    pub at_risk: Count,
}

/// How many, and how large together.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Count {
    /// Lots.
    pub lots: usize,
    /// Square metres.
    pub m2: f64,
}

impl Count {
    pub(super) fn add(&mut self, m2: f64) {
        self.lots += 1;
        self.m2 += m2;
    }
}

impl SurveyFigures {
    /// Square metres of the lots whose use is such.
    pub fn m2(&self, such: impl Fn(LandUse) -> bool) -> f64 {
        self.uses.iter().filter(|(used, _)| such(**used)).map(|(_, count)| count.m2).sum()
    }

    /// The industrial share of the building land, 0 to 1 (M1).
    pub fn industrial_share(&self) -> f64 {
        let land = self.m2(|used| !used.is_open());
        if land > 0.0 { self.m2(LandUse::is_industrial) / land } else { 0.0 }
    }
}

/// A lot within the perimeter, measured.
#[derive(Debug)]
pub(super) struct Measured<'a> {
    pub lot: &'a Lot,
    pub m2: f64,
    pub town: Option<String>,
    /// The outline in metres on the plane of the place.
    pub plane: MultiPolygon<f64>,
    /// Most floor area over site area that the zone allows, in percent.
    pub far_percent: Option<f64>,
}

/// The use of the land by surveys, each with its lots.
pub fn land_uses(
    surveys: &[(&Edition, Vec<&Lot>)],
    within: Option<&Perimeter<'_>>,
    towns: &[Town],
) -> LandUses {
    let mut surveys: Vec<_> = surveys.iter().collect();
    surveys.sort_by_key(|(survey, _)| (survey.as_of, survey.imported_at));
    let measured: Vec<(&Edition, Vec<Measured<'_>>)> =
        surveys.iter().map(|(survey, lots)| (*survey, measure(lots, within, towns))).collect();
    LandUses {
        within: within.map(|of| (of.edition.clone(), of.district)),
        surveys: measured.iter().map(|(survey, lots)| figures(survey, lots)).collect(),
        conversions: measured.windows(2).map(|pair| conversions(&pair[0], &pair[1])).collect(),
    }
}

fn figures(survey: &Edition, lots: &[Measured<'_>]) -> SurveyFigures {
    let mut uses: BTreeMap<LandUse, Count> = BTreeMap::new();
    let mut by_town: BTreeMap<String, (f64, f64)> = BTreeMap::new();
    let mut at_risk = Count::default();
    for lot in lots {
        uses.entry(lot.lot.used).or_default().add(lot.m2);
        let industrial = lot.lot.used.is_industrial();
        if let Some(town) = lot.town.as_ref().filter(|_| !lot.lot.used.is_open()) {
            let (of_industry, all) = by_town.entry(town.clone()).or_default();
            *all += lot.m2;
            *of_industry += if industrial { lot.m2 } else { 0.0 };
        }
        let floor = lot.far_percent.map_or(0.0, |percent| lot.m2 * percent / 100.0);
        if industrial && (lot.m2 >= GUIDELINE_SITE_M2 || floor >= GUIDELINE_FLOOR_M2) {
            at_risk.add(lot.m2);
        }
    }
    let (near, clusters) = (near(lots), clusters(lots));
    SurveyFigures { survey: survey.clone(), uses, towns: by_town, near, clusters, at_risk }
}

fn measure<'a>(lots: &[&'a Lot], within: Option<&Perimeter<'_>>, towns: &[Town]) -> Vec<Measured<'a>> {
    let place = lots.iter().find_map(|lot| {
        let middle = lot.geometry.bounding_rect()?.center();
        LonLat::new(middle.x, middle.y).ok()
    });
    let Some(plane) = place.map(PlaneArea::at) else { return Vec::new() };
    let zones: Vec<_> = within
        .iter()
        .flat_map(|of| of.zones.iter().filter(|zone| zone.district() == of.district))
        .filter_map(|zone| Some((zone.geometry.bounding_rect()?, *zone)))
        .collect();
    let towns: Vec<_> = towns
        .iter()
        .filter_map(|town| Some((town.area.as_ref()?.bounding_rect()?, town, town.area.as_ref()?)))
        .collect();
    let measured = |lot: &&'a Lot| {
        let middle: Point<f64> = lot.geometry.interior_point()?;
        let zone =
            zones.iter().find(|(box_, zone)| box_.intersects(&middle) && zone.geometry.intersects(&middle));
        if within.is_some() && zone.is_none() {
            return None;
        }
        let town = towns.iter().find(|(box_, _, area)| box_.intersects(&middle) && area.intersects(&middle));
        Some(Measured {
            lot,
            m2: plane.m2(&lot.geometry),
            town: town.map(|(_, town, _)| town.name.to_string()),
            plane: on_plane(&lot.geometry, &plane),
            far_percent: zone.and_then(|(_, zone)| zone.floor_area).map(|far| f64::from(far.percent())),
        })
    };
    lots.iter().filter_map(measured).collect()
}

/// The outline in metres; what lies off the plane is left out.
fn on_plane(land: &MultiPolygon<f64>, plane: &PlaneArea) -> MultiPolygon<f64> {
    use geo::MapCoords as _;
    let origin = geo_types::Coord::zero();
    land.map_coords(|degrees| plane.metres(degrees).unwrap_or(origin))
}

#[cfg(test)]
mod tests {
    use geo_types::polygon;
    use time::macros::{date, datetime};

    use super::*;
    use crate::domain::EditionId;

    fn survey(number: u64, as_of: time::Date) -> Edition {
        Edition {
            id: EditionId::from_bits(number).unwrap(),
            name: format!("調査{number}"),
            area: "13112".to_owned(),
            source: "区".to_owned(),
            licence: "CC0-1.0".to_owned(),
            as_of,
            imported_at: datetime!(2026-11-28 00:00 UTC),
            checksum: String::new(),
        }
    }

    /// A lot of 20 m by 20 m whose west side is so many metres east of a corner, nearly.
    fn lot(key: &str, used: LandUse, east_m: f64, built: Option<u16>) -> Lot {
        // Metres on a plane with the scale of zone IX near the place.
        let (x, y) = (|m: f64| 139.65 + m / 90_560.0, |m: f64| 35.64 + m / 110_940.0);
        let (west, east) = (x(east_m), x(east_m + 20.0));
        let ring = polygon![(x: west, y: y(0.0)), (x: east, y: y(0.0)), (x: east, y: y(20.0)), (x: west, y: y(20.0))];
        let key = (!key.is_empty()).then(|| key.to_owned());
        Lot { survey: EditionId::from_bits(1).unwrap(), key, used, built, geometry: MultiPolygon(vec![ring]) }
    }

    fn told(surveys: &[(Edition, Vec<Lot>)]) -> LandUses {
        let surveys: Vec<(&Edition, Vec<&Lot>)> =
            surveys.iter().map(|(survey, lots)| (survey, lots.iter().collect())).collect();
        land_uses(&surveys, None, &[])
    }

    #[test]
    fn the_industrial_share_is_of_building_land_parks_and_roads_left_out() {
        let lots = vec![
            lot("1", LandUse::Factory, 0.0, None),
            lot("2", LandUse::Warehouse, 30.0, None),
            lot("3", LandUse::Apartment, 60.0, None),
            lot("4", LandUse::Vacant, 90.0, None),
            lot("5", LandUse::Open, 120.0, None),
        ];
        let found = told(&[(survey(1, date!(2018 - 10 - 01)), lots)]);
        assert!((found.surveys[0].industrial_share() - 0.5).abs() < 1e-6);
        assert!((found.surveys[0].m2(|_| true) / 5.0 - 400.0).abs() < 2.0);
        assert_eq!(found.surveys[0].at_risk.lots, 2, "sites of 400 m² are subject to the guideline");
        assert!(told(&[]).surveys.is_empty());
    }

    #[test]
    fn dwellings_are_counted_by_how_near_a_factory_is_and_whether_they_came_later() {
        let lots = vec![
            lot("f", LandUse::Factory, 0.0, Some(1970)),
            lot("a", LandUse::Apartment, 25.0, Some(1960)),
            lot("d", LandUse::Detached, 45.0, Some(2015)),
            lot("g", LandUse::Detached, 200.0, Some(2015)),
            lot("w", LandUse::FactoryWithDwelling, 195.0, None),
        ];
        let found = told(&[(survey(1, date!(2018 - 10 - 01)), lots)]);
        let near: Vec<_> = found.surveys[0]
            .near
            .iter()
            .map(|near| (near.within_m, near.factories, near.dwellings, near.newer_dwellings))
            .collect();
        // One touches the workshop, which tells no year; one is 5 m from the factory, one 25 m.
        assert_eq!(near, [(10, 2, 2, 0), (20, 2, 2, 0), (30, 2, 3, 1), (50, 2, 3, 1)]);
    }

    #[test]
    fn industry_hangs_together_over_fifty_metres_and_no_more() {
        let at = |east: f64, used| lot("", used, east, None);
        let lots = vec![
            at(0.0, LandUse::Factory),
            at(69.0, LandUse::Warehouse),
            at(138.0, LandUse::FactoryWithDwelling),
            at(210.0, LandUse::Factory),
            at(230.0, LandUse::Shop),
        ];
        let found = told(&[(survey(1, date!(2018 - 10 - 01)), lots)]);
        let clusters = &found.surveys[0].clusters;
        assert_eq!((clusters.clusters, clusters.largest.lots, clusters.isolated), (1, 3, 1));
    }

    #[test]
    fn a_change_of_code_is_told_apart_from_land_that_was_built_on_anew() {
        let before = vec![
            lot("1", LandUse::Factory, 0.0, Some(1970)),
            lot("2", LandUse::Factory, 30.0, Some(1970)),
            lot("3", LandUse::Shop, 60.0, None),
            lot("", LandUse::Factory, 90.0, None),
        ];
        let after = vec![
            lot("1", LandUse::Apartment, 0.0, Some(2020)),
            lot("2", LandUse::Office, 30.0, Some(1970)),
            lot("3", LandUse::Factory, 60.0, None),
            lot("9", LandUse::Detached, 90.0, Some(2022)),
        ];
        // Whichever comes first: surveys are told in the order of their dates.
        let found =
            told(&[(survey(2, date!(2024 - 10 - 01)), after), (survey(1, date!(2018 - 10 - 01)), before)]);
        let [between] = found.conversions.as_slice() else { panic!("{} pairs", found.conversions.len()) };
        let rebuilt: Vec<_> = between.changed.iter().map(|lot| (lot.key.as_str(), lot.rebuilt)).collect();
        assert_eq!(rebuilt.len(), 3);
        assert!(rebuilt.contains(&("1", true)) && rebuilt.contains(&("2", false)));
        let (lost, won) = between.industry();
        assert_eq!((lost.lots, won.lots, between.not_followed.lots), (2, 1, 1));
        let followed: f64 = between.matrix.values().map(|count| count.m2).sum();
        assert!((followed + between.not_followed.m2 - found.surveys[0].m2(|_| true)).abs() < 1e-6);
    }
}
