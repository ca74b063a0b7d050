//! Shapefiles: `.shp` with its `.dbf`, and its `.prj` and `.cpg` where they lie beside it.
//!
//! Lengths announced in the file are checked against the bytes that are there before any shape is
//! read. Heights and measures are dropped. Holes go to the shell they lie in, whatever their order.

use encoding_rs::Encoding;
use geo::CoordinatePosition;
use geo::coordinate_position::CoordPos;
use geo_types::{Coord, Geometry, LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon};
use shapefile::record::{Multipatch, PolygonRing};
use std::io::Cursor;

use super::dbf::{Dbf, DbfError};
use super::encoding;
use super::error::{Cause, ImportError};
use super::feature::{Feature, Shape};
use super::format::{Format, HowRead, Sink};
use super::limits;
use super::options::ImportOptions;
use super::source::SourceFile;

/// The format.
pub(super) struct Shapefile;

const NAME: &str = "Shapefile";
const MAGIC: [u8; 4] = [0, 0, 0x27, 0x0a];
const SMALL_TEXT_BYTES: u64 = 64 << 10;

impl Format for Shapefile {
    fn name(&self) -> &'static str {
        NAME
    }

    fn fits(&self, ending: &str, head: &[u8]) -> bool {
        ending == "shp" || head.starts_with(&MAGIC)
    }

    fn read(
        &self,
        file: &SourceFile,
        options: &ImportOptions,
        sink: &mut Sink<'_>,
    ) -> Result<HowRead, ImportError> {
        let shp = file.bytes.read_up_to(limits::ARCHIVE_BYTES)?;
        check_lengths(&shp).map_err(|e| e.for_file(file))?;
        let dbf = file
            .sibling("dbf")
            .ok_or_else(|| ImportError::MissingPart { file: file.name.clone(), part: ".dbf" })?;
        let encoding = stated_encoding(file, options)?;
        let dbf =
            Dbf::new(dbf.read_up_to(limits::ARCHIVE_BYTES)?, encoding).map_err(|e| dbf_error(file, e))?;

        let mut reader =
            ::shapefile::ShapeReader::new(Cursor::new(shp)).map_err(|e| malformed(file, 0, Box::new(e)))?;
        let mut rows = 0;
        for shape in reader.iter_shapes() {
            rows += 1;
            let shape = shape.map_err(|e| malformed(file, rows, Box::new(e)))?;
            if rows > dbf.len() {
                return Err(dbf_error(file, DbfError::Truncated { record: rows }));
            }
            if let Some(fields) = dbf.record(rows - 1) {
                sink.push(Feature { row: rows, class: None, fields, shape: drawn(shape) })?;
            }
        }
        if rows < dbf.len() {
            return Err(ImportError::Truncated { file: file.name.clone(), row: rows + 1 });
        }
        let crs = small_text(file, "prj")?;
        let notes = if crs.is_none() && options.crs.is_none() {
            vec![format!("{} has no .prj; its coordinates were taken as longitude and latitude", file.name)]
        } else {
            Vec::new()
        };
        Ok(HowRead { encoding: Some(encoding::name_of(dbf.encoding())), crs, notes })
    }
}

fn stated_encoding(
    file: &SourceFile,
    options: &ImportOptions,
) -> Result<Option<&'static Encoding>, ImportError> {
    if let Some(label) = &options.encoding {
        return encoding::named(label).map(Some);
    }
    // A .cpg that names nothing known is as good as none.
    Ok(small_text(file, "cpg")?.and_then(|label| encoding::named(&label).ok()))
}

fn small_text(file: &SourceFile, ending: &str) -> Result<Option<String>, ImportError> {
    let Some(bytes) = file.sibling(ending) else { return Ok(None) };
    let text = String::from_utf8_lossy(&bytes.read_up_to(SMALL_TEXT_BYTES)?).trim().to_owned();
    Ok(Some(text).filter(|t| !t.is_empty()))
}

fn malformed(file: &SourceFile, row: usize, source: Cause) -> ImportError {
    ImportError::Malformed { file: file.name.clone(), row, format: NAME, source }
}

fn dbf_error(file: &SourceFile, error: DbfError) -> ImportError {
    match error {
        DbfError::Truncated { record } => ImportError::Truncated { file: file.name.clone(), row: record },
        DbfError::NoHeader => malformed(file, 0, Box::new(error)),
    }
}

/// Why the lengths in a `.shp` do not fit its bytes.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
enum LengthError {
    #[error("the file ends within record {0}")]
    Truncated(usize),
    #[error("record {0} announces more points than it holds")]
    Overstated(usize),
}

impl LengthError {
    fn for_file(self, file: &SourceFile) -> ImportError {
        match self {
            Self::Truncated(row) => ImportError::Truncated { file: file.name.clone(), row },
            Self::Overstated(row) => malformed(file, row, Box::new(self)),
        }
    }
}

