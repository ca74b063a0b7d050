//! How long does it take to compare two editions of 100,000 polygons each, and how much memory?
//!
//! `cargo bench --bench ledger`. The polygons share crooked borders, so that the box of each overlaps those of its neighbours;
//! every fiftieth has another district in the later edition, every tenth is drawn with more points.

#![allow(missing_docs)] // criterion's macro writes a public function

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use geo_types::{Coord, LineString, MultiPolygon, Polygon};
use machikado::domain::{DistrictScheme, EditionId, Percent, PublishedDistrict, Zone, ZoneId};
use machikado::ledger::{DEFAULT_TOLERANCE_M, compare};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

const SIDE: usize = 317;
/// About 80 m.
const STEP: f64 = 0.0008;

/// The corners of all cells, each a little off its place.
fn corners() -> Vec<Coord<f64>> {
    let mut random = ChaCha8Rng::seed_from_u64(6);
    let mut off = move || random.random_range(-0.3..0.3) * STEP;
    let at = |i: usize| (139.4 + (i % (SIDE + 1)) as f64 * STEP, 35.4 + (i / (SIDE + 1)) as f64 * STEP);
    (0..(SIDE + 1) * (SIDE + 1)).map(|i| Coord { x: at(i).0 + off(), y: at(i).1 + off() }).collect()
}

fn edition(corners: &[Coord<f64>], later: bool) -> Vec<Zone> {
    let cell = |number: usize| {
        let (x, y) = (number % SIDE, number / SIDE);
        let at = |x: usize, y: usize| corners[y * (SIDE + 1) + x];
        let mut ring = vec![at(x, y), at(x + 1, y), at(x + 1, y + 1), at(x, y + 1), at(x, y)];
        if later && number.is_multiple_of(10) {
            ring.insert(1, (ring[0] + ring[1]) / 2.0);
        }
        let code = if later && number.is_multiple_of(50) { 10 } else { 1 + (x / 5 + y / 5) as i64 % 9 };
        Zone {
            id: ZoneId::from_bits(number as u64 + 1).expect("an id"),
            edition: EditionId::from_bits(1 + u64::from(later)).expect("an id"),
            published: PublishedDistrict::from_code(DistrictScheme::A29, code).expect("a code of A29"),
            coverage: Percent::coverage(60.0).ok(),
            floor_area: Percent::floor_area(200.0).ok(),
            fire: None,
            district_plan: None,
            geometry: MultiPolygon(vec![Polygon::new(LineString(ring), Vec::new())]),
        }
    };
    (0..SIDE * SIDE).map(cell).collect()
}

fn ledger(c: &mut Criterion) {
    let corners = corners();
    let (before, after) = (edition(&corners, false), edition(&corners, true));
    let (before, after): (Vec<&Zone>, Vec<&Zone>) = (before.iter().collect(), after.iter().collect());
    let found = compare(&before, &after, &[], DEFAULT_TOLERANCE_M);
    println!("{} polygons, {} changed pieces, {}", before.len(), found.changes.len(), most_memory());
    let mut group = c.benchmark_group("ledger");
    group.sample_size(10).measurement_time(Duration::from_secs(30));
    group.bench_function("two editions of 100,000 polygons", |b| {
        b.iter(|| black_box(compare(&before, &after, &[], DEFAULT_TOLERANCE_M)));
    });
    group.finish();
}

/// The most memory this program has had, as Linux tells it.
fn most_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "memory unknown".to_owned(), |line| format!("at most {} in memory", line.trim()))
}

criterion_group!(benches, ledger);
criterion_main!(benches);
