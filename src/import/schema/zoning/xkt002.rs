//! 不動産情報ライブラリ XKT002 用途地域: ratios as texts, `"300%"`.
//!
//! The name decides. The numbers in `youto_id` have been published under two schemes that part at 8,
//! so a number without a name is taken only below that.

use super::super::super::placing::Placed;
use super::super::super::row::{Refused, Row};
use super::super::FieldNames;
use super::super::listing::DateText;
use super::{RawZone, ZoningSchema, by_code, by_name, own};
use crate::domain::{DistrictScheme, PublishedDistrict};

/// The schema.
pub(super) struct Xkt002;

const SAME_IN_BOTH_SCHEMES: std::ops::RangeInclusive<i64> = 1..=7;

impl ZoningSchema for Xkt002 {
    fn name(&self) -> &'static str {
        "Reinfolib XKT002"
    }

    fn source(&self) -> Option<&'static str> {
        Some("不動産情報ライブラリ（国土交通省）")
    }

    fn licence(&self) -> Option<&'static str> {
        Some("不動産情報ライブラリ利用規約")
    }

    fn city_code(&self) -> &'static [&'static str] {
        &["city_code"]
    }

    fn fits(&self, names: &FieldNames, _placed: &[Placed]) -> bool {
        names.has("youto_id") || names.has("use_area_ja") || names.has("u_floor_area_ratio_ja")
    }

    fn read(&self, row: &mut Row<'_>) -> Result<RawZone, Refused> {
        Ok(RawZone {
            published: district(row)?,
            coverage: own(row.first(&["u_building_coverage_ratio_ja"])),
            floor_area: own(row.first(&["u_floor_area_ratio_ja"])),
            fire: None,
            district_plan: None,
            city_name: row.text(&["city_name"]),
            as_of: row.text(&["decision_date"]).and_then(|d| d.parse::<DateText>().ok()).map(|d| d.0),
        })
    }
}

fn district(row: &Row<'_>) -> Result<PublishedDistrict, Refused> {
    if row.text(&["use_area_ja"]).is_some() {
        return by_name(row, &["use_area_ja"]);
    }
    let published = by_code(row, DistrictScheme::A29, "youto_id")?;
    published.filter(|p| p.code().is_some_and(|c| SAME_IN_BOTH_SCHEMES.contains(&c))).ok_or_else(|| {
        let id = row.text(&["youto_id"]).unwrap_or_default();
        Refused::new("youto_id", id, "without a name, a number above 7 may mean two districts")
    })
}
