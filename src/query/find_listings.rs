//! Answers "which listings say this?" for the search box: those whose title says it first, then the latest.
//!
//! Every word must be found in the listing's text or in the name of its town, street or station.

use std::cmp::Reverse;

use crate::city::{City, ListingFilter, ListingRow, Words, folded};

/// The listings that say a text, best first, at most `limit`.
pub(super) fn listings_saying<'a>(city: &'a City, text: &str, limit: usize) -> Vec<&'a ListingRow> {
    let filter = ListingFilter { words: Words::of(text), ..ListingFilter::default() };
    if filter.words.is_empty() {
        return Vec::new();
    }
    let (filter, title) = (filter.prepared(city), folded(text));
    let saying = city.listings().iter().filter(|row| filter.accepts(row));
    let mut found: Vec<_> = saying
        .map(|row| {
            let in_title = row.title_folded().find(&title).unwrap_or(usize::MAX);
            ((in_title, Reverse(row.updated_day()), row.id()), row)
        })
        .collect();
    found.sort_unstable_by_key(|(rank, _)| *rank);
    found.into_iter().take(limit).map(|(_, row)| row).collect()
}
