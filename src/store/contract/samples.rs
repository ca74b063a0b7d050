//! The smallest rows of every kind.

use geo_types::{MultiLineString, MultiPolygon, line_string, polygon};
use time::Date;
use time::macros::{date, datetime};

use crate::domain::{
    AreaKind, BasemapClass, BasemapFeature, Batch, Block, Boundary, DistrictScheme, Edition, FireZone,
    Freshness, Handover, Id, LandUse, Listing, ListingKind, ListingState, LonLat, Lot, Numbering, OfferedBy,
    Percent, PinPrecision, Premises, PublishedDistrict, Road, RoadClass, RoadNetwork, ShoppingStreet,
    SpecialArea, Station, StationLine, StreetShape, Terms, Town, TownBlocks, Zone,
};

pub(in crate::store) fn id<T>(bits: u64) -> Id<T> {
    Id::from_bits(bits).unwrap()
}

/// A square of about 100 m, `step` squares east of a corner in the ward.
pub(in crate::store) fn square(step: f64) -> MultiPolygon<f64> {
    let (w, s) = (139.63 + step * 0.001, 35.64);
    let ring = polygon![(x: w, y: s), (x: w + 0.001, y: s), (x: w + 0.001, y: s + 0.001), (x: w, y: s + 0.001), (x: w, y: s)];
    MultiPolygon(vec![ring])
}

pub(in crate::store) fn listing(bits: u64, key: Option<&str>, title: &str) -> Listing {
    let listing = Listing {
        id: id(bits),
        source_key: key.map(str::to_owned),
        kind: ListingKind::Shop,
        state: ListingState::Published,
        title: title.into(),
        description: "駅から近い角地。".into(),
        address: "世田谷区経堂一丁目".into(),
        place: LonLat::new(139.636 + bits as f64 * 1e-5, 35.651).unwrap(),
        pin: PinPrecision::Exact,
        terms: Terms::unstated(),
        premises: Premises::unstated(),
        handover: Handover::Now,
        offered_by: OfferedBy::Owner,
        licence_number: None,
        trades: vec!["喫茶店".into()],
        photos: vec![],
        freshness: Freshness::starting(date!(2026 - 01 - 10)),
        synthetic: true,
    };
    listing.checked().unwrap()
}

pub(in crate::store) fn edition(bits: u64, as_of: Date) -> Edition {
    Edition {
        id: id(bits),
        name: "用途地域".into(),
        area: "13112".into(),
        source: "sample".into(),
        licence: "CC0-1.0".into(),
        as_of,
        imported_at: datetime!(2026-01-01 9:30:00.25 UTC),
        checksum: "00".into(),
    }
}

pub(in crate::store) fn zone(bits: u64, edition: u64, code: i64, step: f64) -> Zone {
    Zone {
        id: id(bits),
        edition: id(edition),
        published: PublishedDistrict::from_code(DistrictScheme::A29, code).unwrap(),
        coverage: Some(Percent::coverage(60.0).unwrap()),
        floor_area: None,
        fire: Some(FireZone::QuasiFire),
        district_plan: None,
        geometry: square(step),
    }
}

pub(in crate::store) fn zoning(edition: Edition, zones: Vec<Zone>) -> Batch {
    Batch::Zoning { edition, zones }
}

pub(in crate::store) fn street(bits: u64, key: Option<&str>, name: &str) -> ShoppingStreet {
    let line = line_string![(x: 139.63, y: 35.65), (x: 139.631, y: 35.651)];
    ShoppingStreet {
        id: id(bits),
        source_key: key.map(str::to_owned),
        name: name.into(),
        kana: None,
        association: Some("振興組合".into()),
        shops: Some(42),
        shape: StreetShape::Line(MultiLineString(vec![line])),
        synthetic: true,
    }
}

pub(in crate::store) fn station(bits: u64, key: Option<&str>, name: &str) -> Station {
    Station {
        id: id(bits),
        source_key: key.map(str::to_owned),
        name: name.into(),
        kana: Some("きょうどう".into()),
        lines: ["小田急小田原線", "東急世田谷線"].map(|l| StationLine { name: l.into() }).to_vec(),
        place: LonLat::new(139.6361, 35.6513).unwrap(),
    }
}

pub(in crate::store) fn town(bits: u64, key: Option<&str>, name: &str) -> Town {
    Town {
        id: id(bits),
        source_key: key.map(str::to_owned),
        municipality: "世田谷区".into(),
        name: name.parse().unwrap(),
        kana: Some("きょうどう".into()),
        centre: LonLat::new(139.64, 35.66).unwrap(),
        area: Some(square(3.0)),
        population: Some(3210),
        households: None,
    }
}

