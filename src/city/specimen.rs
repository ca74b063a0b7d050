//! Small random cities for tests. Coordinates lie on a dyadic lattice, so that places fall exactly
//! on edges and corners, and many things share one place.

use geo_types::{Coord, LineString, MultiLineString, MultiPolygon, Polygon};
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use time::Duration;
use time::macros::{date, datetime};

use crate::domain::{
    Amortisation, AreaM2, Asking, Boundary, BoundaryId, ChangeSeq, Condition, Contents, Cooking, Deposit,
    Edition, EditionId, Freshness, Handover, LeaseKind, Listing, ListingId, ListingKind, ListingState,
    LonLat, LonLatBox, LumpSum, Months, OfferedBy, Photo, PinPrecision, Premises, PublishedDistrict, Road,
    RoadClass, RoadId, RoadNetwork, RoadNetworkId, ShoppingStreet, Station, StationId, StationLine, Storey,
    Storeys, StreetId, StreetShape, Tax, Terms, Town, TownId, UseDistrict, Utilities, Yen, Zone, ZoneId,
};

pub(crate) type Dice = ChaCha8Rng;

const CELLS: i32 = 4;
const FINE: i32 = 16; // fine steps per cell
const STEP: f64 = 1.0 / 4096.0;
const WORDS: [&str; 8] = ["カフェ", "ｶﾌｪ 可", "路面", "角地 1-2", "Ｂａｒ", "工房", "静か", "駅前"];

pub(crate) fn dice(seed: u64) -> Dice {
    Dice::seed_from_u64(seed)
}

fn one<T: Copy>(dice: &mut Dice, of: &[T]) -> T {
    *of.choose(dice).unwrap()
}

fn maybe<T>(dice: &mut Dice, value: impl FnOnce(&mut Dice) -> T) -> Option<T> {
    if dice.random_bool(0.7) { Some(value(dice)) } else { None }
}

fn at(x: i32, y: i32) -> Coord<f64> {
    Coord { x: 139.5 + f64::from(x) * STEP, y: 35.5 + f64::from(y) * STEP }
}

fn lattice(dice: &mut Dice) -> Coord<f64> {
    let step = one(dice, &[1, 4, FINE]);
    let reach = CELLS * FINE / step;
    at(dice.random_range(-1..=reach + 1) * step, dice.random_range(-1..=reach + 1) * step)
}

/// A place, mostly on the lattice.
pub(crate) fn place(dice: &mut Dice) -> LonLat {
    let off = if dice.random_bool(0.3) { dice.random_range(-0.5..0.5) * STEP } else { 0.0 };
    let c = lattice(dice);
    LonLat::new(c.x + off, c.y - off).unwrap()
}

/// A box, mostly with corners on the lattice.
pub(crate) fn lon_lat_box(dice: &mut Dice) -> LonLatBox {
    loop {
        let (a, b) = (place(dice), place(dice));
        let (west, east) = (a.lon().min(b.lon()), a.lon().max(b.lon()));
        if let Ok(area) = LonLatBox::new(west, a.lat().min(b.lat()), east, a.lat().max(b.lat())) {
            return area;
        }
    }
}

/// A whole city.
pub(crate) fn contents(dice: &mut Dice) -> Contents {
    let listings = dice.random_range(0..60);
    Contents {
        seq: ChangeSeq(1),
        editions: vec![edition(1, "a", 2019), edition(2, "a", 2025), edition(3, "b", 2011)],
        zones: zones(dice),
        streets: streets(dice),
        stations: stations(dice),
        towns: towns(dice),
        boundaries: vec![Boundary {
            id: BoundaryId::from_bits(1).unwrap(),
            code: "13112".into(),
            name: "世田谷区".into(),
            geometry: rectangle(0, 0, CELLS * FINE, CELLS * FINE),
        }],
        basemap: Vec::new(),
        areas: Vec::new(),
        blocks: Vec::new(),
        road_networks: vec![road_network()],
        roads: roads(dice),
        listings: (1..=listings).map(|id| listing(dice, id)).collect(),
    }
}

