//! How many zones and hectares of each district were taken.

use std::collections::BTreeMap;

use super::report::DistrictTotal;
use crate::domain::{LonLat, UseDistrict, Zone};
use crate::geo::PlaneArea;

const M2_PER_HECTARE: f64 = 10_000.0;

/// The totals in the order of the act, measured on the plane rectangular zone of each place.
pub(super) fn district_totals(zones: &[Zone]) -> Vec<DistrictTotal> {
    let mut planes: BTreeMap<u8, PlaneArea> = BTreeMap::new();
    let mut totals: BTreeMap<UseDistrict, (usize, f64)> = BTreeMap::new();
    for zone in zones {
        let first = zone.geometry.iter().next().and_then(|p| p.exterior().0.first());
        let Some(place) = first.and_then(|c| LonLat::try_from(*c).ok()) else { continue };
        let number = crate::geo::PlaneZone::at(place).number();
        let plane = planes.entry(number).or_insert_with(|| PlaneArea::at(place));
        let total = totals.entry(zone.district()).or_default();
        total.0 += 1;
        total.1 += plane.m2(&zone.geometry);
    }
    let order = UseDistrict::ALL.iter().filter_map(|d| Some((d, totals.get(d)?)));
    order
        .map(|(district, (zones, m2))| DistrictTotal {
            district: district.slug(),
            name: district.name_ja(),
            zones: *zones,
            hectares: m2 / M2_PER_HECTARE,
        })
        .collect()
}
