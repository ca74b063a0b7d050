//! Where watches are asked for, confirmed and stopped.

use std::sync::Arc;

use parking_lot::{Mutex, RwLock};
use time::OffsetDateTime;
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;

use super::notices::Notices;
use super::seal::{Correspondent, seal};
use super::teller::{Teller, Watched};
use super::{SearchReader, WatchOptions};
use crate::app::AppError;
use crate::app::mail::{Post, Queue, Secret, Token, TokenSecret, message_name};
use crate::app::shown::Shown;
use crate::domain::{Cadence, EmailAddress, IdSource, Language, Watch, WatchId, WatchState};
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
    teller: Mutex<Option<JoinHandle<()>>>,
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
    /// Opens the desk; changes are matched and mails queued from now on until `stop` says so.
    pub(in crate::app) fn open(
        store: &Arc<dyn Store>,
        shown: &Arc<Shown>,
        post: &Post,
        options: &WatchOptions,
        stop: watch::Receiver<bool>,
    ) -> Self {
        let desk = Self {
            store: Arc::clone(store),
            secret: post.options().secret.clone(),
            ids: IdSource::new(),
            read_search: Arc::clone(&options.read_search),
            watched: Arc::default(),
            confirmed: Arc::default(),
            queued: post.queued(),
            teller: Mutex::default(),
        };
        let teller = Teller {
            store: Arc::clone(store),
            shown: Arc::clone(shown),
            watched: Arc::clone(&desk.watched),
            read_search: Arc::clone(&desk.read_search),
            digest_at: options.digest_at,
            confirmed: Arc::clone(&desk.confirmed),
            queued: post.queued(),
        };
        *desk.teller.lock() = Some(tokio::spawn(teller.run(stop)));
        desk
    }

    /// The mails of watches that are to be sent.
    pub(in crate::app) fn notices(
        store: &Arc<dyn Store>,
        shown: &Arc<Shown>,
        post: &Post,
        options: &WatchOptions,
    ) -> Box<dyn Queue> {
        Box::new(Notices {
            store: Arc::clone(store),
            shown: Arc::clone(shown),
            options: post.options().clone(),
            read_search: Arc::clone(&options.read_search),
        })
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
    pub async fn find(&self, link: Link, token: Token<WatchId>) -> Result<Option<Watch>, StoreError> {
        let kept = self.store.watches().watch(token.id).await?;
        Ok(kept.and_then(|kept| {
            let hash = match link {
                Link::Confirm => kept.confirm,
                Link::Stop => kept.stop,
            };
            token.opens(&hash).then_some(kept.watch)
        }))
    }

    /// Does what a link is for; answers the watch as it then is. A second time changes nothing.
    pub async fn follow(&self, link: Link, token: Token<WatchId>) -> Result<Option<Watch>, StoreError> {
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

    /// Waits for what is being matched.
    pub(in crate::app) async fn close(&self) {
        let teller = self.teller.lock().take();
        if let Some(teller) = teller
            && let Err(error) = teller.await
        {
            tracing::error!(%error, "the work on watches broke");
        }
    }
}
