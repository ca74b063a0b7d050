//! How fast are questions in process, beside the bare R-tree they stand on?
//!
//! `cargo bench --bench queries` measures the ward; `MACHIKADO_BENCH_NATION=1` the nation as well. Each
//! question is asked of the city and of a bare `rstar` tree with the same points or polygons, turn by
//! turn in one run, because only ratios of one run count. The bare tree keeps what the question
//! needs in columns beside it and nothing else.

#![allow(missing_docs)] // criterion's macro writes a public function

mod common;

use std::hint::black_box;
use std::time::Instant;

use criterion::{Criterion, criterion_group, criterion_main};
use machikado::city::{City, LawFilter, ListingFilter, WordSet};
use machikado::domain::{Contents, LonLat, LonLatBox, Storey, Yen, Zone};
use machikado::law::{Inputs, LawBook, Verdict};
use machikado::query::{Search, SearchArea, nearest, search, zone_at};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

/// Half a box of about 1 km, degrees of longitude and latitude.
const HALF: [f64; 2] = [0.0055, 0.0045];
const LIMIT: usize = 100;
const RENT_MAX: u64 = 300_000;

/// The same points and polygons without a city around them.
struct Bare {
    points: RTree<GeomWithData<[f64; 2], u32>>,
    ids: Vec<u64>,
    rents: Vec<u64>,
    ground: Vec<bool>,
    zones: RTree<GeomWithData<Rectangle<[f64; 2]>, u32>>,
    rings: Vec<Vec<[f64; 2]>>,
}

impl Bare {
    fn of(contents: &Contents) -> Self {
        let points = contents.listings.iter().enumerate();
        let point = |(i, l): (usize, &machikado::domain::Listing)| {
            GeomWithData::new([l.place.lon(), l.place.lat()], i as u32)
        };
        let ring = |z: &Zone| z.geometry.0[0].exterior().0.iter().map(|c| [c.x, c.y]).collect();
        let rings: Vec<Vec<[f64; 2]>> = contents.zones.iter().map(ring).collect();
        let boxed = |(i, ring): (usize, &Vec<[f64; 2]>)| {
            let around = AABB::from_points(ring.iter());
            GeomWithData::new(Rectangle::from_aabb(around), i as u32)
        };
        let listings = &contents.listings;
        Self {
            points: RTree::bulk_load(points.map(point).collect()),
            ids: listings.iter().map(|l| l.id.bits()).collect(),
            rents: listings.iter().map(|l| l.terms.rent.amount().map_or(0, Yen::yen)).collect(),
            ground: listings
                .iter()
                .map(|l| l.premises.storeys.is_some_and(|s| s.contains(Storey::GROUND)))
                .collect(),
            zones: RTree::bulk_load(rings.iter().enumerate().map(boxed).collect()),
            rings,
        }
    }

    fn box_and_filter(&self, place: LonLat) -> usize {
        let [x, y] = [place.lon(), place.lat()];
        let area = AABB::from_corners([x - HALF[0], y - HALF[1]], [x + HALF[0], y + HALF[1]]);
        let found = self.points.locate_in_envelope_intersecting(area).map(|p| p.data as usize);
        let wanted = found.filter(|i| self.rents[*i] <= RENT_MAX && self.ground[*i]);
        count(wanted.take(LIMIT).map(|i| self.ids[i]))
    }

    fn nearest(&self, place: LonLat) -> usize {
        let around = self.points.nearest_neighbor_iter([place.lon(), place.lat()]);
        count(around.take(10).map(|p| self.ids[p.data as usize]))
    }

