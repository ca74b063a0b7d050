//! Folds the many ways one Japanese word is written into one.
//!
//! Full-width and half-width forms, compatibility characters and letter case are folded (NFKC,
//! lower case); blanks are dropped. Kanji stay as they are.

use unicode_normalization::UnicodeNormalization;

/// NFKC, lower case, no blanks: `＃１ Ａ丁目` becomes `#1a丁目`.
///
/// Dashes and long-vowel marks that stand between digits become `-`.
///
/// ```
/// use machikado::domain::fold_text;
/// assert_eq!(fold_text("第１種 低層"), "第1種低層");
/// assert_eq!(fold_text("１－２－３"), "1-2-3");
/// ```
pub fn fold_text(text: &str) -> String {
    let plain: Vec<char> =
        text.nfkc().filter(|c| !c.is_whitespace() && *c != '\u{feff}').flat_map(char::to_lowercase).collect();
    let digit_at = |i: usize| plain.get(i).is_some_and(char::is_ascii_digit);
    plain
        .iter()
        .enumerate()
        .map(|(i, &c)| {
            let between_digits = i > 0 && digit_at(i - 1) && digit_at(i + 1);
            if between_digits && is_dash(c) { '-' } else { c }
        })
        .collect()
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | 'ー' | 'ｰ' | '－')
}

/// Reads a run of Arabic or kanji numerals below one thousand: `12`, `十二`, `二十一`, `一二`.
///
/// ```
/// use machikado::domain::fold_number;
/// assert_eq!(fold_number("二十一"), Some(21));
/// assert_eq!(fold_number("１２"), Some(12));
/// assert_eq!(fold_number("丁"), None);
/// ```
pub fn fold_number(text: &str) -> Option<u32> {
    let folded = fold_text(text);
    if folded.is_empty() || folded.chars().count() > 5 {
        return None;
    }
    if folded.chars().all(|c| c.is_ascii_digit()) {
        return folded.parse().ok();
    }
    let (mut total, mut pending) = (0u32, None::<u32>);
    for c in folded.chars() {
        match (kanji_digit(c), kanji_power(c)) {
            (Some(digit), _) => pending = Some(pending.unwrap_or(0) * 10 + digit),
            (_, Some(power)) => total += pending.take().unwrap_or(1) * power,
            _ => return None,
        }
    }
    Some(total + pending.unwrap_or(0))
}

fn kanji_digit(c: char) -> Option<u32> {
    "〇一二三四五六七八九".chars().position(|k| k == c).map(|i| i as u32)
}

fn kanji_power(c: char) -> Option<u32> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_vowel_mark_between_digits_is_a_dash_and_elsewhere_stays() {
        assert_eq!(fold_text("1ー2"), "1-2");
        assert_eq!(fold_text("カフェー"), "カフェー");
    }

    #[test]
    fn half_width_kana_become_full_width() {
        assert_eq!(fold_text("ｶﾌｪ"), "カフェ");
    }

    #[test]
    fn kanji_numbers_are_read_positionally_or_by_powers() {
        assert_eq!(fold_number("百二"), Some(102));
        assert_eq!(fold_number("一二"), Some(12));
        assert_eq!(fold_number(""), None);
    }
}
