//! Proofs about `GeoPackage` files made in code: tables, coordinate systems, hostile names and bytes.

use proptest::prelude::*;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};
use std::sync::OnceLock;

use super::wkb::polygon_blob;
use super::{ImportError, ImportKind, ImportOptions, Imported, read, read_bytes};

const SQUARE: &[(f64, f64)] = &[
    (-16_000.0, -39_000.0),
    (-15_900.0, -39_000.0),
    (-15_900.0, -38_900.0),
    (-16_000.0, -38_900.0),
    (-16_000.0, -39_000.0),
];

/// A package of one table in plane zone IX, with a name no shell would like.
fn package() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("made.gpkg");
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let options = SqliteConnectOptions::new().filename(&path).create_if_missing(true);
        let mut db = options.connect().await.unwrap();
        for statement in [
            "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT)",
            "INSERT INTO gpkg_spatial_ref_sys VALUES ('zone 9', 6677, 'EPSG', 6677, 'undefined')",
            "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER)",
            "INSERT INTO gpkg_geometry_columns VALUES ('用途\"; DROP TABLE x; --', 'geom', 'POLYGON', 6677, 0, 0)",
            "CREATE TABLE \"用途\"\"; DROP TABLE x; --\" (fid INTEGER PRIMARY KEY, geom BLOB, district TEXT, bcr INTEGER, far REAL)",
        ] {
            sqlx::query(statement).execute(&mut db).await.unwrap();
        }
        for (district, geometry) in
            [("準工業地域", Some(polygon_blob(&[SQUARE]))), ("商業地域", None), ("商業地域", Some(b"nonsense".to_vec()))]
        {
            sqlx::query("INSERT INTO \"用途\"\"; DROP TABLE x; --\" (geom, district, bcr, far) VALUES (?, ?, 60, 200.0)")
                .bind(geometry)
                .bind(district)
                .execute(&mut db)
                .await
                .unwrap();
        }
        db.close().await.unwrap();
    });
    std::fs::read(&path).unwrap()
}

fn made_once() -> &'static [u8] {
    static PACKAGE: OnceLock<Vec<u8>> = OnceLock::new();
    // On a thread of its own: a test may be driving other work on this one.
    PACKAGE.get_or_init(|| std::thread::spawn(package).join().unwrap())
}

fn check(found: &Imported) {
    assert_eq!((found.report.read, found.report.accepted, found.report.refused), (3, 1, 2));
    assert_eq!(found.report.files[0].crs, "EPSG:6677");
    assert!((found.report.districts[0].hectares - 1.0).abs() < 1e-6);
    assert_eq!(found.report.refusals[0].reason, "it has no place");
}

#[test]
fn a_geopackage_is_read_from_disk_and_from_memory() {
    check(&read_bytes(ImportKind::Zoning, "a.gpkg", made_once(), &ImportOptions::default()).unwrap());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a b?c#.gpkg");
    std::fs::write(&path, made_once()).unwrap();
    check(&read(ImportKind::Zoning, &[path], &ImportOptions::default()).unwrap());
}

#[tokio::test]
async fn a_geopackage_can_be_read_on_a_thread_that_drives_other_work() {
    check(&read_bytes(ImportKind::Zoning, "a.gpkg", made_once(), &ImportOptions::default()).unwrap());
}

#[test]
fn a_truncated_geopackage_is_an_error() {
    for part in 1..8 {
        let cut = &made_once()[..made_once().len() * part / 8];
        let error = read_bytes(ImportKind::Zoning, "a.gpkg", cut, &ImportOptions::default());
        assert!(error.is_err(), "{part}/8");
    }
}

#[test]
fn an_sqlite_file_that_is_no_geopackage_is_an_error() {
    let mut garbled = made_once().to_vec();
    garbled[100..].fill(0);
    let error = read_bytes(ImportKind::Zoning, "a.gpkg", &garbled, &ImportOptions::default()).unwrap_err();
    assert!(matches!(error, ImportError::Malformed { .. } | ImportError::Empty { .. }), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_geopackage_with_any_bytes_changed_never_panics(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
    ) {
        let mut garbled = made_once().to_vec();
        for (at, byte) in changes {
            let at = at.index(garbled.len());
            garbled[at] = byte;
        }
        let _ = read_bytes(ImportKind::Zoning, "a.gpkg", &garbled, &ImportOptions::default());
    }
}
