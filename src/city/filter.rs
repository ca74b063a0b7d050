//! Answers "is this listing wanted?" for every filter a founder can set.
//!
//! A filter that is not set asks nothing. What a listing does not state fails a filter that asks
//! for it, except money and handover by negotiation, which [`ByNegotiation`] keeps or drops.

use smallvec::SmallVec;
use time::Date;

use super::City;
use super::law_filter::LawFilter;
use super::row::{Facility, ListingRow, days_since_1970};
use super::text::Words;
use super::text_match::{TextMatch, says};
use super::word_set::WordSet;
use crate::domain::{Condition, Cooking, Handover, LeaseKind, ListingKind, OfferedBy, Storey, UseDistrict};
use crate::law::Verdict;

/// What becomes of listings whose rent or handover is 要相談 or not stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ByNegotiation {
    /// They pass filters on rent and handover.
    #[default]
    Keep,
    /// They pass none.
    Drop,
}

/// Every filter on listings, all of which must hold.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListingFilter {
    /// One of these kinds; empty asks nothing.
    pub kinds: WordSet<ListingKind>,
    /// Touched by a current zone of one of these districts; empty asks nothing.
    pub districts: WordSet<UseDistrict>,
    /// Rent of at least so many yen a month.
    pub rent_yen_min: Option<u64>,
    /// Rent of at most so many yen a month.
    pub rent_yen_max: Option<u64>,
    /// Rent of at most so many yen a month per 坪.
    pub rent_per_tsubo_max: Option<f64>,
    /// Floor area of at least so many m2.
    pub area_m2_min: Option<f64>,
    /// Floor area of at most so many m2.
    pub area_m2_max: Option<f64>,
    /// At most so many minutes on foot to the nearest station.
    pub station_minutes_max: Option<u32>,
    /// Occupies a storey from here upwards.
    pub storey_min: Option<Storey>,
    /// Occupies a storey from here downwards.
    pub storey_max: Option<Storey>,
    /// Occupies this storey.
    pub storey: Option<Storey>,
    /// Occupies the ground floor (路面).
    pub ground_floor: bool,
    /// In one of these conditions; empty asks nothing.
    pub conditions: WordSet<Condition>,
    /// Allows at least this cooking: heavy cooking includes light, light includes none.
    pub cooking_at_least: Option<Cooking>,
    /// Offered by one of these; empty asks nothing.
    pub offered_by: WordSet<OfferedBy>,
    /// Under one of these contracts; empty asks nothing.
    pub leases: WordSet<LeaseKind>,
    /// Can be taken over on or before this date.
    pub handover_by: Option<Date>,
    /// Electric power of at least so many kW.
    pub power_kw_min: Option<f64>,
    /// Gas: yes or no.
    pub gas: Option<bool>,
    /// Exhaust duct or a place for one: yes or no.
    pub exhaust: Option<bool>,
    /// Three-phase power: yes or no.
    pub three_phase: Option<bool>,
    /// Loading at the door: yes or no.
    pub loading: Option<bool>,
    /// At least one parking place: yes or no.
    pub parking: Option<bool>,
    /// Listings whose rent or handover is by negotiation or not stated.
    pub by_negotiation: ByNegotiation,
    /// Updated on or after this date.
    pub updated_since: Option<Date>,
    /// Words that must all occur.
    pub words: Words,
    /// A use that may open there by the law on use districts.
    pub law: Option<LawFilter>,
}

impl ListingFilter {
    /// True if it leaves nothing out.
    pub fn is_empty(&self) -> bool {
        let law = self.law.as_ref().filter(|law| !law.narrows()).cloned();
        *self == Self { by_negotiation: self.by_negotiation, law, ..Self::default() }
    }

    /// A text equal for equal filters, for keys of caches.
    pub fn key(&self) -> String {
        if self.is_empty() { String::new() } else { format!("{self:?}") }
    }

