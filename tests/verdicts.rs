//! May a use open here? Asked of the real program over the sample ward.

use std::collections::{BTreeMap, BTreeSet};

use machikado::domain::ListingId;
use serde_json::Value;

use crate::support::{Server, machikado};

const CAFE: &str = "/api/v1/uses/cafe_restaurant";
const REFUSED: [&str; 2] = ["prohibited", "other_law"];

/// Every listing a search finds, page by page.
async fn all(server: &Server, asked: &str) -> Vec<Value> {
    let (mut items, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = server.json(&format!("/api/v1/listings?limit=200&{asked}{cursor}")).await;
        items.extend(page["items"].as_array().unwrap().iter().cloned());
        match page["next"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return items,
        }
    }
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap()
}

fn ids(items: &[Value]) -> BTreeSet<String> {
    items.iter().map(|item| text(item, "id").to_owned()).collect()
}

/// Where a listing lies whose surroundings are all of one district.
pub(crate) async fn well_inside(server: &Server, district: &str) -> String {
    let found = server.json(&format!("/api/v1/listings?district={district}&limit=200")).await;
    let inside =
        |item: &&Value| item["pin"] == "exact" && item["zone"]["metres_to_edge"].as_f64() > Some(21.0);
    let place = &found["items"].as_array().unwrap().iter().find(inside).unwrap()["place"];
    format!("lon={}&lat={}", place["lon"], place["lat"])
}

#[tokio::test]
async fn a_cafe_is_judged_by_the_district_its_size_and_its_storey() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    for (district, plan, verdict) in [
        ("commercial", "use_area_m2=60&storey_max=1", "permitted"),
        ("commercial", "use_area_m2=600&storey_max=5", "permitted"),
        ("mid_high_1", "use_area_m2=60&storey_max=2", "permitted"),
        ("mid_high_1", "use_area_m2=60&storey_max=3", "prohibited"),
        ("mid_high_1", "use_area_m2=60", "conditional"),
        ("low_1", "use_area_m2=60&storey_max=1", "prohibited"),
        ("low_1", "use_area_m2=40&storey_max=1", "conditional"),
    ] {
        let place = well_inside(&server, district).await;
        let answer = server.json(&format!("{CAFE}/verdict?{place}&{plan}")).await;
        assert_eq!(answer["place"]["district"], district);
        assert_eq!(answer["verdict"], verdict, "{district} {plan}: {answer}");
        assert_eq!((&answer["label"], &answer["why"]), (&"建築基準法上の用途の目安".into(), &"rule".into()));
        assert_eq!(answer["law_text_date"], "2026-05-30");
        assert!(verdict == "conditional" || !answer["citations"].as_array().unwrap().is_empty(), "{answer}");
    }
}

#[tokio::test]
async fn a_site_that_may_reach_into_a_district_that_disagrees_is_a_question_for_the_ward() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    let asked = all(&server, "use=cafe_restaurant&use_area_m2=60&verdict=ask_ward").await;
    let split = asked.iter().find(|item| item["pin"] == "exact" && !item["zone"].is_null()).unwrap();
    let answer = server.json(&format!("{CAFE}/verdict?use_area_m2=60&listing={}", text(split, "id"))).await;
    assert_eq!((&answer["verdict"], &answer["why"]), (&"ask_ward".into(), &"split_site".into()));
    let in_each = answer["in_each"].as_array().unwrap();
    let verdicts: BTreeSet<&str> = in_each.iter().map(|each| text(each, "verdict")).collect();
    assert!(verdicts.len() > 1, "they disagree: {answer}");
    assert_eq!(in_each[0]["district"], split["zone"]["district"]);
    for each in &in_each[1..] {
        assert!(each["metres"].as_f64().unwrap() <= 20.0);
    }
    let cautions = answer["cautions"].as_array().unwrap();
    assert!(cautions.iter().any(|caution| caution["id"] == "site_majority"), "{answer}");
    let zone = server
        .json(&format!(
            "{CAFE}/verdict?use_area_m2=60&storey_max={}&zone={}",
            answer["inputs"]["storey_max"],
            text(&split["zone"], "id")
        ))
        .await;
    assert_eq!(zone["verdict"], in_each[0]["verdict"], "a zone is judged without its neighbours");
}

