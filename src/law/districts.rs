//! By which item of appended table 2 is a district ruled, and how is a clause cited from there?
//!
//! Items refer to each other: (ほ)項第1号 bars whatever (へ)項 bars. So the tables name a clause once,
//! `(へ)項第2号`, and each district cites it by its own way there: 別表第二(ほ)項第1号→(へ)項第2号.

use std::collections::VecDeque;

use super::error::{CellReason, LawError};
use super::rows::Rows;
use crate::domain::UseDistrict;

/// How a district's item works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listing {
    /// Only what the item lists may be built.
    Allowed,
    /// What the item lists may not be built.
    Barred,
    /// Another law rules.
    Other,
}

/// A district, as the law rules it.
#[derive(Debug, Clone)]
pub(super) struct DistrictLaw {
    /// The short code of worked cases: `1L`.
    code: String,
    listing: Listing,
    /// The item's letter: `い`.
    item: String,
    includes: Vec<String>,
    /// The column of the table of hazardous materials, and the clause that points there.
    pub(super) hazmat: Option<HazmatColumn>,
}

/// Where the limits of hazardous materials stand.
#[derive(Debug, Clone)]
pub(super) struct HazmatColumn {
    /// The column.
    pub(super) limits: String,
    /// The clauses.
    pub(super) citations: Vec<String>,
}

/// Every district, as the law rules it.
#[derive(Debug, Clone)]
pub(super) struct Districts(Vec<DistrictLaw>);

const TABLE: &str = "districts.csv";
const COLUMNS: &[&str] =
    &["district", "code", "list", "item", "includes", "hazmat_limits", "hazmat_citation"];

impl Districts {
    pub(super) fn read(csv: &str) -> Result<Self, LawError> {
        let rows = Rows::read(TABLE, csv, COLUMNS)?;
        let mut read: Vec<Option<DistrictLaw>> = vec![None; UseDistrict::ALL.len()];
        for row in rows.iter() {
            let district = row.word("district", "district", district_from_slug)?;
            let listing = row.word("list", "kind of list", |word| match word {
                "allowed" => Some(Listing::Allowed),
                "barred" => Some(Listing::Barred),
                "other" => Some(Listing::Other),
                _ => None,
            })?;
            let hazmat = match row.cell("hazmat_limits") {
                "" => None,
                limits => Some(HazmatColumn {
                    limits: limits.to_owned(),
                    citations: vec!["令130条の9".to_owned(), row.filled("hazmat_citation")?.to_owned()],
                }),
            };
            let law = DistrictLaw {
                code: row.filled("code")?.to_owned(),
                listing,
                item: row.cell("item").to_owned(),
                includes: row.cell("includes").split_whitespace().map(str::to_owned).collect(),
                hazmat,
            };
            if read[district as usize].replace(law).is_some() {
                return Err(row.wrong("district", CellReason::Duplicate(district.slug().into(), row.number)));
            }
        }
        let missing = UseDistrict::ALL.iter().find(|d| read[**d as usize].is_none());
        if let Some(district) = missing {
            let (table, land_use) = (TABLE.to_owned(), "*".to_owned());
            return Err(LawError::MissingRule { table, land_use, district: district.slug() });
        }
        let mut districts = Self(read.into_iter().flatten().collect());
        districts.expand_hazmat();
        Ok(districts)
    }

    fn expand_hazmat(&mut self) {
        for district in UseDistrict::ALL {
            let Some(column) = self.of(*district).hazmat.clone() else { continue };
            let citations = column
                .citations
                .iter()
                .map(|c| self.cite(*district, c).unwrap_or_else(|| c.clone()))
                .collect();
            self.0[*district as usize].hazmat = Some(HazmatColumn { citations, ..column });
        }
    }

    pub(super) fn of(&self, district: UseDistrict) -> &DistrictLaw {
        &self.0[district as usize]
    }

