//! What does the law say about a use with these inputs in this district, and by which clause?

use super::condition::{Condition, Outcome};
use super::land_use::UseId;
use super::language::Words;
use super::verdict::Verdict;
use crate::domain::UseDistrict;

/// A verdict with everything it rests on.
#[derive(Debug, Clone)]
pub struct Judgement<'b> {
    /// The use.
    pub use_id: UseId,
    /// The district.
    pub district: UseDistrict,
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
}

/// One way to be legal, and what became of it.
#[derive(Debug, Clone)]
pub struct AlternativeOutcome<'b> {
    /// The provision's word, as in `shop_150`.
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
