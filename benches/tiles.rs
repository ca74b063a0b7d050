//! How fast are tiles of zones, streets and listings at ward size: drawn anew, kept ready, and while
//! listings change? In process; `benches/http.sh` asks over HTTP, beside PostGIS.
//!
//! `BENCH_NATION=1` adds a city of a million listings.
#![allow(missing_docs)]

mod common;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use machikado::city::{City, ListingFilter, ListingRow};
use machikado::domain::{Contents, LonLat};
use machikado::geo::mercator;
use machikado::tile::{Accepted, TileAddress, TileRequest, TileService};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

const BUDGET: u64 = 256 << 20;

/// The tiles over some of the listings, so that busy places weigh more.
fn requests(city: &City, z: u8, filter: Option<&ListingFilter>) -> Vec<TileRequest> {
    let mut places: Vec<LonLat> = city.listings().iter().map(ListingRow::place).collect();
    places.sort_by(|a, b| a.lon().total_cmp(&b.lon()));
    let every = (places.len() / 200).max(1);
    let tile = |place: &LonLat| {
        let at = mercator((*place).into());
        let side = f64::from(1u32 << z);
        TileRequest {
            layers: "zones,streets,listings".parse().expect("layers"),
            tile: TileAddress::new(z.into(), (at.x * side) as u32, (at.y * side) as u32).expect("a tile"),
            shown: filter.cloned().map(Into::into),
        }
    };
    places.iter().step_by(every).map(tile).collect()
}

/// Asks for all tiles in turn; one element is one tile.
fn ask(c: &mut Criterion, name: &str, service: &TileService, city: &City, requests: &[TileRequest]) {
    let answer = |request| service.tile(|| city, request, Accepted::GZIP);
    let bytes: usize = requests.iter().map(|request| answer(request).bytes.len()).sum();
    let largest = requests.iter().map(|request| answer(request).bytes.len()).max().unwrap_or(0);
    println!("{name}: {} tiles, mean {} bytes, largest {largest}", requests.len(), bytes / requests.len());
    let mut group = c.benchmark_group("tiles");
    group.throughput(Throughput::Elements(requests.len() as u64)).sample_size(10);
    group.bench_function(name, |b| {
        b.iter(|| requests.iter().for_each(|request| drop(black_box(answer(request)))));
    });
    group.finish();
}

fn measure(c: &mut Criterion, name: &str, contents: Contents, zooms: &[u8]) {
    let mut city = City::load(contents);
    let filter = ListingFilter { rent_yen_max: Some(300_000), ..ListingFilter::default() };
    let (cold, warm) = (TileService::new(0), TileService::new(BUDGET));
    for z in zooms {
        let plain = requests(&city, *z, None);
        ask(c, &format!("{name} z{z} drawn anew"), &cold, &city, &plain);
        ask(c, &format!("{name} z{z} kept ready"), &warm, &city, &plain);
        let filtered = requests(&city, *z, Some(&filter));
        ask(c, &format!("{name} z{z} filtered, drawn anew"), &cold, &city, &filtered);
    }
    change(c, name, &mut city, &warm);
}

/// A listing changes, its tiles are dropped, and the one at zoom 14 is drawn again.
fn change(c: &mut Criterion, name: &str, city: &mut City, service: &TileService) {
    let requests = requests(city, 14, None);
    let mut random = ChaCha8Rng::seed_from_u64(1);
    let rows: Vec<_> = city.listings().iter().take(1000).map(|row| (row.id(), row.place())).collect();
    let mut listings =
        rows.iter().cycle().map(|(id, place)| common::listing(&mut random, id.bits() as usize - 1, *place));
    let mut group = c.benchmark_group("tiles");
    group.throughput(Throughput::Elements(1));
    group.bench_function(format!("{name} change and see it at z14"), |b| {
        b.iter(|| {
            let listing = listings.next().expect("the cycle has no end");
            let at = mercator(listing.place.into());
            let tile =
                TileAddress::new(14, (at.x * 16384.0) as u32, (at.y * 16384.0) as u32).expect("a tile");
            service.invalidate(&city.put_listing(listing));
            let request = TileRequest { tile, ..requests[0].clone() };
            black_box(service.tile(|| &*city, &request, Accepted::GZIP))
        });
    });
    group.finish();
}

fn tiles(c: &mut Criterion) {
    measure(c, "ward", common::ward(), &[11, 14, 16]);
    if std::env::var_os("BENCH_NATION").is_some() {
        measure(c, "nation", common::nation(), &[8, 11, 14, 16]);
    }
}

criterion_group!(benches, tiles);
criterion_main!(benches);
