//! Finds the numbers of an address and what each counts. Knows no place.

use unicode_normalization::UnicodeNormalization;

use super::address::Numbering;
use super::fold::fold_number;
use super::spelling::is_kanji_numeral;

/// A name and the numbers after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) name: String,
    /// The number before 丁目.
    pub(super) chome: Option<u32>,
    /// The numbers after that, in order; without a 丁目 all of them.
    pub(super) numbers: Vec<u32>,
    /// True if the first of them stands before a dash: it may be a 丁目.
    pub(super) leads: bool,
    /// Said by 番地 or 号.
    pub(super) numbering: Option<Numbering>,
}

/// What stands after a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum After {
    Chome,
    Lot,
    Block,
    House,
    Dash,
    /// Anything else: the end of the numbers.
    Other,
}

/// The words after a number, the longer first. `-chome`, `-ban` and `-go` are how they are romanised.
const WORDS: &[(&str, After)] = &[
    ("-ちょうめ", After::Chome),
    ("ちょうめ", After::Chome),
    ("-chome", After::Chome),
    ("chome", After::Chome),
    ("丁目", After::Chome),
    ("番地の", After::Lot),
    ("番地", After::Lot),
    ("番の", After::Block),
    ("番", After::Block),
    ("-ban", After::Block),
    ("-gou", After::House),
    ("-go", After::House),
    ("号", After::House),
    ("丁", After::Chome),
    ("-", After::Dash),
    ("の", After::Dash),
];

/// The numbers of an address, or `None` where none stands after a name.
pub(super) fn numbers(text: &str) -> Option<Written> {
    let plain = without_postcode(plain(text));
    let (name, tail) = western(&plain).unwrap_or_else(|| split(&plain));
    let mut found = Written {
        name: name.into_iter().collect(),
        chome: None,
        numbers: Vec::new(),
        leads: false,
        numbering: None,
    };
    let mut rest = &tail[..];
    while let Some((number, after, more)) = number(rest) {
        // 405号室, 3階 and 2F are rooms and storeys.
        let is_room = after == After::House && more.first() == Some(&'室');
        let is_storey = after == After::Other && more.first().is_some_and(|c| matches!(c, '階' | 'f'));
        if is_room || is_storey {
            break;
        }
        match after {
            After::Chome if found.chome.is_none() && found.numbers.is_empty() => found.chome = Some(number),
            _ => {
                found.leads |= found.numbers.is_empty() && after == After::Dash;
                found.numbers.push(number);
            }
        }
        match after {
            After::Lot => found.numbering = Some(Numbering::Lot),
            After::House => found.numbering = found.numbering.or(Some(Numbering::Residential)),
            _ => {}
        }
        rest = more;
        if matches!(after, After::House | After::Other) || found.numbers.len() == 3 {
            break;
        }
        if rest.first() == Some(&'-') {
            rest = &rest[1..];
        }
    }
    (found.chome.is_some() || !found.numbers.is_empty()).then_some(found)
}

/// NFKC, small letters, one dash, no blanks; a blank between two digits is a dash.
fn plain(text: &str) -> Vec<char> {
    let folded: Vec<char> = text.nfkc().flat_map(char::to_lowercase).collect();
    let mut out: Vec<char> = Vec::with_capacity(folded.len());
    for (at, &c) in folded.iter().enumerate() {
        let digit = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
        let numeral = |c: Option<&char>| c.is_some_and(|c| c.is_ascii_digit() || is_kanji_numeral(*c));
        match c {
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '-' | 'ー' | '~' | '〜'
                if c == '-' || numeral(out.last()) =>
            {
                out.push('-');
            }
            'ノ' | '之' if numeral(out.last()) => out.push('の'),
            c if c.is_whitespace() || c == '\u{feff}' => {
                let next = folded[at..].iter().find(|c| !c.is_whitespace());
                if digit(out.last()) && digit(next) {
                    out.push('-');
                }
            }
            c => out.push(c),
        }
    }
    out
}

