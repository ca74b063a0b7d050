//! In how many ways may one word be typed?
//!
//! [`spelt`] folds width, case, katakana, small vowels, long-vowel marks and punctuation, and keeps kanji. How a word
//! sounds is [`sounded`](crate::domain::sounded)'s to say. Nothing is looked up.

use crate::domain::{fold_text, hiragana, is_hiragana};

/// A word as written, without the differences typing makes.
pub(super) fn spelt(text: &str) -> String {
    fold_text(text)
        .chars()
        .filter(|c| c.is_alphanumeric() && *c != 'ー')
        .map(hiragana)
        .map(full_size)
        .collect()
}

/// True for hiragana, its long-vowel mark and blanks: what a reading is written in.
pub(super) fn is_reading(text: &str) -> bool {
    text.chars().all(|c| is_hiragana(c) || matches!(c, 'ー' | ' '))
}

/// カフエ is カフェ, but びよういん is not びょういん: only small vowels fold.
fn full_size(c: char) -> char {
    const SMALL: &str = "ぁぃぅぇぉ";
    const FULL: &str = "あいうえお";
    SMALL.chars().position(|s| s == c).and_then(|at| FULL.chars().nth(at)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_is_spelt_the_same_in_every_width_and_script() {
        for text in ["カフェ", "ｶﾌｪ", "かふぇ", "カフェー", "カ フ ェ", "カフエ"] {
            assert_eq!(spelt(text), "かふえ", "{text}");
        }
        assert_eq!(spelt("３Ｄプリント"), "3dぷりんと");
    }
}
