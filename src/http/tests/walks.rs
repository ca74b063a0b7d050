//! Walks over HTTP, without roads and with them.

use axum::body::Body;
use axum::http::Request;
use geo_types::{Coord, LineString};
use serde_json::Value;
use std::sync::Arc;
use time::macros::datetime;

use super::served::{Answer, ask_of, get, id};
use super::small_city::{self, HIDDEN, SHOP, STATION};
use crate::domain::{Actor, Batch, Road, RoadClass, RoadId, RoadNetwork, RoadNetworkId};
use crate::http::{Settings, router};

/// A street from the station to the corner below the shop, and one from there past its door.
fn roads() -> Batch {
    let network = RoadNetworkId::from_bits(1).unwrap();
    let line = |places: &[(f64, f64)]| places.iter().map(|(x, y)| Coord { x: *x, y: *y }).collect();
    let road = |bits: u64, line: LineString<f64>| Road {
        id: RoadId::from_bits(bits).unwrap(),
        network,
        class: RoadClass::MinorRoad,
        line,
    };
    Batch::Roads {
        network: RoadNetwork {
            id: network,
            area: "13112".into(),
            source: "試験の道路".into(),
            licence: "CC0".into(),
            imported_at: datetime!(2026-01-01 0:00 UTC),
            checksum: "00".into(),
        },
        roads: vec![
            road(1, line(&[(139.6361, 35.6513), (139.6390, 35.6513)])),
            road(2, line(&[(139.6390, 35.6513), (139.6390, 35.6530), (139.6356, 35.6530)])),
        ],
    }
}

/// Answers of a small city with those roads.
async fn with_roads(paths: &[&str]) -> Vec<Answer> {
    let folder = tempfile::tempdir().unwrap();
    let app = Arc::new(small_city::open(folder.path()).await);
    app.import(&roads(), Actor::Import).await.unwrap();
    let router = router(Arc::clone(&app), Settings::offline());
    let mut answers = Vec::new();
    for path in paths {
        let request = Request::get(*path).body(Body::empty()).unwrap();
        answers.push(ask_of(router.clone(), request).await);
    }
    app.close().await;
    answers
}

fn walk(answer: &Answer, of: &str) -> Value {
    answer.json()["station"][of].clone()
}

#[tokio::test]
async fn without_roads_the_walk_to_a_station_is_an_estimate_and_says_so() {
    let shop = get(&format!("/api/v1/listings/{}", id(SHOP))).await;
    let walk = walk(&shop, "walk");
    assert_eq!(
        (&walk["method"], &walk["estimate"], &walk["minutes"]),
        (&"estimate".into(), &true.into(), &4.into())
    );
    assert_eq!(shop.json()["stations"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn with_roads_the_walk_follows_them_and_a_place_that_is_hidden_stays_an_estimate() {
    let paths = [SHOP, HIDDEN].map(|bits| format!("/api/v1/listings/{}", id(bits)));
    let answers = with_roads(&[&paths[0], &paths[1], "/api/v1/city"]).await;
    // 262 m east, 189 m north, 308 m west.
    let found = walk(&answers[0], "walk");
    assert_eq!(
        (&found["method"], &found["estimate"], &found["minutes"]),
        (&"road".into(), &false.into(), &10.into())
    );
    assert!((found["metres"].as_f64().unwrap() - 759.3).abs() < 1.0, "{found}");
    assert_eq!(walk(&answers[1], "walk")["method"], "estimate");
    assert_eq!(answers[2].json()["roads"][0]["source"], "試験の道路");
}

#[tokio::test]
async fn a_search_within_a_walk_says_how_walks_were_measured() {
    let within = |minutes: u32| format!("/api/v1/listings?station={}&walk_minutes={minutes}", id(STATION));
    let (near, far) = (within(9), within(10));
    let estimated = get(&near).await.json();
    assert_eq!((&estimated["walk_method"], &estimated["total"]), (&"estimate".into(), &1.into()));
    let answers = with_roads(&[&near, &far, &format!("{far}&format=geojson")]).await;
    let found = |i: usize| answers[i].json();
    assert_eq!((&found(0)["walk_method"], &found(0)["total"]), (&"road".into(), &0.into()));
    assert_eq!((&found(1)["total"], &found(1)["items"][0]["id"]), (&1.into(), &id(SHOP).into()));
    let properties = found(2)["features"][0]["properties"].clone();
    assert_eq!(
        (&properties["station_walk_method"], &properties["station_walk_minutes"]),
        (&"road".into(), &10.into())
    );
    assert_eq!(get("/api/v1/listings").await.json()["walk_method"], Value::Null);
}

#[tokio::test]
async fn the_land_within_a_walk_counts_the_listings_on_it() {
    let area = |minutes: u32| format!("/api/v1/walks/area?station={}&minutes={minutes}", id(STATION));
    let answers = with_roads(&[&area(9), &area(10)]).await;
    let count = |i: usize| answers[i].json()["properties"]["listings"].clone();
    assert_eq!((count(0), count(1)), (0.into(), 1.into()));
    let whole = answers[1].json();
    assert_eq!(answers[1].header("content-type").as_deref(), Some("application/geo+json"));
    assert_eq!((&whole["type"], &whole["geometry"]["type"]), (&"Feature".into(), &"MultiPolygon".into()));
    assert_eq!(whole["properties"]["roads"][0]["licence"], "CC0");

    let circle = get("/api/v1/walks/area?lon=139.6361&lat=35.6513&minutes=10").await.json();
    assert_eq!(
        (&circle["properties"]["method"], &circle["properties"]["station"]),
        (&"estimate".into(), &Value::Null)
    );
    assert_eq!(circle["properties"]["roads"], serde_json::json!([]));
}

#[tokio::test]
async fn a_walk_along_roads_has_a_course_and_an_estimate_has_none() {
    let path = "/api/v1/walks?from=139.6361,35.6513&to=139.6356,35.653";
    let [way] = &with_roads(&[path]).await[..] else { panic!("one answer") };
    let way = way.json();
    assert_eq!((&way["properties"]["method"], &way["properties"]["minutes"]), (&"road".into(), &10.into()));
    assert_eq!(way["geometry"]["coordinates"][0].as_array().unwrap().len(), 4);
    let estimate = get(path).await.json();
    assert_eq!(
        (&estimate["properties"]["method"], &estimate["geometry"]),
        (&"estimate".into(), &Value::Null)
    );
}

#[tokio::test]
async fn a_walk_needs_one_start_and_an_end() {
    for (path, blamed) in [
        ("/api/v1/walks/area".to_owned(), "lon"),
        ("/api/v1/walks/area?lon=139.6".to_owned(), "lat"),
        (format!("/api/v1/walks/area?station={}&lon=139.6", id(STATION)), "station"),
        (format!("/api/v1/walks/area?station={}", id(SHOP)), "station"),
        ("/api/v1/walks/area?lon=139.6&lat=35.6&minutes=61".to_owned(), "minutes"),
        ("/api/v1/walks?from=139.6,35.6".to_owned(), "to"),
        ("/api/v1/walks?from=35.6,139.6&to=139.6,35.6".to_owned(), "from"),
    ] {
        let answer = get(&path).await;
        assert_eq!((answer.status.as_u16(), &answer.json()["parameter"]), (400, &blamed.into()), "{path}");
    }
}
