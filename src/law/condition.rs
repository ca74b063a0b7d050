//! One condition of a provision: a quantity, a comparison and a limit, with its citation.
//!
//! A plan may leave anything open, so a condition has three outcomes. Every quantity is an interval;
//! a condition holds if the whole interval is within the limit and fails if none of it is.

use super::interval::{Interval, Known};
use super::variable::Variable;

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

impl Condition {
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
}
