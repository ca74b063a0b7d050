//! Answers "how many would there be?" for the values of each filter.
//!
//! A facet counts the listings that pass every filter but its own, so that a person sees what
//! choosing another value would bring. Towns and streets are counted wherever they are, because choosing one
//! takes the place of the area. A listing over two storeys, or on the line between two districts, counts for
//! both; values without listings are left out.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

use super::limits::{LimitCount, LimitCounter};
use super::search::Search;
use crate::city::{City, ListingRow, Part, PreparedFilter};
use crate::domain::{
    Asking, Condition, Cooking, ListingKind, Storey, Storeys, StreetId, TownId, UseDistrict,
};
use crate::law::Verdict;

/// Lower limits of rent ranges, yen a month.
const RENTS: [u64; 9] = [0, 50_000, 100_000, 150_000, 200_000, 300_000, 500_000, 1_000_000, 2_000_000];
/// Lower limits of area ranges, m2.
const AREAS: [u32; 8] = [0, 15, 30, 50, 80, 120, 200, 400];

/// Lower limits of ranges of minutes on foot to the nearest station.
const WALKS: [u64; 6] = [1, 4, 6, 11, 16, 21];

/// A filter whose values are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Facet {
    /// Kinds.
    Kind,
    /// Use districts.
    District,
    /// Conditions.
    Condition,
    /// Cooking allowed.
    Cooking,
    /// Storeys occupied.
    Storey,
    /// Levels occupied: below the street, at it, above it.
    Level,
    /// Ranges of rent.
    Rent,
    /// Ranges of floor area.
    Area,
    /// Ranges of minutes on foot to the nearest station.
    Walk,
    /// Towns, whatever the area.
    Town,
    /// Shopping streets, whatever the area.
    Street,
    /// Verdicts of the law on the use asked about; no values where none is.
    Verdict,
}

/// A word that names no facet.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "unknown facet: `{0}` (one of: kind, district, condition, cooking, storey, level, rent, area, walk, town, street, verdict)"
)]
pub struct UnknownFacet(pub String);

impl Facet {
    /// Every facet.
    pub const ALL: &'static [Facet] = &[
        Self::Kind,
        Self::District,
        Self::Condition,
        Self::Cooking,
        Self::Storey,
        Self::Level,
        Self::Rent,
        Self::Area,
        Self::Walk,
        Self::Town,
        Self::Street,
        Self::Verdict,
    ];

    /// Its name in the API.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::District => "district",
            Self::Condition => "condition",
            Self::Cooking => "cooking",
            Self::Storey => "storey",
            Self::Level => "level",
            Self::Rent => "rent",
            Self::Area => "area",
            Self::Walk => "walk",
            Self::Town => "town",
            Self::Street => "street",
            Self::Verdict => "verdict",
        }
    }

    /// The part of the filter it lifts; `None` where it lifts the area.
    pub(super) const fn part(self) -> Option<Part> {
        Some(match self {
            Self::Kind => Part::Kind,
            Self::District => Part::District,
            Self::Condition => Part::Condition,
            Self::Cooking => Part::Cooking,
            Self::Storey | Self::Level => Part::Storey,
            Self::Rent => Part::Rent,
            Self::Area => Part::Area,
            Self::Walk => Part::Walk,
            Self::Verdict => Part::Verdict,
            Self::Town | Self::Street => return None,
        })
    }

    /// The values a listing counts for, with its verdict where a use is asked about.
    pub(super) fn values(
        self,
        city: &City,
        row: &ListingRow,
        verdict: Option<Verdict>,
        mut count: impl FnMut(FacetValue),
    ) {
        match self {
            Self::Kind => count(FacetValue::Kind(row.kind())),
            Self::District => row.districts().iter().for_each(|d| count(FacetValue::District(d))),
            Self::Condition => count(FacetValue::Condition(row.condition())),
            Self::Cooking => count(FacetValue::Cooking(row.cooking())),
            Self::Storey => match row.storeys() {
                None => count(FacetValue::Unstated),
                Some(storeys) => (storeys.lowest().number()..=storeys.highest().number())
                    .filter_map(|number| Storey::new(number.into()).ok())
                    .for_each(|storey| count(FacetValue::Storey(storey))),
            },
            Self::Level => match row.storeys() {
                None => count(FacetValue::Unstated),
                Some(storeys) => Level::of(storeys).for_each(|level| count(FacetValue::Level(level))),
            },
            Self::Rent => count(match row.rent() {
                Asking::Amount(yen) => {
                    let at = RENTS.partition_point(|from| *from <= yen.yen()) - 1;
                    FacetValue::Range(RENTS[at], RENTS.get(at + 1).copied())
                }
                Asking::Negotiable => FacetValue::Negotiable,
                Asking::Unstated => FacetValue::Unstated,
            }),
            Self::Area => count(row.area_m2().map_or(FacetValue::Unstated, |m2| {
                let at = AREAS.partition_point(|from| f64::from(*from) <= m2) - 1;
                FacetValue::Range(AREAS[at].into(), AREAS.get(at + 1).map(|to| u64::from(*to)))
            })),
            Self::Walk => count(row.station_walk().map_or(FacetValue::Unstated, |walk| {
                let at = WALKS.partition_point(|from| *from <= u64::from(walk.minutes())) - 1;
                FacetValue::Range(WALKS[at], WALKS.get(at + 1).copied())
            })),
            Self::Town => city.town_of(row).into_iter().for_each(|town| count(FacetValue::Town(town.id))),
            Self::Street => {
                city.street_on(row).into_iter().for_each(|street| count(FacetValue::Street(street.id)));
            }
            Self::Verdict => verdict.into_iter().for_each(|v| count(FacetValue::Verdict(v))),
        }
    }
}

