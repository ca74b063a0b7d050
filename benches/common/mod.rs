//! Deterministic cities to measure with, like those the peers were measured with: **ward** has 5,000
//! listings, 600 zones that tessellate it and 130 streets; **nation** has 1,000,000 listings
//! clustered in 600 cities, 100,000 zones and 13,000 streets.
#![allow(dead_code, clippy::unwrap_used)]

use std::f64::consts::TAU;

use geo_types::{Coord, LineString, MultiLineString, MultiPolygon, Polygon};
use machikado::domain::{
    AreaM2, Asking, Boundary, BoundaryId, ChangeSeq, Condition, Contents, Cooking, Deposit, DistrictScheme,
    Edition, EditionId, Freshness, Handover, Listing, ListingId, ListingKind, ListingState, LonLat, LumpSum,
    Months, OfferedBy, Percent, PinPrecision, Premises, PublishedDistrict, ShoppingStreet, Station,
    StationId, StationLine, Storey, Storeys, StreetId, StreetShape, Terms, Utilities, Yen, Zone, ZoneId,
};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use time::Duration;
use time::macros::{date, datetime};

const SEED: u64 = 20_260_701;

/// West, south, east, north.
type Bounds = [f64; 4];
const WARD: Bounds = [139.58, 35.59, 139.69, 35.69];
const NATION: Bounds = [130.0, 31.0, 145.0, 45.0];

/// A place where listings crowd.
struct Centre {
    at: [f64; 2],
    weight: f64,
    spread: f64,
}

/// 5,000 listings, 600 zones, 130 streets, 25 stations.
pub(crate) fn ward() -> Contents {
    let mut random = ChaCha8Rng::seed_from_u64(SEED);
    let centres: Vec<Centre> = (0..25)
        .map(|_| Centre {
            at: [random.random_range(139.585..139.685), random.random_range(35.595..35.685)],
            weight: pareto(&mut random, 1.2) + 0.3,
            spread: random.random_range(0.0012..0.004),
        })
        .collect();
    let places = places(&mut random, &centres, WARD, 5_000, 0.2);
    let zones = tessellation(&mut random, 1, 20, 30, WARD);
    contents(&mut random, &centres, WARD, &places, zones, 130)
}

/// 1,000,000 listings in 600 cities, 100,000 zones, 13,000 streets, 600 stations.
pub(crate) fn nation() -> Contents {
    let mut random = ChaCha8Rng::seed_from_u64(SEED + 1);
    let mut centres: Vec<Centre> = (0..600)
        .map(|i| {
            let at = ARC[i % ARC.len()];
            let off = if i < ARC.len() { 0.0 } else { 0.35 };
            Centre {
                at: [
                    (at[0] + off * normal(&mut random)).clamp(130.05, 144.95),
                    (at[1] + off * normal(&mut random)).clamp(31.05, 44.95),
                ],
                weight: pareto(&mut random, 1.1).min(60.0) + 0.2,
                spread: random.random_range(0.01..0.06),
            }
        })
        .collect();
    centres[13] = Centre { at: ARC[13], weight: 80.0, spread: 0.03 };
    let places = places(&mut random, &centres, NATION, 1_000_000, 0.01);
    let mut order: Vec<usize> = (0..centres.len()).collect();
    order.sort_by(|a, b| centres[*b].weight.total_cmp(&centres[*a].weight));
    let (side, mut used, mut zones) = (0.11, Vec::new(), Vec::new());
    for centre in order.iter().take(250).map(|i| &centres[*i]) {
        let home = ((centre.at[0] / side).floor() as i64, (centre.at[1] / side).floor() as i64);
        let ring = |r: i64| {
            (-r..=r)
                .flat_map(move |x| (-r..=r).map(move |y| (x, y)))
                .filter(move |(x, y)| x.abs().max(y.abs()) == r)
        };
        let cell = (0..40)
            .flat_map(ring)
            .map(|(x, y)| (home.0 + x, home.1 + y))
            .find(|c| !used.contains(c))
            .unwrap();
        used.push(cell);
        let (west, south) = (cell.0 as f64 * side, cell.1 as f64 * side);
        zones.extend(tessellation(
            &mut random,
            zones.len() as u64 + 1,
            20,
            20,
            [west, south, west + side, south + side],
        ));
    }
    contents(&mut random, &centres, NATION, &places, zones, 13_000)
}

