//! What should still be asked, because the answer can change the verdict?
//!
//! Every limit of a rule divides the answers of an input into kinds that the rule treats alike. Trying one
//! answer of each kind, for all unknown inputs together, shows which of them can still tip the verdict,
//! and how often: those are asked, the most decisive first. What cannot matter is never asked.

use super::book::LawBook;
use super::condition::{Comparison, Condition};
use super::inputs::Inputs;
use super::land_use::UseId;
use super::question::Question;
use super::variable::{Kind, Variable};
use super::verdict::Verdict;
use crate::domain::UseDistrict;

/// What is assumed where nobody said: asking would only confuse.
pub(super) const NEVER_ASKED: &[Variable] =
    &[Variable::NonresTotalM2, Variable::OtherNonHaM2, Variable::OtherLargeAttractM2];

/// An unknown input and one answer of each kind.
pub(super) struct Unknown {
    variable: Variable,
    pub(super) answers: Vec<f64>,
}

impl LawBook {
    /// What should still be asked about a use in these districts, most decisive first.
    pub fn questions(&self, use_id: UseId, inputs: &Inputs, districts: &[UseDistrict]) -> Vec<Question> {
        let mut weights = vec![0.0_f64; Variable::INPUTS.len()];
        for district in districts {
            let unknowns = self.unknowns(use_id, inputs, *district);
            for (unknown, weight) in unknowns.iter().zip(self.weigh(use_id, inputs, *district, &unknowns)) {
                let at = Variable::INPUTS.iter().position(|v| *v == unknown.variable);
                weights[at.unwrap_or_default()] += weight;
            }
        }
        let mut asked: Vec<(f64, Variable)> = weights
            .into_iter()
            .zip(Variable::INPUTS)
            .filter(|(w, _)| *w > 0.0)
            .map(|(w, v)| (w, *v))
            .collect();
        asked.sort_by(|a, b| b.0.total_cmp(&a.0));
        asked.into_iter().map(|(_, input)| Question::about(input, self.question_text(input))).collect()
    }

    /// The unknown inputs a rule looks at.
    pub(super) fn unknowns(&self, use_id: UseId, inputs: &Inputs, district: UseDistrict) -> Vec<Unknown> {
        let rule = self.rule(use_id, district);
        let mut conditions: Vec<&Condition> = rule.alternatives.iter().flat_map(|a| &a.conditions).collect();
        if conditions.iter().any(|c| c.variable == Variable::NonHaTotalM2) {
            conditions.extend(self.rule_of_ha(use_id).alternatives.iter().flat_map(|a| &a.conditions));
        }
        let mut cuts: Vec<(Variable, Option<f64>)> = conditions.iter().flat_map(|c| cuts(c)).collect();
        let may_pass = matches!(rule.verdict, Verdict::Permitted | Verdict::Conditional);
        if may_pass && self.land_use(use_id).hazmat && self.districts().of(district).hazmat.is_some() {
            cuts.push((Variable::Hazmat, None));
        }
        let asked =
            Variable::INPUTS.iter().filter(|v| !NEVER_ASKED.contains(v) && inputs.value(**v).is_none());
        asked
            .filter(|variable| cuts.iter().any(|(v, _)| v == *variable))
            .map(|variable| {
                let limits = cuts.iter().filter(|(v, _)| v == variable).filter_map(|(_, limit)| *limit);
                Unknown { variable: *variable, answers: answers(*variable, limits.collect()) }
            })
            .collect()
    }

    /// For each unknown, the share of circumstances in which its answer tips the verdict.
    fn weigh(&self, use_id: UseId, inputs: &Inputs, district: UseDistrict, unknowns: &[Unknown]) -> Vec<f64> {
        let total: usize = unknowns.iter().map(|u| u.answers.len()).product();
        let verdicts: Vec<Option<Verdict>> = (0..total)
            .map(|at| {
                let plan = plan(inputs, unknowns, at);
                hangs_together(&plan).then(|| self.verdict(use_id, &plan, district))
            })
            .collect();
        let mut stride = 1;
        unknowns
            .iter()
            .map(|unknown| {
                let kinds = unknown.answers.len();
                let firsts = (0..total).filter(|at| (at / stride).is_multiple_of(kinds));
                let tips = firsts.clone().filter(|first| {
                    let mut along = (0..kinds).filter_map(|k| verdicts[first + k * stride]);
                    along.next().is_some_and(|one| along.any(|other| other != one))
                });
                let share = tips.count() as f64 / firsts.count().max(1) as f64;
                stride *= kinds;
                share
            })
            .collect()
    }
}

/// The plan with the answers of one circumstance, counted like the digits of a number.
pub(super) fn plan(inputs: &Inputs, unknowns: &[Unknown], mut at: usize) -> Inputs {
    let mut plan = *inputs;
    for unknown in unknowns {
        let kinds = unknown.answers.len();
        plan.put(unknown.variable, Some(unknown.answers[at % kinds]));
        at /= kinds;
    }
    plan
}

