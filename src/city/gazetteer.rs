//! Answers "which stations, towns and streets go by what was typed?".
//!
//! Made when those layers change and kept with the city. Towns whose names differ only in their 丁目 are also one
//! thing together: 赤堤 is all of 赤堤一丁目 to 五丁目. Wrong voicing (ふかざわ) and a slip of one letter are forgiven
//! only where nothing else answers.

use std::collections::BTreeMap;

use super::layer_index::{StationIndex, StreetIndex, TownIndex};
use super::name_key::{By, How, NameKey, Typed, is_one_slip_from};
use crate::domain::{
    ShoppingStreet, Spelt, Station, Town, block_reading, hiragana, is_hiragana, sounded, strip_prefecture,
};

/// Kana of fewer letters are never taken for slips.
const SLIP_KANA: usize = 4;
/// The same for Latin letters of a sound.
const SLIP_LETTERS: usize = 6;

/// What goes by a name, as slots of the present layers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Named {
    Station(u32),
    /// Towns of one name, by 丁目.
    Towns(Vec<u32>),
    /// One town; true if it is one of several of its name.
    Town(u32, bool),
    Street(u32),
}

#[derive(Debug, Clone)]
struct Entry {
    named: Named,
    keys: Vec<NameKey>,
    /// The reading in hiragana, to compare slips with.
    reading: Vec<char>,
    letters: u32,
}

/// The names of stations, towns and streets.
#[derive(Debug, Clone, Default)]
pub struct Gazetteer {
    entries: Vec<Entry>,
    /// The municipalities of the towns, folded.
    municipalities: Vec<String>,
}

/// Something that goes by what was typed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NameHit<'a> {
    pub(crate) named: &'a Named,
    pub(crate) how: How,
    pub(crate) by: By,
}

impl Gazetteer {
    pub(super) fn of(towns: &TownIndex, streets: &StreetIndex, stations: &StationIndex) -> Self {
        let mut entries: Vec<Entry> = Vec::new();
        entries.extend((0..).zip(stations.iter()).map(|(at, s)| station(at, s)));
        entries.extend(towns_by_name(towns));
        entries.extend((0..).zip(streets.iter()).map(|(at, s)| street(at, s)));
        let mut municipalities: Vec<String> = towns
            .iter()
            .map(|t| Spelt::of(&t.municipality).text().to_owned())
            .filter(|m| !m.is_empty())
            .collect();
        municipalities.sort_unstable();
        municipalities.dedup();
        Self { entries, municipalities }
    }

    /// Everything that goes by a name, best first.
    pub(crate) fn find(&self, text: &str) -> Vec<NameHit<'_>> {
        let typed = self.typed(text);
        let mut hits = self.matching(&typed, false);
        if hits.is_empty() {
            hits = self.matching(&typed, true);
        }
        hits
    }

    /// Everything that goes by a name with one letter wrong.
    pub(crate) fn find_slips(&self, text: &str) -> Vec<NameHit<'_>> {
        let kana: Vec<char> = Spelt::of(text).text().chars().collect();
        let sound: Vec<char> = sounded(text).unwrap_or_default().chars().collect();
        let is_kana = kana.len() >= SLIP_KANA && kana.iter().all(|c| is_hiragana(*c));
        let is_latin = sound.len() >= SLIP_LETTERS && kana.iter().all(char::is_ascii_alphabetic);
        let near = |entry: &&Entry| {
            let reading: String = entry.reading.iter().collect();
            (is_kana && is_one_slip_from(&kana, &entry.reading))
                || (is_latin
                    && sounded(&reading)
                        .is_some_and(|s| is_one_slip_from(&sound, &s.chars().collect::<Vec<_>>())))
        };
        let found = self.entries.iter().filter(|entry| !entry.reading.is_empty()).filter(near);
        ranked(found.map(|entry| (entry, How::Inside, By::Slip)).collect())
    }

    fn typed(&self, text: &str) -> Typed {
        let mut typed = Typed::default();
        typed.add(text);
        if let Some(number) = ends_in_kanji_number(text) {
            typed.add(&number);
        }
        let spelt = Spelt::of(text);
        let local = strip_prefecture(spelt.text());
        let within = self.municipalities.iter().filter_map(|m| local.strip_prefix(m.as_str()));
        if let Some(rest) = within.filter(|rest| !rest.is_empty()).min_by_key(|rest| rest.len()) {
            typed.add(rest);
        }
        // Kyodo, Setagaya-ku
        if let Some((first, _)) = text.split_once([',', '、']) {
            typed.add(first);
        }
        typed
    }

    fn matching(&self, typed: &Typed, voicing: bool) -> Vec<NameHit<'_>> {
        let found = self.entries.iter().filter_map(|entry| {
            let (how, by) = typed.best(&entry.keys, voicing)?;
            Some((entry, how, by))
        });
        ranked(found.collect())
    }
}

