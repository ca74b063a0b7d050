//! Every question finds exactly what a scan of everything finds.

use geo::{Area, BooleanOps, MapCoords};
use geo_types::{Coord, LineString, MultiPolygon, Polygon};
use proptest::prelude::*;
use rand::Rng;
use std::collections::{BTreeMap, BTreeSet};

use super::area::{SearchArea, SearchPolygon};
use super::facets::{Facet, FacetValue, Level};
use super::search::{Search, SearchError, search};
use super::sort::{Sort, SortKey};
use super::{Cursor, law_site, listing_site, nearest, place_at, street_summary, use_summary, zone_at};
use crate::city::proofs::{cases, change, lived_in};
use crate::city::scan::{self, Seen};
use crate::city::specimen::{self, Dice};
use crate::city::{ByNegotiation, City, LawFilter, ListingFilter, Word, WordSet, Words};
use crate::domain::{
    AreaM2, Contents, Cooking, ListingId, ListingKind, LonLat, LonLatBox, Storey, UseDistrict,
};
use crate::geo::{LocalPlane, Walk, WalkMethod, distance_m};
use crate::law::{Inputs, LawBook, Site, Verdict};

fn some_words<T: Word>(dice: &mut Dice) -> WordSet<T> {
    let asked = dice.random_bool(0.2);
    T::WORDS.iter().copied().filter(|_| asked && dice.random_bool(0.5)).collect()
}

fn seldom<T>(dice: &mut Dice, value: impl FnOnce(&mut Dice) -> T) -> Option<T> {
    if dice.random_bool(0.12) { Some(value(dice)) } else { None }
}

pub(super) fn filter(dice: &mut Dice) -> ListingFilter {
    let storey = |dice: &mut Dice| Storey::new([-1, 1, 2, 3][dice.random_range(0..4)]).unwrap();
    let yes_or_no = |dice: &mut Dice| dice.random_bool(0.7);
    let yen = |dice: &mut Dice| dice.random_range(3..40u64) * 10_000;
    ListingFilter {
        kinds: some_words(dice),
        districts: some_words(dice),
        conditions: some_words(dice),
        offered_by: some_words(dice),
        leases: some_words(dice),
        rent_yen_min: seldom(dice, yen),
        rent_yen_max: seldom(dice, yen),
        rent_per_tsubo_max: seldom(dice, |dice| dice.random_range(2_000.0..40_000.0)),
        area_m2_min: seldom(dice, |dice| f64::from(dice.random_range(5..100))),
        area_m2_max: seldom(dice, |dice| f64::from(dice.random_range(5..100))),
        station_minutes_max: seldom(dice, |dice| dice.random_range(1..25)),
        storey_min: seldom(dice, storey),
        storey_max: seldom(dice, storey),
        storey: seldom(dice, storey),
        ground_floor: dice.random_bool(0.1),
        cooking_at_least: seldom(dice, |dice| Cooking::ALL[dice.random_range(0..4)]),
        handover_by: seldom(dice, specimen::day),
        power_kw_min: seldom(dice, |dice| f64::from(dice.random_range(1..20))),
        gas: seldom(dice, yes_or_no),
        exhaust: seldom(dice, yes_or_no),
        three_phase: seldom(dice, yes_or_no),
        loading: seldom(dice, yes_or_no),
        parking: seldom(dice, yes_or_no),
        by_negotiation: if dice.random_bool(0.5) { ByNegotiation::Keep } else { ByNegotiation::Drop },
        updated_since: seldom(dice, specimen::day),
        words: seldom(dice, |dice| {
            let asked = ["カフェ", "bar", "ｶﾌｪ 可", "赤堤", "駅", "すずらん 1", "ない"];
            Words::of(asked[dice.random_range(0..asked.len())])
        })
        .unwrap_or_default(),
        law: seldom(dice, law),
    }
}

