//! How does a form of a word answer what was typed?
//!
//! A word is held under its spelling, its readings and their sound. A mask of the letters each holds skips nearly
//! all comparisons.

use super::spelling::spelt;
use crate::domain::sounded;

/// How a word answers what was typed, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Match {
    /// The whole word was typed.
    Exact,
    /// Its beginning was typed.
    Prefix,
    /// What was typed is within it, or it is within what was typed.
    Contains,
}

impl Match {
    /// The word used in the API.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Prefix => "prefix",
            Self::Contains => "contains",
        }
    }
}

/// One way a word may be typed.
#[derive(Debug, Clone)]
pub(super) struct Key {
    text: String,
    letters: Letters,
    pub(super) way: Way,
    /// False where a match in the middle would be chance: romaji and sounds run across syllables.
    within: bool,
}

/// Which of a word's forms a key is, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    Written,
    Read,
    Heard,
}

impl Key {
    fn new(text: String, way: Way, within: bool) -> Self {
        Self { letters: Letters::of(&text), text, way, within }
    }

    /// The word as written.
    pub(super) fn written(word: &str) -> Self {
        Self::new(spelt(word), Way::Written, true)
    }

    /// Its reading in kana.
    pub(super) fn read(kana: &str) -> Self {
        Self::new(spelt(kana), Way::Read, true)
    }

    /// Its reading in Latin letters.
    pub(super) fn romaji(romaji: &str) -> Self {
        Self::new(spelt(romaji), Way::Read, false)
    }

    /// Its sound, where it has one.
    pub(super) fn heard(kana: &str) -> Option<Self> {
        sounded(kana).map(|text| Self::new(text, Way::Heard, false))
    }

    /// One kanji says enough to be looked for within words; kana take two letters, Latin three.
    fn is_long_enough_within(&self) -> bool {
        let letters = self.text.chars().count();
        match self.text.chars().next() {
            None => false,
            Some(c) if c.is_ascii() => letters >= 3,
            Some('ぁ'..='ゖ') => letters >= 2,
            Some(_) => true,
        }
    }
}

/// Which letters a key holds, in 64 bits: a key lacking one of the typed letters need not be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Letters(u64);

impl Letters {
    fn of(text: &str) -> Self {
        Self(text.chars().fold(0, |bits, c| bits | 1 << (c as u32 % 64)))
    }

    const fn holds(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// What was typed, folded once.
pub(super) struct Typed {
    written: Key,
    heard: Option<Key>,
}

impl Typed {
    pub(super) fn of(text: &str) -> Self {
        let written = Key::written(text);
        // しい and い sound alike: one letter left of several says too little to compare by.
        let heard = Key::heard(text).filter(|h| h.text.len() > 1 || written.text.chars().count() == 1);
        Self { written, heard }
    }

    /// True if nothing that can be looked for was typed.
    pub(super) fn is_empty(&self) -> bool {
        self.written.text.is_empty()
    }

    /// The letters of a key that what was typed contains; `None` where it does not, or where that would be
    /// chance.
    pub(super) fn holds(&self, key: &Key) -> Option<usize> {
        let letters = key.text.chars().count();
        let says_enough = letters >= 4 || (letters >= 2 && !key.text.is_ascii());
        let held = key.within
            && says_enough
            && self.written.letters.holds(key.letters)
            && self.written.text.contains(&key.text);
        held.then_some(letters)
    }

    /// How the key answers.
    pub(super) fn matches(&self, key: &Key) -> Option<Match> {
        let typed = if key.way == Way::Heard { self.heard.as_ref()? } else { &self.written };
        if !key.letters.holds(typed.letters) {
            None
        } else if key.text == typed.text {
            Some(Match::Exact)
        } else if key.text.starts_with(&typed.text) {
            Some(Match::Prefix)
        } else if key.within && typed.is_long_enough_within() && key.text.contains(&typed.text) {
            Some(Match::Contains)
        } else {
            None
        }
    }
}
