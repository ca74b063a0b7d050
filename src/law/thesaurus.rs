//! Which legal use does an everyday name mean?
//!
//! A search walks every word once (its keys skip nearly all comparisons) and ranks what answers. An unclear word brings one question, whose
//! answers name the uses. Nothing here decides what is permitted.

use super::land_use::{LandUse, UseId};
use super::language::Words;
use super::spelling::spelt;
use super::word_key::{Key, Match, Typed, Way};

/// The words people type, and the use each means.
#[derive(Debug, Clone)]
pub struct Thesaurus {
    words: Vec<Word>,
    questions: Vec<WordQuestion>,
    pub(super) notes: Vec<(String, Words)>,
    /// Names of the uses themselves, found after the words.
    names: Vec<Word>,
}

/// An everyday word.
#[derive(Debug, Clone)]
pub struct Word {
    /// As people write it.
    pub text: String,
    /// The use it means, or means most often.
    pub use_id: UseId,
    /// Groups of 日本標準産業分類 (three digits) it belongs to; empty where that is not certain.
    pub jsic: Vec<String>,
    pub(super) question: Option<usize>,
    pub(super) note: Option<usize>,
    /// The reading in hiragana, folded.
    pub(super) reading: String,
    pub(super) keys: Vec<Key>,
}

/// The one question an unclear word asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordQuestion {
    /// The stable word, as in `alcohol`.
    pub slug: String,
    /// What is asked.
    pub question: Words,
    /// The answers, at least two, each with a use of its own.
    pub answers: Vec<WordAnswer>,
}

/// An answer, and the use it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordAnswer {
    /// What is answered.
    pub answer: Words,
    /// The use it means.
    pub use_id: UseId,
}

/// A word offered for what was typed.
#[derive(Debug, Clone, Copy)]
pub struct Suggestion<'b> {
    /// The use it means; where there is a question, the one it means most often.
    pub use_id: UseId,
    /// The word, or the name of the use.
    pub word: &'b str,
    /// How it answers.
    pub matched: Match,
    /// Groups of 日本標準産業分類.
    pub jsic: &'b [String],
    /// What to know about this trade.
    pub note: Option<&'b Words>,
    /// What to ask before the use is certain.
    pub question: Option<&'b WordQuestion>,
}

impl Word {
    /// A use under each of its own names.
    fn naming(of: &LandUse) -> impl Iterator<Item = Self> + '_ {
        [&of.name.ja, &of.name.en, &of.name.easy, &of.legal_class].into_iter().map(|name| Self {
            keys: vec![Key::written(name)],
            reading: spelt(&of.name.ja),
            text: of.name.ja.clone(),
            use_id: of.id,
            jsic: Vec::new(),
            question: None,
            note: None,
        })
    }

    /// How the word answers, and which of its forms.
    fn matches(&self, typed: &Typed) -> Option<(Match, Way)> {
        self.keys.iter().filter_map(|key| Some((typed.matches(key)?, key.way))).min()
    }

    /// What a reader takes for the same: カフェ and `cafe` lead to the same place.
    fn reads_and_means_as(&self, other: &Self) -> bool {
        let same_end =
            self.question == other.question && (self.question.is_some() || self.use_id == other.use_id);
        same_end && self.reading == other.reading
    }
}

impl Thesaurus {
    /// The words, and the uses themselves under their own names.
    pub(super) fn new(
        words: Vec<Word>,
        questions: Vec<WordQuestion>,
        notes: Vec<(String, Words)>,
        uses: &[LandUse],
    ) -> Self {
        Self { words, questions, notes, names: uses.iter().flat_map(Word::naming).collect() }
    }

    /// Every word, in the order of the table.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// Every question.
    pub fn questions(&self) -> &[WordQuestion] {
        &self.questions
    }

    /// The words that answer what was typed, at most `limit`: exact before prefix before contained, as written
    /// before as read before as heard, shorter before longer, then the table's order.
    ///
    /// Words that read alike and mean the same are offered once. Where nothing answers, the words found
    /// *within* what was typed are offered, longest first: 小さなパン屋さん finds パン屋.
    pub fn search(&self, typed: &str, limit: usize) -> Vec<Suggestion<'_>> {
        let typed = Typed::of(typed);
        if typed.is_empty() {
            return Vec::new();
        }
        let mut found = ranked(&self.words, &typed);
        for named in ranked(&self.names, &typed) {
            if !found.iter().any(|(_, word)| word.use_id == named.1.use_id) {
                found.push(named);
            }
        }
        found.sort_by_key(|(matched, _)| *matched);
        if found.is_empty() {
            found = self.within(&typed);
        }
        let mut offered: Vec<&Word> = Vec::new();
        found.retain(|(_, word)| {
            let again = offered.iter().any(|o| o.reads_and_means_as(word));
            offered.push(word);
            !again
        });
        found.truncate(limit);
        found.into_iter().map(|(matched, word)| self.suggestion(word, matched)).collect()
    }

    /// The words that what was typed contains.
    fn within(&self, typed: &Typed) -> Vec<(Match, &Word)> {
        let mut found: Vec<(usize, &Word)> = self
            .words
            .iter()
            .filter_map(|word| Some((word.keys.iter().filter_map(|key| typed.holds(key)).max()?, word)))
            .collect();
        found.sort_by_key(|(letters, _)| std::cmp::Reverse(*letters));
        found.into_iter().map(|(_, word)| (Match::Contains, word)).collect()
    }

    fn suggestion<'b>(&'b self, word: &'b Word, matched: Match) -> Suggestion<'b> {
        Suggestion {
            use_id: word.use_id,
            word: &word.text,
            matched,
            jsic: &word.jsic,
            note: word.note.map(|at| &self.notes[at].1),
            question: word.question.map(|at| &self.questions[at]),
        }
    }
}

fn ranked<'b>(words: &'b [Word], typed: &Typed) -> Vec<(Match, &'b Word)> {
    let mut found: Vec<((Match, Way), &Word)> =
        words.iter().filter_map(|word| Some((word.matches(typed)?, word))).collect();
    found.sort_by_cached_key(|(rank, word)| (*rank, word.reading.chars().count()));
    found.into_iter().map(|((matched, _), word)| (matched, word)).collect()
}
