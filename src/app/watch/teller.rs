//! Follows the city and queues mails for the watches a change concerns.
//!
//! What a change is a change from is kept in the store, beside how far watches were matched; so a
//! process that starts again, or was down for a week, goes on where it stood, and a listing that
//! changed and changed back in between is no news. The first time, everything is taken as known.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use parking_lot::RwLock;
use time::{OffsetDateTime, Time};
use tokio::sync::{Notify, watch};

use super::SearchReader;
use super::difference::{difference, known};
use super::digest::next_digest;
use crate::app::AppError;
use crate::app::mail::message_name;
use crate::app::shown::Shown;
use crate::domain::{Cadence, ChangeSeq, Layer, Listing, ListingId, News, NoticeKey, Subject, WatchId};
use crate::query::WatchIndex;
use crate::store::{NewNotice, Store, StoreError, Telling};

/// How often watches confirmed in another process are looked for.
const POLL: Duration = Duration::from_secs(5);
/// How many changes are read at a time.
const PART: usize = 1000;
/// More single listings than this are read all at once.
const MANY: usize = 200;
/// How many listings are matched in one reading of the city, so that a change of it need not wait.
const AT_A_TIME: usize = 16;
/// How much one mail tells of one step; the rest is counted.
const MOST_NEWS: usize = 30;

/// Watches in memory, ready to be matched.
#[derive(Debug, Default)]
pub(super) struct Watched {
    index: WatchIndex,
    cadences: HashMap<WatchId, Cadence>,
    /// How many confirmations are included.
    confirmation: u64,
}

impl Watched {
    pub(super) fn forget(&mut self, id: WatchId) {
        self.index.remove(id);
        self.cadences.remove(&id);
    }
}

pub(super) struct Teller {
    pub(super) store: Arc<dyn Store>,
    pub(super) shown: Arc<Shown>,
    pub(super) watched: Arc<RwLock<Watched>>,
    pub(super) read_search: SearchReader,
    pub(super) digest_at: Time,
    /// Somebody confirmed a watch.
    pub(super) confirmed: Arc<Notify>,
    /// There may be mails to send.
    pub(super) queued: Arc<Notify>,
}

/// A listing, before and after.
type Pair = (ListingId, Option<Listing>);

impl Teller {
    /// Follows until told to stop.
    pub(super) async fn run(self, mut stop: watch::Receiver<bool>) {
        let mut reached = self.shown.follow();
        loop {
            if let Err(error) = self.step().await {
                tracing::error!(error = &error as &dyn Error, "cannot match watches; trying again");
            }
            tokio::select! {
                biased;
                _ = stop.wait_for(|stop| *stop) => return,
                _ = reached.changed() => {}
                () = self.confirmed.notified() => {}
                () = tokio::time::sleep(POLL) => {}
            }
        }
    }

    /// Brings watches up to what the city shows.
    async fn step(&self) -> Result<(), AppError> {
        self.learn().await?;
        let to = self.shown.reached();
        let from = self.store.watches().told().await?;
        if from.is_some_and(|from| from >= to) {
            return Ok(());
        }
        let (listings, mut notices) = match from {
            None => (self.present().await?, Vec::new()),
            Some(from) => self.changed(from, to).await?,
        };
        let now = OffsetDateTime::now_utc();
        for notice in &mut notices {
            self.address(notice, to, now);
        }
        let (some, step) = (!notices.is_empty(), Telling { from, to, listings, notices });
        if self.store.watches().tell(&step).await? && some {
            self.queued.notify_one();
        }
        Ok(())
    }

    /// Reads the watches that were confirmed since.
    async fn learn(&self) -> Result<(), AppError> {
        let known = self.watched.read().confirmation;
        let new = self.store.watches().confirmed_after(known).await?;
        if new.is_empty() {
            return Ok(());
        }
        let (watched, read) = (Arc::clone(&self.watched), Arc::clone(&self.read_search));
        let learn = move || {
            for (confirmation, watch) in new {
                let search = read(&watch.query);
                let mut watched = watched.write();
                watched.confirmation = confirmation;
                if let Some(search) = search {
                    watched.index.add(watch.id, search);
                    watched.cadences.insert(watch.id, watch.cadence);
                } else {
                    tracing::warn!(watch = %watch.id, "a saved search can no longer be read");
                }
            }
        };
        Ok(tokio::task::spawn_blocking(learn).await?)
    }

