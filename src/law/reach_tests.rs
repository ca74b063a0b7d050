//! Is there nothing in the tables that can never decide anything?

use super::condition::Outcome;
use super::questions::{hangs_together, plan};
use super::{Inputs, Judgement, LawBook, Verdict};
use crate::domain::UseDistrict;

/// Every plan a rule can tell apart, judged.
fn judgements(book: &LawBook, land_use: &str, district: UseDistrict) -> Vec<Judgement<'static>> {
    let use_id = book.use_(land_use).unwrap();
    let nothing = Inputs { hazmat: Some(false), ..Inputs::default() };
    let unknowns = book.unknowns(use_id, &nothing, district);
    let total: usize = unknowns.iter().map(|u| u.answers.len()).product();
    (0..total)
        .map(|at| plan(&nothing, &unknowns, at))
        .filter(hangs_together)
        .map(|inputs| LawBook::built_in().judge(use_id, &inputs, district))
        .collect()
}

fn conditional_cells() -> impl Iterator<Item = (&'static str, UseDistrict)> {
    let book = LawBook::built_in();
    let cells = book.uses().iter().flat_map(|u| UseDistrict::ALL.iter().map(move |d| (u, *d)));
    cells
        .filter(|(u, d)| LawBook::built_in().rule(u.id, *d).verdict == Verdict::Conditional)
        .map(|(u, d)| (u.slug.as_str(), d))
}

#[test]
fn every_way_of_every_rule_decides_for_some_plan() {
    let book = LawBook::built_in();
    for (land_use, district) in conditional_cells() {
        let judged = judgements(book, land_use, district);
        for at in 0..judged[0].alternatives.len() {
            let only_this = judged.iter().any(|j| {
                let holds = |a: &super::AlternativeOutcome<'_>| a.outcome == Outcome::Holds;
                holds(&j.alternatives[at]) && j.alternatives.iter().filter(|a| holds(a)).count() == 1
            });
            assert!(only_this, "{land_use} {district:?}: {} decides nothing", judged[0].alternatives[at].id);
        }
    }
}

#[test]
fn every_condition_of_every_rule_refuses_some_plan_that_meets_the_others() {
    let book = LawBook::built_in();
    for (land_use, district) in conditional_cells() {
        let judged = judgements(book, land_use, district);
        for (at, way) in judged[0].alternatives.iter().enumerate() {
            for which in 0..way.conditions.len() {
                let decides = judged.iter().filter(|j| j.verdict == Verdict::Prohibited).any(|j| {
                    let mut outcomes = j.alternatives[at].conditions.iter().enumerate();
                    outcomes.all(|(c, found)| (found.outcome == Outcome::Fails) == (c == which))
                });
                let condition = way.conditions[which].condition.variable.slug();
                assert!(decides, "{land_use} {district:?}: {} {condition} refuses nothing", way.id);
            }
        }
    }
}

#[test]
fn every_line_of_every_provision_is_used_by_some_rule() {
    let book = LawBook::built_in();
    for (name, district) in book.provisions().places() {
        let used = book.uses().iter().any(|u| {
            let ways = &book.rule(u.id, district).alternatives;
            ways.iter().any(|a| a.id.split('+').any(|part| part.trim() == name))
        });
        assert!(used, "{name} is written for {district:?} and used by no rule there");
    }
}

#[test]
fn the_verdict_of_every_rule_but_a_conditional_one_stands_whatever_the_plan() {
    let book = LawBook::built_in();
    for (land_use, district) in book.uses().iter().flat_map(|u| UseDistrict::ALL.iter().map(move |d| (u, *d)))
    {
        let rule = book.rule(land_use.id, district);
        let expected = rule.verdict;
        if expected != Verdict::Conditional {
            let verdict = book.verdict(land_use.id, &Inputs::default().as_whole_plan(), district);
            assert_eq!(verdict, expected, "{} {district:?}", land_use.slug);
        }
    }
}
