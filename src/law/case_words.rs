//! What does a word of a worked case mean, whoever wrote it?
//!
//! People write cases: `2L`, `low_2` and 第２種低層住居専用地域 are one district, `cafe_restaurant` and カフェ one use,
//! `150` and `"150㎡"` one area. A word that means nothing is refused with the nearest that would.

use std::collections::BTreeSet;

use super::book::LawBook;
use super::district_words::district_en;
use super::land_use::{LandUse, UseId};
use super::language::Language;
use super::spelling::spelt;
use super::variable::{Kind, Variable};
use super::verdict::Verdict;
use super::word_key::Match;
use crate::domain::{UseDistrict, fold_text};

/// Why a word names no use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NoUse {
    /// It means nothing; the nearest that would.
    Unknown(Vec<String>),
    /// It may mean several.
    Unclear(Vec<String>),
}

/// The use a word means: its own word, one of its names, or an everyday name that is clear.
pub(super) fn land_use(book: &LawBook, text: &str) -> Result<UseId, NoUse> {
    let folded = spelt(text);
    let is_called = |u: &&LandUse| {
        let names = [&u.slug, &u.name.ja, &u.name.en, &u.name.easy, &u.legal_class];
        names.into_iter().any(|name| spelt(name) == folded)
    };
    if let Some(known) = book.uses().iter().find(is_called) {
        return Ok(known.id);
    }
    let offered = book.thesaurus().search(text, 5);
    let exact: Vec<_> = offered.iter().filter(|o| o.matched == Match::Exact).collect();
    let asked = exact.iter().filter_map(|o| o.question).flat_map(|q| &q.answers).map(|a| a.use_id);
    let meant: BTreeSet<UseId> = exact.iter().map(|o| o.use_id).chain(asked).collect();
    let slugs =
        |uses: BTreeSet<UseId>| uses.into_iter().map(|id| book.land_use(id).slug.clone()).collect::<Vec<_>>();
    match (meant.first(), meant.len()) {
        (Some(only), 1) => Ok(*only),
        (Some(_), _) => Err(NoUse::Unclear(slugs(meant))),
        (None, _) if !offered.is_empty() => {
            Err(NoUse::Unknown(slugs(offered.iter().map(|o| o.use_id).collect())))
        }
        (None, _) => Err(NoUse::Unknown(nearest(text, book.uses().iter().map(|u| u.slug.as_str())))),
    }
}

/// The district a word means: its own word, its code, its name in Japanese or English.
pub(super) fn district(book: &LawBook, text: &str) -> Option<UseDistrict> {
    let folded = spelt(text);
    let english = |d: UseDistrict| {
        let name = spelt(district_en(d));
        let short =
            ["usedistrict", "district", "zone", "area"].iter().find_map(|end| folded.strip_suffix(end));
        let stem = name.trim_end_matches("district").trim_end_matches("area");
        name == folded || short.unwrap_or(&folded) == stem
    };
    let coded = |d: UseDistrict| spelt(book.districts().code(d)) == folded || spelt(d.slug()) == folded;
    let named = || UseDistrict::ALL.iter().copied().find(|d| coded(*d) || english(*d));
    text.parse().ok().or_else(named)
}

/// The verdict a word means, as the API, the worked cases or the screen write it.
pub(super) fn verdict(text: &str) -> Option<Verdict> {
    let folded = spelt(text);
    let languages = [Language::Ja, Language::En, Language::Easy];
    let is_said = |v: &Verdict| {
        spelt(v.slug()) == folded || languages.iter().any(|language| spelt(&v.word(*language)) == folded)
    };
    Verdict::from_slug(&folded).or_else(|| Verdict::ALL.iter().copied().find(is_said))
}

