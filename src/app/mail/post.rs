//! Takes letters in and has them sent: the outbox of the store, and the sender that works it off.

use std::sync::Arc;

use async_trait::async_trait;
use parking_lot::Mutex;
use time::{Duration, OffsetDateTime};
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;

use super::outgoing::{Mail, Outgoing};
use super::queue::{Due, Queue};
use super::secret::Secret;
use super::sender::Sender;
use super::{MailError, MailOptions, message_name};
use crate::app::AppError;
use crate::domain::EmailAddress;
use crate::store::{DueLetter, NewLetter, Store, StoreError};

/// How long a key stays taken after its letter was sent or given up.
const REMEMBERED: Duration = Duration::days(30);

/// Where whoever has something to say by mail hands it in.
pub struct Post {
    store: Arc<dyn Store>,
    options: MailOptions,
    queued: Arc<Notify>,
    sender: Mutex<Option<JoinHandle<()>>>,
}

impl Post {
    /// A post whose letters wait until [`Post::start`].
    pub(in crate::app) fn new(store: &Arc<dyn Store>, options: MailOptions) -> Self {
        let store = Arc::clone(store);
        Self { store, options, queued: Arc::default(), sender: Mutex::default() }
    }

    /// Sends from now on until `stop` says so: letters, and what is due in further queues.
    pub(in crate::app) fn start(
        &self,
        further: Option<Box<dyn Queue>>,
        stop: watch::Receiver<bool>,
    ) -> Result<(), MailError> {
        let letters = Letters { store: Arc::clone(&self.store), secret: self.options.secret.clone() };
        let mut queues: Vec<Box<dyn Queue>> = vec![Box::new(letters)];
        queues.extend(further);
        let sender = Sender::new(queues, self.options.clone(), Arc::clone(&self.queued))?;
        *self.sender.lock() = Some(tokio::spawn(sender.run(stop)));
        Ok(())
    }

    /// Seals a mail as the letter of a key, due now. The key says what it is for, such as
    /// `enquiry:ID:confirm`, and never whom; a key is queued once, ever. Whoever writes the letter into
    /// the store calls [`Post::wake`] afterwards.
    pub fn seal(&self, key: &str, mail: &Mail) -> Result<NewLetter, MailError> {
        let outgoing = Outgoing::written(&self.options, mail, &message_name())?;
        let sealed = outgoing.sealed(&self.options.secret, key);
        Ok(NewLetter { key: key.to_owned(), sealed, due: OffsetDateTime::now_utc() })
    }

    /// Says that there may be letters to send.
    pub fn wake(&self) {
        self.queued.notify_one();
    }

    /// Queues one mail; false if its key was queued before. Once this is answered, the mail goes out
    /// whatever happens.
    pub async fn send(&self, key: &str, mail: &Mail) -> Result<bool, AppError> {
        let letter = self.seal(key, mail)?;
        let new = self.store.outbox().queue(&[letter]).await?;
        self.wake();
        Ok(new == 1)
    }

    /// The address of this server, without a slash at the end: what links in mails begin with.
    pub fn public_url(&self) -> &str {
        &self.options.public_url
    }

    /// The ward's desk, where one is named.
    pub const fn desk(&self) -> Option<&EmailAddress> {
        self.options.desk.as_ref()
    }

    /// How mail is sent.
    pub(in crate::app) const fn options(&self) -> &MailOptions {
        &self.options
    }

    /// Wakes the sender, for those who queue mails themselves.
    pub(in crate::app) fn queued(&self) -> Arc<Notify> {
        Arc::clone(&self.queued)
    }

    /// Waits for mails that are on their way.
    pub(in crate::app) async fn close(&self) {
        let sender = self.sender.lock().take();
        if let Some(sender) = sender
            && let Err(error) = sender.await
        {
            tracing::error!(%error, "the sender of mails broke");
        }
    }
}

/// The store's outbox as the sender sees it.
struct Letters {
    store: Arc<dyn Store>,
    secret: Secret,
}

impl Letters {
    fn due(&self, letter: &DueLetter) -> Due {
        let mail = Outgoing::opened(&self.secret, &letter.key, &letter.sealed);
        let mail = mail.map(Some).map_err(|_| "the letter was sealed with another secret".to_owned());
        Due { number: letter.number, attempts: letter.attempts, mail }
    }
}

#[async_trait]
impl Queue for Letters {
    fn of(&self) -> &'static str {
        "letters"
    }

    async fn claim(
        &self,
        now: OffsetDateTime,
        until: OffsetDateTime,
        limit: usize,
    ) -> Result<Vec<Due>, StoreError> {
        let due = self.store.outbox().claim(now, until, limit).await?;
        Ok(due.iter().map(|letter| self.due(letter)).collect())
    }

    async fn sent(&self, number: i64) -> Result<(), StoreError> {
        self.store.outbox().sent(number, OffsetDateTime::now_utc()).await
    }

    async fn put_off(&self, number: i64, due: OffsetDateTime, error: &str) -> Result<(), StoreError> {
        self.store.outbox().put_off(number, due, error).await
    }

    async fn give_up(&self, number: i64, error: &str) -> Result<(), StoreError> {
        self.store.outbox().give_up(number, OffsetDateTime::now_utc(), error).await
    }

    async fn forget(&self, now: OffsetDateTime) -> Result<u64, StoreError> {
        self.store.outbox().forget(now - REMEMBERED).await
    }
}