/// No part is larger than the whole.
pub(super) fn hangs_together(plan: &Inputs) -> bool {
    let fits =
        |part: Option<f64>, whole: Option<f64>| part.zip(whole).is_none_or(|(part, whole)| part <= whole);
    fits(plan.workshop_m2, plan.use_area_m2)
        && fits(plan.seat_area_m2, plan.use_area_m2)
        && fits(plan.use_area_m2, plan.building_total_m2)
}

/// The inputs a condition looks at, each with the largest value of a kind of answers.
fn cuts(condition: &Condition) -> Vec<(Variable, Option<f64>)> {
    let limit = condition.limit.number.map(|limit| match condition.comparison {
        Comparison::AtMost | Comparison::Above | Comparison::Equal => limit,
        Comparison::Below | Comparison::AtLeast => below(condition.variable, limit),
    });
    let own = match condition.variable {
        Variable::NonresTotalM2 | Variable::NonHaTotalM2 | Variable::LargeAttractTotalM2 => {
            Variable::UseAreaM2
        }
        variable => variable,
    };
    let other = condition.limit.variable.map(|v| (v, None));
    let when = condition.when.map(|w| (w.variable, Some(w.number)));
    [Some((own, limit)), other, when].into_iter().flatten().collect()
}

fn below(variable: Variable, limit: f64) -> f64 {
    match variable.kind() {
        Kind::Storey | Kind::Class | Kind::YesNo => limit - 1.0,
        Kind::Number | Kind::Share => limit.next_down(),
    }
}

/// One answer of each kind: the largest of each, and one just beyond the last, so that a part can still fit
/// into its whole. A whole is as large as it needs to be.
fn answers(variable: Variable, mut limits: Vec<f64>) -> Vec<f64> {
    const TINY: f64 = 1.0;
    const HUGE: f64 = 1e9;
    limits.sort_unstable_by(f64::total_cmp);
    limits.dedup();
    let last = limits.last().copied();
    match variable.kind() {
        Kind::YesNo => vec![0.0, 1.0],
        Kind::Share => limits.into_iter().filter(|l| *l < 1.0).chain([1.0]).collect(),
        Kind::Class => limits.into_iter().filter(|l| *l < 3.0).chain([3.0]).collect(),
        Kind::Storey => limits.into_iter().chain([last.unwrap_or(1.0) + 1.0]).collect(),
        Kind::Number => {
            let tiny = limits.first().is_none_or(|first| *first > TINY).then_some(TINY);
            let beyond = last.filter(|_| variable != Variable::BuildingTotalM2).map_or(HUGE, f64::next_up);
            tiny.into_iter().chain(limits).chain([beyond]).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(land_use: &str, inputs: &[(&str, &str)], district: UseDistrict) -> Vec<&'static str> {
        let book = LawBook::built_in();
        let inputs = Inputs::from_pairs(inputs.iter().copied()).unwrap();
        let questions = book.questions(book.use_(land_use).unwrap(), &inputs, &[district]);
        questions.iter().map(|q| q.input.slug()).collect()
    }

    #[test]
    fn nothing_is_asked_where_nothing_depends_on_the_plan() {
        assert!(asked("cafe_restaurant", &[], UseDistrict::Commercial).is_empty());
        assert!(asked("hotel", &[], UseDistrict::MidHigh2).is_empty());
    }

    #[test]
    fn a_small_shop_on_the_ground_floor_is_asked_nothing_more() {
        let plan = [("use_area_m2", "60"), ("storey_max", "1")];
        assert!(asked("cafe_restaurant", &plan, UseDistrict::Low2).is_empty());
    }

    #[test]
    fn a_dwelling_is_asked_about_only_while_it_can_save_the_use() {
        assert_eq!(
            asked("office", &[("use_area_m2", "40")], UseDistrict::Low1),
            ["live_work", "dwelling_share"]
        );
        assert!(asked("office", &[("use_area_m2", "51")], UseDistrict::Low1).is_empty());
    }

    #[test]
    fn without_motors_the_size_of_a_workshop_is_not_asked() {
        let quiet =
            asked("factory", &[("motor_kw", "0"), ("hazmat", "false")], UseDistrict::QuasiResidential);
        assert_eq!(quiet, ["process_class"]);
        let loud = asked("factory", &[("motor_kw", "5"), ("hazmat", "false")], UseDistrict::QuasiResidential);
        assert!(loud.contains(&"workshop_m2"));
    }

    #[test]
    fn hazardous_materials_are_asked_about_where_the_use_often_has_them() {
        assert!(asked("auto_repair", &[], UseDistrict::QuasiIndustrial).contains(&"hazmat"));
        assert!(!asked("cafe_restaurant", &[], UseDistrict::Low2).contains(&"hazmat"));
        assert!(!asked("auto_repair", &[], UseDistrict::Industrial).contains(&"hazmat"));
    }
}
