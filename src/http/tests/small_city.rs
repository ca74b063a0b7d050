//! A city of two zones, two towns, two stations, one street and five listings, of which one has
//! been let, one shows only its town, and one is a draft.

use geo_types::{LineString, MultiLineString, MultiPolygon, coord, polygon};
use std::path::Path;
use time::macros::{date, datetime};

use crate::app::{App, AppOptions};
use crate::domain::{
    Actor, Amortisation, AreaM2, Asking, Batch, Boundary, BoundaryId, Condition, Cooking, Deposit,
    DistrictScheme, Edition, EditionId, Freshness, Handover, Listing, ListingId, ListingKind, ListingState,
    LonLat, LumpSum, Months, OfferedBy, Percent, Photo, PinPrecision, Premises, PublishedDistrict,
    ShoppingStreet, Station, StationId, StationLine, Storey, Storeys, StreetId, StreetShape, Tax, Terms,
    Town, TownId, Utilities, Yen, Zone, ZoneId,
};

/// The cafe on the ground floor.
pub(super) const SHOP: u64 = 0x10_0000_0000_0001;
/// The workshop whose rent is by negotiation.
pub(super) const WORKSHOP: u64 = 0x10_0000_0000_0002;
/// The office that shows only its town.
pub(super) const HIDDEN: u64 = 0x10_0000_0000_0003;
/// The shop that has been let.
pub(super) const LET: u64 = 0x10_0000_0000_0004;
/// The draft.
pub(super) const DRAFT: u64 = 0x10_0000_0000_0005;
/// The street.
pub(super) const STREET: u64 = 0x10_0000_0000_0010;
/// The station.
pub(super) const STATION: u64 = 0x10_0000_0000_0020;
/// The western town.
pub(super) const TOWN: u64 = 0x10_0000_0000_0030;
/// The western zone.
pub(super) const ZONE: u64 = 0x10_0000_0000_0040;
/// Where the hidden office truly is; no answer may say so.
pub(super) const SECRET: (f64, f64) = (139.64777, 35.65777);

fn at(lon: f64, lat: f64) -> LonLat {
    LonLat::new(lon, lat).unwrap()
}

fn id<T>(bits: u64) -> crate::domain::Id<T> {
    crate::domain::Id::from_bits(bits).unwrap()
}

fn rectangle(west: f64, south: f64, east: f64, north: f64) -> MultiPolygon<f64> {
    let area = polygon![
        (x: west, y: south), (x: east, y: south), (x: east, y: north), (x: west, y: north), (x: west, y: south)
    ];
    area.into()
}

/// An application over the city, kept in a folder.
pub(super) async fn open(folder: &Path) -> App {
    let app = App::open(AppOptions::in_folder(folder)).await.unwrap();
    for batch in batches() {
        app.import(&batch, Actor::Import).await.unwrap();
    }
    app
}

fn batches() -> [Batch; 6] {
    let east = Zone { coverage: None, floor_area: None, ..zone(ZONE + 1, 10, 139.64, 139.65) };
    let ward = Boundary {
        id: BoundaryId::from_bits(0x10_0000_0000_0050).unwrap(),
        code: "13112".into(),
        name: "世田谷区".into(),
        geometry: rectangle(139.63, 35.65, 139.65, 35.66),
    };
    [
        Batch::Boundaries(vec![ward]),
        Batch::Zoning { edition: edition(), zones: vec![zone(ZONE, 9, 139.63, 139.64), east] },
        Batch::Streets(vec![street()]),
        Batch::Stations(vec![station(STATION, "経堂", 139.6361), station(STATION + 1, "千歳船橋", 139.6452)]),
        Batch::Towns(vec![
            town(TOWN, "経堂一丁目", 139.63, 139.64),
            town(TOWN + 1, "経堂十二丁目", 139.64, 139.65),
        ]),
        Batch::Listings(listings()),
    ]
}

fn street() -> ShoppingStreet {
    let line = vec![coord! { x: 139.6355, y: 35.651 }, coord! { x: 139.6355, y: 35.656 }];
    ShoppingStreet {
        id: StreetId::from_bits(STREET).unwrap(),
        source_key: None,
        name: "すずらん通り".into(),
        kana: Some("スズランドオリ".into()),
        association: Some("すずらん通り商店街振興組合".into()),
        shops: Some(50),
        shape: StreetShape::Line(MultiLineString::new(vec![LineString::new(line)])),
        synthetic: true,
    }
}

