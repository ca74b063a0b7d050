//! Nothing acknowledged is lost: power cuts, backups and restores while the server runs.

use std::time::{Duration, Instant};

use crate::support::{Server, machikado_ok};

fn one_listing(key: &str) -> String {
    format!(
        "key,kind,state,title,address,lon,lat,offered_by,registered_on,updated_on,next_update_on\n\
         {key},shop,published,保存の試験 {key},世田谷区経堂,139.6495,35.6490,owner,2026-11-01,2026-11-01,2026-11-10\n"
    )
}

async fn total(server: &Server, query: &str) -> u64 {
    server.json(&format!("/api/v1/listings?q={query}")).await["total"].as_u64().unwrap()
}

async fn wait_for_total(server: &Server, query: &str, expected: u64) {
    let started = Instant::now();
    while total(server, query).await != expected {
        assert!(started.elapsed() < Duration::from_secs(15), "never {expected} of {query}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn what_was_imported_survives_a_power_cut() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().to_str().unwrap().to_owned();
    let server = Server::sample(data.path()).await;
    let file = data.path().join("one.csv");
    std::fs::write(&file, one_listing("cut")).unwrap();
    machikado_ok(&["import", "listings", file.to_str().unwrap(), "--data", &folder]);
    server.cut_power();
    assert!(machikado_ok(&["check", "--data", &folder]).contains("sound"));
    let server = Server::start(data.path(), &[]).await;
    assert_eq!(total(&server, "保存の試験").await, 1);
}

#[tokio::test]
async fn a_backup_taken_while_serving_brings_everything_back() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().to_str().unwrap().to_owned();
    let copy = data.path().join("copy");
    let server = Server::sample(data.path()).await;
    let whole = server.json("/api/v1/listings?limit=1").await["total"].as_u64().unwrap();
    machikado_ok(&["backup", "--data", &folder, copy.to_str().unwrap()]);

    let file = data.path().join("one.csv");
    std::fs::write(&file, one_listing("later")).unwrap();
    machikado_ok(&["import", "listings", file.to_str().unwrap(), "--data", &folder]);
    wait_for_total(&server, "保存の試験", 1).await;

    machikado_ok(&["restore", "--data", &folder, copy.to_str().unwrap()]);
    wait_for_total(&server, "保存の試験", 0).await;
    assert_eq!(server.json("/api/v1/listings?limit=1").await["total"], whole);
    assert!(machikado_ok(&["check", "--data", &folder]).contains("sound"));
}
