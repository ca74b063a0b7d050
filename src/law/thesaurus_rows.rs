//! Are the tables of words whole? Reads them, or says which row and column is wrong.

use std::collections::HashMap;

use super::error::{CellReason, LawError};
use super::land_use::{LandUse, UseId};
use super::language::Words;
use super::rows::{Row, Rows};
use super::spelling::{is_reading, spelt};
use super::thesaurus::{Thesaurus, Word, WordAnswer, WordQuestion};
use super::word_key::Key;

/// The three tables the words are kept in.
#[derive(Debug, Clone, Copy)]
struct WordTables<'t> {
    /// `thesaurus.csv`: one line a word.
    words: &'t str,
    /// `questions.csv`: one line an answer.
    questions: &'t str,
    /// `word_notes.csv`: one line a note.
    notes: &'t str,
}

impl Thesaurus {
    /// The words this program was built with.
    pub(super) fn built_in(uses: &[LandUse]) -> Result<Self, LawError> {
        let tables = WordTables {
            words: include_str!("../../data/law/thesaurus.csv"),
            questions: include_str!("../../data/law/questions.csv"),
            notes: include_str!("../../data/law/word_notes.csv"),
        };
        Self::read(tables, uses)
    }

    /// Reads the tables against the uses they name.
    ///
    /// # Errors
    /// The row and column of the first cell that cannot be right: an unknown use, a word given twice, a reading
    /// that is missing or not hiragana, a question with one answer.
    fn read(tables: WordTables<'_>, uses: &[LandUse]) -> Result<Self, LawError> {
        let by_slug: HashMap<&str, UseId> = uses.iter().map(|u| (u.slug.as_str(), u.id)).collect();
        let use_of = |slug: &str| by_slug.get(slug).copied();
        let notes = read_notes(tables.notes)?;
        let questions = read_questions(tables.questions, use_of)?;
        let words = read_words(tables.words, use_of, &questions, &notes)?;
        Ok(Self::new(words, questions, notes, uses))
    }
}

fn three(row: &Row<'_>, [ja, en, easy]: [&'static str; 3]) -> Result<Words, LawError> {
    Ok(Words { ja: row.filled(ja)?.into(), en: row.filled(en)?.into(), easy: row.filled(easy)?.into() })
}

fn read_notes(csv: &str) -> Result<Vec<(String, Words)>, LawError> {
    let mut notes: Vec<(String, Words)> = Vec::new();
    let mut rows = HashMap::new();
    for row in Rows::read("word_notes.csv", csv, &["note", "ja", "en", "easy"])?.iter() {
        let slug = row.filled("note")?.to_owned();
        if let Some(first) = rows.insert(slug.clone(), row.number) {
            return Err(row.wrong("note", CellReason::Duplicate(slug, first)));
        }
        notes.push((slug, three(&row, ["ja", "en", "easy"])?));
    }
    Ok(notes)
}

fn read_questions(csv: &str, use_of: impl Fn(&str) -> Option<UseId>) -> Result<Vec<WordQuestion>, LawError> {
    let columns = [
        "ask",
        "question_ja",
        "question_en",
        "question_easy",
        "answer_ja",
        "answer_en",
        "answer_easy",
        "use",
    ];
    let rows = Rows::read("questions.csv", csv, &columns)?;
    let mut questions: Vec<WordQuestion> = Vec::new();
    for row in rows.iter() {
        let slug = row.filled("ask")?;
        let question = three(&row, ["question_ja", "question_en", "question_easy"])?;
        let answer = three(&row, ["answer_ja", "answer_en", "answer_easy"])?;
        let answer = WordAnswer { answer, use_id: row.word("use", "use", &use_of)? };
        match questions.iter_mut().find(|q| q.slug == slug) {
            None => questions.push(WordQuestion { slug: slug.into(), question, answers: vec![answer] }),
            Some(known) if known.question != question => {
                let reason = "the same question is worded differently above";
                return Err(row.wrong("question_ja", CellReason::Stray(question.ja, reason)));
            }
            Some(known) if known.answers.iter().any(|a| a.use_id == answer.use_id) => {
                let reason = "another answer to the question already leads to this use";
                return Err(row.wrong("use", CellReason::Stray(row.cell("use").into(), reason)));
            }
            Some(known) => known.answers.push(answer),
        }
    }
    for row in rows.iter() {
        if questions.iter().any(|q| q.slug == row.cell("ask") && q.answers.len() < 2) {
            let reason = "a question needs two answers with different uses";
            return Err(row.wrong("ask", CellReason::Stray(row.cell("ask").into(), reason)));
        }
    }
    Ok(questions)
}

