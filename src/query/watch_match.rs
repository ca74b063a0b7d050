//! Answers "which saved searches does this change of a listing concern, and how?".
//!
//! In front of every search stands a gate of a few numbers: the box of its area, its kinds, its
//! range of rent. Gates lie side by side in memory in the order of the map, so that a hundred
//! thousand of them are looked through in about a millisecond; the few searches behind an open gate
//! decide exactly as a search does. Before and after are two states of one listing among the same
//! layers: a new edition of zoning or a new station is no change of a listing.

use rustc_hash::FxHashMap;

use super::area::{SearchArea, StationWalks};
use super::search::Search;
use crate::city::{City, ListingFilter, ListingRow, WordSet};
use crate::domain::{ListingKind, WatchId};

/// How a listing moved, as one search sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Crossing {
    /// The search did not find it before, and does now.
    Entered,
    /// The search found it before and still does.
    Stayed,
    /// The search found it before, and does no more.
    Left,
}

/// Saved searches, ready to be asked about single listings.
#[derive(Debug, Default)]
pub struct WatchIndex {
    gates: Vec<Gate>,
    /// The search behind each gate.
    searches: Vec<Option<Saved>>,
    by_id: FxHashMap<WatchId, u32>,
    /// Gates that were added since the gates were last put in order.
    unordered: usize,
}

#[derive(Debug)]
struct Saved {
    id: WatchId,
    area: SearchArea,
    filter: ListingFilter,
}

/// What a listing must at least be for the search behind to find it.
#[derive(Debug, Clone, Copy)]
struct Gate {
    west: f64,
    south: f64,
    east: f64,
    north: f64,
    rent_min: u64,
    rent_max: u64,
    /// Empty asks nothing.
    kinds: WordSet<ListingKind>,
    search: u32,
}

impl Gate {
    fn of(area: &SearchArea, filter: &ListingFilter, search: u32) -> Self {
        let all = (f64::NEG_INFINITY, f64::NEG_INFINITY, f64::INFINITY, f64::INFINITY);
        let fixed = area.fixed_box().map(|b| (b.west(), b.south(), b.east(), b.north()));
        let (west, south, east, north) = fixed.unwrap_or(all);
        let (rent_min, rent_max) =
            (filter.rent_yen_min.unwrap_or(0), filter.rent_yen_max.unwrap_or(u64::MAX));
        Self { west, south, east, north, rent_min, rent_max, kinds: filter.kinds, search }
    }

    #[inline]
    fn lets_in(&self, row: &ListingRow) -> bool {
        let place = row.place();
        self.west <= place.lon()
            && place.lon() <= self.east
            && self.south <= place.lat()
            && place.lat() <= self.north
            && (self.kinds.is_empty() || self.kinds.contains(row.kind()))
            && row.rent_yen().is_none_or(|yen| self.rent_min <= yen && yen <= self.rent_max)
    }
}

impl WatchIndex {
    /// Adds a search, in place of one with this id.
    pub fn add(&mut self, id: WatchId, search: Search) {
        self.remove(id);
        let at = self.searches.len() as u32;
        self.gates.push(Gate::of(&search.area, &search.filter, at));
        self.searches.push(Some(Saved { id, area: search.area, filter: search.filter }));
        self.by_id.insert(id, at);
        self.unordered += 1;
        if self.unordered * 4 > self.gates.len() {
            self.put_in_order();
        }
    }

    /// Forgets a search.
    pub fn remove(&mut self, id: WatchId) {
        let Some(at) = self.by_id.remove(&id) else { return };
        self.searches[at as usize] = None;
        self.gates.retain(|gate| gate.search != at);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// True if there is none.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// The searches that a change of one listing concerns: its state before and after as the public
    /// sees it, `None` where it is not public. In the order of their ids.
    pub fn concerned(
        &self,
        city: &City,
        before: Option<&ListingRow>,
        after: Option<&ListingRow>,
    ) -> Vec<(WatchId, Crossing)> {
        let walks = StationWalks::default();
        let asked = |gate| self.asked(gate, city, &walks, before, after);
        let mut found: Vec<(WatchId, Crossing)> = self.gates.iter().filter_map(asked).collect();
        found.sort_unstable();
        found
    }

    #[inline]
    fn asked<'c>(
        &self,
        gate: &Gate,
        city: &'c City,
        walks: &StationWalks<'c>,
        before: Option<&ListingRow>,
        after: Option<&ListingRow>,
    ) -> Option<(WatchId, Crossing)> {
        let (before, after) = (before.filter(|row| gate.lets_in(row)), after.filter(|row| gate.lets_in(row)));
        if before.is_none() && after.is_none() {
            return None;
        }
        let saved = self.searches[gate.search as usize].as_ref()?;
        let finds = |row: &ListingRow| saved.filter.accepts(city, row) && saved.area.holds(city, row, walks);
        let crossing = match (before.is_some_and(finds), after.is_some_and(finds)) {
            (false, true) => Crossing::Entered,
            (true, true) => Crossing::Stayed,
            (true, false) => Crossing::Left,
            (false, false) => return None,
        };
        Some((saved.id, crossing))
    }

