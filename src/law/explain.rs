//! A verdict in words: what decides it, and what would make it legal.

use super::judge::Judgement;
use super::language::Language;

/// A verdict in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Explanation {
    /// What decides it, in one or two sentences.
    pub summary: String,
    /// What would make it legal, nearest first.
    pub ways: Vec<String>,
}

/// Writes a verdict in words.
pub fn explain(judgement: &Judgement<'_>, language: Language) -> Explanation {
    Explanation { summary: judgement.verdict.word(language), ways: Vec::new() }
}
