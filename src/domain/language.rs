//! Which language a text for people is written in.

use std::str::FromStr;

use thiserror::Error;

/// The three languages every generated text exists in.
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

    /// The tag of BCP 47 for documents in it.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Ja | Self::Easy => "ja",
            Self::En => "en",
        }
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(text: &str) -> Result<Self, UnknownLanguage> {
        let known = Self::ALL.iter().copied().find(|l| l.slug() == text);
        known.ok_or_else(|| UnknownLanguage(text.chars().take(40).collect()))
    }
}
