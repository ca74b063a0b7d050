//! Changes as they are shown, for whoever watches: first those missed, from the log, then live.
//!
//! Anybody may watch, so an event names a listing only if the public may ask for it. A draft that
//! changes, or a listing that is paused, is told as a change of some listing.

use std::collections::VecDeque;
use std::sync::Arc;

use futures::{Stream, stream};
use tokio::sync::broadcast::{Receiver, error::RecvError};

use super::shown::Shown;
use crate::city::City;
use crate::domain::{Change, ChangeSeq, Layer, Subject};
use crate::store::Store;

/// How many changes are read from the log at a time.
const PART: usize = 500;

/// A change that the city shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// Its position in the log; the next event has the next.
    pub seq: ChangeSeq,
    /// What changed.
    pub subject: Subject,
}

impl Event {
    /// What may be told of a change, by a city that shows it.
    pub(super) fn of(change: Change, city: &City) -> Self {
        let subject = match change.subject {
            Subject::Listing(id) if city.listings().get(id).is_none() && !city.has_ended(id) => {
                Subject::Layer(Layer::Listings)
            }
            subject => subject,
        };
        Self { seq: change.seq, subject }
    }
}

/// One watcher.
struct Watcher {
    store: Arc<dyn Store>,
    live: Receiver<Event>,
    shown: Arc<Shown>,
    /// The last event it was given.
    last: ChangeSeq,
    missed: VecDeque<Event>,
}

/// Events after a change, or from now on. Every event comes once, in order.
pub(super) fn events(
    store: Arc<dyn Store>,
    shown: &Arc<Shown>,
    after: Option<ChangeSeq>,
) -> impl Stream<Item = Event> + Send + use<> {
    // Listen first and look second: what is announced in between comes both ways and is told once.
    let live = shown.listen();
    let now = shown.reached();
    // A change that has not happened yet cannot have been seen: the log was another one.
    let last = after.map_or(now, |seq| seq.min(now));
    let shown = Arc::clone(shown);
    let watcher = live.map(|live| Watcher { store, shown, live, last, missed: VecDeque::new() });
    stream::unfold(watcher, |watcher| async move {
        let mut watcher = watcher?;
        let event = watcher.next().await?;
        Some((event, Some(watcher)))
    })
}

impl Watcher {
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.missed.pop_front() {
                self.last = event.seq;
                return Some(event);
            }
            if let Some(event) = self.waiting() {
                self.last = event.seq;
                return Some(event);
            }
            if self.last < self.shown.reached() {
                self.look_back().await?;
                continue;
            }
            match self.live.recv().await {
                Ok(event) if self.is_next(event) => {
                    self.last = event.seq;
                    return Some(event);
                }
                // Told already, or fell behind: the log knows what is missing.
                Ok(_) | Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return None,
            }
        }
    }

    /// The next event, if it came live already; those told before are passed over.
    fn waiting(&mut self) -> Option<Event> {
        loop {
            match self.live.try_recv() {
                Ok(event) if self.is_next(event) => return Some(event),
                Ok(event) if event.seq <= self.last => {}
                // Nothing yet, or a gap.
                Ok(_) | Err(_) => return None,
            }
        }
    }

    const fn is_next(&self, event: Event) -> bool {
        event.seq.0 == self.last.0 + 1
    }

    /// Reads what was missed, as far as the city shows it.
    async fn look_back(&mut self) -> Option<()> {
        let reached = self.shown.reached();
        match self.store.changes_after(self.last, PART).await {
            Ok(changes) => {
                let city = self.shown.city();
                let shown = changes.into_iter().filter(|change| change.seq <= reached);
                self.missed.extend(shown.map(|change| Event::of(change, &city)));
                drop(city);
                // A log that lost entries it once told of is no log to follow.
                (!self.missed.is_empty()).then_some(())
            }
            Err(error) => {
                tracing::warn!(
                    error = &error as &dyn std::error::Error,
                    "a watcher of changes was sent away"
                );
                None
            }
        }
    }
}
