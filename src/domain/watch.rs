//! A watch: a saved search, and how somebody wants to be told about it. Who, is not part of it.

use time::OffsetDateTime;

use super::id::WatchId;
use super::language::Language;
use super::slug::vocabulary;

vocabulary! {
    /// How soon somebody is told.
    pub enum Cadence("cadence") {
        /// A mail for every change, at once.
        AtOnce = "at_once", "すぐに";
        /// One mail a day, if anything changed.
        Daily = "daily", "1日1回";
    }
}

vocabulary! {
    /// Where a watch stands.
    pub enum WatchState("watch state") {
        /// The link in the first mail was not followed yet; forgotten after 48 hours.
        Unconfirmed = "unconfirmed", "確認待ち";
        /// Told of changes.
        Active = "active", "配信中";
        /// Ended; its address is erased already, the rest soon.
        Stopped = "stopped", "停止";
    }
}

/// A saved search that somebody is told about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watch {
    /// Its id.
    pub id: WatchId,
    /// The search, as a canonical query string.
    pub query: String,
    /// The language of its mails.
    pub language: Language,
    /// How soon.
    pub cadence: Cadence,
    /// Where it stands.
    pub state: WatchState,
    /// When it was asked for.
    pub created: OffsetDateTime,
    /// When its address was confirmed.
    pub confirmed: Option<OffsetDateTime>,
    /// When it was stopped.
    pub stopped: Option<OffsetDateTime>,
}

/// SHA-256 of the secret in a link; the secret itself is not kept in the clear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TokenHash(pub [u8; 32]);
