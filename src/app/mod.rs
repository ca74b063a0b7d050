//! A running Machikado: the store, the city built from it, and the stream of changes between them.
//!
//! Whatever changes the city goes through the store's log and comes back from it, whether this
//! process wrote it or another. A write is answered once the city shows it. This room decides
//! nothing about listings and speaks neither SQL nor HTTP.

pub mod account;
mod apply;
pub mod contact;
mod error;
mod event;
#[cfg(test)]
mod failing_store;
mod follower;
pub mod ledger;
pub mod mail;
pub mod offer;
mod retention;
mod sample;
mod shown;
#[cfg(test)]
mod tests;
pub mod wanted;
pub mod watch;
pub mod wording;

use std::error::Error;
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures::Stream;
use parking_lot::{Mutex, RwLockReadGuard};
use tokio::sync::watch as signal;
use tokio::task::JoinHandle;

use self::account::AccountDesk;
use self::contact::ContactDesk;
use self::mail::{MailOptions, Post};
use self::offer::OfferDesk;
use self::shown::Shown;
use self::wanted::WantedDesk;
use self::watch::{WatchDesk, WatchOptions};
use crate::city::City;
use crate::domain::{Actor, Batch, ChangeSeq, Listing};
use crate::store::{Photos, SqliteStore, Store};
use crate::tile::TileService;

pub use error::AppError;
pub use event::Event;
pub use retention::Retention;
pub use shown::Readiness;

/// How long a write waits for the city to show it. Building a prefecture's zoning takes seconds.
const PATIENCE: Duration = Duration::from_mins(1);

/// What an application is opened with.
#[derive(Debug, Clone)]
pub struct AppOptions {
    /// The data folder; made if it is missing.
    pub data: PathBuf,
    /// The bucket of the pictures (`s3://…`), where they are not in the data folder.
    pub bucket: Option<String>,
    /// Fill an empty store with the sample ward.
    pub sample: bool,
    /// How many bytes of tiles to keep ready.
    pub tile_budget_bytes: u64,
    /// How long personal data is kept.
    pub retention: Retention,
    /// How to send mail; without it nobody can be told of anything by mail.
    pub mail: Option<MailOptions>,
    /// How founders are told what happens to their searches; it needs mail.
    pub watches: Option<WatchOptions>,
}

impl AppOptions {
    /// A data folder without the sample, with 256 MiB for tiles.
    pub fn in_folder(data: impl Into<PathBuf>) -> Self {
        Self {
            data: data.into(),
            bucket: None,
            retention: Retention::default(),
            sample: false,
            tile_budget_bytes: 256 << 20,
            mail: None,
            watches: None,
        }
    }
}

/// A running Machikado.
pub struct App {
    store: Arc<dyn Store>,
    shown: Arc<Shown>,
    stop: signal::Sender<bool>,
    follower: Mutex<Option<JoinHandle<()>>>,
    post: Option<Arc<Post>>,
    contact: Option<ContactDesk>,
    wanted: Option<WantedDesk>,
    accounts: Option<AccountDesk>,
    offers: Option<Arc<OfferDesk>>,
    watches: Option<WatchDesk>,
}

/// The city as it stands, for as long as this is held; changes wait meanwhile. It cannot be held
/// across an `await`.
pub struct CityGuard<'a>(RwLockReadGuard<'a, City>);

impl Deref for CityGuard<'_> {
    type Target = City;
    fn deref(&self) -> &City {
        &self.0
    }
}

impl App {
    /// Opens the store, fills it with the sample if asked to, loads the city and follows the log.
    pub async fn open(options: AppOptions) -> Result<Self, AppError> {
        let store = SqliteStore::open_with(&options.data, options.bucket.as_deref()).await?;
        if options.bucket.is_some()
            && let Err(error) = store.photos().about("reachable.jpg").await
        {
            // The map does without its pictures, and they come back with their bucket.
            tracing::error!(error = &error as &dyn Error, "the bucket of pictures cannot be reached");
        }
        Self::over(Arc::new(store), &options).await
    }

