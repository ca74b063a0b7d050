//! How is a condition written in the tables? `workshop_m2 <= 50 when motor_kw > 0`.

use thiserror::Error;

use super::condition::{Comparison, Condition, Limit, When};
use super::variable::{Kind, Variable};

/// Why a condition cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ConditionError {
    /// No comparison in it.
    #[error("`{0}` is no condition: it needs one of <=, <, >=, >, =")]
    NoComparison(String),
    /// No such quantity.
    #[error("unknown quantity `{0}`")]
    UnknownVariable(String),
    /// The limit is no value of the quantity.
    #[error("`{value}` is no limit for `{variable}`")]
    Limit {
        /// The quantity.
        variable: &'static str,
        /// What was read.
        value: String,
    },
    /// A comparison the quantity has no order for.
    #[error("`{0}` is yes or no: only = fits")]
    NoOrder(&'static str),
}

const SIGNS: &[(&str, Comparison)] = &[
    // The longer sign first: `<=` also starts with `<`.
    ("<=", Comparison::AtMost),
    (">=", Comparison::AtLeast),
    ("<", Comparison::Below),
    (">", Comparison::Above),
    ("=", Comparison::Equal),
];

impl Condition {
    /// Reads a condition as the tables write it: `use_area_m2 <= 150`, `live_work = yes`,
    /// `workshop_m2 <= 50 when motor_kw > 0`, `use_area_m2 <= min(600, site_other_floor_m2)`.
    pub fn parse(text: &str, citations: Vec<String>) -> Result<Self, ConditionError> {
        let (main, when) = match text.split_once(" when ") {
            Some((main, when)) => (main, Some(read_when(when)?)),
            None => (text, None),
        };
        let (variable, comparison, rest) = split(main)?;
        let limit = read_limit(variable, rest)?;
        Ok(Self { variable, comparison, limit, when, citations })
    }
}

fn split(text: &str) -> Result<(Variable, Comparison, &str), ConditionError> {
    let no_comparison = || ConditionError::NoComparison(text.to_owned());
    let at = text.find(['<', '>', '=']).ok_or_else(no_comparison)?;
    let (name, rest) = text.split_at(at);
    let (sign, comparison) =
        SIGNS.iter().find(|(sign, _)| rest.starts_with(sign)).ok_or_else(no_comparison)?;
    let name = name.trim();
    let variable =
        Variable::from_slug(name).ok_or_else(|| ConditionError::UnknownVariable(name.to_owned()))?;
    if variable.kind() == Kind::YesNo && *comparison != Comparison::Equal {
        return Err(ConditionError::NoOrder(variable.slug()));
    }
    Ok((variable, *comparison, rest[sign.len()..].trim()))
}

fn read_number(variable: Variable, text: &str) -> Result<f64, ConditionError> {
    variable
        .read(text)
        .ok_or_else(|| ConditionError::Limit { variable: variable.slug(), value: text.to_owned() })
}

fn read_limit(variable: Variable, text: &str) -> Result<Limit, ConditionError> {
    if let Some(inside) = text.strip_prefix("min(").and_then(|t| t.strip_suffix(')')) {
        let wrong = || ConditionError::Limit { variable: variable.slug(), value: text.to_owned() };
        let (number, other) = inside.split_once(',').ok_or_else(wrong)?;
        let other = Variable::from_slug(other.trim()).ok_or_else(wrong)?;
        return Ok(Limit { number: Some(read_number(variable, number.trim())?), variable: Some(other) });
    }
    if let Some(other) = Variable::from_slug(text).filter(|v| v.kind() == variable.kind()) {
        return Ok(Limit { number: None, variable: Some(other) });
    }
    Ok(Limit { number: Some(read_number(variable, text)?), variable: None })
}

fn read_when(text: &str) -> Result<When, ConditionError> {
    let (variable, comparison, rest) = split(text)?;
    Ok(When { variable, comparison, number: read_number(variable, rest)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_named() {
        let error = |text| Condition::parse(text, Vec::new()).unwrap_err();
        assert_eq!(error("storeys <= 2"), ConditionError::UnknownVariable("storeys".into()));
        assert_eq!(error("live_work <= yes"), ConditionError::NoOrder("live_work"));
        assert!(matches!(error("use_area_m2 150"), ConditionError::NoComparison(_)));
        assert!(matches!(error("use_area_m2 <= small"), ConditionError::Limit { .. }));
    }
}
