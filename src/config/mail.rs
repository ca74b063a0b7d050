//! How mail is sent: flags, environment and file.

use std::convert::Infallible;
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::Args;
use serde::Deserialize;
use time::Time;
use time::macros::{format_description, time};

use super::{ConfigError, DataPlace};

/// The key's file in the data folder, unless another is named.
const SECRET_FILE: &str = "secret.key";
/// What the URL of a mail server begins with where it is a folder.
const FILE: &str = "file:";
/// The folder in the data folder that the sample's mails are written into.
const MAIL_FOLDER: &str = "mail";
/// Who writes and who is written to where mails go no further than a folder.
const SAMPLE_FROM: &str = "街角 <machikado@ward.example>";
const SAMPLE_DESK: &str = "desk@ward.example";

/// A text that no log and no error shows.
#[derive(Clone, PartialEq, Eq, Deserialize)]
pub struct Hidden(String);

impl Hidden {
    /// The text itself.
    pub fn revealed(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

impl FromStr for Hidden {
    type Err = Infallible;
    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.to_owned()))
    }
}

/// Flags about mail.
#[derive(Debug, Args)]
pub(super) struct MailFlags {
    /// Mail server to send through: `smtp://host:25`, `smtps://user:password@host`, `smtp://host:587?tls=required`;
    /// or `file:DIR` to write every mail into a folder, for trying things out.
    #[arg(long, env = "MACHIKADO_SMTP_URL", value_name = "URL", hide_env_values = true)]
    smtp_url: Option<Hidden>,
    /// Who mails are from: an address, or 街角 <machikado@example.jp>.
    #[arg(long, env = "MACHIKADO_MAIL_FROM", value_name = "SENDER")]
    mail_from: Option<String>,
    /// The ward's desk, which answers consultations and hears of reports.
    #[arg(long, env = "MACHIKADO_DESK_MAIL", value_name = "ADDRESS")]
    desk_mail: Option<String>,
    /// Address under which this server is known, for links in mails and feeds.
    #[arg(long, env = "MACHIKADO_PUBLIC_URL", value_name = "URL")]
    public_url: Option<String>,
    #[command(flatten)]
    secret: SecretFlags,
    /// When daily mails go out, Japanese time: HH:MM or HH:MM:SS; 08:00 unless given.
    #[arg(long, env = "MACHIKADO_DIGEST_AT", value_name = "TIME")]
    digest_at: Option<String>,
}

/// Flags about the key that seals addresses.
#[derive(Debug, Clone, Args)]
pub struct SecretFlags {
    /// File with the key that seals mail addresses; made in the data folder where it is missing.
    #[arg(long, env = "MACHIKADO_SECRET_FILE", value_name = "FILE")]
    secret_file: Option<PathBuf>,
    /// The key itself, 64 hexadecimal digits, in place of a file. Only from the environment.
    #[arg(long = "secret", env = "MACHIKADO_SECRET", hide = true, hide_env_values = true)]
    secret: Option<Hidden>,
}

impl SecretFlags {
    /// Where the key is: a named file, the key itself, a file in the data folder.
    pub fn place(&self, data: &DataPlace) -> Result<SecretPlace, ConfigError> {
        let file = data.file()?;
        Ok(self.place_with(file.mail.secret_file.as_ref(), &data.folder_with(&file)?))
    }

    fn place_with(&self, file: Option<&PathBuf>, data: &Path) -> SecretPlace {
        match (self.secret_file.as_ref().or(file), &self.secret) {
            (Some(path), _) => SecretPlace::File(path.clone()),
            (None, Some(given)) => SecretPlace::Given(given.clone()),
            (None, None) => SecretPlace::File(data.join(SECRET_FILE)),
        }
    }
}

/// What the file may say about mail.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MailFile {
    smtp_url: Option<Hidden>,
    from: Option<String>,
    desk: Option<String>,
    secret_file: Option<PathBuf>,
    digest_at: Option<String>,
}

/// Where the key that seals addresses is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SecretPlace {
    /// In a file, made where it is missing.
    File(PathBuf),
    /// Given as it is.
    Given(Hidden),
}

/// How mail is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailConfig {
    /// The mail server, or a folder.
    pub smtp_url: Hidden,
    /// Who mails are from.
    pub from: String,
    /// The ward's desk.
    pub desk: Option<String>,
    /// The key that seals addresses.
    pub secret: SecretPlace,
    /// When daily mails go out, Japanese time.
    pub digest_at: Time,
}

impl MailConfig {
    /// The folder that mails are written into, where they go to no server.
    pub fn folder(&self) -> Option<&Path> {
        self.smtp_url.0.strip_prefix(FILE).map(Path::new)
    }
}

impl MailFlags {
    /// The public address, if one is given.
    pub(super) fn public_url(&self, file: Option<&String>) -> Option<String> {
        self.public_url.clone().or_else(|| file.cloned())
    }

    /// How mail is sent; `None` without a mail server. A mail server needs a sender, and links a
    /// public address; a folder needs neither. The sample's mails go into a folder of its data.
    pub(super) fn config(
        &self,
        file: &MailFile,
        public_url: Option<&String>,
        data: &Path,
        sample: bool,
    ) -> Result<Option<MailConfig>, ConfigError> {
        let given = self.smtp_url.clone().or_else(|| file.smtp_url.clone());
        let folder = || sample.then(|| Hidden(format!("{FILE}{}", data.join(MAIL_FOLDER).display())));
        let Some(smtp_url) = given.or_else(folder) else { return Ok(None) };
        let to_folder = smtp_url.0.starts_with(FILE);
        let sample = |address: &str| to_folder.then(|| address.to_owned());
        let from = self.mail_from.clone().or_else(|| file.from.clone()).or_else(|| sample(SAMPLE_FROM));
        let from = from.ok_or(ConfigError::MailNeeds("--mail-from"))?;
        let desk = self.desk_mail.clone().or_else(|| file.desk.clone()).or_else(|| sample(SAMPLE_DESK));
        if public_url.is_none() && !to_folder {
            return Err(ConfigError::MailNeeds("--public-url"));
        }
        let at = self.digest_at.as_ref().or(file.digest_at.as_ref());
        let digest_at = at.map_or(Ok(time!(8:00)), |text| read_time(text))?;
        let secret = self.secret.place_with(file.secret_file.as_ref(), data);
        Ok(Some(MailConfig { smtp_url, from, desk, secret, digest_at }))
    }
}

fn read_time(text: &str) -> Result<Time, ConfigError> {
    let long = format_description!("[hour]:[minute]:[second]");
    let short = format_description!("[hour]:[minute]");
    let read = Time::parse(text, long).or_else(|_| Time::parse(text, short));
    read.map_err(|_| ConfigError::DigestAt(text.to_owned()))
}