fn edition(id: u64, area: &str, year: i32) -> Edition {
    Edition {
        id: EditionId::from_bits(id).unwrap(),
        name: format!("{year}年"),
        area: area.into(),
        source: "specimen".into(),
        licence: "CC0".into(),
        as_of: date!(2000 - 04 - 01).replace_year(year).unwrap(),
        imported_at: datetime!(2026-01-01 0:00 UTC),
        checksum: String::new(),
    }
}

fn rectangle(west: i32, south: i32, east: i32, north: i32) -> MultiPolygon<f64> {
    let ring = vec![at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)];
    Polygon::new(LineString(ring), vec![]).into()
}

/// A tessellation for each edition, and over one of them a round zone of many vertices with a hole.
pub(crate) fn zones(dice: &mut Dice) -> Vec<Zone> {
    let mut zones = Vec::new();
    for edition in 1..=3u64 {
        let corner: Vec<Vec<Coord<f64>>> = (0..=CELLS)
            .map(|i| {
                let jitter = |dice: &mut Dice, k: i32| {
                    if k == 0 || k == CELLS { 0 } else { dice.random_range(-5..=5) }
                };
                (0..=CELLS).map(|j| at(i * FINE + jitter(dice, i), j * FINE + jitter(dice, j))).collect()
            })
            .collect();
        for (i, j) in (0..CELLS as usize).flat_map(|i| (0..CELLS as usize).map(move |j| (i, j))) {
            if edition == 3 && dice.random_bool(0.8) {
                continue;
            }
            let ring =
                vec![corner[i][j], corner[i + 1][j], corner[i + 1][j + 1], corner[i][j + 1], corner[i][j]];
            zones.push((edition, Polygon::new(LineString(ring), vec![]).into()));
        }
        if edition == 2 && dice.random_bool(0.5) {
            zones.push((edition, disc(dice)));
        }
    }
    let mut ids: Vec<u64> = (1..=zones.len() as u64).collect();
    rand::seq::SliceRandom::shuffle(&mut ids[..], dice);
    let named = |dice: &mut Dice| one(dice, UseDistrict::ALL).name_ja();
    zones
        .into_iter()
        .zip(ids)
        .map(|((edition, geometry), id)| Zone {
            id: ZoneId::from_bits(id).unwrap(),
            edition: EditionId::from_bits(edition).unwrap(),
            published: PublishedDistrict::from_name(named(dice)).unwrap(),
            coverage: None,
            floor_area: None,
            fire: None,
            district_plan: None,
            geometry,
        })
        .collect()
}

fn disc(dice: &mut Dice) -> MultiPolygon<f64> {
    let (x, y) = (dice.random_range(10..50), dice.random_range(10..50));
    let centre = at(x, y);
    let vertices = dice.random_range(260..600);
    let ring = (0..=vertices).map(|i| {
        let (sin, cos) = (std::f64::consts::TAU * f64::from(i % vertices) / f64::from(vertices)).sin_cos();
        Coord { x: centre.x + 9.0 * STEP * cos, y: centre.y + 9.0 * STEP * sin }
    });
    let hole = rectangle(x - 3, y - 2, x + 3, y + 2).0.remove(0).into_inner().0;
    Polygon::new(ring.collect(), vec![hole]).into()
}

pub(crate) fn streets(dice: &mut Dice) -> Vec<ShoppingStreet> {
    (1..=dice.random_range(0..6u64))
        .map(|id| {
            let shape = if dice.random_bool(0.3) {
                let (x, y) = (dice.random_range(0..60), dice.random_range(0..60));
                StreetShape::Area(rectangle(x, y, x + 3, y + 2))
            } else {
                let points = (0..dice.random_range(2..5)).map(|_| lattice(dice)).collect();
                StreetShape::Line(MultiLineString(vec![LineString(points)]))
            };
            ShoppingStreet {
                id: StreetId::from_bits(id).unwrap(),
                source_key: None,
                name: format!("{}商店街", one(dice, &["すずらん", "駅前", "エコー"])),
                kana: None,
                association: maybe(dice, |_| "商店会".into()),
                shops: maybe(dice, |dice| dice.random_range(0..40)),
                shape,
                synthetic: true,
            }
        })
        .collect()
}

