//! The sample ward through the real program: it is ready, it answers, it refuses, it follows changes.

use std::time::{Duration, Instant};

use crate::support::{Server, machikado_ok};
use futures::StreamExt;

const CENTRE: &str = "lon=139.6360&lat=35.6510"; // 経堂

#[tokio::test]
async fn the_sample_ward_shows_premises_zones_streets_and_stations() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;

    let city = server.json("/api/v1/city").await;
    assert_eq!(city["name"], "世田谷区");
    assert_eq!(city["synthetic"], true, "made-up data must say so");
    assert_eq!(city["counts"]["towns"], 277);
    assert_eq!(city["counts"]["stations"], 39);
    let streets = city["counts"]["streets"].as_u64().unwrap();
    assert!((100..=120).contains(&streets), "{streets} streets");

    let found = server.json("/api/v1/listings?limit=1&facets=kind,district").await;
    assert!(found["total"].as_u64().unwrap() > 300, "{} premises", found["total"]);
    assert_eq!(found["facets"]["kind"].as_array().unwrap().len(), 8, "all eight kinds are on offer");

    let place = server.json(&format!("/api/v1/place?{CENTRE}")).await;
    assert!(place["zones"].as_array().is_some_and(|z| !z.is_empty()), "{place}");
}

#[tokio::test]
async fn a_page_of_a_search_leads_to_the_next_until_all_are_seen_once() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    let mut seen = Vec::new();
    let mut path = "/api/v1/listings?sort=rent&limit=100".to_owned();
    let total = loop {
        let page = server.json(&path).await;
        seen.extend(page["items"].as_array().unwrap().iter().map(|i| i["id"].as_str().unwrap().to_owned()));
        match page["next"].as_str() {
            Some(cursor) => path = format!("/api/v1/listings?sort=rent&limit=100&cursor={cursor}"),
            None => break page["total"].as_u64().unwrap() as usize,
        }
    };
    assert_eq!(seen.len(), total);
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), total, "no listing comes twice");
}

#[tokio::test]
async fn bad_input_is_a_problem_that_names_the_parameter() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    for (path, parameter) in [
        ("/api/v1/listings?rent_max=cheap", "rent_max"),
        ("/api/v1/listings?colour=red", "colour"),
        ("/api/v1/listings?sort=beauty", "sort"),
        ("/api/v1/listings?bbox=139.6,35.6,139.5,35.7", "bbox"),
        ("/api/v1/zones/at?lon=35.6&lat=139.6", "lat"),
        ("/api/v1/listings?limit=0", "limit"),
    ] {
        let answer = server.get(path).await;
        assert_eq!(answer.status(), 400, "{path}");
        assert_eq!(answer.headers()["content-type"], "application/problem+json", "{path}");
        let problem: serde_json::Value = answer.json().await.unwrap();
        assert_eq!(problem["parameter"], parameter, "{path}: {problem}");
    }
    assert_eq!(server.get("/api/v1/listings/00000000001").await.status(), 404);
}

#[tokio::test]
async fn a_tile_is_revalidated_with_its_etag_and_comes_compressed() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    let path = "/tiles/zones,streets,listings/14/14547/6453.mvt";
    let first = server.get(path).await;
    let etag = first.headers()["etag"].clone();
    assert!(etag.to_str().unwrap().starts_with('"'), "a strong etag: {etag:?}");
    let again = server
        .client()
        .get(format!("{}{path}", server.url()))
        .header("if-none-match", etag)
        .send()
        .await
        .unwrap();
    assert_eq!(again.status(), 304);
    let zipped = server
        .client()
        .get(format!("{}{path}", server.url()))
        .header("accept-encoding", "gzip")
        .send()
        .await
        .unwrap();
    assert_eq!(zipped.status(), 200);
}

#[tokio::test]
async fn every_sample_tile_of_the_ward_reads_in_a_decoder_that_is_not_ours() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    let mut features = 0;
    for (z, x, y) in
        [(10, 909, 403), (12, 3636, 1613), (14, 14547, 6453), (16, 58189, 25813), (22, 3_724_110, 1_652_070)]
    {
        let bytes = server
            .tile(&format!("/tiles/basemap,boundaries,towns,zones,streets,stations,listings/{z}/{x}/{y}.mvt"))
            .await;
        let reader = mvt_reader::Reader::new(bytes).expect("valid MVT");
        for (i, _) in reader.get_layer_names().unwrap().iter().enumerate() {
            features += reader.get_features(i).unwrap().len();
        }
    }
    assert!(features > 200, "{features} features");
}

