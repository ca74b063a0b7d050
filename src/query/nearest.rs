//! Answers "which listings are nearest to this place?", exactly in metres.

use super::facets::VerdictCounts;
use super::search::{Found, LawCounts};
use crate::city::{City, ListingFilter};
use crate::domain::LonLat;

/// The listings nearest to a place.
#[derive(Debug, Clone)]
pub struct Neighbours<'a> {
    /// The listings, nearest first; equally near ones by id.
    pub items: Vec<Found<'a>>,
    /// Verdicts on the use asked about, where one is: of these listings and of those left out that
    /// are no farther than the last of them.
    pub law: Option<LawCounts>,
}

/// The `count` listings nearest to a place that pass the filter.
pub fn nearest<'a>(city: &'a City, place: LonLat, count: usize, filter: &ListingFilter) -> Neighbours<'a> {
    let prepared = filter.prepared(city);
    let mut items: Vec<Found<'a>> = Vec::with_capacity(count.min(1000));
    let mut left_out: Vec<Found<'a>> = Vec::new();
    for (row, metres) in city.listings().nearest(place, |row| prepared.accepts_but_for_the_law(row)) {
        // Those as near as the last one are looked at too, so that ids decide and not load order.
        if items.len() >= count && items.last().and_then(|last| last.metres) != Some(metres) {
            break;
        }
        let found = Found { row, metres: Some(metres), verdict: prepared.verdict(row) };
        if found.verdict.is_none_or(|verdict| prepared.wants(verdict)) {
            items.push(found);
        } else {
            left_out.push(found);
        }
    }
    items.sort_by(|a, b| {
        a.metres.partial_cmp(&b.metres).expect("distances compare").then(a.row.id().cmp(&b.row.id()))
    });
    items.truncate(count);
    let law = filter.law.as_ref().map(|law| {
        let mut verdicts = VerdictCounts::default();
        items.iter().chain(&left_out).filter_map(|found| found.verdict).for_each(|v| verdicts.add(v));
        LawCounts::of(law, verdicts)
    });
    Neighbours { items, law }
}