/// Cities along the islands; the fourteenth is Setagaya.
const ARC: [[f64; 2]; 30] = [
    [130.4, 31.6],
    [130.7, 32.8],
    [130.4, 33.6],
    [131.6, 33.2],
    [132.5, 34.4],
    [133.9, 34.66],
    [134.6, 34.07],
    [135.2, 34.7],
    [135.5, 34.68],
    [135.76, 35.0],
    [136.9, 35.18],
    [138.4, 34.97],
    [139.64, 35.45],
    [139.645, 35.64],
    [139.75, 35.70],
    [139.9, 36.4],
    [140.47, 37.75],
    [140.87, 38.27],
    [141.15, 39.7],
    [140.74, 40.82],
    [141.35, 43.06],
    [142.36, 43.77],
    [143.2, 42.92],
    [144.38, 42.98],
    [138.18, 36.65],
    [139.04, 37.91],
    [136.65, 36.56],
    [137.21, 36.7],
    [140.1, 39.72],
    [133.05, 35.46],
];

fn contents(
    random: &mut ChaCha8Rng,
    centres: &[Centre],
    bounds: Bounds,
    places: &[LonLat],
    zones: Vec<Zone>,
    streets: usize,
) -> Contents {
    let [west, south, east, north] = bounds;
    let ring = [(west, south), (east, south), (east, north), (west, north), (west, south)];
    Contents {
        seq: ChangeSeq(1),
        editions: vec![edition()],
        zones,
        streets: (0..streets)
            .map(|i| {
                let start = places[random.random_range(0..places.len())];
                street(random, i, start)
            })
            .collect(),
        stations: centres.iter().enumerate().map(|(i, centre)| station(i, centre)).collect(),
        towns: Vec::new(),
        boundaries: vec![Boundary {
            id: BoundaryId::from_bits(1).unwrap(),
            code: "13112".into(),
            name: "世田谷区".into(),
            geometry: Polygon::new(LineString::from(ring.to_vec()), vec![]).into(),
        }],
        areas: Vec::new(),
        basemap: Vec::new(),
        blocks: Vec::new(),
        listings: places.iter().enumerate().map(|(i, place)| listing(random, i, *place)).collect(),
        ..Contents::default()
    }
}

/// Where listings are: crowded around centres, some of them anywhere.
fn places(
    random: &mut ChaCha8Rng,
    centres: &[Centre],
    bounds: Bounds,
    count: usize,
    anywhere: f64,
) -> Vec<LonLat> {
    let total: f64 = centres.iter().map(|c| c.weight).sum();
    let mut up_to = 0.0;
    let ends: Vec<f64> = centres
        .iter()
        .map(|c| {
            up_to += c.weight / total;
            up_to
        })
        .collect();
    let [west, south, east, north] = bounds;
    let round = |degrees: f64| (degrees * 1e7).round() / 1e7;
    (0..count)
        .map(|_| {
            let (lon, lat) = if random.random_bool(anywhere) {
                (random.random_range(west..east), random.random_range(south..north))
            } else {
                let drawn: f64 = random.random();
                let centre = &centres[ends.partition_point(|end| *end < drawn).min(centres.len() - 1)];
                let [lon, lat] = centre.at;
                (lon + normal(random) * centre.spread, lat + normal(random) * centre.spread)
            };
            LonLat::new(round(lon.clamp(west, east)), round(lat.clamp(south, north))).unwrap()
        })
        .collect()
}

