//! Cities and a decoder for tests: the decoder is not ours, so that both sides cannot share a fault.

use geo_types::{Coord, Geometry, LineString, MultiLineString, MultiPolygon, Point, Polygon};
use mvt_reader::Reader;
use mvt_reader::feature::Value;
use rand::{Rng, SeedableRng, rngs::SmallRng};
use std::collections::HashMap;
use time::macros::{date, datetime};

use crate::city::City;
use crate::domain::{
    AreaM2, Asking, BasemapClass, BasemapFeature, Boundary, Condition, Contents, Cooking, Edition, Freshness,
    Handover, Id, Listing, ListingKind, ListingState, LonLat, OfferedBy, Percent, PinPrecision, Premises,
    PublishedDistrict, ShoppingStreet, Station, StationLine, Storey, Storeys, StreetShape, Terms, Town,
    UseDistrict, Yen, Zone,
};

pub(super) fn id<T>(bits: u64) -> Id<T> {
    Id::from_bits(bits).unwrap()
}

/// A grid of polygons that share wiggly edges, over a box from its south-west corner.
pub(super) struct Quilt {
    pub(super) west: f64,
    pub(super) south: f64,
    pub(super) side: usize,
    corners: Vec<Vec<Coord<f64>>>,
    across: Vec<Vec<Vec<Coord<f64>>>>,
    up: Vec<Vec<Vec<Coord<f64>>>>,
}

impl Quilt {
    pub(super) fn new(rng: &mut SmallRng, [west, south]: [f64; 2], step: f64, side: usize) -> Self {
        let jitter =
            |rng: &mut SmallRng, edge: bool| if edge { 0.0 } else { rng.random_range(-0.3..0.3) * step };
        let corner = |rng: &mut SmallRng, x: usize, y: usize| {
            let (on_x, on_y) = (x == 0 || x == side, y == 0 || y == side);
            round(Coord {
                x: west + x as f64 * step + jitter(rng, on_x),
                y: south + y as f64 * step + jitter(rng, on_y),
            })
        };
        let corners: Vec<Vec<_>> =
            (0..=side).map(|x| (0..=side).map(|y| corner(rng, x, y)).collect()).collect();
        let wiggle = |rng: &mut SmallRng, a: Coord<f64>, b: Coord<f64>, straight: bool| {
            let n = rng.random_range(0..12);
            let off = |rng: &mut SmallRng| if straight { 0.0 } else { rng.random_range(-0.04..0.04) * step };
            (1..=n)
                .map(|i| a + (b - a) * (f64::from(i) / f64::from(n + 1)))
                .map(|c| round(Coord { x: c.x + off(rng), y: c.y + off(rng) }))
                .collect::<Vec<_>>()
        };
        let mut across = vec![vec![vec![]; side + 1]; side];
        let mut up = vec![vec![vec![]; side]; side + 1];
        for x in 0..=side {
            for y in 0..=side {
                if x < side {
                    across[x][y] = wiggle(rng, corners[x][y], corners[x + 1][y], y == 0 || y == side);
                }
                if y < side {
                    up[x][y] = wiggle(rng, corners[x][y], corners[x][y + 1], x == 0 || x == side);
                }
            }
        }
        Self { west, south, side, corners, across, up }
    }

    /// The patch in a column and row.
    pub(super) fn patch(&self, x: usize, y: usize) -> Polygon<f64> {
        let mut ring = vec![self.corners[x][y]];
        ring.extend(&self.across[x][y]);
        ring.push(self.corners[x + 1][y]);
        ring.extend(&self.up[x + 1][y]);
        ring.push(self.corners[x + 1][y + 1]);
        ring.extend(self.across[x][y + 1].iter().rev());
        ring.push(self.corners[x][y + 1]);
        ring.extend(self.up[x][y].iter().rev());
        Polygon::new(LineString(ring), vec![])
    }

    pub(super) fn patches(&self) -> impl Iterator<Item = Polygon<f64>> {
        (0..self.side).flat_map(move |x| (0..self.side).map(move |y| self.patch(x, y)))
    }
}

fn round(c: Coord<f64>) -> Coord<f64> {
    let six = |v: f64| (v * 1e6).round() / 1e6;
    Coord { x: six(c.x), y: six(c.y) }
}

