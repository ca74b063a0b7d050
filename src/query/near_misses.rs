//! Answers "which listings miss what is asked by one thing alone: by which, and by how little?".
//!
//! A listing is a near miss if it fails exactly one limit of the filter and lies in the area, or passes the whole
//! filter and lies a little outside. What misses by least, measured against what was asked, comes first.
//! Misses of more than what was asked for (a rent more than twice as high) are not near.

use super::one_limit::{Amount, Limit};
use super::outside::{Outside, REACH_M, REACH_MINUTES};
use super::search::{Found, Search, SearchError};
use crate::city::{City, ListingFilter, ListingRow, PreparedFilter};

/// A listing that one thing alone leaves out.
#[derive(Debug, Clone, Copy)]
pub struct NearMiss<'a> {
    /// The listing.
    pub found: Found<'a>,
    /// What leaves it out.
    pub limit: Limit,
    /// By how much.
    pub by: Amount,
    /// The same as a share of what was asked: 0 is nothing, 1 as much again.
    share: f64,
}

/// Near misses of a search.
#[derive(Debug, Clone)]
pub struct MissesAnswer<'a> {
    /// How many there are.
    pub total: usize,
    /// Those that miss by least.
    pub items: Vec<NearMiss<'a>>,
}

/// The listings that miss a search by one thing, those that miss by least first, at most `limit`.
pub fn near_misses<'a>(
    city: &'a City,
    asked: &Search,
    limit: usize,
) -> Result<MissesAnswer<'a>, SearchError> {
    let mut items: Vec<NearMiss<'a>> = single_misses(city, asked)?;
    items.retain(|miss| miss.share <= 1.0);
    let total = items.len();
    items.sort_by(|a, b| a.share.total_cmp(&b.share).then(a.found.row.id().cmp(&b.found.row.id())));
    items.truncate(limit);
    Ok(MissesAnswer { total, items })
}

/// Every listing that exactly one thing leaves out, in no set order.
fn single_misses<'a>(city: &'a City, asked: &Search) -> Result<Vec<NearMiss<'a>>, SearchError> {
    let area = asked.area.prepared(city)?;
    let outside = Outside::of(city, &asked.area);
    let whole = asked.filter.prepared(city);
    let alone: Vec<(Limit, ListingFilter)> =
        Limit::OF_FILTER.iter().filter_map(|limit| Some((*limit, limit.alone(&asked.filter)?))).collect();
    let alone: Vec<(Limit, PreparedFilter<'_>)> =
        alone.iter().map(|(limit, filter)| (*limit, filter.prepared(city))).collect();
    let missed = |row: &ListingRow| {
        let mut failing = alone.iter().filter(|(_, filter)| !filter.accepts(row)).map(|(limit, _)| *limit);
        match (failing.next(), failing.next()) {
            (Some(limit), None) if area.holds(city, row) => {
                Some((limit, limit.missed_by(&asked.filter, row)))
            }
            (None, None) if !area.holds(city, row) => {
                outside.missed_by(city, row).map(|by| (Limit::Place, by))
            }
            _ => None,
        }
    };
    let miss = |row: &'a ListingRow| {
        let (limit, by) = missed(row)?;
        let found = Found { row, metres: None, verdict: whole.verdict(row) };
        Some(NearMiss { found, limit, by, share: share(limit, by, &asked.filter) })
    };
    Ok(city.listings().iter().filter_map(miss).collect())
}

impl NearMiss<'_> {
    /// The search with this one limit loosened just so far that it finds the listing.
    pub fn loosened(&self, city: &City, asked: &Search) -> Search {
        let mut wider = asked.clone();
        if self.limit == Limit::Place {
            wider.area = Outside::of(city, &asked.area).grown(city, self.found.row);
        } else {
            self.limit.loosen(&mut wider.filter, self.found.row);
        }
        wider
    }
}

