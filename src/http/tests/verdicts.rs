//! What the law says of a use, as a whole answer.

use insta::assert_snapshot;

use super::served::{get, id};
use super::small_city::{HIDDEN, WORKSHOP};

#[tokio::test]
async fn a_bakery_in_the_workshop_depends_on_its_motors_and_the_answer_says_how() {
    let asked = format!("/api/v1/uses/bakery_workshop/verdict?listing={}&motor_kw=2&lang=ja", id(WORKSHOP));
    assert_snapshot!(get(&asked).await.shown());
}

#[tokio::test]
async fn a_printing_works_at_the_boundary_of_two_districts_is_a_question_for_the_ward() {
    let answer =
        get("/api/v1/uses/printing/verdict?lon=139.6399&lat=35.655&workshop_m2=500&motor_kw=5&lang=en")
            .await
            .json();
    assert_eq!((&answer["verdict"], &answer["why"]), (&"ask_ward".into(), &"split_site".into()));
    let each = |i: usize| (answer["in_each"][i]["district"].clone(), answer["in_each"][i]["verdict"].clone());
    assert_eq!(each(0), ("commercial".into(), "prohibited".into()));
    assert_eq!(each(1).0, "quasi_industrial");
    assert_ne!(each(1).1, "prohibited");
    assert_eq!(answer["label"], "Guide to use under the Building Standards Act");
}

#[tokio::test]
async fn a_pin_of_town_gives_away_neither_its_district_nor_what_may_open_there() {
    for path in ["uses/plating/verdict", "uses/at"] {
        let answer = get(&format!("/api/v1/{path}?listing={}", id(HIDDEN))).await.json();
        assert_eq!(
            answer["place"],
            serde_json::json!({ "district": null, "near": [], "areas": [], "exact": false })
        );
    }
    let here = get(&format!("/api/v1/uses/at?listing={}", id(HIDDEN))).await.json();
    assert_eq!(
        here["counts"]["ask_ward"],
        here["groups"].as_array().unwrap().iter().map(|g| g["uses"].as_array().unwrap().len()).sum::<usize>()
    );
}

#[tokio::test]
async fn a_place_without_zoning_is_a_question_for_the_ward() {
    let answer = get("/api/v1/uses/office/verdict?lon=139.7&lat=35.7").await.json();
    assert_eq!((&answer["verdict"], &answer["why"]), (&"ask_ward".into(), &"no_zoning".into()));
}

#[tokio::test]
async fn the_law_tells_its_date_and_its_limits() {
    let law = get("/api/v1/law?lang=en").await.json();
    assert_eq!((&law["law_text_date"], &law["overlay"]), (&"2026-05-30".into(), &serde_json::Value::Null));
    assert!(law["cautions"].as_array().unwrap().len() > 10 && !law["limits"].as_array().unwrap().is_empty());
    assert_eq!(law["verdicts"][0], serde_json::json!({ "verdict": "permitted", "label": "Permitted" }));
}
