//! A town (町丁目) and its name in any spelling.

use geo_types::MultiPolygon;
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

use super::fold::{fold_number, fold_text};
use super::id::TownId;
use super::kana::{block_reading, hiragana, is_hiragana};
use super::place::LonLat;

/// A text that is no town's name.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("not a town's name: `{0}`")]
pub struct TownNameError(pub String);

/// A town's name with its block number (丁目) read: `赤堤１丁目`, `赤堤1丁目` and `赤堤一丁目` are equal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TownName {
    base: String,
    chome: Option<u32>,
}

impl TownName {
    /// The name without 丁目.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The number of the 丁目, where there is one.
    pub const fn chome(&self) -> Option<u32> {
        self.chome
    }
}

impl FromStr for TownName {
    type Err = TownNameError;

    fn from_str(text: &str) -> Result<Self, TownNameError> {
        let folded = fold_text(text);
        let refused = || TownNameError(text.chars().take(60).collect());
        let Some(body) = folded.strip_suffix("丁目") else {
            return if folded.is_empty() { Err(refused()) } else { Ok(Self { base: folded, chome: None }) };
        };
        let is_numeral = |c: &char| c.is_ascii_digit() || "一二三四五六七八九十".contains(*c);
        let digits = body.chars().rev().take_while(is_numeral).count();
        let cut = body.char_indices().rev().nth(digits.wrapping_sub(1)).map_or(body.len(), |(i, _)| i);
        let (base, number) = body.split_at(cut);
        let chome = fold_number(number).filter(|n| *n > 0).ok_or_else(refused)?;
        if base.is_empty() { Err(refused()) } else { Ok(Self { base: base.to_owned(), chome: Some(chome) }) }
    }
}

impl fmt::Display for TownName {
    /// As on street signs: `赤堤一丁目`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.chome {
            None => f.write_str(&self.base),
            Some(n) => write!(f, "{}{}丁目", self.base, kanji(n)),
        }
    }
}

fn kanji(n: u32) -> String {
    let digit = |d: u32| "〇一二三四五六七八九".chars().nth(d as usize).expect("a digit is below ten");
    match n {
        0..=9 => digit(n).to_string(),
        10..=99 => {
            let tens = if n >= 20 { digit(n / 10).to_string() } else { String::new() };
            let ones = if n.is_multiple_of(10) { String::new() } else { digit(n % 10).to_string() };
            format!("{tens}十{ones}")
        }
        _ => n.to_string(),
    }
}

/// The reading of a town without its 丁目, in hiragana: `アカツツミ 1`, `あかつつみ１ちょうめ` and
/// `アカツツミイッチョウメ` are あかつつみ. `None` where something else than kana is left.
///
/// ```
/// use machikado::domain::town_reading;
/// let name = "赤堤一丁目".parse().unwrap();
/// assert_eq!(town_reading("アカツツミ 1", &name).as_deref(), Some("あかつつみ"));
/// ```
pub fn town_reading(text: &str, name: &TownName) -> Option<String> {
    let folded: String = fold_text(text).chars().map(hiragana).collect();
    let block = |n: u32| [block_reading(n).unwrap_or_default(), format!("{n}ちょうめ"), n.to_string()];
    let endings = name.chome().map(block).unwrap_or_default();
    let ending = endings.iter().filter(|e| !e.is_empty()).find_map(|e| folded.strip_suffix(e.as_str()));
    let reading = ending.unwrap_or(&folded);
    let is_kana = !reading.is_empty() && reading.chars().all(|c| is_hiragana(c) || c == 'ー');
    is_kana.then(|| reading.to_owned())
}

/// A town of a municipality.
#[derive(Debug, Clone, PartialEq)]
pub struct Town {
    /// Its id.
    pub id: TownId,
    /// The key its source knows it by.
    pub source_key: Option<String>,
    /// The municipality: `世田谷区`.
    pub municipality: String,
    /// Its name.
    pub name: TownName,
    /// The reading of its name without 丁目, in hiragana, where the source says.
    pub kana: Option<String>,
    /// A point within it, for labels and look-up.
    pub centre: LonLat,
    /// Its area, where the source has one; some publish only points.
    pub area: Option<MultiPolygon<f64>>,
    /// Residents, where the source says.
    pub population: Option<u32>,
    /// Households, where the source says.
    pub households: Option<u32>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_spellings_of_a_town_are_one() {
        let names: Vec<TownName> =
            ["赤堤１丁目", "赤堤1丁目", "赤堤一丁目"].iter().map(|t| t.parse().unwrap()).collect();
        assert!(names.windows(2).all(|w| w[0] == w[1]));
        assert_eq!(names[0].to_string(), "赤堤一丁目");
    }

    #[test]
    fn a_reading_loses_its_block_in_every_form_it_is_published_in() {
        let name: TownName = "赤堤一丁目".parse().unwrap();
        for text in [
            "あかつつみ",
            "アカツツミ",
            "ｱｶﾂﾂﾐ",
            "アカツツミ 1",
            "アカツツミ１チョウメ",
            "アカツツミイッチョウメ",
        ] {
            assert_eq!(town_reading(text, &name).as_deref(), Some("あかつつみ"), "{text}");
        }
        for text in ["", "Akatsutsumi", "赤堤", "アカツツミ 2"] {
            assert_eq!(town_reading(text, &name), None, "{text}");
        }
    }

    #[test]
    fn a_town_without_a_number_keeps_its_name() {
        assert_eq!("駒沢公園".parse::<TownName>().unwrap().to_string(), "駒沢公園");
        assert!("丁目".parse::<TownName>().is_err());
        assert_eq!("北沢十二丁目".parse::<TownName>().unwrap().chome(), Some(12));
    }
}
