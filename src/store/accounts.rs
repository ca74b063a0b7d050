//! Where accounts are kept, the links that sign people in, and the browsers that are signed in.

use async_trait::async_trait;
use time::OffsetDateTime;

use super::StoreError;
use crate::domain::{
    Account, Language, PersonId, PersonalToken, Role, Sealed, SignInEntry, SignInId, TokenHash, TokenId,
};

/// A link that signs somebody in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    /// Its id.
    pub id: SignInId,
    /// The hash of what nobody can guess.
    pub token: TokenHash,
    /// The hash of what only the browser that asked knows.
    pub browser: TokenHash,
    /// Whose it is.
    pub sealed: Sealed,
    /// The language that was asked in.
    pub language: Language,
    /// When it stops working.
    pub expires: OffsetDateTime,
}

/// An account as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptAccount {
    /// The account.
    pub account: Account,
    /// The keyed hash of its address.
    pub address_key: TokenHash,
    /// Its address.
    pub sealed: Sealed,
}

/// A browser that is signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    /// The hash of its cookie.
    pub cookie: TokenHash,
    /// The account.
    pub account: Account,
    /// Since when.
    pub created: OffsetDateTime,
    /// When it was last used.
    pub seen: OffsetDateTime,
    /// True once a passkey was shown in it.
    pub confirmed: bool,
    /// True if the account has a passkey.
    pub has_passkey: bool,
}

/// A place that keeps accounts.
#[async_trait]
pub trait Accounts: Send + Sync {
    /// Keeps a link and queues the letter that brings it.
    async fn ask(&self, asked: &SignIn, letters: &[super::NewLetter]) -> Result<(), StoreError>;

    /// A link that signs somebody in.
    async fn sign_in(&self, id: SignInId) -> Result<Option<SignIn>, StoreError>;

    /// Uses a link up. False if it was used before.
    async fn use_up(&self, id: SignInId) -> Result<bool, StoreError>;

    /// Opens an account. False, and nothing written, if the address has one.
    async fn open(&self, new: &KeptAccount) -> Result<bool, StoreError>;

    /// The account of an address.
    async fn of_address(&self, key: &TokenHash) -> Result<Option<KeptAccount>, StoreError>;

    /// One account.
    async fn account(&self, id: PersonId) -> Result<Option<KeptAccount>, StoreError>;

    /// All accounts, oldest first.
    async fn all_accounts(&self) -> Result<Vec<KeptAccount>, StoreError>;

    /// Gives an account a role. False if there is none.
    async fn grant(&self, id: PersonId, role: Role) -> Result<bool, StoreError>;

    /// Deletes an account with all that is personal. False if there was none.
    async fn close_account(&self, id: PersonId) -> Result<bool, StoreError>;

    /// Signs a browser in: by a link in a mail, or `confirmed` by a passkey.
    async fn begin(
        &self,
        account: PersonId,
        cookie: &TokenHash,
        confirmed: bool,
        at: OffsetDateTime,
    ) -> Result<(), StoreError>;

    /// The browser of a cookie.
    async fn session(&self, cookie: &TokenHash) -> Result<Option<Session>, StoreError>;

    /// Notes that a browser was used.
    async fn seen(&self, cookie: &TokenHash, at: OffsetDateTime) -> Result<(), StoreError>;

    /// Signs browsers out: one, or all of an account.
    async fn end(
        &self,
        account: PersonId,
        cookie: Option<&TokenHash>,
        at: OffsetDateTime,
    ) -> Result<u64, StoreError>;

    /// Keeps a personal token.
    async fn add_token(
        &self,
        account: PersonId,
        token: &PersonalToken,
        hash: &TokenHash,
    ) -> Result<(), StoreError>;

    /// The personal tokens of an account, oldest first.
    async fn tokens(&self, account: PersonId) -> Result<Vec<PersonalToken>, StoreError>;

    /// The account of a personal token; notes that it was used.
    async fn of_token(&self, hash: &TokenHash, at: OffsetDateTime) -> Result<Option<Account>, StoreError>;

    /// Takes a personal token back. False if there is none.
    async fn drop_token(&self, account: PersonId, id: TokenId) -> Result<bool, StoreError>;

    /// What the log of sign-ins tells of an account, newest first, at most `limit`.
    async fn log(&self, account: PersonId, limit: usize) -> Result<Vec<SignInEntry>, StoreError>;

    /// Deletes links and questions that no longer work, browsers not used since, and lines of the log from before; with
    /// them accounts of landlords and brokers that did not sign in since and have no offer.
    async fn forget(
        &self,
        now: OffsetDateTime,
        unseen_since: OffsetDateTime,
        logged_before: OffsetDateTime,
    ) -> Result<u64, StoreError>;
}
