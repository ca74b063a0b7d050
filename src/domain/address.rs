//! An address in any spelling: 赤堤1丁目2番3号, 赤堤1-2-3, 赤堤１－２－３, 赤堤一丁目2番3号, あかづつみ1-2-3.
//!
//! 住居表示 counts blocks and houses (2番3号); 地番 counts lots of land (1234番地5). They are not the same and are
//! never turned into each other. Which place is meant decides what a number means: 赤堤1-2 is 赤堤一丁目2番, but
//! 駒沢公園1-2 is 1番2号. So a text is read first ([`AddressText`]), and becomes an [`Address`] within a town.

use std::fmt;
use std::str::FromStr;
use thiserror::Error;

use super::address_numbers::numbers;
use super::town::TownName;

/// The largest number in an address.
const LARGEST: u32 = 99_999;

/// Why there is no such address.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AddressError {
    /// No number stands after a name.
    #[error("no number stands after a name in `{0}`")]
    NoNumber(String),
    /// A number is zero or too large.
    #[error("no block, lot or house has the number {0}")]
    OutOfRange(u32),
}

/// What the numbers of an address count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Numbering {
    /// 住居表示: a block and a house in it (2番3号).
    Residential,
    /// 地番: a lot of land and a part of it (1234番地5).
    Lot,
}

impl Numbering {
    /// The word used in the API and the store.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Residential => "residential",
            Self::Lot => "lot",
        }
    }
}

/// A place in a town by its numbers. Build one with [`Address::new`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Address {
    town: TownName,
    numbering: Numbering,
    block: u32,
    house: Option<u32>,
}

impl Address {
    /// The address, if its numbers are from 1 to 99,999.
    pub fn new(
        town: TownName,
        numbering: Numbering,
        block: u32,
        house: Option<u32>,
    ) -> Result<Self, AddressError> {
        match [Some(block), house].into_iter().flatten().find(|n| !(1..=LARGEST).contains(n)) {
            Some(wrong) => Err(AddressError::OutOfRange(wrong)),
            None => Ok(Self { town, numbering, block, house }),
        }
    }

    /// The town, with its 丁目.
    pub const fn town(&self) -> &TownName {
        &self.town
    }
    /// What the numbers count.
    pub const fn numbering(&self) -> Numbering {
        self.numbering
    }
    /// The block (街区符号), or the lot.
    pub const fn block(&self) -> u32 {
        self.block
    }
    /// The house (住居番号), or the part of the lot (枝番).
    pub const fn house(&self) -> Option<u32> {
        self.house
    }
}

impl fmt::Display for Address {
    /// As it is written out: `赤堤一丁目2番3号`, `赤堤一丁目1234番地5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.numbering, self.house) {
            (Numbering::Residential, Some(house)) => write!(f, "{}{}番{house}号", self.town, self.block),
            (Numbering::Residential, None) => write!(f, "{}{}番", self.town, self.block),
            (Numbering::Lot, Some(part)) => write!(f, "{}{}番地{part}", self.town, self.block),
            (Numbering::Lot, None) => write!(f, "{}{}番地", self.town, self.block),
        }
    }
}

/// An address as it was typed: a name, then numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressText {
    name: String,
    chome: Option<u32>,
    numbers: Vec<u32>,
    /// The first number may be a 丁目.
    leads: bool,
    numbering: Option<Numbering>,
}

impl AddressText {
    /// What stands before the numbers: a town, with or without its prefecture and municipality.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The address this is in a town; `None` if it is in another, or names no block. The town's own name is not
    /// compared, only its 丁目.
    ///
    /// Numbers without a word count blocks and houses; what follows them (rooms, buildings) is left out.
    pub fn in_town(&self, town: &TownName) -> Option<Address> {
        let (chome, rest) = match (self.chome, town.chome()) {
            (None, Some(_)) if self.leads => (self.numbers.first().copied(), self.numbers.get(1..)?),
            (stated, _) => (stated, &self.numbers[..]),
        };
        let (block, house) = (*rest.first()?, rest.get(1).copied());
        let numbering = self.numbering.unwrap_or(Numbering::Residential);
        (chome == town.chome()).then(|| Address::new(town.clone(), numbering, block, house).ok())?
    }
}

