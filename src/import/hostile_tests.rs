//! Proofs that no file, however broken or meant to harm, does more than be refused: every format
//! truncated, garbled, empty, and with fields without end.

use proptest::prelude::*;
use std::io::{BufReader, Read};
use std::sync::Arc;

use super::fixtures::{PRJ, citygml, dbf, shapefile, shp, square, squares, zipped};
use super::json_items::{JsonItems, SplitError};
use super::read::import;
use super::source::SourceFile;
use super::{ImportError, ImportKind, ImportOptions, Imported, read_bytes};

fn options() -> ImportOptions {
    ImportOptions { as_of: Some(time::macros::date!(2025 - 04 - 01)), ..ImportOptions::default() }
}

fn bytes(kind: ImportKind, name: &str, bytes: &[u8]) -> Result<Imported, ImportError> {
    read_bytes(kind, name, bytes, &options())
}

fn cp932(text: &str) -> Vec<u8> {
    encoding_rs::SHIFT_JIS.encode(text).0.into_owned()
}

fn table() -> Vec<u8> {
    dbf("youto", &[&cp932("準工業地域"), &cp932("商業地域")])
}

fn whole_shapefile() -> SourceFile {
    shapefile(&[("shp", shp(2)), ("dbf", table()), ("prj", PRJ.as_bytes().to_vec())])
}

#[test]
fn a_shapefile_is_read_beside_its_parts_or_in_a_zip() {
    let found = import(ImportKind::Zoning, &[whole_shapefile()], &options()).unwrap();
    assert_eq!(found.report.accepted, 2);
    assert!((found.report.districts[0].hectares - 1.0).abs() < 1e-6, "{:?}", found.report.districts);
    let (shp, dbf) = (shp(2), table());
    let zip =
        zipped(&[("a/x.shp", &shp), ("a/x.dbf", &dbf), ("a/x.prj", PRJ.as_bytes()), ("a/readme.txt", b"hi")]);
    assert_eq!(bytes(ImportKind::Zoning, "x.zip", &zip).unwrap().report.accepted, 2);
}

