//! Machikado's own columns: `district`, `bcr`, `far`, `fire`, `district_plan`.

use super::super::super::placing::Placed;
use super::super::super::row::{Refused, Row};
use super::super::FieldNames;
use super::super::listing::DateText;
use super::{RawZone, ZoningSchema, by_name, own};

/// The schema.
pub(super) struct Native;

impl ZoningSchema for Native {
    fn name(&self) -> &'static str {
        "Machikado"
    }

    fn source(&self) -> Option<&'static str> {
        None
    }

    fn licence(&self) -> Option<&'static str> {
        None
    }

    fn city_code(&self) -> &'static [&'static str] {
        &["city_code"]
    }

    fn fits(&self, names: &FieldNames, _placed: &[Placed]) -> bool {
        names.has("district")
    }

    fn read(&self, row: &mut Row<'_>) -> Result<RawZone, Refused> {
        Ok(RawZone {
            published: by_name(row, &["district"])?,
            coverage: own(row.first(&["bcr"])),
            floor_area: own(row.first(&["far"])),
            fire: row.read(&["fire"]),
            district_plan: row.text(&["district_plan"]),
            city_name: row.text(&["city_name"]),
            as_of: row.text(&["as_of"]).and_then(|d| d.parse::<DateText>().ok()).map(|d| d.0),
        })
    }
}
