//! Answers "which published listings are there, in this area, with these properties?".
//!
//! The R-tree narrows by the area's boxes, the area and the filter decide, an order ranks; one page
//! is answered with the total, the facets and a cursor to the next page.

use thiserror::Error;

use super::area::SearchArea;
use super::cursor::{Cursor, CursorError};
use super::facets::{Counter, Facet, FacetCounts, VerdictCounts};
use super::limits::LimitCount;
use super::sort::{Rank, Sort, SortKey};
use crate::city::{City, LawFilter, ListingFilter, ListingRow};
use crate::domain::{LonLat, StationId, StreetId, TownId};
use crate::geo::{WalkMethod, distance_m};
use crate::law::Verdict;

/// What is looked for.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// Where.
    pub area: SearchArea,
    /// With which properties.
    pub filter: ListingFilter,
    /// In which order.
    pub sort: Sort,
    /// The place distances are measured from; without it the centre of the area.
    pub from: Option<LonLat>,
    /// At most so many listings on the page.
    pub limit: usize,
    /// Where the page starts; without it at the first listing.
    pub cursor: Option<Cursor>,
    /// What is counted beside.
    pub facets: Vec<Facet>,
    /// Limits on rent that are counted beside, yen a month.
    pub rent_steps: Vec<u64>,
    /// Limits on floor area that are counted beside, m2.
    pub area_steps: Vec<f64>,
}

/// Why a search cannot be answered.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SearchError {
    /// No such town.
    #[error("unknown town {0}")]
    UnknownTown(TownId),
    /// No such street.
    #[error("unknown street {0}")]
    UnknownStreet(StreetId),
    /// No such station.
    #[error("unknown station {0}")]
    UnknownStation(StationId),
    /// Ordered by distance, but from nowhere.
    #[error("sorting by distance needs a place to measure from")]
    DistanceFromNowhere,
    /// The cursor cannot be followed.
    #[error(transparent)]
    Cursor(#[from] CursorError),
}

/// A listing found.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    /// The listing.
    pub row: &'a ListingRow,
    /// Metres from the place searched from, in a straight line.
    pub metres: Option<f64>,
    /// What the law says of the use asked about, where one is.
    pub verdict: Option<Verdict>,
}

/// One page of what was found.
#[derive(Debug, Clone)]
pub struct SearchAnswer<'a> {
    /// How many listings there are on all pages.
    pub total: usize,
    /// The listings of this page, in order.
    pub items: Vec<Found<'a>>,
    /// Where the next page starts, if there is one.
    pub next: Option<Cursor>,
    /// Counts of what was asked for, in that order.
    pub facets: Vec<FacetCounts>,
    /// Counts for the steps of rent, in the order asked for.
    pub rent_limits: Vec<LimitCount>,
    /// Counts for the steps of floor area, in the order asked for.
    pub area_limits: Vec<LimitCount>,
    /// Verdicts on the use asked about, where one is.
    pub law: Option<LawCounts>,
    /// How walks were measured, in a search within minutes on foot.
    pub walk_method: Option<WalkMethod>,
}

/// What a filter of the law counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LawCounts {
    /// Listings that pass every other filter, by verdict.
    pub verdicts: VerdictCounts,
    /// How many of them the filter of the law left out.
    pub hidden: usize,
}

impl LawCounts {
    pub(super) fn of(law: &LawFilter, verdicts: VerdictCounts) -> Self {
        Self { verdicts, hidden: verdicts.of_any(|verdict| !law.wants(verdict)) }
    }
}

/// One page of the listings looked for.
pub fn search<'a>(city: &'a City, asked: &Search) -> Result<SearchAnswer<'a>, SearchError> {
    let area = asked.area.prepared(city)?;
    let filter = asked.filter.prepared(city);
    let from = asked.from.or_else(|| asked.area.centre(city));
    if asked.sort.key == SortKey::Distance && from.is_none() {
        return Err(SearchError::DistanceFromNowhere);
    }
    let start = asked.cursor.map(|cursor| cursor.last_in(asked.sort, from)).transpose()?;

    let mut counter = Counter::of(asked);
    let mut total = 0;
    let mut ranked: Vec<(Rank, &ListingRow)> = Vec::new();
    area.for_each(city, |row| {
        if counter.see(city, &filter, row) {
            total += 1;
            let rank = asked.sort.rank(row, from);
            if start.is_none_or(|last| rank > last) {
                ranked.push((rank, row));
            }
        }
    });

    if counter.counts_places() {
        city.listings()
            .iter()
            .filter(|row| filter.accepts(row))
            .for_each(|row| counter.see_anywhere(city, row));
    }

    let more = ranked.len() > asked.limit;
    if more && asked.limit > 0 {
        ranked.select_nth_unstable_by_key(asked.limit - 1, |(rank, _)| *rank);
    }
    ranked.truncate(asked.limit);
    ranked.sort_unstable_by_key(|(rank, _)| *rank);
    let last = ranked.last().map(|(rank, _)| *rank).or(start);
    let metres = |row: &ListingRow| from.map(|place| distance_m(place, row.place()));
    let law = asked.filter.law.as_ref().map(|law| LawCounts::of(law, counter.verdicts));
    let (facets, rent_limits, area_limits) = counter.counts();
    Ok(SearchAnswer {
        total,
        items: ranked
            .iter()
            .map(|(_, row)| Found { row, metres: metres(row), verdict: filter.verdict(row) })
            .collect(),
        next: last.filter(|_| more).map(|rank| Cursor::after(rank, asked.sort, from)),
        law,
        facets,
        rent_limits,
        area_limits,
        walk_method: area.walk_method(),
    })
}
