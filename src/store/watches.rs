//! Where watches are kept, with the queue of mails that tell of them.
//!
//! Three promises hold it together. A step along the change log writes its notices and its progress
//! in one transaction, so no change is missed or matched twice. A watch has one notice of a key at
//! most, so nothing is queued twice. A notice is marked before it is handed to a mail server and
//! after the server has taken it; who finds it marked "before" cannot know which of the two
//! happened, and tries again under the same Message-ID.

use async_trait::async_trait;
use time::OffsetDateTime;

use super::StoreError;
use crate::domain::{
    ChangeSeq, Listing, ListingId, News, Notice, NoticeKey, Sealed, TokenHash, Watch, WatchId,
};

/// A watch that was asked for, and the mail that asks to confirm it.
#[derive(Debug, Clone)]
pub struct NewWatch {
    /// The watch.
    pub watch: Watch,
    /// Who, sealed.
    pub address: Sealed,
    /// Hash of the secret that confirms.
    pub confirm: TokenHash,
    /// Hash of the secret that stops.
    pub stop: TokenHash,
    /// Left side of the Message-ID of the mail that asks to confirm.
    pub message: String,
}

/// A watch with the hashes its links are checked against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptWatch {
    /// The watch.
    pub watch: Watch,
    /// Hash of the secret that confirms.
    pub confirm: TokenHash,
    /// Hash of the secret that stops.
    pub stop: TokenHash,
}

/// A mail to be queued.
#[derive(Debug, Clone)]
pub struct NewNotice {
    /// For whom.
    pub watch: WatchId,
    /// About what. News of a day whose mail has gone out already waits for the next day's.
    pub key: NoticeKey,
    /// Left side of its Message-ID.
    pub message: String,
    /// When it is to be sent.
    pub due: OffsetDateTime,
    /// What it tells.
    pub news: Vec<News>,
    /// How much more happened than is told.
    pub more: u32,
}

/// One step along the change log.
#[derive(Debug, Clone)]
pub struct Telling {
    /// How far watches had been matched before; `None` the first time.
    pub from: Option<ChangeSeq>,
    /// How far they are now.
    pub to: ChangeSeq,
    /// Public listings as they now are; `None` where one is public no more.
    pub listings: Vec<(ListingId, Option<Listing>)>,
    /// Mails to queue.
    pub notices: Vec<NewNotice>,
}

/// A mail to be sent now.
#[derive(Debug, Clone)]
pub struct DueNotice {
    /// The mail.
    pub notice: Notice,
    /// Whose.
    pub watch: Watch,
    /// Where to, sealed.
    pub address: Sealed,
}

/// A place that keeps watches and the queue of mails.
#[async_trait]
pub trait Watches: Send + Sync {
    /// Adds an unconfirmed watch with its address, and queues the mail that asks to confirm.
    async fn add(&self, new: &NewWatch) -> Result<(), StoreError>;

    /// A watch in its present state.
    async fn watch(&self, id: WatchId) -> Result<Option<KeptWatch>, StoreError>;

    /// Makes an unconfirmed watch active; false if it is not unconfirmed.
    async fn confirm(&self, id: WatchId, at: OffsetDateTime) -> Result<bool, StoreError>;

    /// Stops a watch and erases its address, its mails and its search; false if there was nothing to
    /// stop.
    async fn stop(&self, id: WatchId, at: OffsetDateTime) -> Result<bool, StoreError>;

    /// Erases watches unconfirmed or stopped since before a time; answers how many.
    async fn forget(&self, before: OffsetDateTime) -> Result<u64, StoreError>;

    /// Active watches confirmed after the given number of confirmations, in that order, each with its
    /// own number.
    async fn confirmed_after(&self, confirmation: u64) -> Result<Vec<(u64, Watch)>, StoreError>;

    /// How far watches were matched; `None` before the first time.
    async fn told(&self) -> Result<Option<ChangeSeq>, StoreError>;

    /// A listing as it was when watches were last matched; `None` if it was not public.
    async fn told_listing(&self, id: ListingId) -> Result<Option<Listing>, StoreError>;

    /// Every public listing as it was then. Photos are not kept.
    async fn told_listings(&self) -> Result<Vec<Listing>, StoreError>;

    /// Takes a step: queues its mails and notes its progress, both or neither. False, and nothing is
    /// changed, if another process was faster.
    async fn tell(&self, step: &Telling) -> Result<bool, StoreError>;

    /// Takes mails that are due, at most `limit`, and marks them as being sent until `until`; nobody
    /// else is given them before.
    async fn claim(
        &self,
        now: OffsetDateTime,
        until: OffsetDateTime,
        limit: usize,
    ) -> Result<Vec<DueNotice>, StoreError>;

    /// Notes that the mail server has taken a mail.
    async fn sent(&self, number: i64) -> Result<(), StoreError>;

    /// Puts a mail off after a failure. The error must not hold an address.
    async fn put_off(&self, number: i64, due: OffsetDateTime, error: &str) -> Result<(), StoreError>;

    /// Gives a mail up. The error must not hold an address.
    async fn give_up(&self, number: i64, error: &str) -> Result<(), StoreError>;
}
