//! Where offers are kept: what landlords typed, where it stands, and the log of what was done.
//!
//! Whatever is written names the version it was read at, and is not written if somebody wrote in between.

use async_trait::async_trait;
use time::OffsetDateTime;

use super::{NewLetter, StoreError};
use crate::domain::{
    ChangeSeq, Claim, Draft, Listing, ListingId, Offer, OfferEntry, OfferPhoto, PersonId, Sealed, Standing,
};

/// One step of an offer, written as a whole.
#[derive(Debug, Clone)]
pub struct OfferStep<'a> {
    /// Which.
    pub id: ListingId,
    /// The version it was read at.
    pub version: u64,
    /// Where it stands now.
    pub standing: Standing,
    /// What was done.
    pub entry: OfferEntry,
    /// When it was handed in, if that changes.
    pub submitted: Option<OffsetDateTime>,
    /// Which text of consent was agreed to, if that changes.
    pub consent: Option<&'a str>,
    /// What was typed and the pictures, if they change.
    pub draft: Option<(&'a Draft, &'a [OfferPhoto])>,
    /// True if what was typed is what is published from now on.
    pub publishes: bool,
    /// Its listing as it now is, where there is one.
    pub listing: Option<&'a Listing>,
    /// Who answers for the listing, if that changes: `Some(None)` for nobody.
    pub contact: Option<Option<Sealed>>,
    /// Letters about it.
    pub letters: &'a [NewLetter],
}

impl OfferStep<'_> {
    /// A step that changes nothing but what its entry says.
    pub const fn of(offer: &Offer, standing: Standing, entry: OfferEntry) -> Self {
        Self {
            id: offer.id,
            version: offer.version,
            standing,
            entry,
            submitted: None,
            consent: None,
            draft: None,
            publishes: false,
            listing: None,
            contact: None,
            letters: &[],
        }
    }
}

/// What became of a write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// It is kept; the change of the listing, if there was one.
    Done(Option<ChangeSeq>),
    /// Somebody else wrote in between: nothing is written.
    Stale,
}

/// A place that keeps offers.
#[async_trait]
pub trait Offers: Send + Sync {
    /// Begins offers, all or none.
    async fn begin(&self, offers: &[Offer]) -> Result<(), StoreError>;

    /// One offer.
    async fn offer(&self, id: ListingId) -> Result<Option<Offer>, StoreError>;

    /// The offer that an account's own program knows by a key.
    async fn of_key(&self, by: PersonId, key: &str) -> Result<Option<Offer>, StoreError>;

    /// The offers of an account, last touched first.
    async fn of_account(&self, by: PersonId) -> Result<Vec<Offer>, StoreError>;

    /// What moderators have to decide, longest waiting first.
    async fn waiting(&self) -> Result<Vec<Offer>, StoreError>;

    /// Offers whose listings are public.
    async fn public(&self) -> Result<Vec<Offer>, StoreError>;

    /// Every offer, oldest first.
    async fn all(&self) -> Result<Vec<Offer>, StoreError>;

    /// Offers to which nothing happened since.
    async fn untouched_since(&self, since: OffsetDateTime) -> Result<Vec<Offer>, StoreError>;

    /// Keeps what was typed.
    async fn save(
        &self,
        id: ListingId,
        version: u64,
        standing: Standing,
        draft: &Draft,
        photos: &[OfferPhoto],
        at: OffsetDateTime,
    ) -> Result<Written, StoreError>;

    /// Carries a step out.
    async fn advance(&self, step: &OfferStep<'_>) -> Result<Written, StoreError>;

    /// Says who reviews an offer, or that nobody does.
    async fn claim(&self, id: ListingId, claim: Option<Claim>) -> Result<(), StoreError>;

    /// Deletes an offer that was never published. Its log stays.
    async fn remove(&self, id: ListingId, version: u64) -> Result<Written, StoreError>;

    /// What was done to an offer, first to last.
    async fn entries(&self, id: ListingId) -> Result<Vec<OfferEntry>, StoreError>;

    /// What was done to all offers since a time, first to last.
    async fn entries_since(&self, since: OffsetDateTime) -> Result<Vec<(ListingId, OfferEntry)>, StoreError>;

    /// Other offers that show one of an offer's pictures, with its name.
    async fn same_pictures(&self, id: ListingId) -> Result<Vec<(String, ListingId)>, StoreError>;

    /// Names of pictures that offers or listings show.
    async fn photo_names(&self) -> Result<Vec<String>, StoreError>;
}
