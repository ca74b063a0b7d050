//! Tells founders by mail what happens to the listings their saved searches find.
//!
//! Asking, confirming and stopping go through the [`WatchDesk`]; the teller follows the city and
//! queues; the sender works the queue off. The address is known here alone, between the request
//! that brings it and the envelope that needs it.

mod desk;
mod difference;
mod digest;
mod letter;
mod seal;
mod secret;
mod sender;
mod teller;
mod token;

use std::fmt;
use std::sync::Arc;

use lettre::message::Mailbox;
use thiserror::Error;
use time::Time;

use crate::query::Search;

pub use desk::{Link, WatchDesk};
pub use secret::{Secret, SecretError};
pub use token::{NotAToken, Token};

/// Reads a canonical query string; `None` where it means nothing any more.
pub type SearchReader = Arc<dyn Fn(&str) -> Option<Search> + Send + Sync>;

/// How mail is sent.
#[derive(Clone)]
pub struct MailOptions {
    /// The mail server: `smtp://host:25`, `smtps://user:password@host`, `smtp://host:587?tls=required`.
    pub smtp_url: String,
    /// Who the mails are from.
    pub from: Mailbox,
    /// Under which address this server is known, without a slash at the end.
    pub public_url: String,
    /// The host in it, for Message-IDs.
    pub host: String,
    /// What seals addresses.
    pub secret: Secret,
    /// When daily mails go out, in Japan.
    pub digest_at: Time,
    /// Reads saved searches.
    pub read_search: SearchReader,
}

impl fmt::Debug for MailOptions {
    /// Without the server's URL, which may hold a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MailOptions").field("public_url", &self.public_url).finish_non_exhaustive()
    }
}

/// Why mail cannot be set up.
#[derive(Debug, Error)]
pub enum MailError {
    /// The URL of the mail server cannot be used. It is not repeated: it may hold a password.
    #[error("the URL of the mail server cannot be used")]
    SmtpUrl(#[source] lettre::transport::smtp::Error),
    /// Not a sender.
    #[error("`{text}` is not a sender like 街角 <machikado@example.jp>")]
    From {
        /// What it was.
        text: String,
        /// Why not.
        source: lettre::address::AddressError,
    },
}

/// Reads the sender of mails: an address, or a name and an address.
pub fn sender(text: &str) -> Result<Mailbox, MailError> {
    text.parse().map_err(|source| MailError::From { text: text.to_owned(), source })
}

/// A new left side of a Message-ID.
fn message_name() -> String {
    format!("{:032x}", rand::random::<u128>())
}
