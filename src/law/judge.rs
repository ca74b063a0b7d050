//! What does the law say about a use with these inputs in this district, and by which clause?

use super::book::LawBook;
use super::condition::{Condition, Outcome};
use super::inputs::Inputs;
use super::interval::Known;
use super::land_use::UseId;
use super::language::Words;
use super::rule_rows::is_more_exact;
use super::rules::{Alternative, Rule};
use super::verdict::Verdict;
use crate::domain::UseDistrict;

/// A verdict with everything it rests on.
#[derive(Debug, Clone)]
pub struct Judgement<'b> {
    /// The use.
    pub use_id: UseId,
    /// The district.
    pub district: UseDistrict,
    /// What it was judged by.
    pub inputs: Inputs,
    /// The verdict.
    pub verdict: Verdict,
    /// The ways it can be legal: any one that holds is enough. Empty where nothing depends on the plan.
    pub alternatives: Vec<AlternativeOutcome<'b>>,
    /// The clauses the verdict rests on.
    pub citations: Vec<&'b str>,
    /// Why the ward must be asked, or what else to know.
    pub reason: Option<&'b Words>,
    /// What wards usually answer, where the ward must be asked.
    pub leaning: Option<Verdict>,
    /// True where only the hazardous materials made it a question for the ward.
    pub asks_hazmat: bool,
    /// The ward's own rules, where they and not the national ones decided.
    pub overlay: Option<&'b str>,
    /// The area inside which the rule that decided holds, where it holds only there.
    pub within: Option<&'b str>,
}

/// One way to be legal, and what became of it.
#[derive(Debug, Clone)]
pub struct AlternativeOutcome<'b> {
    /// The provisions it is made of, as in `shop_150`.
    pub id: &'b str,
    /// What became of it.
    pub outcome: Outcome,
    /// Its conditions, all of which it needs.
    pub conditions: Vec<ConditionOutcome<'b>>,
    /// The clauses it stands on.
    pub citations: &'b [String],
}

/// A condition and what became of it.
#[derive(Debug, Clone, Copy)]
pub struct ConditionOutcome<'b> {
    /// The condition.
    pub condition: &'b Condition,
    /// What became of it.
    pub outcome: Outcome,
}

impl LawBook {
    /// What the law says about a use in a district.
    pub fn judge(&self, use_id: UseId, inputs: &Inputs, district: UseDistrict) -> Judgement<'_> {
        self.judge_by(self.rule(use_id, district), use_id, inputs, district)
    }

    /// What a rule says about a use in a district.
    pub(super) fn judge_by<'b>(
        &'b self,
        rule: &'b Rule,
        use_id: UseId,
        inputs: &Inputs,
        district: UseDistrict,
    ) -> Judgement<'b> {
        let known = self.known(use_id, inputs);
        let ruled = ruled(rule, &known);
        let verdict = self.with_hazmat(ruled, inputs, district);
        let asks_hazmat = verdict != ruled;
        let alternatives: Vec<_> = rule.alternatives.iter().map(|a| look_at(a, &known)).collect();
        let mut citations = Vec::new();
        if asks_hazmat {
            let column = self.districts().of(district).hazmat.as_ref();
            citations.extend(column.into_iter().flat_map(|c| &c.citations).map(String::as_str));
        }
        cite(rule, ruled, &alternatives, &mut citations);
        Judgement {
            use_id,
            district,
            inputs: *inputs,
            verdict,
            alternatives,
            citations,
            reason: rule.reason.as_ref(),
            leaning: rule.leaning,
            asks_hazmat,
            overlay: self.overlay_name().filter(|_| rule.from_overlay),
            within: None,
        }
    }

    /// The verdict alone, for looking at many cases.
    pub fn verdict(&self, use_id: UseId, inputs: &Inputs, district: UseDistrict) -> Verdict {
        self.verdict_by(self.rule(use_id, district), use_id, inputs, district)
    }

    /// The verdict of a rule alone.
    pub(super) fn verdict_by(
        &self,
        rule: &Rule,
        use_id: UseId,
        inputs: &Inputs,
        district: UseDistrict,
    ) -> Verdict {
        let ruled = match rule.verdict {
            Verdict::Conditional => ruled(rule, &self.known(use_id, inputs)),
            plain => plain,
        };
        self.with_hazmat(ruled, inputs, district)
    }

    /// What a plan says, with whether (は)項 lists the use: it does where the first mid/high-rise district
    /// would take it, by the national rules, in this size and on this storey.
    pub(super) fn known<'i>(&self, use_id: UseId, inputs: &'i Inputs) -> Known<'i> {
        let known = Known::new(inputs);
        let rule = self.rule_of_ha(use_id);
        let listed = match rule.verdict {
            Verdict::Permitted => Outcome::Holds,
            _ => rule.outcome(&known),
        };
        known.with_listed_in_ha(listed)
    }

    /// Hazardous materials are never decided here: their kinds and amounts are the ward's to judge.
    fn with_hazmat(&self, verdict: Verdict, inputs: &Inputs, district: UseDistrict) -> Verdict {
        let limited = self.districts().of(district).hazmat.is_some();
        match verdict {
            Verdict::Permitted | Verdict::Conditional if inputs.hazmat == Some(true) && limited => {
                Verdict::AskWard
            }
            other => other,
        }
    }
}

fn ruled(rule: &Rule, known: &Known<'_>) -> Verdict {
    if rule.verdict != Verdict::Conditional {
        return rule.verdict;
    }
    match rule.outcome(known) {
        Outcome::Holds => Verdict::Permitted,
        Outcome::Open => Verdict::Conditional,
        Outcome::Fails => Verdict::Prohibited,
    }
}

fn look_at<'b>(alternative: &'b Alternative, known: &Known<'_>) -> AlternativeOutcome<'b> {
    let conditions = alternative
        .conditions
        .iter()
        .map(|condition| ConditionOutcome { condition, outcome: condition.outcome(known) })
        .collect();
    AlternativeOutcome {
        id: &alternative.id,
        outcome: alternative.outcome(known),
        conditions,
        citations: &alternative.citations,
    }
}

/// Permitted cites the first way that holds, conditional every way still open, anything else the rule, and
/// prohibited also the conditions that fail.
fn cite<'b>(
    rule: &'b Rule,
    ruled: Verdict,
    alternatives: &[AlternativeOutcome<'b>],
    citations: &mut Vec<&'b str>,
) {
    let mut add = |more: &'b [String]| {
        for one in more.iter().map(String::as_str) {
            if !citations.iter().any(|c| *c == one || is_more_exact(c, one)) {
                citations.push(one);
            }
        }
    };
    let with = |outcome| alternatives.iter().filter(move |a| a.outcome == outcome);
    match ruled {
        Verdict::Permitted if !alternatives.is_empty() => {
            with(Outcome::Holds).take(1).for_each(|a| add(a.citations));
        }
        Verdict::Conditional => with(Outcome::Open).for_each(|a| add(a.citations)),
        _ => add(&rule.citations),
    }
    if ruled == Verdict::Prohibited {
        let failing = alternatives.iter().flat_map(|a| &a.conditions).filter(|c| c.outcome == Outcome::Fails);
        failing.for_each(|c| add(&c.condition.citations));
    }
}
