//! Kana: katakana and hiragana as one, what is a reading, and how kana sound in Latin letters.

/// Katakana become hiragana; everything else stays.
pub fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        _ => c,
    }
}

/// True for hiragana.
pub const fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ')
}

/// Hiragana to Latin letters, syllable by syllable, Kunrei without long vowels; Latin letters and digits stay, so
/// that a word half converted by an input method is read too. `None` for anything else.
pub(super) fn latin(kana: &[char]) -> Option<String> {
    let mut out = String::new();
    for &c in kana {
        match c {
            'っ' => {}
            'ゃ' | 'ゅ' | 'ょ' => glide(&mut out, "y", vowel(c)),
            'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' => small_vowel(&mut out, vowel(c)),
            c if c.is_ascii_alphanumeric() => out.push(c),
            c => out.push_str(syllable(c)?),
        }
    }
    Some(out)
}

fn vowel(c: char) -> &'static str {
    match c {
        'ゃ' | 'ぁ' => "a",
        'ぃ' => "i",
        'ゅ' | 'ぅ' => "u",
        'ぇ' => "e",
        _ => "o",
    }
}

/// しゃ: the vowel of し gives way.
fn glide(out: &mut String, between: &str, vowel: &str) {
    out.pop();
    out.push_str(between);
    out.push_str(vowel);
}

fn small_vowel(out: &mut String, vowel: &str) {
    let between = match out.as_bytes() {
        // しぇ, じぇ and ちぇ keep their glide; ふぁ and てぃ do not.
        [.., b's' | b'z' | b't', b'i'] => "y",
        // うぃ
        [.., b'u'] if starts_alone(out) => "w",
        _ => "",
    };
    glide(out, between, vowel);
}

/// True if the last letter is a syllable of its own: after nothing, another vowel or ん.
fn starts_alone(out: &str) -> bool {
    let before = out.len().checked_sub(2).map(|at| out.as_bytes()[at]);
    before.is_none_or(|b| b"aiueon".contains(&b))
}

fn syllable(c: char) -> Option<&'static str> {
    const ROWS: &[(&str, [&str; 5])] = &[
        ("あいうえお", ["a", "i", "u", "e", "o"]),
        ("かきくけこ", ["ka", "ki", "ku", "ke", "ko"]),
        ("さしすせそ", ["sa", "si", "su", "se", "so"]),
        ("たちつてと", ["ta", "ti", "tu", "te", "to"]),
        ("なにぬねの", ["na", "ni", "nu", "ne", "no"]),
        ("はひふへほ", ["ha", "hi", "hu", "he", "ho"]),
        ("まみむめも", ["ma", "mi", "mu", "me", "mo"]),
        ("やゆよわを", ["ya", "yu", "yo", "wa", "o"]),
        ("らりるれろ", ["ra", "ri", "ru", "re", "ro"]),
        ("がぎぐげご", ["ga", "gi", "gu", "ge", "go"]),
        ("ざじずぜぞ", ["za", "zi", "zu", "ze", "zo"]),
        ("だぢづでど", ["da", "zi", "zu", "de", "do"]),
        ("ばびぶべぼ", ["ba", "bi", "bu", "be", "bo"]),
        ("ぱぴぷぺぽ", ["pa", "pi", "pu", "pe", "po"]),
        ("んゔゐゑゎ", ["n", "bu", "i", "e", "wa"]),
        ("ゕゖ", ["ka", "ke", "", "", ""]),
    ];
    ROWS.iter().find_map(|(row, latin)| row.chars().position(|k| k == c).map(|at| latin[at]))
}

/// How a 丁目 is said: いっちょうめ, にちょうめ. `None` from 40 on.
pub fn block_reading(number: u32) -> Option<String> {
    const ONES: [&str; 10] = ["", "いっ", "に", "さん", "よん", "ご", "ろく", "なな", "はっ", "きゅう"];
    const TENS: [&str; 4] = ["", "じゅう", "にじゅう", "さんじゅう"];
    let (tens, ones) = (number as usize / 10, number as usize % 10);
    let tens = *TENS.get(tens).filter(|_| number > 0)?;
    let tens = if ones == 0 { tens.replace("じゅう", "じゅっ") } else { tens.to_owned() };
    Some(format!("{tens}{}ちょうめ", ONES[ones]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_said_with_the_changes_of_sound() {
        let said: Vec<String> = [1, 3, 8, 10, 11, 20].into_iter().filter_map(block_reading).collect();
        assert_eq!(
            said,
            [
                "いっちょうめ",
                "さんちょうめ",
                "はっちょうめ",
                "じゅっちょうめ",
                "じゅういっちょうめ",
                "にじゅっちょうめ"
            ]
        );
        assert_eq!((block_reading(0), block_reading(40)), (None, None));
    }
}
