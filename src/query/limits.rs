//! Answers "how many would there be with this limit?" for steps of rent and of floor area.
//!
//! Everything else stays as it is, the limit at the other end too, unless that would leave nothing between.

use super::search::Search;
use crate::city::{ListingRow, Part, PreparedFilter};

/// Listings there would be with a limit at one step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LimitCount {
    /// The step: yen a month or m2.
    pub at: f64,
    /// With this as the lower limit.
    pub at_least: usize,
    /// With this as the upper limit.
    pub at_most: usize,
}

/// Counts while listings are looked at one by one.
pub(super) struct LimitCounter {
    rents: Vec<(u64, LimitCount)>,
    pub(super) areas: Vec<LimitCount>,
}

impl LimitCounter {
    pub(super) fn of(asked: &Search) -> Self {
        let none = |at: f64| LimitCount { at, at_least: 0, at_most: 0 };
        Self {
            rents: asked.rent_steps.iter().map(|yen| (*yen, none(*yen as f64))).collect(),
            areas: asked.area_steps.iter().map(|m2| none(*m2)).collect(),
        }
    }

    pub(super) fn is_idle(&self) -> bool {
        self.rents.is_empty() && self.areas.is_empty()
    }

    /// Counts a listing that fails nothing, or one part alone.
    pub(super) fn see(&mut self, filter: &PreparedFilter<'_>, row: &ListingRow, failed: Option<Part>) {
        let asked = filter.asked();
        if failed.is_none_or(|only| only == Part::Rent) {
            let (least, most) = (asked.rent_yen_min, asked.rent_yen_max);
            for (at, count) in &mut self.rents {
                let (low, high) = ends(*at, least, most);
                count.at_least += usize::from(filter.rent_holds_between(row, Some(*at), high));
                count.at_most += usize::from(filter.rent_holds_between(row, low, Some(*at)));
            }
        }
        if failed.is_none_or(|only| only == Part::Area) {
            let (least, most) = (asked.area_m2_min, asked.area_m2_max);
            for count in &mut self.areas {
                let (low, high) = ends(count.at, least, most);
                count.at_least += usize::from(filter.area_holds_between(row, Some(count.at), high));
                count.at_most += usize::from(filter.area_holds_between(row, low, Some(count.at)));
            }
        }
    }

    /// The counts by rent, and by area.
    pub(super) fn counts(self) -> (Vec<LimitCount>, Vec<LimitCount>) {
        (self.rents.into_iter().map(|(_, count)| count).collect(), self.areas)
    }
}

/// The lower limit beneath an upper one at a step, and the upper limit above a lower one there.
fn ends<T: PartialOrd + Copy>(at: T, least: Option<T>, most: Option<T>) -> (Option<T>, Option<T>) {
    (least.filter(|least| *least <= at), most.filter(|most| *most >= at))
}