    /// Gates of neighbouring areas one after the other, and searches without gaps.
    fn put_in_order(&mut self) {
        self.gates.sort_by(|a, b| {
            (a.west, a.south).partial_cmp(&(b.west, b.south)).unwrap_or(std::cmp::Ordering::Equal)
        });
        let mut searches = Vec::with_capacity(self.gates.len());
        for gate in &mut self.gates {
            let saved = self.searches[gate.search as usize].take();
            gate.search = searches.len() as u32;
            self.by_id.extend(saved.as_ref().map(|saved| (saved.id, gate.search)));
            searches.push(saved);
        }
        self.searches = searches;
        self.unordered = 0;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rand::Rng;
    use std::collections::BTreeSet;

    use super::super::proofs::{area, filter};
    use super::super::search::search;
    use super::*;
    use crate::city::proofs::cases;
    use crate::city::specimen::{self, dice};
    use crate::domain::{Contents, Listing, ListingId};

    fn found(city: &City, asked: &Search) -> BTreeSet<ListingId> {
        let all = Search { limit: usize::MAX, ..asked.clone() };
        search(city, &all).unwrap().items.iter().map(|found| found.row.id()).collect()
    }

    /// A listing as it was, as it is, and the cities in which it is so.
    fn changed(seed: u64) -> (specimen::Dice, Contents, [City; 2], [Option<Listing>; 2]) {
        let mut dice = dice(seed);
        let mut contents = specimen::contents(&mut dice);
        let id = 1 + contents.listings.len() as u64 * 1000;
        let states = [specimen::listing(&mut dice, id), specimen::listing(&mut dice, id)];
        let states = states.map(|state| if dice.random_bool(0.8) { Some(state) } else { None });
        let rest = contents.listings.clone();
        let cities = states.clone().map(|state| {
            contents.listings = rest.iter().cloned().chain(state).collect();
            City::load(contents.clone())
        });
        contents.listings = rest;
        (dice, contents, cities, states)
    }

    proptest! {
        #![proptest_config(cases())]

        #[test]
        fn a_search_is_told_exactly_of_what_it_found_before_or_finds_after(seed: u64) {
            let (mut dice, contents, cities, states) = changed(seed);
            let mut index = WatchIndex::default();
            let mut searches = Vec::new();
            for n in 1..=40 {
                let id = WatchId::from_bits(n).unwrap();
                let asked = Search { area: area(&mut dice, &contents).0, filter: filter(&mut dice), ..Search::default() };
                index.add(id, asked.clone());
                searches.push((id, asked));
            }
            for (id, _) in searches.extract_if(.., |_| dice.random_bool(0.1)) {
                index.remove(id);
            }
            prop_assert_eq!(index.len(), searches.len());

            let public = |state: &Option<Listing>| state.as_ref().filter(|l| l.state.is_public()).cloned();
            let [before, after] = [public(&states[0]), public(&states[1])];
            let rows = [&before, &after].map(|l| l.as_ref().map(|l| cities[1].as_shown(l)));
            let told = index.concerned(&cities[1], rows[0].as_ref(), rows[1].as_ref());
            let mut expected = Vec::new();
            for (id, asked) in &searches {
                let finds = |city: &City, l: &Option<Listing>| l.as_ref().is_some_and(|l| found(city, asked).contains(&l.id));
                match (finds(&cities[0], &before), finds(&cities[1], &after)) {
                    (false, true) => expected.push((*id, Crossing::Entered)),
                    (true, true) => expected.push((*id, Crossing::Stayed)),
                    (true, false) => expected.push((*id, Crossing::Left)),
                    (false, false) => {}
                }
            }
            prop_assert_eq!(told, expected);
        }
    }
}
