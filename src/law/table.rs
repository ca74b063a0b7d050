//! One use's verdicts for any district, storey and area, worked out once.
//!
//! A verdict changes only where a rule has a limit. So the limits of the rules cut storeys and areas into
//! steps, and one judgement a step answers for every place: a map of thousands looks up instead of judging.

use super::book::LawBook;
use super::condition::{Comparison, Condition};
use super::inputs::Inputs;
use super::land_use::UseId;
use super::variable::Variable;
use super::verdict::Verdict;
use crate::domain::UseDistrict;

/// The verdicts of one use with one set of inputs, in steps by storey and area.
#[derive(Debug, Clone, PartialEq)]
pub struct VerdictTable {
    /// The highest storey of each step but the last, which has no upper end.
    storeys: Vec<i8>,
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
        let steps = &self.districts[district as usize];
        let areas = match storey {
            None => &steps.unknown_storey,
            Some(storey) => {
                let at = self.storeys.iter().take_while(|up_to| storey > **up_to).count();
                &steps.storeys[at].areas
            }
        };
        areas.verdict(area_m2)
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

impl AreaSteps {
    /// The verdict for an area.
    pub fn verdict(&self, area_m2: Option<f64>) -> Verdict {
        let Some(area) = area_m2 else { return self.unknown };
        let step = self.steps.iter().find(|step| step.up_to_m2.is_none_or(|up_to| area <= up_to));
        step.map_or(self.unknown, |step| step.verdict)
    }
}

impl LawBook {
    /// One use's verdicts everywhere, for looking up many places.
    pub fn table(&self, use_id: UseId, inputs: &Inputs) -> VerdictTable {
        let storeys = self.storey_steps();
        let districts = UseDistrict::ALL
            .iter()
            .map(|district| {
                let cuts = self.area_cuts(use_id, inputs, *district);
                let with_storey = |storey: Option<i8>| {
                    let inputs = Inputs { storey_max: inputs.storey_max.or(storey), ..*inputs };
                    AreaSteps::new(&cuts, &inputs, |inputs| self.verdict(use_id, inputs, *district))
                };
                let above = storeys.last().map_or(1, |last| last.saturating_add(1));
                let up_to = storeys.iter().copied().map(Some).chain([None]);
                DistrictSteps {
                    district: *district,
                    storeys: up_to
                        .map(|up_to| StoreySteps { up_to, areas: with_storey(up_to.or(Some(above))) })
                        .collect(),
                    unknown_storey: with_storey(None),
                }
            })
            .collect();
        VerdictTable { storeys, districts }
    }

    /// The storeys after which some rule of the book changes its mind.
    fn storey_steps(&self) -> Vec<i8> {
        let conditions = self.rules().iter().flat_map(|r| &r.alternatives).flat_map(|a| &a.conditions);
        let mut cuts: Vec<i8> = conditions
            .filter(|c| c.variable == Variable::StoreyMax)
            .filter_map(|c| Some((c.comparison, c.limit.number? as i8)))
            .flat_map(|(comparison, limit)| match comparison {
                Comparison::AtMost | Comparison::Above => vec![limit],
                Comparison::Below | Comparison::AtLeast => vec![limit.saturating_sub(1)],
                Comparison::Equal => vec![limit.saturating_sub(1), limit],
            })
            .collect();
        cuts.sort_unstable();
        cuts.dedup();
        cuts
    }

    /// The areas at which the verdict of a use in a district may change.
    fn area_cuts(&self, use_id: UseId, inputs: &Inputs, district: UseDistrict) -> Vec<f64> {
        if inputs.use_area_m2.is_some() {
            return Vec::new();
        }
        let rules = [self.rule(use_id, district), self.rule_of_ha(use_id)];
        let conditions = rules.iter().flat_map(|r| &r.alternatives).flat_map(|a| &a.conditions);
        let mut cuts: Vec<f64> = conditions.flat_map(|c| cuts_of(c, inputs)).filter(|c| *c > 0.0).collect();
        cuts.sort_unstable_by(f64::total_cmp);
        cuts.dedup();
        cuts
    }
}

/// The areas of the use at which a condition changes its outcome, given the other inputs.
fn cuts_of(condition: &Condition, inputs: &Inputs) -> Vec<f64> {
    let others = match condition.variable {
        Variable::UseAreaM2
        | Variable::NonresTotalM2
        | Variable::WorkshopM2
        | Variable::SeatAreaM2
        | Variable::BuildingTotalM2 => 0.0,
        Variable::NonHaTotalM2 => inputs.other_non_ha_m2.unwrap_or(0.0),
        Variable::LargeAttractTotalM2 => inputs.other_large_attract_m2.unwrap_or(0.0),
        _ => return Vec::new(),
    };
    let other_floor = condition.limit.variable.and_then(|v| inputs.value(v));
    [condition.limit.number, other_floor].into_iter().flatten().map(|limit| limit - others).collect()
}

impl AreaSteps {
    /// Judges each cut, what lies below it, and what lies beyond the last.
    fn new(cuts: &[f64], inputs: &Inputs, judge: impl Fn(&Inputs) -> Verdict) -> Self {
        let at = |area: f64| judge(&Inputs { use_area_m2: inputs.use_area_m2.or(Some(area)), ..*inputs });
        let unknown = judge(inputs);
        let mut steps: Vec<AreaStep> = Vec::new();
        let mut push = |up_to_m2: Option<f64>, verdict| match steps.last_mut() {
            Some(last) if last.verdict == verdict => last.up_to_m2 = up_to_m2,
            _ => steps.push(AreaStep { up_to_m2, verdict }),
        };
        let mut below = 0.0;
        for cut in cuts {
            push(Some(cut.next_down()), at(f64::midpoint(below, *cut)));
            push(Some(*cut), at(*cut));
            below = *cut;
        }
        push(None, at(below * 2.0 + 1.0));
        Self { steps, unknown }
    }
}

/// A district as one bit, for sets of districts in a `u16`.
pub const fn district_bit(district: UseDistrict) -> u16 {
    1 << district as u16
}
