//! How the law itself looks in JSON: its title and dates, what a verdict leaves out, what its words mean.

use serde::Serialize;
use utoipa::ToSchema;

use super::word::{UseDistrictWord, VerdictWord};

/// A change of the law that the rules contain.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AmendmentBody<'a> {
    /// In force since.
    #[schema(example = "2018-04-01")]
    pub date: &'a str,
    /// What changed.
    pub what: &'a str,
}

/// The texts the rules were read from.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct LawSource<'a> {
    /// The act and its number.
    pub act: &'a str,
    /// The order and its number.
    pub order: &'a str,
    /// Which states of both were in force.
    pub in_force: &'a str,
    /// Where the text was read.
    pub source: &'a str,
    /// Amendments the rules contain, the oldest first.
    pub amendments: Vec<AmendmentBody<'a>>,
}

/// A caution, as the table has it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct CautionText<'a> {
    /// Its word.
    pub id: &'a str,
    /// `ask`, `check` or `note`.
    #[schema(example = "check")]
    pub level: &'static str,
    /// What it is about.
    pub title: &'a str,
    /// What to know.
    pub text: &'a str,
    /// Where it is written.
    pub source: &'a str,
    /// How sure it is: `text`, `official`, `secondary` or `unverified`.
    pub confidence: &'a str,
}

/// A verdict and what it is called.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct VerdictLabel {
    /// The word.
    pub verdict: VerdictWord,
    /// What it is called.
    pub label: String,
}

/// A rule the ward replaced.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct OverlayRule<'a> {
    /// The use.
    #[serde(rename = "use")]
    pub land_use: &'a str,
    /// The district.
    pub district: UseDistrictWord,
}

/// The ward's own rules, laid over the national ones.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct OverlayBody<'a> {
    /// What the ward calls them.
    pub name: &'a str,
    /// What they replace.
    pub rules: Vec<OverlayRule<'a>>,
}

/// The law that verdicts follow.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct LawBody<'a> {
    /// What the rules are.
    pub title: &'a str,
    /// What every verdict is called: a guide, not leave to trade.
    #[schema(example = "建築基準法上の用途の目安")]
    pub label: &'static str,
    /// The date of the text.
    #[schema(example = "2026-05-30")]
    pub law_text_date: &'a str,
    /// Where the rules come from.
    pub law: LawSource<'a>,
    /// What has been promulgated but is not in the rules.
    pub pending: &'a str,
    /// What nobody should read into a verdict.
    pub limits: &'a [String],
    /// Every caution there is.
    pub cautions: Vec<CautionText<'a>>,
    /// What the verdicts are called.
    pub verdicts: Vec<VerdictLabel>,
    /// The ward's own rules, where the server was given any.
    pub overlay: Option<OverlayBody<'a>>,
    /// How many uses there are.
    #[schema(example = 65)]
    pub uses: usize,
}
