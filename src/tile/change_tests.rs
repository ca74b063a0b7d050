//! Does the cache ever lie? Random changes fall on a city whose tiles are kept.

use proptest::prelude::*;
use rand::{Rng, SeedableRng, rngs::SmallRng};
use std::sync::Arc;

use super::fixtures::{contents, listing};
use super::{Accepted, LayerSet, TileAddress, TileRequest, TileService, encode};
use crate::city::{City, Clusters, LayerIndex, Touched, Vacancies, ZoneLayer};
use crate::domain::{Contents, ListingId, ListingState, LonLat};
use crate::geo::mercator;
use geo_types::Coord;

const CORNER: [f64; 2] = [139.58, 35.59];
const WIDTH: f64 = 0.1;

fn some_contents(seed: u64) -> Contents {
    contents(seed, CORNER, WIDTH / 6.0, 6, 80)
}

fn somewhere(rng: &mut SmallRng) -> LonLat {
    let mut along = || rng.random_range(-0.05..WIDTH + 0.05);
    LonLat::new(CORNER[0] + along(), CORNER[1] + along()).unwrap()
}

fn some_tile(rng: &mut SmallRng) -> TileRequest {
    let z = rng.random_range(0..=18u32);
    let side = f64::from(1u32 << z);
    let place = mercator(Coord::from(somewhere(rng)));
    let layers = ["listings", "zones,streets,listings", "towns,town_labels,boundaries,basemap,stations"];
    TileRequest {
        layers: layers[rng.random_range(0..3)].parse().unwrap(),
        tile: TileAddress::new(z, (place.x * side) as u32, (place.y * side) as u32).unwrap(),
        shown: None,
    }
}

/// One change of any kind.
fn change(city: &mut City, rng: &mut SmallRng) -> Touched {
    let seed = rng.random();
    let other = || some_contents(seed);
    let known = |rng: &mut SmallRng| ListingId::from_bits(1 << 40 | rng.random_range(0..100)).unwrap();
    match rng.random_range(0..14) {
        0 => city.set_stations(Arc::new(LayerIndex::build(other().stations))),
        1 => city.set_towns(Arc::new(LayerIndex::build(other().towns))),
        2 => {
            let mut streets: Vec<_> = city.streets().iter().cloned().collect();
            streets.truncate(rng.random_range(0..=streets.len()));
            streets.extend(other().streets.into_iter().skip(4));
            city.set_streets(Arc::new(LayerIndex::build(streets)))
        }
        3 => {
            let mut basemap: Vec<_> = city.basemap().iter().cloned().collect();
            basemap.truncate(rng.random_range(0..=basemap.len()));
            city.set_basemap(Arc::new(LayerIndex::build(basemap)))
        }
        4 => {
            let Contents { editions, zones, .. } = other();
            city.set_zones(Arc::new(ZoneLayer::build(editions, zones)))
        }
        5 => city.remove_listing(known(rng)),
        6 => city.set_listings(other().listings.into_iter().take(50).collect()),
        _ => {
            let place = somewhere(rng);
            let id = known(rng).bits();
            let mut listing = listing(rng, id, place);
            if rng.random_bool(0.2) {
                listing.state = ListingState::Let;
            }
            city.put_listing(listing)
        }
    }
}

