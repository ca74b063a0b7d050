//! What this process shows: the city, and how far it has come in the log of changes.
//!
//! Many read the city at once; only the follower writes it. Nobody holds the lock while waiting for
//! the store.

use std::time::Duration;

use parking_lot::{Mutex, RwLock, RwLockReadGuard, RwLockWriteGuard};
use time::OffsetDateTime;
use tokio::sync::{Notify, broadcast, watch};

use super::event::Event;
use crate::city::City;
use crate::domain::{Change, ChangeSeq};
use crate::tile::TileService;

/// How many events a slow reader may fall behind before it reads the log again.
const EVENTS_KEPT: usize = 1024;

/// Whether the city shows what the store holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Readiness {
    /// The last change the city shows.
    pub shown: ChangeSeq,
    /// Since when the store could not be followed; the city shows what it last read.
    pub failing_since: Option<OffsetDateTime>,
}

impl Readiness {
    /// True if nothing stands in the way.
    pub const fn is_ready(self) -> bool {
        self.failing_since.is_none()
    }
}

/// The city, and how far it has come.
pub(super) struct Shown {
    city: RwLock<City>,
    tiles: TileService,
    reached: watch::Sender<ChangeSeq>,
    events: Mutex<Option<broadcast::Sender<Event>>>,
    wake: Notify,
    failing_since: Mutex<Option<OffsetDateTime>>,
}

impl Shown {
    pub(super) fn new(city: City, tile_budget_bytes: u64) -> Self {
        Self {
            reached: watch::Sender::new(city.seq()),
            city: RwLock::new(city),
            tiles: TileService::new(tile_budget_bytes),
            events: Mutex::new(Some(broadcast::Sender::new(EVENTS_KEPT))),
            wake: Notify::new(),
            failing_since: Mutex::new(None),
        }
    }

    pub(super) fn city(&self) -> RwLockReadGuard<'_, City> {
        self.city.read()
    }

    /// For the follower alone.
    pub(super) fn city_to_change(&self) -> RwLockWriteGuard<'_, City> {
        self.city.write()
    }

    pub(super) const fn tiles(&self) -> &TileService {
        &self.tiles
    }

    /// The last change the city shows.
    pub(super) fn reached(&self) -> ChangeSeq {
        *self.reached.borrow()
    }

    /// Tells whenever the city shows more.
    pub(super) fn follow(&self) -> watch::Receiver<ChangeSeq> {
        self.reached.subscribe()
    }

    /// Says that the city shows these changes, in order.
    pub(super) fn announce(&self, changes: Vec<Change>, reached: ChangeSeq) {
        let city = self.city();
        let events: Vec<Event> = changes.into_iter().map(|change| Event::of(change, &city)).collect();
        drop(city);
        self.reached.send_replace(reached);
        if let Some(sender) = &*self.events.lock() {
            for event in events {
                // Nobody may be listening.
                let _ = sender.send(event);
            }
        }
    }

    /// Events from now on; `None` after the end.
    pub(super) fn listen(&self) -> Option<broadcast::Receiver<Event>> {
        self.events.lock().as_ref().map(broadcast::Sender::subscribe)
    }

    pub(super) fn end_events(&self) {
        self.events.lock().take();
    }

    /// Wakes the follower and waits until the city shows a change; false if it takes too long.
    pub(super) async fn wait_for(&self, seq: ChangeSeq, patience: Duration) -> bool {
        let mut reached = self.reached.subscribe();
        self.wake.notify_one();
        let shown = tokio::time::timeout(patience, reached.wait_for(|at| *at >= seq)).await;
        matches!(shown, Ok(Ok(_)))
    }

    /// Returns when somebody wrote something.
    pub(super) async fn woken(&self) {
        self.wake.notified().await;
    }

    pub(super) fn readiness(&self) -> Readiness {
        Readiness { shown: self.reached(), failing_since: *self.failing_since.lock() }
    }

    /// Notes whether the store can be followed; true if that is news.
    pub(super) fn set_failing(&self, failing: bool) -> bool {
        let mut since = self.failing_since.lock();
        let news = since.is_some() != failing;
        if news {
            *since = failing.then(OffsetDateTime::now_utc);
        }
        news
    }
}
