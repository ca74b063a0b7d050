//! Tiles as clients get them.

use super::served::{app, ask_of, get, get_with, id};
use super::small_city::TOWN;

const OVER_THE_CITY: &str = "/tiles/zones,streets,listings/14/14546/6453.mvt";

#[tokio::test]
async fn a_tile_over_the_city_holds_its_layers() {
    let tile = get(OVER_THE_CITY).await;
    assert_eq!(
        (tile.status.as_u16(), tile.header("content-type").as_deref()),
        (200, Some("application/vnd.mapbox-vector-tile"))
    );
    let reader = mvt_reader::Reader::new(tile.body.to_vec()).unwrap();
    assert_eq!(reader.get_layer_names().unwrap(), ["zones", "streets", "listings"]);
}

#[tokio::test]
async fn a_tile_where_nothing_is_is_empty_and_not_missing() {
    let tile = get("/tiles/zones/14/0/0.mvt").await;
    assert_eq!((tile.status.as_u16(), tile.body.len()), (200, 0));
}

#[tokio::test]
async fn a_filter_leaves_other_listings_out() {
    let count = async |query: &str| {
        let tile = get(&format!("/tiles/listings/16/58187/25812.mvt{query}")).await;
        let reader = mvt_reader::Reader::new(tile.body.to_vec()).unwrap();
        if reader.get_layer_names().unwrap().is_empty() { 0 } else { reader.get_features(0).unwrap().len() }
    };
    assert_eq!(count("?kind=shop").await, count("").await);
    assert_eq!(count("?kind=workshop").await, 0);
}

#[tokio::test]
async fn an_area_leaves_out_of_tiles_what_a_search_in_it_leaves_out() {
    let tile = async |query: &str| get(&format!("/tiles/listings/16/58187/25812.mvt{query}")).await.body;
    let plain = tile("").await;
    assert!(!plain.is_empty());
    assert_eq!(tile(&format!("?town={}", id(TOWN))).await, plain);
    assert_eq!(tile("?near=139.6356,35.653&radius_m=100").await, plain);
    for elsewhere in
        [format!("?town={}", id(TOWN + 1)), "?polygon=139.6,35.6;139.61,35.6;139.6,35.61".to_owned()]
    {
        assert!(tile(&elsewhere).await.is_empty(), "{elsewhere}");
    }
    assert!(tile(&format!("?street={}", id(TOWN))).await.is_empty(), "there is no such street");
    assert_eq!(get("/tiles/listings/16/58187/25812.mvt?near=139.6356,35.653").await.status, 400);
}

#[tokio::test]
async fn a_use_leaves_out_of_tiles_what_it_is_refused_in_and_only_if_it_must_be_allowed() {
    let tile = async |query: &str| get(&format!("/tiles/listings/16/58187/25812.mvt{query}")).await.body;
    let plain = tile("").await;
    assert_eq!(tile("?use=cafe_restaurant&use_area_m2=60").await, plain);
    assert_eq!(tile("?allowed_for=cafe_restaurant").await, plain, "the zone of the shop is commercial");
    assert!(tile("?allowed_for=chemical_factory").await.is_empty());
}

#[tokio::test]
async fn a_tile_comes_in_the_coding_the_client_takes_and_is_not_sent_twice() {
    let app = app().await;
    let ask = |name: &'static str, value: String| {
        let request = axum::http::Request::get(OVER_THE_CITY).header("accept-encoding", "gzip");
        ask_of(app.clone(), request.header(name, value).body(axum::body::Body::empty()).unwrap())
    };
    let first = ask("x-nothing", "-".into()).await;
    assert_eq!(first.header("content-encoding").as_deref(), Some("gzip"));
    let etag = first.header("etag").unwrap();
    assert!(etag.starts_with('"'), "a tile's tag is strong");
    let again = ask("if-none-match", etag.clone()).await;
    assert_eq!((again.status.as_u16(), again.header("etag").as_deref()), (304, Some(etag.as_str())));
    assert_eq!(again.header("vary").map(|v| v.to_lowercase().contains("accept-encoding")), Some(true));
}

#[tokio::test]
async fn the_description_of_layers_names_where_their_tiles_are() {
    let answer = get_with("/tiles/zones,listings.json?kind=shop", &[("host", "ward.example")]).await.json();
    let template = "http://ward.example/tiles/zones,listings/{z}/{x}/{y}.mvt?kind=shop";
    assert_eq!((&answer["tilejson"], &answer["tiles"][0]), (&"3.0.0".into(), &template.into()));
    let relative = get_with("/tiles/zones.json", &[("host", "evil/\"")]).await.json();
    assert_eq!(relative["tiles"][0], "/tiles/zones/{z}/{x}/{y}.mvt");
}

#[tokio::test]
async fn the_layers_are_listed() {
    let layers = get("/tiles").await.json();
    let names: Vec<&str> =
        layers["layers"].as_array().unwrap().iter().map(|l| l["name"].as_str().unwrap()).collect();
    assert!(names.contains(&"zones") && names.contains(&"listings"));
}

#[tokio::test]
async fn a_tile_is_asked_for_in_one_way_only() {
    let same = get(OVER_THE_CITY).await.body;
    assert_eq!(get(&OVER_THE_CITY.replace(',', "%2C")).await.body, same);
    for path in [
        "/tiles/zones/14/14546/6453",
        "/tiles/zones/14/14546/6453.pbf",
        "/tiles/zones/014/14546/6453.mvt",
        "/tiles/zones/+14/14546/6453.mvt",
        "/tiles/zones/14/14546/6453.5.mvt",
        "/tiles/%7Aones/14/14546/6453.mvt",
        "/tiles//14/14546/6453.mvt",
        "/tiles/zones/14/4294967296/6453.mvt",
    ] {
        let answer = get(path).await;
        let (status, kind) = (answer.status.as_u16(), answer.header("content-type"));
        assert_eq!((status, kind.as_deref()), (404, Some("application/problem+json")), "{path}");
    }
}
