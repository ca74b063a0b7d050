//! A set of words of one closed vocabulary, as bits.

use std::marker::PhantomData;

use crate::domain::{
    Condition, Cooking, LeaseKind, ListingKind, ListingState, OfferedBy, PinPrecision, Tax, UseDistrict,
};
use crate::law::Verdict;

/// A vocabulary of at most sixteen words.
pub trait Word: Copy + 'static {
    /// Every word, in the order people list them.
    const WORDS: &'static [Self];

    /// Its position in [`Word::WORDS`].
    fn position(self) -> u8;
}

macro_rules! words {
    ($($name:ty),+ $(,)?) => {
        $(impl Word for $name {
            const WORDS: &'static [Self] = <$name>::ALL;
            fn position(self) -> u8 {
                self as u8
            }
        })+
    };
}

words!(
    Condition,
    Cooking,
    LeaseKind,
    ListingKind,
    ListingState,
    OfferedBy,
    PinPrecision,
    Tax,
    UseDistrict,
    Verdict,
);

/// A set of words. An empty set as a filter asks nothing.
pub struct WordSet<T> {
    bits: u16,
    of: PhantomData<fn() -> T>,
}

impl<T: Word> WordSet<T> {
    /// The set without words.
    pub const EMPTY: Self = Self { bits: 0, of: PhantomData };

    /// Adds a word.
    pub fn insert(&mut self, word: T) {
        self.bits |= 1 << word.position();
    }

    /// True if the word is in the set.
    pub fn contains(self, word: T) -> bool {
        self.bits >> word.position() & 1 == 1
    }

    /// True if both sets share a word.
    pub const fn intersects(self, other: Self) -> bool {
        self.bits & other.bits != 0
    }

    /// A bit for each word, by its position.
    pub(crate) const fn bits(self) -> u16 {
        self.bits
    }

    /// True if there is no word in it.
    pub const fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// The words, in the order people list them.
    pub fn iter(self) -> impl Iterator<Item = T> {
        T::WORDS.iter().copied().filter(move |w| self.contains(*w))
    }
}

impl<T> Clone for WordSet<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for WordSet<T> {}
impl<T> PartialEq for WordSet<T> {
    fn eq(&self, other: &Self) -> bool {
        self.bits == other.bits
    }
}
impl<T> Eq for WordSet<T> {}
impl<T: Word> Default for WordSet<T> {
    fn default() -> Self {
        Self::EMPTY
    }
}
impl<T: Word> FromIterator<T> for WordSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(words: I) -> Self {
        let mut set = Self::EMPTY;
        words.into_iter().for_each(|w| set.insert(w));
        set
    }
}
impl<T: Word + std::fmt::Debug> std::fmt::Debug for WordSet<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_stands_at_its_position() {
        fn check<T: Word + PartialEq + std::fmt::Debug>() {
            for (i, word) in T::WORDS.iter().enumerate() {
                assert_eq!(usize::from(word.position()), i, "{word:?}");
            }
        }
        check::<Condition>();
        check::<Cooking>();
        check::<LeaseKind>();
        check::<ListingKind>();
        check::<ListingState>();
        check::<PinPrecision>();
        check::<Tax>();
        check::<OfferedBy>();
        check::<UseDistrict>();
        check::<Verdict>();
    }

    #[test]
    fn a_set_holds_what_was_put_in_and_nothing_else() {
        let set: WordSet<ListingKind> = [ListingKind::Shop, ListingKind::Shared].into_iter().collect();
        assert_eq!(set.iter().collect::<Vec<_>>(), [ListingKind::Shop, ListingKind::Shared]);
        assert!(!set.contains(ListingKind::Office));
    }
}
