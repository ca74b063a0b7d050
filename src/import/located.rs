//! The place of a row that has no geometry: its longitude and latitude columns, or its WKT.

use geo_types::{Geometry, Point};
use wkt::TryFromWkt;

use super::feature::{Feature, Shape, Value};

const LON: &[&str] = &["lon", "lng", "long", "longitude", "経度", "x", "経度（世界測地系）"];
const LAT: &[&str] = &["lat", "latitude", "緯度", "y", "緯度（世界測地系）"];
const WKT: &[&str] = &["wkt", "the_geom", "geom", "geometry", "coordinates", "座標"];
/// Brackets within brackets: a geometry collection of polygons needs five.
const DEEPEST_WKT: usize = 8;

/// The shape of a feature, found in its columns where it has none of its own.
pub(super) fn shape_of(feature: &Feature) -> Shape {
    match &feature.shape {
        Shape::Missing => from_columns(feature).unwrap_or(Shape::Missing),
        own => own.clone(),
    }
}

/// The columns a place was read from, for the report.
pub(super) fn place_columns(feature: &Feature) -> &'static str {
    let has = |names: &[&str]| names.iter().any(|n| feature.fields.has(n));
    if has(LON) && has(LAT) { "lon, lat" } else { "geometry" }
}

fn from_columns(feature: &Feature) -> Option<Shape> {
    let ((lon_name, lon), (lat_name, lat)) = (feature.fields.first(LON), feature.fields.first(LAT));
    match (lon, lat) {
        (Value::Null, _) | (_, Value::Null) => from_wkt(feature),
        (lon, lat) => Some(match (degrees(lon), degrees(lat)) {
            (Some(0.0), Some(0.0)) => Shape::Missing,
            (Some(x), Some(y)) => {
                Shape::Found { geometry: Geometry::Point(Point::new(x, y)), unclosed_rings: 0 }
            }
            (None, _) => Shape::Unreadable(format!("{lon_name} is not a number: `{}`", lon.shown())),
            (_, None) => Shape::Unreadable(format!("{lat_name} is not a number: `{}`", lat.shown())),
        }),
    }
}

fn degrees(value: &Value) -> Option<f64> {
    match value {
        Value::Number(n) => Some(*n),
        Value::Text(text) => crate::domain::fold_text(text).parse().ok(),
        Value::Null | Value::Bool(_) => None,
    }
}

fn from_wkt(feature: &Feature) -> Option<Shape> {
    let (name, value) = feature.fields.first(WKT);
    let text = value.to_text()?;
    let mut depth = 0usize;
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST_WKT {
            return Some(Shape::Unreadable(format!("{name} nests too deep to be a shape")));
        }
    }
    Some(match Geometry::<f64>::try_from_wkt_str(&text) {
        Ok(geometry) => Shape::Found { geometry, unclosed_rings: 0 },
        Err(_) => Shape::Unreadable(format!("{name} is not WKT: `{}`", value.shown())),
    })
}
