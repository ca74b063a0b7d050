//! One text of the law's facts in the languages people read.

pub use crate::domain::{Language, UnknownLanguage};

/// One text in the three languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
    /// やさしい日本語.
    pub easy: String,
}

impl Words {
    /// The text in one language; Japanese where the easy text is still unwritten.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Ja => &self.ja,
            Language::En => &self.en,
            Language::Easy if self.easy.is_empty() => &self.ja,
            Language::Easy => &self.easy,
        }
    }
}
