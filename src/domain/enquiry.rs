//! An enquiry: somebody asks about a listing, whoever answers answers, and neither sees the other's
//! address. Who they are and what they write is not part of it.

use time::OffsetDateTime;

use super::id::{EnquiryId, ListingId};
use super::language::Language;
use super::slug::vocabulary;

vocabulary! {
    /// Who an enquiry goes to.
    pub enum EnquiryTo("enquiry route") {
        /// 問い合わせ: the contact that the listing's owner chose.
        Owner = "owner", "掲載者";
        /// 相談: the ward's desk.
        Desk = "desk", "区の窓口";
    }
}

vocabulary! {
    /// Where an enquiry stands.
    pub enum EnquiryState("enquiry state") {
        /// The link in the first mail was not followed yet; nothing was passed on. Forgotten after 48 hours.
        Unconfirmed = "unconfirmed", "確認待ち";
        /// Both can write to each other.
        Open = "open", "連絡中";
        /// Ended by one of them; the address is erased already, the rest soon.
        Ended = "ended", "終了";
    }
}

/// Somebody who asks about a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enquiry {
    /// Its id.
    pub id: EnquiryId,
    /// What it is about.
    pub listing: ListingId,
    /// Who it goes to.
    pub to: EnquiryTo,
    /// Where it stands.
    pub state: EnquiryState,
    /// The language of whoever asks.
    pub language: Language,
    /// How many messages were passed on.
    pub messages: u32,
    /// When it was asked.
    pub created: OffsetDateTime,
    /// When anything last happened.
    pub touched: OffsetDateTime,
}
