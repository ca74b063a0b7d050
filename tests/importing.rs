//! `machikado import` on real published files and on bad ones, and what the map then shows.

use crate::support::{Server, machikado, machikado_ok, root, shared_data};
use serde_json::Value;

fn report(words: &[&str]) -> Value {
    serde_json::from_str(&machikado_ok(words)).unwrap()
}

fn district_count(report: &Value, district: &str) -> u64 {
    let totals = report["districts"].as_array().unwrap();
    totals.iter().find(|d| d["district"] == district).map_or(0, |d| d["zones"].as_u64().unwrap())
}

#[tokio::test]
async fn a_real_shapefile_appears_beside_the_sample_while_the_server_runs() {
    let Some(chino) = shared_data("zoning/chino_shp") else { return };
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    let report = report(&[
        "import",
        "zoning",
        chino.to_str().unwrap(),
        "--data",
        data.path().to_str().unwrap(),
        "--as-of",
        "2023-04-01",
        "--source",
        "茅野市",
        "--licence",
        "CC BY 4.0",
        "--json",
    ]);
    assert_eq!(report["accepted"], 518);
    assert_eq!(district_count(&report, "quasi_industrial"), 109);

    let started = std::time::Instant::now();
    loop {
        let at = server.json("/api/v1/zones/at?lon=138.1590&lat=35.9956").await;
        if at["zones"].as_array().is_some_and(|z| !z.is_empty()) {
            break;
        }
        assert!(started.elapsed().as_secs() < 20, "Chino's zones never appeared: {at}");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    let setagaya = server.json("/api/v1/zones/at?lon=139.6495&lat=35.6490").await;
    assert!(!setagaya["zones"].as_array().unwrap().is_empty(), "the sample's zones stay");
}

#[test]
fn a_real_plateau_file_imports_with_its_own_codes_and_ratios() {
    let Some(tokyo) = shared_data("zoning/plateau_urf_gml/tokyo23-ku__533957_urf_6668_op.gml") else {
        return;
    };
    let data = tempfile::tempdir().unwrap();
    let report = report(&[
        "import",
        "zoning",
        tokyo.to_str().unwrap(),
        "--data",
        data.path().to_str().unwrap(),
        "--as-of",
        "2023-03-31",
        "--json",
    ]);
    assert_eq!(report["accepted"], 22);
}

#[test]
fn a_dry_run_reports_and_changes_nothing() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().to_str().unwrap();
    let towns = root().join("data/sample/towns.geojson");
    machikado_ok(&["import", "towns", towns.to_str().unwrap(), "--data", folder]);
    let before = machikado_ok(&["check", "--data", folder]);
    let stations = root().join("data/sample/stations.geojson");
    let text =
        machikado_ok(&["import", "stations", stations.to_str().unwrap(), "--data", folder, "--dry-run"]);
    assert!(text.contains("39"), "{text}");
    assert_eq!(machikado_ok(&["check", "--data", folder]), before);
}

#[test]
fn a_truncated_file_says_so_and_changes_nothing() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().to_str().unwrap();
    let whole = std::fs::read(root().join("data/sample/zoning-2025.geojson")).unwrap();
    let cut = data.path().join("cut.geojson");
    std::fs::write(&cut, &whole[..whole.len() / 2]).unwrap();
    machikado_ok(&[
        "import",
        "towns",
        root().join("data/sample/towns.geojson").to_str().unwrap(),
        "--data",
        folder,
    ]);
    let before = machikado_ok(&["check", "--data", folder]);
    let output =
        machikado(&["import", "zoning", cut.to_str().unwrap(), "--data", folder, "--as-of", "2025-01-01"]);
    assert_eq!(output.status.code(), Some(1));
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(complaint.contains("cut.geojson"), "{complaint}");
    assert_eq!(machikado_ok(&["check", "--data", folder]), before);
}

#[test]
fn importing_the_same_listings_twice_doubles_nothing() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().to_str().unwrap();
    let listings = root().join("data/sample/listings.csv");
    let import = ["import", "listings", listings.to_str().unwrap(), "--data", folder];
    // The pictures are not imported with the rows, so the check finds them missing; the counts are what matters here.
    let count = || String::from_utf8(machikado(&["check", "--data", folder]).stdout).unwrap();
    machikado_ok(&import);
    let once = count();
    machikado_ok(&import);
    let twice = count();
    let rows = |text: &str| text.lines().find(|l| l.starts_with("listings")).map(str::to_owned);
    assert!(rows(&once).is_some());
    assert_eq!(rows(&once), rows(&twice));
}