/// Walks the records: each must end within the file, and its points within the record.
fn check_lengths(shp: &[u8]) -> Result<(), LengthError> {
    const HEADER: usize = 100;
    let big = |at: usize| Some(i32::from_be_bytes(shp.get(at..at + 4)?.try_into().ok()?));
    let little = |at: usize| Some(i32::from_le_bytes(shp.get(at..at + 4)?.try_into().ok()?));
    let announced = big(24).and_then(|words| usize::try_from(words).ok()).map_or(0, |words| words * 2);
    if shp.len() < HEADER || announced < HEADER || shp.len() < announced {
        let row = records_before_the_end(shp);
        return Err(LengthError::Truncated(row));
    }
    let (mut at, mut row) = (HEADER, 0);
    while at < announced {
        row += 1;
        let content = big(at + 4).and_then(|words| usize::try_from(words).ok()).map(|words| words * 2);
        let content = content.filter(|c| *c >= 4).ok_or(LengthError::Truncated(row))?;
        let start = at + 8;
        if start + content > announced {
            return Err(LengthError::Truncated(row));
        }
        let count = |offset: usize| little(start + offset).and_then(|n| usize::try_from(n).ok());
        let needed = match little(start) {
            Some(0) => Some(4),
            Some(1 | 11 | 21) => Some(20),
            Some(8 | 18 | 28) => count(36).map(|points| 40 + points * 16),
            Some(3 | 5 | 13 | 15 | 23 | 25 | 31) => {
                count(36).zip(count(40)).map(|(parts, points)| 44 + parts * 4 + points * 16)
            }
            _ => None,
        };
        if needed.is_none_or(|needed| needed > content) {
            return Err(LengthError::Overstated(row));
        }
        at = start + content;
    }
    Ok(())
}

/// The record a file that is too short ends in.
fn records_before_the_end(shp: &[u8]) -> usize {
    let (mut at, mut row) = (100, 1);
    while let Some(words) = shp.get(at + 4..at + 8) {
        let words = i32::from_be_bytes([words[0], words[1], words[2], words[3]]);
        let Ok(words) = usize::try_from(words) else { return row };
        at += 8 + words * 2;
        if at > shp.len() {
            return row;
        }
        row += 1;
    }
    row
}

fn drawn(shape: ::shapefile::Shape) -> Shape {
    use ::shapefile::Shape as S;
    let found = |geometry: Geometry<f64>| Shape::Found { geometry, unclosed_rings: 0 };
    match shape {
        S::NullShape => Shape::Missing,
        S::Point(p) => found(Geometry::Point(Point::new(p.x, p.y))),
        S::PointM(p) => found(Geometry::Point(Point::new(p.x, p.y))),
        S::PointZ(p) => found(Geometry::Point(Point::new(p.x, p.y))),
        S::Multipoint(m) => found(points(m.points().iter().map(|p| (p.x, p.y)))),
        S::MultipointM(m) => found(points(m.points().iter().map(|p| (p.x, p.y)))),
        S::MultipointZ(m) => found(points(m.points().iter().map(|p| (p.x, p.y)))),
        S::Polyline(l) => {
            found(lines(l.parts().iter().map(|part| part.iter().map(|p| (p.x, p.y)).collect())))
        }
        S::PolylineM(l) => {
            found(lines(l.parts().iter().map(|part| part.iter().map(|p| (p.x, p.y)).collect())))
        }
        S::PolylineZ(l) => {
            found(lines(l.parts().iter().map(|part| part.iter().map(|p| (p.x, p.y)).collect())))
        }
        S::Polygon(p) => found(polygons(p.rings().iter().map(|r| ring(r, |p| Coord { x: p.x, y: p.y })))),
        S::PolygonM(p) => found(polygons(p.rings().iter().map(|r| ring(r, |p| Coord { x: p.x, y: p.y })))),
        S::PolygonZ(p) => found(polygons(p.rings().iter().map(|r| ring(r, |p| Coord { x: p.x, y: p.y })))),
        S::Multipatch(patch) => unsupported(&patch),
    }
}

fn unsupported(_: &Multipatch) -> Shape {
    Shape::Unreadable("it is a multipatch, a surface in space".to_owned())
}

fn points(points: impl Iterator<Item = (f64, f64)>) -> Geometry<f64> {
    Geometry::MultiPoint(MultiPoint(points.map(Point::from).collect()))
}

fn lines(parts: impl Iterator<Item = LineString<f64>>) -> Geometry<f64> {
    Geometry::MultiLineString(MultiLineString(parts.collect()))
}

/// A ring and whether it is a shell.
fn ring<P>(ring: &PolygonRing<P>, coord: impl Fn(&P) -> Coord<f64>) -> (bool, LineString<f64>) {
    match ring {
        PolygonRing::Outer(points) => (true, points.iter().map(coord).collect()),
        PolygonRing::Inner(points) => (false, points.iter().map(coord).collect()),
    }
}

/// Shells with their holes, wound as elsewhere: shells counter-clockwise. A hole in no shell is land.
fn polygons(rings: impl Iterator<Item = (bool, LineString<f64>)>) -> Geometry<f64> {
    let rings = rings.map(|(is_shell, mut ring)| {
        ring.0.reverse();
        (is_shell, ring)
    });
    let (shells, holes): (Vec<_>, Vec<_>) = rings.partition(|(is_shell, _)| *is_shell);
    let mut polygons: Vec<Polygon<f64>> =
        shells.into_iter().map(|(_, shell)| Polygon::new(shell, Vec::new())).collect();
    for (_, hole) in holes {
        let inside = |p: &Polygon<f64>| {
            let shell = Polygon::new(p.exterior().clone(), Vec::new());
            hole.0.iter().map(|c| shell.coordinate_position(c)).find(|p| *p != CoordPos::OnBoundary)
                != Some(CoordPos::Outside)
        };
        match polygons.iter_mut().find(|p| inside(p)) {
            Some(polygon) => polygon.interiors_push(hole),
            None => polygons.push(Polygon::new(hole, Vec::new())),
        }
    }
    Geometry::MultiPolygon(MultiPolygon(polygons))
}
