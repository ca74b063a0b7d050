//! The city finds exactly what a scan of everything finds, after any sequence of changes.

use proptest::prelude::*;
use rand::Rng;
use std::sync::Arc;

use super::scan::{self, Seen};
use super::specimen::{self, Dice, dice};
use super::{City, LayerIndex, ListingRow, Mapped, Touched, ZoneLayer, road_graph};
use crate::domain::{Contents, Layer, ListingId, ListingState, LonLat, LonLatBox, PinPrecision, Zone};
use crate::law::NEAR_M;

/// Changes the city and the contents alike, some steps at random.
pub(crate) fn change(dice: &mut Dice, city: &mut City, contents: &mut Contents) -> Touched {
    match dice.random_range(0..10) {
        0 if dice.random_bool(0.4) => {
            contents.zones = specimen::zones(dice);
            city.set_zones(Arc::new(ZoneLayer::build(contents.editions.clone(), contents.zones.clone())))
        }
        1 => {
            contents.streets = specimen::streets(dice);
            city.set_streets(Arc::new(LayerIndex::build(contents.streets.clone())))
        }
        2 => {
            contents.stations = specimen::stations(dice);
            city.set_stations(Arc::new(LayerIndex::build(contents.stations.clone())))
        }
        3 => {
            contents.towns = specimen::towns(dice);
            city.set_towns(Arc::new(LayerIndex::build(contents.towns.clone())))
        }
        4 if dice.random_bool(0.5) => {
            contents.roads = specimen::roads(dice);
            city.set_roads(contents.road_networks.clone(), road_graph(&contents.roads))
        }
        4 => {
            let id = ListingId::from_bits(dice.random_range(1..60)).unwrap();
            contents.listings.retain(|l| l.id != id);
            city.remove_listing(id)
        }
        5 if dice.random_bool(0.2) => {
            contents.listings = specimen::contents(dice).listings;
            city.set_listings(contents.listings.clone())
        }
        _ => {
            let id = dice.random_range(1..60);
            let listing = specimen::listing(dice, id);
            contents.listings.retain(|l| l.id != listing.id);
            contents.listings.push(listing.clone());
            city.put_listing(listing)
        }
    }
}

/// A city and what it holds, after some changes.
pub(crate) fn lived_in(seed: u64) -> (Dice, City, Contents) {
    let mut dice = dice(seed);
    let mut contents = specimen::contents(&mut dice);
    let mut city = City::load(contents.clone());
    for _ in 0..dice.random_range(0..25) {
        let _ = change(&mut dice, &mut city, &mut contents);
    }
    (dice, city, contents)
}

/// An eighth of the usual number: every case is a whole city. `PROPTEST_CASES` asks for more.
pub(crate) fn cases() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: usual.cases.div_ceil(8), ..usual }
}

fn sorted_ids<'a>(rows: impl Iterator<Item = &'a ListingRow>) -> Vec<ListingId> {
    let mut ids: Vec<ListingId> = rows.map(ListingRow::id).collect();
    ids.sort();
    ids
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-3 + b.abs() * 1e-5
}

