//! Answers "does this listing say these words?".
//!
//! Words are separated by blanks in the question and all must be found: in the listing's own text,
//! or in the name of its town, nearest street or nearest station. Texts are folded (NFKC, lower
//! case, hiragana, no blanks), so `ｶﾌｪ` and かふぇ find カフェ and `1-2-3` finds １－２－３.

use crate::domain::{Listing, ShoppingStreet, Station, Town, fold_text, hiragana};

/// Stands between fields, so that no word is found across two of them.
pub(super) const BETWEEN: char = '\n';

/// A text as texts are compared here.
pub(crate) fn folded(text: &str) -> String {
    fold_text(text).chars().map(hiragana).collect()
}

/// A question in words, folded, and as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Words(Vec<Box<str>>, Vec<Box<str>>);

impl Words {
    /// The words of a text; a text of blanks asks nothing.
    pub fn of(text: &str) -> Self {
        let mut words: Vec<Box<str>> = text
            .split_whitespace()
            .map(folded)
            .filter(|w| !w.is_empty())
            .map(String::into_boxed_str)
            .collect();
        words.sort_unstable();
        words.dedup();
        Self(words, text.split_whitespace().map(Box::from).collect())
    }

    /// The words as they were typed, to be shown.
    pub fn as_typed(&self) -> impl Iterator<Item = &str> {
        self.1.iter().map(|w| &**w)
    }

    /// True if nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|w| &**w)
    }

    /// True if every word occurs in the text, which is folded here.
    pub fn all_in(&self, text: &str) -> bool {
        let text = folded(text);
        self.iter().all(|word| text.contains(word))
    }
}

/// Everything a listing says itself, folded: title, kind, description, trades and its address, or
/// the address shown in its stead.
pub(crate) fn listing_haystack(listing: &Listing, town_address: Option<&str>) -> String {
    let address = town_address.unwrap_or(&listing.address);
    let own = [&*listing.title, listing.kind.name_ja(), &listing.description, address];
    let mut haystack = String::new();
    for field in own.into_iter().chain(listing.trades.iter().map(|t| &**t)).filter(|f| !f.is_empty()) {
        haystack.push_str(&folded(field));
        haystack.push(BETWEEN);
    }
    haystack
}

/// The names a town is found by.
pub(crate) fn town_haystack(town: &Town) -> String {
    let chome = town.name.chome().map(|n| format!("{}{n}丁目", town.name.base()));
    join([&town.municipality, &town.name.to_string()].into_iter().chain(&chome).chain(&town.kana))
}

/// The names a street is found by.
pub(crate) fn street_haystack(street: &ShoppingStreet) -> String {
    join([&street.name].into_iter().chain(&street.kana).chain(&street.association))
}

/// The names a station is found by.
pub(crate) fn station_haystack(station: &Station) -> String {
    let called = format!("{}駅", station.name);
    join([&called].into_iter().chain(&station.kana).chain(station.lines.iter().map(|l| &l.name)))
}

fn join<'a>(fields: impl Iterator<Item = &'a String>) -> String {
    fields.map(|f| folded(f)).collect::<Vec<_>>().join(&BETWEEN.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_spelling_and_all_must_be() {
        assert!(Words::of("ｶﾌｪ 1-2").all_in("カフェ可 １－２－３"));
        assert!(Words::of("かふぇの居抜き").all_in("カフェの居抜き"));
        assert!(!Words::of("カフェ 駅").all_in("カフェ"));
        assert!(Words::of(" 　").is_empty());
    }
}
