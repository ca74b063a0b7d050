//! What does a ward's own table of rules change?

use std::fmt;

use super::book::LawBook;
use super::language::Language;
use crate::domain::UseDistrict;

/// The cells a ward's rules replace, with the rule before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverlayChanges {
    name: String,
    cells: Vec<CellChange>,
}

/// A cell that was replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    /// The use.
    pub land_use: String,
    /// The district.
    pub district: UseDistrict,
    /// What the national rule says.
    pub before: String,
    /// What the ward's rule says.
    pub after: String,
    /// The area inside which alone it holds.
    pub within: Option<String>,
}

impl OverlayChanges {
    /// Compares the national rules with the same under a ward's.
    pub fn of(national: &LawBook, ward: &LawBook) -> Self {
        let cells = ward.text().overlay.iter().flat_map(|overlay| &overlay.cells);
        let change = |(land_use, slug): &(String, &'static str)| {
            let (use_id, district) = (ward.use_(land_use)?, ward.district(slug)?);
            let (before, after) =
                (describe(national.rule(use_id, district)), describe(ward.rule(use_id, district)));
            Some(CellChange { land_use: land_use.clone(), district, before, after, within: None })
        };
        let inside = ward.rules().area_rules().iter().map(|inside| CellChange {
            land_use: ward.land_use(inside.use_id).slug.clone(),
            district: inside.district,
            before: describe(ward.rule(inside.use_id, inside.district)),
            after: describe(&inside.rule) + if inside.relaxes { "（緩和）" } else { "" },
            within: Some(inside.area.clone()),
        });
        Self {
            name: ward.overlay_name().unwrap_or_default().to_owned(),
            cells: cells.filter_map(change).chain(inside).collect(),
        }
    }

    /// The cells, in the order of the tables.
    pub fn cells(&self) -> &[CellChange] {
        &self.cells
    }
}

/// A rule in one line: the verdict, and the ways it asks for.
fn describe(rule: &super::rules::Rule) -> String {
    let way = |a: &super::rules::Alternative| {
        let words: Vec<String> = a.conditions.iter().map(|c| c.words(Language::Ja)).collect();
        words.join("、")
    };
    let ways: Vec<String> = rule.alternatives.iter().map(way).collect();
    let label = rule.verdict.word(Language::Ja);
    if ways.is_empty() { label } else { format!("{label}（{}）", ways.join("／")) }
}

impl fmt::Display for OverlayChanges {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for cell in &self.cells {
            let within = cell.within.as_ref().map_or_else(String::new, |area| format!("\twithin {area}"));
            let district = cell.district.short_ja();
            writeln!(f, "{}\t{district}\t{} → {}{within}", cell.land_use, cell.before, cell.after)?;
        }
        writeln!(f, "sound: {} changes {} cells", self.name, self.cells.len())
    }
}
