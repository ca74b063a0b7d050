//! Shopping streets: our own columns, and the municipal standard's.

use super::super::error::ImportError;
use super::super::intake::Intake;
use super::super::kind::ImportKind;
use super::super::placing::Placed;
use super::super::row::{Refused, Row};
use super::{FieldNames, unknown_schema};
use crate::domain::{ShoppingStreet, StreetId, StreetShape};

const KEY: &[&str] = &["key", "ID", "id", "商店街ID"];
const NAME: &[&str] = &["name", "名称", "商店街名", "商店街名称"];
const KANA: &[&str] = &["kana", "かな", "カナ", "名称_カナ", "商店街名_カナ", "フリガナ", "ふりがな", "よみ"];
const ASSOCIATION: &[&str] = &["association", "団体名", "商店会名", "組合名"];
const SHOPS: &[&str] = &["shops", "店舗数", "会員数"];

/// Reads the streets of a file; also the name of its schema.
pub(in super::super) fn read_streets(
    file: &str,
    placed: &[Placed],
    intake: &mut Intake,
) -> Result<(Vec<ShoppingStreet>, &'static str), ImportError> {
    let names = FieldNames::of(placed);
    if !names.has_any(NAME) {
        return Err(unknown_schema(ImportKind::Streets, file, &names));
    }
    let schema = if names.has("name") { "Machikado" } else { "municipal standard" };
    let streets = placed
        .iter()
        .filter_map(|p| {
            let id = intake.id();
            intake.take(p, |row| street(id, row))
        })
        .collect();
    Ok((streets, schema))
}

fn street(id: StreetId, row: &mut Row<'_>) -> Result<ShoppingStreet, Refused> {
    let name = row.need_text(NAME)?;
    let shape = match row.lines()? {
        Some(lines) => StreetShape::Line(lines),
        None => StreetShape::Area(row.polygons()?),
    };
    let street = ShoppingStreet {
        id,
        source_key: row.key(KEY),
        kana: row.text(KANA),
        association: row.text(ASSOCIATION),
        shops: row.count(SHOPS),
        shape,
        synthetic: super::listing::flag(row, &["synthetic"]).unwrap_or(false),
        name,
    };
    street.checked().map_err(|e| Refused::new("name", "", e))
}