#[tokio::test]
async fn an_import_by_another_process_reaches_an_open_map_within_seconds() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    let tile = "/tiles/listings/16/58189/25813.mvt";
    let before = server.tile(tile).await;
    let events = server.get("/api/v1/events").await;
    let mut stream = events.bytes_stream();

    let file = data.path().join("new.csv");
    std::fs::write(
        &file,
        "key,kind,state,title,address,lon,lat,rent,area_m2,offered_by,registered_on,updated_on,next_update_on\n\
         it-1,shop,published,経堂の新しい空き店舗,世田谷区経堂,139.6495,35.6490,180000,40,owner,2026-11-01,2026-11-01,2026-11-10\n",
    )
    .unwrap();
    machikado_ok(&["import", "listings", file.to_str().unwrap(), "--data", data.path().to_str().unwrap()]);

    let heard = tokio::time::timeout(Duration::from_secs(10), async {
        let mut text = String::new();
        while let Some(chunk) = stream.next().await {
            text.push_str(&String::from_utf8_lossy(&chunk.unwrap()));
            if text.contains("\"layer\":\"listings\"") {
                return text;
            }
        }
        text
    })
    .await
    .expect("an event within ten seconds");
    assert!(heard.contains("event: change") || heard.contains("event:change"), "{heard}");

    let started = Instant::now();
    while server.json("/api/v1/listings?q=経堂の新しい空き店舗").await["total"] != 1 {
        assert!(started.elapsed() < Duration::from_secs(10), "the search never showed it");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_ne!(server.tile("/tiles/listings/22/3724110/1652070.mvt").await.len(), usize::MAX);
    let found = server.json("/api/v1/listings/nearest?lon=139.6495&lat=35.6490&k=1").await;
    assert!(found.to_string().contains("経堂の新しい空き店舗"), "{found}");
    drop(before);
}

#[tokio::test]
async fn a_listing_that_was_let_is_gone_and_a_draft_was_never_there() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    let row = |state: &str| {
        format!(
            "key,kind,state,title,address,lon,lat,offered_by,registered_on,updated_on,next_update_on\n\
             it-2,shop,{state},成約する店舗,世田谷区経堂,139.6495,35.6490,owner,2026-11-01,2026-11-01,2026-11-10\n"
        )
    };
    let folder = data.path().to_str().unwrap().to_owned();
    let file = data.path().join("one.csv");
    std::fs::write(&file, row("published")).unwrap();
    machikado_ok(&["import", "listings", file.to_str().unwrap(), "--data", &folder]);
    let started = Instant::now();
    let id = loop {
        let found = server.json("/api/v1/listings?q=成約する店舗").await;
        if let Some(id) = found["items"][0]["id"].as_str() {
            break id.to_owned();
        }
        assert!(started.elapsed() < Duration::from_secs(10));
        tokio::time::sleep(Duration::from_millis(50)).await;
    };
    std::fs::write(&file, row("let")).unwrap();
    machikado_ok(&["import", "listings", file.to_str().unwrap(), "--data", &folder]);
    let started = Instant::now();
    while server.get(&format!("/api/v1/listings/{id}")).await.status() != 410 {
        assert!(started.elapsed() < Duration::from_secs(10), "a let listing answers 410");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(server.json("/api/v1/listings?q=成約する店舗").await["total"], 0);
}

#[tokio::test]
async fn gdal_reads_a_tile_and_finds_its_layers() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    let file = data.path().join("6453.mvt");
    std::fs::write(&file, server.tile("/tiles/zones,streets,stations,listings/14/14547/6453.mvt").await)
        .unwrap();
    let output = std::process::Command::new("ogrinfo")
        .args(["-ro", "-so", "-al"])
        .arg(format!("MVT:{}", file.display()))
        .output()
        .expect("GDAL is installed by make test");
    let told = String::from_utf8_lossy(&output.stdout);
    for layer in ["zones", "streets", "stations", "listings"] {
        assert!(told.contains(&format!("Layer name: {layer}\n")), "{told}");
    }
    assert!(!told.contains("Feature Count: 0"), "{told}");
}

#[tokio::test]
async fn the_tilejson_of_zoning_reaches_as_far_as_the_zoning_does() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    let zones = server.json("/tiles/zones.json").await;
    let streets = server.json("/tiles/streets.json").await;
    let west = |document: &serde_json::Value| document["bounds"][0].as_f64().unwrap();
    assert_eq!(zones["tilejson"], "3.0.0");
    assert!(west(&zones) < west(&streets), "zones cover the ward, streets only a part of it");
}