pub(crate) fn stations(dice: &mut Dice) -> Vec<Station> {
    (1..=dice.random_range(0..5u64))
        .map(|id| Station {
            id: StationId::from_bits(id).unwrap(),
            source_key: None,
            name: one(dice, &["経堂", "豪徳寺", "松原"]).into(),
            kana: None,
            lines: vec![StationLine { name: "小田急小田原線".into() }],
            place: place(dice),
        })
        .collect()
}

pub(crate) fn road_network() -> RoadNetwork {
    RoadNetwork {
        id: RoadNetworkId::from_bits(1).unwrap(),
        area: "13112".into(),
        source: "specimen".into(),
        licence: "CC0".into(),
        imported_at: datetime!(2026-01-01 0:00 UTC),
        checksum: String::new(),
    }
}

/// A bent grid of roads with pieces missing; now and then none at all.
pub(crate) fn roads(dice: &mut Dice) -> Vec<Road> {
    if dice.random_bool(0.3) {
        return Vec::new();
    }
    let crossings: Vec<Vec<Coord<f64>>> = (0..=CELLS)
        .map(|i| {
            let mut bend = |k: i32| f64::from(k * FINE) + dice.random_range(-5.0..5.0);
            let step = |x: f64, origin: f64| ((origin + x * STEP) * 1e7).round() / 1e7;
            (0..=CELLS).map(|j| Coord { x: step(bend(i), 139.5), y: step(bend(j), 35.5) }).collect()
        })
        .collect();
    let mut lines = Vec::new();
    for (i, j) in (0..=CELLS as usize).flat_map(|i| (0..=CELLS as usize).map(move |j| (i, j))) {
        let here = crossings[i][j];
        let east = crossings.get(i + 1).map(|column| column[j]);
        let north = crossings[i].get(j + 1).copied();
        for there in [east, north].into_iter().flatten() {
            if dice.random_bool(0.8) {
                lines.push(LineString(vec![here, there]));
            }
        }
    }
    let road = |(at, line): (usize, LineString<f64>)| Road {
        id: RoadId::from_bits(at as u64 + 1).unwrap(),
        network: road_network().id,
        class: RoadClass::MinorRoad,
        line,
    };
    lines.into_iter().enumerate().map(road).collect()
}

pub(crate) fn towns(dice: &mut Dice) -> Vec<Town> {
    (1..=dice.random_range(0..7u64))
        .map(|id| {
            let (x, y) = (dice.random_range(0..50), dice.random_range(0..50));
            Town {
                id: TownId::from_bits(id).unwrap(),
                source_key: None,
                municipality: "世田谷区".into(),
                name: format!("赤堤{id}丁目").parse().unwrap(),
                kana: maybe(dice, |_| "あかつつみ".into()),
                centre: at(x + 7, y + 7).try_into().unwrap(),
                area: maybe(dice, |_| rectangle(x, y, x + 16, y + 16)),
                population: None,
                households: None,
            }
        })
        .collect()
}

fn months(dice: &mut Dice) -> Months {
    Months::new(f64::from(dice.random_range(0..1000)) / 100.0).unwrap()
}

fn lump(dice: &mut Dice) -> LumpSum {
    if dice.random_bool(0.5) {
        LumpSum::Months(months(dice))
    } else {
        LumpSum::Yen(Yen::new(1_000_000).unwrap())
    }
}

fn asking<T>(dice: &mut Dice, amount: impl FnOnce(&mut Dice) -> T) -> Asking<T> {
    match dice.random_range(0..3) {
        0 => Asking::Unstated,
        1 => Asking::Negotiable,
        _ => Asking::Amount(amount(dice)),
    }
}

