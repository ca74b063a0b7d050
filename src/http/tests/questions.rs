//! Every question of the API, with the whole answer as a snapshot.

use insta::assert_snapshot;

use super::served::{get, get_with, id};
use super::small_city::{DRAFT, HIDDEN, LET, SECRET, SHOP, STATION, STREET, TOWN, ZONE};

#[tokio::test]
async fn a_search_answers_a_page_with_facets() {
    let answer = get("/api/v1/listings?facets=kind,rent&sort=rent&limit=1").await;
    assert_snapshot!(answer.shown());
}

#[tokio::test]
async fn a_search_answers_geojson_to_those_who_ask_for_it() {
    let answer = get("/api/v1/listings?format=geojson&kind=shop").await;
    assert_snapshot!(answer.shown());
    let accepted = get_with("/api/v1/listings?kind=shop", &[("accept", "application/geo+json")]).await;
    assert_eq!(accepted.json(), answer.json());
}

#[tokio::test]
async fn pages_follow_each_other_and_hold_each_listing_once() {
    let mut seen = Vec::new();
    let mut cursor = String::new();
    for _ in 0..3 {
        let page = get(&format!("/api/v1/listings?limit=1{cursor}")).await.json();
        assert_eq!(page["total"], 3);
        seen.push(page["items"][0]["id"].as_str().unwrap().to_owned());
        let Some(next) = page["next"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(seen.len(), 3);
    seen.dedup();
    assert_eq!(seen.len(), 3);
}

#[tokio::test]
async fn every_way_to_say_where_finds_the_shop() {
    for area in [
        "bbox=139.635,35.652,139.636,35.654".to_owned(),
        "near=139.6356,35.653&radius_m=50".to_owned(),
        "polygon=139.63,35.65;139.64,35.65;139.64,35.66;139.63,35.66".to_owned(),
        format!("town={}", id(TOWN)),
        format!("street={}", id(STREET)),
        format!("station={}&walk_minutes=10", id(STATION)),
    ] {
        let found = get(&format!("/api/v1/listings?{area}")).await.json();
        assert_eq!((&found["total"], &found["items"][0]["id"]), (&1.into(), &id(SHOP).into()), "{area}");
    }
}

#[tokio::test]
async fn several_streets_are_searched_at_once_and_lists_can_be_asked_for_by_id() {
    let (street, town) = (id(STREET), id(TOWN));
    assert_eq!(get(&format!("/api/v1/listings?street={street}")).await.json()["total"], 1);
    let problem = get(&format!("/api/v1/listings?street={street},{town}")).await;
    assert_eq!((problem.status.as_u16(), &problem.json()["parameter"]), (400, &"street".into()));
    let towns = get(&format!("/api/v1/towns?id={town},{street}")).await.json();
    assert_eq!((&towns["total"], &towns["items"][0]["id"]), (&1.into(), &town.into()));
}

#[tokio::test]
async fn a_search_counts_levels_walks_places_and_limits() {
    let asked = "facets=level,walk,town,street&rent_steps=100000,180000&area_steps=40";
    let answer = get(&format!("/api/v1/listings?limit=1&town={}&{asked}", id(TOWN))).await.json();
    assert_snapshot!(serde_json::to_string_pretty(&answer["facets"]).unwrap());
    for wrong in
        ["rent_steps=", "rent_steps=1,x", "area_steps=-1", &format!("rent_steps={}1", "1,".repeat(30))]
    {
        assert_eq!(get(&format!("/api/v1/listings?{wrong}")).await.status, 400, "{wrong}");
    }
}

#[tokio::test]
async fn a_listing_is_answered_whole() {
    assert_snapshot!(get(&format!("/api/v1/listings/{}", id(SHOP))).await.shown());
}

#[tokio::test]
async fn a_listing_that_was_let_is_gone_and_a_draft_was_never_there() {
    assert_snapshot!(get(&format!("/api/v1/listings/{}", id(LET))).await.shown());
    assert_eq!(get(&format!("/api/v1/listings/{}", id(DRAFT))).await.status, 404);
    assert_eq!(get("/api/v1/listings/nonsense").await.status, 404);
}

#[tokio::test]
async fn a_pin_of_town_gives_away_neither_the_place_nor_the_address() {
    let paths = [
        format!("/api/v1/listings/{}", id(HIDDEN)),
        "/api/v1/listings".to_owned(),
        "/api/v1/listings?format=geojson".to_owned(),
        format!("/api/v1/listings/nearest?lon={}&lat={}", SECRET.0, SECRET.1),
    ];
    for path in paths {
        let text = String::from_utf8(get(&path).await.body.to_vec()).unwrap();
        assert!(text.contains(&id(HIDDEN)), "{path}");
        for secret in ["139.64777", "35.65777", "9番9号", "secret-source-key"] {
            assert!(!text.contains(secret), "{path} tells {secret}");
        }
    }
}

#[tokio::test]
async fn the_nearest_listings_come_nearest_first() {
    let found = get("/api/v1/listings/nearest?lon=139.6356&lat=35.653&k=2").await.json();
    assert_eq!(found["items"][0]["distance_m"], 0.0);
    assert!(found["items"][1]["distance_m"].as_f64().unwrap() > 500.0);
}

#[tokio::test]
async fn the_zones_at_a_place_near_an_edge() {
    assert_snapshot!(get("/api/v1/zones/at?lon=139.6399&lat=35.655&around_m=50").await.shown());
}

#[tokio::test]
async fn a_place_outside_every_zone_has_none() {
    let answer = get("/api/v1/zones/at?lon=139.7&lat=35.7").await;
    assert_eq!((answer.status.as_u16(), &answer.json()["zones"]), (200, &serde_json::json!([])));
}

#[tokio::test]
async fn one_zone_with_its_edition_and_land() {
    assert_snapshot!(get(&format!("/api/v1/zones/{}", id(ZONE))).await.shown());
    assert_eq!(get(&format!("/api/v1/zones/{}", id(SHOP))).await.status, 404);
}

#[tokio::test]
async fn the_editions_of_zoning() {
    assert_snapshot!(get("/api/v1/editions").await.shown());
}

#[tokio::test]
async fn streets_are_found_by_name_and_tell_their_vacancy() {
    assert_snapshot!(
        get("/api/v1/streets?q=すずらん&bbox=139.63,35.65,139.64,35.66"
            .replace("すずらん", "%E3%81%99%E3%81%9A%E3%82%89%E3%82%93")
            .as_str())
        .await
        .shown()
    );
    assert_snapshot!(get(&format!("/api/v1/streets/{}", id(STREET))).await.shown());
    assert_eq!(get("/api/v1/streets?q=none").await.json()["total"], 0);
}

#[tokio::test]
async fn stations_and_towns_come_in_the_order_of_their_names() {
    assert_snapshot!(get("/api/v1/stations").await.shown());
    let towns = get("/api/v1/towns").await.json();
    assert_eq!(
        (&towns["items"][0]["name"], &towns["items"][1]["name"]),
        (&"経堂一丁目".into(), &"経堂十二丁目".into())
    );
    assert_eq!(get("/api/v1/towns?limit=1").await.json()["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn what_is_at_a_place() {
    assert_snapshot!(get("/api/v1/place?lon=139.6356&lat=35.653").await.shown());
}

#[tokio::test]
async fn the_city_as_a_whole() {
    assert_snapshot!(get("/api/v1/city").await.shown());
}