/// A listing of which everything a tile shows is stated, or nothing.
pub(super) fn listing(rng: &mut SmallRng, bits: u64, place: LonLat) -> Listing {
    let stated = rng.random_bool(0.8);
    let mut premises = Premises::unstated();
    let mut terms = Terms::unstated();
    if stated {
        terms.rent = Asking::Amount(Yen::new(rng.random_range(30_000..900_000)).unwrap());
        premises.area = Some(AreaM2::new(rng.random_range(5.0..300.0)).unwrap());
        let storey = Storey::new(*[-1, 1, 2, 5].get(rng.random_range(0..4)).unwrap()).unwrap();
        premises.storeys = Some(Storeys::single(storey));
        premises.condition = Condition::ALL[rng.random_range(0..Condition::ALL.len())];
        premises.cooking = Cooking::ALL[rng.random_range(0..Cooking::ALL.len())];
    }
    Listing {
        id: id(bits),
        source_key: None,
        kind: ListingKind::ALL[rng.random_range(0..ListingKind::ALL.len())],
        state: ListingState::Published,
        title: "路面の空き店舗".into(),
        description: String::new(),
        address: "世田谷区経堂一丁目".into(),
        place,
        pin: if rng.random_bool(0.9) { PinPrecision::Exact } else { PinPrecision::Town },
        terms,
        premises,
        handover: Handover::Now,
        offered_by: OfferedBy::Owner,
        licence_number: None,
        trades: vec![],
        photos: vec![],
        freshness: Freshness::starting(date!(2026 - 01 - 01)),
        synthetic: true,
    }
}

fn zones(rng: &mut SmallRng, quilt: &Quilt) -> Vec<Zone> {
    let patches = quilt.patches().enumerate();
    patches
        .map(|(i, patch)| Zone {
            id: id(10_000 + i as u64),
            edition: id(1),
            published: PublishedDistrict::from_name(UseDistrict::ALL[i % 13].name_ja()).unwrap(),
            coverage: rng.random_bool(0.9).then(|| Percent::coverage(80.0).unwrap()),
            floor_area: rng.random_bool(0.9).then(|| Percent::floor_area(400.0).unwrap()),
            fire: None,
            district_plan: None,
            geometry: MultiPolygon(vec![patch]),
        })
        .collect()
}

