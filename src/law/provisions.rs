//! The law's building blocks: named sets of conditions, district by district.

use std::collections::HashMap;

use super::condition::Condition;
use super::districts::{Districts, district_from_slug};
use super::error::{CellReason, LawError};
use super::rows::{Row, Rows};
use crate::domain::UseDistrict;

/// Every provision.
#[derive(Debug, Clone, Default)]
pub(super) struct Provisions {
    lines: HashMap<(String, UseDistrict), Vec<Condition>>,
    names: Vec<String>,
}

impl Provisions {
    pub(super) fn read(csv: &str, districts: &Districts) -> Result<Self, LawError> {
        let rows = Rows::read("provisions.csv", csv, &["provision", "districts", "condition", "citation"])?;
        let mut provisions = Self::default();
        for row in rows.iter() {
            let name = row.filled("provision")?.to_owned();
            for district in row.words("districts", "district", district_from_slug)? {
                let citations = citations(&row, districts, district)?;
                let condition = Condition::parse(row.filled("condition")?, citations)
                    .map_err(|e| row.wrong("condition", e.into()))?;
                let lines = provisions.lines.entry((name.clone(), district)).or_default();
                if lines.iter().any(|c| c.variable == condition.variable && c.when == condition.when) {
                    let what = format!("{} in {name} of {}", condition.variable.slug(), district.slug());
                    return Err(row.wrong("condition", CellReason::Duplicate(what, row.number)));
                }
                lines.push(condition);
            }
            if !provisions.names.contains(&name) {
                provisions.names.push(name);
            }
        }
        Ok(provisions)
    }

    /// The conditions of a provision in a district.
    pub(super) fn of(&self, name: &str, district: UseDistrict) -> Result<&[Condition], CellReason> {
        if !self.names.iter().any(|n| n == name) {
            return Err(CellReason::Unknown { what: "provision", value: name.to_owned() });
        }
        let lines = self.lines.get(&(name.to_owned(), district));
        lines
            .map(Vec::as_slice)
            .ok_or_else(|| CellReason::NoLine { provision: name.to_owned(), district: district.slug() })
    }
}

#[cfg(test)]
impl Provisions {
    /// Every provision that has a line, with its district.
    pub(super) fn places(&self) -> impl Iterator<Item = (&str, UseDistrict)> {
        self.lines.keys().map(|(name, district)| (name.as_str(), *district))
    }
}

/// The citations of a row, as read from a district; several have `|` between.
pub(super) fn citations(
    row: &Row<'_>,
    districts: &Districts,
    district: UseDistrict,
) -> Result<Vec<String>, LawError> {
    let written = row.cell("citation").split('|').map(str::trim).filter(|c| !c.is_empty());
    written
        .map(|text| {
            districts.cite(district, text).ok_or_else(|| {
                let reason = CellReason::Unreachable { citation: text.to_owned(), district: district.slug() };
                row.wrong("citation", reason)
            })
        })
        .collect()
}
