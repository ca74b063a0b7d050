//! Answers "does this one limit of a filter leave the listing out, by how much, and what would let it in?".
//!
//! A filter is all its limits together: each can be asked alone and loosened alone.

use time::macros::date;
use time::{Date, Duration};

use crate::city::{ByNegotiation, ListingFilter, ListingRow, Word, WordSet, Words};
use crate::domain::{Cooking, Handover, Storey, Storeys};
use crate::geo::Walk;
use crate::law::Verdict;

/// One thing that is asked of a listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    /// To be in the area.
    Place,
    /// A kind.
    Kind,
    /// A use district.
    District,
    /// The lowest rent.
    RentMin,
    /// The highest rent.
    RentMax,
    /// The highest rent per 坪.
    RentPerTsuboMax,
    /// The smallest floor area.
    AreaMin,
    /// The largest floor area.
    AreaMax,
    /// Minutes on foot to the nearest station.
    StationMinutesMax,
    /// One storey.
    Storey,
    /// The lowest storey.
    StoreyMin,
    /// The highest storey.
    StoreyMax,
    /// The ground floor.
    GroundFloor,
    /// A condition.
    Condition,
    /// Cooking.
    Cooking,
    /// Who offers it.
    OfferedBy,
    /// A contract.
    Lease,
    /// The last day to take it over.
    HandoverBy,
    /// Electric power.
    PowerKwMin,
    /// Gas.
    Gas,
    /// Exhaust.
    Exhaust,
    /// Three-phase power.
    ThreePhase,
    /// Loading.
    Loading,
    /// Parking.
    Parking,
    /// To state an amount or a day where one is asked for.
    Negotiable,
    /// Freshness.
    UpdatedSince,
    /// What the law says of a use.
    Verdict,
    /// Words.
    Words,
}

/// By how much a listing misses a limit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    /// Yen a month, or yen a month per 坪.
    Yen(f64),
    /// Square metres.
    M2(f64),
    /// Metres.
    Metres(f64),
    /// Minutes on foot.
    Minutes(u32),
    /// Storeys.
    Storeys(u32),
    /// Days.
    Days(u32),
    /// Kilowatts.
    Kilowatts(f64),
    /// It is another: there is no less and more.
    Other,
    /// It does not say.
    Unstated,
}

