//! 誤りを報告: anybody tells the ward's desk what is wrong with a listing.

use crate::domain::{EmailAddress, ListingId};

/// A word for what is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportReason {
    /// It is let or sold already.
    Gone,
    /// Rent, area or another figure is wrong.
    Terms,
    /// The place is wrong.
    Place,
    /// The pictures show something else, or somebody.
    Photos,
    /// Anything else.
    Other,
}

impl ReportReason {
    /// Every reason.
    pub const ALL: &'static [Self] = &[Self::Gone, Self::Terms, Self::Place, Self::Photos, Self::Other];

    /// The word in the API.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::Terms => "terms",
            Self::Place => "place",
            Self::Photos => "photos",
            Self::Other => "other",
        }
    }

    /// What the desk reads.
    pub const fn name_ja(self) -> &'static str {
        match self {
            Self::Gone => "すでに募集が終わっている",
            Self::Terms => "賃料・面積などが違う",
            Self::Place => "場所が違う",
            Self::Photos => "写真に問題がある",
            Self::Other => "その他",
        }
    }
}

/// What somebody says is wrong.
#[derive(Debug, Clone)]
pub struct Report {
    /// With which listing.
    pub listing: ListingId,
    /// In a word.
    pub reason: ReportReason,
    /// In their words; may be empty.
    pub words: String,
    /// Where the desk may answer, if they said.
    pub address: Option<EmailAddress>,
}
