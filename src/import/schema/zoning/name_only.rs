//! Files of a city's own making that carry the district's name in one field, `youto` or the like.

use super::super::super::placing::Placed;
use super::super::super::row::{Refused, Row};
use super::super::FieldNames;
use super::{RawZone, ZoningSchema, by_name, own};

/// The schema.
pub(super) struct NameOnly;

const NAMES: &[&str] =
    &["youto", "youto_name", "用途地域", "用途地域名", "用途", "youtochiik", "use_district", "zoning"];

impl ZoningSchema for NameOnly {
    fn name(&self) -> &'static str {
        "district names"
    }

    fn source(&self) -> Option<&'static str> {
        None
    }

    fn licence(&self) -> Option<&'static str> {
        None
    }

    fn city_code(&self) -> &'static [&'static str] {
        &["全国地方公共団体コード", "市区町村コード", "city_code"]
    }

    fn fits(&self, names: &FieldNames, _placed: &[Placed]) -> bool {
        names.has_any(NAMES)
    }

    fn read(&self, row: &mut Row<'_>) -> Result<RawZone, Refused> {
        Ok(RawZone {
            published: by_name(row, NAMES)?,
            coverage: own(row.first(&["建ぺい率", "建蔽率", "kenpei", "bcr"])),
            floor_area: own(row.first(&["容積率", "youseki", "far"])),
            fire: None,
            district_plan: None,
            city_name: row.text(&["市区町村名", "city_name"]),
            as_of: None,
        })
    }
}
