//! What an extract of OpenStreetMap gives, whole, in part and broken.

use proptest::prelude::*;

use super::osm_fixture::{MadeWay, osm_pbf};
use super::{ImportError, ImportKind, ImportOptions, Imported, read_bytes};
use crate::domain::{Batch, LonLatBox, Road, RoadClass};

/// Four corners of a block, a node far to the east and one nobody uses.
const NODES: &[(i64, f64, f64)] = &[
    (10, 139.650_000_1, 35.64),
    (-3, 139.651, 35.64),
    (12, 139.651, 35.641),
    (13, 139.65, 35.641),
    (99, 139.70, 35.64),
    (100, 139.60, 35.60),
];

fn import(ways: &[MadeWay<'_>], options: &ImportOptions) -> Result<Imported, ImportError> {
    read_bytes(ImportKind::Roads, "ward.osm.pbf", &osm_pbf(NODES, ways), options)
}

fn roads(imported: Imported) -> Vec<Road> {
    let Batch::Roads { network, roads } = imported.batch else { panic!("roads give roads") };
    assert!(roads.iter().all(|road| road.network == network.id));
    roads
}

fn class_of(tags: &[(&str, &str)]) -> Option<RoadClass> {
    match import(&[(1, &[10, -3], tags)], &ImportOptions::default()) {
        Ok(imported) => Some(roads(imported)[0].class),
        Err(ImportError::NothingToImport { report }) => {
            assert_eq!((report.read, report.skipped, report.refused), (1, 1, 0));
            None
        }
        Err(error) => panic!("{tags:?}: {error}"),
    }
}

#[test]
fn every_way_with_a_highway_tag_is_a_line_of_its_nodes_places() {
    let ways: &[MadeWay<'_>] = &[
        (1, &[10, -3, 12], &[("highway", "residential"), ("name", "すずらん通り")]),
        (2, &[12, 13], &[("highway", "steps")]),
        (3, &[10, 13], &[("building", "yes")]),
    ];
    let imported = import(ways, &ImportOptions::default()).unwrap();
    assert_eq!((imported.report.read, imported.report.accepted), (2, 2));
    assert_eq!(imported.report.files[0].schema, "OpenStreetMap");
    let network = imported.report.network.as_ref().unwrap();
    assert_eq!(
        (&*network.area, &*network.source, &*network.licence),
        ("ward", "OpenStreetMap contributors", "ODbL-1.0")
    );
    let roads = roads(imported);
    assert_eq!((roads[0].class, roads[1].class), (RoadClass::MinorRoad, RoadClass::Steps));
    let at: Vec<(f64, f64)> = roads[0].line.coords().map(|c| (c.x, c.y)).collect();
    assert_eq!(at, [(139.650_000_1, 35.64), (139.651, 35.64), (139.651, 35.641)]);
}

#[test]
fn a_person_may_walk_where_openstreetmaps_tags_let_them() {
    use RoadClass::{MainRoad, MinorRoad, Path, Pedestrian, Service};
    for (highway, class) in [
        ("trunk", Some(MainRoad)),
        ("living_street", Some(MinorRoad)),
        ("service", Some(Service)),
        ("pedestrian", Some(Pedestrian)),
        ("footway", Some(Path)),
        ("cycleway", Some(Path)),
        ("motorway", None),
        ("motorway_link", None),
        ("construction", None),
        ("proposed", None),
        ("raceway", None),
        ("something_new", None),
    ] {
        assert_eq!(class_of(&[("highway", highway)]), class, "{highway}");
    }
    let street = |tags: &[(&str, &str)]| {
        let all: Vec<(&str, &str)> = [("highway", "trunk")].iter().chain(tags).copied().collect();
        class_of(&all).is_some()
    };
    assert!(!street(&[("foot", "no")]));
    assert!(!street(&[("access", "private")]));
    assert!(!street(&[("motorroad", "yes")]));
    assert!(street(&[("access", "private"), ("foot", "designated")]));
    assert!(street(&[("oneway", "yes")]));
    assert!(street(&[("access", "destination")]));
}

#[test]
fn a_road_out_of_the_file_ends_where_the_file_does_and_the_report_says_so() {
    let ways: &[MadeWay<'_>] = &[
        (1, &[10, -3, 777, 12, 13], &[("highway", "residential")]),
        (2, &[778, 779], &[("highway", "residential")]),
    ];
    let imported = import(ways, &ImportOptions::default()).unwrap();
    assert_eq!((imported.report.accepted, imported.report.refused), (1, 1));
    assert!(imported.report.notes.iter().any(|n| n.starts_with("2 roads lead out")), "{}", imported.report);
    assert_eq!(roads(imported).iter().map(|r| r.line.0.len()).collect::<Vec<_>>(), [2, 2]);
}

#[test]
fn a_box_takes_a_ward_out_of_a_region() {
    let ways: &[MadeWay<'_>] =
        &[(1, &[10, -3, 99], &[("highway", "residential")]), (2, &[99, 100], &[("highway", "residential")])];
    let within = LonLatBox::new(139.64, 35.63, 139.66, 35.65).ok();
    let imported = import(ways, &ImportOptions { within, ..ImportOptions::default() }).unwrap();
    assert_eq!(imported.report.read, 1);
    assert!(
        imported.report.notes.iter().any(|n| n.starts_with("1 roads lie outside")),
        "{}",
        imported.report
    );
    assert_eq!(roads(imported)[0].line.0.len(), 2);
    let nowhere = LonLatBox::new(0.0, 0.0, 1.0, 1.0).ok();
    let refused = import(ways, &ImportOptions { within: nowhere, ..ImportOptions::default() });
    assert!(matches!(refused, Err(ImportError::NoRoads { .. })), "{refused:?}");
}

#[test]
fn an_extract_without_roads_is_an_error_that_says_so() {
    let refused = import(&[(1, &[10, -3], &[("building", "yes")])], &ImportOptions::default());
    assert!(refused.unwrap_err().to_string().contains("highway"));
}

#[test]
fn an_extract_cut_off_anywhere_but_between_its_blobs_is_truncated() {
    let ways: &[MadeWay<'_>] = &[(1, &[10, -3], &[("highway", "residential")])];
    let whole = osm_pbf(NODES, ways);
    for end in 1..whole.len() {
        let cut = read_bytes(ImportKind::Roads, "a.osm.pbf", &whole[..end], &ImportOptions::default());
        let error = cut.unwrap_err();
        // Between two blobs nothing tells a file that goes on from one that ends; the roads are missing.
        assert!(
            matches!(error, ImportError::Truncated { .. } | ImportError::NoRoads { .. }),
            "cut at {end}: {error:?}"
        );
    }
}

#[test]
fn a_text_called_pbf_is_not_readable() {
    let refused = read_bytes(ImportKind::Roads, "a.pbf", &[7; 400], &ImportOptions::default());
    assert!(matches!(refused, Err(ImportError::Malformed { .. })), "{refused:?}");
}

#[test]
fn an_extract_imported_as_something_else_is_refused_by_its_fields() {
    let ways: &[MadeWay<'_>] = &[(1, &[10, -3], &[("highway", "residential")])];
    let refused = read_bytes(ImportKind::Stations, "a.pbf", &osm_pbf(NODES, ways), &ImportOptions::default());
    assert!(matches!(refused, Err(ImportError::UnknownSchema { .. })), "{refused:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn an_extract_with_any_bytes_changed_never_panics(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let ways: &[MadeWay<'_>] = &[(1, &[10, -3, 12], &[("highway", "residential"), ("foot", "yes")])];
        let mut bytes = osm_pbf(NODES, ways);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let _ = read_bytes(ImportKind::Roads, "a.osm.pbf", &bytes, &ImportOptions::default());
    }
}
