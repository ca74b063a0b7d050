//! From a file's own coordinates to longitude and latitude, and the check that they are in Japan.
//!
//! Axis order is decided once for the whole file: if no row lies in Japan but every row would with
//! its axes swapped, the file is an error that says so; a single such row is refused.

use geo::{CoordsIter, MapCoords};
use geo_types::{Coord, Geometry};
use std::sync::Arc;

use super::error::ImportError;
use super::feature::{Feature, Fields, Shape};
use super::format::HowRead;
use super::located;
use super::options::ImportOptions;
use super::row::Refused;
use crate::domain::LonLat;
use crate::geo::Transform;

/// A feature whose shape is in longitude and latitude, or known to be unusable.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed {
    /// The file it came from.
    pub file: Arc<str>,
    /// Its number in the file.
    pub row: usize,
    /// The feature type or table, where a file holds several.
    pub class: Option<Arc<str>>,
    /// Its attributes.
    pub fields: Fields,
    /// Its shape in Japan, or why there is none.
    pub shape: Result<Geometry<f64>, Refused>,
    /// Rings that were not closed.
    pub unclosed_rings: usize,
}

/// Places every feature of a file. Also gives the name of the coordinate system used.
pub(super) fn place(
    file: &str,
    features: Vec<Feature>,
    how: &HowRead,
    options: &ImportOptions,
) -> Result<(Vec<Placed>, String), ImportError> {
    let definition = options.crs.as_ref().or(how.crs.as_ref());
    let transform = match definition {
        Some(text) => Transform::from_definition(text)
            .map_err(|source| ImportError::Crs { file: file.to_owned(), source })?,
        None => Transform::identity(),
    };
    let shapes: Vec<Shape> = features.iter().map(|f| axes(located::shape_of(f), options.swap_axes)).collect();
    check_axes(file, &shapes, &transform, definition.is_some())?;
    let name: Arc<str> = file.into();
    let placed = features
        .into_iter()
        .zip(shapes)
        .map(|(feature, shape)| {
            let column = located::place_columns(&feature);
            let (shape, unclosed_rings) = in_japan(shape, &transform, column);
            let Feature { row, class, fields, .. } = feature;
            Placed { file: Arc::clone(&name), row, class, fields, shape, unclosed_rings }
        })
        .collect();
    Ok((placed, transform.name().to_owned()))
}

fn axes(shape: Shape, swap: bool) -> Shape {
    match shape {
        Shape::Found { geometry, unclosed_rings } if swap => {
            Shape::Found { geometry: geometry.map_coords(swapped), unclosed_rings }
        }
        other => other,
    }
}

const fn swapped(c: Coord<f64>) -> Coord<f64> {
    Coord { x: c.y, y: c.x }
}

fn check_axes(file: &str, shapes: &[Shape], transform: &Transform, stated: bool) -> Result<(), ImportError> {
    let firsts: Vec<Coord<f64>> = shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Found { geometry, .. } => geometry.coords_iter().next(),
            Shape::Missing | Shape::Unreadable(_) => None,
        })
        .collect();
    if firsts.is_empty() || firsts.iter().any(|c| is_japan(transform, *c)) {
        return Ok(());
    }
    if firsts.iter().all(|c| is_japan(transform, swapped(*c))) {
        return Err(ImportError::SwappedAxes { file: file.to_owned() });
    }
    let in_metres = |c: &Coord<f64>| c.x.abs() > 360.0 || c.y.abs() > 360.0;
    if !stated && firsts.iter().filter(|c| in_metres(c)).count() * 2 > firsts.len() {
        return Err(ImportError::CrsUnknown { file: file.to_owned() });
    }
    Ok(())
}

fn is_japan(transform: &Transform, c: Coord<f64>) -> bool {
    transform.lon_lat(c).ok().and_then(|c| LonLat::try_from(c).ok()).is_some_and(LonLat::in_japan)
}

fn in_japan(
    shape: Shape,
    transform: &Transform,
    column: &'static str,
) -> (Result<Geometry<f64>, Refused>, usize) {
    match shape {
        Shape::Missing => (Err(Refused::new(column, "", "it has no place")), 0),
        Shape::Unreadable(reason) => (Err(Refused::new(column, "", reason)), 0),
        Shape::Found { geometry, unclosed_rings } => {
            let placed = geometry.try_map_coords(|c| {
                let shown = || format!("{}, {}", c.x, c.y);
                let found = transform.lon_lat(c).ok();
                let inside = |c: &Coord<f64>| LonLat::try_from(*c).is_ok_and(LonLat::in_japan);
                found.filter(inside).ok_or_else(|| Refused::new(column, shown(), why_outside(transform, c)))
            });
            (placed, unclosed_rings)
        }
    }
}

fn why_outside(transform: &Transform, c: Coord<f64>) -> &'static str {
    if is_japan(transform, swapped(c)) {
        "it is not in Japan; longitude and latitude seem to be swapped"
    } else if transform.lon_lat(c).is_err() {
        "it is no place on earth"
    } else {
        "it is not in Japan"
    }
}
