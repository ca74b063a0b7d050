//! A question in words made ready: which towns, streets and stations answer each word is looked up
//! once, so that a row is decided by its own text and three numbers.

use super::City;
use super::layer_index::{StationIndex, StreetIndex, TownIndex};
use super::row::{LayerSlot, ListingRow};
use super::text::{Words, station_haystack, street_haystack, town_haystack};

/// The names of towns, streets and stations, folded, by slot.
#[derive(Debug, Default)]
pub(super) struct Names {
    towns: Vec<String>,
    streets: Vec<String>,
    stations: Vec<String>,
}

impl Names {
    pub(super) fn of(towns: &TownIndex, streets: &StreetIndex, stations: &StationIndex) -> Self {
        Self {
            towns: towns.iter().map(town_haystack).collect(),
            streets: streets.iter().map(street_haystack).collect(),
            stations: stations.iter().map(station_haystack).collect(),
        }
    }
}

#[derive(Debug, Default)]
pub(super) struct TextMatch<'a> {
    words: Vec<WordMatch<'a>>,
}

#[derive(Debug)]
struct WordMatch<'a> {
    word: &'a str,
    towns: Vec<bool>,
    streets: Vec<bool>,
    stations: Vec<bool>,
}

/// True if one listing says all the words. For many questions about one listing: looking up which
/// names answer a word, as [`TextMatch`] does, pays only where many listings are asked about.
pub(super) fn says(city: &City, row: &ListingRow, words: &Words) -> bool {
    let (names, around) = (city.names(), row.around());
    let named = |texts: &[String], slot: Option<u32>, word: &str| {
        slot.is_some_and(|at| texts[at as usize].contains(word))
    };
    words.iter().all(|word| {
        row.haystack().contains(word)
            || named(&names.towns, around.town.map(LayerSlot::at), word)
            || named(&names.streets, around.street.map(|near| near.slot.at()), word)
            || named(&names.stations, around.station.map(|near| near.slot.at()), word)
    })
}

impl<'a> TextMatch<'a> {
    pub(super) fn of(words: &'a Words, city: &City) -> Self {
        let names = city.names();
        let found = |word: &str, texts: &[String]| texts.iter().map(|t| t.contains(word)).collect();
        let matched = words.iter().map(|word| WordMatch {
            word,
            towns: found(word, &names.towns),
            streets: found(word, &names.streets),
            stations: found(word, &names.stations),
        });
        Self { words: matched.collect() }
    }

    pub(super) fn accepts(&self, row: &ListingRow) -> bool {
        let around = row.around();
        let named = |hits: &[bool], slot: Option<u32>| slot.is_some_and(|at| hits[at as usize]);
        self.words.iter().all(|m| {
            named(&m.towns, around.town.map(LayerSlot::at))
                || named(&m.streets, around.street.map(|near| near.slot.at()))
                || named(&m.stations, around.station.map(|near| near.slot.at()))
                || row.haystack().contains(m.word)
        })
    }
}
