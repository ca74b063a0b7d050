//! How did a file of worked cases come out? As a table to read, or as JSON.

use std::fmt;

use serde::Serialize;

use super::book::LawBook;
use super::case_file::{CaseError, CaseFileError, read_cases};
use super::cases::Trial;

/// Every case tried, those that could not be read, and the counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseReport {
    /// The date of the law's text.
    pub law_text_date: String,
    /// The ward's rules tried with, if any.
    pub overlay: Option<String>,
    /// The cases tried, in the order of the file.
    pub cases: Vec<Trial>,
    /// Why each of the others could not be read.
    pub unreadable: Vec<CaseError>,
    /// How many were tried.
    pub tried: usize,
    /// How many of them say no verdict to expect.
    pub without_expectation: usize,
    /// How many have the verdict they should have.
    pub verdicts_agree: usize,
    /// How many cite every clause they should cite.
    pub citations_agree: usize,
}

impl CaseReport {
    /// Tries every case of a file.
    pub fn of(book: &LawBook, json: &str) -> Result<Self, CaseFileError> {
        let mut cases = Vec::new();
        let mut unreadable = Vec::new();
        for case in read_cases(book, json)? {
            match case {
                Ok(case) => cases.push(case.try_by(book)),
                Err(error) => unreadable.push(error),
            }
        }
        Ok(Self {
            law_text_date: book.text().date.clone(),
            overlay: book.text().overlay.as_ref().map(|o| o.name.clone()),
            tried: cases.len(),
            without_expectation: cases.iter().filter(|c| c.expected.is_none()).count(),
            verdicts_agree: cases.iter().filter(|c| c.verdict_agrees == Some(true)).count(),
            citations_agree: cases.iter().filter(|c| c.citation_agrees).count(),
            cases,
            unreadable,
        })
    }

    /// True if every case could be read, says a verdict to expect and has it.
    pub fn is_as_expected(&self) -> bool {
        self.unreadable.is_empty() && self.verdicts_agree == self.tried
    }
}

impl fmt::Display for CaseReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "建築基準法上の用途の目安（{}の条文による）", self.law_text_date)?;
        if let Some(overlay) = &self.overlay {
            writeln!(f, "overlay: {overlay}")?;
        }
        writeln!(f, "id\tuse\tdistrict\texpected\tverdict\tverdict agrees\tcitation agrees\tcitations")?;
        for case in &self.cases {
            let yes = |agrees: Option<bool>| agrees.map_or("-", |agrees| if agrees { "yes" } else { "NO" });
            write!(
                f,
                "{}\t{}\t{}\t{}\t{}\t",
                case.id,
                case.land_use,
                case.district,
                case.expected.unwrap_or("-"),
                case.verdict
            )?;
            write!(f, "{}\t{}\t", yes(case.verdict_agrees), yes(Some(case.citation_agrees)))?;
            writeln!(f, "{}", case.citations.join(" | "))?;
            if !case.not_cited.is_empty() {
                writeln!(f, "\tnot cited: {}", case.not_cited.join(" | "))?;
            }
        }
        for reason in &self.unreadable {
            writeln!(f, "cannot be read: {reason}")?;
        }
        if self.without_expectation > 0 {
            writeln!(f, "{} cases say no verdict to expect", self.without_expectation)?;
        }
        writeln!(
            f,
            "{} cases: {} verdicts agree, {} citations agree; {} cannot be read",
            self.tried,
            self.verdicts_agree,
            self.citations_agree,
            self.unreadable.len()
        )
    }
}
