//! A store that fails when told to, for tests of what is shown meanwhile.

use async_trait::async_trait;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::domain::{Actor, Batch, Change, ChangeSeq, Contents, Edition, Layer, Listing, ListingId};
use crate::store::{
    Accounts, CheckReport, Enquiries, LayerRows, NewLetter, Offers, Outbox, Passkeys, Photos, Reports,
    SqliteStore, Store, StoreError, WantedCards, Watches,
};

/// A store, and whether it fails.
pub(super) struct FailingStore {
    pub(super) inner: SqliteStore,
    pub(super) fails: AtomicBool,
}

impl FailingStore {
    fn inner(&self) -> Result<&SqliteStore, StoreError> {
        if self.fails.load(Ordering::SeqCst) {
            Err(StoreError::NoStore("gone".into()))
        } else {
            Ok(&self.inner)
        }
    }
}

#[async_trait]
impl Store for FailingStore {
    async fn is_empty(&self) -> Result<bool, StoreError> {
        self.inner()?.is_empty().await
    }
    async fn contents(&self) -> Result<Contents, StoreError> {
        self.inner()?.contents().await
    }
    async fn layer(&self, layer: Layer) -> Result<LayerRows, StoreError> {
        self.inner()?.layer(layer).await
    }
    async fn listing(&self, id: ListingId) -> Result<Option<Listing>, StoreError> {
        self.inner()?.listing(id).await
    }
    async fn put_listing_with(
        &self,
        listing: &Listing,
        actor: Actor,
        letters: &[NewLetter],
    ) -> Result<ChangeSeq, StoreError> {
        self.inner()?.put_listing_with(listing, actor, letters).await
    }
    async fn import_all(&self, batches: &[Batch], actor: Actor) -> Result<ChangeSeq, StoreError> {
        self.inner()?.import_all(batches, actor).await
    }
    async fn last_change(&self) -> Result<ChangeSeq, StoreError> {
        self.inner()?.last_change().await
    }
    async fn surveys(&self) -> Result<Vec<Edition>, StoreError> {
        self.inner()?.surveys().await
    }
    async fn changes_after(&self, seq: ChangeSeq, limit: usize) -> Result<Vec<Change>, StoreError> {
        self.inner()?.changes_after(seq, limit).await
    }
    async fn backup(&self, to: &Path) -> Result<ChangeSeq, StoreError> {
        self.inner()?.backup(to).await
    }
    async fn restore(&self, from: &Path, actor: Actor) -> Result<ChangeSeq, StoreError> {
        self.inner()?.restore(from, actor).await
    }
    async fn check(&self) -> Result<CheckReport, StoreError> {
        self.inner()?.check().await
    }
    fn photos(&self) -> &Photos {
        self.inner.photos()
    }
    fn watches(&self) -> &dyn Watches {
        self.inner.watches()
    }
    fn outbox(&self) -> &dyn Outbox {
        self.inner.outbox()
    }
    fn enquiries(&self) -> &dyn Enquiries {
        self.inner.enquiries()
    }
    fn accounts(&self) -> &dyn Accounts {
        Store::accounts(&self.inner)
    }
    fn passkeys(&self) -> &dyn Passkeys {
        Store::passkeys(&self.inner)
    }
    fn reports(&self) -> &dyn Reports {
        self.inner.reports()
    }
    fn offers(&self) -> &dyn Offers {
        Store::offers(&self.inner)
    }
    fn wanted(&self) -> &dyn WantedCards {
        self.inner.wanted()
    }
    async fn close(&self) {
        self.inner.close().await;
    }
}
