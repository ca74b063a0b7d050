//! From zones, streets, stations, towns and the city as a whole to bodies.

use super::super::city::{CityBody, Counts};
use super::super::geometry::Geometry;
use super::super::place::{Bounds, EditionName, MunicipalityName, Place, PlaceAt};
use super::super::street::{KindCount, StationBody, StreetBody, StreetSummary, TownBody};
use super::super::walk::RoadSource;
use super::super::zone::{DistrictShare, EditionBody, Published, ZoneAt, ZoneBody, ZoneEdgeBody, ZoneName};
use super::listings::{covering_zone, metres, nearby_station, nearby_street, town_name};
use crate::city::{City, Mapped, ZoneEntry};
use crate::domain::{LonLat, LonLatBox, Percent, ShoppingStreet, Station, StreetShape, Town};
use crate::http::settings::Settings;
use crate::query::{self, PlaceAnswer, ZoneAnswer, city_summary};
use crate::tile::LayerName;

/// The zoning at a place.
pub fn zone_at<'a>(answer: &ZoneAnswer<'a>, place: LonLat, around_m: f64) -> ZoneAt<'a> {
    ZoneAt {
        place: place.into(),
        zones: answer.zones.iter().map(|zone| covering_zone(zone, place)).collect(),
        edge: answer.edge.as_ref().map(|edge| ZoneEdgeBody {
            at: edge.at.into(),
            metres: metres(edge.metres),
            beyond: edge.beyond.iter().map(|zone| zone_name(zone)).collect(),
        }),
        around_m,
        surroundings: answer
            .shares
            .iter()
            .map(|part| DistrictShare {
                district: part.district.map(Into::into),
                share: (part.share * 1e4).round() / 1e4,
            })
            .collect(),
    }
}

fn zone_name(entry: &ZoneEntry) -> ZoneName {
    let zone = entry.zone();
    ZoneName {
        id: zone.id.into(),
        district: zone.district().into(),
        bcr_percent: zone.coverage.map(Percent::percent),
        far_percent: zone.floor_area.map(Percent::percent),
    }
}

/// One zone, of any edition.
pub fn zone<'a>(city: &'a City, entry: &'a ZoneEntry) -> Option<ZoneBody<'a>> {
    let zone = entry.zone();
    let edition = city.editions().iter().find(|edition| edition.id == zone.edition);
    let coords = zone.geometry.iter().flat_map(|p| p.exterior().coords().copied());
    Some(ZoneBody {
        id: zone.id.into(),
        edition: edition.map(|e| EditionName { id: e.id.into(), name: &e.name, as_of: e.as_of.into() }),
        district: zone.district().into(),
        published: Published::from(&zone.published),
        bcr_percent: zone.coverage.map(Percent::percent),
        far_percent: zone.floor_area.map(Percent::percent),
        fire: zone.fire.map(Into::into),
        district_plan: zone.district_plan.as_deref(),
        bounds: LonLatBox::around(coords)?.into(),
        geometry: Geometry::from(&zone.geometry),
    })
}

/// Every edition, the latest date first.
pub fn editions(city: &City) -> Vec<EditionBody<'_>> {
    let current = city.zone_layer().current_editions();
    let mut editions: Vec<_> = city.editions().iter().collect();
    editions.sort_by_key(|e| std::cmp::Reverse((e.as_of, e.imported_at, e.id)));
    editions.into_iter().map(|e| EditionBody::new(e, current.contains(&e.id))).collect()
}

/// A street in a list.
pub fn street_summary<'a>(city: &City, street: &'a ShoppingStreet) -> Option<StreetSummary<'a>> {
    let summary = query::street_summary(city, street.id)?;
    Some(StreetSummary {
        id: street.id.into(),
        name: &street.name,
        kana: street.kana.as_deref(),
        association: street.association.as_deref(),
        shops: street.shops,
        listings: summary.available,
        bounds: street.bounds()?.into(),
        synthetic: street.synthetic,
    })
}

/// A street and how it does.
pub fn street<'a>(summary: &query::StreetSummary<'a>) -> Option<StreetBody<'a>> {
    let street = summary.street;
    let yen = |per_tsubo: f64| per_tsubo.round() as u64;
    Some(StreetBody {
        id: street.id.into(),
        name: &street.name,
        kana: street.kana.as_deref(),
        association: street.association.as_deref(),
        shops: street.shops,
        listings: summary.available,
        vacant: summary.vacant,
        vacancy_rate: summary.vacancy_rate.map(|rate| (rate * 1e4).round() / 1e4),
        by_kind: kinds(&summary.by_kind),
        rent_per_tsubo_median_yen: summary.rent_per_tsubo_median.map(yen),
        rent_per_tsubo_lowest_yen: summary.rent_per_tsubo_range.map(|(lowest, _)| yen(lowest)),
        rent_per_tsubo_highest_yen: summary.rent_per_tsubo_range.map(|(_, highest)| yen(highest)),
        bounds: street.bounds()?.into(),
        geometry: match &street.shape {
            StreetShape::Line(lines) => Geometry::from(lines),
            StreetShape::Area(areas) => Geometry::from(areas),
        },
        synthetic: street.synthetic,
    })
}

pub(super) fn kinds(counts: &[query::KindCount]) -> Vec<KindCount> {
    counts.iter().map(|k| KindCount { kind: k.kind.into(), count: k.count }).collect()
}

/// A station.
pub fn station(station: &Station) -> StationBody<'_> {
    StationBody {
        id: station.id.into(),
        name: &station.name,
        kana: station.kana.as_deref(),
        lines: station.lines.iter().map(|line| line.name.as_str()).collect(),
        place: station.place.into(),
    }
}

/// A town.
pub fn town(town: &Town) -> TownBody<'_> {
    let coords = town.area.iter().flatten().flat_map(|p| p.exterior().coords().copied());
    TownBody {
        id: town.id.into(),
        municipality: &town.municipality,
        name: town.name.to_string(),
        kana: town.kana.as_deref(),
        centre: town.centre.into(),
        bounds: LonLatBox::around(coords).map(Bounds::from),
        population: town.population,
        households: town.households,
    }
}

/// What is at a place.
pub fn place_at<'a>(answer: &PlaceAnswer<'a>, place: LonLat) -> PlaceAt<'a> {
    PlaceAt {
        place: place.into(),
        zones: answer.zones.iter().map(|zone| covering_zone(zone, place)).collect(),
        street: answer.street.map(|(street, away)| nearby_street(street, away)),
        station: answer.station.map(nearby_station),
        town: answer.town.map(town_name),
        municipality: answer.boundary.map(|b| MunicipalityName { code: &b.code, name: &b.name }),
    }
}

/// The city as a whole.
pub fn city<'a>(city: &'a City, settings: &'a Settings) -> CityBody<'a> {
    let summary = city_summary(city);
    let centre = summary
        .bounds
        .map(|b| Place { lon: f64::midpoint(b.west(), b.east()), lat: f64::midpoint(b.south(), b.north()) });
    CityBody {
        name: summary.name,
        bounds: summary.bounds.map(Into::into),
        centre,
        synthetic: summary.synthetic,
        counts: Counts {
            listings: summary.listings,
            zones: summary.zones,
            streets: summary.streets,
            stations: summary.stations,
            towns: summary.towns,
        },
        listings_by_kind: kinds(&summary.listings_by_kind),
        editions: editions(city),
        roads: city.walks().networks().iter().map(RoadSource::from).collect(),
        layers: LayerName::ALL.iter().map(|layer| layer.slug()).collect(),
        seq: summary.seq.0,
        basemaps: &settings.basemaps,
    }
}