    /// The filter made ready for one reading of the city.
    pub fn prepared<'a>(&'a self, city: &City) -> PreparedFilter<'a> {
        let asking = Part::ALL.iter().copied().filter(|part| self.asks(*part)).collect();
        PreparedFilter { asked: self, asking, text: TextMatch::of(&self.words, city) }
    }

    /// True if one listing of the city is wanted. For many filters and one listing: making each filter
    /// ready would take longer than deciding.
    pub fn accepts(&self, city: &City, row: &ListingRow) -> bool {
        let asking = SmallVec::new();
        let one = PreparedFilter { asked: self, asking, text: TextMatch::default() };
        let parts = Part::ALL.iter().copied().filter(|part| *part != Part::Text && self.asks(*part));
        parts.into_iter().all(|part| one.holds(part, row)) && says(city, row, &self.words)
    }

    /// True if a part of it asks anything.
    fn asks(&self, part: Part) -> bool {
        match part {
            Part::Kind => !self.kinds.is_empty(),
            Part::District => !self.districts.is_empty(),
            Part::Condition => !self.conditions.is_empty(),
            Part::Cooking => self.cooking_at_least.is_some(),
            Part::OfferedBy => !self.offered_by.is_empty(),
            Part::Lease => !self.leases.is_empty(),
            Part::Rent => {
                self.rent_yen_min.is_some()
                    || self.rent_yen_max.is_some()
                    || self.rent_per_tsubo_max.is_some()
            }
            Part::Area => self.area_m2_min.is_some() || self.area_m2_max.is_some(),
            Part::Walk => self.station_minutes_max.is_some(),
            Part::Storey => {
                self.ground_floor
                    || [self.storey, self.storey_min, self.storey_max].iter().any(Option::is_some)
            }
            Part::Handover => self.handover_by.is_some(),
            Part::Facilities => {
                let wanted = [self.gas, self.exhaust, self.three_phase, self.loading, self.parking];
                self.power_kw_min.is_some() || wanted.iter().any(Option::is_some)
            }
            Part::Updated => self.updated_since.is_some(),
            Part::Verdict => self.law.as_ref().is_some_and(LawFilter::narrows),
            Part::Text => !self.words.is_empty(),
        }
    }
}

/// A filter ready to decide on rows. It holds for the reading of the city it was prepared on.
#[derive(Debug)]
pub struct PreparedFilter<'a> {
    asked: &'a ListingFilter,
    /// The parts that ask anything, the cheapest to decide first.
    asking: SmallVec<[Part; 15]>,
    text: TextMatch<'a>,
}

impl PreparedFilter<'_> {
    /// True if the listing is wanted.
    #[inline]
    pub fn accepts(&self, row: &ListingRow) -> bool {
        self.asking.iter().all(|part| self.holds(*part, row))
    }

    /// True if every part but that of the law holds.
    #[inline]
    pub fn accepts_but_for_the_law(&self, row: &ListingRow) -> bool {
        self.asking.iter().all(|part| *part == Part::Verdict || self.holds(*part, row))
    }

    /// What the law says of the use asked about, where one is.
    #[inline]
    pub fn verdict(&self, row: &ListingRow) -> Option<Verdict> {
        self.asked.law.as_ref().map(|law| law.verdict(row))
    }

    /// True if the law may say this of the use asked about.
    #[inline]
    pub fn wants(&self, verdict: Verdict) -> bool {
        self.asked.law.as_ref().is_none_or(|law| law.wants(verdict))
    }

    /// The parts that do not hold, the cheapest to decide first.
    pub fn failing(&self, row: &ListingRow) -> impl Iterator<Item = Part> {
        self.asking.iter().copied().filter(|part| !self.holds(*part, row))
    }

    /// True if one part of the filter holds.
    #[inline]
    pub fn holds(&self, part: Part, row: &ListingRow) -> bool {
        let asked = self.asked;
        match part {
            Part::Kind => one_of(asked.kinds, row.kind()),
            Part::District => asked.districts.is_empty() || asked.districts.intersects(row.districts()),
            Part::Condition => one_of(asked.conditions, row.condition()),
            Part::Cooking => asked.cooking_at_least.is_none_or(|least| allows(row.cooking(), least)),
            Part::OfferedBy => one_of(asked.offered_by, row.offered_by()),
            Part::Lease => one_of(asked.leases, row.lease()),
            Part::Rent => self.rent_holds(row),
            Part::Area => self.area_holds_between(row, asked.area_m2_min, asked.area_m2_max),
            Part::Walk => asked
                .station_minutes_max
                .is_none_or(|most| row.station_walk().is_some_and(|walk| walk.minutes() <= most)),
            Part::Storey => self.storey_holds(row),
            Part::Handover => asked.handover_by.is_none_or(|by| match row.handover() {
                Handover::Now => true,
                Handover::From(date) => date <= by,
                Handover::Negotiable => self.keeps_negotiable(),
            }),
            Part::Facilities => self.facilities_hold(row),
            Part::Updated => {
                asked.updated_since.is_none_or(|since| row.updated_day() >= days_since_1970(since))
            }
            Part::Verdict => asked.law.as_ref().is_none_or(|law| law.wants(law.verdict(row))),
            Part::Text => self.text.accepts(row),
        }
    }

    fn keeps_negotiable(&self) -> bool {
        self.asked.by_negotiation == ByNegotiation::Keep
    }

    fn rent_holds(&self, row: &ListingRow) -> bool {
        self.rent_holds_between(row, self.asked.rent_yen_min, self.asked.rent_yen_max)
    }

    /// True if the rent would hold with other limits, in yen a month.
    pub fn rent_holds_between(&self, row: &ListingRow, least: Option<u64>, most: Option<u64>) -> bool {
        let keep = self.keeps_negotiable();
        let rent = within(row.rent_yen(), least, most, keep);
        // Without an amount the rent per 坪 is by negotiation too; without an area it is unknown.
        let per_tsubo = match self.asked.rent_per_tsubo_max {
            Some(_) if row.rent_yen().is_none() => keep,
            most => within(row.rent_per_tsubo(), None, most, false),
        };
        rent && per_tsubo
    }

    /// True if the floor area would hold with other limits, in m2.
    pub fn area_holds_between(&self, row: &ListingRow, least: Option<f64>, most: Option<f64>) -> bool {
        within(row.area_m2(), least, most, false)
    }

    /// What is asked.
    pub const fn asked(&self) -> &ListingFilter {
        self.asked
    }

    fn storey_holds(&self, row: &ListingRow) -> bool {
        let asked = self.asked;
        if !asked.asks(Part::Storey) {
            return true;
        }
        row.storeys().is_some_and(|storeys| {
            asked.storey.is_none_or(|storey| storeys.contains(storey))
                && (!asked.ground_floor || storeys.contains(Storey::GROUND))
                && asked.storey_min.is_none_or(|least| storeys.highest() >= least)
                && asked.storey_max.is_none_or(|most| storeys.lowest() <= most)
        })
    }

    fn facilities_hold(&self, row: &ListingRow) -> bool {
        let asked = self.asked;
        let wanted = [
            (Facility::Gas, asked.gas),
            (Facility::Exhaust, asked.exhaust),
            (Facility::ThreePhase, asked.three_phase),
            (Facility::Loading, asked.loading),
            (Facility::Parking, asked.parking),
        ];
        wanted.iter().all(|(facility, want)| want.is_none() || row.has(*facility) == *want)
            && within(row.power_kw(), asked.power_kw_min, None, false)
    }
}