impl FromStr for Facet {
    type Err = UnknownFacet;

    fn from_str(text: &str) -> Result<Self, UnknownFacet> {
        let known = Self::ALL.iter().copied().find(|facet| facet.slug() == text);
        known.ok_or_else(|| UnknownFacet(text.chars().take(60).collect()))
    }
}

/// Where premises are in their building, as seen from the street.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Below the street.
    Basement,
    /// At the street (路面).
    Ground,
    /// Above it.
    Upper,
}

impl Level {
    /// Its name in the API.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Basement => "basement",
            Self::Ground => "ground",
            Self::Upper => "upper",
        }
    }

    /// The levels that storeys reach.
    fn of(storeys: Storeys) -> impl Iterator<Item = Self> {
        let reached = [
            (Self::Basement, storeys.lowest() < Storey::GROUND),
            (Self::Ground, storeys.contains(Storey::GROUND)),
            (Self::Upper, storeys.highest() > Storey::GROUND),
        ];
        reached.into_iter().filter(|(_, reached)| *reached).map(|(level, _)| level)
    }
}

/// A value of a facet. Its text is what the API answers: a slug, a storey's number, `from-to` with
/// `to` excluded, `from-` without an upper end, an id, `negotiable` or `unstated`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FacetValue {
    /// A kind.
    Kind(ListingKind),
    /// A use district.
    District(UseDistrict),
    /// A condition.
    Condition(Condition),
    /// Cooking allowed.
    Cooking(Cooking),
    /// A storey.
    Storey(Storey),
    /// A level.
    Level(Level),
    /// A town.
    Town(TownId),
    /// A shopping street.
    Street(StreetId),
    /// From the first up to but without the second: yen a month, m2 or minutes.
    Range(u64, Option<u64>),
    /// What the law says of a use.
    Verdict(Verdict),
    /// By negotiation.
    Negotiable,
    /// Not stated.
    Unstated,
}

impl fmt::Display for FacetValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kind(word) => f.write_str(word.slug()),
            Self::District(word) => f.write_str(word.slug()),
            Self::Condition(word) => f.write_str(word.slug()),
            Self::Cooking(word) => f.write_str(word.slug()),
            Self::Storey(storey) => write!(f, "{}", storey.number()),
            Self::Level(level) => f.write_str(level.slug()),
            Self::Town(id) => write!(f, "{id}"),
            Self::Street(id) => write!(f, "{id}"),
            Self::Range(from, Some(to)) => write!(f, "{from}-{to}"),
            Self::Range(from, None) => write!(f, "{from}-"),
            Self::Verdict(word) => f.write_str(word.slug()),
            Self::Negotiable => f.write_str("negotiable"),
            Self::Unstated => f.write_str("unstated"),
        }
    }
}