/// A city with some of everything over a quilt, the same for the same seed.
pub(super) fn contents(seed: u64, corner: [f64; 2], step: f64, side: usize, listings: usize) -> Contents {
    let mut rng = SmallRng::seed_from_u64(seed);
    let quilt = Quilt::new(&mut rng, corner, step, side);
    let width = step * side as f64;
    let somewhere = |rng: &mut SmallRng| Coord {
        x: quilt.west + rng.random_range(0.0..1.0) * width,
        y: quilt.south + rng.random_range(0.0..1.0) * width,
    };
    let line = |rng: &mut SmallRng| {
        let start = somewhere(rng);
        let walk = (0..rng.random_range(2..40)).scan(start, |at, _| {
            at.x += rng.random_range(-0.2..0.3) * step;
            at.y += rng.random_range(-0.2..0.2) * step;
            Some(*at)
        });
        LineString(walk.collect())
    };
    let zones = zones(&mut rng, &quilt);
    let streets = (0..6)
        .map(|i| ShoppingStreet {
            id: id(20_000 + i),
            source_key: None,
            name: format!("商店街{i}"),
            kana: None,
            association: None,
            shops: (i % 2 == 0).then_some(40),
            shape: if i == 0 {
                StreetShape::Area(MultiPolygon(vec![quilt.patch(0, 0)]))
            } else {
                StreetShape::Line(MultiLineString(vec![line(&mut rng)]))
            },
            synthetic: true,
        })
        .collect();
    let stations = (0..4)
        .map(|i| Station {
            id: id(30_000 + i),
            source_key: None,
            name: format!("駅{i}"),
            kana: None,
            lines: vec![StationLine { name: "小田急線".into() }; i as usize % 3],
            place: somewhere(&mut rng).try_into().unwrap(),
        })
        .collect();
    let towns = (0..5)
        .map(|i| {
            let centre: Coord<f64> = somewhere(&mut rng);
            Town {
                id: id(40_000 + i),
                source_key: None,
                municipality: "世田谷区".into(),
                name: format!("経堂{}丁目", i + 1).parse().unwrap(),
                kana: None,
                centre: centre.try_into().unwrap(),
                area: (i < 3).then(|| MultiPolygon(vec![quilt.patch(i as usize % side, 0)])),
                population: None,
                households: None,
            }
        })
        .collect();
    let outline = Polygon::new(
        LineString(vec![
            Coord { x: quilt.west, y: quilt.south },
            Coord { x: quilt.west + width, y: quilt.south },
            Coord { x: quilt.west + width, y: quilt.south + width },
            Coord { x: quilt.west, y: quilt.south + width },
        ]),
        vec![],
    );
    let basemap = BasemapClass::ALL.iter().cycle().take(24).enumerate();
    let basemap = basemap
        .map(|(i, class)| BasemapFeature {
            id: id(60_000 + i as u64),
            class: *class,
            name: (i % 3 == 0).then(|| format!("名{i}")),
            geometry: match class {
                BasemapClass::Water | BasemapClass::Green | BasemapClass::Block => {
                    Geometry::Polygon(quilt.patch(i % side, i / 8 % side))
                }
                _ => Geometry::LineString(line(&mut rng)),
            },
        })
        .collect();
    let listings = (0..listings as u64)
        .map(|i| {
            let place = LonLat::try_from(somewhere(&mut rng)).unwrap();
            listing(&mut rng, 1 << 40 | i, place)
        })
        .collect();
    Contents {
        editions: vec![edition()],
        zones,
        streets,
        stations,
        towns,
        boundaries: vec![Boundary {
            id: id(50_000),
            code: "13112".into(),
            name: "世田谷区".into(),
            geometry: MultiPolygon(vec![outline]),
        }],
        basemap,
        blocks: Vec::new(),
        listings,
        ..Contents::default()
    }
}

fn edition() -> Edition {
    Edition {
        id: id(1),
        name: "用途地域".into(),
        area: "13112".into(),
        source: "sample".into(),
        licence: "CC0".into(),
        as_of: date!(2025 - 04 - 01),
        imported_at: datetime!(2026-01-01 0:00 UTC),
        checksum: String::new(),
    }
}

/// A ward-like city: 0.1 degrees wide, 12 by 12 zones, near Setagaya.
pub(super) fn ward(seed: u64, listings: usize) -> City {
    City::load(contents(seed, [139.58, 35.59], 0.1 / 12.0, 12, listings))
}

/// A feature as the foreign decoder reads it, in tile units.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) id: u64,
    pub(super) geometry: Geometry<i32>,
    pub(super) tags: HashMap<String, Value>,
}

/// A tile as the foreign decoder reads it: layer by layer.
pub(super) fn decode(bytes: &[u8]) -> HashMap<String, Vec<Decoded>> {
    let reader = Reader::new(bytes.to_vec()).unwrap();
    let layers = reader.get_layer_metadata().unwrap();
    let read = layers.iter().map(|layer| {
        assert_eq!((layer.version, layer.extent), (2, 4096));
        let features = reader.get_features_as::<i32>(layer.layer_index).unwrap();
        let features = features.into_iter().map(|f| Decoded {
            id: f.id.unwrap(),
            geometry: f.get_geometry().clone(),
            tags: f.properties.clone().unwrap_or_default(),
        });
        (layer.name.clone(), features.collect())
    });
    read.collect()
}

/// A polygon of tile units as one of floating point.
pub(super) fn floating(polygon: &Polygon<i32>) -> Polygon<f64> {
    use geo::MapCoords;
    polygon.map_coords(|c| Coord { x: f64::from(c.x), y: f64::from(c.y) })
}

/// The points of a decoded point feature.
pub(super) fn points(geometry: &Geometry<i32>) -> Vec<Point<i32>> {
    match geometry {
        Geometry::Point(p) => vec![*p],
        Geometry::MultiPoint(all) => all.0.clone(),
        _ => vec![],
    }
}
