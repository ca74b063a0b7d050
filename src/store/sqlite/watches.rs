//! The store of watches and mails: each call one transaction.

use async_trait::async_trait;
use time::OffsetDateTime;

use super::{SqliteStore, commit, listing, notice, told, watch, whole};
use crate::domain::{ChangeSeq, Listing, ListingId, MailState, Watch, WatchId};
use crate::store::{DueNotice, KeptWatch, NewWatch, StoreError, Telling, Watches};

#[async_trait]
impl Watches for SqliteStore {
    async fn add(&self, new: &NewWatch) -> Result<(), StoreError> {
        let mut writing = self.write().await?;
        watch::add(&mut writing, new).await?;
        notice::ask_to_confirm(&mut writing, new.watch.id, &new.message, new.watch.created).await?;
        commit(writing).await
    }

    async fn watch(&self, id: WatchId) -> Result<Option<KeptWatch>, StoreError> {
        let mut reading = self.read().await?;
        watch::one(&mut reading, id).await
    }

    async fn confirm(&self, id: WatchId, at: OffsetDateTime) -> Result<bool, StoreError> {
        let mut writing = self.write().await?;
        let confirmed = watch::confirm(&mut writing, id, at).await?;
        if confirmed {
            commit(writing).await?;
        }
        Ok(confirmed)
    }

    async fn stop(&self, id: WatchId, at: OffsetDateTime) -> Result<bool, StoreError> {
        let mut writing = self.write().await?;
        let stopped = watch::stop(&mut writing, id, at).await?;
        commit(writing).await?;
        Ok(stopped)
    }

    async fn forget(&self, before: OffsetDateTime) -> Result<u64, StoreError> {
        let mut writing = self.write().await?;
        let forgotten = watch::forget(&mut writing, before).await?;
        commit(writing).await?;
        Ok(forgotten)
    }

    async fn confirmed_after(&self, confirmation: u64) -> Result<Vec<(u64, Watch)>, StoreError> {
        let mut reading = self.read().await?;
        watch::confirmed_after(&mut reading, confirmation).await
    }

    async fn told(&self) -> Result<Option<ChangeSeq>, StoreError> {
        let mut reading = self.read().await?;
        told::reached(&mut reading).await
    }

    async fn told_listing(&self, id: ListingId) -> Result<Option<Listing>, StoreError> {
        let mut reading = self.read().await?;
        listing::told_one(&mut reading, id).await
    }

    async fn told_listings(&self) -> Result<Vec<Listing>, StoreError> {
        let mut reading = self.read().await?;
        whole(listing::told(&mut reading).await?)
    }

    async fn tell(&self, step: &Telling) -> Result<bool, StoreError> {
        let mut writing = self.write().await?;
        let told = told::tell(&mut writing, step).await?;
        commit(writing).await?;
        Ok(told)
    }

    async fn claim(
        &self,
        now: OffsetDateTime,
        until: OffsetDateTime,
        limit: usize,
    ) -> Result<Vec<DueNotice>, StoreError> {
        let mut writing = self.write().await?;
        let claimed = notice::claim(&mut writing, now, until, limit).await?;
        commit(writing).await?;
        Ok(claimed)
    }

    async fn sent(&self, number: i64) -> Result<(), StoreError> {
        self.end(number, MailState::Sent, None, None).await
    }

    async fn put_off(&self, number: i64, due: OffsetDateTime, error: &str) -> Result<(), StoreError> {
        self.end(number, MailState::Queued, Some(due), Some(error)).await
    }

    async fn give_up(&self, number: i64, error: &str) -> Result<(), StoreError> {
        self.end(number, MailState::Failed, None, Some(error)).await
    }
}

impl SqliteStore {
    async fn end(
        &self,
        number: i64,
        state: MailState,
        due: Option<OffsetDateTime>,
        error: Option<&str>,
    ) -> Result<(), StoreError> {
        let mut writing = self.write().await?;
        notice::end(&mut writing, number, state, due, error).await?;
        commit(writing).await
    }
}