/// A listing with the peers' twelve attributes.
pub(crate) fn listing(random: &mut impl Rng, number: usize, place: LonLat) -> Listing {
    let rent = ((12.4 + 0.6 * normal(random)).exp() / 1000.0).round() * 1000.0;
    let area = (3.7 + 0.6 * normal(random)).exp().clamp(3.0, 5_000.0);
    let storey = [-1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4, 5][random.random_range(0..13)];
    let updated = date!(2025 - 06 - 15) + Duration::days(random.random_range(0..350));
    let mut terms = Terms::unstated();
    terms.rent = Asking::Amount(Yen::new(rent as u64).unwrap());
    let months = LumpSum::Months(Months::new(f64::from(random.random_range(1..13u8))).unwrap());
    terms.deposit = Asking::Amount(Deposit { sum: months, amortisation: None });
    Listing {
        id: ListingId::from_bits(number as u64 + 1).unwrap(),
        source_key: None,
        kind: ListingKind::ALL[random.random_range(0..ListingKind::ALL.len())],
        state: ListingState::Published,
        title: format!("Shop {:07}", number + 1),
        description: String::new(),
        address: String::new(),
        place,
        pin: PinPrecision::Exact,
        terms,
        premises: Premises {
            area: Some(AreaM2::new((area * 10.0).round() / 10.0).unwrap()),
            storeys: Some(Storeys::single(Storey::new(storey).unwrap())),
            frontage_m: Some((random.random_range(2.0..14.0f64) * 10.0).round() / 10.0),
            built_year: Some(random.random_range(1965..2026)),
            condition: Condition::ALL[random.random_range(0..Condition::ALL.len())],
            cooking: Cooking::ALL[random.random_range(0..Cooking::ALL.len())],
            utilities: Utilities { loading: Some(random.random_bool(0.15)), ..Utilities::default() },
            ..Premises::unstated()
        },
        handover: Handover::Now,
        offered_by: OfferedBy::Owner,
        licence_number: None,
        trades: Vec::new(),
        photos: Vec::new(),
        freshness: Freshness::starting(updated),
        synthetic: true,
    }
}

fn edition() -> Edition {
    Edition {
        id: EditionId::from_bits(1).unwrap(),
        name: "2025".into(),
        area: "bench".into(),
        source: "bench".into(),
        licence: "CC0".into(),
        as_of: date!(2025 - 04 - 01),
        imported_at: datetime!(2026-01-01 0:00 UTC),
        checksum: String::new(),
    }
}

/// Zones between jittered lattice points; neighbours share their wiggled edge vertex for vertex.
fn tessellation(
    random: &mut ChaCha8Rng,
    first_id: u64,
    columns: usize,
    rows: usize,
    bounds: Bounds,
) -> Vec<Zone> {
    let [west, south, east, north] = bounds;
    let (width, height) = ((east - west) / columns as f64, (north - south) / rows as f64);
    let mut jitter =
        |inner: bool, step: f64| if inner { random.random_range(-0.28..0.28) * step } else { 0.0 };
    let lattice: Vec<Vec<Coord<f64>>> = (0..=columns)
        .map(|i| {
            (0..=rows)
                .map(|j| Coord {
                    x: west + i as f64 * width + jitter(i > 0 && i < columns, width),
                    y: south + j as f64 * height + jitter(j > 0 && j < rows, height),
                })
                .collect()
        })
        .collect();
    let across: Vec<Vec<Vec<Coord<f64>>>> = (0..columns)
        .map(|i| (0..=rows).map(|j| wiggle(random, lattice[i][j], lattice[i + 1][j])).collect())
        .collect();
    let upwards: Vec<Vec<Vec<Coord<f64>>>> = (0..=columns)
        .map(|i| (0..rows).map(|j| wiggle(random, lattice[i][j], lattice[i][j + 1])).collect())
        .collect();
    let mut zones = Vec::with_capacity(columns * rows);
    for i in 0..columns {
        for j in 0..rows {
            let mut ring = across[i][j].clone();
            ring.extend_from_slice(&upwards[i + 1][j][1..]);
            ring.extend(across[i][j + 1].iter().rev().skip(1));
            ring.extend(upwards[i][j].iter().rev().skip(1));
            let code = random.random_range(1..=12);
            zones.push(Zone {
                id: ZoneId::from_bits(first_id + zones.len() as u64).unwrap(),
                edition: EditionId::from_bits(1).unwrap(),
                published: PublishedDistrict::from_code(DistrictScheme::A29, code).unwrap(),
                coverage: Percent::coverage([40.0, 50.0, 60.0, 80.0][random.random_range(0..4)]).ok(),
                floor_area: Percent::floor_area(
                    [80.0, 100.0, 150.0, 200.0, 300.0, 400.0][random.random_range(0..6)],
                )
                .ok(),
                fire: None,
                district_plan: None,
                geometry: MultiPolygon(vec![Polygon::new(LineString(ring), vec![])]),
            });
        }
    }
    zones
}

