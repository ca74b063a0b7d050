//! District plans, special use districts and the like: our own columns, and those of municipal planning
//! maps and of 国土数値情報 A55.
//!
//! Wards write kinds more finely than we keep them: 準防火地域 is a fire zone, 文教地区 a special use district.

use super::super::error::ImportError;
use super::super::intake::Intake;
use super::super::kind::ImportKind;
use super::super::placing::Placed;
use super::super::row::{Refused, Row};
use super::municipality::{ELSEWHERE, asked_for, is_elsewhere};
use super::{FieldNames, unknown_schema};
use crate::domain::{AreaKind, SpecialArea, SpecialAreaId, fold_text};

const NAME: &[&str] = &["name", "名称", "地区名", "地区計画名", "計画名", "DistName", "PlanName", "AreaName"];
const KIND: &[&str] = &["kind", "種別", "区分", "種類", "DistType", "AreaType", "PlanType", "TokeiType"];
const NOTE: &[&str] = &["note", "備考", "摘要"];
const URL: &[&str] = &["url", "URL", "リンク"];
const CODE: &[&str] = &["city_code", "Citycode", "全国地方公共団体コード", "市区町村コード"];
const LONGEST_NAME: usize = 200;

/// Reads the areas of a file; also the name of its schema. `area` may ask for one municipality.
pub(in super::super) fn read_areas(
    file: &str,
    placed: &[Placed],
    source: &str,
    area: Option<&str>,
    intake: &mut Intake,
) -> Result<(Vec<SpecialArea>, &'static str), ImportError> {
    let names = FieldNames::of(placed);
    if !names.has_any(KIND) || names.has("YoutoName") {
        return Err(unknown_schema(ImportKind::Areas, file, &names));
    }
    let asked = asked_for(area, placed, CODE);
    let mut areas = Vec::new();
    for p in placed {
        if is_elsewhere(asked.as_ref(), p, CODE) {
            intake.skip(&p.file, ELSEWHERE.0, ELSEWHERE.1);
            continue;
        }
        let id = intake.id();
        areas.extend(intake.take(p, |row| read_area(id, source, row)));
    }
    let schema = match names.has("kind") {
        true => "Machikado",
        false if names.has("Citycode") => "KSJ A55",
        false => "municipal planning map",
    };
    Ok((areas, schema))
}

fn read_area(id: SpecialAreaId, source: &str, row: &mut Row<'_>) -> Result<SpecialArea, Refused> {
    let written = row.need_text(KIND)?;
    let kind = kind_of(&written);
    if kind == AreaKind::Other
        && fold_text(&written) != fold_text(AreaKind::Other.name_ja())
        && written != "other"
    {
        row.blank(row.first(KIND).0, &written, "it is none of the kinds known here; taken as other");
    }
    // A fire zone has no name of its own: it is called what it is.
    let name = row.text(NAME).unwrap_or_else(|| written.clone()).trim().to_owned();
    if name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(Refused::new(row.first(NAME).0, &name, "it is no name: too long, or of several lines"));
    }
    let url = page(row);
    Ok(SpecialArea {
        id,
        source: source.to_owned(),
        kind,
        name,
        note: row.text(NOTE),
        url,
        geometry: row.polygons()?,
    })
}

/// A page that a browser may open: people will click it.
fn page(row: &mut Row<'_>) -> Option<String> {
    let url = row.text(URL)?;
    let opens = ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme));
    if !opens || url.chars().any(|c| c.is_whitespace() || c.is_control()) {
        row.blank(row.first(URL).0, &url, "it is not the address of a web page");
        return None;
    }
    Some(url)
}

/// The kind a ward's word belongs to.
fn kind_of(written: &str) -> AreaKind {
    let folded = fold_text(written);
    let has = |words: &[&str]| words.iter().any(|word| folded.contains(&fold_text(word)));
    if let Ok(kind) = written.parse() {
        return kind;
    }
    if has(&["地区計画", "地区整備計画", "集落地区", "沿道整備計画"]) {
        AreaKind::DistrictPlan
    } else if has(&[
        "特別用途",
        "文教地区",
        "特別工業地区",
        "特別業務地区",
        "娯楽・レクリエーション地区",
        "研究開発地区",
        "中高層階住居専用地区",
    ]) {
        AreaKind::SpecialUseDistrict
    } else if has(&["防火"]) {
        AreaKind::FireZone
    } else if has(&["高度地区"]) {
        AreaKind::HeightDistrict
    } else {
        AreaKind::Other
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::fixtures::{squares, text};
    use super::*;
    use crate::domain::Batch;

    fn imported(properties: &[&str]) -> super::super::super::Imported {
        text(ImportKind::Areas, "areas.geojson", &squares(properties)).unwrap()
    }

    fn areas(imported: &super::super::super::Imported) -> &[SpecialArea] {
        let Batch::Areas(areas) = &imported.batch else { panic!("not areas") };
        areas
    }

    #[test]
    fn kinds_are_read_as_wards_write_them() {
        for (written, kind) in [
            ("地区計画", AreaKind::DistrictPlan),
            ("再開発等促進区を定める地区計画", AreaKind::DistrictPlan),
            ("特別用途地区（第一種文教地区）", AreaKind::SpecialUseDistrict),
            ("第二種文教地区", AreaKind::SpecialUseDistrict),
            ("準防火地域", AreaKind::FireZone),
            ("第２種高度地区", AreaKind::HeightDistrict),
            ("special_use_district", AreaKind::SpecialUseDistrict),
            ("風致地区", AreaKind::Other),
        ] {
            assert_eq!(kind_of(written), kind, "{written}");
        }
    }

    #[test]
    fn an_area_has_a_name_a_kind_a_note_and_a_page() {
        let found = imported(&[
            r#""名称":"経堂駅周辺地区","種別":"地区計画","備考":"平成10年","url":"https://example.org/k""#,
        ]);
        let [area] = areas(&found) else { panic!("not one area") };
        assert_eq!((area.name.as_str(), area.kind), ("経堂駅周辺地区", AreaKind::DistrictPlan));
        assert_eq!(
            (area.note.as_deref(), area.url.as_deref()),
            (Some("平成10年"), Some("https://example.org/k"))
        );
        assert_eq!(area.source, "areas");
        assert!(found.report.notes.iter().any(|n| n.contains("--source")), "{:?}", found.report.notes);
    }

    #[test]
    fn a_kind_nobody_knows_is_taken_as_other_and_reported_and_a_page_no_browser_opens_is_left_out() {
        let found = imported(&[r#""name":"風","kind":"風致地区","url":"javascript:alert(1)""#]);
        assert_eq!((areas(&found)[0].kind, &areas(&found)[0].url), (AreaKind::Other, &None));
        let fields: Vec<&str> = found.report.refusals.iter().map(|r| r.field.as_str()).collect();
        assert_eq!(fields, ["kind", "url"]);
    }

    #[test]
    fn an_area_without_a_kind_is_refused_by_row_and_field() {
        let found = imported(&[r#""name":"甲","kind":"地区計画""#, r#""name":"乙","kind":"""#]);
        let refusal = &found.report.refusals[0];
        assert_eq!((refusal.row, refusal.field.as_str(), refusal.whole_row), (2, "kind", true));
        assert_eq!(found.report.accepted, 1);
    }
}