#[tokio::test]
async fn a_listing_that_shows_only_its_town_is_not_judged() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    let everything = all(&server, "use=office").await;
    let hidden =
        everything.iter().find(|item| item["pin"] == "town").expect("some listings hide their place");
    assert_eq!(hidden["verdict"], "ask_ward");
    let answer = server.json(&format!("/api/v1/uses/office/verdict?listing={}", text(hidden, "id"))).await;
    assert_eq!(answer["why"], "place_not_exact");
    assert_eq!((&answer["place"]["district"], &answer["place"]["exact"]), (&Value::Null, &false.into()));
}

#[tokio::test]
async fn a_search_for_an_allowed_use_hides_exactly_what_is_refused_and_says_how_many() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    let plan = "cafe_restaurant&use_area_m2=60";
    let judged = all(&server, &format!("use={plan}")).await;
    let allowed = all(&server, &format!("allowed_for={plan}")).await;
    let welcome: Vec<Value> =
        judged.iter().filter(|item| !REFUSED.contains(&text(item, "verdict"))).cloned().collect();
    assert_eq!(ids(&allowed), ids(&welcome));
    let hidden = judged.len() - welcome.len();
    assert!(hidden > 0 && !allowed.is_empty());

    let plain = server.json("/api/v1/listings?limit=1").await;
    assert_eq!((&plain["verdict"], &plain["hidden"]), (&Value::Null, &Value::Null));
    for (asked, out) in [("use", 0), ("allowed_for", hidden)] {
        let page = server.json(&format!("/api/v1/listings?{asked}={plan}&limit=1&facets=verdict")).await;
        assert_eq!(
            (&page["hidden"], page["total"].as_u64()),
            (&out.into(), Some((judged.len() - out) as u64))
        );
        let counted: u64 = page["verdict"].as_object().unwrap().values().map(|n| n.as_u64().unwrap()).sum();
        assert_eq!(counted, judged.len() as u64);
        for value in page["facets"]["verdict"].as_array().unwrap() {
            assert_eq!(value["count"], page["verdict"][text(value, "value")]);
        }
    }
    let near = "lon=139.6361&lat=35.6513&k=50";
    let nearest = server.json(&format!("/api/v1/listings/nearest?{near}&allowed_for={plan}")).await;
    assert!(nearest["items"].as_array().unwrap().iter().all(|i| !REFUSED.contains(&text(i, "verdict"))));
    let map = server.json(&format!("/api/v1/listings?format=geojson&limit=200&allowed_for={plan}")).await;
    assert_eq!(map["hidden"], hidden);
    assert!(map["features"].as_array().unwrap().iter().all(|f| f["properties"]["verdict"].is_string()));
}

#[tokio::test]
async fn a_listing_is_judged_alike_in_a_search_and_on_its_own() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    let found = server.json("/api/v1/listings?use=bakery_workshop&motor_kw=1.5&limit=60&sort=area").await;
    for item in found["items"].as_array().unwrap() {
        let id = text(item, "id");
        let asked = format!("/api/v1/uses/bakery_workshop/verdict?motor_kw=1.5&listing={id}");
        assert_eq!(server.json(&asked).await["verdict"], item["verdict"], "{item}");
    }
}

