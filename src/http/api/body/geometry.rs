//! How lines and areas look in JSON: as GeoJSON, coordinates to seven decimals (about a centimetre).

use geo_types::{Coord, LineString, MultiLineString, MultiPolygon};
use serde::Serialize;
use utoipa::ToSchema;

/// A GeoJSON geometry.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(tag = "type")]
pub enum Geometry {
    /// Lines.
    MultiLineString {
        /// Lines of longitude, latitude.
        coordinates: Vec<Vec<[f64; 2]>>,
    },
    /// Areas.
    MultiPolygon {
        /// Polygons of rings of longitude, latitude; the first ring is the outer one.
        coordinates: Vec<Vec<Vec<[f64; 2]>>>,
    },
}

impl From<&MultiLineString<f64>> for Geometry {
    fn from(lines: &MultiLineString<f64>) -> Self {
        Self::MultiLineString { coordinates: lines.iter().map(line).collect() }
    }
}

impl From<&MultiPolygon<f64>> for Geometry {
    fn from(areas: &MultiPolygon<f64>) -> Self {
        let rings = |p: &geo_types::Polygon<f64>| {
            std::iter::once(p.exterior()).chain(p.interiors()).map(line).collect()
        };
        Self::MultiPolygon { coordinates: areas.iter().map(rings).collect() }
    }
}

fn line(line: &LineString<f64>) -> Vec<[f64; 2]> {
    line.coords().map(position).collect()
}

/// Longitude, latitude to seven decimals.
pub fn position(c: &Coord<f64>) -> [f64; 2] {
    let rounded = |degrees: f64| (degrees * 1e7).round() / 1e7;
    [rounded(c.x), rounded(c.y)]
}