/// A part of a filter that can be lifted, to say what it excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Kinds.
    Kind,
    /// Use districts.
    District,
    /// Conditions.
    Condition,
    /// Cooking.
    Cooking,
    /// Who offers it.
    OfferedBy,
    /// Contracts.
    Lease,
    /// Rent and rent per 坪.
    Rent,
    /// Floor area.
    Area,
    /// Minutes on foot to the nearest station.
    Walk,
    /// Storeys.
    Storey,
    /// Handover.
    Handover,
    /// Power, gas, exhaust, loading, parking.
    Facilities,
    /// Freshness.
    Updated,
    /// The verdict of the law on a use.
    Verdict,
    /// Words.
    Text,
}

impl Part {
    /// Every part, the cheapest to decide first.
    pub const ALL: &'static [Part] = &[
        Self::Kind,
        Self::District,
        Self::Condition,
        Self::Cooking,
        Self::OfferedBy,
        Self::Lease,
        Self::Rent,
        Self::Area,
        Self::Walk,
        Self::Storey,
        Self::Handover,
        Self::Facilities,
        Self::Updated,
        Self::Verdict,
        Self::Text,
    ];
}

fn one_of<T: super::word_set::Word>(wanted: WordSet<T>, word: T) -> bool {
    wanted.is_empty() || wanted.contains(word)
}

/// True if a value lies between two limits; what is not stated passes as told, or if nothing is asked.
fn within<T: PartialOrd>(value: Option<T>, least: Option<T>, most: Option<T>, unstated: bool) -> bool {
    match value {
        Some(value) => least.is_none_or(|l| value >= l) && most.is_none_or(|m| value <= m),
        None => unstated || (least.is_none() && most.is_none()),
    }
}

fn allows(cooking: Cooking, least: Cooking) -> bool {
    let rank = |c: Cooking| match c {
        Cooking::Unstated => None,
        Cooking::None => Some(0),
        Cooking::Light => Some(1),
        Cooking::Heavy => Some(2),
    };
    match (rank(cooking), rank(least)) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(has), Some(wants)) => has >= wants,
    }
}
