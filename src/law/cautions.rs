//! What must a verdict not hide? Other laws, other permits, and what a pin cannot know.

use super::language::{Language, Words};
use crate::domain::UseDistrict;

/// How strongly a caution speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CautionLevel {
    /// Ask before deciding anything.
    Ask,
    /// Check: a procedure or a limit is likely to apply.
    Check,
    /// Good to know.
    Note,
}

impl CautionLevel {
    /// The word used in files and the API.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Ask => "ask",
            Self::Check => "check",
            Self::Note => "note",
        }
    }

    /// Reads a slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        [Self::Ask, Self::Check, Self::Note].into_iter().find(|l| l.slug() == slug)
    }
}

/// A caution, as the table writes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Caution {
    /// The stable word.
    pub id: String,
    /// How strongly it speaks.
    pub level: CautionLevel,
    /// A few words.
    pub title: Words,
    /// What to know.
    pub text: Words,
    /// Where it is written.
    pub source: String,
    /// How sure it is: `text`, `official`, `secondary`, `unverified`.
    pub confidence: String,
}

/// A caution that applies.
#[derive(Debug, Clone, PartialEq)]
pub struct CautionNote<'b> {
    /// The caution.
    pub caution: &'b Caution,
    /// The districts near the place, with metres, where the text names them.
    pub near: Vec<(UseDistrict, f32)>,
}

impl CautionNote<'_> {
    /// The text in one language, with what it names filled in.
    pub fn text(&self, language: Language) -> String {
        self.caution.text.get(language).to_owned()
    }
}