    /// Even-odd, without a thought for edges.
    fn zone(&self, place: LonLat) -> usize {
        let [x, y] = [place.lon(), place.lat()];
        let inside = |ring: &[[f64; 2]]| {
            ring.windows(2).fold(false, |inside, edge| {
                let ([ax, ay], [bx, by]) = (edge[0], edge[1]);
                let crosses = (ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax;
                inside != crosses
            })
        };
        let found = self.zones.locate_all_at_point([x, y]).map(|z| z.data as usize);
        count(found.filter(|i| inside(&self.rings[*i])))
    }
}

/// How many there are, each of them looked at.
fn count<T>(answers: impl Iterator<Item = T>) -> usize {
    answers.fold(0, |count, answer| {
        black_box(answer);
        count + 1
    })
}

fn filter() -> ListingFilter {
    ListingFilter { rent_yen_max: Some(RENT_MAX), ground_floor: true, ..ListingFilter::default() }
}

fn around(place: LonLat) -> LonLatBox {
    let [x, y] = [place.lon(), place.lat()];
    LonLatBox::new(x - HALF[0], y - HALF[1], x + HALF[0], y + HALF[1]).expect("a kilometre of Japan is a box")
}

fn box_and_filter(city: &City, place: LonLat) -> usize {
    let filter = filter();
    let wanted = filter.prepared(city);
    let found = city.listings().in_box(around(place)).filter(|row| wanted.accepts(row));
    count(found.take(LIMIT).map(|row| row.id().bits()))
}

fn first_page(city: &City, place: LonLat) -> usize {
    let area = SearchArea::Box(around(place));
    let asked = Search { area, filter: filter(), limit: LIMIT, ..Search::default() };
    search(city, &asked).expect("a box can be searched").items.len()
}

/// The same page, with every listing of the box judged for a cafe.
fn first_page_for_a_cafe(city: &City, place: LonLat, law: &LawFilter) -> usize {
    let area = SearchArea::Box(around(place));
    let filter = ListingFilter { law: Some(law.clone()), ..filter() };
    let asked = Search { area, filter, limit: LIMIT, ..Search::default() };
    search(city, &asked).expect("a box can be searched").items.len()
}

/// Verdicts for all listings, one after the other.
fn judge_all(city: &City, law: &LawFilter) -> usize {
    city.listings().iter().filter(|row| law.verdict(row) == Verdict::Permitted).count()
}

/// The verdicts on a cafe, worked out once as a search does.
fn cafe() -> LawFilter {
    let book = LawBook::built_in();
    let cafe = book.use_("cafe_restaurant").expect("the book knows cafes");
    LawFilter::of(book, cafe, &Inputs::default(), WordSet::EMPTY)
}

type Ask<'a> = &'a dyn Fn(LonLat) -> usize;

fn measure(criterion: &mut Criterion, size: &str, contents: Contents) {
    let mut random = ChaCha8Rng::seed_from_u64(5);
    let listings = &contents.listings;
    let near = |random: &mut ChaCha8Rng| {
        let place = listings[random.random_range(0..listings.len())].place;
        let mut off = || random.random_range(-0.003..0.003);
        LonLat::new(place.lon() + off(), place.lat() + off()).expect("a place beside a place")
    };
    let places: Vec<LonLat> = (0..2_000).map(|_| near(&mut random)).collect();
    let bare = Bare::of(&contents);
    let start = Instant::now();
    let city = City::load(contents);
    println!("{size}: loaded in {:.2?}, resident with the bare trees {}", start.elapsed(), resident());

    let everything = ListingFilter::default();
    let law = cafe();
    let questions: [(&str, Ask, Option<Ask>); 9] = [
        ("box and filter", &|p| box_and_filter(&city, p), Some(&|p| bare.box_and_filter(p))),
        ("nearest 10", &|p| nearest(&city, p, 10, &everything).items.len(), Some(&|p| bare.nearest(p))),
        ("zones at a point", &|p| city.zones().touching(p).len(), Some(&|p| bare.zone(p))),
        ("zone and edge", &|p| zone_at(&city, p, None).zones.len(), None),
        ("zone, edge and 100 m around", &|p| zone_at(&city, p, Some(100.0)).shares.len(), None),
        ("box, filter, sorted page", &|p| first_page(&city, p), None),
        ("box, filter, verdict, sorted page", &|p| first_page_for_a_cafe(&city, p, &law), None),
        ("the verdict table of a use", &|_| usize::from(cafe().narrows()), None),
        ("what is at a place", &|p| machikado::query::place_at(&city, p).zones.len(), None),
    ];
    let mut group = criterion.benchmark_group(size);
    for (name, ask, _) in &questions {
        let mut turn = places.iter().cycle();
        group.bench_function(*name, |b| b.iter(|| ask(*turn.next().expect("a cycle never ends"))));
    }
    group.finish();
    tell_verdicts(size, &city, &law, &places);
    for (name, ask, bare) in &questions {
        if let Some(bare) = bare {
            assert!(places.iter().all(|p| ask(*p) == bare(*p)), "{name}: both answer alike");
            let (ours, theirs) = turn_by_turn(&places, *ask, *bare);
            println!("{size}: {name}: {ours:.0} ns, bare rstar {theirs:.0} ns, ratio {:.2}", ours / theirs);
        }
    }
}

/// How much a verdict costs: beside a search without one, and on its own.
fn tell_verdicts(size: &str, city: &City, law: &LawFilter, places: &[LonLat]) {
    let with = |p: LonLat| first_page_for_a_cafe(city, p, law);
    let (with, without) = turn_by_turn(places, &with, &|p| first_page(city, p));
    let start = Instant::now();
    black_box(judge_all(city, law));
    let each = start.elapsed().as_nanos() as f64 / city.listings().len() as f64;
    println!(
        "{size}: search with verdicts {with:.0} ns, without {without:.0} ns, ratio {:.2}; a verdict alone {each:.0} ns",
        with / without
    );
}

/// Median nanoseconds a question takes of one and of the other, asked in turns. A turn is short, so
/// that most turns run undisturbed on a busy machine.
fn turn_by_turn(places: &[LonLat], one: Ask, other: Ask) -> (f64, f64) {
    let time = |ask: Ask, places: &[LonLat]| {
        let start = Instant::now();
        let answers: usize = places.iter().map(|p| ask(*p)).sum();
        black_box(answers);
        start.elapsed().as_nanos() as f64 / places.len() as f64
    };
    let rounds = (0..20).flat_map(|_| places.chunks(50));
    let (mut ours, mut theirs): (Vec<f64>, Vec<f64>) =
        rounds.map(|turn| (time(one, turn), time(other, turn))).unzip();
    let median = |times: &mut Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    };
    (median(&mut ours), median(&mut theirs))
}

fn resident() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    line.map_or_else(|| "unknown".into(), |line| line["VmRSS:".len()..].trim().to_owned())
}

fn ward(criterion: &mut Criterion) {
    measure(criterion, "ward", common::ward());
    if std::env::var_os("MACHIKADO_BENCH_NATION").is_some() {
        measure(criterion, "nation", common::nation());
    }
}

criterion_group!(benches, ward);
criterion_main!(benches);
