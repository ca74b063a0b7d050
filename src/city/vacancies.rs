//! Answers "how many public listings are counted to this street?" without looking at them all.

use rustc_hash::FxHashMap;

use crate::domain::StreetId;

/// Published listings of every shopping street.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vacancies {
    listings: FxHashMap<StreetId, u32>,
}

impl Vacancies {
    /// Published listings along a street.
    pub fn on(&self, street: StreetId) -> u32 {
        self.listings.get(&street).copied().unwrap_or(0)
    }

    /// Counts one listing more.
    pub(crate) fn add(&mut self, street: StreetId) {
        *self.listings.entry(street).or_default() += 1;
    }

    /// Counts one listing less.
    pub(crate) fn remove(&mut self, street: StreetId) {
        if let Some(count) = self.listings.get_mut(&street) {
            *count -= 1;
            if *count == 0 {
                self.listings.remove(&street);
            }
        }
    }
}

impl FromIterator<StreetId> for Vacancies {
    fn from_iter<I: IntoIterator<Item = StreetId>>(streets: I) -> Self {
        let mut vacancies = Self::default();
        streets.into_iter().for_each(|street| vacancies.add(street));
        vacancies
    }
}
