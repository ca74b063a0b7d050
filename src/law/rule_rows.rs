//! Which rule do the rows of a table make? Several rows of one use and district are ways of which one is enough.

use super::condition::Condition;
use super::error::{CellReason, LawError};
use super::language::Words;
use super::provisions::citations;
use super::rows::{Row, Rows};
use super::rules::{Alternative, Rule, Tables, cell};
use super::verdict::Verdict;
use crate::domain::UseDistrict;

/// A cell while its rows are being gathered.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) rule: Option<Rule>,
    /// The row that gave the verdict itself.
    plain_row: Option<usize>,
}

/// Puts every row into the cells it speaks of.
pub(super) fn gather(
    rows: &Rows,
    tables: &Tables<'_>,
    counts: impl Fn(&Row<'_>) -> bool,
    alternative: impl Fn(&Row<'_>, UseDistrict) -> Result<Option<Alternative>, LawError>,
) -> Result<Vec<Draft>, LawError> {
    let mut drafts = Vec::new();
    drafts.resize_with(tables.uses.len() * UseDistrict::ALL.len(), Draft::default);
    for row in rows.iter().filter(|row| counts(row)) {
        let uses = match row.filled("use")? {
            "*" => tables.uses.iter().map(|u| u.id).collect(),
            _ => row.words("use", "use", |w| tables.uses.iter().find(|u| u.slug == w).map(|u| u.id))?,
        };
        let verdict = row.word("verdict", "verdict", Verdict::from_slug)?;
        for district in row.words("districts", "district", |w| tables.districts.find(w))? {
            let rule = rule(&row, tables, district, verdict, alternative(&row, district)?)?;
            for use_id in &uses {
                drafts[cell(*use_id, district)].add(&row, rule.clone())?;
            }
        }
    }
    Ok(drafts)
}

/// The rule one row makes in one district.
fn rule(
    row: &Row<'_>,
    tables: &Tables<'_>,
    district: UseDistrict,
    verdict: Verdict,
    alternative: Option<Alternative>,
) -> Result<Rule, LawError> {
    let leaning = match row.cell("leaning") {
        "" => None,
        word if verdict == Verdict::AskWard => {
            Some(row.word("leaning", "verdict", |_| Verdict::from_slug(word))?)
        }
        word => return Err(row.wrong("leaning", CellReason::Stray(word.into(), "only ask_ward leans"))),
    };
    let conditions_column = if row.has("conditions") { "conditions" } else { "provisions" };
    match (&alternative, verdict) {
        (None, Verdict::Conditional) => return Err(row.wrong(conditions_column, CellReason::Empty)),
        (Some(a), Verdict::Permitted | Verdict::Prohibited | Verdict::OtherLaw) => {
            let reason = CellReason::Stray(a.id.clone(), "only conditional and ask_ward have conditions");
            return Err(row.wrong(conditions_column, reason));
        }
        _ => {}
    }
    let mut cited = match &alternative {
        Some(alternative) if verdict == Verdict::Conditional => alternative.citations.clone(),
        Some(_) => Vec::new(),
        None => citations(row, tables.districts, district)?,
    };
    let bars = tables.districts.silence_bars(district);
    if alternative.is_none() && !row.has("conditions") {
        let silent = match verdict {
            Verdict::Permitted => cited.is_empty() && !bars,
            // A clause that a use just misses explains why it is barred; the item's silence is what bars it.
            Verdict::Prohibited => bars,
            _ => false,
        };
        if silent {
            cited.push(tables.districts.cite_silence(district));
        }
        if cited.is_empty() {
            return Err(row.wrong("citation", CellReason::Empty));
        }
    }
    let reason = match (row.cell("reason_ja"), row.cell("reason_en")) {
        ("", "") => None,
        ("", en) => {
            return Err(row.wrong("reason_ja", CellReason::Stray(en.into(), "English without Japanese")));
        }
        (_, "") => return Err(row.wrong("reason_en", CellReason::Empty)),
        (ja, en) => Some(Words { ja: ja.to_owned(), en: en.to_owned(), easy: String::new() }),
    };
    let alternatives = alternative.into_iter().collect();
    Ok(Rule { verdict, citations: cited, leaning, reason, alternatives, from_overlay: false })
}

impl Draft {
    fn add(&mut self, row: &Row<'_>, rule: Rule) -> Result<(), LawError> {
        let plain = rule.alternatives.is_empty();
        let Some(mine) = &mut self.rule else {
            if !plain && rule.verdict == Verdict::AskWard {
                let reason = CellReason::Stray(
                    rule.alternatives[0].id.clone(),
                    "the row without provisions comes first",
                );
                return Err(row.wrong("verdict", reason));
            }
            self.plain_row = plain.then_some(row.number);
            self.rule = Some(rule);
            return Ok(());
        };
        let twice = plain || mine.verdict != rule.verdict || (mine.reason.is_some() && rule.reason.is_some());
        if twice {
            let what = format!("{} {}", row.cell("use"), row.cell("districts"));
            return Err(row.wrong("use", CellReason::Duplicate(what, self.plain_row.unwrap_or(row.number))));
        }
        mine.citations = distinct(mine.citations.iter().chain(&rule.citations).cloned());
        mine.reason = mine.reason.take().or(rule.reason);
        mine.alternatives.extend(rule.alternatives);
        Ok(())
    }
}

/// The alternative a row of the national table names: provisions with `+` between.
pub(super) fn alternative(
    row: &Row<'_>,
    tables: &Tables<'_>,
    district: UseDistrict,
) -> Result<Option<Alternative>, LawError> {
    let id = row.cell("provisions");
    if id.is_empty() {
        return Ok(None);
    }
    let mut conditions = Vec::new();
    for name in id.split('+') {
        let lines = tables.provisions.of(name.trim(), district).map_err(|e| row.wrong("provisions", e))?;
        conditions.extend_from_slice(lines);
    }
    let own = citations(row, tables.districts, district)?;
    Ok(Some(Alternative { id: id.to_owned(), citations: cited_by(&conditions, own), conditions }))
}

/// The alternative a ward's row spells out: conditions with `&` between.
pub(super) fn inline_alternative(
    row: &Row<'_>,
    tables: &Tables<'_>,
    district: UseDistrict,
) -> Result<Option<Alternative>, LawError> {
    row.filled("citation")?;
    let own = citations(row, tables.districts, district)?;
    let text = row.cell("conditions");
    if text.is_empty() {
        return Ok(None);
    }
    let conditions = text
        .split('&')
        .map(|one| Condition::parse(one.trim(), own.clone()).map_err(|e| row.wrong("conditions", e.into())))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Some(Alternative { id: text.to_owned(), conditions, citations: own }))
}

/// The clauses an alternative stands on: the act's before the order's, and of two the more exact.
fn cited_by(conditions: &[Condition], own: Vec<String>) -> Vec<String> {
    let all = distinct(conditions.iter().flat_map(|c| c.citations.clone()).chain(own));
    let exact: Vec<String> =
        all.iter().filter(|one| !all.iter().any(|other| is_more_exact(other, one))).cloned().collect();
    let (act, order) = exact.into_iter().partition::<Vec<_>, _>(|c| !c.starts_with('令'));
    act.into_iter().chain(order).collect()
}

/// `令130条の3第2号` is more exact than `令130条の3`; `令130条の30` is another article.
pub(super) fn is_more_exact(longer: &str, shorter: &str) -> bool {
    longer.strip_prefix(shorter).is_some_and(|rest| rest.starts_with('第'))
}

fn distinct(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut kept = Vec::new();
    for one in all {
        if !kept.contains(&one) {
            kept.push(one);
        }
    }
    kept
}