/// Some use with some plan, judging or narrowing.
fn law(dice: &mut Dice) -> LawFilter {
    let book = LawBook::built_in();
    let land_use = &book.uses()[dice.random_range(0..book.uses().len())];
    let some =
        |dice: &mut Dice, of: &[f64]| dice.random_bool(0.4).then(|| of[dice.random_range(0..of.len())]);
    let plan = Inputs {
        use_area_m2: some(dice, &[40.0, 150.0, 151.0, 500.0, 12_000.0]),
        workshop_m2: some(dice, &[0.0, 50.0, 151.0]),
        motor_kw: some(dice, &[0.0, 0.75, 2.0]),
        live_work: dice.random_bool(0.3).then(|| dice.random_bool(0.5)),
        hazmat: dice.random_bool(0.2).then(|| dice.random_bool(0.5)),
        ..Inputs::default()
    };
    LawFilter::of(book, land_use.id, &plan, some_words(dice))
}

/// Whether a listing is in an area, as the scan says.
pub(super) type Within<'a> = Box<dyn Fn(&Seen) -> bool + 'a>;

/// An area and the scan's own idea of it.
pub(super) fn area<'a>(dice: &mut Dice, contents: &'a Contents) -> (SearchArea, Within<'a>) {
    let place = specimen::place(dice);
    match dice.random_range(0..7) {
        0 => {
            let area = specimen::lon_lat_box(dice);
            (SearchArea::Box(area), Box::new(move |s| area.contains(s.listing.place)))
        }
        1 => {
            let metres = dice.random_range(0.0..2_000.0);
            let within = move |s: &Seen| distance_m(place, s.listing.place) <= metres;
            (SearchArea::Radius { centre: place, metres }, Box::new(within))
        }
        2 => {
            let corners: Vec<LonLat> = (0..3).map(|_| specimen::place(dice)).collect();
            match SearchPolygon::new(&corners) {
                Err(_) => (SearchArea::Everywhere, Box::new(|_| true)),
                Ok(polygon) => {
                    let ring: LineString<f64> = corners.iter().map(|c| Coord::from(*c)).collect();
                    let shape: MultiPolygon<f64> = Polygon::new(ring, vec![]).into();
                    (SearchArea::Polygon(polygon), Box::new(move |s| scan::touches(&shape, s.listing.place)))
                }
            }
        }
        3 if !contents.towns.is_empty() => {
            let ids: Vec<_> = contents.towns.iter().map(|t| t.id).filter(|_| dice.random_bool(0.5)).collect();
            let wanted = ids.clone();
            let within = move |s: &Seen| s.town.as_ref().is_some_and(|t| wanted.contains(&t.id));
            (SearchArea::Towns(ids), Box::new(within))
        }
        4 if !contents.streets.is_empty() => {
            let ids: Vec<_> =
                contents.streets.iter().map(|s| s.id).filter(|_| dice.random_bool(0.5)).collect();
            let wanted = ids.clone();
            (SearchArea::Streets(ids), Box::new(move |s| wanted.iter().any(|id| s.is_on(*id))))
        }
        5 if !contents.stations.is_empty() => {
            let station = &contents.stations[dice.random_range(0..contents.stations.len())];
            let walk_minutes = dice.random_range(1..25);
            let graph = scan::roads(contents);
            let within = move |s: &Seen| {
                scan::walk_to(&graph, s.listing.place, s.foothold, station).minutes() <= walk_minutes
            };
            (SearchArea::Station { station: station.id, walk_minutes }, Box::new(within))
        }
        _ => (SearchArea::Everywhere, Box::new(|_| true)),
    }
}

fn sort(dice: &mut Dice) -> Sort {
    use SortKey as K;
    let keys = [K::Updated, K::Rent, K::RentPerTsubo, K::Area, K::Station, K::Distance];
    Sort { key: keys[dice.random_range(0..keys.len())], reversed: dice.random_bool(0.5) }
}

/// Metres of a walk as a listing keeps them: those along roads, or those of the straight line.
fn walk_key(walk: Walk) -> f64 {
    match walk.method {
        WalkMethod::Road => f64::from(walk.metres as f32),
        WalkMethod::Estimate => Walk::estimated(f64::from((walk.metres / 1.3) as f32)).metres,
    }
}

/// What the scan orders by; `None` comes last.
fn key(seen: &Seen, sort: Sort, from: Option<LonLat>) -> Option<f64> {
    let l = &seen.listing;
    let natural = match sort.key {
        SortKey::Updated => Some(-f64::from(l.freshness.updated().to_julian_day())),
        SortKey::Rent => l.terms.rent.amount().map(|yen| yen.yen() as f64),
        SortKey::RentPerTsubo => l.rent_per_tsubo(),
        SortKey::Area => l.premises.area.map(AreaM2::m2),
        SortKey::Station => seen.station.as_ref().map(|(_, walk)| walk_key(*walk)),
        SortKey::Distance => from.map(|place| distance_m(place, l.place)),
    };
    natural.map(|key| if sort.reversed { -key } else { key })
}

