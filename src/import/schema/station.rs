//! Stations: our own columns, and those of the station database (GeoJSON and CSV).
//!
//! Closed stations are skipped. A name made unique by its prefecture, 山下(東京), loses the addition;
//! rows of one station and several lines become one station of several lines.

use super::super::error::ImportError;
use super::super::feature::Value;
use super::super::intake::Intake;
use super::super::kind::ImportKind;
use super::super::placing::Placed;
use super::super::row::{Refused, Row};
use super::{FieldNames, unknown_schema};
use crate::domain::{Station, StationId, StationLine};

const KEY: &[&str] = &["key", "code", "station_g_cd", "station_cd", "id"];
const NAME: &[&str] = &["original_name", "name", "名称", "駅名", "station_name"];
const KANA: &[&str] = &["kana", "name_kana", "名称_カナ", "よみ"];
const LINES: &[&str] = &["lines", "line", "路線名", "line_name"];

/// Reads the stations of a file; also the name of its schema.
pub(in super::super) fn read_stations(
    file: &str,
    placed: &[Placed],
    intake: &mut Intake,
) -> Result<(Vec<Station>, &'static str), ImportError> {
    let names = FieldNames::of(placed);
    if !names.has_any(NAME) || names.has_any(&["amenity", "shop"]) {
        return Err(unknown_schema(ImportKind::Stations, file, &names));
    }
    let schema = if names.has("name_kana") { "station database" } else { "Machikado" };
    let mut stations = Vec::new();
    for p in placed {
        if is_closed(p.fields.get("closed")) {
            intake.skip(&p.file, "closed station", "no train stops there");
            continue;
        }
        let id = intake.id();
        stations.extend(intake.take(p, |row| station(id, row)));
    }
    Ok((stations, schema))
}

fn is_closed(closed: &Value) -> bool {
    match closed {
        Value::Bool(closed) => *closed,
        Value::Number(n) => *n != 0.0,
        Value::Text(text) => text == "1" || text.eq_ignore_ascii_case("true"),
        Value::Null => false,
    }
}

fn station(id: StationId, row: &mut Row<'_>) -> Result<Station, Refused> {
    let lines = row.text(LINES).unwrap_or_default();
    Ok(Station {
        id,
        name: plain_name(&row.need_text(NAME)?),
        kana: row.text(KANA),
        lines: lines
            .split(';')
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(|line| StationLine { name: line.to_owned() })
            .collect(),
        place: row.point()?,
        source_key: row.key(KEY),
    })
}

/// The name on the signs: without 駅, and without the prefecture that made it unique.
fn plain_name(name: &str) -> String {
    let bare = match name.find(['(', '（']) {
        Some(at) if at > 0 && name.ends_with([')', '）']) => &name[..at],
        _ => name,
    };
    match bare.strip_suffix('駅') {
        Some(stem) if !stem.is_empty() => stem.to_owned(),
        _ => bare.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_prefecture_that_made_a_name_unique_is_no_part_of_it() {
        assert_eq!(plain_name("山下(東京)"), "山下");
        assert_eq!(plain_name("山下（東京）"), "山下");
        assert_eq!(plain_name("経堂駅"), "経堂");
        assert_eq!(plain_name("経堂"), "経堂");
    }
}
