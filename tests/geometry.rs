//! Our measuring beside PostGIS and PROJ: the same polygons, the same points, the same answers.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use geo_types::{Coord, Geometry};
use machikado::city::City;
use machikado::domain::{Batch, Contents, LonLat, Zone};
use machikado::geo::{PlaneArea, Transform, distance_m};
use machikado::import::{self, ImportKind, ImportOptions};
use time::macros::date;
use wkt::ToWkt;

use crate::support::root;

/// Runs SQL in the throw-away cluster; one line a row, columns parted by `|`. Needs `.ci/postgis`.
fn postgis(sql: &str) -> Vec<Vec<String>> {
    let url = std::env::var("MACHIKADO_TEST_POSTGIS")
        .expect("these tests need PostGIS: run them as `.ci/postgis cargo nextest run`, as `make test` does");
    let mut child = Command::new("psql")
        .args(["-qAtX", "-v", "ON_ERROR_STOP=1", &url])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("psql starts");
    child.stdin.take().unwrap().write_all(sql.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "psql failed");
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| line.split('|').map(str::to_owned).collect()).collect()
}

fn sample_zones() -> (Contents, Vec<Zone>) {
    let options = ImportOptions {
        as_of: Some(date!(2025 - 04 - 01)),
        area: Some("13112".into()),
        ..ImportOptions::default()
    };
    let path = root().join("data/sample/zoning-2025.geojson");
    let imported = import::read(ImportKind::Zoning, &[path], &options).unwrap();
    let Batch::Zoning { edition, zones } = imported.batch else { panic!("zoning gives zones") };
    let contents = Contents { editions: vec![edition], zones: zones.clone(), ..Contents::default() };
    (contents, zones)
}

fn zones_table(zones: &[Zone]) -> String {
    let mut sql = String::from("create temp table z (id bigint, g geometry);\ncopy z from stdin;\n");
    for zone in zones {
        let text = Geometry::from(zone.geometry.clone()).wkt_string();
        writeln!(sql, "{}\tSRID=6668;{text}", zone.id.bits()).unwrap();
    }
    sql + "\\.\n"
}

/// Places spread over the ward by a fixed rule.
fn places(count: u32) -> Vec<LonLat> {
    (0..count)
        .map(|i| {
            let (u, v) = (f64::from(i) * 0.618_033_988_75 % 1.0, f64::from(i) * 0.754_877_666_25 % 1.0);
            LonLat::new(139.58 + u * 0.11, 35.59 + v * 0.10).unwrap()
        })
        .collect()
}

#[test]
fn plane_areas_equal_those_of_postgis_to_one_in_a_million() {
    let (_, zones) = sample_zones();
    let rows = postgis(&format!(
        "{}select id, st_area(st_transform(g, 6677)) from z order by id;",
        zones_table(&zones)
    ));
    assert_eq!(rows.len(), zones.len());
    let measure = PlaneArea::at(LonLat::new(139.65, 35.64).unwrap());
    assert_eq!(measure.zone().number(), 9, "Tokyo lies in zone IX");
    for row in rows {
        let zone = zones.iter().find(|z| z.id.bits().to_string() == row[0]).unwrap();
        let (ours, theirs) = (measure.m2(&zone.geometry), row[1].parse::<f64>().unwrap());
        assert!((ours / theirs - 1.0).abs() < 1e-6, "zone {}: {ours} and {theirs} m2", zone.id);
    }
}

#[test]
fn the_zones_at_a_thousand_places_are_those_postgis_finds() {
    let (contents, zones) = sample_zones();
    let city = City::load(contents);
    let mut sql = zones_table(&zones);
    sql.push_str("create temp table p (i int, g geometry);\ncopy p from stdin;\n");
    let places = places(1_000);
    for (i, place) in places.iter().enumerate() {
        writeln!(sql, "{i}\tSRID=6668;POINT({} {})", place.lon(), place.lat()).unwrap();
    }
    sql.push_str("\\.\nselect i, string_agg(id::text, ',' order by id) from p left join z on st_intersects(p.g, z.g) group by i order by i;");
    let rows = postgis(&sql);
    let mut inside = 0;
    for (place, row) in places.iter().zip(rows) {
        let mut ours: Vec<u64> = city.zones().touching(*place).iter().map(|z| z.zone().id.bits()).collect();
        ours.sort_unstable();
        let theirs: Vec<u64> =
            row[1].split(',').filter(|t| !t.is_empty()).map(|t| t.parse().unwrap()).collect();
        assert_eq!(ours, theirs, "at {place:?}");
        inside += usize::from(!ours.is_empty());
    }
    assert!(inside > 300, "only {inside} of the places lie in the ward");
}

#[test]
fn distances_within_the_ward_equal_geodesics_to_one_in_ten_thousand() {
    let places = places(200);
    let mut sql = String::from("create temp table d (i int, a geometry, b geometry);\ncopy d from stdin;\n");
    for (i, pair) in places.windows(2).enumerate() {
        let [a, b] = pair else { unreachable!("windows of two") };
        writeln!(
            sql,
            "{i}\tSRID=4326;POINT({} {})\tSRID=4326;POINT({} {})",
            a.lon(),
            a.lat(),
            b.lon(),
            b.lat()
        )
        .unwrap();
    }
    sql.push_str("\\.\nselect st_distance(a::geography, b::geography) from d order by i;");
    for (pair, row) in places.windows(2).zip(postgis(&sql)) {
        let (ours, theirs) = (distance_m(pair[0], pair[1]), row[0].parse::<f64>().unwrap());
        assert!((ours / theirs - 1.0).abs() < 1e-4, "{ours} and {theirs} m");
    }
}

#[test]
fn tokyo_station_lies_where_the_plane_rectangular_system_puts_it() {
    // Easting, northing of zone IX (EPSG:6677) against the published longitude and latitude.
    let transform = Transform::from_definition("EPSG:6677").unwrap();
    let station = transform.lon_lat(Coord { x: -5_992.919_6, y: -35_363.237_7 }).unwrap();
    assert!((station.x - 139.767_125).abs() < 1e-8, "{station:?}");
    assert!((station.y - 35.681_236).abs() < 1e-8, "{station:?}");
}
