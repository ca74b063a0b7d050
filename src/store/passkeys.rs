//! Where passkeys are kept, and the questions to authenticators that wait for an answer.

use async_trait::async_trait;
use time::OffsetDateTime;

use super::StoreError;
use crate::domain::{Passkey, PasskeyId, PersonId, TokenHash};

/// A passkey as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPasskey {
    /// The passkey.
    pub passkey: Passkey,
    /// Whose it is.
    pub account: PersonId,
    /// Its public key and counter, as the library that checks them writes them down.
    pub credential: String,
}

/// A place that keeps passkeys.
#[async_trait]
pub trait Passkeys: Send + Sync {
    /// Keeps a passkey; the log of sign-ins tells.
    async fn add_passkey(&self, new: &KeptPasskey) -> Result<(), StoreError>;

    /// The passkeys of an account, oldest first.
    async fn passkeys(&self, account: PersonId) -> Result<Vec<KeptPasskey>, StoreError>;

    /// Notes that a passkey was used, and what changed in it by that.
    async fn used_passkey(
        &self,
        id: PasskeyId,
        credential: &str,
        at: OffsetDateTime,
    ) -> Result<(), StoreError>;

    /// Takes passkeys away: one, or all of an account. Answers how many.
    async fn drop_passkeys(
        &self,
        account: PersonId,
        id: Option<PasskeyId>,
        at: OffsetDateTime,
    ) -> Result<u64, StoreError>;

    /// Notes that a passkey was shown in a browser that is signed in.
    async fn confirm(
        &self,
        account: PersonId,
        cookie: &TokenHash,
        at: OffsetDateTime,
    ) -> Result<(), StoreError>;

    /// Keeps a question to an authenticator.
    async fn keep_ceremony(
        &self,
        hash: &TokenHash,
        state: &str,
        expires: OffsetDateTime,
    ) -> Result<(), StoreError>;

    /// Uses a question up; `None` if it was used before, or is too old.
    async fn take_ceremony(
        &self,
        hash: &TokenHash,
        now: OffsetDateTime,
    ) -> Result<Option<String>, StoreError>;
}
