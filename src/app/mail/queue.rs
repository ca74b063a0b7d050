//! A queue of mails, as the sender sees it: what is due, and how each attempt ended.

use async_trait::async_trait;
use time::OffsetDateTime;

use super::outgoing::Outgoing;
use crate::store::StoreError;

/// A mail that is due.
pub(in crate::app) struct Due {
    /// Its number in its queue.
    pub(in crate::app) number: i64,
    /// How often it was tried, this time included.
    pub(in crate::app) attempts: u32,
    /// The mail; `None` where there is nothing left to say; or why none can be made, without an
    /// address.
    pub(in crate::app) mail: Result<Option<Outgoing>, String>,
}

/// A queue that the sender works off.
#[async_trait]
pub(in crate::app) trait Queue: Send + Sync {
    /// What its mails are, for the log.
    fn of(&self) -> &'static str;

    /// Takes at most `limit` mails that are due and marks them as being sent until `until`.
    async fn claim(
        &self,
        now: OffsetDateTime,
        until: OffsetDateTime,
        limit: usize,
    ) -> Result<Vec<Due>, StoreError>;

    /// Notes that a mail was taken, or needs none any more.
    async fn sent(&self, number: i64) -> Result<(), StoreError>;

    /// Puts a mail off after a failure.
    async fn put_off(&self, number: i64, due: OffsetDateTime, error: &str) -> Result<(), StoreError>;

    /// Gives a mail up.
    async fn give_up(&self, number: i64, error: &str) -> Result<(), StoreError>;

    /// Forgets what is not wanted any more; asked every few minutes.
    async fn forget(&self, now: OffsetDateTime) -> Result<u64, StoreError>;
}
