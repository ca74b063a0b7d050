//! The basemap: our own columns, and lines of railways as the station database publishes them.

use geo_types::Geometry;

use super::super::error::ImportError;
use super::super::intake::Intake;
use super::super::kind::ImportKind;
use super::super::placing::Placed;
use super::super::row::{Refused, Row};
use super::{FieldNames, unknown_schema};
use crate::domain::{BasemapClass, BasemapFeature, BasemapId};

/// Reads the basemap features of a file; also the name of its schema.
pub(in super::super) fn read_basemap(
    file: &str,
    placed: &[Placed],
    intake: &mut Intake,
) -> Result<(Vec<BasemapFeature>, &'static str), ImportError> {
    let names = FieldNames::of(placed);
    let is_railways = names.has("line_code") && names.has("line");
    if !is_railways && !names.has("class") {
        return Err(unknown_schema(ImportKind::Basemap, file, &names));
    }
    let features = placed
        .iter()
        .filter_map(|p| {
            let id = intake.id();
            intake.take(p, |row| feature(id, row, is_railways))
        })
        .collect();
    Ok((features, if is_railways { "station database railways" } else { "Machikado" }))
}

fn feature(id: BasemapId, row: &mut Row<'_>, is_railways: bool) -> Result<BasemapFeature, Refused> {
    let class = if is_railways { BasemapClass::Railway } else { row.need(&["class"])? };
    let geometry = match row.lines()? {
        Some(lines) => Geometry::MultiLineString(lines),
        None => Geometry::MultiPolygon(row.polygons()?),
    };
    Ok(BasemapFeature { id, class, name: row.text(&["name", "line"]), geometry })
}
