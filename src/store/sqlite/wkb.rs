//! Geometry as WKB (ISO, little-endian, longitude then latitude), which QGIS and PostGIS read.

use geo::CoordsIter;
use geo_traits::to_geo::ToGeoGeometry;
use geo_types::{Geometry, LineString, MultiPolygon};
use thiserror::Error;
use wkb::writer::{WriteOptions, write_geometry};

use super::cells::{Cells, wrong};
use crate::domain::LonLatBox;
use crate::store::RowError;

/// A geometry that is not what its column holds.
#[derive(Debug, Error)]
#[error("holds another geometry than a polygon or multipolygon")]
struct NotAnArea;

/// A geometry that is not what its column holds.
#[derive(Debug, Error)]
#[error("holds another geometry than a line")]
struct NotALine;

/// The bytes of a geometry.
pub(super) fn bytes(geometry: &Geometry<f64>) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_geometry(&mut bytes, geometry, &WriteOptions::default()).expect("a Vec takes all bytes");
    bytes
}

/// The bytes of an area.
pub(super) fn area_bytes(area: &MultiPolygon<f64>) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_geometry(&mut bytes, area, &WriteOptions::default()).expect("a Vec takes all bytes");
    bytes
}

/// The bytes of a line.
pub(super) fn line_bytes(line: &LineString<f64>) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_geometry(&mut bytes, line, &WriteOptions::default()).expect("a Vec takes all bytes");
    bytes
}

/// The geometry in a column.
pub(super) fn geometry(cells: &Cells<'_>, column: &'static str) -> Result<Geometry<f64>, RowError> {
    read(cells.of(column)?).map_err(|e| wrong(column, e))
}

/// The area in a column.
pub(super) fn area(cells: &Cells<'_>, column: &'static str) -> Result<MultiPolygon<f64>, RowError> {
    as_area(geometry(cells, column)?).ok_or_else(|| wrong(column, NotAnArea))
}

/// The line in a column.
pub(super) fn line(cells: &Cells<'_>, column: &'static str) -> Result<LineString<f64>, RowError> {
    match geometry(cells, column)? {
        Geometry::LineString(line) => Ok(line),
        _ => Err(wrong(column, NotALine)),
    }
}

/// The area in a column that may be NULL.
pub(super) fn maybe_area(
    cells: &Cells<'_>,
    column: &'static str,
) -> Result<Option<MultiPolygon<f64>>, RowError> {
    match cells.of::<Option<&[u8]>>(column)? {
        Some(_) => area(cells, column).map(Some),
        None => Ok(None),
    }
}

/// The smallest box around a geometry; `None` for an empty one.
pub(super) fn box_of(geometry: &Geometry<f64>) -> Option<LonLatBox> {
    LonLatBox::around(geometry.coords_iter())
}

fn as_area(geometry: Geometry<f64>) -> Option<MultiPolygon<f64>> {
    match geometry {
        Geometry::MultiPolygon(area) => Some(area),
        Geometry::Polygon(polygon) => Some(MultiPolygon(vec![polygon])),
        _ => None,
    }
}

/// Why bytes are not a geometry.
#[derive(Debug, Error)]
enum NotWkb {
    #[error("is not well-known binary")]
    Broken(#[from] wkb::error::WkbError),
    #[error("is an empty point")]
    Empty,
}

fn read(bytes: &[u8]) -> Result<Geometry<f64>, NotWkb> {
    wkb::reader::read_wkb(bytes)?.try_to_geometry().ok_or(NotWkb::Empty)
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo_types::{line_string, polygon};
    use proptest::prelude::*;

    #[test]
    fn a_line_and_an_area_with_a_hole_read_back_equal() {
        let line: Geometry<f64> = line_string![(x: 139.6, y: 35.6), (x: 139.61, y: 35.65)].into();
        assert_eq!(read(&bytes(&line)).unwrap(), line);
        let with_hole = polygon!(
            exterior: [(x: 0.0, y: 0.0), (x: 9.0, y: 0.0), (x: 9.0, y: 9.0), (x: 0.0, y: 0.0)],
            interiors: [[(x: 5.0, y: 2.0), (x: 6.0, y: 2.0), (x: 6.0, y: 3.0), (x: 5.0, y: 2.0)]],
        );
        let area = MultiPolygon(vec![with_hole]);
        assert_eq!(as_area(read(&area_bytes(&area)).unwrap()).unwrap(), area);
        assert_eq!(area_bytes(&area), bytes(&area.into()));
    }

    proptest! {
        #[test]
        fn damaged_bytes_are_refused_without_a_panic(
            cut in 0usize..200, at in 0usize..200, byte: u8, noise in prop::collection::vec(any::<u8>(), 0..80)
        ) {
            let square = polygon![(x: 0.0, y: 0.0), (x: 9.0, y: 0.0), (x: 9.0, y: 9.0), (x: 0.0, y: 0.0)];
            let mut bytes = area_bytes(&MultiPolygon(vec![square.clone(), square]));
            let at = at.min(bytes.len() - 1);
            bytes[at] = byte;
            bytes.truncate(cut.min(bytes.len()));
            let _ = read(&bytes);
            let _ = read(&noise);
        }
    }
}
