//! Who answers for which listing. The addresses are sealed before the store sees them.

use super::content::{open_contact, seal_contact};
use crate::app::AppError;
use crate::app::mail::Secret;
use crate::domain::{EmailAddress, ListingId};
use crate::store::{Store, StoreError};

/// Names whoever answers for listings; `None` removes them.
pub async fn set_contacts(
    store: &dyn Store,
    secret: &Secret,
    contacts: &[(ListingId, Option<EmailAddress>)],
) -> Result<(), StoreError> {
    let sealed: Vec<_> = contacts
        .iter()
        .map(|(id, address)| (*id, address.as_ref().map(|address| seal_contact(secret, *id, address))))
        .collect();
    store.enquiries().set_contacts(&sealed).await
}

/// Everybody who answers for a listing.
pub async fn contacts(
    store: &dyn Store,
    secret: &Secret,
) -> Result<Vec<(ListingId, EmailAddress)>, AppError> {
    let mut contacts = Vec::new();
    for id in store.enquiries().contacts().await? {
        if let Some(sealed) = store.enquiries().contact(id).await? {
            contacts.push((id, open_contact(secret, id, &sealed).map_err(|_| AppError::OtherSecret)?));
        }
    }
    Ok(contacts)
}
