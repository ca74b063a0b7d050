//! Answers "how is this shopping street doing?": what is on offer along it, and how much is vacant.

use crate::city::{City, ListingRow};
use crate::domain::{ListingKind, ShoppingStreet, StreetId};

use super::area::SearchArea;

/// How many listings there are of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindCount {
    /// The kind.
    pub kind: ListingKind,
    /// Listings.
    pub count: usize,
}

/// What is known of a shopping street today.
#[derive(Debug, Clone)]
pub struct StreetSummary<'a> {
    /// The street.
    pub street: &'a ShoppingStreet,
    /// Published listings counted to it: nearest to it, and within 50 m.
    pub available: usize,
    /// Those of them that are empty premises: shops, with or without fixtures, workshops and offices.
    pub vacant: usize,
    /// Vacant premises by the number of shops along the street, where that is known and not 0.
    pub vacancy_rate: Option<f64>,
    /// Listings by kind, in the order people list kinds; kinds without listings are left out.
    pub by_kind: Vec<KindCount>,
    /// The middle rent per 坪 in yen a month, where any listing states rent and area.
    pub rent_per_tsubo_median: Option<f64>,
    /// The lowest and the highest rent per 坪 in yen a month.
    pub rent_per_tsubo_range: Option<(f64, f64)>,
}

/// How a shopping street is doing; `None` if there is no such street.
pub fn street_summary(city: &City, id: StreetId) -> Option<StreetSummary<'_>> {
    let street = city.streets().get(id)?;
    let mut rows: Vec<&ListingRow> = Vec::new();
    let area = SearchArea::Streets(vec![id]);
    area.prepared(city).ok()?.for_each(city, |row| rows.push(row));
    let by_kind = kinds(rows.iter().copied());
    let vacant = by_kind.iter().filter(|k| is_empty_premises(k.kind)).map(|k| k.count).sum();
    let mut rents: Vec<f64> = rows.iter().filter_map(|row| row.rent_per_tsubo()).collect();
    rents.sort_by(f64::total_cmp);
    Some(StreetSummary {
        street,
        available: rows.len(),
        vacant,
        vacancy_rate: street.shops.filter(|shops| *shops > 0).map(|shops| vacant as f64 / f64::from(shops)),
        by_kind,
        rent_per_tsubo_median: median(&rents),
        rent_per_tsubo_range: rents.first().copied().zip(rents.last().copied()),
    })
}

/// True for a kind that offers empty premises, not a running business or a share of one.
fn is_empty_premises(kind: ListingKind) -> bool {
    matches!(kind, ListingKind::Shop | ListingKind::Furnished | ListingKind::Workshop | ListingKind::Office)
}

/// Listings by kind, kinds without listings left out.
pub(super) fn kinds<'a>(rows: impl Iterator<Item = &'a ListingRow>) -> Vec<KindCount> {
    let mut counts = [0; ListingKind::ALL.len()];
    rows.for_each(|row| counts[row.kind() as usize] += 1);
    let all = ListingKind::ALL.iter().zip(counts);
    all.filter(|(_, count)| *count > 0).map(|(kind, count)| KindCount { kind: *kind, count }).collect()
}

/// The middle of sorted numbers; between the two middle ones of an even count.
fn median(sorted: &[f64]) -> Option<f64> {
    let half = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        n if n % 2 == 1 => Some(sorted[half]),
        _ => Some(f64::midpoint(sorted[half - 1], sorted[half])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_an_even_count_lies_between_the_middle_two() {
        assert_eq!(median(&[1.0, 2.0, 4.0, 9.0]), Some(3.0));
        assert_eq!(median(&[1.0, 2.0, 9.0]), Some(2.0));
        assert_eq!(median(&[]), None);
    }
}
