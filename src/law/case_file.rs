//! Which worked cases does a file hold, and what is wrong with the others?
//!
//! JSON: `{"cases": [{"id", "use", "district", "inputs", "expected", "cite"}]}`, the list alone, one case, or one case a
//! line. Fields it does not know are left alone, except within `inputs`. A case that cannot be read is named by row, id,
//! field and reason, and does not keep the others from being tried.

use std::fmt;

use serde::Serialize;
use serde_json::{Map, Value};
use thiserror::Error;

use super::book::LawBook;
use super::case_words::{self, NoUse, nearest};
use super::cases::Case;
use super::inputs::{InputError, Inputs};
use super::variable::Variable;
use crate::domain::UseDistrict;

/// Why a file holds no cases at all.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CaseFileError {
    /// The file is no JSON.
    #[error("not JSON: {0}")]
    NotJson(String),
    /// No list of cases in it.
    #[error("no cases: expected a list of them, an object with `cases`, or one case a line")]
    NoCases,
}

/// A case that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("case {row}{}: field `{field}`: {reason}", Named(.id))]
pub struct CaseError {
    /// The case, counted from 1.
    pub row: usize,
    /// Its name, where it has one.
    pub id: Option<String>,
    /// The field, as in `inputs.use_area_m2`.
    pub field: String,
    /// What is wrong with it.
    pub reason: CaseReason,
}

struct Named<'e>(&'e Option<String>);

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_ref().map_or(Ok(()), |id| write!(f, " ({id})"))
    }
}

/// What is wrong with a field of a case.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CaseReason {
    /// Not there.
    #[error("is missing; this case has {}", listed(.0))]
    Missing(Vec<String>),
    /// Of another shape.
    #[error("is not {0}")]
    NotA(&'static str),
    /// A word outside its vocabulary.
    #[error("unknown {what} `{value}`; {}", suggested(.instead))]
    Unknown {
        /// What was expected, as in `use`.
        what: &'static str,
        /// What was read.
        value: String,
        /// What could have been meant.
        instead: Vec<String>,
    },
    /// An everyday name of several uses.
    #[error("`{value}` may be {}: name one of them", listed(.uses))]
    Unclear {
        /// What was read.
        value: String,
        /// The uses it may mean.
        uses: Vec<String>,
    },
    /// An input that cannot be taken.
    #[error(transparent)]
    Input(#[from] InputError),
}

fn listed(words: &[String]) -> String {
    words.iter().map(|w| format!("`{w}`")).collect::<Vec<_>>().join(", ")
}

fn suggested(words: &[String]) -> String {
    if words.is_empty() {
        "nothing known is spelt like it".to_owned()
    } else {
        format!("one of {}", listed(words))
    }
}

impl Serialize for CaseError {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let facts = (self.row, &self.id, &self.field, self.reason.to_string());
        let (row, id, field, reason) = facts;
        serde_json::json!({ "row": row, "id": id, "field": field, "reason": reason }).serialize(to)
    }
}

/// Reads every case of a file.
pub fn read_cases(book: &LawBook, json: &str) -> Result<Vec<Result<Case, CaseError>>, CaseFileError> {
    let values: Vec<Value> = serde_json::Deserializer::from_str(json.trim_start_matches('\u{feff}'))
        .into_iter()
        .collect::<Result<_, _>>()
        .map_err(|e| CaseFileError::NotJson(e.to_string()))?;
    let list = match values.as_slice() {
        [Value::Array(list)] => list.clone(),
        [Value::Object(file)] => match file.get("cases") {
            Some(Value::Array(list)) => list.clone(),
            None if file.contains_key("use") => values,
            _ => return Err(CaseFileError::NoCases),
        },
        [_, _, ..] => values,
        _ => return Err(CaseFileError::NoCases),
    };
    if list.is_empty() {
        return Err(CaseFileError::NoCases);
    }
    Ok(list.iter().enumerate().map(|(at, case)| read_case(book, at + 1, case)).collect())
}