fn in_order(mut seen: Vec<&Seen>, sort: Sort, from: Option<LonLat>) -> Vec<ListingId> {
    seen.sort_by(|a, b| {
        let (ka, kb) = (key(a, sort, from), key(b, sort, from));
        let stated = ka.is_none().cmp(&kb.is_none());
        stated.then(ka.partial_cmp(&kb).unwrap()).then(a.listing.id.cmp(&b.listing.id))
    });
    seen.iter().map(|s| s.listing.id).collect()
}

fn some_search<'a>(dice: &mut Dice, contents: &'a Contents) -> (Search, Within<'a>) {
    let (area, within) = area(dice, contents);
    let asked = Search {
        area,
        filter: filter(dice),
        sort: sort(dice),
        from: Some(specimen::place(dice)),
        limit: dice.random_range(1..8),
        cursor: None,
        facets: Facet::ALL.to_vec(),
        rent_steps: vec![50_000, 150_000, 300_000],
        area_steps: vec![15.0, 40.0],
    };
    (asked, within)
}

fn all_pages(city: &City, asked: &Search) -> Vec<ListingId> {
    let (mut asked, mut ids) = (asked.clone(), Vec::new());
    loop {
        let page = search(city, &asked).unwrap();
        assert!(page.items.len() <= asked.limit);
        ids.extend(page.items.iter().map(|found| found.row.id()));
        // The cursor travels as text.
        match page.next {
            Some(next) => asked.cursor = Some(next.to_string().parse::<Cursor>().unwrap()),
            None => return ids,
        }
    }
}

/// The filter with the facet's own part lifted.
fn lifted(filter: &ListingFilter, facet: Facet) -> ListingFilter {
    let mut rest = filter.clone();
    match facet {
        Facet::Kind => rest.kinds = WordSet::EMPTY,
        Facet::District => rest.districts = WordSet::EMPTY,
        Facet::Condition => rest.conditions = WordSet::EMPTY,
        Facet::Cooking => rest.cooking_at_least = None,
        Facet::Walk => rest.station_minutes_max = None,
        Facet::Town | Facet::Street => {}
        Facet::Storey | Facet::Level => {
            (rest.storey, rest.storey_min, rest.storey_max, rest.ground_floor) = (None, None, None, false);
        }
        Facet::Rent => (rest.rent_yen_min, rest.rent_yen_max, rest.rent_per_tsubo_max) = (None, None, None),
        Facet::Area => (rest.area_m2_min, rest.area_m2_max) = (None, None),
        Facet::Verdict => rest.law.iter_mut().for_each(|law| law.wanted = WordSet::EMPTY),
    }
    rest
}

fn has(seen: &Seen, value: FacetValue, facet: Facet) -> bool {
    use crate::domain::Asking;
    let (l, p) = (&seen.listing, &seen.listing.premises);
    let in_range = |v: f64, from: u64, to: Option<u64>| v >= from as f64 && to.is_none_or(|to| v < to as f64);
    match value {
        FacetValue::Kind(kind) => l.kind == kind,
        FacetValue::District(district) => seen.districts().contains(&district),
        FacetValue::Condition(condition) => p.condition == condition,
        FacetValue::Cooking(cooking) => p.cooking == cooking,
        FacetValue::Storey(storey) => p.storeys.is_some_and(|s| s.contains(storey)),
        FacetValue::Range(from, to) if facet == Facet::Rent => {
            l.terms.rent.amount().is_some_and(|yen| in_range(yen.yen() as f64, from, to))
        }
        FacetValue::Range(from, to) if facet == Facet::Walk => {
            seen.station.as_ref().is_some_and(|(_, walk)| in_range(f64::from(walk.minutes()), from, to))
        }
        FacetValue::Level(level) => p.storeys.is_some_and(|s| match level {
            Level::Basement => (-9..=-1).any(|n| s.contains(Storey::new(n).unwrap())),
            Level::Ground => s.contains(Storey::GROUND),
            Level::Upper => (2..=99).any(|n| s.contains(Storey::new(n).unwrap())),
        }),
        FacetValue::Town(id) => seen.town.as_ref().is_some_and(|town| town.id == id),
        FacetValue::Street(id) => seen.is_on(id),
        FacetValue::Range(from, to) => p.area.is_some_and(|a| in_range(a.m2(), from, to)),
        FacetValue::Verdict(_) => false,
        FacetValue::Negotiable => l.terms.rent == Asking::Negotiable,
        FacetValue::Unstated => match facet {
            Facet::Rent => l.terms.rent == Asking::Unstated,
            Facet::Area => p.area.is_none(),
            Facet::Walk => seen.station.is_none(),
            _ => p.storeys.is_none(),
        },
    }
}

