//! 国土数値情報 A29 用途地域, 2011 and 2019.

use time::{Date, Month};

use super::super::super::placing::Placed;
use super::super::super::row::{Refused, Row};
use super::super::FieldNames;
use super::{RawZone, ZoningSchema, by_code, by_name, own};
use crate::domain::{DistrictScheme, UseDistrict};

/// The schema.
pub(super) struct A29;

impl ZoningSchema for A29 {
    fn name(&self) -> &'static str {
        "KSJ A29"
    }

    fn source(&self) -> Option<&'static str> {
        Some("国土数値情報 用途地域データ（国土交通省）")
    }

    fn licence(&self) -> Option<&'static str> {
        Some("国土数値情報ダウンロードサイト利用規約")
    }

    fn city_code(&self) -> &'static [&'static str] {
        &["A29_001"]
    }

    fn fits(&self, names: &FieldNames, _placed: &[Placed]) -> bool {
        names.has("A29_004") || names.has("A29_005")
    }

    fn read(&self, row: &mut Row<'_>) -> Result<RawZone, Refused> {
        let published = match by_code(row, DistrictScheme::A29, "A29_004")? {
            Some(published) => published,
            None => by_name(row, &["A29_005"])?,
        };
        agrees_with_its_name(row, published.district())?;
        Ok(RawZone {
            published,
            coverage: own(row.first(&["A29_006"])),
            floor_area: own(row.first(&["A29_007"])),
            fire: None,
            district_plan: None,
            city_name: row.text(&["A29_003"]),
            as_of: row.text(&["A29_009"]).and_then(|year| first_day_of(&year)),
        })
    }
}

/// A code that says another district than its name is of another scheme, or wrong: nobody can tell.
fn agrees_with_its_name(row: &Row<'_>, by_code: UseDistrict) -> Result<(), Refused> {
    let Some(name) = row.text(&["A29_005"]) else { return Ok(()) };
    match name.parse::<UseDistrict>() {
        Ok(by_name) if by_name != by_code => {
            let reason = format!("its code means {}, its name another district", by_code.name_ja());
            Err(Refused::new("A29_005", name, reason))
        }
        _ => Ok(()),
    }
}

/// The first day of a year of survey: the plan of 2019 is as of 2019-01-01 or later.
fn first_day_of(year: &str) -> Option<Date> {
    let digits: String = year.chars().filter(char::is_ascii_digit).take(4).collect();
    let year = digits.parse().ok().filter(|y| (1950..2200).contains(y))?;
    Date::from_calendar_date(year, Month::January, 1).ok()
}
