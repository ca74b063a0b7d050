//! Reads the real files laid beside the repository (`../shared/data`) and checks the counts their
//! sources state. Skipped, with a printed reason, where the folder is absent.

use std::path::{Path, PathBuf};

use super::{ImportError, ImportKind, ImportOptions, Imported, Report, read};
use crate::domain::{BasemapClass, Batch};

fn data(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    if !path.exists() {
        println!("skipped: {} is not here", path.display());
        return None;
    }
    Some(path)
}

fn imported(kind: ImportKind, name: &str) -> Option<Imported> {
    let path = data(name)?;
    Some(read(kind, &[path], &ImportOptions::default()).unwrap_or_else(|e| panic!("{name}: {e:?}")))
}

fn counts(report: &Report) -> (usize, usize, usize, usize) {
    (report.read, report.accepted, report.refused, report.skipped)
}

#[test]
fn the_277_towns_of_setagaya_have_areas_people_and_households() {
    let Some(found) = imported(ImportKind::Towns, "boundaries/setagaya_smallarea_2015.geojson") else {
        return;
    };
    assert_eq!(counts(&found.report), (277, 277, 0, 0));
    let Batch::Towns(towns) = found.batch else { panic!("not towns") };
    assert!(towns.iter().all(|t| t.area.is_some() && t.municipality == "世田谷区"));
    let akatsutsumi = towns.iter().filter(|t| t.name.base() == "赤堤").count();
    assert_eq!(akatsutsumi, 5);
}

#[test]
fn of_1098_towns_the_two_without_coordinates_are_refused() {
    let Some(found) = imported(ImportKind::Towns, "addresses/towns_setagaya_and_neighbours.csv") else {
        return;
    };
    assert_eq!(counts(&found.report), (1098, 1096, 2, 0));
    let Batch::Towns(towns) = found.batch else { panic!("not towns") };
    assert_eq!(towns.iter().filter(|t| t.municipality == "世田谷区").count(), 277);
}

#[test]
fn the_81_stations_lose_the_prefecture_in_their_names() {
    let Some(found) = imported(ImportKind::Stations, "stations/stations_setagaya_1500m.geojson") else {
        return;
    };
    assert_eq!(counts(&found.report), (81, 81, 0, 0));
    let Batch::Stations(stations) = found.batch else { panic!("not stations") };
    assert!(stations.iter().any(|s| s.name == "山下"));
    assert!(stations.iter().all(|s| s.source_key.is_some() && s.kana.is_some()));
}

#[test]
fn eight_lines_of_railways_become_basemap() {
    let Some(found) = imported(ImportKind::Basemap, "stations/railways_setagaya_3km.geojson") else { return };
    assert_eq!(found.report.refused, 0);
    let Batch::Basemap(features) = found.batch else { panic!("not basemap") };
    assert!(features.iter().all(|f| f.class == BasemapClass::Railway));
    let lines: std::collections::BTreeSet<_> = features.iter().filter_map(|f| f.name.clone()).collect();
    assert_eq!(lines.len(), 8);
}

#[test]
fn the_ward_and_its_eleven_neighbours_have_codes_and_names() {
    let Some(found) = imported(ImportKind::Boundary, "boundaries/municipalities_n03.geojson") else { return };
    assert_eq!(found.report.refused, 0);
    let Batch::Boundaries(boundaries) = found.batch else { panic!("not boundaries") };
    assert_eq!(boundaries.len(), 12);
    assert!(boundaries.iter().any(|b| b.code == "13112" && b.name == "世田谷区"));
}

#[test]
fn of_the_23_invalid_wards_22_are_repaired_and_each_repair_is_reported() {
    let Some(found) = imported(ImportKind::Boundary, "boundaries/tokyo23_dataofjapan_INVALID.geojson") else {
        return;
    };
    assert_eq!(counts(&found.report), (23, 23, 0, 0));
    assert_eq!(found.report.repaired, 22);
    assert_eq!(found.report.repairs.len(), 22);
    let Batch::Boundaries(boundaries) = found.batch else { panic!("not boundaries") };
    assert!(boundaries.iter().all(|b| b.code.len() == 5));
    assert!(boundaries.iter().all(|b| geo::Validation::is_valid(&b.geometry)));
}

