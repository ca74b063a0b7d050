//! The sample ward is written in our own columns: every row of it must be taken as it is.

use std::path::Path;

use super::{ImportKind, ImportOptions, read};

#[test]
fn every_row_of_the_sample_ward_is_taken_without_a_refusal_a_blank_or_a_repair() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sample");
    for (file, kind) in [
        ("boundary.geojson", ImportKind::Boundary),
        ("towns.geojson", ImportKind::Towns),
        ("stations.geojson", ImportKind::Stations),
        ("streets.geojson", ImportKind::Streets),
        ("basemap.geojson", ImportKind::Basemap),
        ("roads.geojson", ImportKind::Roads),
        ("zoning-2011.geojson", ImportKind::Zoning),
        ("zoning-2019.geojson", ImportKind::Zoning),
        ("zoning-2025.geojson", ImportKind::Zoning),
        ("listings.csv", ImportKind::Listings),
    ] {
        let path = folder.join(file);
        if !path.exists() {
            println!("skipped: {file} is not made yet");
            continue;
        }
        let start = std::time::Instant::now();
        let found = read(kind, &[path], &ImportOptions::default()).unwrap_or_else(|e| panic!("{file}: {e}"));
        println!("{file}: {} rows in {:?}", found.report.read, start.elapsed());
        assert_eq!(found.report.accepted, found.report.read, "{file}: {}", found.report);
        assert_eq!(found.report.refusals, [], "{file}");
        if kind != ImportKind::Basemap {
            assert_eq!(found.report.repaired, 0, "{file}: {}", found.report);
        }
    }
}
