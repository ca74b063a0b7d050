//! Answers "which stations, towns and streets go by what was typed?".
//!
//! Made when those layers change and kept with the city. Towns whose names differ only in their 丁目 are also one
//! thing together: 赤堤 is all of 赤堤一丁目 to 五丁目. Wrong voicing (ふかざわ), a slip of one letter and short forms
//! (三茶) are understood only where nothing else answers.

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
    /// The reading in hiragana and its sound, to compare slips with.
    reading: Vec<char>,
    sound: Vec<char>,
    letters: u32,
    /// The municipality of a town, by its place among them.
    within: Option<usize>,
}

/// What was typed, and the municipality it names before a town.
struct Asked {
    typed: Typed,
    within: Option<usize>,
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
        let folded = |t: &Town| Spelt::of(&t.municipality).text().to_owned();
        let mut municipalities: Vec<String> = towns.iter().map(folded).filter(|m| !m.is_empty()).collect();
        municipalities.sort_unstable();
        municipalities.dedup();
        entries.extend(towns_by_name(towns, &municipalities));
        entries.extend((0..).zip(streets.iter()).map(|(at, s)| street(at, s)));
        Self { entries, municipalities }
    }

    /// Everything that goes by a name, best first.
    pub(crate) fn find(&self, text: &str) -> Vec<NameHit<'_>> {
        let asked = self.asked(text);
        let mut hits = self.matching(&asked, false);
        if hits.is_empty() {
            hits = self.matching(&asked, true);
        }
        hits
    }

    /// Everything that goes by a name with one letter wrong, or by a short form of kanji.
    pub(crate) fn find_slips(&self, text: &str) -> Vec<NameHit<'_>> {
        let typed: Vec<char> = Spelt::of(text).text().chars().collect();
        let sound: Vec<char> = sounded(text).unwrap_or_default().chars().collect();
        let is_kana = typed.len() >= SLIP_KANA && typed.iter().all(|c| is_hiragana(*c));
        let is_latin = sound.len() >= SLIP_LETTERS && typed.iter().all(char::is_ascii_alphabetic);
        let is_kanji = typed.len() > 1 && typed.iter().all(|c| !c.is_ascii() && !is_hiragana(*c));
        let near = |entry: &&Entry| {
            (is_kana && is_one_slip_from(&typed, &entry.reading))
                || (is_latin && is_one_slip_from(&sound, &entry.sound))
                || (is_kanji && entry.keys.iter().any(|key| key.is_short_as(&typed)))
        };
        let found = self.entries.iter().filter(|entry| !entry.reading.is_empty()).filter(near);
        ranked(found.map(|entry| (entry, How::Inside, By::Slip)).collect())
    }

    /// The towns that go by exactly this name, 丁目 left out; of every municipality, unless one is named before it.
    pub(crate) fn towns_called(&self, text: &str) -> Vec<u32> {
        let asked = self.asked(text);
        for voicing in [false, true] {
            let exact = self.matching(&asked, voicing).into_iter().filter(|hit| hit.how == How::Exact);
            let slots: Vec<u32> = exact
                .flat_map(|hit| match hit.named {
                    Named::Towns(slots) => slots.clone(),
                    Named::Town(slot, false) => vec![*slot],
                    _ => Vec::new(),
                })
                .collect();
            if !slots.is_empty() {
                return slots;
            }
        }
        Vec::new()
    }

    fn asked(&self, text: &str) -> Asked {
        let mut typed = Typed::default();
        typed.add(text);
        if let Some(number) = ends_in_kanji_number(text) {
            typed.add(&number);
        }
        let spelt = Spelt::of(text);
        typed.add(&spelt.without_links());
        let local = strip_prefecture(spelt.text());
        let named = self.municipalities.iter().enumerate();
        let named = named.filter_map(|(at, m)| Some((at, local.strip_prefix(m.as_str())?)));
        let named = named.filter(|(_, rest)| !rest.is_empty()).min_by_key(|(_, rest)| rest.len());
        if let Some((_, rest)) = named {
            typed.add(rest);
        }
        // Kyodo, Setagaya-ku
        if let Some((first, _)) = text.split_once([',', '、']) {
            typed.add(first);
        }
        Asked { typed, within: named.map(|(at, _)| at) }
    }

    fn matching(&self, asked: &Asked, voicing: bool) -> Vec<NameHit<'_>> {
        let elsewhere =
            |entry: &Entry| asked.within.is_some() && entry.within.is_some() && asked.within != entry.within;
        let found = self.entries.iter().filter(|entry| !elsewhere(entry)).filter_map(|entry| {
            let (how, by) = asked.typed.best(&entry.keys, voicing)?;
            // いちょう is heard within さくらいっちょうめ, but nobody means it.
            let overheard =
                matches!(entry.named, Named::Town(_, true)) && how == How::Inside && by >= By::Sound;
            if overheard {
                return None;
            }
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
    let sound = sounded(reading).unwrap_or_default().chars().collect();
    let reading = Spelt::of(reading).text().chars().map(hiragana).collect();
    Entry { named, keys, reading, sound, letters: name.chars().count() as u32, within: None }
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
fn towns_by_name(towns: &TownIndex, municipalities: &[String]) -> Vec<Entry> {
    let mut names: BTreeMap<(&str, &str), Vec<(u32, &Town)>> = BTreeMap::new();
    for (at, town) in (0..).zip(towns.iter()) {
        names.entry((&town.municipality, town.name.base())).or_default().push((at, town));
    }
    let mut entries = Vec::new();
    for ((municipality, base), mut members) in names {
        members.sort_by_key(|(at, town)| (town.name.chome(), *at));
        let folded = Spelt::of(municipality);
        let within = municipalities.iter().position(|m| m == folded.text());
        entries.extend(of_name(base, &members).into_iter().map(|entry| Entry { within, ..entry }));
    }
    entries
}

/// The towns of one name and municipality, by 丁目.
fn of_name(base: &str, members: &[(u32, &Town)]) -> Vec<Entry> {
    let reading = members.iter().find_map(|(_, town)| town.kana.as_deref()).unwrap_or(base);
    let whole = || NameKey::written(base).chain(NameKey::read(reading));
    if let [(at, town)] = members {
        let keys = whole().chain(of_block(base, reading, town)).collect();
        return vec![entry(Named::Town(*at, false), keys, reading, base)];
    }
    let slots = members.iter().map(|(at, _)| *at).collect();
    let blocks = members.iter().map(|(at, town)| {
        let keys = of_block(base, reading, town);
        let keys = if keys.is_empty() { whole().collect() } else { keys };
        entry(Named::Town(*at, true), keys, "", base)
    });
    std::iter::once(entry(Named::Towns(slots), whole().collect(), reading, base)).chain(blocks).collect()
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