/// The verdict a map finds in the table of a use for a listing as tiles describe it.
fn looked_up(table: &Value, listing: &BTreeMap<String, Value>) -> String {
    let ask_ward = || "ask_ward".to_owned();
    let (Some(own), None) = (listing.get("district"), listing.get("exact")) else { return ask_ward() };
    let in_district = |district: &str| {
        let steps = &table["districts"][district];
        let reaches = |step: &&Value, end: &str, value: f64| step[end].as_f64().is_none_or(|to| value <= to);
        let number = |name: &str| listing.get(name).and_then(Value::as_f64);
        let (areas, unknown) = match number("top") {
            None => (&steps["unknown_storey"], &steps["unknown"]),
            Some(top) => {
                let storeys = steps["storeys"].as_array().unwrap();
                let step = storeys.iter().find(|step| reaches(step, "up_to", top)).unwrap();
                (&step["areas"], &step["unknown_area"])
            }
        };
        let found = match number("area") {
            None => unknown,
            Some(area) => {
                let areas = areas.as_array().unwrap();
                &areas.iter().find(|step| reaches(step, "up_to_m2", area)).unwrap()["verdict"]
            }
        };
        found.as_str().unwrap().to_owned()
    };
    let verdict = in_district(own.as_str().unwrap());
    let near = listing.get("near").map_or("", |near| near.as_str().unwrap());
    let agree = near.split('|').filter(|d| !d.is_empty()).all(|district| in_district(district) == verdict);
    if agree { verdict } else { ask_ward() }
}

/// The listings of a tile by id, each with its attributes.
fn listings_in(tile: Vec<u8>) -> BTreeMap<String, BTreeMap<String, Value>> {
    let reader = mvt_reader::Reader::new(tile).unwrap();
    let features =
        if reader.get_layer_names().unwrap().is_empty() { vec![] } else { reader.get_features(0).unwrap() };
    let listing = |feature: mvt_reader::feature::Feature| {
        let tags =
            feature.properties.unwrap().iter().map(|(name, value)| (name.clone(), plain(value))).collect();
        (ListingId::from_bits(feature.id.unwrap()).unwrap().to_string(), tags)
    };
    features.into_iter().map(listing).collect()
}

fn plain(value: &mvt_reader::feature::Value) -> Value {
    use mvt_reader::feature::Value as V;
    match value {
        V::String(text) => text.as_str().into(),
        V::Float(n) => (*n).into(),
        V::Double(n) => (*n).into(),
        V::Int(n) | V::SInt(n) => (*n).into(),
        V::UInt(n) => (*n).into(),
        V::Bool(yes) => (*yes).into(),
        V::Null => Value::Null,
    }
}

#[tokio::test]
async fn a_map_colours_listings_from_their_tile_and_the_table_of_a_use_as_the_search_judges_them() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    let mut listings: BTreeMap<String, BTreeMap<String, Value>> = BTreeMap::new();
    for (x, y) in (29_090..29_097).flat_map(|x| (12_903..12_910).map(move |y| (x, y))) {
        listings.extend(listings_in(server.tile(&format!("/tiles/listings/15/{x}/{y}.mvt")).await));
    }
    assert!(listings.len() > 200, "{} listings in the tiles", listings.len());
    let split = listings.values().filter(|tags| tags.contains_key("near")).count();
    assert!(split > 10, "{split} of them near another district");
    for plan in
        ["cafe_restaurant?", "cafe_restaurant?use_area_m2=160", "bakery_workshop?motor_kw=2&live_work=false"]
    {
        let (land_use, inputs) = plan.split_once('?').unwrap();
        let table = server.json(&format!("/api/v1/uses/{land_use}/table?{inputs}")).await;
        let judged = all(&server, format!("use={land_use}&{inputs}").trim_end_matches('&')).await;
        let judged: BTreeMap<&str, &str> =
            judged.iter().map(|item| (text(item, "id"), text(item, "verdict"))).collect();
        for (id, tags) in &listings {
            assert_eq!(looked_up(&table, tags), judged[id.as_str()], "{plan} {tags:?}");
        }
    }
}