/// A listing in any state, with anything stated or not.
pub(crate) fn listing(dice: &mut Dice, id: u64) -> Listing {
    let mut terms = Terms::unstated();
    terms.rent = match dice.random_range(0..10) {
        0 => Asking::Unstated,
        1 => Asking::Negotiable,
        _ => Asking::Amount(Yen::new(dice.random_range(3..40) * 10_000).unwrap()),
    };
    terms.lease = one(dice, LeaseKind::ALL);
    terms.tax = one(dice, Tax::ALL);
    terms.deposit = asking(dice, |dice| Deposit {
        sum: lump(dice),
        amortisation: maybe(dice, |dice| {
            if dice.random_bool(0.5) {
                Amortisation::percent(f64::from(dice.random_range(0..100))).unwrap()
            } else {
                Amortisation::Months(months(dice))
            }
        }),
    });
    terms.key_money = asking(dice, lump);
    terms.common_fee = asking(dice, |dice| Yen::new(dice.random_range(0..20_000)).unwrap());
    terms.free_rent = maybe(dice, months);
    let lease_months = maybe(dice, |dice| dice.random_range(1..600));
    let terms = terms.with_lease_months(lease_months).unwrap();
    let storey = |dice: &mut Dice| Storey::new(one(dice, &[-2, -1, 1, 2, 3])).unwrap();
    let yes_or_no = |dice: &mut Dice| dice.random_bool(0.5);
    Listing {
        id: ListingId::from_bits(id).unwrap(),
        source_key: maybe(dice, |_| "鍵".into()),
        kind: one(dice, ListingKind::ALL),
        state: if dice.random_bool(0.75) { ListingState::Published } else { one(dice, ListingState::ALL) },
        title: format!("{}の物件", one(dice, &WORDS)),
        description: one(dice, &WORDS).repeat(dice.random_range(0..2)),
        address: format!("世田谷区赤堤１丁目{}", dice.random_range(1..5)),
        place: place(dice),
        pin: if dice.random_bool(0.8) { PinPrecision::Exact } else { PinPrecision::Town },
        terms,
        premises: Premises {
            area: maybe(dice, |dice| AreaM2::new(f64::from(dice.random_range(5..100))).unwrap()),
            storeys: maybe(dice, |dice| {
                let (a, b) = (storey(dice), storey(dice));
                Storeys::new(a.min(b), a.max(b)).unwrap()
            }),
            condition: one(dice, Condition::ALL),
            cooking: one(dice, Cooking::ALL),
            utilities: Utilities {
                power_kw: maybe(dice, |dice| f64::from(dice.random_range(1..30))),
                three_phase: maybe(dice, yes_or_no),
                gas: maybe(dice, yes_or_no),
                water: maybe(dice, yes_or_no),
                exhaust: maybe(dice, yes_or_no),
                toilet: maybe(dice, yes_or_no),
                loading: maybe(dice, yes_or_no),
                parking: maybe(dice, |dice| dice.random_range(0..3)),
            },
            building_storeys: maybe(dice, |dice| dice.random_range(1..20)),
            frontage_m: maybe(dice, |dice| dice.random_range(1.0..20.0)),
            ceiling_m: maybe(dice, |dice| dice.random_range(2.0..6.0)),
            floor_load_kg_m2: maybe(dice, |dice| dice.random_range(100..2_000)),
            built_year: maybe(dice, |dice| dice.random_range(1950..2026)),
        },
        handover: match dice.random_range(0..3) {
            0 => Handover::Now,
            1 => Handover::Negotiable,
            _ => Handover::From(day(dice)),
        },
        offered_by: one(dice, OfferedBy::ALL),
        licence_number: maybe(dice, |_| "東京都知事(1)第1号".into()),
        trades: (0..dice.random_range(0..2)).map(|_| one(dice, &WORDS).to_owned()).collect(),
        photos: (0..dice.random_range(0..3))
            .map(|i| Photo { name: format!("{i}.svg"), alt: "店先".into() })
            .collect(),
        freshness: Freshness::starting(day(dice)),
        synthetic: true,
    }
}

/// One of a few days, so that many share one.
pub(crate) fn day(dice: &mut Dice) -> time::Date {
    date!(2026 - 01 - 01) + Duration::days(dice.random_range(0..12))
}
