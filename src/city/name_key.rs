//! Answers "does this name answer what was typed, and how well?".
//!
//! Every name is held under its spelling, its sound and its sound without voicing; what was typed is folded once in
//! the same ways. A mask of the letters each holds skips nearly all comparisons.

use smallvec::SmallVec;

use crate::domain::{Spelt, sounded, unvoiced};

/// How a name answers what was typed, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// The whole name was typed.
    Exact,
    /// Its beginning was typed.
    Prefix,
    /// What was typed is within it.
    Inside,
}

/// By what a name was found, surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum By {
    /// As it is written.
    Spelling,
    /// As it is written but for a ヶ or ノ between kanji.
    Link,
    /// By its sound.
    Sound,
    /// By its sound but for voicing.
    Voicing,
    /// By its reading but for one letter, or by a short form.
    Slip,
}

/// Shorter sounds are never compared without voicing: パン is not はん.
const VOICED_LETTERS: usize = 6;

/// Which letters a key holds, in 64 bits.
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

/// One way a name may be typed.
#[derive(Debug, Clone)]
pub(super) struct NameKey {
    text: Box<str>,
    letters: Letters,
    by: By,
}

impl NameKey {
    fn new(text: String, by: By) -> Option<Self> {
        (!text.is_empty()).then(|| Self { letters: Letters::of(&text), text: text.into_boxed_str(), by })
    }

    /// True if the letters are a short form of this key: its first and some of the others, in order, as 三茶 is of
    /// 三軒茶屋.
    pub(super) fn is_short_as(&self, letters: &[char]) -> bool {
        let mut own = self.text.chars();
        let in_order = letters.iter().all(|letter| own.any(|c| c == *letter));
        self.by == By::Spelling && in_order && self.text.chars().next() == letters.first().copied()
    }

    /// The keys of a name as it is written.
    pub(super) fn written(name: &str) -> impl Iterator<Item = Self> {
        let spelt = Spelt::of(name);
        let linked = spelt.without_links();
        let link = (linked != spelt.text()).then_some(linked);
        let spelling = Self::new(spelt.text().to_owned(), By::Spelling);
        spelling.into_iter().chain(link.and_then(|link| Self::new(link, By::Link)))
    }

    /// The keys of a name as it is read.
    pub(super) fn read(reading: &str) -> impl Iterator<Item = Self> {
        let sound = sounded(reading).unwrap_or_default();
        let plain = unvoiced(&sound);
        [(sound, By::Sound), (plain, By::Voicing)].into_iter().filter_map(|(text, by)| Self::new(text, by))
    }
}

/// What was typed, folded in one way.
#[derive(Debug, Clone)]
struct Query {
    text: String,
    letters: Letters,
    /// Long enough to be looked for within names.
    within: bool,
}

impl Query {
    fn new(text: String, within: bool) -> Option<Self> {
        (!text.is_empty()).then(|| Self { letters: Letters::of(&text), text, within })
    }

    fn answers(&self, key: &NameKey) -> Option<How> {
        if !key.letters.holds(self.letters) {
            return None;
        }
        if *key.text == *self.text {
            Some(How::Exact)
        } else if key.text.starts_with(&self.text) {
            Some(How::Prefix)
        } else if self.within && self.is_inside(key) {
            Some(How::Inside)
        } else {
            None
        }
    }

    /// A sound begins where a syllable does, so that あら is not within きたからすやま.
    fn is_inside(&self, key: &NameKey) -> bool {
        let at_syllable = |at: usize| at == 0 || b"aeioun0123456789".contains(&key.text.as_bytes()[at - 1]);
        let by_sound = key.by >= By::Sound;
        key.text.match_indices(&self.text).any(|(at, _)| !by_sound || at_syllable(at))
    }
}

/// What was typed, in every form it may be meant in.
#[derive(Debug, Clone, Default)]
pub(super) struct Typed {
    forms: SmallVec<[Form; 2]>,
}