    /// The same over a store that is open already.
    pub async fn over(store: Arc<dyn Store>, options: &AppOptions) -> Result<Self, AppError> {
        if options.sample && store.is_empty().await? {
            sample::load(&*store).await?;
            if let Some(mail) = &options.mail {
                sample::name_contacts(&*store, &mail.secret).await?;
                sample::post_cards(&*store, &mail.secret).await?;
            }
        }
        let started = Instant::now();
        let contents = store.contents().await?;
        let read = started.elapsed();
        let city = tokio::task::spawn_blocking(move || City::load(contents)).await?;
        let (read_ms, total_ms) = (read.as_millis() as u64, started.elapsed().as_millis() as u64);
        tracing::info!(
            seq = city.seq().0,
            listings = city.listings().len(),
            read_ms,
            total_ms,
            "city loaded"
        );

        let shown = Arc::new(Shown::new(city, options.tile_budget_bytes));
        let (stop, stopped) = signal::channel(false);
        let post = options.mail.clone().map(|mail| Arc::new(Post::new(&store, mail)));
        let watches = match (&post, &options.watches) {
            (Some(post), Some(watches)) => {
                Some(WatchDesk::open(&store, &shown, post, watches, stopped.clone()))
            }
            _ => None,
        };
        let retention = options.retention;
        let contact =
            post.as_ref().map(|post| ContactDesk::open(&store, &shown, post, retention, stopped.clone()));
        let wanted = post.as_ref().and_then(|post| WantedDesk::open(&store, &shown, post, &stopped));
        let accounts = post.as_ref().map(|post| AccountDesk::open(&store, post, retention, stopped.clone()));
        let offers = post.as_ref().map(|post| OfferDesk::open(&store, &shown, post, retention, &stopped));
        if let Some(post) = &post {
            let notices = options.watches.as_ref().map(|o| WatchDesk::notices(&store, &shown, post, o));
            post.start(notices, stopped.clone())?;
        }
        let follower = tokio::spawn(follower::follow(Arc::clone(&store), Arc::clone(&shown), stopped));
        let follower = Mutex::new(Some(follower));
        Ok(Self { store, shown, stop, follower, post, contact, wanted, accounts, offers, watches })
    }

    /// The city as it stands.
    pub fn city(&self) -> CityGuard<'_> {
        CityGuard(self.shown.city())
    }

    /// Tiles of the city, kept until a change falls on them.
    pub fn tiles(&self) -> &TileService {
        self.shown.tiles()
    }

    /// The pictures of listings.
    pub fn photos(&self) -> &Photos {
        self.store.photos()
    }

    /// Where everything is kept.
    pub fn store(&self) -> &Arc<dyn Store> {
        &self.store
    }

    /// Where founders ask to be told of changes by mail; `None` where mail is not set up.
    pub const fn watches(&self) -> Option<&WatchDesk> {
        self.watches.as_ref()
    }

    /// Where mails are handed in; `None` where mail is not set up.
    pub fn post(&self) -> Option<&Post> {
        self.post.as_deref()
    }

    /// Where founders ask about listings; `None` where mail is not set up.
    pub const fn contact(&self) -> Option<&ContactDesk> {
        self.contact.as_ref()
    }

    /// Where 「借りたい」 cards are taken; `None` where mail is not set up or there is no desk to read them.
    pub const fn wanted(&self) -> Option<&WantedDesk> {
        self.wanted.as_ref()
    }

    /// Where people sign in; `None` where mail is not set up.
    pub const fn accounts(&self) -> Option<&AccountDesk> {
        self.accounts.as_ref()
    }

    /// Where landlords offer premises and moderators review them; `None` where mail is not set up.
    pub fn offers(&self) -> Option<&OfferDesk> {
        self.offers.as_deref()
    }

    /// Whether the city shows what the store holds.
    pub fn readiness(&self) -> Readiness {
        self.shown.readiness()
    }

    /// Adds a listing or replaces the one with its id; answers once the city shows it.
    pub async fn put_listing(&self, listing: &Listing, actor: Actor) -> Result<ChangeSeq, AppError> {
        let seq = self.store.put_listing(listing, actor).await?;
        self.until_shown(seq).await
    }

    /// Takes a batch in, all or nothing; answers once the city shows it.
    pub async fn import(&self, batch: &Batch, actor: Actor) -> Result<ChangeSeq, AppError> {
        let seq = self.store.import(batch, actor).await?;
        self.until_shown(seq).await
    }

    /// Changes the city shows, from the one after `seq` on, or from now on. It ends when the
    /// application is closed.
    pub fn events_after(&self, seq: Option<ChangeSeq>) -> impl Stream<Item = Event> + Send + use<> {
        event::events(Arc::clone(&self.store), &self.shown, seq)
    }

    /// Stops following and lets go of the store. Events end; the city stays as it was.
    pub async fn close(&self) {
        self.stop.send_replace(true);
        self.shown.end_events();
        let follower = self.follower.lock().take();
        if let Some(follower) = follower
            && let Err(error) = follower.await
        {
            tracing::error!(%error, "the follower of the change log broke");
        }
        if let Some(watches) = &self.watches {
            watches.close().await;
        }
        if let Some(post) = &self.post {
            post.close().await;
        }
        self.store.close().await;
    }

    async fn until_shown(&self, seq: ChangeSeq) -> Result<ChangeSeq, AppError> {
        if self.shown.wait_for(seq, PATIENCE).await { Ok(seq) } else { Err(AppError::NotShown { seq }) }
    }
}

impl Drop for App {
    fn drop(&mut self) {
        self.stop.send_replace(true);
    }
}
