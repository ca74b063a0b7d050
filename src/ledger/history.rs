//! How much land of one use district was there in each edition, town by town?

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use geo::BoundingRect;
use geo_types::Coord;
use serde_json::{Value, json};

use super::chart::Chart;
use super::report::{cents, edition_json};
use super::towns::towns_of;
use crate::domain::{Edition, LonLat, Town, UseDistrict, Zone};
use crate::geo::PlaneArea;

/// One use district through the editions of an area, the earliest first.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    /// The use district.
    pub district: UseDistrict,
    /// Its land in each edition.
    pub editions: Vec<DistrictLand>,
}

/// The land of a use district in one edition. Land that several zones claim counts once.
#[derive(Debug, Clone, PartialEq)]
pub struct DistrictLand {
    /// The edition.
    pub edition: Edition,
    /// All of it, m².
    pub m2: f64,
    /// By town, m², towns in order of name; what lies in no town's area is in none.
    pub towns: BTreeMap<String, f64>,
}

/// The land of a use district in every edition, measured on the plane rectangular zone of the place.
pub fn history(district: UseDistrict, editions: &[(Edition, Vec<&Zone>)], towns: &[Town]) -> History {
    let mut lands: Vec<DistrictLand> =
        editions.iter().map(|(edition, zones)| land(district, edition, zones, towns)).collect();
    lands.sort_by(|a, b| {
        (a.edition.as_of, a.edition.imported_at).cmp(&(b.edition.as_of, b.edition.imported_at))
    });
    History { district, editions: lands }
}

fn land(district: UseDistrict, edition: &Edition, zones: &[&Zone], towns: &[Town]) -> DistrictLand {
    let mut land = DistrictLand { edition: edition.clone(), m2: 0.0, towns: BTreeMap::new() };
    let place = zones.iter().find_map(|zone| {
        let middle = zone.geometry.bounding_rect()?.center();
        LonLat::new(middle.x, middle.y).ok()
    });
    let Some(place) = place else { return land };
    let plane = PlaneArea::at(place);
    let chart = Chart::of(zones, &plane, Coord::zero());
    for piece in chart.pieces.iter().filter(|piece| piece.plan.district == district) {
        land.m2 += piece.m2;
        for share in towns_of(&piece.land, piece.m2, towns, &plane) {
            *land.towns.entry(share.town.to_string()).or_default() += share.m2;
        }
    }
    land
}

impl History {
    /// The history as programs read it: areas in m², to the hundredth; towns where there is at least 1 m².
    pub fn json(&self) -> Value {
        json!({
            "district": self.district.slug(),
            "editions": self.editions.iter().map(|land| {
                let mut told = edition_json(&land.edition);
                told["m2"] = cents(land.m2).into();
                told["towns"] = land.towns.iter().filter(|(_, m2)| **m2 >= 1.0).map(|(town, m2)| json!({
                    "town": town, "m2": cents(*m2),
                })).collect::<Vec<_>>().into();
                told
            }).collect::<Vec<_>>(),
        })
    }
}

impl fmt::Display for History {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} m2", self.district.short_ja())?;
        for land in &self.editions {
            write!(f, "\t{} {}", land.edition.name, land.edition.as_of)?;
        }
        write!(f, "\nall")?;
        for land in &self.editions {
            write!(f, "\t{:.0}", land.m2)?;
        }
        let towns: BTreeSet<&String> = self.editions.iter().flat_map(|land| land.towns.keys()).collect();
        for town in towns {
            write!(f, "\n{town}")?;
            for land in &self.editions {
                write!(f, "\t{:.0}", land.towns.get(town).copied().unwrap_or_default())?;
            }
        }
        writeln!(f)
    }
}

#[cfg(test)]
mod tests {
    use geo_types::{MultiPolygon, Polygon, polygon};
    use time::macros::{date, datetime};

    use super::*;
    use crate::domain::{DistrictScheme, EditionId, Percent, PublishedDistrict, TownId, ZoneId};

    fn edition(number: u64, as_of: time::Date) -> Edition {
        Edition {
            id: EditionId::from_bits(number).unwrap(),
            name: format!("第{number}版"),
            area: "13112".to_owned(),
            source: "区".to_owned(),
            licence: "CC BY 4.0".to_owned(),
            as_of,
            imported_at: datetime!(2026-11-28 00:00 UTC),
            checksum: String::new(),
        }
    }

    /// A strip from west to east, in thousandths of a degree.
    fn strip(from: f64, to: f64) -> Polygon<f64> {
        let (west, east) = (139.65 + from / 1000.0, 139.65 + to / 1000.0);
        polygon![(x: west, y: 35.64), (x: east, y: 35.64), (x: east, y: 35.641), (x: west, y: 35.641)]
    }

    fn zone(number: u64, code: i64, from: f64, to: f64) -> Zone {
        Zone {
            id: ZoneId::from_bits(number).unwrap(),
            edition: EditionId::from_bits(1).unwrap(),
            published: PublishedDistrict::from_code(DistrictScheme::A29, code).unwrap(),
            coverage: Some(Percent::coverage(60.0).unwrap()),
            floor_area: None,
            fire: None,
            district_plan: None,
            geometry: MultiPolygon(vec![strip(from, to)]),
        }
    }

    fn town(number: u64, name: &str, from: f64, to: f64) -> Town {
        Town {
            id: TownId::from_bits(number).unwrap(),
            source_key: None,
            municipality: "世田谷区".to_owned(),
            name: name.parse().unwrap(),
            kana: None,
            centre: LonLat::new(139.65, 35.64).unwrap(),
            area: Some(MultiPolygon(vec![strip(from, to)])),
            population: None,
            households: None,
        }
    }

    #[test]
    fn land_is_told_by_edition_and_town_the_earliest_edition_first() {
        let (old, more, new) = (zone(1, 10, 0.0, 4.0), zone(2, 10, 3.0, 6.0), zone(1, 10, 0.0, 3.0));
        let towns = [town(1, "池尻一丁目", 0.0, 2.0), town(2, "池尻二丁目", 2.0, 9.0)];
        let editions = [
            (edition(2, date!(2025 - 04 - 01)), vec![&new]),
            (edition(1, date!(2011 - 04 - 01)), vec![&old, &more]),
        ];
        let found = history(UseDistrict::QuasiIndustrial, &editions, &towns);

        let cell = found.editions[1].m2 / 3.0;
        let cells = |m2: f64| (m2 / cell * 1000.0).round() / 1000.0;
        let told: Vec<_> =
            found.editions.iter().map(|land| (land.edition.as_of.year(), cells(land.m2))).collect();
        assert_eq!(told, [(2011, 6.0), (2025, 3.0)], "land that two zones claim counts once");
        let by_town: Vec<f64> = found.editions[0].towns.values().copied().map(cells).collect();
        assert_eq!(by_town, [2.0, 4.0]);
    }
}
