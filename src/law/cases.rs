//! Do worked cases come out as expected?
//!
//! A file of cases is JSON: `{"cases": [{"id", "use", "district", "inputs", "expected", "cite"}]}`, or the list alone.
//! A worked case is a whole plan: what it does not say is nothing (no motor, no workshop, ground floor).

use serde::Serialize;
use serde_json::Value;
use thiserror::Error;

use super::book::LawBook;
use super::citation;
use super::inputs::{InputError, Inputs};
use super::land_use::UseId;
use super::verdict::Verdict;
use crate::domain::UseDistrict;

/// Why a file or a case in it cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CaseError {
    /// The file is no JSON.
    #[error("not JSON: {0}")]
    NotJson(String),
    /// No list of cases in it.
    #[error("no list of cases: expected a list, or an object with `cases`")]
    NoCases,
    /// A field that every case has is not there, or is no text.
    #[error("case {index}: field `{field}` is missing or is not {expected}")]
    Field {
        /// The case, counted from 0.
        index: usize,
        /// The field.
        field: &'static str,
        /// What it takes.
        expected: &'static str,
    },
    /// A word outside its vocabulary.
    #[error("case {index}: field `{field}`: unknown {field} `{value}`")]
    Unknown {
        /// The case, counted from 0.
        index: usize,
        /// The field.
        field: &'static str,
        /// What was read.
        value: String,
    },
    /// An input that cannot be taken.
    #[error("case {index}: field `inputs`: {source}")]
    Input {
        /// The case, counted from 0.
        index: usize,
        /// The input and why.
        source: InputError,
    },
}

/// A worked case.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Its name.
    pub id: String,
    /// The use.
    pub use_id: UseId,
    /// The district.
    pub district: UseDistrict,
    /// The plan.
    pub inputs: Inputs,
    /// The verdict it should have.
    pub expected: Verdict,
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
    pub expected: &'static str,
    /// The verdict it has.
    pub verdict: &'static str,
    /// The clauses the verdict rests on.
    pub citations: Vec<String>,
    /// True if both verdicts are the same.
    pub verdict_agrees: bool,
    /// True if every clause it should cite is cited.
    pub citation_agrees: bool,
    /// The clauses it should cite and does not.
    pub not_cited: Vec<String>,
}

/// Reads every case of a file; one that cannot be read does not keep the others from being tried.
pub fn read_cases(book: &LawBook, json: &str) -> Result<Vec<Result<Case, CaseError>>, CaseError> {
    let file: Value = serde_json::from_str(json.trim_start_matches('\u{feff}'))
        .map_err(|e| CaseError::NotJson(e.to_string()))?;
    let list = file.as_array().or_else(|| file.get("cases")?.as_array()).ok_or(CaseError::NoCases)?;
    Ok(list.iter().enumerate().map(|(index, case)| read_case(book, index, case)).collect())
}

fn read_case(book: &LawBook, index: usize, case: &Value) -> Result<Case, CaseError> {
    let text = |field: &'static str| {
        case.get(field).and_then(Value::as_str).ok_or(CaseError::Field { index, field, expected: "a text" })
    };
    let unknown =
        |field: &'static str, value: &str| CaseError::Unknown { index, field, value: value.to_owned() };
    let land_use = text("use")?;
    let district = text("district")?;
    let expected = text("expected")?;
    Ok(Case {
        id: text("id").map_or_else(|_| format!("#{index}"), str::to_owned),
        use_id: book.use_(land_use).ok_or_else(|| unknown("use", land_use))?,
        district: book.district(district).ok_or_else(|| unknown("district", district))?,
        inputs: read_inputs(case, index)?,
        expected: Verdict::from_slug(expected).ok_or_else(|| unknown("expected", expected))?,
        cite: read_citations(case, index)?,
    })
}

fn read_inputs(case: &Value, index: usize) -> Result<Inputs, CaseError> {
    let mut inputs = Inputs::default();
    let given = match case.get("inputs") {
        None | Some(Value::Null) => return Ok(inputs.as_whole_plan()),
        Some(Value::Object(given)) => given,
        Some(_) => return Err(CaseError::Field { index, field: "inputs", expected: "an object" }),
    };
    for (name, value) in given {
        let text = match value {
            Value::Null => continue,
            Value::String(text) => text.clone(),
            // 2.0 is the second storey as well.
            Value::Number(n) => n.as_f64().map_or_else(|| n.to_string(), |n| n.to_string()),
            other => other.to_string(),
        };
        inputs.set(name, &text).map_err(|source| CaseError::Input { index, source })?;
    }
    Ok(inputs.as_whole_plan())
}

fn read_citations(case: &Value, index: usize) -> Result<Vec<String>, CaseError> {
    let wrong = CaseError::Field { index, field: "cite", expected: "a list of texts" };
    match case.get("cite") {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::String(one)) => Ok(vec![one.clone()]),
        Some(Value::Array(all)) => {
            all.iter().map(|c| c.as_str().map(str::to_owned).ok_or_else(|| wrong.clone())).collect()
        }
        Some(_) => Err(wrong),
    }
}

impl Case {
    /// Judges the case and compares.
    pub fn try_by(&self, book: &LawBook) -> Trial {
        let judged = book.judge(self.use_id, &self.inputs, self.district);
        let not_cited: Vec<String> =
            self.cite.iter().filter(|c| !citation::is_named(c, &judged.citations)).cloned().collect();
        Trial {
            id: self.id.clone(),
            land_use: book.land_use(self.use_id).slug.clone(),
            district: self.district.slug(),
            expected: self.expected.slug(),
            verdict: judged.verdict.slug(),
            citations: judged.citations.iter().map(|c| (*c).to_owned()).collect(),
            verdict_agrees: judged.verdict == self.expected,
            citation_agrees: not_cited.is_empty(),
            not_cited,
        }
    }
}