/// The row says what the scan saw.
fn agrees(city: &City, row: &ListingRow, seen: &Seen) -> Result<(), TestCaseError> {
    prop_assert_eq!(row.listing(), seen.listing.clone());
    prop_assert_eq!(row.place(), seen.listing.place);
    let zones: Vec<Zone> = city.zones_around(row).map(|z| z.zone().clone()).collect();
    prop_assert_eq!(zones, seen.zones.clone());
    prop_assert_eq!(row.district(), seen.zones.first().map(Zone::district));
    let mut districts: Vec<_> = row.districts().iter().collect();
    districts.sort();
    prop_assert_eq!(districts, seen.districts());
    let edge = seen.zones.first().map(|z| scan::edge_m(&z.geometry, seen.listing.place));
    prop_assert_eq!(row.zone_edge_m().is_some(), edge.is_some());
    prop_assert!(row.zone_edge_m().zip(edge).is_none_or(|(a, b)| close(a.into(), b)));
    let mut others: Vec<_> = seen.others.iter().map(|(district, _)| *district).collect();
    others.sort();
    prop_assert_eq!(row.other_districts().iter().collect::<Vec<_>>(), others);
    let other_m = seen.others.first().map(|(_, metres)| *metres);
    prop_assert_eq!(row.other_district_m().is_some(), other_m.is_some());
    prop_assert!(row.other_district_m().zip(other_m).is_none_or(|(a, b)| (f64::from(a) - b).abs() < 0.01));
    let top = seen.listing.premises.storeys.map(|s| s.highest().number());
    prop_assert_eq!(row.top_storey(), top.map(|storey| if storey < 0 { 0 } else { storey }));
    let street = seen.street.as_ref();
    prop_assert!(row.street_m().zip(street).is_none_or(|(a, (_, b))| close(a.into(), *b)));
    prop_assert_eq!(row.street_m().is_some(), street.is_some());
    prop_assert_eq!(row.foothold(), seen.foothold);
    prop_assert_eq!(city.station_near(row).map(|s| s.id), seen.station_id());
    let (walk, expected) = (row.station_walk(), seen.station.as_ref().map(|(_, walk)| *walk));
    prop_assert_eq!(walk.map(|w| w.method), expected.map(|w| w.method));
    prop_assert!(walk.zip(expected).is_none_or(|(a, b)| close(a.metres, b.metres)));
    let listed = city.stations_of(row).next();
    prop_assert_eq!(listed.map(|near| near.station.id), seen.station_id());
    prop_assert_eq!(city.town_of(row), seen.town.as_ref());
    Ok(())
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn the_index_finds_exactly_what_a_scan_finds(seed: u64) {
        let (mut dice, city, contents) = lived_in(seed);
        let seen = scan::published(&contents);
        prop_assert_eq!(city.listings().len(), seen.len());
        for one in &seen {
            let row = city.listings().get(one.listing.id);
            prop_assert!(row.is_some());
            agrees(&city, row.unwrap(), one)?;
        }
        for _ in 0..5 {
            let area = specimen::lon_lat_box(&mut dice);
            let expected: Vec<ListingId> =
                seen.iter().filter(|s| area.contains(s.listing.place)).map(|s| s.listing.id).collect();
            prop_assert_eq!(sorted_ids(city.listings().in_box(area)), expected);
        }
    }

    #[test]
    fn a_city_that_lived_through_changes_equals_one_loaded_afresh(seed: u64) {
        let (_, city, contents) = lived_in(seed);
        let fresh = City::load(contents.clone());
        prop_assert_eq!(sorted_ids(city.listings().iter()), sorted_ids(fresh.listings().iter()));
        for row in city.listings().iter() {
            prop_assert_eq!(row.around(), fresh.listings().get(row.id()).unwrap().around());
        }
        for listing in &contents.listings {
            prop_assert_eq!(city.has_ended(listing.id), listing.state.has_ended());
        }
    }

    #[test]
    fn layers_find_by_box_and_by_id_what_a_scan_finds(seed: u64) {
        let (mut dice, city, contents) = lived_in(seed);
        let area = specimen::lon_lat_box(&mut dice);
        let reaches = |b: Option<LonLatBox>| b.is_some_and(|b| b.intersects(area));
        let mut found: Vec<_> = city.streets().in_box(area).map(|s| s.id).collect();
        found.sort();
        let expected: Vec<_> = contents.streets.iter().filter(|s| reaches(s.bounds())).map(|s| s.id).collect();
        prop_assert_eq!(found, expected);
        let mut found: Vec<_> = city.towns().in_box(area).map(|t| t.id).collect();
        found.sort();
        let expected: Vec<_> = contents.towns.iter().filter(|t| reaches(t.bounds())).map(|t| t.id).collect();
        prop_assert_eq!(found, expected);
        for edition in city.editions() {
            let of: Vec<_> = contents.zones.iter().filter(|z| z.edition == edition.id).collect();
            prop_assert_eq!(city.zones_of(edition.id).map_or(0, super::ZoneIndex::len), of.len());
            for zone in of {
                prop_assert_eq!(city.zone_layer().get(zone.id).unwrap().zone(), zone);
            }
        }
    }

    #[test]
    fn a_zone_holds_its_inside_its_edges_and_its_corners(seed: u64) {
        let mut dice = dice(seed);
        let mut contents = specimen::contents(&mut dice);
        contents.listings.clear();
        let city = City::load(contents.clone());
        let mut places: Vec<LonLat> = (0..20).map(|_| specimen::place(&mut dice)).collect();
        let zone = &contents.zones[dice.random_range(0..contents.zones.len())];
        places.extend(zone.geometry.0[0].exterior().0.iter().map(|c| LonLat::try_from(*c).unwrap()));
        for place in places {
            let found: Vec<Zone> = city.zones().touching(place).into_iter().map(|z| z.zone().clone()).collect();
            prop_assert_eq!(found, scan::zones_at(&contents, place));
        }
    }

    #[test]
    fn the_other_districts_near_a_place_are_those_a_scan_finds(seed: u64) {
        let (mut dice, city, contents) = lived_in(seed);
        for _ in 0..20 {
            let place = specimen::place(&mut dice);
            let own = city.zones().touching(place).first().map(|z| z.district());
            let found = city.zones().other_districts(place, own, NEAR_M);
            let expected = scan::other_districts(&contents, place);
            prop_assert_eq!(found.len(), expected.len());
            for ((_, metres), (_, scanned)) in found.iter().zip(&expected) {
                prop_assert!((metres - scanned).abs() < 1e-6);
            }
        }
    }

    #[test]
    fn a_change_of_a_listing_touches_where_it_was_and_where_it_is(seed: u64) {
        let (mut dice, mut city, mut contents) = lived_in(seed);
        let before = city.clone();
        let touched = change(&mut dice, &mut city, &mut contents);
        let covered = |layer: Layer, place: LonLat| {
            touched.parts().iter().any(|(l, area)| *l == layer && area.contains(place))
        };
        for (one, other) in [(&before, &city), (&city, &before)] {
            for row in one.listings().iter() {
                let same = other.listings().get(row.id()).is_some_and(|o| o.listing() == row.listing());
                prop_assert!(same || covered(Layer::Listings, row.place()));
            }
            for zone in one.zones().iter() {
                let same = other.zones().get(zone.id()).is_some_and(|o| o.zone() == zone.zone());
                let corner = zone.bounds().and_then(|b| LonLat::new(b.west(), b.south()).ok()).unwrap();
                prop_assert!(same || covered(Layer::Zones, corner));
            }
            for street in one.streets().iter() {
                let same = other.streets().get(street.id) == Some(street);
                let corner = street.bounds().and_then(|b| LonLat::new(b.west(), b.south()).ok()).unwrap();
                prop_assert!(same || covered(Layer::Streets, corner));
            }
        }
    }
}

