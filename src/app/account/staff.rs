//! The ward's own people: who they are is said on the command line, never on the web.

use thiserror::Error;

use super::address::{Of, address_key, open_address};
use super::desk::open_account;
use crate::app::AppError;
use crate::app::mail::Secret;
use crate::domain::{Account, EmailAddress, IdSource, Language, Role};
use crate::store::Store;

/// Why a role cannot be given.
#[derive(Debug, Error)]
pub enum StaffError {
    /// The store failed.
    #[error(transparent)]
    App(#[from] AppError),
    /// There is no account, or it was deleted meanwhile.
    #[error("there is no such account")]
    Gone,
}

/// Gives the account of an address a role; makes one where there is none. Browsers that were signed in with the
/// old role are signed out.
pub async fn grant(
    store: &dyn Store,
    secret: &Secret,
    address: &EmailAddress,
    role: Role,
) -> Result<Account, StaffError> {
    let account = open_account(store, secret, &IdSource::new(), address, Language::Ja).await?;
    let failed = AppError::from;
    if !store.accounts().grant(account.id, role).await.map_err(failed)? {
        return Err(StaffError::Gone);
    }
    if account.role != role {
        let now = time::OffsetDateTime::now_utc();
        store.accounts().end(account.id, None, now).await.map_err(failed)?;
    }
    Ok(Account { role, ..account })
}

/// Takes all passkeys of an address away and signs it out everywhere, for somebody who lost their devices; the next link
/// in a mail leads to a new one. Answers how many there were.
pub async fn drop_passkeys(
    store: &dyn Store,
    secret: &Secret,
    address: &EmailAddress,
) -> Result<u64, StaffError> {
    let failed = AppError::from;
    let kept = store.accounts().of_address(&address_key(secret, address)).await.map_err(failed)?;
    let account = kept.ok_or(StaffError::Gone)?.account;
    let now = time::OffsetDateTime::now_utc();
    let gone = store.passkeys().drop_passkeys(account.id, None, now).await.map_err(failed)?;
    store.accounts().end(account.id, None, now).await.map_err(failed)?;
    Ok(gone)
}

/// All accounts with their addresses, oldest first.
pub async fn accounts(store: &dyn Store, secret: &Secret) -> Result<Vec<(Account, EmailAddress)>, AppError> {
    let mut all = Vec::new();
    for kept in store.accounts().all_accounts().await? {
        // Whoever is in the store under another key than this secret makes was sealed with another secret.
        let address = open_address(secret, Of::Account(kept.account.id), &kept.sealed);
        let address = address.map_err(|_| AppError::OtherSecret)?;
        debug_assert_eq!(address_key(secret, &address), kept.address_key);
        all.push((kept.account, address));
    }
    Ok(all)
}