/// A value as [`Variable::read`] takes it: without its unit, in narrow figures, はい as yes, 60% as 0.6.
pub(super) fn value(of: Variable, text: &str) -> String {
    let folded = fold_text(text);
    let without = |units: &[&str]| {
        let bare = units.iter().find_map(|unit| folded.strip_suffix(unit)).unwrap_or(&folded);
        bare.replace(',', "")
    };
    match of.kind() {
        Kind::Number => without(&["m2", "平米", "平方メートル", "kw", "sqm"]),
        Kind::Storey if folded.starts_with("地下") || folded.starts_with('b') => "0".to_owned(),
        Kind::Storey => without(&["階", "f"]),
        Kind::Share => match folded.strip_suffix('%').map(str::parse::<f64>) {
            Some(Ok(percent)) => (percent / 100.0).to_string(),
            _ => folded,
        },
        Kind::YesNo => match folded.as_str() {
            "1" | "はい" | "有" | "あり" => "yes".to_owned(),
            "0" | "いいえ" | "無" | "なし" => "no".to_owned(),
            _ => folded,
        },
        Kind::Class => folded,
    }
}

/// The words spelt most nearly like one, best first; none where nothing is near.
pub(super) fn nearest<'w>(text: &str, words: impl Iterator<Item = &'w str>) -> Vec<String> {
    const NEAR: f64 = 0.75;
    let folded = fold_text(text);
    let mut near: Vec<(f64, &str)> =
        words.map(|w| (strsim::jaro_winkler(&folded, w), w)).filter(|(near, _)| *near >= NEAR).collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    near.into_iter().take(3).map(|(_, word)| word.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(text: &str) -> Result<&'static str, NoUse> {
        let book = LawBook::built_in();
        land_use(book, text).map(|id| book.land_use(id).slug.as_str())
    }

    #[test]
    fn a_use_is_known_by_its_word_its_names_and_what_people_call_it() {
        for text in ["auto_repair", "Auto-Repair", "自動車修理工場", "自動車整備", "Car repair shop"]
        {
            assert_eq!(meant(text), Ok("auto_repair"), "{text}");
        }
    }

    #[test]
    fn a_name_that_asks_a_question_names_the_uses_it_may_mean() {
        let Err(NoUse::Unclear(uses)) = meant("パン屋") else { panic!("{:?}", meant("パン屋")) };
        assert!(uses.contains(&"bakery_workshop".to_owned()), "{uses:?}");
    }

    #[test]
    fn a_misspelt_use_brings_the_nearest() {
        assert_eq!(meant("cafe_restrant"), Err(NoUse::Unknown(vec!["cafe_restaurant".to_owned()])));
    }

    #[test]
    fn every_district_is_known_by_word_code_and_name_in_both_languages() {
        let book = LawBook::built_in();
        for d in UseDistrict::ALL {
            for text in [d.slug(), book.districts().code(*d), d.name_ja(), district_en(*d)] {
                assert_eq!(district(book, text), Some(*d), "{text}");
                assert_eq!(district(book, &text.to_uppercase()), Some(*d), "{text}");
            }
        }
        for text in ["第２種低層住居専用地域", "２Ｌ", "Category 2 low-rise exclusive residential", "low-2"]
        {
            assert_eq!(district(book, text), Some(UseDistrict::Low2), "{text}");
        }
        assert_eq!(district(book, "3MH"), None);
    }

    #[test]
    fn a_verdict_is_known_as_the_screen_says_it() {
        for text in ["要相談", "expert", "ask_ward", "Ask the ward", "EXPERT"] {
            assert_eq!(verdict(text), Some(Verdict::AskWard), "{text}");
        }
        assert_eq!(verdict("不可"), Some(Verdict::Prohibited));
        assert_eq!(verdict("maybe"), None);
    }

    #[test]
    fn a_value_is_read_without_its_unit() {
        use Variable as V;
        for (of, text, read) in [
            (V::UseAreaM2, "１，５００㎡", "1500"),
            (V::UseAreaM2, "150.5 m2", "150.5"),
            (V::MotorKw, "0.75kW", "0.75"),
            (V::StoreyMax, "２階", "2"),
            (V::StoreyMax, "B1F", "0"),
            (V::DwellingShare, "60%", "0.6"),
            (V::LiveWork, "はい", "yes"),
        ] {
            assert_eq!(value(of, text), read, "{text}");
        }
    }
}