#[test]
fn a_town_only_listing_is_nowhere_but_in_the_centre_of_its_town() {
    let mut dice = dice(7);
    let mut contents = specimen::contents(&mut dice);
    let mut listing = specimen::listing(&mut dice, 1);
    listing.state = ListingState::Published;
    listing.pin = PinPrecision::Town;
    listing.address = "世田谷区赤堤1丁目9番9号".into();
    contents.towns = vec![crate::domain::Town {
        id: crate::domain::TownId::from_bits(9).unwrap(),
        source_key: None,
        municipality: "世田谷区".into(),
        name: "赤堤1丁目".parse().unwrap(),
        kana: None,
        centre: LonLat::new(listing.place.lon() + 0.003, listing.place.lat()).unwrap(),
        area: None,
        population: None,
        households: None,
    }];
    let centre = contents.towns[0].centre;
    contents.listings = vec![listing.clone()];
    let city = City::load(contents);
    let row = city.listings().get(listing.id).unwrap();
    assert_eq!((row.place(), row.listing().place), (centre, centre));
    assert_eq!(row.listing().address, "世田谷区赤堤一丁目");
    assert!(!row.haystack().contains('9'));
    assert!(row.place_is_approximate());
}

#[test]
fn a_listing_in_memory_is_no_larger_than_it_must_be() {
    assert_eq!((size_of::<super::row::Around>(), size_of::<ListingRow>()), (96, 208));
}

#[test]
fn an_empty_city_answers_with_nothing() {
    let mut city = City::load(Contents::default());
    let place = LonLat::new(139.6, 35.6).unwrap();
    assert!(city.bounds().is_none() && city.listings().bounds().is_none());
    assert!(city.nearest_street(place).is_none() && city.stations_on_foot(place).next().is_none());
    assert!(city.zones().nearest(place).is_none() && city.zones().touching(place).is_empty());
    assert!(city.remove_listing(ListingId::from_bits(1).unwrap()).is_empty());
    assert_eq!(city.listings().in_box(LonLatBox::new(-180.0, -90.0, 180.0, 90.0).unwrap()).count(), 0);
}

#[test]
fn a_box_over_the_antimeridian_cannot_be_asked() {
    assert!(LonLatBox::new(179.0, 35.0, -179.0, 36.0).is_err());
}