fn read_case(book: &LawBook, row: usize, case: &Value) -> Result<Case, CaseError> {
    let Value::Object(fields) = case else {
        let reason = CaseReason::NotA("an object with `use` and `district`");
        return Err(CaseError { row, id: None, field: "case".to_owned(), reason });
    };
    let case = Fields { row, fields };
    let of = |field: &'static str, reason| case.wrong(field, reason);
    let land_use = case.text("use")?;
    let district = case.text("district")?;
    let use_id = case_words::land_use(book, land_use).map_err(|no| of("use", no_use(land_use, no)))?;
    let codes = || UseDistrict::ALL.iter().map(|d| book.districts().code(*d).to_owned()).collect();
    let unknown = |what, value: &str, instead| CaseReason::Unknown { what, value: value.to_owned(), instead };
    let expected = case.optional_text("expected")?.map(|text| {
        let words = ["permitted", "conditional", "prohibited", "ask_ward", "expert", "other_law"];
        case_words::verdict(text)
            .ok_or_else(|| of("expected", unknown("verdict", text, words.map(str::to_owned).into())))
    });
    Ok(Case {
        id: case.id().unwrap_or_else(|| format!("#{row}")),
        use_id,
        district: case_words::district(book, district)
            .ok_or_else(|| of("district", unknown("district", district, codes())))?,
        inputs: case.inputs()?,
        expected: expected.transpose()?,
        cite: case.citations()?,
    })
}

fn no_use(text: &str, no: NoUse) -> CaseReason {
    let value = text.to_owned();
    match no {
        NoUse::Unknown(instead) => CaseReason::Unknown { what: "use", value, instead },
        NoUse::Unclear(uses) => CaseReason::Unclear { value, uses },
    }
}

/// One case of the file.
struct Fields<'f> {
    row: usize,
    fields: &'f Map<String, Value>,
}

impl<'f> Fields<'f> {
    fn wrong(&self, field: &str, reason: CaseReason) -> CaseError {
        CaseError { row: self.row, id: self.id(), field: field.to_owned(), reason }
    }

    fn id(&self) -> Option<String> {
        match self.fields.get("id")? {
            Value::String(id) => Some(id.clone()),
            Value::Number(id) => Some(id.to_string()),
            _ => None,
        }
    }

    fn given(&self, field: &str) -> Option<&'f Value> {
        self.fields.get(field).filter(|value| !value.is_null())
    }

    fn optional_text(&self, field: &'static str) -> Result<Option<&'f str>, CaseError> {
        let read =
            |value: &'f Value| value.as_str().ok_or_else(|| self.wrong(field, CaseReason::NotA("a text")));
        self.given(field).map(read).transpose()
    }

    fn text(&self, field: &'static str) -> Result<&'f str, CaseError> {
        let missing = || self.wrong(field, CaseReason::Missing(self.fields.keys().cloned().collect()));
        self.optional_text(field)?.ok_or_else(missing)
    }

    /// What `inputs` says, and inputs written beside it.
    fn inputs(&self) -> Result<Inputs, CaseError> {
        let mut inputs = Inputs::default();
        let within = match self.given("inputs") {
            None => None,
            Some(Value::Object(given)) => Some(given),
            Some(_) => return Err(self.wrong("inputs", CaseReason::NotA("an object"))),
        };
        let beside = self.fields.iter().filter(|(name, _)| Variable::from_slug(name).is_some());
        let named = |name: &str| format!("inputs.{name}");
        let within = within.into_iter().flatten().map(|(name, value)| (named(name), name, value));
        for (field, name, value) in beside.map(|(name, value)| (name.clone(), name, value)).chain(within) {
            let Some(text) = value_text(value) else { continue };
            let Some(variable) = Variable::from_slug(name).filter(|v| v.is_input()) else {
                let known = Variable::INPUTS.iter().map(|v| v.slug());
                let near = nearest(name, known.clone());
                let instead = if near.is_empty() { known.map(str::to_owned).collect() } else { near };
                let reason = CaseReason::Unknown { what: "input", value: name.clone(), instead };
                return Err(self.wrong(&field, reason));
            };
            let plain = case_words::value(variable, &text);
            inputs
                .set(name, &plain)
                .map_err(|e| self.wrong(&field, with_value_as_written(e, &text).into()))?;
        }
        Ok(inputs)
    }

    fn citations(&self) -> Result<Vec<String>, CaseError> {
        let wrong = || self.wrong("cite", CaseReason::NotA("a text or a list of texts"));
        match self.given("cite") {
            None => Ok(Vec::new()),
            Some(Value::String(one)) => Ok(vec![one.clone()]),
            Some(Value::Array(all)) => {
                all.iter().map(|c| c.as_str().map(str::to_owned).ok_or_else(wrong)).collect()
            }
            Some(_) => Err(wrong()),
        }
    }
}

/// A value as text; `None` where nothing is said.
fn value_text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        // 2.0 is the second storey as well.
        Value::Number(n) => Some(n.as_f64().map_or_else(|| n.to_string(), |n| n.to_string())),
        other => Some(other.to_string()),
    }
}

fn with_value_as_written(error: InputError, text: &str) -> InputError {
    match error {
        InputError::Value { input, expected, .. } => {
            InputError::Value { input, expected, value: text.to_owned() }
        }
        unknown @ InputError::Unknown(_) => unknown,
    }
}
