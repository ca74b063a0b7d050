//! Hands one mail over: to a mail server, or to a folder where there is none.

use std::path::PathBuf;
use std::time::Duration;

use lettre::address::Envelope;
use lettre::transport::smtp::PoolConfig;
use lettre::{AsyncFileTransport, AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};

use super::outgoing::{Outgoing, address};
use super::{MailError, MailOptions};

/// What a URL begins with that names a folder.
pub(super) const FILE: &str = "file:";
/// How long a server may take to answer one command, and a whole mail.
const PATIENCE: Duration = Duration::from_secs(15);
const LONGEST: Duration = Duration::from_secs(25);
const TOO_LONG: &str = "the mail server took too long";

type Smtp = AsyncSmtpTransport<Tokio1Executor>;

/// Where mails are handed over.
pub(super) enum Transport {
    Server(Smtp),
    Folder { path: PathBuf, files: AsyncFileTransport<Tokio1Executor> },
}

/// How an attempt ended.
pub(super) enum Outcome {
    Taken,
    /// Later, perhaps.
    Failed(String),
    /// Never.
    Refused(String),
}

impl Transport {
    /// The one at a URL, with so many connections at a time.
    pub(super) fn at(url: &str, connections: u32) -> Result<Self, MailError> {
        if let Some(folder) = url.strip_prefix(FILE) {
            let path = PathBuf::from(folder);
            std::fs::create_dir_all(&path)
                .map_err(|source| MailError::Folder { path: path.clone(), source })?;
            return Ok(Self::Folder { files: AsyncFileTransport::new(&path), path });
        }
        let pool = PoolConfig::new().max_size(connections).idle_timeout(Duration::from_secs(10));
        let smtp = Smtp::from_url(url).map_err(MailError::SmtpUrl)?;
        Ok(Self::Server(smtp.timeout(Some(PATIENCE)).pool_config(pool).build()))
    }

    /// Hands a mail over.
    pub(super) async fn send(&self, options: &MailOptions, mail: &Outgoing) -> Outcome {
        let from = Some(options.from.email.clone());
        let Ok(envelope) = Envelope::new(from, vec![address(&mail.to)]) else {
            return Outcome::Refused("the mail goes to nobody".to_owned());
        };
        match self {
            Self::Server(smtp) => {
                match tokio::time::timeout(LONGEST, smtp.send_raw(&envelope, &mail.bytes)).await {
                    Ok(Ok(_)) => Outcome::Taken,
                    Ok(Err(error)) if error.is_permanent() => Outcome::Refused(told(&error)),
                    Ok(Err(error)) => Outcome::Failed(told(&error)),
                    Err(_) => Outcome::Failed(TOO_LONG.to_owned()),
                }
            }
            Self::Folder { path, files } => match files.send_raw(&envelope, &mail.bytes).await {
                Ok(name) => {
                    let file = path.join(name).with_extension("eml");
                    tracing::info!(file = %file.display(), "a mail was written");
                    Outcome::Taken
                }
                Err(_) => Outcome::Failed("the mail could not be written into its folder".to_owned()),
            },
        }
    }
}

/// What may be kept of an error: servers repeat addresses in what they say.
fn told(error: &lettre::transport::smtp::Error) -> String {
    match error.status() {
        Some(code) => format!("the mail server answered {code}"),
        None if error.is_timeout() => TOO_LONG.to_owned(),
        None if error.is_tls() => "no safe connection to the mail server".to_owned(),
        None => "no connection to the mail server".to_owned(),
    }
}
