//! Towns (町丁目): our own columns, the small areas of the census, and lists with points only.

use geo::InteriorPoint;
use geo_types::Geometry;

use super::super::error::ImportError;
use super::super::intake::Intake;
use super::super::kind::ImportKind;
use super::super::placing::Placed;
use super::super::row::{Refused, Row};
use super::{FieldNames, unknown_schema};
use crate::domain::{LonLat, Town, TownId, TownName, town_reading};

const KEY: &[&str] = &["key", "key_code", "KEY_CODE", "町字ID", "ID"];
const NAME: &[&str] =
    &["label", "town", "name", "S_NAME", "町丁目名", "大字・丁目名", "大字町丁目名", "名称"];
const KANA: &[&str] = &[
    "kana",
    "かな",
    "カナ",
    "よみ",
    "フリガナ",
    "町字カナ",
    "町丁目名カナ",
    "町丁目名_カナ",
    "大字町丁目名カナ",
    "大字・町名_カナ",
    "名称_カナ",
];
const MUNICIPALITY: &[&str] = &["municipality", "city", "CITY_NAME", "市区町村名"];
const FULL_NAME: &[&str] = &["fullname"];
const POPULATION: &[&str] = &["population", "JINKO", "人口"];
const HOUSEHOLDS: &[&str] = &["households", "SETAI", "世帯数"];

/// Reads the towns of a file; also the name of its schema. `area` is the municipality of files that
/// do not name it.
pub(in super::super) fn read_towns(
    file: &str,
    placed: &[Placed],
    area: Option<&str>,
    intake: &mut Intake,
) -> Result<(Vec<Town>, &'static str), ImportError> {
    let names = FieldNames::of(placed);
    if !names.has_any(NAME) || names.has_any(&["amenity", "shop", "街区符号・地番"]) {
        return Err(unknown_schema(ImportKind::Towns, file, &names));
    }
    let schema = if names.has("label") || names.has("s_name") {
        "census small areas"
    } else if names.has("town") {
        "Geolonia addresses"
    } else if names.has("name") {
        "Machikado"
    } else {
        "municipal standard"
    };
    if area.is_none() && !names.has_any(MUNICIPALITY) && !names.has_any(FULL_NAME) {
        intake.note(format!("{file} does not name the municipality of its towns; name it with --area"));
    }
    let towns = placed
        .iter()
        .filter_map(|p| {
            let id = intake.id();
            intake.take(p, |row| town(id, row, area))
        })
        .collect();
    Ok((towns, schema))
}

fn town(id: TownId, row: &mut Row<'_>, area: Option<&str>) -> Result<Town, Refused> {
    let name: TownName = row.need(NAME)?;
    let kana = reading(row, &name);
    let municipality =
        row.text(MUNICIPALITY).or_else(|| from_full_name(row)).or_else(|| area.map(str::to_owned));
    let (centre, area) = match row.geometry()? {
        Geometry::Point(_) | Geometry::MultiPoint(_) => (row.point()?, None),
        _ => {
            let polygons = row.polygons()?;
            let inside = polygons.interior_point().and_then(|p| LonLat::try_from(p.0).ok());
            let centre = label_point(row)
                .or(inside)
                .ok_or_else(|| Refused::new("geometry", "", "it encloses no area"))?;
            (centre, Some(polygons))
        }
    };
    Ok(Town {
        id,
        source_key: row.key(KEY),
        municipality: municipality.unwrap_or_default(),
        name,
        kana,
        centre,
        area,
        population: row.count(POPULATION),
        households: row.count(HOUSEHOLDS),
    })
}

fn reading(row: &mut Row<'_>, name: &TownName) -> Option<String> {
    let text = row.text(KANA)?;
    let reading = town_reading(&text, name);
    if reading.is_none() {
        row.blank(row.first(KANA).0, &text, "it is no reading of the town in kana");
    }
    reading
}

/// `東京都/世田谷区/松原５丁目` names the municipality in the middle.
fn from_full_name(row: &Row<'_>) -> Option<String> {
    let full = row.text(FULL_NAME)?;
    let parts: Vec<&str> = full.split('/').collect();
    (parts.len() >= 3).then(|| parts[1..parts.len() - 1].concat())
}

fn label_point(row: &mut Row<'_>) -> Option<LonLat> {
    let (lon, lat) = (row.number(&["lon", "lng", "経度"])?, row.number(&["lat", "緯度"])?);
    LonLat::new(lon, lat).ok().filter(|place| place.in_japan())
}
