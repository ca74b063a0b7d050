//! Where watches are asked for, confirmed and stopped.

use std::sync::Arc;

use parking_lot::{Mutex, RwLock};
use time::OffsetDateTime;
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;

use super::seal::{Correspondent, seal};
use super::secret::Secret;
use super::sender::{Sender, smtp};
use super::teller::{Teller, Watched};
use super::token::{Token, TokenSecret};
use super::{MailError, MailOptions, SearchReader, message_name};
use crate::app::AppError;
use crate::app::shown::Shown;
use crate::domain::{Cadence, EmailAddress, IdSource, Language, Watch, WatchState};
use crate::store::{NewWatch, Store, StoreError};

/// Where watches are asked for, confirmed and stopped.
pub struct WatchDesk {
    store: Arc<dyn Store>,
    secret: Secret,
    ids: IdSource,
    read_search: SearchReader,
    watched: Arc<RwLock<Watched>>,
    confirmed: Arc<Notify>,
    queued: Arc<Notify>,
    tasks: Mutex<Vec<JoinHandle<()>>>,
}

/// What a link of a mail does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// Makes a watch active.
    Confirm,
    /// Stops a watch.
    Stop,
}

impl WatchDesk {
    /// Opens the desk; mails are matched and sent from now on until `stop` says so.
    pub(in crate::app) fn open(
        store: &Arc<dyn Store>,
        shown: &Arc<Shown>,
        options: MailOptions,
        stop: &watch::Receiver<bool>,
    ) -> Result<Self, MailError> {
        let smtp = smtp(&options.smtp_url).map_err(MailError::SmtpUrl)?;
        let desk = Self {
            store: Arc::clone(store),
            secret: options.secret.clone(),
            ids: IdSource::new(),
            read_search: Arc::clone(&options.read_search),
            watched: Arc::default(),
            confirmed: Arc::default(),
            queued: Arc::default(),
            tasks: Mutex::default(),
        };
        let teller = Teller {
            store: Arc::clone(store),
            shown: Arc::clone(shown),
            watched: Arc::clone(&desk.watched),
            read_search: Arc::clone(&desk.read_search),
            digest_at: options.digest_at,
            confirmed: Arc::clone(&desk.confirmed),
            queued: Arc::clone(&desk.queued),
        };
        let sender = Sender {
            store: Arc::clone(store),
            shown: Arc::clone(shown),
            options,
            smtp,
            queued: Arc::clone(&desk.queued),
        };
        *desk.tasks.lock() =
            vec![tokio::spawn(teller.run(stop.clone())), tokio::spawn(sender.run(stop.clone()))];
        Ok(desk)
    }

    /// Takes a watch that somebody asks for, and queues the mail that asks them to confirm.
    pub async fn ask(
        &self,
        query: String,
        address: EmailAddress,
        language: Language,
        cadence: Cadence,
    ) -> Result<(), AppError> {
        let now = OffsetDateTime::now_utc();
        let watch = Watch {
            id: self.ids.next(now),
            query,
            language,
            cadence,
            state: WatchState::Unconfirmed,
            created: now,
            confirmed: None,
            stopped: None,
        };
        let who = Correspondent { address, confirm: TokenSecret::random(), stop: TokenSecret::random() };
        let new = NewWatch {
            address: seal(&self.secret, watch.id, &who),
            confirm: who.confirm.hash(),
            stop: who.stop.hash(),
            message: message_name(),
            watch,
        };
        self.store.watches().add(&new).await?;
        self.queued.notify_one();
        Ok(())
    }

    /// The watch that a link belongs to; `None` if the link opens nothing.
    pub async fn find(&self, link: Link, token: Token) -> Result<Option<Watch>, StoreError> {
        let kept = self.store.watches().watch(token.watch).await?;
        Ok(kept.and_then(|kept| {
            let hash = match link {
                Link::Confirm => kept.confirm,
                Link::Stop => kept.stop,
            };
            token.opens(&hash).then_some(kept.watch)
        }))
    }

    /// Does what a link is for; answers the watch as it then is. A second time changes nothing.
    pub async fn follow(&self, link: Link, token: Token) -> Result<Option<Watch>, StoreError> {
        let Some(watch) = self.find(link, token).await? else { return Ok(None) };
        let now = OffsetDateTime::now_utc();
        match link {
            Link::Confirm => {
                self.store.watches().confirm(watch.id, now).await?;
                self.confirmed.notify_one();
            }
            Link::Stop => {
                self.store.watches().stop(watch.id, now).await?;
                self.watched.write().forget(watch.id);
            }
        }
        self.find(link, token).await
    }

    /// Waits for mails that are on their way.
    pub(in crate::app) async fn close(&self) {
        let tasks: Vec<JoinHandle<()>> = std::mem::take(&mut *self.tasks.lock());
        for task in tasks {
            if let Err(error) = task.await {
                tracing::error!(%error, "the work on watches broke");
            }
        }
    }
}