#[tokio::test]
async fn where_in_the_ward_a_cafe_may_open_adds_up() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    let summary = server.json(&format!("{CAFE}/summary?use_area_m2=60&storey_max=1")).await;
    let sum = |object: &Value| object.as_object().unwrap().values().map(|n| n.as_f64().unwrap()).sum::<f64>();
    assert!((sum(&summary["shares"]) - 1.0).abs() < 1e-5, "{}", summary["shares"]);
    // The ward has 58 km2 of land, nearly all of it zoned.
    assert!((5_000.0..6_500.0).contains(&sum(&summary["hectares"])), "{}", summary["hectares"]);
    let found = server.json("/api/v1/listings?use=cafe_restaurant&use_area_m2=60&limit=1").await;
    assert_eq!(summary["listings"], found["verdict"]);
    let streets = summary["streets"].as_array().unwrap();
    assert!((1..=20).contains(&streets.len()));
    assert!(streets.is_sorted_by(|a, b| a["permitted"].as_u64() >= b["permitted"].as_u64()));
    let land: f64 =
        summary["districts"].as_array().unwrap().iter().map(|d| d["hectares"].as_f64().unwrap()).sum();
    assert!((land - sum(&summary["hectares"])).abs() < 0.2);
}

#[tokio::test]
async fn what_may_open_at_a_place_lists_every_use_once() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    let uses = server.json("/api/v1/uses").await;
    let known: BTreeSet<&str> = uses["items"].as_array().unwrap().iter().map(|u| text(u, "id")).collect();
    assert_eq!(server.json("/api/v1/law").await["uses"], known.len());
    let place = well_inside(&server, "commercial").await;
    let here = server.json(&format!("/api/v1/uses/at?{place}&storey_max=1&lang=en")).await;
    let groups = here["groups"].as_array().unwrap();
    let listed: Vec<&Value> = groups.iter().flat_map(|g| g["uses"].as_array().unwrap()).collect();
    assert_eq!(listed.iter().map(|u| text(u, "use")).collect::<BTreeSet<_>>(), known);
    assert_eq!(listed.len(), known.len());
    for (verdict, count) in here["counts"].as_object().unwrap() {
        assert_eq!(
            listed.iter().filter(|u| u["verdict"] == verdict.as_str()).count() as u64,
            count.as_u64().unwrap()
        );
    }
    let cafe = listed.iter().find(|u| u["use"] == "cafe_restaurant").unwrap();
    assert_eq!((text(cafe, "verdict"), text(cafe, "name")), ("permitted", "Cafe or restaurant"));
}

#[tokio::test]
async fn an_everyday_word_leads_to_the_use_the_law_knows() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    for word in ["カフェ", "kafe", "かふぇ"] {
        let found = server.json(&format!("/api/v1/uses/search?q={word}")).await;
        assert_eq!(found["items"][0]["use"], "cafe_restaurant", "{word}");
    }
    let bar = server.json("/api/v1/uses/search?q=スナック&limit=3").await;
    assert!(bar["items"].as_array().unwrap().len() <= 3);
    let asks = bar["items"].as_array().unwrap().iter().find(|item| !item["ask"].is_null());
    assert!(asks.is_none_or(|item| item["ask"]["options"].as_array().unwrap().len() >= 2));
}