#[derive(Debug, Clone)]
struct Form {
    spelling: Query,
    sound: Option<Query>,
    plain: Option<Query>,
}

impl Typed {
    /// Adds a form of what was typed.
    pub(super) fn add(&mut self, text: &str) {
        let Some(spelling) = Query::new(Spelt::of(text).text().to_owned(), is_enough_within(text)) else {
            return;
        };
        if self.forms.iter().any(|f| f.spelling.text == spelling.text) {
            return;
        }
        let sound = sounded(text).and_then(|s| Query::new(s.clone(), s.len() >= 4));
        let plain = sound.as_ref().filter(|s| s.text.len() >= VOICED_LETTERS);
        let plain = plain.and_then(|s| Query::new(unvoiced(&s.text), false));
        self.forms.push(Form { spelling, sound, plain });
    }

    /// The best answer of any key, in any form; voicing only counts where it is asked for.
    pub(super) fn best(&self, keys: &[NameKey], voicing: bool) -> Option<(How, By)> {
        let answer = |form: &Form, key: &NameKey| {
            let query = match key.by {
                By::Spelling | By::Link => Some(&form.spelling),
                By::Sound => form.sound.as_ref(),
                By::Voicing => form.plain.as_ref().filter(|_| voicing),
                By::Slip => None,
            };
            Some((query?.answers(key)?, key.by))
        };
        let answers = self.forms.iter().flat_map(|form| keys.iter().filter_map(move |key| answer(form, key)));
        answers.min()
    }
}

/// One kanji says enough to be looked for within names; kana take two, Latin letters three.
fn is_enough_within(text: &str) -> bool {
    let spelt = Spelt::of(text);
    let letters = spelt.text().chars().count();
    match spelt.text().chars().next() {
        None => false,
        Some(c) if c.is_ascii() => letters >= 3,
        Some(c) if crate::domain::is_hiragana(c) => letters >= 2,
        Some(_) => true,
    }
}

/// True if one letter more, less, other or swapped makes `typed` the name or its beginning.
pub(super) fn is_one_slip_from(typed: &[char], name: &[char]) -> bool {
    let lengths = [typed.len(), typed.len().saturating_sub(1), typed.len() + 1, name.len()];
    lengths.into_iter().filter(|n| *n <= name.len()).any(|n| is_one_slip(typed, &name[..n]))
}

fn is_one_slip(a: &[char], b: &[char]) -> bool {
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[same..], &b[same..]);
    match (a, b) {
        ([], []) => true,
        ([_, a @ ..], b) if a == b => true,
        (a, [_, b @ ..]) if a == b => true,
        ([_, a @ ..], [_, b @ ..]) if a == b => true,
        ([first, second, a @ ..], [one, other, b @ ..]) => first == other && second == one && a == b,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slip(typed: &str, name: &str) -> bool {
        let letters = |t: &str| t.chars().collect::<Vec<_>>();
        is_one_slip_from(&letters(typed), &letters(name))
    }

    #[test]
    fn one_letter_more_less_other_or_swapped_is_one_slip() {
        for typed in ["ごうとくじ", "ごうとじ", "ごうととくじ", "ごうたくじ", "ごとうくじ", "ごうとくち"]
        {
            assert!(slip(typed, "ごうとくじ"), "{typed}");
        }
        assert!(slip("いちゅうどお", "いちょうどおり"));
        assert!(!slip("ごとくうじい", "ごうとくじ"));
    }

    #[test]
    fn a_sound_is_found_within_a_name_only_from_a_syllable_on() {
        let keys: Vec<NameKey> = NameKey::read("きたからすやま").collect();
        let best = |text: &str| {
            let mut typed = Typed::default();
            typed.add(text);
            typed.best(&keys, false).map(|(how, _)| how)
        };
        assert_eq!(best("からすやま"), Some(How::Inside));
        assert_eq!(best("arasuyama"), None);
        assert_eq!(best("kitaka"), Some(How::Prefix));
    }
}
