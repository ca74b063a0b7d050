//! How does this sound, however it is written in kana or Latin letters?
//!
//! One plain Latin spelling, so that きょうどう, `Kyōdō`, `kyoudou` and `kyodo` meet. Kanji have no sound here.

use unicode_normalization::UnicodeNormalization;

use super::kana::{hiragana, latin};

/// The sound of kana and Latin letters in one plain spelling, without long vowels and doubled consonants; digits stay.
///
/// `None` where the text has a kanji, or nothing at all.
///
/// ```
/// use machikado::domain::sounded;
/// assert_eq!(sounded("きょうどう"), sounded("Kyōdō"));
/// assert_eq!(sounded("せいじょう"), sounded("seizyou"));
/// assert_eq!(sounded("経堂"), None);
/// ```
pub fn sounded(text: &str) -> Option<String> {
    let folded: Vec<char> = text
        .nfkc()
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric() && *c != 'ー')
        .map(|c| hiragana(plain_vowel(c)))
        .collect();
    let latin = latin(&folded)?;
    (!latin.is_empty()).then(|| squeezed(&one_spelling(latin.as_bytes())))
}

const fn plain_vowel(c: char) -> char {
    match c {
        'ā' | 'â' | 'á' | 'à' => 'a',
        'ī' | 'î' => 'i',
        'ū' | 'û' => 'u',
        'ē' | 'ê' | 'é' | 'è' => 'e',
        'ō' | 'ô' => 'o',
        _ => c,
    }
}

/// A sound without the voicing that many get wrong: あかつつみ and あかづつみ, ふかさわ and ふかざわ.
pub fn unvoiced(sound: &str) -> String {
    let bytes = sound.as_bytes();
    let plain = |at: usize| match (bytes[at], bytes.get(at + 1)) {
        // づ sounds like ず, so つ is taken for す, and ち for し.
        (b't', Some(b'u' | b'i' | b'y')) | (b'z', _) => b's',
        (b'g', _) => b'k',
        (b'd', _) => b't',
        (b'b' | b'p', _) => b'h',
        (byte, _) => byte,
    };
    (0..bytes.len()).map(|at| char::from(plain(at))).collect()
}

/// Hepburn, Kunrei, input-method and English letters for one sound become one: `shi` and `si`, `la` and `ra`.
fn one_spelling(latin: &[u8]) -> Vec<u8> {
    let is_vowel = |b: &u8| b"aeiou".contains(b);
    let mut out: Vec<u8> = Vec::with_capacity(latin.len());
    let mut rest = latin;
    while let [first, tail @ ..] = rest {
        let (written, read): (&[u8], usize) = match (*first, tail) {
            (b't' | b'c', [b'c', b'h', ..]) | (b'd', [b'z' | b'j', ..]) | (b'w', [b'o', ..]) => (b"", 1),
            (b'd', [b'h', ..]) => (b"d", 2),
            (b'd', [b'i' | b'u' | b'y', ..]) | (b'j', [b'i' | b'y', ..] | []) => (b"z", 1),
            (b'j', _) => (b"zy", 1),
            (b'c', [b'h', b'a' | b'u' | b'e' | b'o', ..]) => (b"ty", 2),
            (b't', [b's' | b'h', ..]) | (b'c', [b'h', ..]) => (b"t", 2),
            (b's', [b'h', b'a' | b'u' | b'e' | b'o', ..]) => (b"sy", 2),
            (b's', [b'h', ..]) => (b"s", 2),
            (b'm', [b'b' | b'p' | b'm', ..]) => (b"n", 1),
            // Ohkura: the h says that the vowel is long.
            (b'h', next) if out.last() == Some(&b'o') && !next.first().is_some_and(is_vowel) => (b"", 1),
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
    use proptest::prelude::*;

    #[test]
    fn every_romanisation_sounds_like_the_kana() {
        for (kana, typed) in [
            ("きょうどう", "Kyōdō kyoudou kyodo kyôdô kyohdoh"),
            ("せいじょう", "seijo seijō seizyou seijyou"),
            ("さんげんぢゃや", "sangenjaya sangenzyaya sangendyaya sangenjyaya"),
            ("しんまち", "shinmachi shimmachi sinmati"),
            ("そしがやおおくら", "soshigayaohkura soshigaya-okura sosigayaookura"),
            ("あかづつみ", "akazutsumi akadutumi"),
            ("うめがおか", "umegaoka umega-oka"),
            ("おおはら", "ohara oohara ōhara"),
            ("ちとせふなばし", "chitosefunabashi titosehunabasi"),
            ("いっちょうめ", "itchome icchome ittyoume itchōme"),
            ("じゅんいち", "jun'ichi zyuniti"),
        ] {
            for typed in typed.split(' ') {
                assert_eq!(sounded(kana), sounded(typed), "{kana} {typed}");
            }
        }
    }

    #[test]
    fn words_of_trades_sound_like_their_kana_as_far_as_they_are_typed() {
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
            assert!(key.starts_with(&sounded(typed).unwrap()), "{kana}: {key} {typed}");
        }
    }

    #[test]
    fn a_word_half_converted_by_an_input_method_is_the_beginning_of_its_sound() {
        assert!(sounded("かふぇ").unwrap().starts_with(&sounded("かf").unwrap()));
        assert!(sounded("びようしつ").unwrap().starts_with(&sounded("ｂ").unwrap()));
    }

    #[test]
    fn kanji_have_no_sound_of_their_own() {
        assert_eq!(sounded("経堂"), None);
        assert_eq!(sounded(" ・ー "), None);
    }

    #[test]
    fn a_wrong_voicing_is_the_same_without_voicing() {
        let plain = |text| unvoiced(&sounded(text).unwrap());
        for (right, wrong) in [
            ("あかつつみ", "あかづつみ"),
            ("ふかさわ", "ふかざわ"),
            ("いけじり", "いけしり"),
            ("とどろき", "どとろぎ"),
        ] {
            assert_eq!(plain(right), plain(wrong));
        }
    }

    proptest! {
        #[test]
        fn any_text_has_a_sound_or_none(text in "\\PC{0,40}") {
            if let Some(sound) = sounded(&text) {
                prop_assert!(sound.is_ascii() && unvoiced(&sound).len() == sound.len());
            }
        }
    }
}