#[tokio::test]
async fn what_cannot_be_judged_names_the_parameter() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    for (path, parameter) in [
        ("/api/v1/listings?use=cafe", "use"),
        ("/api/v1/listings?allowed_for=cafe_restarant", "allowed_for"),
        ("/api/v1/listings?use_area_m2=60", "use_area_m2"),
        ("/api/v1/listings?use=cafe_restaurant&verdict=maybe", "verdict"),
        ("/api/v1/listings?use=cafe_restaurant&motor_kw=strong", "motor_kw"),
        ("/tiles/listings/14/14547/6453.mvt?allowed_for=nothing", "allowed_for"),
        ("/api/v1/uses/cafe_restaurant/verdict", "lon"),
        ("/api/v1/uses/cafe_restaurant/verdict?lon=139.6", "lat"),
        ("/api/v1/uses/cafe_restaurant/verdict?listing=00000000001", "listing"),
        ("/api/v1/uses/cafe_restaurant/verdict?zone=00000000001", "zone"),
        ("/api/v1/uses/cafe_restaurant/verdict?lon=139.6&lat=35.6&lang=fr", "lang"),
        ("/api/v1/uses/cafe_restaurant/table?process_class=to4", "process_class"),
        ("/api/v1/uses/cafe_restaurant/summary?dwelling_share=2", "dwelling_share"),
        ("/api/v1/uses/at?lon=139.6&lat=35.6&use_area_m2=-1", "use_area_m2"),
        ("/api/v1/uses/search", "q"),
    ] {
        let answer = server.get(path).await;
        assert_eq!(answer.status(), 400, "{path}");
        let problem: Value = answer.json().await.unwrap();
        assert_eq!(problem["parameter"], parameter, "{path}: {problem}");
    }
    let misspelt = server.get("/api/v1/uses/cafe_restarant/table").await;
    assert_eq!(misspelt.status(), 404);
    assert!(misspelt.text().await.unwrap().contains("cafe_restaurant"));
}

/// A ward's own rules: no cafes in commercial districts.
const NO_CAFES: &str = "# name: 試験区特別用途地区条例\n\
    use,districts,verdict,conditions,citation,reason_ja,reason_en\n\
    cafe_restaurant,commercial,prohibited,,条例第3条,,\n";

#[tokio::test]
async fn a_wards_own_rules_replace_the_national_ones_and_are_named() {
    let data = tempfile::tempdir().unwrap();
    let overlay = data.path().join("ward.csv");
    std::fs::write(&overlay, NO_CAFES).unwrap();
    let server = Server::start(data.path(), &["--sample", "--law-overlay", overlay.to_str().unwrap()]).await;
    let place = well_inside(&server, "commercial").await;
    let answer = server.json(&format!("{CAFE}/verdict?{place}&use_area_m2=60&storey_max=1")).await;
    assert_eq!(answer["verdict"], "prohibited");
    assert_eq!(answer["overlay"], "試験区特別用途地区条例");
    assert!(answer["citations"][0].as_str().unwrap().contains("条例第3条"), "{answer}");
    let law = server.json("/api/v1/law").await;
    assert_eq!(law["overlay"]["name"], "試験区特別用途地区条例");
    assert_eq!(law["overlay"]["rules"][0]["district"], "commercial");
    let allowed = all(&server, "allowed_for=cafe_restaurant&use_area_m2=60").await;
    assert!(
        allowed.iter().all(|item| item["verdict"] == "ask_ward" || item["zone"]["district"] != "commercial")
    );
}

#[test]
fn a_wrong_table_of_a_wards_own_rules_stops_the_start_with_row_and_reason() {
    let data = tempfile::tempdir().unwrap();
    let overlay = data.path().join("ward.csv");
    let file = overlay.to_str().unwrap();
    let start = || {
        let words = [
            "serve",
            "--bind",
            "127.0.0.1:0",
            "--data",
            data.path().to_str().unwrap(),
            "--law-overlay",
            file,
        ];
        let output = machikado(&words);
        assert!(!output.status.success());
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    for (wrong, told) in [("commercial", "district"), ("cafe_restaurant", "use"), ("prohibited", "verdict")] {
        std::fs::write(&overlay, NO_CAFES.replace(wrong, "nonsense")).unwrap();
        let complaint = start();
        for part in ["row 3", told, "`nonsense`"] {
            assert!(complaint.contains(part), "{part}: {complaint}");
        }
    }
    std::fs::remove_file(&overlay).unwrap();
    assert!(start().contains("ward.csv"));
}
