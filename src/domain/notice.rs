//! A notice: one mail to be sent, and what it tells.

use time::{Date, OffsetDateTime};

use super::change::ChangeSeq;
use super::id::{ListingId, WatchId};
use super::listing::ListingKind;
use super::money::{Asking, Yen};
use super::slug::vocabulary;

vocabulary! {
    /// Why a listing left a search.
    pub enum Gone("reason of leaving") {
        /// Let, withdrawn or expired.
        Ended = "ended", "掲載終了";
        /// Hidden for now, for example because somebody has applied.
        Hidden = "hidden", "一時非公開";
        /// Still on offer, but the search no longer finds it.
        Elsewhere = "elsewhere", "条件から外れた";
    }
}

/// What happened to a listing, as a search sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The search finds it from now on.
    Entered,
    /// The search still finds it, but it is not as it was.
    Changed {
        /// The rent asked before, where it is another now.
        rent_before: Option<Asking<Yen>>,
        /// Other terms changed: deposit, key money, contract, handover.
        terms: bool,
        /// Anything else the public sees changed: rooms, text, place.
        rest: bool,
    },
    /// The search finds it no more.
    Left(Gone),
}

/// What a mail or a feed says of a listing: only what is public.
#[derive(Debug, Clone, PartialEq)]
pub struct ListingFacts {
    /// The listing.
    pub id: ListingId,
    /// Headline.
    pub title: String,
    /// What kind of offer.
    pub kind: ListingKind,
    /// The address the public may see.
    pub address: String,
    /// Rent, yen a month.
    pub rent: Asking<Yen>,
    /// Floor area in m2.
    pub area_m2: Option<f64>,
    /// The nearest station and an estimate of the minutes on foot.
    pub station: Option<(String, u32)>,
    /// True for made-up data (合成データ), which every text must say.
    pub synthetic: bool,
}

/// One thing to tell.
#[derive(Debug, Clone, PartialEq)]
pub struct News {
    /// What happened.
    pub what: What,
    /// To which listing, as it is now, or as it last was.
    pub facts: ListingFacts,
}

/// What a notice is about; a watch has at most one notice of each key, ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoticeKey {
    /// The mail that asks to confirm.
    Confirm,
    /// What one step along the change log brought.
    Change(ChangeSeq),
    /// What a day brought, sent on that day (JST).
    Day(Date),
}

/// One mail in the queue.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// Its number in the queue.
    pub number: i64,
    /// For whom.
    pub watch: WatchId,
    /// About what.
    pub key: NoticeKey,
    /// The left side of its Message-ID: the same at every attempt.
    pub message: String,
    /// When it is to be sent, or tried again.
    pub due: OffsetDateTime,
    /// How often it was tried.
    pub attempts: u32,
    /// What it tells, in the order in which it happened.
    pub news: Vec<News>,
    /// How much more happened than is told.
    pub more: u32,
}
