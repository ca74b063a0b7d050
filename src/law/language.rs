//! Which language an explanation is written in.

use std::str::FromStr;

use thiserror::Error;

/// The three languages every text of this room exists in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// Japanese, as planners write it.
    #[default]
    Ja,
    /// English.
    En,
    /// やさしい日本語: short sentences, spaces between words.
    Easy,
}

/// A language nobody writes here.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("unknown language `{0}` (one of: ja, en, easy)")]
pub struct UnknownLanguage(pub String);

impl Language {
    /// All three.
    pub const ALL: &'static [Language] = &[Self::Ja, Self::En, Self::Easy];

    /// The word used in addresses: `ja`, `en`, `easy`.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
            Self::Easy => "easy",
        }
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(text: &str) -> Result<Self, UnknownLanguage> {
        Self::ALL.iter().copied().find(|l| l.slug() == text).ok_or_else(|| UnknownLanguage(text.to_owned()))
    }
}

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
