//! One condition of a provision: a quantity, a comparison and a limit, with its citation.
//!
//! A plan may leave anything open, so a condition has three outcomes. Every quantity is an interval;
//! a condition holds if the whole interval is within the limit and fails if none of it is.

use thiserror::Error;

use super::interval::{Interval, Known};
use super::variable::{Kind, Variable};

/// What became of a condition or an alternative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Met, whatever is still unknown.
    Holds,
    /// It depends on something unknown.
    Open,
    /// Not met, whatever is still unknown.
    Fails,
}

impl Outcome {
    /// The word used in the API.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Open => "open",
            Self::Fails => "fails",
        }
    }

    /// Both must hold.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.max(other)
    }

    /// One is enough.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.min(other)
    }
}

/// A comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// 以内, 以下: the limit itself passes.
    AtMost,
    /// 未満: the limit itself does not pass.
    Below,
    /// 以上.
    AtLeast,
    /// を超える.
    Above,
    /// Exactly.
    Equal,
}

impl Comparison {
    const WORDS: &'static [(&'static str, Comparison)] = &[
        // The longer sign first: `<=` also starts with `<`.
        ("<=", Self::AtMost),
        (">=", Self::AtLeast),
        ("<", Self::Below),
        (">", Self::Above),
        ("=", Self::Equal),
    ];

    fn outcome(self, value: Interval, limit: Interval) -> Outcome {
        let (always, never) = match self {
            Self::AtMost => (value.high <= limit.low, value.low > limit.high),
            Self::Below => (value.high < limit.low, value.low >= limit.high),
            Self::AtLeast => (value.low >= limit.high, value.high < limit.low),
            Self::Above => (value.low > limit.high, value.high <= limit.low),
            Self::Equal => (
                value.is_point() && limit.is_point() && value.low.total_cmp(&limit.low).is_eq(),
                value.low > limit.high || value.high < limit.low,
            ),
        };
        match (always, never) {
            (true, _) => Outcome::Holds,
            (_, true) => Outcome::Fails,
            _ => Outcome::Open,
        }
    }
}

/// A number, another quantity, or the smaller of both.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limit {
    /// The number.
    pub number: Option<f64>,
    /// The other quantity.
    pub variable: Option<Variable>,
}

/// Under which circumstance a condition counts at all.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct When {
    /// The quantity.
    pub variable: Variable,
    /// How it is compared.
    pub comparison: Comparison,
    /// With what.
    pub number: f64,
}

/// One condition.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// The quantity.
    pub variable: Variable,
    /// How it is compared.
    pub comparison: Comparison,
    /// With what.
    pub limit: Limit,
    /// Counts only then.
    pub when: Option<When>,
    /// The clauses that ask for it.
    pub citations: Vec<String>,
}

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

    /// The clauses that ask for it, as one text.
    pub fn citation(&self) -> String {
        self.citations.join("・")
    }

    /// What becomes of it, given what is known.
    pub(super) fn outcome(&self, known: &Known) -> Outcome {
        let main = self.comparison.outcome(known.of(self.variable), self.limit.interval(known));
        match self.when {
            None => main,
            Some(when) => {
                let applies = when.comparison.outcome(known.of(when.variable), Interval::point(when.number));
                match applies {
                    Outcome::Holds => main,
                    Outcome::Fails => Outcome::Holds,
                    Outcome::Open if main == Outcome::Holds => Outcome::Holds,
                    Outcome::Open => Outcome::Open,
                }
            }
        }
    }

    /// Every quantity it speaks about.
    pub(super) fn variables(&self) -> impl Iterator<Item = Variable> + '_ {
        [Some(self.variable), self.limit.variable, self.when.map(|w| w.variable)].into_iter().flatten()
    }
}

impl Limit {
    fn interval(self, known: &Known) -> Interval {
        let number = self.number.map(Interval::point);
        let other = self.variable.map(|v| known.of(v));
        match (number, other) {
            (Some(a), Some(b)) => Interval { low: a.low.min(b.low), high: a.high.min(b.high) },
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => Interval::ANY,
        }
    }
}

fn split(text: &str) -> Result<(Variable, Comparison, &str), ConditionError> {
    let no_comparison = || ConditionError::NoComparison(text.to_owned());
    let at = text.find(['<', '>', '=']).ok_or_else(no_comparison)?;
    let (name, rest) = text.split_at(at);
    let (sign, comparison) =
        Comparison::WORDS.iter().find(|(sign, _)| rest.starts_with(sign)).ok_or_else(no_comparison)?;
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
    use crate::law::Inputs;

    fn outcome(condition: &str, inputs: &[(&str, &str)]) -> Outcome {
        let inputs = Inputs::from_pairs(inputs.iter().copied()).unwrap();
        Condition::parse(condition, Vec::new()).unwrap().outcome(&Known::new(&inputs))
    }

    #[test]
    fn within_includes_the_limit_and_below_does_not() {
        assert_eq!(outcome("use_area_m2 <= 150", &[("use_area_m2", "150")]), Outcome::Holds);
        assert_eq!(outcome("use_area_m2 < 200", &[("use_area_m2", "200")]), Outcome::Fails);
    }

    #[test]
    fn an_unknown_quantity_leaves_it_open() {
        assert_eq!(outcome("storey_max <= 2", &[]), Outcome::Open);
    }

    #[test]
    fn premises_of_40_m2_cannot_hold_a_workshop_over_50() {
        assert_eq!(outcome("workshop_m2 <= 50", &[("use_area_m2", "40")]), Outcome::Holds);
    }

    #[test]
    fn a_limit_for_motors_says_nothing_about_a_workshop_without_one() {
        let condition = "workshop_m2 <= 50 when motor_kw > 0";
        assert_eq!(outcome(condition, &[("workshop_m2", "80"), ("motor_kw", "0")]), Outcome::Holds);
        assert_eq!(outcome(condition, &[("workshop_m2", "80")]), Outcome::Open);
        assert_eq!(outcome(condition, &[("workshop_m2", "80"), ("motor_kw", "1")]), Outcome::Fails);
    }

    #[test]
    fn the_smaller_of_a_number_and_another_floor_is_the_limit() {
        let condition = "use_area_m2 <= min(600, site_other_floor_m2)";
        let area = ("use_area_m2", "100");
        assert_eq!(outcome(condition, &[area, ("site_other_floor_m2", "99")]), Outcome::Fails);
        assert_eq!(outcome(condition, &[area]), Outcome::Open);
        assert_eq!(outcome(condition, &[("use_area_m2", "601")]), Outcome::Fails);
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let error = |text| Condition::parse(text, Vec::new()).unwrap_err();
        assert_eq!(error("storeys <= 2"), ConditionError::UnknownVariable("storeys".into()));
        assert_eq!(error("live_work <= yes"), ConditionError::NoOrder("live_work"));
        assert!(matches!(error("use_area_m2 150"), ConditionError::NoComparison(_)));
        assert!(matches!(error("use_area_m2 <= small"), ConditionError::Limit { .. }));
    }
}
