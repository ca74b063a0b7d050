//! May this business open here, and by which clause?
//!
//! The Building Standards Act lists, district by district, what may or may not be built (art. 48 and
//! appended table 2). `data/law/` holds those rules as tables a planner can read beside the act; this room
//! judges a use by them. It is pure: it reads nothing but the tables it was built with, and the texts
//! a caller gives it. It never says that a business may trade: other laws decide that too.

mod book;
mod case_file;
mod case_report;
mod case_words;
mod cases;
mod catalogue;
mod cautions;
mod citation;
mod condition;
mod condition_text;
mod district_words;
mod districts;
mod error;
mod explain;
mod inputs;
mod interval;
mod judge;
mod land_use;
mod land_use_rows;
mod language;
mod occasion;
mod overlay;
mod overview;
mod provisions;
mod question;
mod questions;
mod rows;
mod rule_rows;
mod rules;
mod said;
mod site;
mod site_words;
mod spelling;
mod table;
mod text;
mod thesaurus;
mod thesaurus_rows;
#[cfg(test)]
mod thesaurus_tests;
mod variable;
mod verdict;
mod within;
mod word_key;
mod wording;
mod wording_limits;

#[cfg(test)]
mod explain_tests;
#[cfg(test)]
mod overlay_tests;
#[cfg(test)]
mod place_tests;
#[cfg(test)]
mod proofs;
#[cfg(test)]
mod reach_tests;
#[cfg(test)]
mod rule_tests;

pub use book::LawBook;
pub use case_file::{CaseError, CaseFileError, CaseReason, read_cases};
pub use case_report::CaseReport;
pub use cases::{Case, Trial};
pub use catalogue::{HazmatLimit, Process};
pub use cautions::{Caution, CautionLevel, CautionNote};
pub use citation::is_named;
pub use condition::{Comparison, Condition, Limit, Outcome, When};
pub use condition_text::ConditionError;
pub use error::{CellReason, LawError};
pub use explain::{Explanation, explain};
pub use inputs::{InputError, Inputs, ProcessClass};
pub use judge::{AlternativeOutcome, ConditionOutcome, Judgement};
pub use land_use::{LandUse, UseGroup, UseId};
pub use language::{Language, UnknownLanguage, Words};
pub use overlay::{CellChange, OverlayChanges};
pub use overview::Overview;
pub use question::{AnswerKind, Choice, Question};
pub use site::{NEAR_M, Site, SiteArea, SiteJudgement, SiteReason, judge_site};
pub use table::{AreaStep, AreaSteps, AreaVerdicts, DistrictSteps, StoreySteps, VerdictTable, district_bit};
pub use text::{Amendment, LawText, OverlayText};
pub use thesaurus::{Suggestion, Thesaurus, Word, WordAnswer, WordQuestion};
pub use variable::{Kind, Variable};
pub use verdict::Verdict;
pub use word_key::Match;