    /// A district by its slug or its short code.
    pub(super) fn find(&self, text: &str) -> Option<UseDistrict> {
        district_from_slug(text)
            .or_else(|| UseDistrict::ALL.iter().copied().find(|d| self.of(*d).code == text))
    }

    /// The short code of worked cases, as in `1MH`.
    pub(super) fn code(&self, district: UseDistrict) -> &str {
        &self.of(district).code
    }

    /// What is cited where nothing in the item speaks of a use.
    pub(super) fn cite_silence(&self, district: UseDistrict) -> String {
        let law = self.of(district);
        match law.listing {
            Listing::Allowed => format!("別表第二({})項に掲げられていない", law.item),
            Listing::Barred => format!("別表第二({})項の禁止に該当しない", law.item),
            Listing::Other => "都市計画法第43条".to_owned(),
        }
    }

    /// True where silence means that a use is barred.
    pub(super) fn silence_bars(&self, district: UseDistrict) -> bool {
        self.of(district).listing == Listing::Allowed
    }

    /// A citation as read from a district: `(へ)項第2号` by the way there, anything else as it stands.
    /// `None` where no way leads there.
    pub(super) fn cite(&self, district: UseDistrict, text: &str) -> Option<String> {
        let Some(rest) = text.strip_prefix('(') else { return Some(text.to_owned()) };
        let (target, _) = rest.split_once(')')?;
        let path = self.path(&self.of(district).item, target)?;
        let steps = path.iter().fold(String::new(), |way, item| way + "(" + item + ")項第1号→");
        Some(format!("別表第二{steps}{text}"))
    }

    /// The items to pass through, the target itself left out; the shortest way.
    fn path(&self, from: &str, target: &str) -> Option<Vec<String>> {
        let mut queue = VecDeque::from([vec![from.to_owned()]]);
        while let Some(path) = queue.pop_front() {
            let last = path.last()?;
            if last == target {
                return Some(path[..path.len() - 1].to_vec());
            }
            let includes = self.0.iter().find(|law| law.item == *last).map(|law| &law.includes);
            for next in includes.into_iter().flatten().filter(|next| !path.contains(next)) {
                queue.push_back(path.iter().chain([next]).cloned().collect());
            }
        }
        None
    }
}

/// A district by its slug.
pub(super) fn district_from_slug(slug: &str) -> Option<UseDistrict> {
    UseDistrict::ALL.iter().copied().find(|d| d.slug() == slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn districts() -> Districts {
        Districts::read(include_str!("../../data/law/districts.csv")).unwrap()
    }

    #[test]
    fn a_clause_is_cited_by_the_way_there_from_the_districts_own_item() {
        let cite = |district, text| districts().cite(district, text).unwrap();
        assert_eq!(cite(UseDistrict::Low1, "(い)項第2号"), "別表第二(い)項第2号");
        assert_eq!(cite(UseDistrict::Low2, "(い)項第2号"), "別表第二(ろ)項第1号→(い)項第2号");
        assert_eq!(
            cite(UseDistrict::Residential1, "(る)項第1号"),
            "別表第二(ほ)項第1号→(へ)項第1号→(り)項第1号→(ぬ)項第1号→(る)項第1号"
        );
        assert_eq!(cite(UseDistrict::MidHigh2, "(と)項第4号"), "別表第二(に)項第1号→(と)項第4号");
    }

    #[test]
    fn a_clause_no_item_leads_to_cannot_be_cited() {
        assert_eq!(districts().cite(UseDistrict::Commercial, "(い)項第2号"), None);
    }

    #[test]
    fn a_district_is_found_by_slug_and_by_the_code_of_worked_cases() {
        assert_eq!(districts().find("1MH"), Some(UseDistrict::MidHigh1));
        assert_eq!(districts().find("mid_high_1"), Some(UseDistrict::MidHigh1));
        assert_eq!(districts().find("3MH"), None);
    }
}
