//! The lists a planner looks up: which processes make a factory heavier, how much hazardous material is too much.

use super::book::LawBook;
use super::condition::Condition;
use super::error::{CellReason, LawError};
use super::inputs::ProcessClass;
use super::language::Words;
use super::rows::Rows;
use crate::domain::UseDistrict;

/// A listed process.
#[derive(Debug, Clone, PartialEq)]
pub struct Process {
    /// How heavy it makes a factory.
    pub class: ProcessClass,
    /// The clause that lists it: `(と)項第3号(二)`.
    pub citation: String,
    /// What it is.
    pub name: Words,
    /// Listed only then.
    pub trigger: Option<Condition>,
}

/// The limit of one kind of hazardous material in a district, as art. 130-9 of the order writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HazmatLimit {
    /// The kind.
    pub item: String,
    /// The limit, or the share of the basis.
    pub limit: String,
    /// What the share is of.
    pub basis: Option<String>,
}

/// The limits of one kind, by column.
#[derive(Debug, Clone)]
pub(super) struct HazmatRow {
    item: String,
    limits: Vec<(&'static str, String)>,
    basis: Option<String>,
}

const HAZMAT_COLUMNS: &[&str] = &["quasi_residential", "commercial", "quasi_industrial"];

pub(super) fn read_processes(csv: &str) -> Result<Vec<Process>, LawError> {
    let rows = Rows::read("processes.csv", csv, &["class", "citation", "ja", "en", "easy", "trigger"])?;
    let mut seen: Vec<String> = Vec::new();
    rows.iter()
        .map(|row| {
            let citation = row.filled("citation")?.to_owned();
            if seen.contains(&citation) {
                return Err(row.wrong("citation", CellReason::Duplicate(citation, row.number)));
            }
            seen.push(citation.clone());
            let trigger = match row.cell("trigger") {
                "" => None,
                text => Some(Condition::parse(text, Vec::new()).map_err(|e| row.wrong("trigger", e.into()))?),
            };
            let class = row.word("class", "process class", ProcessClass::from_slug)?;
            let name = Words {
                ja: row.filled("ja")?.into(),
                en: row.filled("en")?.into(),
                easy: row.filled("easy")?.into(),
            };
            Ok(Process { class, citation, name, trigger })
        })
        .collect()
}

pub(super) fn read_hazmat(csv: &str) -> Result<Vec<HazmatRow>, LawError> {
    let rows =
        Rows::read("hazmat.csv", csv, &["item", "quasi_residential", "commercial", "quasi_industrial"])?;
    rows.iter()
        .map(|row| {
            let limits = HAZMAT_COLUMNS.iter().map(|c| Ok((*c, row.filled(c)?.to_owned())));
            let basis = Some(row.cell("basis")).filter(|b| !b.is_empty()).map(str::to_owned);
            Ok(HazmatRow {
                item: row.filled("item")?.to_owned(),
                limits: limits.collect::<Result<_, LawError>>()?,
                basis,
            })
        })
        .collect()
}

impl LawBook {
    /// The limits of hazardous materials in a district; empty where art. 48 sets none.
    pub fn hazmat_limits(&self, district: UseDistrict) -> Vec<HazmatLimit> {
        let Some(column) = &self.districts().of(district).hazmat else { return Vec::new() };
        self.hazmat_rows()
            .iter()
            .filter_map(|row| {
                let (_, limit) = row.limits.iter().find(|(name, _)| *name == column.limits)?;
                Some(HazmatLimit { item: row.item.clone(), limit: limit.clone(), basis: row.basis.clone() })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_act_lists_23_processes_too_heavy_for_homes_27_for_shops_and_31_for_light_industry() {
        let count = |class| LawBook::built_in().processes().iter().filter(|p| p.class == class).count();
        assert_eq!([ProcessClass::To3, ProcessClass::Nu3, ProcessClass::Ru1].map(count), [23, 27, 31]);
    }

    #[test]
    fn gas_is_limited_where_homes_and_shops_are_and_not_in_industrial_districts() {
        let book = LawBook::built_in();
        let gas = |district| {
            book.hazmat_limits(district).iter().find(|l| l.item == "液化ガス").map(|l| l.limit.clone())
        };
        assert_eq!(gas(UseDistrict::Low1).as_deref(), Some("1/20"));
        assert_eq!(gas(UseDistrict::Commercial).as_deref(), Some("1/10"));
        assert_eq!(gas(UseDistrict::Industrial), None);
    }
}
