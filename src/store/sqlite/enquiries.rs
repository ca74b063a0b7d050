//! The store of enquiries: each call one transaction, letters included.

use async_trait::async_trait;
use sqlx::{Sqlite, Transaction};
use time::OffsetDateTime;

use super::{SqliteStore, commit, enquiry, letter};
use crate::domain::{Enquiry, EnquiryId, ListingId, Sealed};
use crate::store::{Enquiries, KeptEnquiry, NewLetter, StoreError};

#[async_trait]
impl Enquiries for SqliteStore {
    async fn add(&self, enquiry: &Enquiry, sealed: &Sealed, letters: &[NewLetter]) -> Result<(), StoreError> {
        let mut writing = self.write().await?;
        enquiry::add(&mut writing, enquiry, sealed).await?;
        with_letters(writing, true, letters).await.map(drop)
    }

    async fn enquiry(&self, id: EnquiryId) -> Result<Option<KeptEnquiry>, StoreError> {
        let mut reading = self.read().await?;
        enquiry::one(&mut reading, id).await
    }

    async fn confirm(
        &self,
        id: EnquiryId,
        at: OffsetDateTime,
        sealed: &Sealed,
        letters: &[NewLetter],
    ) -> Result<bool, StoreError> {
        let mut writing = self.write().await?;
        let done = enquiry::confirm(&mut writing, id, at, sealed).await?;
        with_letters(writing, done, letters).await
    }

    async fn pass_on(
        &self,
        id: EnquiryId,
        number: u32,
        at: OffsetDateTime,
        letters: &[NewLetter],
    ) -> Result<bool, StoreError> {
        let mut writing = self.write().await?;
        let done = enquiry::count(&mut writing, id, number, at).await?;
        with_letters(writing, done, letters).await
    }

    async fn end(
        &self,
        id: EnquiryId,
        at: OffsetDateTime,
        letters: &[NewLetter],
    ) -> Result<bool, StoreError> {
        let mut writing = self.write().await?;
        let done = enquiry::end(&mut writing, id, at).await?;
        with_letters(writing, done, letters).await
    }

    async fn forget(
        &self,
        unconfirmed_before: OffsetDateTime,
        touched_before: OffsetDateTime,
    ) -> Result<u64, StoreError> {
        let mut writing = self.write().await?;
        let forgotten = enquiry::forget(&mut writing, unconfirmed_before, touched_before).await?;
        commit(writing).await?;
        Ok(forgotten)
    }

    async fn set_contacts(&self, contacts: &[(ListingId, Option<Sealed>)]) -> Result<(), StoreError> {
        let mut writing = self.write().await?;
        for (listing, sealed) in contacts {
            enquiry::set_contact(&mut writing, *listing, sealed.as_ref()).await?;
        }
        commit(writing).await
    }

    async fn contact(&self, listing: ListingId) -> Result<Option<Sealed>, StoreError> {
        let mut reading = self.read().await?;
        enquiry::contact(&mut reading, listing).await
    }

    async fn contacts(&self) -> Result<Vec<ListingId>, StoreError> {
        let mut reading = self.read().await?;
        enquiry::contacts(&mut reading).await
    }
}

/// Commits with letters what was done; leaves everything as it was if nothing was.
pub(super) async fn with_letters(
    mut writing: Transaction<'static, Sqlite>,
    done: bool,
    letters: &[NewLetter],
) -> Result<bool, StoreError> {
    if done {
        letter::queue(&mut writing, letters).await?;
        commit(writing).await?;
    }
    Ok(done)
}
