//! Answers "where in the city may this use open?": how much land, how many listings, which streets.
//!
//! Land is judged by its district alone; a strip along a boundary, where a site may straddle two,
//! counts for the district it lies in. Listings are judged as in a search.

use rustc_hash::FxHashMap;

use super::facets::VerdictCounts;
use crate::city::{City, LawFilter, ListingRow};
use crate::domain::{ShoppingStreet, StreetId, UseDistrict};
use crate::law::Verdict;

const M2_PER_HECTARE: f64 = 10_000.0;

/// A district's part in the answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DistrictUse {
    /// The district.
    pub district: UseDistrict,
    /// What the law says there of the use.
    pub verdict: Verdict,
    /// Its land in hectares.
    pub hectares: f64,
    /// Listings in it, whatever is said of them.
    pub listings: usize,
}

/// Listings along a shopping street.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StreetUse<'a> {
    /// The street.
    pub street: &'a ShoppingStreet,
    /// Listings along it, by what is said of them.
    pub listings: VerdictCounts,
}

/// Where a use may open.
#[derive(Debug, Clone, PartialEq)]
pub struct UseSummary<'a> {
    /// Districts that have land or listings, in the order of the act.
    pub districts: Vec<DistrictUse>,
    /// All listings, by what is said of them.
    pub listings: VerdictCounts,
    /// Streets with listings that are permitted or may be, the most permitted first; then by id.
    pub streets: Vec<StreetUse<'a>>,
}

impl UseSummary<'_> {
    /// Hectares on which a verdict falls.
    pub fn hectares(&self, verdict: Verdict) -> f64 {
        // From +0, because the sum of nothing is -0.
        self.districts.iter().filter(|d| d.verdict == verdict).fold(0.0, |sum, d| sum + d.hectares)
    }

    /// Part of all zoned land on which a verdict falls, 0 to 1; 0 where no land is zoned.
    pub fn share(&self, verdict: Verdict) -> f64 {
        let all: f64 = self.districts.iter().map(|d| d.hectares).sum();
        if all > 0.0 { self.hectares(verdict) / all } else { 0.0 }
    }
}

/// Where a use may open. `storey` is the topmost storey land is judged for; listings have their own.
pub fn use_summary<'a>(city: &'a City, law: &LawFilter, storey: Option<i8>) -> UseSummary<'a> {
    let mut listings = VerdictCounts::default();
    let mut in_district = [0; UseDistrict::ALL.len()];
    let mut along: FxHashMap<StreetId, VerdictCounts> = FxHashMap::default();
    for row in city.listings().iter() {
        let verdict = law.verdict(row);
        listings.add(verdict);
        if let Some(district) = judged_district(row) {
            in_district[district as usize] += 1;
        }
        if let Some(street) = city.street_on(row) {
            along.entry(street.id).or_default().add(verdict);
        }
    }
    let district = |district: &UseDistrict| DistrictUse {
        district: *district,
        verdict: law.district_verdict(*district, storey),
        hectares: city.zone_layer().district_m2(*district) / M2_PER_HECTARE,
        listings: in_district[*district as usize],
    };
    let is_there = |d: &DistrictUse| d.hectares > 0.0 || d.listings > 0;
    UseSummary {
        districts: UseDistrict::ALL.iter().map(district).filter(is_there).collect(),
        listings,
        streets: streets(city, &along),
    }
}

/// The district a listing is counted to: none where only its town is shown.
fn judged_district(row: &ListingRow) -> Option<UseDistrict> {
    row.district().filter(|_| !row.place_is_approximate())
}

fn streets<'a>(city: &'a City, along: &FxHashMap<StreetId, VerdictCounts>) -> Vec<StreetUse<'a>> {
    let may_open = |counts: VerdictCounts| (counts.of(Verdict::Permitted), counts.of(Verdict::Conditional));
    let mut streets: Vec<StreetUse<'a>> = along
        .iter()
        .filter(|(_, counts)| may_open(**counts) != (0, 0))
        .filter_map(|(id, counts)| Some(StreetUse { street: city.streets().get(*id)?, listings: *counts }))
        .collect();
    streets.sort_by_key(|street| (std::cmp::Reverse(may_open(street.listings)), street.street.id));
    streets
}
