//! How long does it take to know every walk of a ward?
//!
//! `cargo bench --bench walks` builds the graph of the sample ward's roads and of a made-up grid of the
//! size OpenStreetMap has of a ward, looks for the nearest stations of every listing, and draws the
//! land within ten minutes of a place. Memory is printed beside.

#![allow(missing_docs)] // criterion's macro writes a public function

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use geo_types::{Coord, LineString};
use machikado::domain::{Batch, LonLat};
use machikado::geo::{Foothold, NearestStarts, WalkGraph, walk_metres};
use machikado::import::{ImportKind, ImportOptions, read};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

struct Ward {
    name: &'static str,
    lines: Vec<LineString<f64>>,
    stations: Vec<LonLat>,
    listings: Vec<LonLat>,
}

fn rows(kind: ImportKind, file: &str) -> Batch {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sample").join(file);
    read(kind, &[path], &ImportOptions::default()).expect("the sample can be imported").batch
}

fn sample() -> Ward {
    let (Batch::Roads { roads, .. }, Batch::Stations(stations), Batch::Listings(listings)) = (
        rows(ImportKind::Roads, "roads.geojson"),
        rows(ImportKind::Stations, "stations.geojson"),
        rows(ImportKind::Listings, "listings.csv"),
    ) else {
        unreachable!("each kind gives its rows")
    };
    Ward {
        name: "sample ward",
        lines: roads.into_iter().map(|road| road.line).collect(),
        stations: stations.into_iter().map(|s| s.place).collect(),
        listings: listings.into_iter().map(|l| l.place).collect(),
    }
}

/// 60,000 streets of three bends over 11 km by 11 km, 40 stations, 5,000 listings.
fn grid() -> Ward {
    const SIDE: usize = 173;
    let mut random = ChaCha8Rng::seed_from_u64(11);
    let place = |x: f64, y: f64| Coord { x: 139.58 + x * 0.00064, y: 35.59 + y * 0.00058 };
    let crossings: Vec<Vec<Coord<f64>>> = (0..SIDE)
        .map(|x| {
            let mut off = || random.random_range(-0.3..0.3);
            (0..SIDE).map(|y| place(x as f64 + off(), y as f64 + off())).collect()
        })
        .collect();
    let mut lines = Vec::new();
    for (x, y) in (0..SIDE).flat_map(|x| (0..SIDE).map(move |y| (x, y))) {
        let here = crossings[x][y];
        let east = crossings.get(x + 1).map(|column| column[y]);
        for there in [east, crossings[x].get(y + 1).copied()].into_iter().flatten() {
            let bend = |share: f64| Coord {
                x: here.x + (there.x - here.x) * share + 0.000_02 * (share - 0.5),
                y: here.y + (there.y - here.y) * share,
            };
            lines.push(LineString(vec![here, bend(0.25), bend(0.5), bend(0.75), there]));
        }
    }
    let mut somewhere = || {
        let (x, y) = (random.random_range(0.0..172.0), random.random_range(0.0..172.0));
        LonLat::try_from(place(x, y)).expect("a place in the ward")
    };
    let stations = (0..40).map(|_| somewhere()).collect();
    Ward {
        name: "grid of 60,000 streets",
        lines,
        stations,
        listings: (0..5_000).map(|_| somewhere()).collect(),
    }
}

fn walks(criterion: &mut Criterion) {
    for ward in [sample(), grid()] {
        let graph = WalkGraph::build(&ward.lines);
        println!(
            "{}: {} lines, {} junctions, {} edges, {:.1} MB",
            ward.name,
            ward.lines.len(),
            graph.junctions(),
            graph.edges().len(),
            graph.bytes() as f64 / 1e6
        );
        let footholds = |places: &[LonLat]| -> Vec<Option<Foothold>> {
            places.iter().map(|place| graph.foothold(*place)).collect()
        };
        let nearest = NearestStarts::of(&graph, footholds(&ward.stations));
        let centre = ward.stations[0];
        let start = graph.foothold(centre).expect("a station lies by a road");

        let mut group = criterion.benchmark_group(ward.name);
        group.sample_size(20);
        group.bench_function("build the graph", |b| b.iter(|| WalkGraph::build(black_box(&ward.lines))));
        group.bench_function("search from all stations", |b| {
            b.iter(|| NearestStarts::of(&graph, footholds(&ward.stations)));
        });
        group.bench_function(format!("nearest stations of {} listings", ward.listings.len()), |b| {
            let all = || {
                let feet = ward.listings.iter().filter_map(|place| graph.foothold(*place));
                feet.map(|foot| nearest.nearest(&graph, foot).len()).sum::<usize>()
            };
            b.iter(all);
        });
        group.bench_function("land within 10 minutes", |b| {
            b.iter(|| graph.reach(start, walk_metres(10)).area(centre));
        });
        group.finish();
    }
}

criterion_group!(benches, walks);
criterion_main!(benches);