const EMPTY: [ListingKind; 4] =
    [ListingKind::Shop, ListingKind::Furnished, ListingKind::Workshop, ListingKind::Office];

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_search_finds_counts_and_orders_exactly_as_a_scan(seed: u64) {
        let (mut dice, city, contents) = lived_in(seed);
        let seen = scan::published(&contents);
        prop_assume!(!scan::is_a_tie(&contents, &seen));
        for _ in 0..4 {
            let (asked, within) = some_search(&mut dice, &contents);
            let expected: Vec<&Seen> = seen.iter().filter(|s| within(s) && s.passes(&asked.filter)).collect();
            let answer = search(&city, &asked).unwrap();
            prop_assert_eq!(answer.total, expected.len());
            let expected = in_order(expected, asked.sort, asked.from);
            prop_assert_eq!(all_pages(&city, &asked), expected);
            let prepared = asked.filter.prepared(&city);
            for one in &seen {
                let row = city.listings().get(one.listing.id).unwrap();
                prop_assert_eq!(prepared.accepts(row), one.passes(&asked.filter));
            }
        }
    }

    #[test]
    fn a_facet_counts_what_its_own_filter_excludes(seed: u64) {
        let (mut dice, city, contents) = lived_in(seed);
        let seen = scan::published(&contents);
        prop_assume!(!scan::is_a_tie(&contents, &seen));
        let (asked, within) = some_search(&mut dice, &contents);
        for counts in search(&city, &asked).unwrap().facets {
            let rest = lifted(&asked.filter, counts.facet);
            let anywhere = matches!(counts.facet, Facet::Town | Facet::Street);
            let passing: Vec<&Seen> =
                seen.iter().filter(|s| (anywhere || within(s)) && s.passes(&rest)).collect();
            let counts_for = |s: &Seen, value| match (value, &asked.filter.law) {
                (FacetValue::Verdict(verdict), law) => law.as_ref().is_some_and(|law| s.verdict(law) == verdict),
                (value, _) => has(s, value, counts.facet),
            };
            for one in &counts.counts {
                let expected = passing.iter().filter(|s| counts_for(s, one.value)).count();
                prop_assert_eq!(one.count, expected, "{} {}", counts.facet.slug(), one.value);
            }
            // No value is missing: those counted cover every listing that has any.
            let counted = |s: &&&Seen| counts.counts.iter().any(|c| counts_for(s, c.value));
            let missing = match counts.facet {
                Facet::District => passing.iter().filter(|s| s.zones.is_empty()).count(),
                Facet::Town => passing.iter().filter(|s| s.town.is_none()).count(),
                Facet::Street => {
                    let on_one = |s: &Seen| s.street.as_ref().is_some_and(|(street, _)| s.is_on(street.id));
                    passing.iter().filter(|s| !on_one(s)).count()
                }
                Facet::Verdict if asked.filter.law.is_none() => passing.len(),
                _ => 0,
            };
            prop_assert_eq!(passing.iter().filter(counted).count() + missing, passing.len());
        }
    }

    #[test]
    fn a_limit_counts_what_a_search_with_it_finds(seed: u64) {
        let (mut dice, city, contents) = lived_in(seed);
        let (asked, _) = some_search(&mut dice, &contents);
        let answer = search(&city, &asked).unwrap();
        let total = |change: &dyn Fn(&mut ListingFilter)| {
            let mut other = Search { facets: vec![], cursor: None, ..asked.clone() };
            change(&mut other.filter);
            search(&city, &other).unwrap().total
        };
        for count in answer.rent_limits {
            let at = count.at as u64;
            let at_least = total(&|f| {
                f.rent_yen_min = Some(at);
                f.rent_yen_max = f.rent_yen_max.filter(|most| *most >= at);
            });
            let at_most = total(&|f| {
                f.rent_yen_max = Some(at);
                f.rent_yen_min = f.rent_yen_min.filter(|least| *least <= at);
            });
            prop_assert_eq!((count.at_least, count.at_most), (at_least, at_most), "rent {}", at);
        }
        for count in answer.area_limits {
            let at = count.at;
            let at_least = total(&|f| {
                f.area_m2_min = Some(at);
                f.area_m2_max = f.area_m2_max.filter(|most| *most >= at);
            });
            let at_most = total(&|f| {
                f.area_m2_max = Some(at);
                f.area_m2_min = f.area_m2_min.filter(|least| *least <= at);
            });
            prop_assert_eq!((count.at_least, count.at_most), (at_least, at_most), "area {}", at);
        }
    }

    #[test]
    fn a_filter_of_the_law_finds_what_judging_each_listing_on_its_own_finds(seed: u64) {
        let (mut dice, city, contents) = lived_in(seed);
        let seen = scan::published(&contents);
        let (mut asked, within) = some_search(&mut dice, &contents);
        prop_assume!(!scan::is_a_tie(&contents, &seen));
        let law = law(&mut dice);
        asked.filter.law = Some(law.clone());
        for facets in [Facet::ALL.to_vec(), vec![]] {
            let answer = search(&city, &Search { facets, limit: 1_000, ..asked.clone() }).unwrap();
            let others = lifted(&asked.filter, Facet::Verdict);
            let passing: Vec<&Seen> = seen.iter().filter(|s| within(s) && s.passes(&others)).collect();
            let counts = answer.law.unwrap();
            for verdict in Verdict::ALL {
                let expected = passing.iter().filter(|s| s.verdict(&law) == *verdict).count();
                prop_assert_eq!(counts.verdicts.of(*verdict), expected);
            }
            prop_assert_eq!(counts.hidden, passing.len() - answer.total);
            for found in answer.items {
                let one = seen.iter().find(|s| s.listing.id == found.row.id()).unwrap();
                prop_assert_eq!(found.verdict, Some(one.verdict(&law)));
                prop_assert!(law.wants(one.verdict(&law)));
            }
        }
    }

    #[test]
    fn the_site_of_a_place_is_that_of_a_scan(seed: u64) {
        let (mut dice, city, contents) = lived_in(seed);
        for one in scan::published(&contents) {
            let row = city.listings().get(one.listing.id).unwrap();
            let (site, expected) = (listing_site(&city, row), one.site());
            prop_assert_eq!((site.district, site.exact), (expected.district, expected.exact));
            let districts = |site: &Site| site.near.iter().map(|(d, _)| *d).collect::<BTreeSet<_>>();
            prop_assert_eq!(districts(&site), districts(&expected));
            if site.exact {
                prop_assert_eq!(law_site(&city, row.place()), site);
            }
        }
        let place = specimen::place(&mut dice);
        let site = law_site(&city, place);
        prop_assert_eq!(site.near.len(), scan::other_districts(&contents, place).len());
    }

    #[test]
    fn where_a_use_may_open_adds_up_to_all_land_and_all_listings(seed: u64) {
        let (mut dice, city, contents) = lived_in(seed);
        let law = law(&mut dice);
        let summary = use_summary(&city, &law, Some(1));
        let seen = scan::published(&contents);
        for verdict in Verdict::ALL {
            prop_assert_eq!(summary.listings.of(*verdict), seen.iter().filter(|s| s.verdict(&law) == *verdict).count());
        }
        let shares: f64 = Verdict::ALL.iter().map(|v| summary.share(*v)).sum();
        prop_assert!((shares - 1.0).abs() < 1e-9, "{shares}");
        let plane = crate::geo::PlaneArea::at(LonLat::new(139.5, 35.5).unwrap());
        let current = crate::domain::current_editions(&contents.editions);
        let shown = contents.zones.iter().filter(|z| current.contains(&z.edition));
        let hectares: f64 = shown.map(|z| plane.m2(&z.geometry) / 10_000.0).sum();
        prop_assert!((summary.districts.iter().map(|d| d.hectares).sum::<f64>() / hectares - 1.0).abs() < 1e-9);
        let exact = seen.iter().filter(|s| s.site().district.is_some()).count();
        prop_assert_eq!(summary.districts.iter().map(|d| d.listings).sum::<usize>(), exact);
        let order: Vec<_> = summary.streets.iter().map(|s| s.listings.of(Verdict::Permitted)).collect();
        prop_assert!(order.is_sorted_by(|a, b| a >= b));
    }

    #[test]
    fn the_nearest_a_use_may_open_in_are_the_nearest_of_those_judged_one_by_one(seed: u64) {
        let (mut dice, city, contents) = lived_in(seed);
        let seen = scan::published(&contents);
        let (place, law) = (specimen::place(&mut dice), law(&mut dice));
        let filter = ListingFilter { law: Some(law.clone()), ..ListingFilter::default() };
        let found = nearest(&city, place, 4, &filter);
        let by_distance = Sort { key: SortKey::Distance, reversed: false };
        let wanted = seen.iter().filter(|s| law.wants(s.verdict(&law))).collect();
        let mut expected = in_order(wanted, by_distance, Some(place));
        expected.truncate(4);
        prop_assert_eq!(found.items.iter().map(|f| f.row.id()).collect::<Vec<_>>(), expected);
        let reach = if found.items.len() < 4 { f64::INFINITY } else { found.items[3].metres.unwrap() };
        let hidden = seen.iter().filter(|s| !law.wants(s.verdict(&law)) && distance_m(place, s.listing.place) <= reach);
        prop_assert_eq!(found.law.unwrap().hidden, hidden.count());
    }

    #[test]
    fn pages_read_while_listings_change_repeat_none_and_skip_none_that_did_not(seed: u64) {
        let (mut dice, mut city, mut contents) = lived_in(seed);
        let asked = Search { limit: 3, sort: sort(&mut dice), from: Some(specimen::place(&mut dice)), ..Search::default() };
        let ranks = |city: &City| -> BTreeMap<ListingId, _> {
            city.listings().iter().map(|row| (row.id(), asked.sort.rank(row, asked.from))).collect()
        };
        let before = ranks(&city);
        let mut unchanged: BTreeSet<ListingId> = before.keys().copied().collect();
        let (mut read, mut page) = (Vec::new(), asked.clone());
        loop {
            let answer = search(&city, &page).unwrap();
            read.extend(answer.items.iter().map(|found| found.row.id()));
            page.cursor = answer.next;
            if answer.next.is_none() {
                break;
            }
            let _ = change(&mut dice, &mut city, &mut contents);
            let now = ranks(&city);
            unchanged.retain(|id| now.get(id) == before.get(id));
        }
        for id in unchanged {
            prop_assert_eq!(read.iter().filter(|r| **r == id).count(), 1);
        }
    }

    #[test]
    fn the_nearest_are_the_nearest_in_metres(seed: u64) {
        let (mut dice, city, contents) = lived_in(seed);
        let seen = scan::published(&contents);
        prop_assume!(!scan::is_a_tie(&contents, &seen));
        for count in [0, 1, 3, 100] {
            let (place, filter) = (specimen::place(&mut dice), filter(&mut dice));
            let by_distance = Sort { key: SortKey::Distance, reversed: false };
            let passing = seen.iter().filter(|s| s.passes(&filter)).collect();
            let mut expected = in_order(passing, by_distance, Some(place));
            expected.truncate(count);
            let found = nearest(&city, place, count, &filter).items;
            prop_assert_eq!(found.iter().map(|f| f.row.id()).collect::<Vec<_>>(), expected);
            for one in found {
                prop_assert_eq!(one.metres, Some(distance_m(place, one.row.place())));
            }
        }
    }

    #[test]
    fn the_nearest_are_exact_between_places_all_over_the_earth(
        lon in -180.0..180.0f64, lat in -90.0..90.0f64, seed: u64,
    ) {
        let (mut dice, _, contents) = lived_in(seed);
        let mut city = City::load(Contents::default());
        let mut places = Vec::new();
        for (i, mut listing) in contents.listings.into_iter().enumerate() {
            listing.id = ListingId::from_bits(i as u64 + 1).unwrap();
            listing.state = crate::domain::ListingState::Published;
            listing.pin = crate::domain::PinPrecision::Exact;
            listing.place = LonLat::new(dice.random_range(-180.0..180.0), dice.random_range(-90.0..90.0)).unwrap();
            places.push((listing.place, listing.id));
            let _ = city.put_listing(listing);
        }
        let here = LonLat::new(lon, lat).unwrap();
        let mut expected: Vec<_> = places.iter().map(|(place, id)| (distance_m(here, *place), *id)).collect();
        expected.sort_by(|a, b| a.partial_cmp(b).unwrap());
        let found: Vec<_> =
            nearest(&city, here, 8, &ListingFilter::default()).items.iter().map(|f| (f.metres.unwrap(), f.row.id())).collect();
        prop_assert_eq!(&found[..], &expected[..found.len()]);
        let metres = dice.random_range(0.0..5_000_000.0);
        let area = SearchArea::Radius { centre: here, metres };
        let total = search(&city, &Search { area, limit: 1, ..Search::default() }).unwrap().total;
        prop_assert_eq!(total, expected.iter().filter(|(m, _)| *m <= metres).count());
    }

    #[test]
    fn the_zone_at_a_place_its_edge_and_its_surroundings_are_those_of_a_scan(seed: u64) {
        let (mut dice, city, contents) = lived_in(seed);
        let place = specimen::place(&mut dice);
        let radius = dice.random_range(10.0..600.0);
        let answer = zone_at(&city, place, Some(radius));
        let touching = scan::zones_at(&contents, place);
        prop_assert_eq!(answer.zones.iter().map(|z| z.id()).collect::<Vec<_>>(), touching.iter().map(|z| z.id).collect::<Vec<_>>());
        let current = crate::domain::current_editions(&contents.editions);
        let shown: Vec<_> = contents.zones.iter().filter(|z| current.contains(&z.edition)).collect();
        let edge = answer.edge.unwrap();
        let expected = match touching.first() {
            Some(own) => scan::edge_m(&own.geometry, place),
            None => shown.iter().map(|z| scan::edge_m(&z.geometry, place)).fold(f64::INFINITY, f64::min),
        };
        prop_assert!((edge.metres - expected).abs() < 1e-6);
        prop_assert!((distance_m(place, edge.at) - edge.metres).abs() < 1e-3 + edge.metres * 1e-4);
        prop_assert!(edge.beyond.iter().all(|z| touching.first().is_none_or(|own| own.id != z.id())));

        // Shares against boolean operations with a circle of many corners.
        let plane = LocalPlane::at(place);
        let corners = (0..2_000).map(|i| (std::f64::consts::TAU * f64::from(i) / 2_000.0).sin_cos());
        let ring = corners.map(|(sin, cos)| Coord { x: radius * cos, y: radius * sin }).collect();
        let circle = Polygon::new(ring, vec![]);
        let mut expected: BTreeMap<Option<UseDistrict>, f64> = BTreeMap::new();
        for zone in shown {
            let overlap = zone.geometry.map_coords(|c| plane.metres(c)).intersection(&MultiPolygon(vec![circle.clone()]));
            *expected.entry(Some(zone.district())).or_default() += overlap.unsigned_area() / circle.unsigned_area();
        }
        for share in answer.shares.iter().filter(|s| s.district.is_some()) {
            let scanned = expected.remove(&share.district).unwrap_or(0.0);
            prop_assert!((share.share - scanned).abs() < 1e-4, "{:?} {scanned}", share);
        }
        prop_assert!(expected.values().all(|rest| *rest < 1e-4));
    }

    #[test]
    fn what_is_at_a_place_is_what_a_scan_sees(seed: u64) {
        let (mut dice, city, contents) = lived_in(seed);
        let place = specimen::place(&mut dice);
        let answer = place_at(&city, place);
        let nearest_m = scan::nearest_street(&contents, place).map(|(_, metres)| metres);
        prop_assert_eq!(answer.street.is_some(), nearest_m.is_some());
        prop_assert!(answer.street.zip(nearest_m).is_none_or(|((_, a), b)| (a - b).abs() < 1e-6));
        let graph = scan::roads(&contents);
        let station = scan::nearest_station(&contents, &graph, place, graph.foothold(place));
        let found = answer.station.map(|near| (near.station.id, near.walk));
        prop_assert_eq!(found.map(|(id, _)| id), station.as_ref().map(|(s, _)| s.id));
        let alike = |a: Walk, b: Walk| a.method == b.method && (a.metres - b.metres).abs() < 1e-2;
        prop_assert!(found.zip(station).is_none_or(|((_, a), (_, b))| alike(a, b)));
        let town = scan::town_at(&contents, place);
        prop_assert_eq!(answer.town, town.as_ref());
        let land = &contents.boundaries[0];
        prop_assert_eq!(answer.boundary.is_some(), scan::touches(&land.geometry, place));
    }

    #[test]
    fn a_street_is_summed_up_from_the_listings_on_it(seed: u64) {
        let (_, city, contents) = lived_in(seed);
        let seen = scan::published(&contents);
        prop_assume!(!scan::is_a_tie(&contents, &seen));
        for street in &contents.streets {
            let on: Vec<&Seen> = seen.iter().filter(|s| s.is_on(street.id)).collect();
            let summary = street_summary(&city, street.id).unwrap();
            prop_assert_eq!(summary.available, on.len());
            let empty = |s: &&&Seen| EMPTY.contains(&s.listing.kind);
            prop_assert_eq!(summary.vacant, on.iter().filter(empty).count());
            prop_assert_eq!(summary.by_kind.iter().map(|k| k.count).sum::<usize>(), on.len());
            let rate = street.shops.filter(|n| *n > 0).map(|n| summary.vacant as f64 / f64::from(n));
            prop_assert_eq!(summary.vacancy_rate, rate);
            let rents: Vec<f64> = on.iter().filter_map(|s| s.listing.rent_per_tsubo()).collect();
            let lowest = rents.iter().copied().reduce(f64::min);
            prop_assert_eq!(summary.rent_per_tsubo_range.map(|(low, _)| low), lowest);
            let median = summary.rent_per_tsubo_median;
            let half = rents.len().div_ceil(2);
            prop_assert!(median.is_none_or(|m| rents.iter().filter(|r| **r <= m).count() >= half));
            prop_assert!(median.is_none_or(|m| rents.iter().filter(|r| **r >= m).count() >= half));
        }
    }
}