#[test]
fn both_vintages_of_boundary_towns_and_stations_import_alike() {
    for (kind, older, newer) in [
        (ImportKind::Boundary, "vintages/setagaya_n03_2020.json", "vintages/setagaya_n03_2022.json"),
        (ImportKind::Stations, "vintages/stations_2020-05.csv", "vintages/stations_2026-05.csv"),
    ] {
        let (Some(older), Some(newer)) = (imported(kind, older), imported(kind, newer)) else { return };
        println!("{}\n{}", older.report, newer.report);
        assert_eq!(older.batch.len(), newer.batch.len());
    }
}

#[test]
fn a_list_of_town_names_alone_changes_nothing_and_says_why() {
    let Some(path) = data("vintages/setagaya_towns_2021-03.json") else { return };
    let error = read(ImportKind::Towns, &[path], &ImportOptions::default()).unwrap_err();
    let report = error.report().expect("the file was read");
    assert_eq!(report.refused, report.read);
    assert!(report.refusals.iter().all(|r| r.reason.contains("no place")));
}

#[test]
fn points_of_interest_are_no_listings_and_the_error_says_what_they_are() {
    let Some(path) = data("shops/osm2014_poi_setagaya.geojson") else { return };
    let error = read(ImportKind::Listings, &[path], &ImportOptions::default()).unwrap_err();
    assert!(error.to_string().contains("points of interest"), "{error}");
}

#[test]
fn storefronts_of_new_york_are_refused_row_by_row_as_outside_japan() {
    let Some(path) = data("vacancies/nyc_storefronts_district43_2022_2023.csv") else { return };
    let error = read(ImportKind::Listings, &[path], &ImportOptions::default()).unwrap_err();
    let ImportError::NothingToImport { report } = error else { panic!("{error}") };
    assert_eq!((report.read, report.refused), (1105, 1105));
    println!("{report}");
}

#[test]
fn counts_by_census_tract_are_no_listings() {
    let Some(path) = data("vacancies/nyc_storefront_vacancy_by_tract.csv") else { return };
    let error = read(ImportKind::Listings, &[path], &ImportOptions::default()).unwrap_err();
    assert!(error.to_string().contains("census tract"), "{error}");
}

#[test]
fn layers_of_a55_without_use_districts_are_skipped_and_explained() {
    for (file, rows) in [
        ("bouka_chiiki", "防火地域"),
        ("chiku_keikaku", "地区計画"),
        ("koudo_riyou_chiku", "高度利用地区"),
        ("tokubetsu_youto_chiku", "特別用途地区"),
    ] {
        let Some(path) = data(&format!("zoning/kumamoto_a55/{file}.geojson")) else { return };
        let error = read(ImportKind::Zoning, &[path], &ImportOptions::default()).unwrap_err();
        let report = error.report().unwrap_or_else(|| panic!("{error:?}"));
        assert_eq!(report.skipped, report.read);
        assert!(report.skips.iter().any(|s| s.what.contains(rows)), "{:?}", report.skips);
    }
}

/// Zones by district slug.
fn zones(report: &Report, district: &str) -> usize {
    report.districts.iter().find(|d| d.district == district).map_or(0, |d| d.zones)
}

#[test]
fn the_518_polygons_of_chino_hold_109_quasi_industrial_ones() {
    for path in ["zoning/chino_shp", "zoning/chino_shp/use_districts.shp"] {
        let Some(found) = imported(ImportKind::Zoning, path) else { return };
        println!("{}", found.report);
        assert_eq!(counts(&found.report), (518, 518, 0, 0));
        assert_eq!(zones(&found.report, "quasi_industrial"), 109);
        // ogrinfo: SELECT SUM(OGR_GEOM_AREA), on the plane the file is drawn on.
        let hectares: f64 = found.report.districts.iter().map(|d| d.hectares).sum();
        assert!((hectares - 978.885_991).abs() < 1e-4, "{hectares}");
        assert_eq!(found.report.files[0].crs, "JGD_2000_Japan_Zone_8");
        assert_eq!(found.report.files[0].encoding.as_deref(), Some("CP932"));
        let Batch::Zoning { zones, edition } = found.batch else { panic!("not zoning") };
        assert_eq!(edition.area, "use_districts");
        let near_chino = |z: &crate::domain::Zone| {
            z.geometry
                .iter()
                .flat_map(|p| &p.exterior().0)
                .all(|c| (c.x - 138.16).abs() < 0.2 && (c.y - 36.0).abs() < 0.2)
        };
        assert!(zones.iter().all(near_chino));
    }
}

