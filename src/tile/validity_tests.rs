//! Is every tile one that a client can draw? Decoded by a decoder that is not ours.

use geo::{CoordsIter, Validation};
use geo_types::Geometry;
use mvt_reader::feature::Value;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::fixtures::{contents, decode, floating, points, ward};
use super::schema::{FieldType, GeometryKind, schemas};
use super::{LayerSet, TileAddress, encode};
use crate::city::{City, ListingRow};
use crate::domain::UseDistrict;
use crate::geo::mercator;
use geo_types::Coord;

/// What a tile must be: features with ids, known attributes of the stated type, geometry of the
/// stated kind within the buffer, polygons valid and wound the right way.
pub(super) fn assert_valid(bytes: &[u8], z: u8) -> BTreeMap<String, BTreeSet<String>> {
    let mut seen: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, features) in decode(bytes) {
        let schema = schemas().iter().find(|s| s.name == name).expect("a layer of the schema");
        assert!(schema.shown_at(z), "{name} at zoom {z}");
        assert!(!features.is_empty(), "{name} is written without features");
        for feature in features {
            assert!(feature.id > 0);
            let kind = check_geometry(&feature.geometry);
            assert!(schema.geometry.contains(&kind), "{name} is not drawn as {kind:?}");
            for (key, value) in &feature.tags {
                let field = schema.fields.iter().find(|f| &f.name == key);
                let field = field.unwrap_or_else(|| panic!("{name} does not state the field {key}"));
                let kind = match value {
                    Value::String(_) => FieldType::String,
                    Value::Bool(_) => FieldType::Boolean,
                    _ => FieldType::Number,
                };
                assert_eq!(kind, field.kind, "{name}.{key}");
                seen.entry(name.clone()).or_default().insert(key.clone());
            }
        }
    }
    seen
}

fn check_geometry(geometry: &Geometry<i32>) -> GeometryKind {
    let within = |c: Coord<i32>| (-64..=4160).contains(&c.x) && (-64..=4160).contains(&c.y);
    assert!(geometry.coords_iter().all(within), "{geometry:?}");
    match geometry {
        Geometry::Point(_) | Geometry::MultiPoint(_) => GeometryKind::Point,
        Geometry::LineString(_) | Geometry::MultiLineString(_) => {
            let lines = match geometry {
                Geometry::LineString(line) => vec![line.clone()],
                Geometry::MultiLineString(lines) => lines.0.clone(),
                _ => vec![],
            };
            for line in lines {
                assert!(line.0.len() >= 2 && line.0.windows(2).all(|w| w[0] != w[1]), "{line:?}");
            }
            GeometryKind::Line
        }
        Geometry::MultiPolygon(polygons) => {
            for polygon in &polygons.0 {
                let polygon = floating(polygon);
                assert!(polygon.is_valid(), "{polygon:?}: {:?}", polygon.validation_errors());
                // Positive by the surveyor's formula with y down, which the decoder needs anyway.
                assert!(signed_area(polygon.exterior()) > 0.0);
                assert!(polygon.interiors().iter().all(|hole| signed_area(hole) < 0.0));
            }
            GeometryKind::Polygon
        }
        other => panic!("unexpected {other:?}"),
    }
}

fn signed_area(ring: &geo_types::LineString<f64>) -> f64 {
    ring.lines().map(|l| l.start.x * l.end.y - l.end.x * l.start.y).sum::<f64>() / 2.0
}

pub(super) fn tile_over(lon: f64, lat: f64, z: u32) -> TileAddress {
    let at = mercator(Coord { x: lon, y: lat });
    let side = f64::from(1u32 << z);
    let index = |v: f64| ((v * side) as u32).min((1 << z) - 1);
    TileAddress::new(z, index(at.x), index(at.y)).unwrap()
}

#[test]
fn the_layers_file_states_exactly_the_fields_that_tiles_have() {
    let city = ward(1, 400);
    let mut seen: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for z in 0..=18 {
        for at in [[139.6, 35.6], [139.63, 35.64], [139.65, 35.62], [139.59, 35.6]] {
            let tile = tile_over(at[0], at[1], z);
            for (layer, fields) in assert_valid(&encode(&city, LayerSet::all(), tile, None), tile.z()) {
                seen.entry(layer).or_default().extend(fields);
            }
        }
    }
    for schema in schemas() {
        let stated: BTreeSet<String> = schema.fields.iter().map(|f| f.name.clone()).collect();
        assert_eq!(seen.get(&schema.name), Some(&stated), "{}", schema.name);
    }
}