/// Exact before prefix before inside; then stations, towns, streets, and the 丁目 of a town that is there as a
/// whole; then by what it was found, the shorter name, the layer's order.
fn ranked(mut found: Vec<(&Entry, How, By)>) -> Vec<NameHit<'_>> {
    found.sort_by_key(|(entry, how, by)| (*how, entry.named.rank(), *by, entry.letters));
    found.into_iter().map(|(entry, how, by)| NameHit { named: &entry.named, how, by }).collect()
}

impl Named {
    const fn rank(&self) -> u8 {
        match self {
            Self::Station(_) => 0,
            Self::Towns(_) | Self::Town(_, false) => 1,
            Self::Street(_) => 2,
            Self::Town(_, true) => 3,
        }
    }
}

fn entry(named: Named, keys: Vec<NameKey>, reading: &str, name: &str) -> Entry {
    let reading = Spelt::of(reading).text().chars().map(hiragana).collect();
    Entry { named, keys, reading, letters: name.chars().count() as u32 }
}

fn station(at: u32, station: &Station) -> Entry {
    let name = station.name.as_str();
    let reading = station.kana.as_deref().unwrap_or(name);
    let mut keys: Vec<NameKey> =
        NameKey::written(name).chain(NameKey::written(&format!("{name}駅"))).collect();
    for ending in ["", "えき", "station"] {
        keys.extend(NameKey::read(&format!("{reading}{ending}")));
    }
    entry(Named::Station(at), keys, reading, name)
}

fn street(at: u32, street: &ShoppingStreet) -> Entry {
    let reading = street.kana.as_deref().unwrap_or(&street.name);
    let association = street.association.iter().flat_map(|name| NameKey::written(name));
    let keys = NameKey::written(&street.name).chain(NameKey::read(reading)).chain(association).collect();
    entry(Named::Street(at), keys, reading, &street.name)
}

/// Every name of towns as a whole, and every town that shares its name with others.
fn towns_by_name(towns: &TownIndex) -> Vec<Entry> {
    let mut names: BTreeMap<(&str, &str), Vec<(u32, &Town)>> = BTreeMap::new();
    for (at, town) in (0..).zip(towns.iter()) {
        names.entry((&town.municipality, town.name.base())).or_default().push((at, town));
    }
    let mut entries = Vec::new();
    for ((_, base), mut members) in names {
        members.sort_by_key(|(at, town)| (town.name.chome(), *at));
        let reading = members.iter().find_map(|(_, town)| town.kana.as_deref()).unwrap_or(base);
        let whole = || NameKey::written(base).chain(NameKey::read(reading));
        if let [(at, town)] = members[..] {
            entries.push(entry(
                Named::Town(at, false),
                whole().chain(of_block(base, reading, town)).collect(),
                reading,
                base,
            ));
            continue;
        }
        let slots = members.iter().map(|(at, _)| *at).collect();
        entries.push(entry(Named::Towns(slots), whole().collect(), reading, base));
        let blocks = members.iter().map(|(at, town)| {
            let keys = of_block(base, reading, town);
            let keys = if keys.is_empty() { whole().collect() } else { keys };
            entry(Named::Town(*at, true), keys, "", base)
        });
        entries.extend(blocks);
    }
    entries
}

/// 赤堤1, 赤堤1丁目, あかつつみ1ちょうめ, あかつつみいっちょうめ.
fn of_block(base: &str, reading: &str, town: &Town) -> Vec<NameKey> {
    let Some(number) = town.name.chome() else { return Vec::new() };
    let written = [format!("{base}{number}丁目"), format!("{base}{number}")];
    let said = block_reading(number).map(|block| format!("{reading}{block}"));
    let read = [format!("{reading}{number}"), format!("{reading}{number}ちょうめ")].into_iter().chain(said);
    let written = written.iter().flat_map(|text| NameKey::written(text)).collect::<Vec<_>>();
    written.into_iter().chain(read.flat_map(|text| NameKey::read(&text).collect::<Vec<_>>())).collect()
}

/// 赤堤一 may mean 赤堤1.
fn ends_in_kanji_number(text: &str) -> Option<String> {
    let trimmed = text.trim_end();
    let last = trimmed.chars().last().filter(|c| "一二三四五六七八九十".contains(*c))?;
    let whole = format!("{trimmed}丁目");
    let folded = Spelt::of(&whole).text().trim_end_matches("丁目").to_owned();
    (folded.chars().count() > 1 && !folded.ends_with(last)).then_some(folded)
}
