//! Lists of named things, narrowed by box and words.

use super::filter::words_of;
use super::query_string::QueryString;
use super::value::{ids, lon_lat_box};
use crate::city::{LayerIndex, Mapped, TownIndex, Words};
use crate::domain::{Id, LonLatBox, Town};
use crate::http::problem::Problem;

const DEFAULT_LIMIT: i64 = 500;

/// Which of them, and how many at most.
#[derive(Debug)]
pub struct NamedThings {
    area: Option<LonLatBox>,
    words: Option<Words>,
    ids: Option<Vec<Id<()>>>,
    limit: usize,
}

impl NamedThings {
    /// What a query asks for.
    pub fn read(query: &QueryString) -> Result<Self, Problem> {
        Ok(Self {
            area: query.value("bbox", lon_lat_box)?,
            words: query.value("q", words_of)?,
            ids: query.value("id", ids)?,
            limit: query.integer("limit")?.unwrap_or(DEFAULT_LIMIT) as usize,
        })
    }

    /// How many match, and the first of them in the order of their names. The first name given
    /// orders; any may hold the words.
    pub fn page<'a, K, T: Mapped<Id = Id<K>>>(
        &self,
        layer: &'a LayerIndex<T>,
        names: impl Fn(&'a T) -> Vec<&'a str>,
    ) -> (usize, Vec<&'a T>) {
        self.sorted(layer, |item| names(item).iter().map(|name| (*name).to_owned()).collect(), |_| 0)
    }

    /// The same for towns, whose names are put together and whose 丁目 follow in order.
    pub fn towns<'a>(&self, towns: &'a TownIndex) -> (usize, Vec<&'a Town>) {
        let names = |town: &Town| {
            let digits = town.name.chome().map(|n| format!("{}{n}丁目", town.name.base()));
            let shown = [town.name.base().to_owned(), town.name.to_string(), town.municipality.clone()];
            shown.into_iter().chain(digits).chain(town.kana.clone()).collect()
        };
        self.sorted(towns, names, |town| town.name.chome().unwrap_or(0))
    }

    fn sorted<'a, K, T: Mapped<Id = Id<K>>>(
        &self,
        layer: &'a LayerIndex<T>,
        names: impl Fn(&'a T) -> Vec<String>,
        number: impl Fn(&T) -> u32,
    ) -> (usize, Vec<&'a T>) {
        let candidates: Vec<&T> = match self.area {
            Some(area) => layer.in_box(area).collect(),
            None => layer.iter().collect(),
        };
        let asked_for =
            |item: &T| self.ids.as_ref().is_none_or(|ids| ids.iter().any(|id| id.bits() == item.id().bits()));
        let wanted = |names: &[String]| self.words.as_ref().is_none_or(|w| w.all_in(&names.join("\n")));
        let mut found: Vec<(String, u32, &T)> = candidates
            .into_iter()
            .filter(|item| asked_for(item))
            .map(|item| (names(item), item))
            .filter(|(names, _)| wanted(names))
            .map(|(names, item)| (names.into_iter().next().unwrap_or_default(), number(item), item))
            .collect();
        found.sort_by(|a, b| (&a.0, a.1, a.2.id()).cmp(&(&b.0, b.1, b.2.id())));
        let total = found.len();
        found.truncate(self.limit);
        (total, found.into_iter().map(|(_, _, item)| item).collect())
    }
}