#[test]
fn a_listing_says_which_districts_its_site_may_reach_and_how_high_it_goes() {
    let city = ward(1, 2_000);
    let split = |row: &&ListingRow| !row.other_districts().is_empty() && row.top_storey() == Some(0);
    let row = city.listings().iter().find(split).expect("one of many lies near a boundary, in a basement");
    let tile = tile_over(row.place().lon(), row.place().lat(), 18);
    let mut decoded = decode(&encode(&city, "listings".parse().unwrap(), tile, None));
    let mut features = decoded.remove("listings").unwrap().into_iter();
    let tags = features.find(|f| f.id == row.id().bits()).unwrap().tags;
    let near: Vec<&str> = row.other_districts().iter().map(UseDistrict::slug).collect();
    assert_eq!(tags["near"], Value::String(format!("|{}|", near.join("|"))));
    assert_eq!(tags["district"], Value::String(row.district().unwrap().slug().to_owned()));
    assert!(matches!(tags["top"], Value::Int(0) | Value::UInt(0) | Value::SInt(0)), "{tags:?}");
    assert_eq!(tags.contains_key("exact"), row.place_is_approximate());
}

#[test]
fn the_clusters_of_all_tiles_of_a_zoom_count_every_listing_once() {
    let city = ward(2, 300);
    let layers: LayerSet = "listings".parse().unwrap();
    for z in [0u32, 5, 11, 12, 13] {
        let (a, b) = (tile_over(139.57, 35.71, z), tile_over(139.69, 35.58, z));
        let mut counted = 0;
        for x in a.x()..=b.x() {
            for y in a.y()..=b.y() {
                let tile = TileAddress::new(z, x, y).unwrap();
                let mut decoded = decode(&encode(&city, layers, tile, None));
                for feature in decoded.remove("listings").unwrap_or_default() {
                    let at = points(&feature.geometry)[0];
                    // A centre in the buffer belongs to the neighbour.
                    if (0..4096).contains(&at.x()) && (0..4096).contains(&at.y()) {
                        counted += match feature.tags.get("count") {
                            Some(Value::UInt(count)) => *count,
                            Some(Value::Int(count)) => *count as u64,
                            _ => 1,
                        };
                    }
                }
            }
        }
        assert_eq!(counted, 300, "zoom {z}");
    }
}

#[test]
fn tiles_do_not_depend_on_the_order_in_which_things_arrived() {
    let there = contents(3, [139.58, 35.59], 0.01, 10, 200);
    let mut back = there.clone();
    back.listings.reverse();
    back.zones.reverse();
    back.stations.reverse();
    back.basemap.reverse();
    let (there, back) = (City::load(there), City::load(back));
    for z in 9..17 {
        let tile = tile_over(139.63, 35.64, z);
        let tiles = [&there, &back].map(|city| encode(city, LayerSet::all(), tile, None));
        assert_eq!(tiles[0], tiles[1]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_tile_of_any_city_is_valid(
        seed in any::<u64>(), side in 1usize..9, step in 0.0001f64..0.3,
        lon in 125.0f64..150.0, lat in 24.0f64..43.0,
        z in 0u32..=22, dx in -0.2f64..1.2, dy in -0.2f64..1.2,
    ) {
        let city = City::load(contents(seed, [lon, lat], step, side, 60));
        let width = step * side as f64;
        let tile = tile_over(lon + dx * width, (lat + dy * width).min(85.0), z);
        assert_valid(&encode(&city, LayerSet::all(), tile, None), tile.z());
        let low = tile_over(lon + dx * width, lat, z.min(12));
        assert_valid(&encode(&city, LayerSet::all(), low, None), low.z());
    }

    #[test]
    fn a_tile_anywhere_on_earth_is_encoded(z in 0u32..=22, x in any::<u32>(), y in any::<u32>()) {
        static CITY: LazyLock<City> = LazyLock::new(|| ward(4, 20));
        let side = 1u32 << z;
        let tile = TileAddress::new(z, x % side, y % side).unwrap();
        assert_valid(&encode(&CITY, LayerSet::all(), tile, None), tile.z());
    }
}