fn fresh(city: &City, request: &TileRequest) -> Vec<u8> {
    encode(city, request.layers, request.tile, None)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn after_any_change_every_kept_tile_is_as_a_fresh_one(seed in any::<u64>()) {
        let mut rng = SmallRng::seed_from_u64(seed);
        let mut city = City::load(some_contents(seed));
        let service = TileService::new(64 << 20);
        let mut asked: Vec<TileRequest> = Vec::new();
        for _ in 0..12 {
            for _ in 0..25 {
                let request = some_tile(&mut rng);
                service.tile(|| &city, &request, Accepted::GZIP);
                asked.push(request);
            }
            let touched = change(&mut city, &mut rng);
            service.invalidate(&touched);
            for request in &asked {
                if service.is_kept(request) {
                    let kept = service.tile(|| -> &City { panic!("it is kept") }, request, Accepted::IDENTITY);
                    prop_assert_eq!(&kept.bytes[..], &fresh(&city, request)[..], "{:?}", request);
                }
            }
            prop_assert_eq!(city.clusters(), &Clusters::build(city.listings().iter()));
            let counted: Vacancies =
                city.listings().iter().filter_map(|row| Some(city.street_on(row)?.id)).collect();
            prop_assert_eq!(city.vacancies(), &counted);
        }
    }

    #[test]
    fn a_listing_drops_no_tile_that_is_a_cell_and_a_buffer_away(seed in any::<u64>()) {
        let mut rng = SmallRng::seed_from_u64(seed);
        let mut all = some_contents(seed);
        all.streets.clear();
        let mut city = City::load(all);
        let service = TileService::new(64 << 20);
        let asked: Vec<TileRequest> = (0..150).map(|_| some_tile(&mut rng)).collect();
        for request in &asked {
            service.tile(|| &city, request, Accepted::GZIP);
        }
        let place = somewhere(&mut rng);
        let mut shop = listing(&mut rng, 1 << 41, place);
        shop.pin = crate::domain::PinPrecision::Exact;
        service.invalidate(&city.put_listing(shop));
        let listings: LayerSet = "listings".parse().unwrap();
        for request in &asked {
            let reach = if request.tile.z() < 15 { 0.125 + 0.016 + 0.001 } else { 0.016 + 0.001 };
            let near = request.tile.bounds(reach).contains(place);
            prop_assert!(service.is_kept(request) || (near && request.layers.intersects(listings)));
        }
    }

    #[test]
    fn a_tile_encoded_before_a_change_is_not_kept_after_it(seed in any::<u64>()) {
        let mut rng = SmallRng::seed_from_u64(seed);
        let mut city = City::load(some_contents(seed));
        let service = TileService::new(64 << 20);
        let mut survived = 0;
        for _ in 0..30 {
            let request = some_tile(&mut rng);
            service.tile(
                || {
                    let before = Box::new(city.clone());
                    let touched = change(&mut city, &mut rng);
                    service.invalidate(&touched);
                    before
                },
                &request,
                Accepted::GZIP,
            );
            if service.is_kept(&request) {
                let kept = service.tile(|| -> &City { panic!("it is kept") }, &request, Accepted::IDENTITY);
                prop_assert_eq!(&kept.bytes[..], &fresh(&city, &request)[..]);
                survived += 1;
            }
        }
        prop_assert!(survived > 0, "a change elsewhere must not keep a tile out");
    }
}

#[test]
fn a_filtered_tile_shows_a_change_at_once() {
    let mut rng = SmallRng::seed_from_u64(5);
    let mut city = City::load(some_contents(5));
    let service = TileService::new(1 << 20);
    let filter = crate::city::ListingFilter { rent_yen_max: Some(900_000), ..Default::default() };
    let request = TileRequest {
        layers: "listings".parse().unwrap(),
        tile: TileAddress::new(0, 0, 0).unwrap(),
        shown: Some(filter.into()),
    };
    let before = service.tile(|| &city, &request, Accepted::GZIP);
    let again = service.tile(|| -> &City { panic!("it is kept") }, &request, Accepted::GZIP);
    assert_eq!(before.etag(), again.etag());
    let place = somewhere(&mut rng);
    service.invalidate(&city.put_listing(listing(&mut rng, 1 << 41, place)));
    assert_ne!(service.tile(|| &city, &request, Accepted::GZIP).etag(), before.etag());
}

#[test]
fn a_filter_counts_in_clusters_only_what_it_accepts() {
    let city = City::load(some_contents(9));
    let everything = crate::city::ListingFilter { rent_yen_min: Some(0), ..Default::default() };
    let listings: LayerSet = "listings".parse().unwrap();
    for z in 0..=16 {
        let side = f64::from(1u32 << z);
        let place = mercator(Coord { x: CORNER[0] + 0.05, y: CORNER[1] + 0.05 });
        let tile = TileAddress::new(z, (place.x * side) as u32, (place.y * side) as u32).unwrap();
        let plain = encode(&city, listings, tile, None);
        assert_eq!(encode(&city, listings, tile, Some(&everything.clone().into())), plain, "{tile}");
    }
    let nothing = crate::city::ListingFilter { rent_yen_min: Some(1 << 36), ..Default::default() };
    let nothing = crate::city::ListingFilter { by_negotiation: crate::city::ByNegotiation::Drop, ..nothing };
    let world = TileAddress::new(0, 0, 0).unwrap();
    assert!(encode(&city, listings, world, Some(&nothing.into())).is_empty());
}

#[test]
fn the_cache_stays_within_its_budget() {
    let mut rng = SmallRng::seed_from_u64(6);
    let city = City::load(some_contents(6));
    let service = TileService::new(200_000);
    for _ in 0..600 {
        service.tile(|| &city, &some_tile(&mut rng), Accepted::IDENTITY);
    }
    assert!(service.kept().1 <= 200_000, "{:?}", service.kept());
    assert!(service.kept().0 > 0);
}
