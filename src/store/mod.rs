//! Where a city is kept: current rows, and a log of what changed, written in one transaction.
//!
//! [`Store`] is what the rest of Machikado knows; [`SqliteStore`] is the one backend so far, and the
//! only place with SQL. A write that has been answered is on the disk and in the log. The store
//! answers no spatial questions: those are the city's, which can always be rebuilt from here.
//!
//! How an import meets rows that are already there ([`Store::import`]):
//!
//! | rows | are the same when | then |
//! |---|---|---|
//! | zoning | area, edition name and as-of date are equal | the edition's zones are replaced; a zone whose district and land are unchanged keeps its id |
//! | listings | the source key is equal; without one, title and place | the row is updated, and keeps its id and date of registration |
//! | streets | the source key is equal; without one, the name, and the boxes overlap | the row is updated and keeps its id |
//! | stations | the source key is equal; without one, the name, within 1 km | the row is updated and keeps its id |
//! | towns | the source key is equal; without one, municipality and name | the row is updated and keeps its id |
//! | boundaries | the municipality's code is equal | the row is updated and keeps its id |
//! | blocks | municipality and town are equal | the town's blocks are replaced |
//! | basemap | class, name and line are equal | the row stays; others of the batch's classes that lie inside the batch's box are replaced |
//! | areas | source, kind, name and land are equal | the row stays; others of the batch's sources and kinds are replaced |
//! | roads | area is equal | the network's roads are replaced; a road whose class and line are unchanged keeps its id |
//!
//! Rows that an import does not mention stay, except zones, blocks, basemap, areas and roads as said above.

mod accounts;
#[cfg(test)]
mod contract;
mod enquiries;
mod error;
mod offers;
mod outbox;
mod passkeys;
mod photos;
mod report;
mod reports;
mod rows;
mod sqlite;
mod wanted;
mod watches;

use async_trait::async_trait;
use std::path::Path;

use crate::domain::{Actor, Batch, Change, ChangeSeq, Contents, Edition, Layer, Listing, ListingId};

pub use accounts::{Accounts, KeptAccount, Session, SignIn};
pub use enquiries::{Enquiries, KeptEnquiry};
pub use error::{RowError, StoreError};
pub use offers::{OfferStep, Offers, Written};
pub use outbox::{DueLetter, NewLetter, Outbox};
pub use passkeys::{KeptPasskey, Passkeys};
pub use photos::Photos;
pub use report::{CheckReport, Finding};
pub use reports::{KeptReport, Reports};
pub use rows::LayerRows;
pub use sqlite::SqliteStore;
pub use wanted::{KeptWanted, WantedCards};
pub use watches::{DueNotice, KeptWatch, NewNotice, NewWatch, Telling, Watches};

/// A place that keeps a city and the log of its changes.
///
/// Changes are numbered from 1 without gaps, in the order in which they became visible: a reader
/// who has seen change `n` will never meet a new change below it.
#[async_trait]
pub trait Store: Send + Sync + 'static {
    /// True if nothing was ever imported or put.
    async fn is_empty(&self) -> Result<bool, StoreError>;

    /// All current rows and the last change they include, as one consistent reading.
    async fn contents(&self) -> Result<Contents, StoreError>;

    /// The present rows of one layer, as one consistent reading.
    async fn layer(&self, layer: Layer) -> Result<LayerRows, StoreError>;

    /// A listing in its present state, whatever that is.
    async fn listing(&self, id: ListingId) -> Result<Option<Listing>, StoreError>;

    /// Adds a listing, or replaces the one with its id.
    async fn put_listing(&self, listing: &Listing, actor: Actor) -> Result<ChangeSeq, StoreError> {
        self.put_listing_with(listing, actor, &[]).await
    }

    /// The same, and queues letters about it: all of it or, on any error, nothing.
    async fn put_listing_with(
        &self,
        listing: &Listing,
        actor: Actor,
        letters: &[NewLetter],
    ) -> Result<ChangeSeq, StoreError>;

    /// Takes in batches in order, all of them or, on any error, nothing. Each leaves one change, that
    /// of its layer; the answer is the last.
    async fn import_all(&self, batches: &[Batch], actor: Actor) -> Result<ChangeSeq, StoreError>;

    /// Takes in one batch, or, on any error, nothing of it.
    async fn import(&self, batch: &Batch, actor: Actor) -> Result<ChangeSeq, StoreError> {
        self.import_all(std::slice::from_ref(batch), actor).await
    }

    /// Every survey of land use, without its lots.
    async fn surveys(&self) -> Result<Vec<Edition>, StoreError>;

    /// The last change, 0 before the first.
    async fn last_change(&self) -> Result<ChangeSeq, StoreError>;

    /// The changes after a position, in order, at most `limit`.
    async fn changes_after(&self, seq: ChangeSeq, limit: usize) -> Result<Vec<Change>, StoreError>;

    /// Writes everything, photos included, into a new folder, while readers and writers go on.
    async fn backup(&self, to: &Path) -> Result<ChangeSeq, StoreError>;

    /// Replaces all rows by those of a backup, and says so in the log for every layer.
    ///
    /// The log itself goes on: its numbers never fall, so that followers notice.
    async fn restore(&self, from: &Path, actor: Actor) -> Result<ChangeSeq, StoreError>;

    /// Reads everything and says what is wrong with it.
    async fn check(&self) -> Result<CheckReport, StoreError>;

    /// The pictures of listings.
    fn photos(&self) -> &Photos;

    /// Saved searches, and the queue of mails that tell of them.
    fn watches(&self) -> &dyn Watches;

    /// Letters that wait to be mailed.
    fn outbox(&self) -> &dyn Outbox;

    /// Enquiries about listings and cards, and who answers for a listing.
    fn enquiries(&self) -> &dyn Enquiries;

    /// 「借りたい」 cards.
    fn wanted(&self) -> &dyn WantedCards;

    /// Accounts, and the browsers that are signed in.
    fn accounts(&self) -> &dyn Accounts;

    /// Passkeys, and questions to authenticators.
    fn passkeys(&self) -> &dyn Passkeys;

    /// Offers, and what was done to them.
    fn offers(&self) -> &dyn Offers;

    /// Reports of what is wrong with listings.
    fn reports(&self) -> &dyn Reports;

    /// Finishes what is under way and lets go of the files. Nothing can be asked afterwards.
    async fn close(&self);
}