impl Limit {
    /// Every limit of a filter; the area is not one of its own.
    pub const OF_FILTER: &'static [Limit] = &[
        Self::Kind,
        Self::District,
        Self::RentMin,
        Self::RentMax,
        Self::RentPerTsuboMax,
        Self::AreaMin,
        Self::AreaMax,
        Self::StationMinutesMax,
        Self::Storey,
        Self::StoreyMin,
        Self::StoreyMax,
        Self::GroundFloor,
        Self::Condition,
        Self::Cooking,
        Self::OfferedBy,
        Self::Lease,
        Self::HandoverBy,
        Self::PowerKwMin,
        Self::Gas,
        Self::Exhaust,
        Self::ThreePhase,
        Self::Loading,
        Self::Parking,
        Self::Negotiable,
        Self::UpdatedSince,
        Self::Verdict,
        Self::Words,
    ];

    /// The filter that asks this alone; `None` if nothing is asked.
    pub(super) fn alone(self, asked: &ListingFilter) -> Option<ListingFilter> {
        let mut one = ListingFilter::default();
        match self {
            Self::Place => return None,
            Self::Kind => one.kinds = asked.kinds,
            Self::District => one.districts = asked.districts,
            Self::RentMin => one.rent_yen_min = asked.rent_yen_min,
            Self::RentMax => one.rent_yen_max = asked.rent_yen_max,
            Self::RentPerTsuboMax => one.rent_per_tsubo_max = asked.rent_per_tsubo_max,
            Self::AreaMin => one.area_m2_min = asked.area_m2_min,
            Self::AreaMax => one.area_m2_max = asked.area_m2_max,
            Self::StationMinutesMax => one.station_minutes_max = asked.station_minutes_max,
            Self::Storey => one.storey = asked.storey,
            Self::StoreyMin => one.storey_min = asked.storey_min,
            Self::StoreyMax => one.storey_max = asked.storey_max,
            Self::GroundFloor => one.ground_floor = asked.ground_floor,
            Self::Condition => one.conditions = asked.conditions,
            Self::Cooking => one.cooking_at_least = asked.cooking_at_least,
            Self::OfferedBy => one.offered_by = asked.offered_by,
            Self::Lease => one.leases = asked.leases,
            Self::HandoverBy => one.handover_by = asked.handover_by,
            Self::PowerKwMin => one.power_kw_min = asked.power_kw_min,
            Self::Gas => one.gas = asked.gas,
            Self::Exhaust => one.exhaust = asked.exhaust,
            Self::ThreePhase => one.three_phase = asked.three_phase,
            Self::Loading => one.loading = asked.loading,
            Self::Parking => one.parking = asked.parking,
            Self::Negotiable => one = only_stated(asked),
            Self::UpdatedSince => one.updated_since = asked.updated_since,
            Self::Verdict => one.law.clone_from(&asked.law),
            Self::Words => one.words = asked.words.clone(),
        }
        (!one.is_empty()).then_some(one)
    }

    /// By how much a listing that fails this limit fails it.
    pub(super) fn missed_by(self, asked: &ListingFilter, row: &ListingRow) -> Amount {
        let apart = |limit: Option<f64>, is: Option<f64>| Some((limit? - is?).abs());
        let whole = |days: i64| u32::try_from(days.abs()).unwrap_or(u32::MAX);
        let yen =
            |limit: Option<u64>| apart(limit.map(|yen| yen as f64), row.rent_yen().map(|yen| yen as f64));
        let storeys = |limit: Option<Storey>, is: Option<Storey>| {
            Some(whole((i64::from(floor(limit?)) - i64::from(floor(is?))).abs()))
        };
        let amount = match self {
            Self::RentMin => yen(asked.rent_yen_min).map(Amount::Yen),
            Self::RentMax => yen(asked.rent_yen_max).map(Amount::Yen),
            Self::RentPerTsuboMax => apart(asked.rent_per_tsubo_max, row.rent_per_tsubo()).map(Amount::Yen),
            Self::AreaMin => apart(asked.area_m2_min, row.area_m2()).map(Amount::M2),
            Self::AreaMax => apart(asked.area_m2_max, row.area_m2()).map(Amount::M2),
            Self::StationMinutesMax => asked
                .station_minutes_max
                .and_then(|most| Some(Amount::Minutes(row.station_walk()?.minutes().saturating_sub(most)))),
            Self::StoreyMin => {
                storeys(asked.storey_min, row.storeys().map(Storeys::highest)).map(Amount::Storeys)
            }
            Self::StoreyMax => {
                storeys(asked.storey_max, row.storeys().map(Storeys::lowest)).map(Amount::Storeys)
            }
            Self::Storey | Self::GroundFloor => row.storeys().map(|_| Amount::Other),
            Self::Cooking => (row.cooking() != Cooking::Unstated).then_some(Amount::Other),
            Self::HandoverBy => match (asked.handover_by, row.handover()) {
                (Some(by), Handover::From(date)) => Some(Amount::Days(whole((date - by).whole_days()))),
                _ => None,
            },
            Self::PowerKwMin => apart(asked.power_kw_min, row.power_kw()).map(Amount::Kilowatts),
            Self::UpdatedSince => {
                asked.updated_since.map(|since| Amount::Days(whole((since - updated_on(row)).whole_days())))
            }
            Self::Negotiable => None,
            _ => Some(Amount::Other),
        };
        amount.unwrap_or(Amount::Unstated)
    }

    /// Loosens this limit just so far that the listing passes it.
    pub(super) fn loosen(self, filter: &mut ListingFilter, row: &ListingRow) {
        match self {
            Self::Place => {}
            Self::Kind => filter.kinds.insert(row.kind()),
            Self::District => filter.districts = with_all(filter.districts, row.districts()),
            Self::RentMin => filter.rent_yen_min = row.rent_yen(),
            Self::RentMax => filter.rent_yen_max = row.rent_yen(),
            Self::RentPerTsuboMax => filter.rent_per_tsubo_max = row.rent_per_tsubo().map(f64::ceil),
            Self::AreaMin => filter.area_m2_min = row.area_m2(),
            Self::AreaMax => filter.area_m2_max = row.area_m2(),
            Self::StationMinutesMax => {
                filter.station_minutes_max = row.station_walk().map(Walk::minutes);
            }
            Self::Storey => filter.storey = None,
            Self::StoreyMin => filter.storey_min = row.storeys().map(Storeys::highest),
            Self::StoreyMax => filter.storey_max = row.storeys().map(Storeys::lowest),
            Self::GroundFloor => filter.ground_floor = false,
            Self::Condition => filter.conditions.insert(row.condition()),
            Self::Cooking => {
                filter.cooking_at_least = (row.cooking() == Cooking::Light).then_some(Cooking::Light);
            }
            Self::OfferedBy => filter.offered_by.insert(row.offered_by()),
            Self::Lease => filter.leases.insert(row.lease()),
            Self::HandoverBy => {
                filter.handover_by = match row.handover() {
                    Handover::From(date) => Some(date),
                    Handover::Now | Handover::Negotiable => None,
                }
            }
            Self::PowerKwMin => filter.power_kw_min = row.power_kw(),
            Self::Gas => filter.gas = None,
            Self::Exhaust => filter.exhaust = None,
            Self::ThreePhase => filter.three_phase = None,
            Self::Loading => filter.loading = None,
            Self::Parking => filter.parking = None,
            Self::Negotiable => filter.by_negotiation = ByNegotiation::Keep,
            Self::UpdatedSince => filter.updated_since = Some(updated_on(row)),
            Self::Verdict => filter.law.iter_mut().for_each(|law| law.wanted = WordSet::<Verdict>::EMPTY),
            Self::Words => filter.words = Words::default(),
        }
    }
}

/// Drops what states no amount or no day where one is asked for, and nothing else.
fn only_stated(asked: &ListingFilter) -> ListingFilter {
    let rent = asked.rent_yen_min.or(asked.rent_yen_max).is_some() || asked.rent_per_tsubo_max.is_some();
    if asked.by_negotiation == ByNegotiation::Keep || !(rent || asked.handover_by.is_some()) {
        return ListingFilter::default();
    }
    ListingFilter {
        rent_yen_min: rent.then_some(0),
        handover_by: asked.handover_by.map(|_| Date::MAX),
        by_negotiation: ByNegotiation::Drop,
        ..ListingFilter::default()
    }
}

fn with_all<T: Word>(mut set: WordSet<T>, more: WordSet<T>) -> WordSet<T> {
    // A listing that has none of them passes only where none is asked for.
    if more.is_empty() {
        return WordSet::EMPTY;
    }
    more.iter().for_each(|word| set.insert(word));
    set
}

/// Floors counted without a gap: there is no storey 0.
fn floor(storey: Storey) -> i8 {
    if storey.number() > 0 { storey.number() - 1 } else { storey.number() }
}

fn updated_on(row: &ListingRow) -> Date {
    date!(1970 - 01 - 01) + Duration::days(row.updated_day().into())
}