    /// Every public listing as it now is.
    async fn present(&self) -> Result<Vec<Pair>, AppError> {
        let shown = Arc::clone(&self.shown);
        let read = move || shown.city().listings().iter().map(|row| (row.id(), Some(known(row)))).collect();
        Ok(tokio::task::spawn_blocking(read).await?)
    }

    /// What changed between two changes, and what to tell of it. The notices have no day or hour yet.
    async fn changed(&self, from: ChangeSeq, to: ChangeSeq) -> Result<(Vec<Pair>, Vec<NewNotice>), AppError> {
        let before = self.before(from, to).await?;
        let (shown, watched) = (Arc::clone(&self.shown), Arc::clone(&self.watched));
        let matched = tokio::task::spawn_blocking(move || match_all(&shown, &watched, &before)).await?;
        Ok(matched)
    }

    /// The listings that may have changed, as they were when watches were last matched.
    async fn before(&self, from: ChangeSeq, to: ChangeSeq) -> Result<Vec<Pair>, StoreError> {
        let Some(ids) = self.touched(from, to).await? else {
            let mut all: BTreeMap<ListingId, Option<Listing>> =
                self.shown.city().listings().iter().map(|row| (row.id(), None)).collect();
            let told = self.store.watches().told_listings().await?;
            all.extend(told.into_iter().map(|listing| (listing.id, Some(listing))));
            return Ok(all.into_iter().collect());
        };
        let mut before = Vec::with_capacity(ids.len());
        for id in ids {
            before.push((id, self.store.watches().told_listing(id).await?));
        }
        Ok(before)
    }

    /// The listings that changes name; `None` if it may be any.
    async fn touched(
        &self,
        from: ChangeSeq,
        to: ChangeSeq,
    ) -> Result<Option<BTreeSet<ListingId>>, StoreError> {
        let mut ids = BTreeSet::new();
        let mut at = from;
        while at < to {
            let changes = self.store.changes_after(at, PART).await?;
            let Some(last) = changes.last() else { break };
            at = last.seq;
            for change in changes.iter().filter(|change| change.seq <= to) {
                match change.subject {
                    Subject::Listing(id) => drop(ids.insert(id)),
                    Subject::Layer(Layer::Listings) => return Ok(None),
                    // Other layers change no listing.
                    Subject::Layer(_) => {}
                }
            }
            if ids.len() > MANY {
                return Ok(None);
            }
        }
        Ok(Some(ids))
    }

    /// Says when a notice is due, by how soon its reader wants to be told.
    fn address(&self, notice: &mut NewNotice, to: ChangeSeq, now: OffsetDateTime) {
        let cadence = self.watched.read().cadences.get(&notice.watch).copied();
        (notice.key, notice.due) = match cadence {
            Some(Cadence::Daily) => {
                let (day, due) = next_digest(now, self.digest_at);
                (NoticeKey::Day(day), due)
            }
            Some(Cadence::AtOnce) | None => (NoticeKey::Change(to), now),
        };
    }
}

/// Matches listings a few at a time, so that the city can change in between.
fn match_all(shown: &Shown, watched: &RwLock<Watched>, before: &[Pair]) -> (Vec<Pair>, Vec<NewNotice>) {
    let mut now: Vec<Pair> = Vec::new();
    let mut news: BTreeMap<WatchId, (Vec<News>, u32)> = BTreeMap::new();
    for some in before.chunks(AT_A_TIME) {
        let (city, watched) = (shown.city(), watched.read());
        for (id, before) in some {
            let after = city.listings().get(*id);
            let known = after.map(known);
            if *before == known {
                continue;
            }
            let before = before.as_ref().map(|listing| city.as_shown(listing));
            for (watch, crossing) in watched.index.concerned(&city, before.as_ref(), after) {
                let Some(one) = difference(&city, crossing, before.as_ref(), after) else { continue };
                let (told, more) = news.entry(watch).or_default();
                if told.len() < MOST_NEWS {
                    told.push(one);
                } else {
                    *more += 1;
                }
            }
            now.push((*id, known));
        }
    }
    let notice = |(watch, (news, more))| NewNotice {
        watch,
        key: NoticeKey::Confirm, // replaced when it is known when it is due
        message: message_name(),
        due: OffsetDateTime::UNIX_EPOCH,
        news,
        more,
    };
    (now, news.into_iter().map(notice).collect())
}
