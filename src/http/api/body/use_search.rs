//! How an answer to "what is my business called in law?" looks in JSON.

use serde::Serialize;
use utoipa::ToSchema;

use super::law::Texts;

/// An answer to a question about a word, and the use it leads to.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WordOption<'a> {
    /// What is answered.
    pub answer: Texts<'a>,
    /// The use it means.
    #[serde(rename = "use")]
    pub land_use: &'a str,
}

/// What to ask before the use is certain.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WordQuestionBody<'a> {
    /// The question.
    pub question: Texts<'a>,
    /// Its answers.
    pub options: Vec<WordOption<'a>>,
}

/// A word that answers what was typed.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct UseFound<'a> {
    /// The use it means; where there is a question, the one it means most often.
    #[serde(rename = "use")]
    #[schema(example = "cafe_restaurant")]
    pub land_use: &'a str,
    /// The word.
    #[schema(example = "カフェ")]
    pub word: &'a str,
    /// `exact`, `prefix` or `contains`.
    #[schema(example = "exact")]
    pub matched: &'static str,
    /// What people call the use.
    pub name: Texts<'a>,
    /// Groups of 日本標準産業分類, three digits each; none where that is not certain.
    #[schema(example = json!(["767"]))]
    pub jsic: &'a [String],
    /// What to know about this trade.
    pub note: Option<Texts<'a>>,
    /// What to ask first.
    pub ask: Option<WordQuestionBody<'a>>,
}

/// The words that answer what was typed, the best first.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct UsesFound<'a> {
    /// The words.
    pub items: Vec<UseFound<'a>>,
}
