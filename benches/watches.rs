//! How long does it take to find whom a change of one listing concerns, among 100,000 saved searches?
//!
//! `cargo bench --bench watches`. The searches are of every sort: boxes, circles, stations, streets,
//! towns, the whole ward; kinds, rents, areas, words, a use the law must allow.

#![allow(missing_docs)] // criterion's macro writes a public function

mod common;

use std::time::Instant;

use criterion::{Criterion, criterion_group, criterion_main};
use machikado::city::{City, LawFilter, ListingFilter, ListingRow, Words};
use machikado::domain::{Asking, Contents, Listing, ListingKind, LonLat, LonLatBox, WatchId, Yen};
use machikado::law::{Inputs, LawBook};
use machikado::query::{Search, SearchArea, WatchIndex};
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

const WATCHES: u64 = 100_000;

fn one<'a, T>(random: &mut ChaCha8Rng, of: &'a [T]) -> &'a T {
    of.choose(random).expect("the ward has some")
}

fn area(random: &mut ChaCha8Rng, contents: &Contents) -> SearchArea {
    let place = one(random, &contents.listings).place;
    match random.random_range(0..10) {
        0..=2 => {
            let half = random.random_range(0.002..0.02);
            let (x, y) = (place.lon(), place.lat());
            SearchArea::Box(
                LonLatBox::new(x - half, y - half, x + half, y + half).expect("a box of the ward"),
            )
        }
        3 => SearchArea::Radius { centre: place, metres: random.random_range(300.0..2_000.0) },
        4..=5 if !contents.stations.is_empty() => {
            SearchArea::Station { station: one(random, &contents.stations).id, walk_minutes: 10 }
        }
        6 => SearchArea::Streets(vec![one(random, &contents.streets).id]),
        7 if !contents.towns.is_empty() => SearchArea::Towns(vec![one(random, &contents.towns).id]),
        _ => SearchArea::Everywhere,
    }
}

fn filter(random: &mut ChaCha8Rng, law: &[LawFilter]) -> ListingFilter {
    let kinds = ListingKind::ALL.iter().copied().filter(|_| random.random_bool(0.2)).collect();
    ListingFilter {
        kinds,
        rent_yen_max: random.random_bool(0.7).then(|| random.random_range(8..50) * 10_000),
        area_m2_min: random.random_bool(0.3).then(|| f64::from(random.random_range(10..60))),
        words: if random.random_bool(0.1) { Words::of("カフェ") } else { Words::default() },
        law: random.random_bool(0.2).then(|| one(random, law).clone()),
        ..ListingFilter::default()
    }
}

fn dearer(listing: &Listing) -> Listing {
    let mut dearer = listing.clone();
    dearer.terms.rent = Asking::Amount(Yen::new(450_000).expect("a rent"));
    dearer
}

fn watches(criterion: &mut Criterion) {
    let mut random = ChaCha8Rng::seed_from_u64(7);
    let contents = common::ward();
    let book = LawBook::built_in();
    let law: Vec<LawFilter> = book
        .uses()
        .iter()
        .map(|land_use| LawFilter::of(book, land_use.id, &Inputs::default(), LawFilter::not_refused()))
        .collect();
    let start = Instant::now();
    let mut index = WatchIndex::default();
    for n in 1..=WATCHES {
        let search = Search {
            area: area(&mut random, &contents),
            filter: filter(&mut random, &law),
            ..Search::default()
        };
        index.add(WatchId::from_bits(n).expect("an id"), search);
    }
    println!("{} watches ready in {:.2?}", index.len(), start.elapsed());

    let changed: Vec<Listing> = contents.listings.iter().take(500).map(dearer).collect();
    let city = City::load(contents);
    let pairs: Vec<(&ListingRow, ListingRow)> = changed
        .iter()
        .filter_map(|listing| Some((city.listings().get(listing.id)?, city.as_shown(listing))))
        .collect();
    let mut slowest = std::time::Duration::ZERO;
    let mut concerned = 0;
    for (before, after) in &pairs {
        let start = Instant::now();
        concerned += index.concerned(&city, Some(before), Some(after)).len();
        slowest = slowest.max(start.elapsed());
    }
    println!(
        "a change concerns {} watches on average; the slowest took {slowest:.2?}",
        concerned / pairs.len()
    );

    let mut turn = pairs.iter().cycle();
    criterion.bench_function("a change against 100,000 watches", |b| {
        b.iter(|| {
            let (before, after) = turn.next().expect("a cycle never ends");
            index.concerned(&city, Some(before), Some(after)).len()
        });
    });
    let place = LonLat::new(130.0, 33.0).expect("elsewhere");
    let far = city.as_shown(&Listing { place, ..changed[0].clone() });
    criterion.bench_function("a change far from all of them", |b| {
        b.iter(|| index.concerned(&city, None, Some(&far)).len());
    });
}

criterion_group!(benches, watches);
criterion_main!(benches);
