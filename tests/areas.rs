//! Areas with rules of their own, through the real program: imported, told at a place, judged inside.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::support::{Server, machikado, machikado_ok};
use crate::verdicts::well_inside;
use serde_json::Value;

const CAFE: &str = "/api/v1/uses/cafe_restaurant/verdict";

/// A square of about 20 m around a place (`lon=…&lat=…`), as a feature.
fn feature(place: &str, kind: &str, name: &str) -> String {
    let degrees = |part: &str| part.split_once('=').unwrap().1.parse::<f64>().unwrap();
    let (lon, lat) = place.split_once('&').unwrap();
    let (lon, lat) = (degrees(lon), degrees(lat));
    let (w, e, s, n) = (lon - 0.0001, lon + 0.0001, lat - 0.0001, lat + 0.0001);
    format!(
        r#"{{"type":"Feature","properties":{{"名称":"{name}","種別":"{kind}","url":"https://example.org/plan"}},
        "geometry":{{"type":"Polygon","coordinates":[[[{w},{s}],[{e},{s}],[{e},{n}],[{w},{n}],[{w},{s}]]]}}}}"#
    )
}

fn import(data: &Path, features: &[String]) -> Value {
    let file = data.join("areas.geojson");
    let json = format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","));
    std::fs::write(&file, json).unwrap();
    let (file, data) = (file.to_str().unwrap(), data.to_str().unwrap());
    let told = machikado_ok(&["import", "areas", file, "--source", "試験区", "--data", data, "--json"]);
    serde_json::from_str(&told).unwrap()
}

/// The verdict at a place, once so many areas hold it.
async fn verdict_inside(server: &Server, place: &str, areas: usize) -> Value {
    let started = Instant::now();
    loop {
        let answer = server.json(&format!("{CAFE}?{place}&use_area_m2=60&storey_max=1")).await;
        if answer["place"]["areas"].as_array().unwrap().len() == areas {
            return answer;
        }
        assert!(started.elapsed() < Duration::from_secs(20), "the areas never appeared: {answer}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

fn warns(answer: &Value, id: &str, level: &str, of: &str) -> bool {
    let says = |caution: &Value| {
        caution["id"] == id && caution["level"] == level && caution["text"].as_str().unwrap().contains(of)
    };
    answer["cautions"].as_array().unwrap().iter().any(says)
}

#[tokio::test]
async fn a_place_inside_an_imported_district_plan_says_which_and_sends_to_the_ward() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    let (inside, outside) =
        (well_inside(&server, "commercial").await, well_inside(&server, "quasi_industrial").await);
    let report = import(
        data.path(),
        &[feature(&inside, "地区計画", "試験駅前地区"), feature(&inside, "文教地区", "第一種文教地区")],
    );
    assert_eq!((&report["accepted"], &report["kind"]), (&2.into(), &"areas".into()));

    let answer = verdict_inside(&server, &inside, 2).await;
    let area = &answer["place"]["areas"][0];
    assert_eq!((&area["kind"], &area["name"]), (&"district_plan".into(), &"試験駅前地区".into()));
    assert_eq!(area["url"], "https://example.org/plan");
    assert!(warns(&answer, "district_plan_inside", "ask", "『試験駅前地区』"), "{answer}");
    assert!(warns(&answer, "special_use_district_inside", "ask", "『第一種文教地区』"), "{answer}");
    let elsewhere = verdict_inside(&server, &outside, 0).await;
    assert!(warns(&elsewhere, "district_plan", "note", ""), "{elsewhere}");
}

const NO_CAFES_THERE: &str = "# name: 試験区条例\n\
    use,districts,verdict,conditions,citation,reason_ja,reason_en,within,relaxes\n\
    cafe_restaurant,commercial,prohibited,,条例第3条,,,試験駅前地区,\n";

#[tokio::test]
async fn a_wards_row_within_an_area_decides_there_and_nowhere_else() {
    let data = tempfile::tempdir().unwrap();
    let overlay = data.path().join("ward.csv");
    std::fs::write(&overlay, NO_CAFES_THERE).unwrap();
    let flags = ["--sample", "--law-overlay", overlay.to_str().unwrap()];
    let server = Server::start(data.path(), &flags).await;
    let inside = well_inside(&server, "commercial").await;
    let before = verdict_inside(&server, &inside, 0).await;
    assert_eq!((&before["verdict"], &before["overlay"]), (&"permitted".into(), &Value::Null));

    import(data.path(), &[feature(&inside, "地区計画", "試験駅前地区")]);
    let answer = verdict_inside(&server, &inside, 1).await;
    assert_eq!((&answer["verdict"], &answer["overlay"]), (&"prohibited".into(), &"試験区条例".into()));
    assert!(answer["summary"].as_str().unwrap().contains("『試験駅前地区』の区域内"), "{answer}");

    let asked = "/api/v1/listings?use=cafe_restaurant&use_area_m2=60&district=commercial&limit=200";
    let found = server.json(asked).await;
    let refused: Vec<&Value> =
        found["items"].as_array().unwrap().iter().filter(|item| item["verdict"] == "prohibited").collect();
    assert!(
        !refused.is_empty() && refused.len() < found["items"].as_array().unwrap().len(),
        "{}",
        refused.len()
    );
    let table = server.json("/api/v1/uses/cafe_restaurant/table").await;
    assert_eq!(table["within"][0]["area"], "試験駅前地区");
    assert_eq!(table["within"][0]["districts"]["commercial"]["unknown"], "prohibited");
}

#[test]
fn a_check_names_the_rows_that_hold_only_within_an_area() {
    let folder = tempfile::tempdir().unwrap();
    let overlay = folder.path().join("ward.csv");
    std::fs::write(&overlay, NO_CAFES_THERE).unwrap();
    let told = machikado_ok(&["law", "check", "--overlay", overlay.to_str().unwrap()]);
    assert!(told.contains("可 → 不可\twithin 試験駅前地区"), "{told}");
    std::fs::write(&overlay, NO_CAFES_THERE.replace("地区,\n", "地区,maybe\n")).unwrap();
    let refused = machikado(&["law", "check", "--overlay", overlay.to_str().unwrap()]);
    let complaint = String::from_utf8_lossy(&refused.stderr);
    assert!(complaint.contains("row 3") && complaint.contains("`relaxes`"), "{complaint}");
}
