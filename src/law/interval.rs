//! What is known about each quantity of a plan: an interval it must lie in.

use super::condition::Outcome;
use super::inputs::Inputs;
use super::variable::{Kind, Variable};

/// A closed interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Interval {
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Interval {
    pub(super) const ANY: Self = Self { low: f64::NEG_INFINITY, high: f64::INFINITY };
    const NOT_NEGATIVE: Self = Self { low: 0.0, high: f64::INFINITY };

    pub(super) const fn point(at: f64) -> Self {
        Self { low: at, high: at }
    }

    pub(super) fn is_point(self) -> bool {
        self.low.total_cmp(&self.high).is_eq()
    }

    fn plus(self, more: f64) -> Self {
        Self { low: self.low + more, high: self.high + more }
    }
}

/// What a plan says, as one interval a quantity.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'i> {
    inputs: &'i Inputs,
    /// Whether the use counts among those (は)項 lists.
    listed_in_ha: Outcome,
}

impl<'i> Known<'i> {
    /// What is known before it is known whether (は)項 lists the use.
    pub(super) fn new(inputs: &'i Inputs) -> Self {
        Self { inputs, listed_in_ha: Outcome::Open }
    }

    pub(super) fn with_listed_in_ha(self, listed_in_ha: Outcome) -> Self {
        Self { listed_in_ha, ..self }
    }

    /// The interval a quantity must lie in.
    pub(super) fn of(&self, variable: Variable) -> Interval {
        match self.inputs.value(variable) {
            Some(value) => Interval::point(value),
            None => self.unknown(variable),
        }
    }

    fn unknown(&self, variable: Variable) -> Interval {
        let area = || self.of(Variable::UseAreaM2);
        match variable {
            Variable::NonresTotalM2 => area(),
            // A part is no larger than the whole, and the building no smaller than the use in it.
            Variable::WorkshopM2 | Variable::SeatAreaM2 => Interval { low: 0.0, high: area().high },
            Variable::BuildingTotalM2 => Interval { low: area().low, high: f64::INFINITY },
            Variable::OtherNonHaM2 | Variable::OtherLargeAttractM2 => Interval::point(0.0),
            Variable::LargeAttractTotalM2 => area().plus(self.of(Variable::OtherLargeAttractM2).low),
            Variable::NonHaTotalM2 => self.non_ha_total(),
            _ => match variable.kind() {
                Kind::Number => Interval::NOT_NEGATIVE,
                Kind::Storey => Interval::ANY,
                Kind::Share | Kind::YesNo => Interval { low: 0.0, high: 1.0 },
                Kind::Class => Interval { low: 0.0, high: 3.0 },
            },
        }
    }

    fn non_ha_total(&self) -> Interval {
        let counted = self.of(Variable::UseAreaM2).plus(self.of(Variable::OtherNonHaM2).low);
        match self.listed_in_ha {
            Outcome::Holds => Interval::point(0.0),
            Outcome::Fails => counted,
            Outcome::Open => Interval { low: 0.0, high: counted.high },
        }
    }
}
