//! Where letters wait to be mailed: whole, sealed, each once.
//!
//! The promises are those of notices (see [`Watches`](super::Watches)): a key is queued once, ever
//! since; a letter is marked before it is handed to a mail server and after the server has taken it;
//! who finds it marked "before" tries again, and the letter, which holds its own Message-ID, goes out
//! under the same name. What a letter says and to whom is erased once it was sent or given up.
//!
//! A write that must not happen without its letter takes the letters with it, into one transaction:
//! [`Store::put_listing_with`](super::Store::put_listing_with) is one such.

use async_trait::async_trait;
use time::OffsetDateTime;

use super::StoreError;
use crate::domain::Sealed;

/// A letter to be queued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLetter {
    /// What it is for, such as `enquiry:ID:confirm`. Never whom: it is kept in the clear.
    pub key: String,
    /// Whom it goes to and all that it says.
    pub sealed: Sealed,
    /// When it is to be sent.
    pub due: OffsetDateTime,
}

/// A letter to be sent now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueLetter {
    /// Its number in the queue.
    pub number: i64,
    /// What it is for.
    pub key: String,
    /// Whom it goes to and all that it says.
    pub sealed: Sealed,
    /// How often it was tried, this time included.
    pub attempts: u32,
}

/// A place that keeps letters until they are sent.
#[async_trait]
pub trait Outbox: Send + Sync {
    /// Queues letters, all or none; what has a key that was queued before is left out. Answers how
    /// many are new.
    async fn queue(&self, letters: &[NewLetter]) -> Result<usize, StoreError>;

    /// Takes letters that are due, at most `limit`, and marks them as being sent until `until`; nobody
    /// else is given them before.
    async fn claim(
        &self,
        now: OffsetDateTime,
        until: OffsetDateTime,
        limit: usize,
    ) -> Result<Vec<DueLetter>, StoreError>;

    /// Notes that the mail server has taken a letter, and erases what it said.
    async fn sent(&self, number: i64, at: OffsetDateTime) -> Result<(), StoreError>;

    /// Puts a letter off after a failure. The error must not hold an address.
    async fn put_off(&self, number: i64, due: OffsetDateTime, error: &str) -> Result<(), StoreError>;

    /// Gives a letter up, and erases what it said. The error must not hold an address.
    async fn give_up(&self, number: i64, at: OffsetDateTime, error: &str) -> Result<(), StoreError>;

    /// Forgets letters sent or given up before a time, and their keys; answers how many.
    async fn forget(&self, before: OffsetDateTime) -> Result<u64, StoreError>;
}