/// A line from one lattice point to the next that wanders a little on the way.
fn wiggle(random: &mut ChaCha8Rng, from: Coord<f64>, to: Coord<f64>) -> Vec<Coord<f64>> {
    let segments = random.random_range(8..50);
    let round = |c: Coord<f64>| Coord { x: (c.x * 1e7).round() / 1e7, y: (c.y * 1e7).round() / 1e7 };
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    (0..=segments)
        .map(|i| {
            let along = f64::from(i) / f64::from(segments);
            let ends = i == 0 || i == segments;
            let off = if ends { 0.0 } else { 0.02 * normal(random) * (along * TAU / 2.0).sin() };
            round(Coord { x: from.x + dx * along - dy * off, y: from.y + dy * along + dx * off })
        })
        .collect()
}

fn street(random: &mut impl Rng, number: usize, start: LonLat) -> ShoppingStreet {
    let (mut lon, mut lat, mut heading) = (start.lon(), start.lat(), random.random_range(0.0..TAU));
    let points = (0..random.random_range(6..40))
        .map(|_| {
            let point = Coord { x: (lon * 1e7).round() / 1e7, y: (lat * 1e7).round() / 1e7 };
            heading += 0.25 * normal(random);
            let step = random.random_range(8.0..30.0) / 111_000.0;
            lon += step * heading.cos() / lat.to_radians().cos();
            lat += step * heading.sin();
            point
        })
        .collect();
    ShoppingStreet {
        id: StreetId::from_bits(number as u64 + 1).unwrap(),
        source_key: None,
        name: format!("Shotengai {}", number + 1),
        kana: None,
        association: Some(format!("Assoc {}", random.random_range(1..80))),
        shops: Some(random.random_range(10..220)),
        shape: StreetShape::Line(MultiLineString(vec![LineString(points)])),
        synthetic: true,
    }
}

fn station(number: usize, centre: &Centre) -> Station {
    Station {
        id: StationId::from_bits(number as u64 + 1).unwrap(),
        source_key: None,
        name: format!("Station {}", number + 1),
        kana: None,
        lines: vec![StationLine { name: "Line".into() }],
        place: LonLat::new(centre.at[0], centre.at[1]).unwrap(),
    }
}

/// A number around 0 with a deviation of 1.
fn normal(random: &mut (impl Rng + ?Sized)) -> f64 {
    let (a, b): (f64, f64) = (random.random(), random.random());
    (-2.0 * (1.0 - a).ln()).sqrt() * (TAU * b).cos()
}

/// A number from 0 that is mostly small and now and then large.
fn pareto(random: &mut impl Rng, shape: f64) -> f64 {
    (1.0 - random.random::<f64>()).powf(-1.0 / shape) - 1.0
}