fn edition() -> Edition {
    Edition {
        id: EditionId::from_bits(0x10_0000_0000_0060).unwrap(),
        name: "2025年 用途地域".into(),
        area: "13112".into(),
        source: "試験".into(),
        licence: "CC0".into(),
        as_of: date!(2025 - 04 - 01),
        imported_at: datetime!(2026-01-01 0:00 UTC),
        checksum: "00".into(),
    }
}

fn zone(bits: u64, code: i64, west: f64, east: f64) -> Zone {
    Zone {
        id: ZoneId::from_bits(bits).unwrap(),
        edition: edition().id,
        published: PublishedDistrict::from_code(DistrictScheme::A29, code).unwrap(),
        coverage: Some(Percent::coverage(80.0).unwrap()),
        floor_area: Some(Percent::floor_area(500.0).unwrap()),
        fire: Some(crate::domain::FireZone::Fire),
        district_plan: None,
        geometry: rectangle(west, 35.65, east, 35.66),
    }
}

fn station(bits: u64, name: &str, lon: f64) -> Station {
    Station {
        id: StationId::from_bits(bits).unwrap(),
        source_key: None,
        name: name.into(),
        kana: None,
        lines: vec![StationLine { name: "小田急小田原線".into() }],
        place: at(lon, 35.6513),
    }
}

fn town(bits: u64, name: &str, west: f64, east: f64) -> Town {
    Town {
        id: TownId::from_bits(bits).unwrap(),
        source_key: None,
        municipality: "世田谷区".into(),
        name: name.parse().unwrap(),
        kana: Some("きょうどう".into()),
        centre: at(f64::midpoint(west, east), 35.655),
        area: Some(rectangle(west, 35.65, east, 35.66)),
        population: Some(3000),
        households: None,
    }
}

fn listings() -> Vec<Listing> {
    let rent = Yen::new(180_000).unwrap();
    let mut terms = Terms::unstated();
    terms.rent = Asking::Amount(rent);
    terms.tax = Tax::Excluded;
    terms.deposit = Asking::Amount(Deposit {
        sum: LumpSum::Months(Months::new(6.0).unwrap()),
        amortisation: Some(Amortisation::percent(20.0).unwrap()),
    });
    terms.key_money = Asking::Negotiable;
    let mut by_negotiation = Terms::unstated();
    by_negotiation.rent = Asking::Negotiable;
    let shop = Listing {
        id: ListingId::from_bits(SHOP).unwrap(),
        source_key: None,
        kind: ListingKind::Shop,
        state: ListingState::Published,
        title: "路面の空き店舗".into(),
        description: "カフェに。".into(),
        address: "世田谷区経堂一丁目2番3号".into(),
        place: at(139.6356, 35.6530),
        pin: PinPrecision::Exact,
        terms,
        premises: Premises {
            area: Some(AreaM2::new(40.0).unwrap()),
            storeys: Some(Storeys::single(Storey::GROUND)),
            condition: Condition::Bare,
            cooking: Cooking::Light,
            utilities: Utilities { gas: Some(true), ..Utilities::default() },
            ..Premises::unstated()
        },
        handover: Handover::Now,
        offered_by: OfferedBy::Owner,
        licence_number: None,
        trades: vec!["カフェ".into()],
        photos: vec![Photo { name: "shop-1.svg".into(), alt: "店の正面".into() }],
        freshness: Freshness::starting(date!(2026 - 01 - 10)),
        synthetic: true,
    };
    let workshop = Listing {
        id: id(WORKSHOP),
        kind: ListingKind::Workshop,
        title: "作業所".into(),
        place: at(139.6451, 35.6551),
        terms: by_negotiation,
        handover: Handover::From(date!(2026 - 04 - 01)),
        photos: vec![],
        freshness: Freshness::starting(date!(2026 - 01 - 12)),
        ..shop.clone()
    };
    let hidden = Listing {
        id: id(HIDDEN),
        kind: ListingKind::Office,
        title: "事務所".into(),
        address: "世田谷区経堂十二丁目9番9号".into(),
        place: at(SECRET.0, SECRET.1),
        pin: PinPrecision::Town,
        freshness: Freshness::starting(date!(2026 - 01 - 11)),
        ..shop.clone()
    };
    let let_already = Listing { id: id(LET), state: ListingState::Let, ..shop.clone() };
    let draft = Listing { id: id(DRAFT), state: ListingState::Draft, ..shop.clone() };
    let all = [shop, workshop, hidden, let_already, draft];
    let keyed = |(n, listing)| Listing { source_key: Some(format!("secret-source-key-{n}")), ..listing };
    all.into_iter().enumerate().map(keyed).collect()
}
