//! Proofs about zoning as it is published: codes, names, ratios, and rows that cannot be taken.

use super::fixtures::{citygml, collection, square, text, zoning};
use super::{ImportError, ImportKind, ImportOptions, Imported, read_bytes};
use crate::domain::{Batch, DistrictScheme, Edition, Percent, UseDistrict, Zone};

fn zones(imported: &Imported) -> &[Zone] {
    match &imported.batch {
        Batch::Zoning { zones, .. } => zones,
        _ => panic!("not zoning"),
    }
}

fn edition(imported: &Imported) -> &Edition {
    match &imported.batch {
        Batch::Zoning { edition, .. } => edition,
        _ => panic!("not zoning"),
    }
}

fn ratios(zone: &Zone) -> (Option<u16>, Option<u16>) {
    (zone.coverage.map(Percent::percent), zone.floor_area.map(Percent::percent))
}

#[test]
fn code_10_of_a29_is_quasi_industrial_and_code_10_of_urf_is_commercial() {
    let a29 = zoning(&[r#""A29_001":"13112","A29_004":10,"A29_006":60,"A29_007":200"#]).unwrap();
    let urf =
        text(ImportKind::Zoning, "urf.gml", &citygml(&[("UseDistrict", "<urf:function>10</urf:function>")]))
            .unwrap();
    let (a29, urf) = (&zones(&a29)[0], &zones(&urf)[0]);
    assert_eq!(a29.district(), UseDistrict::QuasiIndustrial);
    assert_eq!(urf.district(), UseDistrict::Commercial);
    assert_eq!((a29.published.scheme(), a29.published.code()), (DistrictScheme::A29, Some(10)));
    assert_eq!((urf.published.scheme(), urf.published.code()), (DistrictScheme::Urf, Some(10)));
}

#[test]
fn a29_of_2011_and_2019_tells_its_area_date_and_ratios() {
    let found = zoning(&[
        r#""A29_001":"13112","A29_003":"世田谷区","A29_004":"1","A29_005":"第１種低層住居専用地域","A29_006":40,"A29_007":80,"A29_009":"2011""#,
        r#""A29_001":"13112","A29_003":"世田谷区","A29_004":21,"A29_005":"田園住居地域","A29_006":9999,"A29_007":9999,"A29_009":2019"#,
    ])
    .unwrap();
    let edition = edition(&found);
    assert_eq!((edition.area.as_str(), edition.as_of.year()), ("13112", 2019));
    assert_eq!(edition.name, "世田谷区 用途地域 2019年");
    assert_eq!(ratios(&zones(&found)[0]), (Some(40), Some(80)));
    assert_eq!(ratios(&zones(&found)[1]), (None, None), "9999 is A29's unknown");
    assert_eq!(found.report.refusals, []);
}

#[test]
fn a_code_and_a_name_that_disagree_refuse_the_row() {
    let found =
        zoning(&[r#""A29_004":10,"A29_005":"商業地域""#, r#""A29_004":9,"A29_005":"商業地域""#]).unwrap();
    assert_eq!((found.report.accepted, found.report.refused), (1, 1));
    assert_eq!(found.report.refusals[0].field, "A29_005");
}

#[test]
fn three_hundred_percent_of_the_reinfolib_is_300() {
    let found = zoning(&[
        r#""youto_id":11,"use_area_ja":"準工業地域","u_floor_area_ratio_ja":"300%","u_building_coverage_ratio_ja":"60.0%","city_code":"13112""#,
    ])
    .unwrap();
    assert_eq!(ratios(&zones(&found)[0]), (Some(60), Some(300)));
    assert_eq!(zones(&found)[0].district(), UseDistrict::QuasiIndustrial);
}

#[test]
fn a_reinfolib_number_above_seven_without_a_name_is_refused() {
    let found =
        zoning(&[r#""youto_id":10,"use_area_ja":null"#, r#""youto_id":5,"use_area_ja":null"#]).unwrap();
    assert_eq!((found.report.accepted, found.report.refused), (1, 1));
    assert!(found.report.refusals[0].reason.contains("two districts"));
}

#[test]
fn a55_use_districts_are_read_by_name_and_its_other_layers_skipped() {
    let found = zoning(&[
        r#""YoutoName":"第一種住居地域","YoutoCode":5,"BCR":60,"FAR":200,"Citycode":"43100","FNDate":"20240401""#,
        r#""YoutoName":null,"YoutoCode":0,"DistType":"特別用途地区","Citycode":"43100""#,
    ])
    .unwrap();
    assert_eq!((found.report.accepted, found.report.skipped), (1, 1));
    assert_eq!(edition(&found).as_of, time::macros::date!(2024 - 04 - 01));
    assert_eq!(found.report.skips[0].what, "特別用途地区");
}

#[test]
fn ratios_are_told_from_percents_by_the_whole_file() {
    let ratio = zoning(&[r#""district":"商業","bcr":0.8,"far":4"#, r#""district":"準工","bcr":0.6,"far":2"#])
        .unwrap();
    assert_eq!(ratios(&zones(&ratio)[0]), (Some(80), Some(400)));
    assert!(ratio.report.notes.iter().any(|n| n.contains("ratios")));
    let percent =
        zoning(&[r#""district":"商業","bcr":80,"far":400"#, r#""district":"準工","bcr":0.6,"far":2"#])
            .unwrap();
    assert_eq!(ratios(&zones(&percent)[0]), (Some(80), Some(400)));
    assert_eq!(ratios(&zones(&percent)[1]), (None, None));
    assert_eq!(percent.report.refusals.len(), 2, "the odd row is left blank and reported");
}

#[test]
fn blank_ratios_are_blank_without_complaint() {
    let found = zoning(&[r#""district":"準工業","bcr":null,"far":"""#]).unwrap();
    assert_eq!(ratios(&zones(&found)[0]), (None, None));
    assert_eq!(found.report.refusals, []);
}

#[test]
fn a_swapped_pair_200_60_is_swapped_back_and_reported() {
    let found = zoning(&[r#""district":"準工業","bcr":200,"far":60"#]).unwrap();
    assert_eq!(ratios(&zones(&found)[0]), (Some(60), Some(200)));
    assert_eq!(found.report.repaired, 1);
    assert!(found.report.repairs[0].what.contains("swapped"));
}

#[test]
fn a_coverage_of_300_is_left_blank_and_the_floor_area_of_300_kept() {
    let found = zoning(&[r#""district":"近隣商業","bcr":300,"far":300"#]).unwrap();
    assert_eq!(ratios(&zones(&found)[0]), (None, Some(300)));
    let refusal = &found.report.refusals[0];
    assert_eq!((refusal.field.as_str(), refusal.value.as_str(), refusal.whole_row), ("bcr", "300", false));
}

#[test]
fn an_unknown_district_refuses_its_row_by_number_field_and_reason() {
    let found = zoning(&[r#""district":"準工業""#, r#""district":"調整""#, r#""district":null"#]).unwrap();
    assert_eq!((found.report.accepted, found.report.refused), (1, 2));
    let refusal = &found.report.refusals[0];
    assert_eq!((refusal.row, refusal.field.as_str(), refusal.value.as_str()), (2, "district", "調整"));
    assert!(refusal.whole_row);
}

#[test]
fn a_row_without_geometry_is_refused_and_the_others_taken() {
    let feature = |geometry: &str| {
        format!(r#"{{"type":"Feature","properties":{{"district":"商業"}},"geometry":{geometry}}}"#)
    };
    let json = collection(&[
        feature(&square(0)),
        feature("null"),
        feature(r#"{"type":"Point","coordinates":[139.65,35.64]}"#),
    ]);
    let found = text(ImportKind::Zoning, "z.geojson", &json).unwrap();
    assert_eq!((found.report.accepted, found.report.refused), (1, 2));
    assert_eq!(found.report.refusals[0].reason, "it has no place");
    assert_eq!(found.report.refusals[1].reason, "it is not a polygon");
}

#[test]
fn unclosed_rings_and_bow_ties_are_repaired_and_reported_with_their_change_of_area() {
    let open = r#"{"type":"Polygon","coordinates":[[[139.65,35.64],[139.651,35.64],[139.651,35.641],[139.65,35.641]]]}"#;
    let bow_tie = r#"{"type":"Polygon","coordinates":[[[139.66,35.64],[139.661,35.641],[139.661,35.64],[139.66,35.641],[139.66,35.64]]]}"#;
    let feature = |geometry: &str| {
        format!(r#"{{"type":"Feature","properties":{{"district":"商業"}},"geometry":{geometry}}}"#)
    };
    let found =
        text(ImportKind::Zoning, "z.geojson", &collection(&[feature(open), feature(bow_tie)])).unwrap();
    assert_eq!(found.report.repaired, 2);
    assert_eq!(found.report.repairs[0].what, "unclosed ring closed");
    assert!(found.report.repairs[1].what.contains("self-intersection"));
    assert!(found.report.repairs[1].area_change_m2.unwrap() > 1_000.0);
    assert!(zones(&found).iter().all(|z| geo::Validation::is_valid(&z.geometry)));
}

#[test]
fn hectares_are_measured_on_the_plane_of_the_place() {
    let found = zoning(&[r#""district":"商業""#]).unwrap();
    let total = &found.report.districts[0];
    assert_eq!((total.district, total.zones), ("commercial", 1));
    // cs2cs to EPSG:6677 and the shoelace formula: 10,042.6 m2.
    assert!((total.hectares - 1.0).abs() < 0.02, "{}", total.hectares);
}

#[test]
fn flags_say_what_the_file_does_not() {
    let options = ImportOptions {
        edition: Some("令和7年告示".into()),
        area: Some("13112".into()),
        as_of: Some(time::macros::date!(2025 - 04 - 01)),
        source: Some("世田谷区".into()),
        licence: Some("CC BY 4.0".into()),
        ..ImportOptions::default()
    };
    let json = super::fixtures::squares(&[r#""youto":"準工業地域""#]);
    let found = read_bytes(ImportKind::Zoning, "youto.geojson", json.as_bytes(), &options).unwrap();
    let edition = edition(&found);
    assert_eq!(edition.name, "令和7年告示");
    assert_eq!((edition.source.as_str(), edition.licence.as_str()), ("世田谷区", "CC BY 4.0"));
    assert_eq!(edition.checksum.len(), 64);
    assert_eq!(found.report.notes, Vec::<String>::new(), "nothing had to be assumed");
}

#[test]
fn a_strict_import_refuses_rows_that_cannot_be_taken_and_dates_that_are_not_told() {
    let strict = ImportOptions { strict: true, ..ImportOptions::default() };
    let json = super::fixtures::squares(&[r#""district":"商業""#]);
    let error = read_bytes(ImportKind::Zoning, "z.geojson", json.as_bytes(), &strict).unwrap_err();
    assert!(matches!(error, ImportError::AsOfUnknown { .. }), "{error}");
    let strict = ImportOptions { as_of: Some(time::macros::date!(2025 - 04 - 01)), ..strict };
    let json = super::fixtures::squares(&[r#""district":"商業""#, r#""district":"調整""#]);
    let error = read_bytes(ImportKind::Zoning, "z.geojson", json.as_bytes(), &strict).unwrap_err();
    assert_eq!(error.report().unwrap().refused, 1);
}

#[test]
fn an_import_of_which_every_row_is_refused_changes_nothing_and_says_so() {
    let error = zoning(&[r#""district":"調整""#]).unwrap_err();
    assert!(error.to_string().contains("nothing was changed"), "{error}");
    assert_eq!(error.report().unwrap().refusals.len(), 1);
}

#[test]
fn fields_of_no_known_schema_are_listed_in_the_error() {
    let error = zoning(&[r#""foo":1,"bar":2"#]).unwrap_err();
    assert!(error.to_string().contains("bar, foo"), "{error}");
}

#[test]
fn the_report_is_the_same_in_text_and_json() {
    let found = zoning(&[r#""district":"準工業","bcr":200,"far":60"#, r#""district":"調整""#]).unwrap();
    let text = found.report.to_string();
    for line in [
        "zoning: 2 read, 1 accepted (1 repaired), 1 refused, 0 skipped",
        "準工業地域",
        "row 2, district `調整`",
    ] {
        assert!(text.contains(line), "{text}");
    }
    let json = serde_json::to_value(&found.report).unwrap();
    assert_eq!(json["refusals"][0]["row"], 2);
    assert_eq!(json["edition"]["as_of"].as_str().unwrap().len(), 10);
}

#[test]
fn naming_a_municipality_takes_its_rows_out_of_a_file_of_the_prefecture() {
    let json = super::fixtures::squares(&[
        r#""A29_001":"13112","A29_004":10,"A29_009":2019"#,
        r#""A29_001":"13113","A29_004":99,"A29_009":2019"#,
    ]);
    let asked = |area: &str| ImportOptions { area: Some(area.into()), ..ImportOptions::default() };
    let ward = read_bytes(ImportKind::Zoning, "a29.geojson", json.as_bytes(), &asked("13112")).unwrap();
    assert_eq!((ward.report.accepted, ward.report.skipped, ward.report.refused), (1, 1, 0));
    let label = read_bytes(ImportKind::Zoning, "a29.geojson", json.as_bytes(), &asked("東京都")).unwrap();
    assert_eq!((label.report.accepted, label.report.skipped, label.report.refused), (1, 0, 1));
}

#[test]
fn a_code_with_its_check_digit_names_the_same_area() {
    let found = zoning(&[r#""用途地域":"商業地域","全国地方公共団体コード":"131121""#]).unwrap();
    assert_eq!(edition(&found).area, "13112");
}