#[test]
fn the_use_districts_of_five_plateau_files_are_108_and_the_rest_is_skipped() {
    for (city, file, count, area) in [
        ("Tokyo", "tokyo23-ku__533957_urf_6668_op", 22, "13100"),
        ("Numazu", "numazu-shi__523857_urf_6668_op", 38, "22203"),
        ("Takeo", "takeo-shi__493060_urf_6668_op", 40, "41206"),
        ("Kawasaki", "kawasaki-shi__533915_urf_6668_yoto_op", 4, "14130"),
        ("Sapporo", "sapporo-shi__644131_urf_6668_op", 4, "01100"),
    ] {
        let Some(found) = imported(ImportKind::Zoning, &format!("zoning/plateau_urf_gml/{file}.gml")) else {
            return;
        };
        println!("{}", found.report);
        assert_eq!((found.report.accepted, found.report.refused), (count, 0), "{city}");
        assert_eq!(found.report.read, count + found.report.skipped, "{city}");
        let Batch::Zoning { zones, edition } = found.batch else { panic!("not zoning") };
        assert_eq!(edition.area, area);
        assert!(zones.iter().all(|z| z.floor_area.is_some_and(|f| f.percent() >= 50)), "{city}");
    }
}

#[test]
fn plateau_ratios_are_percents_codes_are_urf_and_year_one_is_unknown() {
    let Some(takeo) =
        imported(ImportKind::Zoning, "zoning/plateau_urf_gml/takeo-shi__493060_urf_6668_op.gml")
    else {
        return;
    };
    let Batch::Zoning { zones: found, edition } = takeo.batch else { panic!("not zoning") };
    assert_eq!(edition.as_of, time::macros::date!(2022 - 10 - 31));
    let quasi_industrial: Vec<_> = found.iter().filter(|z| z.published.code() == Some(11)).collect();
    assert_eq!(quasi_industrial.len(), zones(&takeo.report, "quasi_industrial"));
    let first = quasi_industrial[0];
    assert_eq!(first.coverage.map(crate::domain::Percent::percent), Some(60));
    assert_eq!(first.floor_area.map(crate::domain::Percent::percent), Some(200));

    let Some(tokyo) =
        imported(ImportKind::Zoning, "zoning/plateau_urf_gml/tokyo23-ku__533957_urf_6668_op.gml")
    else {
        return;
    };
    let edition = tokyo.report.edition.unwrap();
    assert!(edition.as_of.year() > 2000);
    assert!(tokyo.report.notes.iter().any(|n| n.contains("--as-of")));
}

#[test]
fn two_plateau_layers_without_use_districts_change_nothing_and_say_why() {
    for file in ["kawasaki-shi__533925_urf_6668_tokuyoto_op", "sendai-shi__574027_urf_6668_kodoriyou_op"] {
        let Some(path) = data(&format!("zoning/plateau_urf_gml/{file}.gml")) else { return };
        let error = read(ImportKind::Zoning, &[path], &ImportOptions::default()).unwrap_err();
        let report = error.report().unwrap_or_else(|| panic!("{error:?}"));
        assert_eq!((report.accepted, report.skipped), (0, report.read));
        assert!(report.skips[0].what.starts_with("urf:"));
    }
}

#[test]
fn the_folder_of_plateau_files_imports_as_one_edition() {
    let Some(found) = imported(ImportKind::Zoning, "zoning/plateau_urf_gml") else { return };
    assert_eq!(found.report.accepted, 108);
    let coverage_blank = match &found.batch {
        Batch::Zoning { zones, .. } => zones.iter().filter(|z| z.coverage.is_none()).count(),
        _ => 0,
    };
    assert_eq!(coverage_blank, 64);
}
