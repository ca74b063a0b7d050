//! One use's verdicts for any district, storey and area, worked out once.
//!
//! A verdict changes only where a rule has a limit. So the limits of the rules cut storeys and areas into
//! steps, and one judgement a step answers for every place: a map of thousands looks up instead of judging.

use super::book::LawBook;
use super::condition::{Comparison, Condition};
use super::inputs::Inputs;
use super::land_use::UseId;
use super::rules::Rule;
use super::variable::Variable;
use super::verdict::Verdict;
use super::within::stricter;
use crate::domain::UseDistrict;

/// The verdicts of one use with one set of inputs, in steps by storey and area.
#[derive(Debug, Clone, PartialEq)]
pub struct VerdictTable {
    /// The highest storey of each step but the last, which has no upper end.
    storeys: Vec<i8>,
    districts: Vec<DistrictSteps>,
    within: Vec<AreaVerdicts>,
}

/// The verdicts inside an area with rules of its own, in the districts those rules speak of.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaVerdicts {
    /// The exact name of the area.
    pub area: String,
    /// The districts, as they count inside it.
    pub districts: Vec<DistrictSteps>,
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
        self.look_up(&self.districts[district as usize], storey, area_m2)
    }

    /// What is different inside an area, by the name of the area.
    pub fn within(&self) -> &[AreaVerdicts] {
        &self.within
    }

    fn look_up(&self, steps: &DistrictSteps, storey: Option<i8>, area_m2: Option<f64>) -> Verdict {
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
        Self::agreed(own, near, |district| self.verdict(district, storey, area_m2))
    }

    /// The verdict of a place that areas with rules of their own hold.
    pub fn site_verdict_within<S: AsRef<str>>(
        &self,
        own: Option<UseDistrict>,
        near: u16,
        areas: &[S],
        storey: Option<i8>,
        area_m2: Option<f64>,
    ) -> Verdict {
        Self::agreed(own, near, |district| {
            let inside = self.within.iter().filter(|w| areas.iter().any(|name| name.as_ref() == w.area));
            let ruled = inside.flat_map(|w| &w.districts).filter(|steps| steps.district == district);
            ruled
                .map(|steps| self.look_up(steps, storey, area_m2))
                .reduce(stricter)
                .unwrap_or_else(|| self.verdict(district, storey, area_m2))
        })
    }

    fn agreed(own: Option<UseDistrict>, near: u16, verdict_in: impl Fn(UseDistrict) -> Verdict) -> Verdict {
        let Some(own) = own else { return Verdict::AskWard };
        let verdict = verdict_in(own);
        let disagrees = UseDistrict::ALL
            .iter()
            .filter(|d| near & district_bit(**d) != 0)
            .any(|d| verdict_in(*d) != verdict);
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
        let steps = |district: UseDistrict, rules: &[&Rule], judge: &dyn Fn(&Inputs) -> Verdict| {
            let cuts = self.area_cuts(use_id, inputs, rules);
            let with_storey = |storey: Option<i8>| {
                let inputs = Inputs { storey_max: inputs.storey_max.or(storey), ..*inputs };
                AreaSteps::new(&cuts, &inputs, judge)
            };
            let above = storeys.last().map_or(1, |last| last.saturating_add(1));
            let up_to = storeys.iter().copied().map(Some).chain([None]);
            DistrictSteps {
                district,
                storeys: up_to
                    .map(|up_to| StoreySteps { up_to, areas: with_storey(up_to.or(Some(above))) })
                    .collect(),
                unknown_storey: with_storey(None),
            }
        };
        let own = |d: &UseDistrict| {
            steps(*d, &[self.rule(use_id, *d)], &|inputs: &Inputs| self.verdict(use_id, inputs, *d))
        };
        let districts = UseDistrict::ALL.iter().map(own).collect();
        let mut within: Vec<AreaVerdicts> = Vec::new();
        for inside in self.rules().area_rules().iter().filter(|rule| rule.use_id == use_id) {
            let rules = [self.rule(use_id, inside.district), &inside.rule];
            let judged = steps(inside.district, &rules, &|inputs: &Inputs| {
                let verdict = self.verdict_by(&inside.rule, use_id, inputs, inside.district);
                if inside.relaxes {
                    verdict
                } else {
                    stricter(self.verdict(use_id, inputs, inside.district), verdict)
                }
            });
            match within.iter_mut().find(|w| w.area == inside.area) {
                Some(known) => known.districts.push(judged),
                None => within.push(AreaVerdicts { area: inside.area.clone(), districts: vec![judged] }),
            }
        }
        VerdictTable { storeys, districts, within }
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
    fn area_cuts(&self, use_id: UseId, inputs: &Inputs, rules: &[&Rule]) -> Vec<f64> {
        if inputs.use_area_m2.is_some() {
            return Vec::new();
        }
        let rules = rules.iter().copied().chain([self.rule_of_ha(use_id)]);
        let conditions = rules.flat_map(|r| &r.alternatives).flat_map(|a| &a.conditions);
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
