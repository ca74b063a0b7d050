//! `machikado ledger` on the sample's three editions, whose every edit is written down beside them.

use std::process::Command;

use serde_json::Value;

use crate::support::{Server, machikado, root};

/// What the plane rectangular zone makes smaller than the ellipsoid: 0.9999 twice, and a little for rounding.
const RELATIVE: f64 = 4e-4;

/// A data folder with the three editions and the towns.
fn kept() -> tempfile::TempDir {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().to_str().unwrap();
    let sample = root().join("data/sample");
    for (year, day) in [("2011", "2011-03-31"), ("2019", "2019-03-31"), ("2025", "2025-03-31")] {
        let file = sample.join(format!("zoning-{year}.geojson"));
        let edition = format!("{year}年");
        let output = machikado(&[
            "import",
            "zoning",
            file.to_str().unwrap(),
            "--data",
            folder,
            "--as-of",
            day,
            "--edition",
            &edition,
            "--area",
            "13112",
            "--source",
            "sample",
            "--licence",
            "CC0-1.0",
        ]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let towns = sample.join("towns.geojson");
    let output = machikado(&["import", "towns", towns.to_str().unwrap(), "--data", folder]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    data
}

fn compared(data: &tempfile::TempDir, before: &str, after: &str) -> Value {
    let output =
        machikado(&["ledger", "compare", before, after, "--data", data.path().to_str().unwrap(), "--json"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

#[test]
fn the_ledger_of_the_sample_has_every_known_edit_and_nothing_else() {
    let data = kept();
    let known: Value =
        serde_json::from_str(&std::fs::read_to_string(root().join("data/sample/edits.json")).unwrap())
            .unwrap();
    for (before, after) in [("2011", "2019"), ("2019", "2025")] {
        let ledger = compared(&data, before, after);
        let (from, to) = (format!("zoning-{before}"), format!("zoning-{after}"));
        let edits: Vec<&Value> = known["edits"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|e| e["from"] == from && e["to"] == to)
            .collect();
        let changes = ledger["changes"].as_array().unwrap();
        assert_eq!(changes.len(), edits.len(), "{before}-{after}: {changes:#?}");
        for edit in edits {
            let plan = |of: &Value| (of["district"].clone(), of["bcr"].clone(), of["far"].clone());
            let told =
                |of: &Value| (of["district"].clone(), of["coverage"].clone(), of["floor_area"].clone());
            let found = changes.iter().find(|change| {
                told(&change["before"]) == plan(&edit["before"])
                    && told(&change["after"]) == plan(&edit["after"])
                    && (number(&change["m2"]) / number(&edit["m2"]) - 1.0).abs() < RELATIVE
                    && edit["towns"].as_array().unwrap().iter().all(|t| {
                        change["towns"].as_array().unwrap().iter().any(|found| found["town"] == t["town"])
                    })
            });
            assert!(found.is_some_and(|f| f["kind"] == edit["what"]), "{edit:#} is not in {changes:#?}");
        }
    }
}

#[test]
fn the_sums_of_the_matrix_are_the_totals_to_the_square_metre() {
    let ledger = compared(&kept(), "2011", "2025");
    for total in ledger["totals"].as_array().unwrap() {
        for (side, sum) in [("before", "before_m2"), ("after", "after_m2")] {
            let flows = ledger["matrix"].as_array().unwrap().iter().filter(|f| f[side] == total["district"]);
            let flowed: f64 = flows.map(|f| number(&f["m2"])).sum();
            assert!((flowed - number(&total[sum])).abs() < 1.0, "{total} {flowed}");
        }
    }
}

#[test]
fn an_edition_beside_itself_has_no_change_and_no_noise() {
    let ledger = compared(&kept(), "2019", "2019");
    assert_eq!(ledger["changes"].as_array().unwrap().len(), 0);
    assert_eq!(ledger["noise"]["slivers"], 0);
}

#[test]
fn an_edition_that_is_not_there_is_named_with_those_that_are() {
    let data = kept();
    let output = machikado(&["ledger", "compare", "2011", "1999", "--data", data.path().to_str().unwrap()]);
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(
        output.status.code() == Some(1) && error.contains("`1999`") && error.contains("2019年"),
        "{error}"
    );
}

#[test]
fn areas_agree_with_postgis_to_one_in_a_million() {
    let Ok(database) = std::env::var("MACHIKADO_TEST_POSTGIS") else {
        panic!("run through .ci/postgis");
    };
    let ledger = compared(&kept(), "2011", "2025");
    let table = |year: &str| {
        let file = root().join(format!("data/sample/zoning-{year}.geojson"));
        let json = std::fs::read_to_string(file).unwrap().replace('\'', "''");
        format!(
            "SELECT f->'properties' AS p, ST_MakeValid(ST_SetSRID(ST_GeomFromGeoJSON(f->'geometry'), 4326)) AS g \
             FROM json_array_elements('{json}'::json->'features') AS f"
        )
    };
    let sql = format!(
        "CREATE TEMP TABLE b AS {}; CREATE TEMP TABLE a AS {}; \
         CREATE INDEX ON a USING gist (g); CREATE INDEX ON b USING gist (g); \
         SELECT round(sum(ST_Area(ST_Transform(ST_Intersection(b.g, a.g), 6677)))::numeric, 3) \
         FROM b JOIN a ON b.g && a.g AND ST_Intersects(b.g, a.g);",
        table("2011"),
        table("2025")
    );
    let script = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(script.path(), sql).unwrap();
    let output = Command::new("psql")
        .args([&database, "-qtA", "-v", "ON_ERROR_STOP=1", "-f", script.path().to_str().unwrap()])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let theirs: f64 = text.trim().lines().last().unwrap().parse().unwrap();
    let both = |f: &&Value| !f["before"].is_null() && !f["after"].is_null();
    let ours: f64 = ledger["matrix"].as_array().unwrap().iter().filter(both).map(|f| number(&f["m2"])).sum();
    assert!((ours / theirs - 1.0).abs() < 1e-6, "ours {ours}, PostGIS {theirs}");
}

#[tokio::test]
async fn the_page_s_figures_are_those_of_the_command_line() {
    let data = kept();
    let told = compared(&data, "2019", "2025");
    let server = Server::start(data.path(), &[]).await;
    let asked = |form: &str| format!("{}/api/v1/ledger?before=2019&after=2025{form}", server.url());

    let answer = reqwest::get(asked("")).await.unwrap();
    assert_eq!(answer.json::<Value>().await.unwrap(), told);

    let land = reqwest::get(asked("&format=geojson")).await.unwrap().json::<Value>().await.unwrap();
    assert_eq!(land["features"].as_array().unwrap().len(), told["changes"].as_array().unwrap().len());
    assert_eq!(land["after"], told["after"]);
    assert_eq!(land["features"][0]["properties"], told["changes"][0]);

    let table = reqwest::get(asked("&format=csv")).await.unwrap();
    let disposition = table.headers()["content-disposition"].to_str().unwrap().to_owned();
    assert_eq!(disposition, "attachment; filename=\"ledger-2019-03-31-2025-03-31.csv\"");
    let text = table.text().await.unwrap();
    let mut rows = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let m2: f64 = rows.records().map(|row| row.unwrap()[8].parse::<f64>().unwrap()).sum();
    let expected: f64 = told["changes"].as_array().unwrap().iter().map(|change| number(&change["m2"])).sum();
    assert!((m2 - expected).abs() < 0.01, "{m2} {expected}");
}

#[tokio::test]
async fn a_ledger_that_cannot_be_made_says_which_parameter_is_why() {
    let data = kept();
    let server = Server::start(data.path(), &[]).await;
    for (query, status, word) in [
        ("before=2019", 400, "after"),
        ("before=2019&after=1999", 400, "1999"),
        ("before=2019&after=2025&tolerance_m=-1", 400, "tolerance_m"),
        ("before=2019&after=2025&format=xls", 400, "csv"),
        ("before=2019&after=2025&tolerance=1", 400, "tolerance_m"),
    ] {
        let answer = reqwest::get(format!("{}/api/v1/ledger?{query}", server.url())).await.unwrap();
        assert_eq!(answer.status(), status, "{query}");
        let problem: Value = answer.json().await.unwrap();
        assert!(problem["detail"].as_str().unwrap().contains(word), "{query}: {problem}");
    }
}

#[tokio::test]
async fn the_history_of_quasi_industrial_land_is_that_of_the_ledgers_on_page_and_command_line() {
    let data = kept();
    let folder = data.path().to_str().unwrap();
    let told: Value =
        serde_json::from_slice(&machikado(&["ledger", "history", "--data", folder, "--json"]).stdout)
            .unwrap();
    let server = Server::start(data.path(), &[]).await;
    let url = format!("{}/api/v1/ledger/history?district=quasi_industrial", server.url());
    assert_eq!(reqwest::get(url).await.unwrap().json::<Value>().await.unwrap(), told);

    let ledger = compared(&data, "2011", "2025");
    let totals = ledger["totals"].as_array().unwrap();
    let total = totals.iter().find(|total| total["district"] == "quasi_industrial").unwrap();
    let editions = told["editions"].as_array().unwrap();
    let years: Vec<&str> = editions.iter().map(|e| &e["as_of"].as_str().unwrap()[..4]).collect();
    assert_eq!(years, ["2011", "2019", "2025"]);
    assert_eq!((&editions[0]["m2"], &editions[2]["m2"]), (&total["before_m2"], &total["after_m2"]));
    for edition in editions {
        let towns = edition["towns"].as_array().unwrap();
        let in_towns: f64 = towns.iter().map(|town| number(&town["m2"])).sum();
        assert!((in_towns / number(&edition["m2"]) - 1.0).abs() < 1e-3, "{in_towns} of {}", edition["m2"]);
    }
}

#[test]
fn a_use_district_that_is_none_is_named_with_those_that_are() {
    let data = kept();
    let output = machikado(&["ledger", "history", "factory", "--data", data.path().to_str().unwrap()]);
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("`factory`") && error.contains("quasi_industrial"), "{error}");
}

#[tokio::test]
async fn what_quasi_industrial_land_alone_admits_is_refused_by_every_other_district_just_above_its_size() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    let get = async |path: String| {
        reqwest::get(format!("{}/api/v1/{path}", server.url())).await.unwrap().json::<Value>().await.unwrap()
    };
    let plan = |area: f64| {
        let floors = ["use_area_m2", "workshop_m2", "building_total_m2", "nonres_total_m2"];
        let floors: Vec<String> = floors.iter().map(|name| format!("{name}={area}")).collect();
        floors.join("&") + "&storey_max=1&motor_kw=1&process_class=none&hazmat=false"
    };
    let found = get("ledger/uses".to_owned()).await;
    let uses = found["uses"].as_array().unwrap();
    for only in uses {
        let (slug, above) = (only["use"].as_str().unwrap(), only["above_m2"].as_f64());
        let area = above.unwrap_or(0.0) + 1.0;
        let summary = get(format!("uses/{slug}/summary?{}", plan(area))).await;
        let mut hectares = 0.0;
        for district in summary["districts"].as_array().unwrap() {
            let (name, verdict) =
                (district["district"].as_str().unwrap(), district["verdict"].as_str().unwrap());
            if name == "quasi_industrial" {
                assert!(["permitted", "conditional"].contains(&verdict), "{slug}: {district}");
            } else if number(&district["hectares"]) > 0.0 {
                assert!(["prohibited", "other_law"].contains(&verdict), "{slug} {area}: {district}");
            }
            if verdict != "prohibited" && verdict != "other_law" {
                hectares += number(&district["hectares"]);
            }
        }
        assert!((hectares - number(&only["hectares"])).abs() < 0.02, "{slug}: {hectares} {only}");
        let least = above.map_or_else(String::new, |above| format!("&area_min={}", above + 1.0));
        let asked = format!(
            "listings?limit=1&allowed_for={slug}&motor_kw=1&process_class=none&hazmat=false&district=quasi_industrial{least}"
        );
        assert_eq!(get(asked).await["total"], only["vacancies"], "{slug}");
    }
    let above =
        |slug: &str| uses.iter().find(|only| only["use"] == slug).map(|only| only["above_m2"].as_f64());
    assert_eq!(above("auto_repair"), Some(Some(300.0)), "art. 48, appended table 2: {found:#}");
    assert!(above("cafe_restaurant").is_none());
    assert!(
        found["processes"]
            .as_array()
            .unwrap()
            .iter()
            .any(|process| { process["name"]["ja"].as_str().unwrap().contains("引火性溶剤") })
    );
}

/// The same with the three surveys of land use.
fn surveyed() -> tempfile::TempDir {
    let data = kept();
    let folder = data.path().to_str().unwrap();
    for year in ["2011", "2018", "2024"] {
        let file = root().join(format!("data/sample/landuse-{year}.geojson"));
        let day = format!("{year}-10-01");
        let words = [
            "import",
            "landuse",
            file.to_str().unwrap(),
            "--data",
            folder,
            "--as-of",
            &day,
            "--area",
            "13112",
        ];
        let output = machikado(&words);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    data
}

fn used(data: &tempfile::TempDir, more: &[&str]) -> Value {
    let mut words = vec!["ledger", "use", "--data", data.path().to_str().unwrap(), "--json"];
    words.extend(more);
    let output = machikado(&words);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_use_of_the_sample_s_land_is_told_as_it_was_drawn_and_every_conversion_is_found() {
    let data = surveyed();
    let known: Value =
        serde_json::from_str(&std::fs::read_to_string(root().join("data/sample/edits.json")).unwrap())
            .unwrap();
    let known = &known["landuse"];
    let found = used(&data, &["--within", "all"]);
    let years = ["2011", "2018", "2024"];
    for (survey, year) in found["surveys"].as_array().unwrap().iter().zip(years) {
        assert!(survey["survey"]["as_of"].as_str().unwrap().starts_with(year));
        let told = &known["totals"][year];
        let off = number(&survey["industrial_percent"]) - number(&told["industrial_percent"]);
        assert!(off.abs() < 0.11, "{year}: {off}");
        let uses = survey["uses"].as_array().unwrap();
        assert_eq!(uses.len(), told["m2"].as_object().unwrap().len());
        for of in uses {
            let (m2, known) = (number(&of["m2"]), number(&told["m2"][of["use"].as_str().unwrap()]));
            // Each outline is rounded to six decimals.
            assert!((m2 - known).abs() < known * 2.0 * RELATIVE + 1.0, "{year} {of}: {known}");
        }
        let lots: u64 = uses.iter().map(|of| of["lots"].as_u64().unwrap()).sum();
        assert_eq!(lots, known["lots"].as_u64().unwrap());
    }
    for (at, pair) in years.windows(2).enumerate() {
        let between: Vec<u64> = pair.iter().map(|year| year.parse().unwrap()).collect();
        let mut known: Vec<(&str, &str, &str)> = known["conversions"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|lot| lot["between"] == serde_json::json!(between))
            .map(|lot| ["key", "before", "after"].map(|field| lot[field].as_str().unwrap()).into())
            .collect();
        let changed = found["conversions"][at]["changed"].as_array().unwrap();
        let mut told: Vec<(&str, &str, &str)> = changed
            .iter()
            .map(|lot| ["key", "before", "after"].map(|field| lot[field].as_str().unwrap()).into())
            .collect();
        known.sort_unstable();
        told.sort_unstable();
        assert!(!told.is_empty());
        assert_eq!(told, known, "between {between:?}");
    }
}

#[tokio::test]
async fn the_server_tells_the_use_of_land_as_the_command_line_does() {
    let data = surveyed();
    let (told, all) = (used(&data, &[]), used(&data, &["--within", "all"]));
    let server = Server::start(data.path(), &[]).await;
    assert_eq!(server.json("/api/v1/ledger/land-use").await, told);
    assert_eq!(server.json("/api/v1/ledger/land-use?within=all").await, all);
    assert_eq!(server.get("/api/v1/ledger/land-use?within=1850").await.status(), 400);
}

#[test]
fn only_lots_on_the_land_of_the_edition_are_told_and_the_towns_add_up_to_them() {
    let data = surveyed();
    let all = used(&data, &["--within", "all"]);
    let first = used(&data, &[]);
    assert_eq!(first["within"]["edition"]["as_of"], "2011-03-31");
    let last = used(&data, &["--within", "2025"]);
    let land = |found: &Value| number(&found["surveys"][2]["land_m2"]);
    assert!(land(&last) < land(&first) && land(&first) <= land(&all), "land was taken out of the district");
    for survey in first["surveys"].as_array().unwrap() {
        let towns = survey["towns"].as_array().unwrap();
        let sum: f64 = towns.iter().map(|town| number(&town["land_m2"])).sum();
        assert!((sum - number(&survey["land_m2"])).abs() < number(&survey["land_m2"]) * 1e-3, "{sum}");
    }
    let text = machikado(&["ledger", "use", "--data", data.path().to_str().unwrap()]);
    assert!(String::from_utf8_lossy(&text.stdout).contains("industrial\t"));
    let wrong = machikado(&["ledger", "use", "--within", "1850", "--data", data.path().to_str().unwrap()]);
    assert!(!wrong.status.success());
}
