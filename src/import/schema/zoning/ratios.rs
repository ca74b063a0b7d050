//! 建蔽率 and 容積率 as they are published: percent, ratios, texts, blanks, and pairs the wrong way
//! round.
//!
//! Ratios (0.6 for 60 %) are recognised per file: every stated 建蔽率 is at most 1 and every 容積率 at
//! most 20, where percents begin at 10 and 30. A pair such as 200/60 is 建蔽率 and 容積率 swapped, and
//! is swapped back; what still is out of range is left blank. Both are reported.

use super::super::super::feature::Value;
use super::super::super::intake::Intake;
use super::super::super::placing::Placed;
use super::super::super::row::Row;
use super::{RawZone, ZoningSchema};
use crate::domain::{Percent, fold_text};

/// How a file states its ratios.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// 60 is 60 %.
    Percent,
    /// 0.6 is 60 %.
    Ratio,
}

const HIGHEST_COVERAGE_RATIO: f64 = 1.0;
const HIGHEST_FLOOR_AREA_RATIO: f64 = 20.0;
/// What A29 writes where it does not know.
const UNKNOWN: [f64; 3] = [0.0, 999.0, 9999.0];

/// The unit of a file, and a note where it is not percent.
pub(super) fn unit_of(file: &str, placed: &[Placed], schema: &dyn ZoningSchema, intake: &mut Intake) -> Unit {
    let mut stated = 0usize;
    let all_ratios = placed.iter().filter(|p| schema.skip(p).is_none()).all(|p| {
        let Ok(raw) = schema.read(&mut Row::new(p)) else { return true };
        let coverage = stated_number(&raw.coverage.1);
        let floor_area = stated_number(&raw.floor_area.1);
        stated += usize::from(coverage.is_some()) + usize::from(floor_area.is_some());
        coverage.is_none_or(|n| n <= HIGHEST_COVERAGE_RATIO)
            && floor_area.is_none_or(|n| n <= HIGHEST_FLOOR_AREA_RATIO)
    });
    if !all_ratios || stated == 0 {
        return Unit::Percent;
    }
    intake.note(format!("{file} states 建蔽率 and 容積率 as ratios; 0.6 was read as 60 %"));
    Unit::Ratio
}

/// The ratios of a row in percent. Blank where not stated or not possible.
pub(super) fn read(row: &mut Row<'_>, raw: &RawZone, unit: Unit) -> (Option<Percent>, Option<Percent>) {
    let coverage = percent(row, &raw.coverage, unit);
    let floor_area = percent(row, &raw.floor_area, unit);
    if let (Some(c), Some(f)) = (coverage, floor_area)
        && let (Err(_), Ok(coverage), Ok(floor_area)) =
            (Percent::coverage(c), Percent::coverage(f), Percent::floor_area(c))
    {
        row.mend(raw.coverage.0, format!("建蔽率 {c} and 容積率 {f} were swapped; read as {f}/{c}"));
        return (Some(coverage), Some(floor_area));
    }
    let coverage = coverage
        .and_then(|n| Percent::coverage(n).map_err(|e| row.blank(raw.coverage.0, n.to_string(), e)).ok());
    let floor_area = floor_area
        .and_then(|n| Percent::floor_area(n).map_err(|e| row.blank(raw.floor_area.0, n.to_string(), e)).ok());
    (coverage, floor_area)
}

fn percent(row: &mut Row<'_>, (field, value): &(&'static str, Value), unit: Unit) -> Option<f64> {
    let text = value.to_text()?;
    match number(value) {
        None => {
            row.blank(field, &text, "it is not a percentage");
            None
        }
        Some(n) if UNKNOWN.contains(&n) => None,
        Some(n) if unit == Unit::Ratio => Some((n * 10_000.0).round() / 100.0),
        Some(n) => Some(n),
    }
}

fn stated_number(value: &Value) -> Option<f64> {
    number(value).filter(|n| !UNKNOWN.contains(n))
}

/// A number with or without `%`: `300%`, `60.0%`, `２００`, `100/200` is none.
fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(n) => Some(*n),
        Value::Text(text) => {
            let folded = fold_text(text);
            folded.trim_end_matches('%').parse().ok().filter(|n: &f64| n.is_finite())
        }
        Value::Null | Value::Bool(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_hundred_percent_is_read_with_its_sign_and_in_any_width() {
        for text in ["300%", "300.0%", "３００％", "300"] {
            assert_eq!(number(&Value::text(text)), Some(300.0), "{text}");
        }
        assert_eq!(number(&Value::text("100/200")), None);
    }
}
