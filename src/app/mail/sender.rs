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
use time::OffsetDateTime;
use tokio::sync::{Notify, watch};

use super::queue::{Due, Queue};
use super::transport::{Outcome, Transport};
use super::{MailError, MailOptions};
use crate::store::StoreError;

/// How long a mail is taken to be on its way; longer than any attempt.
const LEASE: time::Duration = time::Duration::seconds(30);
/// How often the queues are looked at unasked.
const POLL: Duration = Duration::from_secs(1);
/// Connections to the mail server at a time.
const AT_A_TIME: usize = 4;
/// Mails taken from a queue at a time; each attempt must begin well within the lease.
const PART: usize = 4;
/// The first wait after a failure; it doubles up to the longest.
const FIRST_WAIT_S: i64 = 2;
const LONGEST_WAIT_S: i64 = 3600;
/// About a day and a half, with those waits.
const MOST_ATTEMPTS: u32 = 48;
/// How often old rows are looked for.
const TIDY: Duration = Duration::from_mins(10);

pub(super) struct Sender {
    queues: Vec<Box<dyn Queue>>,
    options: MailOptions,
    transport: Transport,
    /// There may be mails to send.
    queued: Arc<Notify>,
}

impl Sender {
    pub(super) fn new(
        queues: Vec<Box<dyn Queue>>,
        options: MailOptions,
        queued: Arc<Notify>,
    ) -> Result<Self, MailError> {
        let transport = Transport::at(&options.smtp_url, AT_A_TIME as u32)?;
        Ok(Self { queues, options, transport, queued })
    }

    /// Sends until told to stop.
    pub(super) async fn run(self, mut stop: watch::Receiver<bool>) {
        let mut tidied: Option<Instant> = None;
        loop {
            if tidied.is_none_or(|at| at.elapsed() > TIDY) {
                tidied = Some(Instant::now());
                self.forget().await;
            }
            if self.send_some().await {
                continue; // There may be more.
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
        for queue in &self.queues {
            let of = queue.of();
            match queue.forget(OffsetDateTime::now_utc()).await {
                Ok(0) => {}
                Ok(rows) => tracing::info!(of, rows, "forgot what is not wanted any more"),
                Err(error) => tracing::error!(of, error = &error as &dyn Error, "cannot forget old rows"),
            }
        }
    }

    /// Sends a part of each queue; true if there may be more.
    async fn send_some(&self) -> bool {
        let mut more = false;
        for queue in &self.queues {
            match self.send_due(&**queue).await {
                Ok(count) => more |= count == PART,
                Err(error) => {
                    let of = queue.of();
                    tracing::error!(of, error = &error as &dyn Error, "cannot read a queue of mails");
                }
            }
        }
        more
    }

    /// How many were due.
    async fn send_due(&self, queue: &dyn Queue) -> Result<usize, StoreError> {
        let now = OffsetDateTime::now_utc();
        let due = queue.claim(now, now + LEASE, PART).await?;
        let count = due.len();
        stream::iter(due).for_each_concurrent(AT_A_TIME, |due| self.send_one(queue, due)).await;
        Ok(count)
    }

    async fn send_one(&self, queue: &dyn Queue, due: Due) {
        let Due { number, attempts, mail } = due;
        let of = queue.of();
        let outcome = match mail {
            Ok(Some(mail)) => self.transport.send(&self.options, &mail).await,
            Ok(None) => Outcome::Taken, // What was to be said is no longer so.
            Err(why) => Outcome::Refused(why),
        };
        let noted = match outcome {
            Outcome::Taken => queue.sent(number).await,
            Outcome::Failed(error) if attempts < MOST_ATTEMPTS => {
                tracing::info!(
                    of,
                    mail = number,
                    attempts,
                    error,
                    "a mail could not be sent; it will be tried again"
                );
                queue.put_off(number, OffsetDateTime::now_utc() + wait(attempts), &error).await
            }
            Outcome::Failed(error) | Outcome::Refused(error) => {
                tracing::warn!(of, mail = number, attempts, error, "a mail was given up");
                queue.give_up(number, &error).await
            }
        };
        if let Err(error) = noted {
            tracing::error!(of, mail = number, error = &error as &dyn Error, "cannot note how a mail ended");
        }
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