/// How much a miss is of what was asked for. What has no measure stands between: another kind is further off than a
/// rent a tenth too high, words that do not occur are further still.
fn share(limit: Limit, by: Amount, asked: &ListingFilter) -> f64 {
    let of = |missing: f64, whole: Option<f64>| missing / whole.unwrap_or(missing).max(1.0);
    let limits = match limit {
        Limit::RentMin => asked.rent_yen_min.map(|yen| yen as f64),
        Limit::RentMax => asked.rent_yen_max.map(|yen| yen as f64),
        Limit::RentPerTsuboMax => asked.rent_per_tsubo_max,
        Limit::AreaMin => asked.area_m2_min,
        Limit::AreaMax => asked.area_m2_max,
        Limit::PowerKwMin => asked.power_kw_min,
        _ => None,
    };
    match by {
        Amount::Yen(missing) | Amount::M2(missing) | Amount::Kilowatts(missing) => of(missing, limits),
        Amount::Minutes(missing) => f64::from(missing) / f64::from(REACH_MINUTES),
        Amount::Metres(missing) => missing / REACH_M,
        Amount::Storeys(missing) => f64::from(missing) * 0.25,
        Amount::Days(missing) => f64::from(missing) / 60.0,
        Amount::Other if limit == Limit::Words => 0.9,
        Amount::Other => 0.5,
        Amount::Unstated => 0.6,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rand::Rng;
    use std::collections::BTreeMap;

    use super::super::area::SearchArea;
    use super::super::proofs::{area, filter};
    use super::super::search::search;
    use super::*;
    use crate::city::proofs::{cases, lived_in};
    use crate::city::scan::{self, Seen};
    use crate::city::{ByNegotiation, WordSet, Words};
    use crate::domain::ListingId;
    use crate::geo::distance_m;

    /// The filter with one limit taken away, said once more.
    fn without(asked: &ListingFilter, limit: Limit) -> ListingFilter {
        let mut rest = asked.clone();
        match limit {
            Limit::Place => {}
            Limit::Kind => rest.kinds = WordSet::EMPTY,
            Limit::District => rest.districts = WordSet::EMPTY,
            Limit::RentMin => rest.rent_yen_min = None,
            Limit::RentMax => rest.rent_yen_max = None,
            Limit::RentPerTsuboMax => rest.rent_per_tsubo_max = None,
            Limit::AreaMin => rest.area_m2_min = None,
            Limit::AreaMax => rest.area_m2_max = None,
            Limit::StationMinutesMax => rest.station_minutes_max = None,
            Limit::Storey => rest.storey = None,
            Limit::StoreyMin => rest.storey_min = None,
            Limit::StoreyMax => rest.storey_max = None,
            Limit::GroundFloor => rest.ground_floor = false,
            Limit::Condition => rest.conditions = WordSet::EMPTY,
            Limit::Cooking => rest.cooking_at_least = None,
            Limit::OfferedBy => rest.offered_by = WordSet::EMPTY,
            Limit::Lease => rest.leases = WordSet::EMPTY,
            Limit::HandoverBy => rest.handover_by = None,
            Limit::PowerKwMin => rest.power_kw_min = None,
            Limit::Gas => rest.gas = None,
            Limit::Exhaust => rest.exhaust = None,
            Limit::ThreePhase => rest.three_phase = None,
            Limit::Loading => rest.loading = None,
            Limit::Parking => rest.parking = None,
            Limit::Negotiable => rest.by_negotiation = ByNegotiation::Keep,
            Limit::UpdatedSince => rest.updated_since = None,
            Limit::Verdict => rest.law.iter_mut().for_each(|law| law.wanted = WordSet::EMPTY),
            Limit::Words => rest.words = Words::default(),
        }
        rest
    }

    fn finds(city: &City, asked: &Search, id: ListingId) -> bool {
        let all = Search { limit: usize::MAX, ..asked.clone() };
        search(city, &all).unwrap().items.iter().any(|found| found.row.id() == id)
    }

    proptest! {
        #![proptest_config(cases())]

        #[test]
        fn in_the_area_they_are_exactly_those_that_taking_one_limit_away_finds(seed: u64) {
            let (mut dice, city, contents) = lived_in(seed);
            let seen = scan::published(&contents);
            prop_assume!(!scan::is_a_tie(&contents, &seen));
            for _ in 0..4 {
                let (area, within) = area(&mut dice, &contents);
                let asked = Search { area, filter: filter(&mut dice), ..Search::default() };
                let told: BTreeMap<ListingId, Limit> = single_misses(&city, &asked)
                    .unwrap()
                    .iter()
                    .filter(|miss| miss.limit != Limit::Place)
                    .map(|miss| (miss.found.row.id(), miss.limit))
                    .collect();
                let lets_in = |s: &Seen, limit: Limit| s.passes(&without(&asked.filter, limit));
                for one in seen.iter().filter(|s| within(s)) {
                    let excluding: Vec<Limit> =
                        Limit::OF_FILTER.iter().copied().filter(|limit| lets_in(one, *limit)).collect();
                    let missed = !one.passes(&asked.filter) && !excluding.is_empty();
                    let limit = told.get(&one.listing.id);
                    prop_assert_eq!(limit.is_some(), missed);
                    prop_assert!(limit.is_none_or(|limit| excluding.contains(limit)), "{:?}", limit);
                }
                prop_assert!(told.keys().all(|id| seen.iter().any(|s| s.listing.id == *id && within(s))));
            }
        }

        #[test]
        fn outside_they_pass_the_filter_and_none_near_a_circle_is_left_out(seed: u64) {
            let (mut dice, city, contents) = lived_in(seed);
            let seen = scan::published(&contents);
            prop_assume!(!scan::is_a_tie(&contents, &seen));
            let (area, within) = area(&mut dice, &contents);
            let asked = Search { area, filter: filter(&mut dice), ..Search::default() };
            let told = single_misses(&city, &asked).unwrap();
            let told: Vec<ListingId> =
                told.iter().filter(|m| m.limit == Limit::Place).map(|m| m.found.row.id()).collect();
            for one in &seen {
                let passes = !within(one) && one.passes(&asked.filter);
                prop_assert!(passes || !told.contains(&one.listing.id));
                if let SearchArea::Radius { centre, metres } = asked.area {
                    let near = distance_m(centre, one.listing.place) - metres <= REACH_M;
                    prop_assert_eq!(told.contains(&one.listing.id), passes && near);
                }
            }
        }

        #[test]
        fn loosening_that_one_limit_finds_the_listing(seed: u64) {
            let (mut dice, city, contents) = lived_in(seed);
            let (area, _) = area(&mut dice, &contents);
            let asked = Search { area, filter: filter(&mut dice), ..Search::default() };
            for miss in single_misses(&city, &asked).unwrap() {
                let id = miss.found.row.id();
                prop_assert!(!finds(&city, &asked, id));
                prop_assert!(finds(&city, &miss.loosened(&city, &asked), id), "{:?} {:?}", miss.limit, miss.by);
            }
        }

        #[test]
        fn a_page_of_them_is_the_nearest_and_none_of_them_far(seed: u64) {
            let (mut dice, city, contents) = lived_in(seed);
            let (area, _) = area(&mut dice, &contents);
            let asked = Search { area, filter: filter(&mut dice), ..Search::default() };
            let limit = dice.random_range(1..5);
            let (page, all) = (near_misses(&city, &asked, limit).unwrap(), single_misses(&city, &asked).unwrap());
            let near: Vec<f64> = all.iter().map(|miss| miss.share).filter(|share| *share <= 1.0).collect();
            prop_assert_eq!((page.total, page.items.len()), (near.len(), near.len().min(limit)));
            let farthest = page.items.last().map_or(0.0, |miss| miss.share);
            prop_assert!(near.iter().filter(|share| **share < farthest).count() < limit.max(1));
            prop_assert!(page.items.is_sorted_by(|a, b| a.share <= b.share));
        }
    }

    #[test]
    fn a_rent_a_little_too_high_says_how_little_and_comes_before_another_kind() {
        let asked = ListingFilter { rent_yen_max: Some(200_000), ..ListingFilter::default() };
        let by = Amount::Yen(5_000.0);
        assert!(share(Limit::RentMax, by, &asked) < share(Limit::Kind, Amount::Other, &asked));
        assert!(share(Limit::RentMax, Amount::Yen(250_000.0), &asked) > 1.0);
    }
}
