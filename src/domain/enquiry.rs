//! An enquiry: somebody asks about a listing or answers a card, whoever answers answers, and neither sees the other's
//! address. Who they are and what they write is not part of it.

use time::OffsetDateTime;

use super::id::{EnquiryId, ListingId, WantedId};
use super::language::Language;
use super::slug::vocabulary;

vocabulary! {
    /// Who an enquiry goes to.
    pub enum EnquiryTo("enquiry route") {
        /// 問い合わせ: the contact that the listing's owner chose.
        Owner = "owner", "掲載者";
        /// 相談: the ward's desk.
        Desk = "desk", "区の窓口";
        /// Whoever wrote a 「借りたい」 card.
        Seeker = "seeker", "カードを書いた人";
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

/// What an enquiry is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EnquiryAbout {
    /// A listing; its owner or the desk answers.
    Listing(ListingId),
    /// A 「借りたい」 card; whoever wrote it answers.
    Card(WantedId),
}

impl EnquiryAbout {
    /// The bits of the id.
    pub const fn bits(self) -> u64 {
        match self {
            Self::Listing(id) => id.bits(),
            Self::Card(id) => id.bits(),
        }
    }
}

/// Somebody who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enquiry {
    /// Its id.
    pub id: EnquiryId,
    /// What it is about.
    pub about: EnquiryAbout,
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
