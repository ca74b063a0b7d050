//! The store of letters: each call one transaction.

use async_trait::async_trait;
use time::OffsetDateTime;

use super::{SqliteStore, commit, letter};
use crate::domain::MailState;
use crate::store::{DueLetter, NewLetter, Outbox, StoreError};

#[async_trait]
impl Outbox for SqliteStore {
    async fn queue(&self, letters: &[NewLetter]) -> Result<usize, StoreError> {
        let mut writing = self.write().await?;
        let new = letter::queue(&mut writing, letters).await?;
        commit(writing).await?;
        Ok(new)
    }

    async fn claim(
        &self,
        now: OffsetDateTime,
        until: OffsetDateTime,
        limit: usize,
    ) -> Result<Vec<DueLetter>, StoreError> {
        let mut writing = self.write().await?;
        let claimed = letter::claim(&mut writing, now, until, limit).await?;
        commit(writing).await?;
        Ok(claimed)
    }

    async fn sent(&self, number: i64, at: OffsetDateTime) -> Result<(), StoreError> {
        let mut writing = self.write().await?;
        letter::end(&mut writing, number, MailState::Sent, at, None).await?;
        commit(writing).await
    }

    async fn put_off(&self, number: i64, due: OffsetDateTime, error: &str) -> Result<(), StoreError> {
        let mut writing = self.write().await?;
        letter::put_off(&mut writing, number, due, error).await?;
        commit(writing).await
    }

    async fn give_up(&self, number: i64, at: OffsetDateTime, error: &str) -> Result<(), StoreError> {
        let mut writing = self.write().await?;
        letter::end(&mut writing, number, MailState::Failed, at, Some(error)).await?;
        commit(writing).await
    }

    async fn forget(&self, before: OffsetDateTime) -> Result<u64, StoreError> {
        let mut writing = self.write().await?;
        let forgotten = letter::forget(&mut writing, before).await?;
        commit(writing).await?;
        Ok(forgotten)
    }
}