/// 〒156-0044 before an address says nothing of its own.
fn without_postcode(plain: Vec<char>) -> Vec<char> {
    let digits: Vec<usize> = (0..plain.len()).filter(|at| plain[*at].is_ascii_digit()).take(8).collect();
    let Some(end) = digits.get(6).map(|at| at + 1) else { return plain };
    let is_code = plain[..end].iter().all(|c| c.is_ascii_digit() || matches!(c, '〒' | '-'));
    let ends = !plain.get(end).is_some_and(|c| c.is_ascii_digit() || *c == '-');
    if is_code && ends { plain[end..].to_vec() } else { plain }
}

/// `1-2-3 Akazutsumi, Setagaya-ku, Tokyo` and `2-3, Akazutsumi 1-chome`: numbers come first.
fn western(plain: &[char]) -> Option<(Vec<char>, Vec<char>)> {
    let is_number = |c: &char| c.is_ascii_digit() || *c == '-';
    let end = plain.iter().position(|c| !is_number(c)).filter(|end| *end > 0)?;
    let is_latin = |c: &char| c.is_alphabetic() && (*c as u32) < 0x250;
    let name: Vec<char> =
        plain[end..].iter().skip_while(|c| **c == ',').take_while(|c| **c != ',').copied().collect();
    // 2F is a storey.
    if name.len() < 3 || !name.first().is_some_and(is_latin) {
        return None;
    }
    let (name, mut tail) = split(&name);
    if !tail.is_empty() {
        tail.push('-');
    }
    tail.extend_from_slice(&plain[..end]);
    Some((name, tail))
}

/// The name, and everything from the first number on that a word or the end of the text makes one.
fn split(plain: &[char]) -> (Vec<char>, Vec<char>) {
    let begins = |at: usize| {
        let before = at.checked_sub(1).map(|i| plain[i]);
        let inside = before.is_some_and(|c| c.is_ascii_digit() || is_kanji_numeral(c));
        !inside && at > 0 && is_number_of_address(&plain[at..])
    };
    let at = (0..plain.len()).find(|at| begins(*at)).unwrap_or(plain.len());
    // 〒 and a comma belong to neither.
    let trimmed = plain[..at].iter().copied().collect::<String>();
    let name = trimmed.trim_end_matches([',', '、', '-']).chars().collect();
    (name, plain[at..].to_vec())
}

/// 三 in 三軒茶屋 is no number of an address; nor is 一 in 一番町.
fn is_number_of_address(rest: &[char]) -> bool {
    let Some((_, after, more)) = number(rest) else { return false };
    if rest[0].is_ascii_digit() {
        return true;
    }
    let next_is_number = more.first().is_some_and(|c| c.is_ascii_digit() || is_kanji_numeral(*c));
    match after {
        After::Chome | After::Lot => true,
        After::Block | After::House => !more.first().is_some_and(|c| matches!(c, '町' | '丁' | '通')),
        After::Dash => next_is_number,
        After::Other => false,
    }
}

/// The number a text begins with, what stands after it, and the rest.
fn number(text: &[char]) -> Option<(u32, After, &[char])> {
    let digits = text.iter().take_while(|c| c.is_ascii_digit()).count();
    let count = if digits > 0 { digits } else { text.iter().take_while(|c| is_numeral(**c)).count() };
    let written: String = text.get(..count).filter(|_| count > 0)?.iter().collect();
    // Too many digits are a number all the same: one that no block has.
    let number = if digits > 0 { Some(written.parse().unwrap_or(u32::MAX)) } else { fold_number(&written) };
    let rest = &text[count..];
    for (word, after) in WORDS {
        let letters = word.chars().count();
        if rest.len() >= letters && word.chars().eq(rest[..letters].iter().copied()) {
            // の and a dash count only before a number.
            let more = &rest[letters..];
            let counts =
                *after != After::Dash || more.first().is_some_and(|c| c.is_ascii_digit() || is_numeral(*c));
            if counts {
                return Some((number?, *after, more));
            }
        }
    }
    Some((number?, After::Other, rest))
}

fn is_numeral(c: char) -> bool {
    is_kanji_numeral(c) || c == '百'
}