#[test]
fn an_archive_of_a_whole_city_plan_gives_its_use_districts_and_skips_the_rest() {
    let zoning = squares(&[r#""YoutoName":"商業地域","BCR":80,"FAR":400,"Citycode":"43100""#]);
    let fire = squares(&[r#""AreaType":"防火地域","AreaCode":24,"Citycode":"43100""#]);
    let other = squares(&[r#""foo":1"#]);
    let zip = zipped(&[
        ("c/youto.geojson", zoning.as_bytes()),
        ("c/bouka.geojson", fire.as_bytes()),
        ("c/other.geojson", other.as_bytes()),
    ]);
    let report = bytes(ImportKind::Zoning, "c.zip", &zip).unwrap().report;
    assert_eq!((report.read, report.accepted, report.skipped), (3, 1, 2));
}

#[test]
fn a_cpg_decides_the_encoding_and_utf_8_is_recognised_without_one() {
    let utf_8 = dbf("youto", &["準工業地域".as_bytes()]);
    for (table, cpg, encoding) in [
        (dbf("youto", &[&cp932("準工業地域")]), "Shift_JIS", "CP932"),
        (dbf("youto", &[&cp932("準工業地域")]), "932", "CP932"),
        (dbf("youto", &[&cp932("準工業地域")]), "", "CP932"),
        (utf_8.clone(), "UTF-8", "UTF-8"),
        (utf_8, "", "UTF-8"),
    ] {
        let file = shapefile(&[
            ("shp", shp(1)),
            ("dbf", table),
            ("prj", PRJ.as_bytes().to_vec()),
            ("cpg", cpg.as_bytes().to_vec()),
        ]);
        let found = import(ImportKind::Zoning, &[file], &options()).unwrap();
        assert_eq!(found.report.files[0].encoding.as_deref(), Some(encoding));
    }
}

#[test]
fn a_shapefile_without_its_table_names_the_missing_part() {
    let file = shapefile(&[("shp", shp(1))]);
    let error = import(ImportKind::Zoning, &[file], &options()).unwrap_err();
    assert!(matches!(error, ImportError::MissingPart { part: ".dbf", .. }), "{error}");
}

#[test]
fn metres_without_a_prj_ask_for_the_coordinate_system() {
    let file = shapefile(&[("shp", shp(2)), ("dbf", table())]);
    let error = import(ImportKind::Zoning, std::slice::from_ref(&file), &options()).unwrap_err();
    assert!(error.to_string().contains("--crs"), "{error}");
    let named = ImportOptions { crs: Some("EPSG:6677".into()), ..options() };
    assert_eq!(import(ImportKind::Zoning, &[file], &named).unwrap().report.accepted, 2);
}

#[test]
fn a_truncated_file_of_any_format_is_an_error_and_nothing_is_taken() {
    let geojson = squares(&[r#""district":"商業""#, r#""district":"準工""#]);
    let gml = citygml(&[("UseDistrict", "<urf:function>1</urf:function>")]);
    for (name, whole) in [("a.geojson", geojson.as_bytes()), ("a.gml", gml.as_bytes())] {
        for end in (1..whole.len()).step_by(7) {
            let error = bytes(ImportKind::Zoning, name, &whole[..end]);
            assert!(error.is_err(), "{name} cut at {end}: {error:?}");
        }
    }
    for end in 4..shp(2).len() {
        let file = shapefile(&[("shp", shp(2)[..end].to_vec()), ("dbf", table()), ("prj", PRJ.into())]);
        let error = import(ImportKind::Zoning, &[file], &options()).unwrap_err();
        assert!(matches!(error, ImportError::Truncated { .. }), "cut at {end}: {error}");
    }
    for end in 0..table().len() {
        let file = shapefile(&[("shp", shp(2)), ("dbf", table()[..end].to_vec()), ("prj", PRJ.into())]);
        assert!(import(ImportKind::Zoning, &[file], &options()).is_err(), "cut at {end}");
    }
}

#[test]
fn an_empty_file_of_any_format_is_an_error_that_says_so() {
    for name in ["a.geojson", "a.csv", "a.gml", "a.gpkg", "a.shp", "a.zip"] {
        let error = bytes(ImportKind::Zoning, name, b"").unwrap_err();
        assert!(matches!(error, ImportError::Empty { .. }), "{name}: {error}");
    }
    for (name, content) in
        [("a.geojson", r#"{"type":"FeatureCollection","features":[]}"#), ("a.csv", "district,wkt\n")]
    {
        let error = bytes(ImportKind::Zoning, name, content.as_bytes()).unwrap_err();
        assert!(matches!(error, ImportError::Empty { .. }), "{name}: {error}");
    }
}

#[test]
fn a_file_of_no_known_format_says_which_there_are() {
    let error = bytes(ImportKind::Zoning, "a.xlsx", b"hello").unwrap_err();
    assert!(error.to_string().contains("GeoPackage"), "{error}");
}

#[test]
fn a_geojson_text_of_ten_gigabytes_names_its_row_and_takes_little_memory() {
    let head = format!(r#"{{"features":[{{"type":"Feature","geometry":{}}},{{"x":""#, square(0));
    let endless = head.as_bytes().chain(std::io::repeat(b'x').take(10 << 30));
    let mut items = JsonItems::new(BufReader::new(endless), 1 << 20);
    items.next_item().unwrap();
    assert!(matches!(items.next_item(), Err(SplitError::TooLarge { item: 2, limit: 1_048_576 })));
}

#[test]
fn an_xml_text_of_ten_gigabytes_stops_at_the_limit() {
    use super::xml_guard::{GuardedXml, RunTooLong};
    let endless = b"<a><b>".as_slice().chain(std::io::repeat(b'1').take(10 << 30));
    let mut guarded = GuardedXml::new(BufReader::new(endless), 1 << 20);
    let error = std::io::copy(&mut guarded, &mut std::io::sink()).unwrap_err();
    assert!(error.get_ref().unwrap().is::<RunTooLong>());
}

#[test]
fn entities_are_not_expanded_beyond_the_five_of_xml() {
    let bomb = r#"<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><core:CityModel xmlns:core="http://www.opengis.net/citygml/2.0"><a>&c;</a></core:CityModel>"#;
    assert!(bytes(ImportKind::Zoning, "a.gml", bomb.as_bytes()).is_err());
}

#[test]
fn brackets_without_end_do_not_exhaust_the_stack() {
    let deep = "[".repeat(100_000);
    assert!(bytes(ImportKind::Zoning, "a.geojson", deep.as_bytes()).is_err());
    let csv = format!("district,wkt\n商業,\"{}\"\n", "GEOMETRYCOLLECTION(".repeat(50_000));
    assert!(bytes(ImportKind::Zoning, "a.csv", csv.as_bytes()).is_err());
}

#[test]
fn a_sequence_of_features_is_read_by_line_and_by_record_separator() {
    let feature =
        |i| format!(r#"{{"type":"Feature","properties":{{"district":"商業"}},"geometry":{}}}"#, square(i));
    let lines = format!("{}\n{}\n", feature(0), feature(1));
    let separated = format!("\u{1e}{}\n\u{1e}{}\n", feature(0), feature(1));
    for content in [lines, separated] {
        assert_eq!(bytes(ImportKind::Zoning, "a.geojsonl", content.as_bytes()).unwrap().report.accepted, 2);
    }
}

/// Every whole file the fuzzers start from.
fn wholes() -> Vec<(&'static str, Vec<u8>)> {
    let (shp, dbf) = (shp(2), table());
    vec![
        ("a.geojson", squares(&[r#""district":"商業","bcr":80"#]).into_bytes()),
        ("a.gml", citygml(&[("UseDistrict", "<urf:function>1</urf:function>")]).into_bytes()),
        (
            "a.csv",
            "district,wkt\n商業,\"POLYGON((139.65 35.64,139.66 35.64,139.66 35.65,139.65 35.64))\"\n".into(),
        ),
        ("a.zip", zipped(&[("x.shp", &shp), ("x.dbf", &dbf), ("x.prj", PRJ.as_bytes())])),
    ]
}

#[test]
fn every_file_the_fuzzers_start_from_is_whole() {
    for (name, whole) in wholes() {
        assert!(bytes(ImportKind::Zoning, name, &whole).is_ok(), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn random_bytes_never_panic_in_any_format(
        bytes_in in prop::collection::vec(any::<u8>(), 0..600),
        name in prop::sample::select(vec!["a.geojson", "a.csv", "a.gml", "a.zip", "a.shp", "a.json"]),
        kind in prop::sample::select(ImportKind::ALL.to_vec()),
    ) {
        let _ = bytes(kind, name, &bytes_in);
    }

    #[test]
    fn a_file_with_any_bytes_changed_or_cut_off_never_panics(
        which in 0usize..4,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let (name, mut whole) = wholes().swap_remove(which);
        for (at, byte) in changes {
            let at = at.index(whole.len());
            whole[at] = byte;
        }
        if let Some(cut) = cut {
            whole.truncate(cut.index(whole.len()));
        }
        let _ = bytes(ImportKind::Zoning, name, &whole);
    }

    #[test]
    fn a_shapefile_with_any_bytes_changed_never_panics_or_takes_absurd_memory(
        in_shapes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        in_table in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
    ) {
        let (mut shp, mut dbf) = (shp(2), table());
        for (at, byte) in in_shapes {
            let at = at.index(shp.len());
            shp[at] = byte;
        }
        for (at, byte) in in_table {
            let at = at.index(dbf.len());
            dbf[at] = byte;
        }
        // Without a coordinate system of its own, which would take longer to set up than to read.
        let file = shapefile(&[("shp", shp), ("dbf", dbf)]);
        let degrees = ImportOptions { crs: Some("EPSG:6668".into()), ..options() };
        let _ = import(ImportKind::Zoning, &[file], &degrees);
    }
}

#[test]
fn bytes_in_memory_and_the_same_file_on_disk_read_alike() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.geojson");
    let content = squares(&[r#""district":"商業""#]);
    std::fs::write(&path, &content).unwrap();
    let on_disk = super::read(ImportKind::Zoning, &[path], &options()).unwrap();
    let in_memory = bytes(ImportKind::Zoning, "a.geojson", content.as_bytes()).unwrap();
    assert_eq!(on_disk.report, in_memory.report);
    let _ = Arc::new(on_disk);
}
