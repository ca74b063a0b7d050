//! Our walks beside another router's, and what a ward with roads answers.

use std::io::Write as _;
use std::process::{Command, Stdio};

use machikado::city::City;
use machikado::domain::{Batch, Contents, LonLat, Road};
use machikado::geo::{WalkGraph, WalkMethod};
use machikado::import::{self, ImportKind, ImportOptions};
use serde_json::Value;

use crate::support::{Server, machikado_ok, root};

fn sample(kind: ImportKind, file: &str) -> Batch {
    let path = root().join("data/sample").join(file);
    import::read(kind, &[path], &ImportOptions::default()).unwrap().batch
}

fn sample_roads() -> Vec<Road> {
    let Batch::Roads { roads, .. } = sample(ImportKind::Roads, "roads.geojson") else { panic!("roads") };
    roads
}

/// A Python that has networkx: the first on the path, or Debian's.
fn python() -> &'static str {
    let has = |python: &&&str| {
        let tried = Command::new(python).args(["-c", "import networkx"]).stderr(Stdio::null()).status();
        tried.is_ok_and(|status| status.success())
    };
    ["python3", "/usr/bin/python3"].iter().find(has).expect("`.ci/setup test` installs python3-networkx")
}

/// What networkx says of pairs of vertices; infinite where no road leads.
fn networkx(pairs: &[(LonLat, LonLat)]) -> Vec<f64> {
    let mut child = Command::new(python())
        .arg(root().join("tests/shortest_ways.py"))
        .arg(root().join("data/sample/roads.geojson"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut rows = child.stdin.take().unwrap();
    for (a, b) in pairs {
        writeln!(rows, "{} {} {} {}", a.lon(), a.lat(), b.lon(), b.lat()).unwrap();
    }
    drop(rows);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "networkx failed");
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| line.parse().unwrap()).collect()
}

#[test]
fn three_hundred_walks_are_as_long_as_networkx_finds_them_to_one_in_a_million() {
    let roads = sample_roads();
    let vertices: Vec<LonLat> = roads
        .iter()
        .flat_map(|road| [road.line.0.first(), road.line.0.last()])
        .map(|c| LonLat::try_from(*c.unwrap()).unwrap())
        .collect();
    // Spread by a fixed rule.
    let pick = |i: usize, by: usize| vertices[i * by % vertices.len()];
    let pairs: Vec<(LonLat, LonLat)> = (1..=300).map(|i| (pick(i, 7_919), pick(i, 104_729))).collect();
    let theirs = networkx(&pairs);
    assert_eq!(theirs.len(), pairs.len());

    let graph = WalkGraph::build(roads.iter().map(|road| &road.line));
    let mut compared = 0;
    for ((from, to), theirs) in pairs.into_iter().zip(theirs) {
        let (Some(start), Some(end)) = (graph.foothold(from), graph.foothold(to)) else {
            panic!("a vertex is a road")
        };
        if start.off_m() > 0.01 || end.off_m() > 0.01 {
            continue; // A lane joined to nothing is no place to stand.
        }
        let ours = graph.reach(start, 1e9).metres_to(end).unwrap_or(f64::INFINITY);
        let neither = ours.is_infinite() && theirs.is_infinite();
        let apart_m = (ours - theirs).abs();
        assert!(
            neither || apart_m < 1e-4 || apart_m < theirs * 1e-6,
            "{from:?} to {to:?}: {ours} and {theirs} m"
        );
        compared += 1;
    }
    assert!(compared >= 200, "{compared}");
}

#[test]
fn nearly_every_listing_of_the_sample_ward_reaches_a_station_along_roads() {
    let Batch::Roads { network, roads } = sample(ImportKind::Roads, "roads.geojson") else { panic!("roads") };
    let Batch::Stations(stations) = sample(ImportKind::Stations, "stations.geojson") else {
        panic!("stations")
    };
    let Batch::Listings(listings) = sample(ImportKind::Listings, "listings.csv") else { panic!("listings") };
    let contents =
        Contents { road_networks: vec![network], roads, stations, listings, ..Contents::default() };
    let city = City::load(contents);
    let shown = city.listings().iter().filter(|row| !row.place_is_approximate());
    let walks: Vec<WalkMethod> = shown.filter_map(|row| Some(row.station_walk()?.method)).collect();
    let by_road = walks.iter().filter(|method| **method == WalkMethod::Road).count();
    let graph = city.walks().graph();
    println!(
        "{by_road} of {} listings by road; {} junctions, {} edges, {} kB",
        walks.len(),
        graph.junctions(),
        graph.edges().len(),
        graph.bytes() / 1000
    );
    assert!(by_road * 100 >= walks.len() * 95, "{by_road} of {}", walks.len());
}

fn station_of(listing: &Value) -> (&str, u64, &str) {
    let station = &listing["station"];
    let walk = &station["walk"];
    (station["id"].as_str().unwrap(), walk["minutes"].as_u64().unwrap(), walk["method"].as_str().unwrap())
}

#[tokio::test]
async fn a_search_within_a_walk_finds_what_says_it_is_within_it() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    let all = server.json("/api/v1/listings?limit=200&sort=station").await;
    let first = all["items"].as_array().unwrap().iter().find(|l| l["pin"] == "exact").unwrap();
    let (station, minutes, method) = station_of(first);
    assert_eq!(method, "road");
    let within =
        |minutes: u64| format!("/api/v1/listings?limit=200&station={station}&walk_minutes={minutes}");
    let found = server.json(&within(minutes)).await;
    assert_eq!(found["walk_method"], "road");
    assert!(found["items"].as_array().unwrap().iter().any(|l| l["id"] == first["id"]));
    for listing in found["items"].as_array().unwrap() {
        let (nearest, walked, _) = station_of(listing);
        assert!(nearest != station || walked <= minutes, "{listing}");
    }

    let area = server.json(&format!("/api/v1/walks/area?station={station}&minutes={minutes}")).await;
    assert_eq!(
        (&area["properties"]["method"], &area["geometry"]["type"]),
        (&"road".into(), &"MultiPolygon".into())
    );
    assert_eq!(area["properties"]["listings"], found["total"]);
    assert_eq!(area["properties"]["roads"][0]["source"], "Machikado 合成データ");
}

#[tokio::test]
async fn roads_imported_while_the_server_runs_turn_estimates_into_walks() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().to_str().unwrap();
    for (kind, file) in [("stations", "stations.geojson"), ("listings", "listings.csv")] {
        machikado_ok(&[
            "import",
            kind,
            root().join("data/sample").join(file).to_str().unwrap(),
            "--data",
            folder,
        ]);
    }
    let server = Server::start(data.path(), &[]).await;
    let methods = async || {
        let found = server.json("/api/v1/listings?limit=200&kind=shop").await;
        let exact = found["items"].as_array().unwrap().iter().filter(|l| l["pin"] == "exact");
        exact.map(|l| station_of(l).2.to_owned()).collect::<Vec<_>>()
    };
    assert!(methods().await.iter().all(|method| method == "estimate"));
    let roads = root().join("data/sample/roads.geojson");
    machikado_ok(&["import", "roads", roads.to_str().unwrap(), "--data", folder, "--area", "13112"]);
    let started = std::time::Instant::now();
    while !methods().await.iter().any(|method| method == "road") {
        assert!(started.elapsed().as_secs() < 30, "the roads never appeared");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
}
