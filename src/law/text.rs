//! Which text of the law the rules were read from, and what has changed or will.

use serde::Deserialize;

/// The law's title, dates and amendments.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LawText {
    /// What the rules are, in Japanese.
    pub title: String,
    /// The date of the text, as in `2026-05-30`.
    pub date: String,
    /// The act and its number.
    pub law: String,
    /// The order and its number.
    pub order: String,
    /// Which states of both were in force.
    pub in_force: String,
    /// Where the text was read.
    pub source: String,
    /// What has been promulgated but is not in the rules.
    pub pending: String,
    /// What nobody should read into a verdict.
    pub limits: Vec<String>,
    /// Amendments the rules contain, oldest first.
    pub amendments: Vec<Amendment>,
    /// The ward's own rules laid over the national ones, if any.
    #[serde(skip)]
    pub overlay: Option<OverlayText>,
}

/// A change of the law the rules contain.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// In force since.
    pub date: String,
    /// What changed.
    pub what: String,
}

/// A ward's own rules, laid over the national ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverlayText {
    /// What the ward calls them.
    pub name: String,
    /// The cells they replace: use and district.
    pub cells: Vec<(String, &'static str)>,
}