fn read_words(
    csv: &str,
    use_of: impl Fn(&str) -> Option<UseId>,
    questions: &[WordQuestion],
    notes: &[(String, Words)],
) -> Result<Vec<Word>, LawError> {
    let columns = ["word", "kana", "romaji", "use", "ask", "jsic", "note"];
    let mut rows_by_spelling: HashMap<String, usize> = HashMap::new();
    let mut words = Vec::new();
    for row in Rows::read("thesaurus.csv", csv, &columns)?.iter() {
        let text = row.filled("word")?;
        if let Some(first) = rows_by_spelling.insert(spelt(text), row.number) {
            return Err(row.wrong("word", CellReason::Duplicate(text.into(), first)));
        }
        let use_id = row.word("use", "use", &use_of)?;
        let question = listed(&row, "ask", "question", |slug| questions.iter().position(|q| q.slug == slug))?;
        let answers = question.map(|at| &questions[at].answers);
        if answers.is_some_and(|answers| answers.iter().all(|a| a.use_id != use_id)) {
            let reason = "no answer to its question leads to this use";
            return Err(row.wrong("use", CellReason::Stray(row.cell("use").into(), reason)));
        }
        words.push(Word {
            text: text.into(),
            use_id,
            jsic: jsic(&row)?,
            question,
            note: listed(&row, "note", "note", |slug| notes.iter().position(|(known, _)| known == slug))?,
            reading: spelt(row.cell("kana").split_whitespace().next().unwrap_or_default()),
            keys: keys(&row)?,
        });
    }
    Ok(words)
}

/// A word of another table, or nothing.
fn listed(
    row: &Row<'_>,
    column: &'static str,
    what: &'static str,
    find: impl Fn(&str) -> Option<usize>,
) -> Result<Option<usize>, LawError> {
    if row.cell(column).is_empty() { Ok(None) } else { row.word(column, what, find).map(Some) }
}

fn jsic(row: &Row<'_>) -> Result<Vec<String>, LawError> {
    let is_group = |code: &str| code.len() == 3 && code.bytes().all(|b| b.is_ascii_digit());
    if row.cell("jsic").is_empty() {
        return Ok(Vec::new());
    }
    row.words("jsic", "group of 日本標準産業分類", |code| is_group(code).then(|| code.to_owned()))
}

/// The word, and for a Japanese word its readings, their romaji and their sound. A foreign word is found as it
/// is written: whoever types kana has the Japanese word.
fn keys(row: &Row<'_>) -> Result<Vec<Key>, LawError> {
    let kana = row.filled("kana")?;
    if !is_reading(kana) {
        return Err(row.wrong("kana", CellReason::Stray(kana.into(), "a reading is written in hiragana")));
    }
    let romaji = row.filled("romaji")?;
    if !romaji.bytes().all(|b| b.is_ascii_lowercase() || b == b' ') {
        let reason = "romaji is written in small Latin letters without marks";
        return Err(row.wrong("romaji", CellReason::Stray(romaji.into(), reason)));
    }
    let word = row.cell("word");
    let mut keys = vec![Key::written(word)];
    if !word.is_ascii() {
        keys.extend(kana.split_whitespace().map(Key::read));
        keys.extend(romaji.split_whitespace().map(Key::romaji));
        keys.extend(kana.split_whitespace().filter_map(Key::heard));
    }
    Ok(keys)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::LawBook;

    const HEAD: &str = "word,kana,romaji,use,ask,jsic,note\n";
    const ASK: &str = "ask,question_ja,question_en,question_easy,answer_ja,answer_en,answer_easy,use\n";
    const NOTE: &str = "note,ja,en,easy\n";

    fn refused(words: &str, questions: &str) -> LawError {
        let tables = WordTables {
            words: &format!("{HEAD}{words}"),
            questions: &format!("{ASK}{questions}"),
            notes: NOTE,
        };
        Thesaurus::read(tables, LawBook::built_in().uses()).unwrap_err()
    }

    #[track_caller]
    fn assert_cell(error: &LawError, at: (usize, &str)) {
        let LawError::Cell { row, column, .. } = error else { panic!("{error}") };
        assert_eq!((*row, *column), at, "{error}");
    }

    #[test]
    fn an_unknown_use_is_refused_with_its_row() {
        assert_cell(&refused("カフェ,かふぇ,kafe,cafe,,,\n", ""), (2, "use"));
    }

    #[test]
    fn a_word_given_twice_in_another_script_is_refused_with_the_row_of_the_first() {
        let error =
            refused("カフェ,かふぇ,kafe,cafe_restaurant,,,\nかふぇー,かふぇー,kafe,cafe_restaurant,,,\n", "");
        let LawError::Cell { row: 3, reason: CellReason::Duplicate(word, 2), .. } = &error else {
            panic!("{error}")
        };
        assert_eq!(word, "かふぇー");
    }

    #[test]
    fn a_reading_that_is_missing_or_not_hiragana_is_refused() {
        assert_cell(&refused("花屋,,hanaya,shop_daily,,,\n", ""), (2, "kana"));
        assert_cell(&refused("花屋,ハナヤ,hanaya,shop_daily,,,\n", ""), (2, "kana"));
    }

    #[test]
    fn a_code_of_four_digits_is_refused() {
        assert_cell(&refused("花屋,はなや,hanaya,shop_daily,,6093,\n", ""), (2, "jsic"));
    }

    #[test]
    fn a_question_with_one_answer_is_refused() {
        assert_cell(&refused("", "make,a,b,c,d,e,f,office\n"), (2, "ask"));
    }

    #[test]
    fn two_answers_that_lead_to_one_use_are_refused() {
        assert_cell(&refused("", "make,a,b,c,d,e,f,office\nmake,a,b,c,g,h,i,office\n"), (3, "use"));
    }

    #[test]
    fn a_word_whose_use_no_answer_leads_to_is_refused() {
        let ask = "make,a,b,c,d,e,f,office\nmake,a,b,c,g,h,i,factory\n";
        assert_cell(&refused("花屋,はなや,hanaya,shop_daily,make,,\n", ask), (2, "use"));
    }
}
