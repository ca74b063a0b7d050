//! Where enquiries are kept, and the sealed address of whoever answers for a listing.
//!
//! An enquiry and the letters that it causes are written in one transaction, so that nothing that was
//! answered as passed on is lost and nothing is passed on twice. What is sealed is erased when an
//! enquiry ends.

use async_trait::async_trait;
use time::OffsetDateTime;

use super::{NewLetter, StoreError};
use crate::domain::{Enquiry, EnquiryId, ListingId, Sealed};

/// An enquiry with what is sealed of it; `None` once it has ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptEnquiry {
    /// The enquiry.
    pub enquiry: Enquiry,
    /// Who asks, and before it is confirmed what.
    pub sealed: Option<Sealed>,
}

/// A place that keeps enquiries.
#[async_trait]
pub trait Enquiries: Send + Sync {
    /// Adds an unconfirmed enquiry.
    async fn add(&self, enquiry: &Enquiry, sealed: &Sealed, letters: &[NewLetter]) -> Result<(), StoreError>;

    /// One enquiry.
    async fn enquiry(&self, id: EnquiryId) -> Result<Option<KeptEnquiry>, StoreError>;

    /// Opens an unconfirmed enquiry: its first message is passed on. `sealed` takes the place of what
    /// was sealed. False, and nothing written, if it was not unconfirmed.
    async fn confirm(
        &self,
        id: EnquiryId,
        at: OffsetDateTime,
        sealed: &Sealed,
        letters: &[NewLetter],
    ) -> Result<bool, StoreError>;

    /// Passes on the message of a number, which must be the next. False, and nothing written, if it is not,
    /// or the enquiry is not open.
    async fn pass_on(
        &self,
        id: EnquiryId,
        number: u32,
        at: OffsetDateTime,
        letters: &[NewLetter],
    ) -> Result<bool, StoreError>;

    /// Ends an enquiry and erases what was sealed. False if it had ended.
    async fn end(&self, id: EnquiryId, at: OffsetDateTime, letters: &[NewLetter])
    -> Result<bool, StoreError>;

    /// Erases what was left unconfirmed before a time, and what nothing happened to before another.
    async fn forget(
        &self,
        unconfirmed_before: OffsetDateTime,
        touched_before: OffsetDateTime,
    ) -> Result<u64, StoreError>;

    /// Names whoever answers for listings, all or none; `None` removes them.
    async fn set_contacts(&self, contacts: &[(ListingId, Option<Sealed>)]) -> Result<(), StoreError>;

    /// Whoever answers for a listing.
    async fn contact(&self, listing: ListingId) -> Result<Option<Sealed>, StoreError>;

    /// The listings somebody answers for, in order.
    async fn contacts(&self) -> Result<Vec<ListingId>, StoreError>;
}
