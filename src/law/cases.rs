//! Do worked cases come out as expected?
//!
//! A worked case is a whole plan: what it does not say is nothing (no motor, no workshop, ground floor). Only where
//! 条件付き is expected does what it leaves out stay open, since a whole plan is never conditional.

use serde::Serialize;

use super::book::LawBook;
use super::citation;
use super::inputs::Inputs;
use super::land_use::UseId;
use super::verdict::Verdict;
use crate::domain::UseDistrict;

/// A worked case.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Its name.
    pub id: String,
    /// The use.
    pub use_id: UseId,
    /// The district.
    pub district: UseDistrict,
    /// The plan, as far as the case says it.
    pub inputs: Inputs,
    /// The verdict it should have; `None` where the case only asks.
    pub expected: Option<Verdict>,
    /// The clauses it should cite.
    pub cite: Vec<String>,
}

/// A case tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Trial {
    /// The case's name.
    pub id: String,
    /// The use.
    #[serde(rename = "use")]
    pub land_use: String,
    /// The district.
    pub district: &'static str,
    /// The verdict it should have.
    pub expected: Option<&'static str>,
    /// The verdict it has.
    pub verdict: &'static str,
    /// The clauses the verdict rests on.
    pub citations: Vec<String>,
    /// True if both verdicts are the same; null where none is expected.
    pub verdict_agrees: Option<bool>,
    /// True if every clause it should cite is cited.
    pub citation_agrees: bool,
    /// The clauses it should cite and does not.
    pub not_cited: Vec<String>,
}

impl Case {
    /// Judges the case and compares.
    pub fn try_by(&self, book: &LawBook) -> Trial {
        let inputs = match self.expected {
            Some(Verdict::Conditional) => self.inputs,
            _ => self.inputs.as_whole_plan(),
        };
        let judged = book.judge(self.use_id, &inputs, self.district);
        let not_cited: Vec<String> =
            self.cite.iter().filter(|c| !citation::is_named(c, &judged.citations)).cloned().collect();
        Trial {
            id: self.id.clone(),
            land_use: book.land_use(self.use_id).slug.clone(),
            district: self.district.slug(),
            expected: self.expected.map(Verdict::slug),
            verdict: judged.verdict.slug(),
            citations: judged.citations.iter().map(|c| (*c).to_owned()).collect(),
            verdict_agrees: self.expected.map(|expected| judged.verdict == expected),
            citation_agrees: not_cited.is_empty(),
            not_cited,
        }
    }
}
