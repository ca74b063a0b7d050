//! What can go wrong in a running Machikado.

use thiserror::Error;

use super::mail::MailError;
use crate::domain::ChangeSeq;
use crate::import::{ImportError, UnknownKind};
use crate::store::StoreError;

/// Why the application could not do as asked.
#[derive(Debug, Error)]
pub enum AppError {
    /// The store failed.
    #[error("the store could not answer")]
    Store(#[from] StoreError),
    /// A write is durable, but the city does not show it yet.
    #[error("change {seq} is stored, but the city does not show it yet")]
    NotShown {
        /// The change.
        seq: ChangeSeq,
    },
    /// Mail cannot be set up.
    #[error("mail cannot be set up")]
    Mail(#[from] MailError),
    /// What was sealed does not open with the present secret.
    #[error("what is sealed was sealed with another secret")]
    OtherSecret,
    /// Work in the background broke.
    #[error("work in the background broke")]
    Broken(#[from] tokio::task::JoinError),
    /// The sample that is part of this program lacks a file its manifest names.
    #[error("the sample has no file `{0}`")]
    SampleMissing(String),
    /// The sample's manifest, or its cards, are not what they should be.
    #[error("the sample's manifest or cards are wrong")]
    SampleManifest(#[source] Box<toml::de::Error>),
    /// The sample's manifest is no text.
    #[error("the sample's manifest is not UTF-8")]
    SampleEncoding(#[from] std::str::Utf8Error),
    /// A date in the sample's manifest is none.
    #[error("the sample's file `{name}` has a wrong date")]
    SampleDate {
        /// The file.
        name: String,
        /// The reason.
        source: time::error::Parse,
    },
    /// The sample has a file of a kind that cannot be imported.
    #[error("the sample has a file of an unknown kind")]
    SampleKind(#[from] UnknownKind),
    /// A file of the sample cannot be imported.
    #[error("the sample's file `{name}` cannot be imported")]
    SampleImport {
        /// The file.
        name: String,
        /// The reason.
        source: ImportError,
    },
}

impl AppError {
    /// True where pictures cannot be reached, which ends with the fault.
    pub const fn is_of_pictures(&self) -> bool {
        matches!(self, Self::Store(StoreError::Photos { .. }))
    }
}
