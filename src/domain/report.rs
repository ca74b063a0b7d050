//! 誤りを報告: somebody tells the ward what is wrong with a listing. What they wrote is no part of it.

use time::OffsetDateTime;

use super::id::{ListingId, ReportId};
use super::slug::vocabulary;

vocabulary! {
    /// A word for what is wrong.
    pub enum ReportReason("reason of a report") {
        /// It is let or sold already.
        Gone = "gone", "すでに募集が終わっている";
        /// Rent, area or another figure is wrong.
        Terms = "terms", "賃料・面積などが違う";
        /// The place is wrong.
        Place = "place", "場所が違う";
        /// The pictures show something else, or somebody.
        Photos = "photos", "写真に問題がある";
        /// Anything else.
        Other = "other", "その他";
    }
}

/// A report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Report {
    /// Its id.
    pub id: ReportId,
    /// What it is about.
    pub listing: ListingId,
    /// What is wrong, in a word.
    pub reason: ReportReason,
    /// When it came.
    pub created: OffsetDateTime,
}