#[test]
fn an_unknown_street_station_or_town_is_refused_and_not_an_empty_answer() {
    let city = City::load(Contents::default());
    let ask = |area| search(&city, &Search { area, limit: 1, ..Search::default() }).unwrap_err();
    let street = crate::domain::StreetId::from_bits(1).unwrap();
    let station = crate::domain::StationId::from_bits(1).unwrap();
    let town = crate::domain::TownId::from_bits(1).unwrap();
    assert_eq!(ask(SearchArea::Streets(vec![street])), SearchError::UnknownStreet(street));
    assert_eq!(ask(SearchArea::Station { station, walk_minutes: 5 }), SearchError::UnknownStation(station));
    assert_eq!(ask(SearchArea::Towns(vec![town])), SearchError::UnknownTown(town));
    assert!(street_summary(&city, street).is_none());
}

#[test]
fn distance_from_nowhere_is_refused() {
    let city = City::load(Contents::default());
    let sort = Sort { key: SortKey::Distance, reversed: false };
    let asked = Search { sort, limit: 1, ..Search::default() };
    assert_eq!(search(&city, &asked).unwrap_err(), SearchError::DistanceFromNowhere);
}

#[test]
fn an_empty_city_has_no_zone_no_neighbours_and_no_pages() {
    let city = City::load(Contents::default());
    let place = LonLat::new(139.6, 35.6).unwrap();
    let answer = zone_at(&city, place, Some(100.0));
    assert!(answer.zones.is_empty() && answer.edge.is_none());
    assert_eq!(answer.shares.len(), 1);
    assert_eq!((answer.shares[0].district, answer.shares[0].share), (None, 1.0));
    assert!(nearest(&city, place, 10, &ListingFilter::default()).items.is_empty());
    let found = search(&city, &Search { limit: 10, ..Search::default() }).unwrap();
    assert!((found.total, found.next) == (0, None));
}

#[test]
fn two_corners_are_no_polygon() {
    let corner = |lon| LonLat::new(lon, 35.0).unwrap();
    assert!(SearchPolygon::new(&[corner(139.0), corner(140.0), corner(139.0)]).is_err());
    assert!(LonLatBox::new(139.0, 35.0, 139.0, 36.0).is_err());
}
