//! Answers "which listings are nearest to this place?", exactly in metres.

use super::search::Found;
use crate::city::{City, ListingFilter};
use crate::domain::LonLat;

/// The `count` listings nearest to a place that pass the filter, nearest first; equally near ones
/// by id.
pub fn nearest<'a>(city: &'a City, place: LonLat, count: usize, filter: &ListingFilter) -> Vec<Found<'a>> {
    let filter = filter.prepared(city);
    let mut found: Vec<Found<'a>> = Vec::with_capacity(count.min(1000));
    for (row, metres) in city.listings().nearest(place, |row| filter.accepts(row)) {
        // Those as near as the last one are looked at too, so that ids decide and not load order.
        if found.len() >= count && found.last().and_then(|last| last.metres) != Some(metres) {
            break;
        }
        found.push(Found { row, metres: Some(metres) });
    }
    found.sort_by(|a, b| {
        a.metres.partial_cmp(&b.metres).expect("distances compare").then(a.row.id().cmp(&b.row.id()))
    });
    found.truncate(count);
    found
}