/// How many listings have a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FacetCount {
    /// The value.
    pub value: FacetValue,
    /// Listings.
    pub count: usize,
}

/// The values of one facet, in the order people list them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetCounts {
    /// The facet.
    pub facet: Facet,
    /// Its values that have listings.
    pub counts: Vec<FacetCount>,
}

/// Listings of the area that pass every filter but that of the law, by what it says of the use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct VerdictCounts([usize; Verdict::ALL.len()]);

impl VerdictCounts {
    /// Listings with a verdict.
    pub const fn of(self, verdict: Verdict) -> usize {
        self.0[verdict as usize]
    }

    /// Listings with any of some verdicts.
    pub fn of_any(self, verdicts: impl Fn(Verdict) -> bool) -> usize {
        Verdict::ALL.iter().copied().filter(|v| verdicts(*v)).map(|v| self.of(v)).sum()
    }

    /// Counts one more.
    pub(super) fn add(&mut self, verdict: Verdict) {
        self.0[verdict as usize] += 1;
    }
}

/// Counts while listings are looked at one by one.
pub(super) struct Counter {
    facets: Vec<(Facet, BTreeMap<FacetValue, usize>)>,
    pub(super) limits: LimitCounter,
    pub(super) verdicts: VerdictCounts,
}

impl Counter {
    pub(super) fn of(asked: &Search) -> Self {
        let mut wanted: Vec<(Facet, BTreeMap<FacetValue, usize>)> = Vec::new();
        for facet in &asked.facets {
            if wanted.iter().all(|(known, _)| known != facet) {
                wanted.push((*facet, BTreeMap::new()));
            }
        }
        Self { facets: wanted, limits: LimitCounter::of(asked), verdicts: VerdictCounts::default() }
    }

    /// Counts a listing of the area; true if it passes the whole filter.
    pub(super) fn see(&mut self, city: &City, filter: &PreparedFilter<'_>, row: &ListingRow) -> bool {
        if self.facets.is_empty() && self.limits.is_idle() {
            return self.see_verdict(filter, row);
        }
        let mut failing = filter.failing(row);
        let failed = (failing.next(), failing.next());
        // What fails twice counts for nothing.
        let (_, None) = failed else { return false };
        let verdict = filter.verdict(row);
        if let (Some(verdict), None | Some(Part::Verdict)) = (verdict, failed.0) {
            self.verdicts.add(verdict);
        }
        self.limits.see(filter, row, failed.0);
        for (facet, counts) in &mut self.facets {
            let Some(part) = facet.part() else { continue };
            if failed.0.is_none_or(|only| only == part) {
                facet.values(city, row, verdict, |value| *counts.entry(value).or_default() += 1);
            }
        }
        failed.0.is_none()
    }

    /// True if anything is counted wherever it is.
    pub(super) fn counts_places(&self) -> bool {
        self.facets.iter().any(|(facet, _)| facet.part().is_none())
    }

    /// Counts any listing that passes the filter, in the area or not, for the facets that lift the area.
    pub(super) fn see_anywhere(&mut self, city: &City, row: &ListingRow) {
        for (facet, counts) in self.facets.iter_mut().filter(|(facet, _)| facet.part().is_none()) {
            facet.values(city, row, None, |value| *counts.entry(value).or_default() += 1);
        }
    }

    fn see_verdict(&mut self, filter: &PreparedFilter<'_>, row: &ListingRow) -> bool {
        if !filter.accepts_but_for_the_law(row) {
            return false;
        }
        let Some(verdict) = filter.verdict(row) else { return true };
        self.verdicts.add(verdict);
        filter.wants(verdict)
    }

    /// The counts of facets, in the order asked for, and those of limits on rent and on area.
    pub(super) fn counts(self) -> (Vec<FacetCounts>, Vec<LimitCount>, Vec<LimitCount>) {
        let listed = |counts: BTreeMap<FacetValue, usize>| {
            counts.into_iter().map(|(value, count)| FacetCount { value, count }).collect()
        };
        let facets = self.facets.into_iter();
        let facets = facets.map(|(facet, counts)| FacetCounts { facet, counts: listed(counts) }).collect();
        let (rents, areas) = self.limits.counts();
        (facets, rents, areas)
    }
}
