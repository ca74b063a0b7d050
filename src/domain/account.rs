//! An account: somebody who signs in by a link in a mail. Who they are is no part of it; their address is kept
//! sealed elsewhere.

use time::OffsetDateTime;

use super::id::{PasskeyId, PersonId, TokenId};
use super::language::Language;
use super::slug::vocabulary;

vocabulary! {
    /// What an account may do.
    pub enum Role("role") {
        /// Offers premises of their own.
        Landlord = "landlord", "貸主";
        /// Offers premises for others, under a licence.
        Broker = "broker", "宅建業者";
        /// Reviews what is submitted.
        Moderator = "moderator", "審査担当";
        /// Keeps the ledger of zoning.
        Planner = "planner", "都市計画担当";
        /// All of that, and reviews too.
        Administrator = "administrator", "管理者";
    }
}

impl Role {
    /// True for the ward's own people.
    pub const fn is_staff(self) -> bool {
        matches!(self, Self::Moderator | Self::Planner | Self::Administrator)
    }

    /// True for those who review what landlords submit.
    pub const fn reviews(self) -> bool {
        matches!(self, Self::Moderator | Self::Administrator)
    }
}

vocabulary! {
    /// What the log of sign-ins tells.
    pub enum SignInEvent("event of a sign-in") {
        /// The link in a mail was followed.
        SignedIn = "signed_in", "サインイン";
        /// A passkey signed in without a mail.
        SignedInByPasskey = "signed_in_by_passkey", "パスキーでサインイン";
        /// A passkey was shown beside the link in a mail.
        Confirmed = "confirmed", "パスキーで確認";
        /// A passkey was added.
        PasskeyAdded = "passkey_added", "パスキーを追加";
        /// A passkey was taken away.
        PasskeyRemoved = "passkey_removed", "パスキーを削除";
        /// This browser signed out.
        SignedOut = "signed_out", "サインアウト";
        /// All browsers were signed out.
        SignedOutEverywhere = "signed_out_everywhere", "すべてサインアウト";
    }
}

/// An account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Account {
    /// Its id; the change log knows people by it alone.
    pub id: PersonId,
    /// What it may do.
    pub role: Role,
    /// The language its mails are written in.
    pub language: Language,
    /// When it was opened.
    pub created: OffsetDateTime,
}

/// A personal token: a program acts for the account by it. The token itself is shown once and kept nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalToken {
    /// Its id.
    pub id: TokenId,
    /// What its owner calls it.
    pub name: String,
    /// When it was made.
    pub created: OffsetDateTime,
    /// When it was last used.
    pub used: Option<OffsetDateTime>,
}

/// A passkey: what a device or a password manager signs in by, without a secret that could be told to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkey {
    /// Its id.
    pub id: PasskeyId,
    /// What its owner calls it.
    pub name: String,
    /// When it was added.
    pub created: OffsetDateTime,
    /// When it was last used.
    pub used: Option<OffsetDateTime>,
}

/// A line of the log of sign-ins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignInEntry {
    /// When.
    pub at: OffsetDateTime,
    /// What happened.
    pub what: SignInEvent,
}
