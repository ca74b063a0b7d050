//! Writes to people by mail: whatever is to be said, sealed until it is sent, and sent once.
//!
//! Who has something to say makes a [`Mail`], and the [`Post`] seals it into a letter of the store's
//! outbox, alone ([`Post::send`]) or in one transaction with what it is about ([`Post::seal`], then
//! [`Post::wake`]). The sender works the queues off. An address is known here alone, between the
//! request that brings it and the envelope that needs it.

mod outgoing;
mod post;
mod queue;
mod sealing;
mod secret;
mod sender;
mod token;
mod transport;

use std::fmt;

use lettre::message::Mailbox;
use thiserror::Error;

use crate::domain::EmailAddress;

pub use outgoing::Mail;
pub use post::Post;
pub use secret::{Secret, SecretError};
pub use token::{NotAToken, Token, TokenSecret};

pub(in crate::app) use outgoing::Outgoing;
pub(in crate::app) use queue::{Due, Queue};
pub(in crate::app) use sealing::{DoesNotOpen, open, seal};
pub(in crate::app) use token::SECRET_BYTES;

/// How mail is sent.
#[derive(Clone)]
pub struct MailOptions {
    /// The mail server, `smtp://host:25`, `smtps://user:password@host` or
    /// `smtp://host:587?tls=required`; or `file:DIR`, which writes every mail into a folder instead.
    pub smtp_url: String,
    /// Who the mails are from.
    pub from: Mailbox,
    /// Under which address this server is known, without a slash at the end.
    pub public_url: String,
    /// The host in it, for Message-IDs.
    pub host: String,
    /// What seals addresses and letters.
    pub secret: Secret,
    /// The ward's desk, which hears of reports and gives advice.
    pub desk: Option<EmailAddress>,
}

impl fmt::Debug for MailOptions {
    /// Without the server's URL, which may hold a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MailOptions").field("public_url", &self.public_url).finish_non_exhaustive()
    }
}

/// Why mail cannot be set up, or a mail cannot be written.
#[derive(Debug, Error)]
pub enum MailError {
    /// The URL of the mail server cannot be used. It is not repeated: it may hold a password.
    #[error("the URL of the mail server cannot be used")]
    SmtpUrl(#[source] lettre::transport::smtp::Error),
    /// The folder that mails are to be written into cannot be made.
    #[error("mails cannot be written into {path}")]
    Folder {
        /// The folder.
        path: std::path::PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// Not a sender.
    #[error("`{text}` is not a sender like 街角 <machikado@example.jp>")]
    From {
        /// What it was.
        text: String,
        /// Why not.
        source: lettre::address::AddressError,
    },
    /// A mail that no mail server would take. Its words are not repeated.
    #[error("no mail can be made of it")]
    Unwritable(#[source] lettre::error::Error),
}

/// Reads the sender of mails: an address, or a name and an address.
pub fn sender(text: &str) -> Result<Mailbox, MailError> {
    text.parse().map_err(|source| MailError::From { text: text.to_owned(), source })
}

/// A new left side of a Message-ID.
pub(in crate::app) fn message_name() -> String {
    format!("{:032x}", rand::random::<u128>())
}