pub(in crate::store) fn boundary(bits: u64) -> Boundary {
    Boundary { id: id(bits), code: "13112".into(), name: "世田谷区".into(), geometry: square(0.0) }
}

pub(in crate::store) fn feature(bits: u64, class: BasemapClass, step: f64) -> BasemapFeature {
    let x = 139.63 + step * 0.001;
    let geometry = line_string![(x: x, y: 35.65), (x: x + 0.001, y: 35.65)].into();
    BasemapFeature { id: id(bits), class, name: None, geometry }
}

pub(in crate::store) fn special_area(bits: u64, source: &str, kind: AreaKind, name: &str) -> SpecialArea {
    SpecialArea {
        id: id(bits),
        source: source.into(),
        kind,
        name: name.into(),
        note: None,
        url: Some("https://example.org/plan".into()),
        geometry: square(bits as f64),
    }
}

pub(in crate::store) fn blocks(name: &str, numbers: &[u32]) -> TownBlocks {
    let place = |n: u32| LonLat::new(139.64 + f64::from(n) / 1e4, 35.655).unwrap();
    let block = |n: &u32| Block { numbering: Numbering::Residential, number: *n, place: place(*n) };
    TownBlocks {
        municipality: "世田谷区".into(),
        town: name.parse().unwrap(),
        blocks: numbers.iter().map(block).collect(),
    }
}

pub(in crate::store) fn network(bits: u64, area: &str) -> RoadNetwork {
    RoadNetwork {
        id: id(bits),
        area: area.into(),
        source: "sample".into(),
        licence: "CC0-1.0".into(),
        imported_at: datetime!(2026-01-01 9:30:00.25 UTC),
        checksum: "00".into(),
    }
}

pub(in crate::store) fn road(bits: u64, network: u64, class: RoadClass, step: f64) -> Road {
    let x = 139.63 + step * 0.001;
    let line = line_string![(x: x, y: 35.65), (x: x + 0.001, y: 35.65), (x: x + 0.001, y: 35.651)];
    Road { id: id(bits), network: id(network), class, line }
}

pub(in crate::store) fn lot(survey: u64, key: Option<&str>, used: LandUse, step: f64) -> Lot {
    let built = key.map(|_| 1987);
    Lot { survey: id(survey), key: key.map(str::to_owned), used, built, geometry: square(step) }
}

/// One batch of every kind.
pub(in crate::store) fn one_of_each() -> Vec<Batch> {
    let area =
        ShoppingStreet { shape: StreetShape::Area(square(5.0)), ..street(21, Some("s2"), "区画通り") };
    let point = Town { area: None, ..town(41, Some("t2"), "赤堤") };
    let mut named = zone(12, 10, 1, 2.0);
    named.published = PublishedDistrict::from_name("第１種低層").unwrap();
    vec![
        zoning(edition(10, date!(2025 - 04 - 01)), vec![zone(11, 10, 10, 1.0), named]),
        Batch::Streets(vec![street(20, Some("s1"), "すずらん通り"), area]),
        Batch::Stations(vec![station(30, Some("k"), "経堂")]),
        Batch::Towns(vec![town(40, Some("t1"), "経堂1丁目"), point]),
        Batch::Boundaries(vec![boundary(50)]),
        Batch::Basemap(vec![feature(60, BasemapClass::Railway, 0.0), feature(61, BasemapClass::Path, 1.0)]),
        Batch::Areas(vec![special_area(65, "世田谷区", AreaKind::DistrictPlan, "経堂駅周辺地区")]),
        Batch::Blocks(vec![blocks("赤堤1丁目", &[1, 2]), blocks("宇奈根", &[])]),
        Batch::Roads {
            network: network(62, "13112"),
            roads: vec![road(63, 62, RoadClass::MinorRoad, 0.0), road(64, 62, RoadClass::Steps, 1.0)],
        },
        Batch::LandUse {
            survey: edition(66, date!(2018 - 10 - 01)),
            lots: vec![lot(66, Some("P-1"), LandUse::Factory, 0.0), lot(66, None, LandUse::Apartment, 1.0)],
        },
        Batch::Listings(vec![listing(70, Some("a"), "路面店"), listing(71, None, "二階の事務所")]),
    ]
}
