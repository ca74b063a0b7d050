//! In how many ways may one word be typed?
//!
//! Two keys answer. [`spelt`] folds width, case, katakana, small kana, long-vowel marks and punctuation, and
//! keeps kanji. [`sounded`] writes what can be read aloud in one plain Latin spelling, so that コーヒー, こうひい,
//! `koohii` and `kouhi-` meet; it gives nothing for kanji. Neither looks anything up.

use crate::domain::fold_text;

/// A word as written, without the differences typing makes.
pub(super) fn spelt(text: &str) -> String {
    fold_text(text)
        .chars()
        .filter(|c| c.is_alphanumeric() && *c != 'ー')
        .map(hiragana)
        .map(full_size)
        .collect()
}

/// The sound of kana and Latin letters in one plain spelling without long vowels and doubled consonants;
/// `None` where the text has a kanji or nothing at all.
pub(super) fn sounded(text: &str) -> Option<String> {
    // Small kana stay small here: they carry the sound.
    let kana: Vec<char> =
        fold_text(text).chars().filter(|c| c.is_alphanumeric() && *c != 'ー').map(hiragana).collect();
    let latin = latin(&kana)?;
    (!latin.is_empty()).then(|| squeezed(&one_spelling(latin.as_bytes())))
}

/// True for hiragana, its long-vowel mark and blanks: what a reading is written in.
pub(super) fn is_reading(text: &str) -> bool {
    text.chars().all(|c| matches!(c, 'ぁ'..='ゔ' | 'ー' | ' '))
}

fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヴ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        _ => c,
    }
}

/// カフエ is カフェ, but びよういん is not びょういん: only small vowels fold.
fn full_size(c: char) -> char {
    const SMALL: &str = "ぁぃぅぇぉ";
    const FULL: &str = "あいうえお";
    SMALL.chars().position(|s| s == c).and_then(|at| FULL.chars().nth(at)).unwrap_or(c)
}

/// Kana to Latin, syllable by syllable; Latin stays, so that a word half converted by an input method is read too.
fn latin(kana: &[char]) -> Option<String> {
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
    before.is_none_or(|b| matches!(b, b'a' | b'i' | b'u' | b'e' | b'o' | b'n'))
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
        ("んゔ", ["n", "bu", "", "", ""]),
    ];
    ROWS.iter().find_map(|(row, latin)| row.chars().position(|k| k == c).map(|at| latin[at]))
}

/// Hepburn, Kunrei, input-method and English letters for one sound become one: `shi` and `si`, `la` and `ra`.
fn one_spelling(latin: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(latin.len());
    let mut rest = latin;
    while let [first, tail @ ..] = rest {
        let (written, read): (&[u8], usize) = match (*first, tail) {
            (b't', [b'c', b'h', ..]) | (b'd', [b'z' | b'j', ..]) => (b"", 1),
            (b'd', [b'h', ..]) => (b"d", 2),
            (b'c', [b'h', b'a' | b'u' | b'e' | b'o', ..]) => (b"ty", 2),
            (b't', [b's' | b'h', ..]) | (b'c', [b'h', ..]) => (b"t", 2),
            (b's', [b'h', b'a' | b'u' | b'e' | b'o', ..]) => (b"sy", 2),
            (b's', [b'h', ..]) => (b"s", 2),
            (b'j', [b'a' | b'u' | b'e' | b'o', ..]) => (b"zy", 1),
            (b'j', _) => (b"z", 1),
            (b'm', [b'b' | b'p' | b'm', ..]) => (b"n", 1),
            (b'c' | b'q', _) => (b"k", 1),
            (b'f', _) => (b"h", 1),
            (b'l', _) => (b"r", 1),
            (b'v', _) => (b"b", 1),
            _ => (std::slice::from_ref(first), 1),
        };
        out.extend_from_slice(written);
        rest = &rest[read..];
    }
    out
}

/// Drops what is heard as long: the second of two equal letters, `u` after `o`, `i` after `e`.
fn squeezed(latin: &[u8]) -> String {
    let mut out = String::with_capacity(latin.len());
    for &letter in latin {
        let held = match (out.as_bytes().last(), letter) {
            (Some(last), _) if *last == letter && letter.is_ascii_alphabetic() => true,
            (Some(b'o'), b'u') | (Some(b'e'), b'i') => true,
            _ => false,
        };
        if !held {
            out.push(char::from(letter));
        }
    }
    out
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

    #[test]
    fn every_romanisation_sounds_like_the_kana() {
        for (kana, typed) in [
            ("がくしゅうじゅく", "gakushujuku"),
            ("がくしゅうじゅく", "gakusyuuzyuku"),
            ("こーひー", "koohii"),
            ("こーひー", "kohi"),
            ("こーひー", "こうひい"),
            ("まっちゃ", "matcha"),
            ("まっちゃ", "mattya"),
            ("しんぶん", "shimbun"),
            ("つけめん", "tukemen"),
            ("ふぉと", "foto"),
            ("じむしょ", "zimusyo"),
            ("ちょこれーと", "tyokore-to"),
            ("さろん", "salon"),
            ("うぇぶ", "web"),
        ] {
            let key = sounded(kana).unwrap();
            let typed = sounded(typed).unwrap();
            assert!(key == typed || key.starts_with(&typed), "{kana}: {key} {typed}");
        }
    }

    #[test]
    fn a_word_half_converted_by_an_input_method_is_the_beginning_of_its_sound() {
        assert!(sounded("かふぇ").unwrap().starts_with(&sounded("かf").unwrap()));
        assert!(sounded("びようしつ").unwrap().starts_with(&sounded("ｂ").unwrap()));
    }

    #[test]
    fn kanji_have_no_sound_of_their_own() {
        assert_eq!(sounded("珈琲"), None);
        assert_eq!(sounded(" ・ー "), None);
    }
}
