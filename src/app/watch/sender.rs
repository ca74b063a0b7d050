//! Sends what is due, a few mails at a time, and forgets what is not wanted any more.
//!
//! A mail is marked before it is handed over and again when the server has taken it. A process that
//! ends in between leaves it marked as being sent; once [`LEASE`] is over it is tried again with the
//! same Message-ID. SMTP cannot promise that a server did not take it the first time: exactly once is
//! out of reach, twice under one name is what happens at worst, and mail systems fold those together.

use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures::{StreamExt as _, stream};
use lettre::transport::smtp::PoolConfig;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};
use time::OffsetDateTime;
use tokio::sync::{Notify, watch};

use super::letter::{Sheet, letter};
use super::{MailOptions, seal};
use crate::app::shown::Shown;
use crate::app::wording::{search_name, settled};
use crate::domain::{NoticeKey, Watch};
use crate::store::{DueNotice, Store, StoreError};

/// How long a server may take to answer one command, and a whole mail.
const PATIENCE: Duration = Duration::from_secs(15);
const LONGEST: Duration = Duration::from_secs(25);
const TOO_LONG: &str = "the mail server took too long";
/// How long a mail is taken to be on its way; longer than any attempt.
const LEASE: time::Duration = time::Duration::seconds(30);
/// How often the queue is looked at unasked.
const POLL: Duration = Duration::from_secs(1);
/// Connections to the mail server at a time.
const AT_A_TIME: usize = 4;
/// Mails taken from the queue at a time; each attempt must begin well within the lease.
const PART: usize = 4;
/// The first wait after a failure; it doubles up to the longest.
const FIRST_WAIT_S: i64 = 2;
const LONGEST_WAIT_S: i64 = 3600;
/// About a day and a half, with those waits.
const MOST_ATTEMPTS: u32 = 48;
/// How long a watch may stay unconfirmed, and how long it is remembered that one was stopped.
const UNCONFIRMED: time::Duration = time::Duration::hours(48);
/// How often old watches are looked for.
const TIDY: Duration = Duration::from_mins(10);

type Smtp = AsyncSmtpTransport<Tokio1Executor>;

pub(super) struct Sender {
    pub(super) store: Arc<dyn Store>,
    /// Knows what the places in a search are called.
    pub(super) shown: Arc<Shown>,
    pub(super) options: MailOptions,
    pub(super) smtp: Smtp,
    /// There may be mails to send.
    pub(super) queued: Arc<Notify>,
}

/// How an attempt ended.
enum Outcome {
    Taken,
    /// Later, perhaps.
    Failed(String),
    /// Never.
    Refused(String),
}

/// The mail server at a URL.
pub(super) fn smtp(url: &str) -> Result<Smtp, lettre::transport::smtp::Error> {
    let pool = PoolConfig::new().max_size(AT_A_TIME as u32).idle_timeout(Duration::from_secs(10));
    Ok(Smtp::from_url(url)?.timeout(Some(PATIENCE)).pool_config(pool).build())
}

impl Sender {
    /// Sends until told to stop.
    pub(super) async fn run(self, mut stop: watch::Receiver<bool>) {
        let mut tidied: Option<Instant> = None;
        loop {
            if tidied.is_none_or(|at| at.elapsed() > TIDY) {
                tidied = Some(Instant::now());
                self.forget().await;
            }
            match self.send_due().await {
                Ok(PART) => continue, // There may be more.
                Ok(_) => {}
                Err(error) => tracing::error!(error = &error as &dyn Error, "cannot read the queue of mails"),
            }
            tokio::select! {
                biased;
                _ = stop.wait_for(|stop| *stop) => return,
                () = self.queued.notified() => {}
                () = tokio::time::sleep(POLL) => {}
            }
        }
    }

    async fn forget(&self) {
        match self.store.watches().forget(OffsetDateTime::now_utc() - UNCONFIRMED).await {
            Ok(0) => {}
            Ok(watches) => tracing::info!(watches, "forgot watches that were stopped or never confirmed"),
            Err(error) => tracing::error!(error = &error as &dyn Error, "cannot forget old watches"),
        }
    }

    /// How many were due.
    async fn send_due(&self) -> Result<usize, StoreError> {
        let now = OffsetDateTime::now_utc();
        let due = self.store.watches().claim(now, now + LEASE, PART).await?;
        let count = due.len();
        stream::iter(due).for_each_concurrent(AT_A_TIME, |due| self.send_one(due)).await;
        Ok(count)
    }

    async fn send_one(&self, due: DueNotice) {
        let (number, attempts) = (due.notice.number, due.notice.attempts);
        let watches = self.store.watches();
        let noted = match self.attempt(due).await {
            Outcome::Taken => watches.sent(number).await,
            Outcome::Failed(error) if attempts < MOST_ATTEMPTS => {
                tracing::info!(
                    mail = number,
                    attempts,
                    error,
                    "a mail could not be sent; it will be tried again"
                );
                watches.put_off(number, OffsetDateTime::now_utc() + wait(attempts), &error).await
            }
            Outcome::Failed(error) | Outcome::Refused(error) => {
                tracing::warn!(mail = number, attempts, error, "a mail was given up");
                watches.give_up(number, &error).await
            }
        };
        if let Err(error) = noted {
            tracing::error!(mail = number, error = &error as &dyn Error, "cannot note how a mail ended");
        }
    }

    async fn attempt(&self, due: DueNotice) -> Outcome {
        let DueNotice { notice, watch, address } = due;
        let Ok(who) = seal::open(&self.options.secret, watch.id, &address) else {
            return Outcome::Refused("the address was sealed with another secret".to_owned());
        };
        let news = settled(notice.news);
        let nothing_left = news.is_empty() && notice.more == 0;
        if nothing_left && notice.key != NoticeKey::Confirm {
            return Outcome::Taken; // What came went again before anybody was told.
        }
        let named = self.named(&watch);
        let sheet = Sheet {
            named: &named,
            key: notice.key,
            message: &notice.message,
            news: &news,
            more: notice.more,
        };
        let Ok(mail) = letter(&self.options, &watch, &who, &sheet) else {
            return Outcome::Refused("no mail can be made of it".to_owned());
        };
        match tokio::time::timeout(LONGEST, self.smtp.send(mail)).await {
            Ok(Ok(_)) => Outcome::Taken,
            Ok(Err(error)) if error.is_permanent() => Outcome::Refused(told(&error)),
            Ok(Err(error)) => Outcome::Failed(told(&error)),
            Err(_) => Outcome::Failed(TOO_LONG.to_owned()),
        }
    }

    fn named(&self, watch: &Watch) -> String {
        let search = (self.options.read_search)(&watch.query);
        search.map_or(String::new(), |search| search_name(watch.language, &self.shown.city(), &search))
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

fn wait(attempts: u32) -> time::Duration {
    let seconds = FIRST_WAIT_S.saturating_mul(1i64.checked_shl(attempts.min(20)).unwrap_or(i64::MAX) / 2);
    // Not all at the same moment when a server comes back.
    let jitter = rand::random::<u16>() % 1000;
    time::Duration::seconds(seconds.min(LONGEST_WAIT_S)) + time::Duration::milliseconds(jitter.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_an_hour() {
        let seconds = |attempts| wait(attempts).whole_seconds();
        assert_eq!([seconds(1), seconds(2), seconds(5)], [2, 4, 32]);
        assert!((3600..3602).contains(&seconds(48)) && (3600..3602).contains(&seconds(u32::MAX)));
    }
}
