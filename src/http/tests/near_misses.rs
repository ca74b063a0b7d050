//! What a search leaves out for one reason alone, over HTTP.

use serde_json::{Value, json};

use super::served::{get, id};
use super::small_city::{HIDDEN, SHOP, STATION, TOWN, WORKSHOP};

async fn misses(query: &str) -> Vec<Value> {
    let answer = get(&format!("/api/v1/listings/near-misses?{query}")).await;
    assert_eq!(answer.status, 200, "{query}");
    answer.json()["items"].as_array().unwrap().clone()
}

/// Of one listing: what leaves it out, by how much, and what would let it in.
async fn miss_of(query: &str, bits: u64) -> Value {
    let all = misses(query).await;
    let one = all.iter().find(|miss| miss["listing"]["id"] == id(bits));
    let one = one.unwrap_or_else(|| panic!("{query}: {} is no near miss", id(bits)));
    json!([one["limit"], one["how"], one["by"], one["unit"], one["loosen"]])
}

#[tokio::test]
async fn a_rent_5000_yen_over_says_so_and_how_to_let_it_in() {
    let told = miss_of("rent_max=175000&kind=shop", SHOP).await;
    let loosen = json!([{ "name": "rent_max", "value": "180000" }]);
    assert_eq!(told, json!(["rent_max", "amount", 5000.0, "yen", loosen]));
}

#[tokio::test]
async fn another_kind_is_added_to_those_asked_for() {
    let told = miss_of("kind=office", SHOP).await;
    assert_eq!(told, json!(["kind", "other", null, null, [{ "name": "kind", "value": "shop,office" }]]));
}

#[tokio::test]
async fn a_rent_by_negotiation_that_was_dropped_is_one_miss() {
    let told = miss_of("rent_min=1000&rent_max=200000&negotiable=drop", WORKSHOP).await;
    assert_eq!(
        told,
        json!(["negotiable", "unstated", null, null, [{ "name": "negotiable", "value": null }]])
    );
}

#[tokio::test]
async fn what_lies_a_little_outside_says_how_far_and_the_area_takes_it_in() {
    let told = miss_of("near=139.6351,35.6530&radius_m=20", SHOP).await;
    let metres = told[2].as_f64().unwrap();
    assert!((20.0..30.0).contains(&metres), "{told}");
    let loosen =
        json!([{ "name": "near", "value": "139.6351,35.653" }, { "name": "radius_m", "value": "50" }]);
    assert_eq!((&told[0], &told[3], &told[4]), (&json!("place"), &json!("metres"), &loosen));
    let other_town = miss_of(&format!("town={}", id(TOWN)), HIDDEN).await;
    assert_eq!(other_town[4], json!([{ "name": "town", "value": format!("{},{}", id(TOWN), id(TOWN + 1)) }]));
}

#[tokio::test]
async fn a_longer_walk_is_told_in_minutes() {
    let station = id(STATION);
    let told = miss_of(&format!("station={station}&walk_minutes=3"), SHOP).await;
    let loosen = json!([{ "name": "station", "value": station }, { "name": "walk_minutes", "value": "4" }]);
    assert_eq!(told, json!(["place", "amount", 1.0, "minutes", loosen]));
}

#[tokio::test]
async fn every_change_that_is_told_finds_its_listing() {
    let polygon = "polygon=139.630,35.650;139.6352,35.650;139.6352,35.656;139.630,35.656";
    for query in [
        "rent_max=150000".to_owned(),
        "area_min=45".to_owned(),
        "area_max=30.5".to_owned(),
        "storey_min=2".to_owned(),
        "storey=B1".to_owned(),
        "cooking=heavy".to_owned(),
        "condition=fixtures".to_owned(),
        "district=quasi_industrial".to_owned(),
        "handover_by=2026-03-31".to_owned(),
        "station_minutes_max=1".to_owned(),
        "gas=false".to_owned(),
        "updated_since=2026-01-12".to_owned(),
        "q=%E3%81%AA%E3%81%84".to_owned(),
        "allowed_for=chemical_factory".to_owned(),
        polygon.to_owned(),
        "bbox=139.60,35.60,139.6351,35.66".to_owned(),
        format!("town={}", id(TOWN)),
        format!("station={}&walk_minutes=2", id(STATION)),
    ] {
        let mut told = 0;
        for miss in misses(&query).await {
            let mut pairs: Vec<(String, String)> = query
                .split('&')
                .map(|pair| pair.split_once('=').map(|(n, v)| (n.to_owned(), v.to_owned())).unwrap())
                .collect();
            for change in miss["loosen"].as_array().unwrap() {
                let name = change["name"].as_str().unwrap();
                pairs.retain(|(other, _)| other != name);
                pairs.extend(change["value"].as_str().map(|value| (name.to_owned(), value.to_owned())));
            }
            let wider: Vec<String> = pairs.iter().map(|(name, value)| format!("{name}={value}")).collect();
            let found = get(&format!("/api/v1/listings?{}", wider.join("&"))).await.json();
            let ids: Vec<&Value> = found["items"].as_array().unwrap().iter().map(|l| &l["id"]).collect();
            assert!(ids.contains(&&miss["listing"]["id"]), "{query} to {wider:?}");
            told += 1;
        }
        assert!(told > 0, "{query} has no near miss");
    }
}

#[tokio::test]
async fn what_fails_twice_is_no_near_miss_and_what_is_found_is_none() {
    assert!(misses("rent_max=175000&cooking=heavy&kind=shop").await.is_empty());
    assert!(misses("").await.is_empty());
}
