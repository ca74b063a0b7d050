//! Municipal boundaries: our own columns, N03, and the ward files people derive from it.
//!
//! Parts of one municipality (islands, one row each in N03) become one boundary.

use geo_types::MultiPolygon;

use super::super::error::ImportError;
use super::super::intake::Intake;
use super::super::kind::ImportKind;
use super::super::placing::Placed;
use super::super::row::{Refused, Row};
use super::municipality::{ELSEWHERE, asked_for, five_digits, is_elsewhere};
use super::wards;
use super::{FieldNames, unknown_schema};
use crate::domain::Boundary;
use crate::geo::Boolean;

const CODE: &[&str] = &["city_code", "N03_007", "code", "全国地方公共団体コード", "市区町村コード"];
const NAME: &[&str] = &["name", "ward_ja", "市区町村名", "名称"];

/// Reads the boundaries of a file; also the name of its schema. `area` may ask for one of them.
pub(in super::super) fn read_boundaries(
    file: &str,
    placed: &[Placed],
    area: Option<&str>,
    intake: &mut Intake,
) -> Result<(Vec<Boundary>, &'static str), ImportError> {
    let names = FieldNames::of(placed);
    let is_n03 = names.has("N03_007");
    if !is_n03 && !names.has_any(NAME) {
        return Err(unknown_schema(ImportKind::Boundary, file, &names));
    }
    let asked = asked_for(area, placed, CODE);
    let mut boundaries: Vec<Boundary> = Vec::new();
    for p in placed {
        if is_elsewhere(asked.as_ref(), p, CODE) {
            intake.skip(&p.file, ELSEWHERE.0, ELSEWHERE.1);
            continue;
        }
        let Some((code, name, land)) = intake.take(p, read_row) else { continue };
        match boundaries.iter_mut().find(|b| b.code == code && b.name == name) {
            Some(held) => held.geometry = joined(&held.geometry, &land),
            None => boundaries.push(Boundary { id: intake.id(), code, name, geometry: land }),
        }
    }
    if boundaries.len() < intake.report.accepted {
        let (rows, count) = (intake.report.accepted, boundaries.len());
        intake.note(format!("{rows} rows of land make {count} municipalities"));
    }
    Ok((boundaries, if is_n03 { "KSJ N03" } else { "Machikado" }))
}

fn joined(held: &MultiPolygon<f64>, land: &MultiPolygon<f64>) -> MultiPolygon<f64> {
    held.union(land)
}

fn read_row(row: &mut Row<'_>) -> Result<(String, String, MultiPolygon<f64>), Refused> {
    let name = name(row)?;
    let code = match row.text(CODE) {
        Some(text) => five_digits(&text)
            .ok_or_else(|| Refused::new(row.first(CODE).0, &text, "it is not the code of a municipality"))?,
        None => wards::code_of(&name)
            .ok_or_else(|| Refused::new("code", &name, "the municipality has no code"))?
            .to_owned(),
    };
    Ok((code, name, row.polygons()?))
}

/// N03 splits a name over district, city and ward; others write it whole, some with the prefecture.
fn name(row: &Row<'_>) -> Result<String, Refused> {
    let parts: String =
        ["N03_003", "N03_004", "N03_005"].iter().filter_map(|field| row.text(&[field])).collect();
    let whole = if parts.is_empty() { row.need_text(NAME)? } else { parts };
    Ok(wards::without_prefecture(&whole).to_owned())
}
