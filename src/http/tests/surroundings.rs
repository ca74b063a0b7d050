//! What lies within a walk, over HTTP.

use serde_json::{Value, json};

use super::served::{get, id};
use super::small_city::{HIDDEN, SHOP};

#[tokio::test]
async fn residents_count_by_the_land_within_the_walk_and_are_called_an_estimate() {
    let answer = get("/api/v1/surroundings?lon=139.6361&lat=35.6513&minutes=10").await.json();
    let towns = answer["towns"].as_array().unwrap();
    let shares: f64 = towns.iter().map(|town| town["share"].as_f64().unwrap()).sum();
    let count = answer["residents"]["count"].as_f64().unwrap();
    // Each of the two towns has 3,000 residents.
    assert!(shares > 0.0 && (count - 3000.0 * shares).abs() <= 6.0, "{answer}");
    assert_eq!(answer["residents"]["estimate"], true);
    assert_eq!((&answer["method"], &answer["minutes"]), (&json!("estimate"), &json!(10)));
}

#[tokio::test]
async fn a_listing_is_not_among_its_own_surroundings() {
    let around = |way: &str| format!("/api/v1/surroundings?{way}&minutes=60&use=cafe_restaurant");
    let of_place = get(&around("lon=139.6356&lat=35.653")).await.json();
    let of_listing = get(&around(&format!("listing={}", id(SHOP)))).await.json();
    let counted = |answer: &Value| answer["listings"].as_u64().unwrap();
    assert_eq!(counted(&of_place), counted(&of_listing) + 1);
    let verdicts: u64 =
        of_listing["verdict"].as_object().unwrap().values().map(|n| n.as_u64().unwrap()).sum();
    assert_eq!(verdicts, counted(&of_listing));
}

#[tokio::test]
async fn a_listing_that_shows_only_its_town_is_walked_from_the_middle_of_it() {
    let path = format!("/api/v1/surroundings?listing={}", id(HIDDEN));
    let answer = get(&path).await.json();
    let shown = get(&format!("/api/v1/listings/{}", id(HIDDEN))).await.json();
    assert_eq!(answer["place"], shown["place"]);
    assert_eq!(answer["verdict"], Value::Null);
}

#[tokio::test]
async fn a_walk_that_begins_nowhere_is_refused_by_name() {
    for (asked, blamed) in [
        ("", "lon"),
        ("listing=0c8x4n2k7zq", "listing"),
        ("lon=139.6&lat=35.6&minutes=90", "minutes"),
        ("lon=139.6&lat=35.6&use=cafes", "use"),
        ("lon=139.6&lat=35.6&zone=0c8x4n2k7zq", "zone"),
    ] {
        let answer = get(&format!("/api/v1/surroundings?{asked}")).await;
        assert_eq!((answer.status.as_u16(), &answer.json()["parameter"]), (400, &json!(blamed)), "{asked}");
    }
}
