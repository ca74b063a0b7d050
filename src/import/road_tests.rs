//! Roads as GeoJSON: with OpenStreetMap's tags, with our classes, and as bare lines.

use super::fixtures::{collection, square, text};
use super::{ImportError, ImportKind, ImportOptions, Imported, read_bytes};
use crate::domain::{Batch, Road, RoadClass};

fn line(properties: &str, coordinates: &str) -> String {
    format!(
        r#"{{"type":"Feature","properties":{{{properties}}},"geometry":{{"type":"LineString","coordinates":[{coordinates}]}}}}"#
    )
}

const EAST: &str = "[139.65,35.64],[139.651,35.64]";

fn import(features: &[String]) -> Result<Imported, ImportError> {
    text(ImportKind::Roads, "roads.geojson", &collection(features))
}

fn roads(imported: Imported) -> Vec<Road> {
    let Batch::Roads { roads, .. } = imported.batch else { panic!("roads give roads") };
    roads
}

#[test]
fn our_own_classes_and_the_basemaps_are_understood() {
    let imported = import(&[
        line(r#""class":"main_road""#, EAST),
        line(r#""class":"steps""#, EAST),
        line(r#""class":"motorway""#, EAST),
        line(r#""class":"railway""#, EAST),
    ])
    .unwrap();
    assert_eq!((imported.report.accepted, imported.report.skipped), (2, 2));
    let classes: Vec<RoadClass> = roads(imported).iter().map(|r| r.class).collect();
    assert_eq!(classes, [RoadClass::MainRoad, RoadClass::Steps]);
}

#[test]
fn bare_lines_are_roads_and_each_line_of_several_is_one() {
    let several = r#"{"type":"Feature","properties":{},"geometry":{"type":"MultiLineString","coordinates":[[[139.65,35.64],[139.651,35.64]],[[139.66,35.64],[139.661,35.64]]]}}"#;
    let imported = import(&[line("", EAST), several.to_owned()]).unwrap();
    assert_eq!(imported.report.files[0].schema, "lines");
    assert_eq!(imported.report.roads[0].roads, 3);
    assert!((imported.report.roads[0].km - 0.27).abs() < 0.01, "{}", imported.report);
    assert_eq!(roads(imported).len(), 3);
}

#[test]
fn tags_that_gdal_writes_as_one_text_are_read() {
    let closed = r#""highway":"service","other_tags":"\"foot\"=>\"no\",\"surface\"=>\"asphalt\"""#;
    let imported = import(&[line(closed, EAST), line(r#""highway":"service""#, EAST)]).unwrap();
    assert_eq!((imported.report.accepted, imported.report.skipped), (1, 1));
    assert_eq!(imported.report.skips[0].what, "highway=service, foot=no");
}

#[test]
fn a_row_that_is_no_line_is_refused_by_row_field_and_reason() {
    let area = format!(r#"{{"type":"Feature","properties":{{}},"geometry":{}}}"#, square(0));
    let dot = line("", "[139.65,35.64],[139.65,35.64]");
    let abroad = line("", "[2.35,48.85],[2.36,48.85]");
    let swapped = line("", "[35.64,139.65],[35.64,139.651]");
    let imported = import(&[line("", EAST), area, dot, abroad, swapped]).unwrap();
    let said: Vec<(usize, &str)> =
        imported.report.refusals.iter().map(|r| (r.row, r.reason.as_str())).collect();
    assert_eq!(
        said,
        [
            (2, "it is not a line"),
            (3, "its line has no length"),
            (4, "it is not in Japan"),
            (5, "it is not in Japan; longitude and latitude seem to be swapped"),
        ]
    );
}

#[test]
fn a_file_with_its_axes_swapped_throughout_is_an_error_that_names_the_flag() {
    let error = import(&[line("", "[35.64,139.65],[35.64,139.651]")]).unwrap_err();
    assert!(error.to_string().contains("--swap-axes"), "{error}");
}

#[test]
fn a_box_leaves_roads_outside_it_aside() {
    let within = crate::domain::LonLatBox::new(139.64, 35.63, 139.66, 35.65).ok();
    let options = ImportOptions { within, ..ImportOptions::default() };
    let file = collection(&[line("", EAST), line("", "[139.7,35.64],[139.71,35.64]")]);
    let imported = read_bytes(ImportKind::Roads, "a.geojson", file.as_bytes(), &options).unwrap();
    assert_eq!((imported.report.accepted, imported.report.skipped), (1, 1));
}

#[test]
fn a_list_of_shops_is_no_list_of_roads() {
    let error = import(&[line(r#""amenity":"cafe""#, EAST)]).unwrap_err();
    assert!(matches!(error, ImportError::UnknownSchema { .. }), "{error}");
}
