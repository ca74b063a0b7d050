//! Which rule has a use in a district? One cell a use and district, none missing, none twice.

use std::collections::BTreeSet;

use super::condition::{Condition, Outcome};
use super::districts::Districts;
use super::error::CellReason;
use super::error::LawError;
use super::interval::Known;
use super::land_use::{LandUse, UseId};
use super::language::Words;
use super::provisions::Provisions;
use super::rows::{Row, Rows};
use super::rule_rows::{alternative, gather, inline_alternative};
use super::verdict::Verdict;
use super::within::AreaRule;
use crate::domain::UseDistrict;

/// The rule of one use in one district.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    /// The verdict; `Conditional` where the alternatives decide.
    pub(super) verdict: Verdict,
    /// The clauses it stands on, those of every alternative among them.
    pub(super) citations: Vec<String>,
    /// What wards usually answer, where they must be asked.
    pub(super) leaning: Option<Verdict>,
    /// Why the ward must be asked, or what else to know.
    pub(super) reason: Option<Words>,
    /// The ways to be legal; one is enough.
    pub(super) alternatives: Vec<Alternative>,
    /// True where a ward's own rule replaced the national one.
    pub(super) from_overlay: bool,
}

/// One way to be legal: all its conditions together.
#[derive(Debug, Clone)]
pub(super) struct Alternative {
    /// The provisions it is made of: `shop_150`.
    pub(super) id: String,
    /// All of them are needed.
    pub(super) conditions: Vec<Condition>,
    /// The clauses it stands on.
    pub(super) citations: Vec<String>,
}

impl Alternative {
    pub(super) fn outcome(&self, known: &Known<'_>) -> Outcome {
        self.conditions.iter().map(|c| c.outcome(known)).fold(Outcome::Holds, Outcome::and)
    }
}

impl Rule {
    /// Whether one of the alternatives is met.
    pub(super) fn outcome(&self, known: &Known<'_>) -> Outcome {
        self.alternatives.iter().map(|a| a.outcome(known)).fold(Outcome::Fails, Outcome::or)
    }
}

/// Every rule.
#[derive(Debug, Clone)]
pub(super) struct Rules {
    cells: Vec<Rule>,
    /// Rules of the ward that hold only inside an area.
    within: Vec<AreaRule>,
}

/// What reading rules needs to know.
pub(super) struct Tables<'t> {
    pub(super) uses: &'t [LandUse],
    pub(super) districts: &'t Districts,
    pub(super) provisions: &'t Provisions,
}

const TABLE: &str = "rules.csv";
const COLUMNS: &[&str] =
    &["use", "districts", "verdict", "provisions", "citation", "leaning", "reason_ja", "reason_en"];

impl Rules {
    pub(super) fn read(csv: &str, tables: &Tables<'_>) -> Result<Self, LawError> {
        let rows = Rows::read(TABLE, csv, COLUMNS)?;
        let drafts = gather(&rows, tables, |_| true, |row, district| alternative(row, tables, district))?;
        let cells = drafts
            .into_iter()
            .enumerate()
            .map(|(at, draft)| {
                draft.rule.ok_or_else(|| LawError::MissingRule {
                    table: TABLE.to_owned(),
                    land_use: tables.uses[at / UseDistrict::ALL.len()].slug.clone(),
                    district: UseDistrict::ALL[at % UseDistrict::ALL.len()].slug(),
                })
            })
            .collect::<Result<_, _>>()?;
        Ok(Self { cells, within: Vec::new() })
    }

    /// The same rules with a ward's rows in place of theirs, and the cells that changed.
    pub(super) fn with_overlay(
        &self,
        name: &str,
        csv: &str,
        tables: &Tables<'_>,
    ) -> Result<(Self, Vec<(UseId, UseDistrict)>), LawError> {
        let columns = ["use", "districts", "verdict", "conditions", "citation", "reason_ja", "reason_en"];
        let rows = Rows::read(name, csv, &columns)?;
        let gathered = |area: &str, relaxes: &str| {
            let counts = |row: &Row<'_>| (row.cell("within"), row.cell("relaxes")) == (area, relaxes);
            gather(&rows, tables, counts, |row, district| inline_alternative(row, tables, district))
        };
        let drafts = gathered("", "")?;
        let mut cells = self.cells.clone();
        let mut changed = Vec::new();
        for (at, draft) in drafts.into_iter().enumerate() {
            let Some(rule) = draft.rule else { continue };
            cells[at] = Rule { from_overlay: true, ..rule };
            changed.push(use_and_district(at));
        }
        let mut places = BTreeSet::new();
        for row in rows.iter() {
            let (area, relaxes) = (row.cell("within").to_owned(), row.cell("relaxes").to_owned());
            match (area.is_empty(), relaxes.as_str()) {
                (_, "") | (false, "yes") => {}
                (true, _) => {
                    let reason = CellReason::Stray(relaxes, "only a row within an area relaxes");
                    return Err(row.wrong("relaxes", reason));
                }
                (false, _) => {
                    return Err(row.wrong("relaxes", CellReason::Unknown { what: "answer", value: relaxes }));
                }
            }
            if !area.is_empty() {
                places.insert((area, relaxes));
            }
        }
        let mut within = Vec::new();
        for (area, relaxes) in places {
            for (at, draft) in gathered(&area, &relaxes)?.into_iter().enumerate() {
                let Some(rule) = draft.rule else { continue };
                let (use_id, district) = use_and_district(at);
                let rule = Rule { from_overlay: true, ..rule };
                let inside =
                    AreaRule { area: area.clone(), use_id, district, relaxes: relaxes == "yes", rule };
                within.push(inside.beside(&cells[at]));
            }
        }
        Ok((Self { cells, within }, changed))
    }

    pub(super) fn of(&self, use_id: UseId, district: UseDistrict) -> &Rule {
        &self.cells[cell(use_id, district)]
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Rule> {
        self.cells.iter().chain(self.within.iter().map(|inside| &inside.rule))
    }

    /// The ward's rules that hold only inside an area.
    pub(super) fn area_rules(&self) -> &[AreaRule] {
        &self.within
    }
}

pub(super) fn cell(use_id: UseId, district: UseDistrict) -> usize {
    use_id.index() * UseDistrict::ALL.len() + district as usize
}

fn use_and_district(cell: usize) -> (UseId, UseDistrict) {
    let districts = UseDistrict::ALL.len();
    (UseId((cell / districts) as u16), UseDistrict::ALL[cell % districts])
}
