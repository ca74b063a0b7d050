//! PLATEAU `urf:UseDistrict`: codes of the i-UR code list, ratios as numbers like 0.6 and 2.
//!
//! A file holds every feature of the city plan in its mesh; what is no use district is left aside.

use time::Date;

use super::super::super::placing::Placed;
use super::super::super::row::{Refused, Row};
use super::super::FieldNames;
use super::super::listing::DateText;
use super::{RawZone, ZoningSchema, by_code, own};
use crate::domain::DistrictScheme;

/// The schema.
pub(super) struct Urf;

const USE_DISTRICT: &str = "urf:UseDistrict";
/// What stands for an unknown date.
const UNKNOWN_YEAR: i32 = 1;

impl ZoningSchema for Urf {
    fn name(&self) -> &'static str {
        "PLATEAU urf"
    }

    fn source(&self) -> Option<&'static str> {
        Some("3D都市モデル PLATEAU（国土交通省）")
    }

    fn licence(&self) -> Option<&'static str> {
        Some("CC BY 4.0（PLATEAUサイトポリシー）")
    }

    fn city_code(&self) -> &'static [&'static str] {
        &["city"]
    }

    fn fits(&self, _names: &FieldNames, placed: &[Placed]) -> bool {
        placed.iter().any(|p| p.class.as_deref().is_some_and(|c| c.starts_with("urf:")))
    }

    fn skip(&self, placed: &Placed) -> Option<(String, &'static str)> {
        let class = placed.class.as_deref().unwrap_or("a feature without a type");
        (class != USE_DISTRICT).then(|| (class.to_owned(), "only urf:UseDistrict is a use district"))
    }

    fn read(&self, row: &mut Row<'_>) -> Result<RawZone, Refused> {
        let published = by_code(row, DistrictScheme::Urf, "function")?
            .ok_or_else(|| Refused::new("function", "", "it is empty"))?;
        Ok(RawZone {
            published,
            coverage: own(row.first(&["buildingCoverageRate"])),
            floor_area: own(row.first(&["floorAreaRate"])),
            fire: None,
            district_plan: None,
            city_name: None,
            as_of: date(row),
        })
    }
}

/// When the plan came into force, else when the record was made.
fn date(row: &Row<'_>) -> Option<Date> {
    ["validFrom", "creationDate"]
        .iter()
        .filter_map(|field| row.text(&[field])?.parse::<DateText>().ok())
        .map(|d| d.0)
        .find(|date| date.year() != UNKNOWN_YEAR)
}