impl FromStr for AddressText {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let read = numbers(text).filter(|read| read.name.chars().any(char::is_alphabetic));
        let read = read.ok_or_else(|| AddressError::NoNumber(text.chars().take(60).collect()))?;
        let all = read.chome.iter().chain(&read.numbers).copied();
        match all.into_iter().find(|n| !(1..=LARGEST).contains(n)) {
            Some(wrong) => Err(AddressError::OutOfRange(wrong)),
            None => Ok(Self {
                name: read.name,
                chome: read.chome,
                numbers: read.numbers,
                leads: read.leads,
                numbering: read.numbering,
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str, town: &str) -> Option<Address> {
        text.parse::<AddressText>().ok()?.in_town(&town.parse().unwrap())
    }

    fn shown(text: &str, town: &str) -> String {
        read(text, town).map_or_else(|| "none".to_owned(), |address| address.to_string())
    }

    #[test]
    fn every_spelling_of_one_address_is_one_address() {
        for text in [
            "赤堤1丁目2番3号",
            "赤堤1-2-3",
            "赤堤１－２－３",
            "赤堤一丁目2番3号",
            "赤堤一丁目二番三号",
            "赤堤一－二－三",
            "赤堤1ー2ー3",
            "赤堤1の2の3",
            "赤堤１ノ２ノ３",
            "赤堤 1 丁目 2 番 3 号",
            "赤堤 1-2-3",
            "赤堤1丁目2-3",
            "赤堤1丁目2番3",
            "赤堤1丁目2番の3",
            "赤堤1-2-3 赤堤ビル2F",
            "赤堤1-2-3-405",
            "赤堤1丁目2番3号405号室",
            "世田谷区赤堤1-2-3",
            "東京都世田谷区赤堤1丁目2番3号",
            "〒156-0044 東京都世田谷区赤堤1-2-3",
            "あかつつみ1-2-3",
            "あかつつみ１ちょうめ２ー３",
            "Akatsutsumi 1-2-3",
            "Akatsutsumi 1-chome 2-3",
            "1-2-3 Akatsutsumi, Setagaya-ku, Tokyo",
            "2-3, Akatsutsumi 1-chome, Setagaya-ku",
        ] {
            assert_eq!(shown(text, "赤堤一丁目"), "赤堤一丁目2番3号", "{text}");
        }
    }

    #[test]
    fn the_name_before_the_numbers_is_kept_whole() {
        for (text, name) in [
            ("東京都世田谷区三軒茶屋二丁目1番1号", "東京都世田谷区三軒茶屋"),
            ("二子玉川1-2", "二子玉川"),
            ("西五反田1-2-3", "西五反田"),
            ("千代田区一番町3-2", "千代田区一番町"),
            ("1-2-3 Akatsutsumi, Setagaya-ku, Tokyo", "akatsutsumi"),
        ] {
            assert_eq!(text.parse::<AddressText>().unwrap().name(), name);
        }
    }

    #[test]
    fn where_towns_have_no_block_number_the_first_number_is_the_block() {
        assert_eq!(shown("駒沢公園1-2", "駒沢公園"), "駒沢公園1番2号");
        assert_eq!(shown("駒沢公園1-2", "駒沢公園一丁目"), "駒沢公園一丁目2番");
    }

    #[test]
    fn a_lot_is_a_lot_and_never_a_house() {
        let lot = read("赤堤一丁目1234番地5", "赤堤一丁目").unwrap();
        assert_eq!((lot.numbering(), lot.block(), lot.house()), (Numbering::Lot, 1234, Some(5)));
        assert_eq!(shown("赤堤1丁目1234番地の5", "赤堤一丁目"), "赤堤一丁目1234番地5");
        assert_eq!(shown("宇奈根1234番地", "宇奈根"), "宇奈根1234番地");
    }

    #[test]
    fn an_address_of_another_block_number_or_without_a_block_is_none_of_this_town() {
        assert_eq!(read("赤堤2-2-3", "赤堤一丁目"), None);
        assert_eq!(read("赤堤2番3号", "赤堤二丁目"), None, "2番 is no 丁目");
        assert_eq!(read("赤堤1丁目", "赤堤一丁目"), None);
        assert_eq!(read("赤堤1", "赤堤一丁目"), None);
        assert_eq!(read("赤堤1丁目2番", "赤堤"), None);
    }

    #[test]
    fn a_text_without_a_number_after_a_name_is_no_address() {
        for text in ["", "赤堤", "三軒茶屋", "1-2-3", "カフェ", "2F"] {
            assert!(text.parse::<AddressText>().is_err(), "{text}");
        }
        assert_eq!("赤堤0-1".parse::<AddressText>(), Err(AddressError::OutOfRange(0)));
        assert!("赤堤99999999999-1".parse::<AddressText>().is_err());
    }

    fn kanji_numeral(n: u32) -> String {
        let name: TownName = format!("甲{n}丁目").parse().unwrap();
        name.to_string().trim_matches(['甲', '丁', '目']).to_owned()
    }

    proptest! {
        #[test]
        fn what_is_written_out_in_any_way_reads_back(
            base in prop::sample::select(vec!["赤堤", "三軒茶屋", "二子玉川", "八幡山", "千歳台", "せた", "Seta"]),
            chome in prop::option::of(1u32..40), block in 1u32..=9999, house in prop::option::of(1u32..=999),
            lot in any::<bool>(), way in 0usize..6, before in prop::sample::select(vec!["", "世田谷区", "東京都世田谷区"]),
        ) {
            let town: TownName = chome.map_or(base.to_owned(), |n| format!("{base}{n}丁目")).parse().unwrap();
            let numbering = if lot { Numbering::Lot } else { Numbering::Residential };
            let address = Address::new(town.clone(), numbering, block, house).unwrap();
            let numbers: Vec<u32> = chome.into_iter().chain([block]).chain(house).collect();
            let join = |dash: &str| numbers.iter().map(u32::to_string).collect::<Vec<_>>().join(dash);
            let text = match way {
                _ if lot => address.to_string(),
                0 => address.to_string(),
                1 => format!("{base}{}", join("-")),
                2 => format!("{base} {}", join("－")),
                3 => format!("{base}{}", join("の")),
                4 => format!("{base}{}", join("ー").chars().map(|c| {
                    c.to_digit(10).map_or(c, |d| char::from_u32('０' as u32 + d).unwrap())
                }).collect::<String>()),
                _ => format!("{base}{}{block}番{}", chome.map_or(String::new(), |n| kanji_numeral(n) + "丁目"),
                    house.map_or(String::new(), |n| format!("{n}号"))),
            };
            let written: AddressText = format!("{before}{text}").parse().unwrap();
            // A single number after a town with 丁目 is its 丁目.
            prop_assert_eq!(written.in_town(&town), Some(address), "{}", text);
        }

        #[test]
        fn no_text_can_do_worse_than_be_no_address(text in "\\PC{0,40}") {
            let _ = text.parse::<AddressText>();
        }

        #[test]
        fn no_numerals_can_do_worse_than_be_no_address(text in "[赤一二十百0-9０-９丁目番地号の\\-ー ,〒a]{0,20}") {
            if let Ok(read) = text.parse::<AddressText>() {
                let _ = read.in_town(&"赤一丁目".parse().unwrap());
            }
        }
    }
}
