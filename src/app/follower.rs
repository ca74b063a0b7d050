//! Follows the store's log and keeps the city up to it.
//!
//! A write of this process wakes the follower at once; those of other processes are found by asking
//! the log every quarter of a second. An error leaves the city as it was, and is tried again.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use super::AppError;
use super::apply::{Plan, apply};
use super::shown::Shown;
use crate::store::Store;

/// How often the log is asked for writes of other processes.
const POLL: Duration = Duration::from_millis(250);
/// How many changes are read at a time.
const PART: usize = 1000;

/// Follows until told to stop.
pub(super) async fn follow(store: Arc<dyn Store>, shown: Arc<Shown>, mut stop: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            biased;
            _ = stop.wait_for(|stop| *stop) => return,
            () = shown.woken() => {}
            () = tokio::time::sleep(POLL) => {}
        }
        match catch_up(&*store, &shown).await {
            Ok(()) => {
                if shown.set_failing(false) {
                    tracing::info!(seq = shown.reached().0, "following the store again");
                }
            }
            Err(error) => {
                if shown.set_failing(true) {
                    tracing::error!(error = &error as &dyn Error, "cannot follow the store");
                }
            }
        }
    }
}

/// Applies every change the log holds.
async fn catch_up(store: &dyn Store, shown: &Arc<Shown>) -> Result<(), AppError> {
    loop {
        let changes = store.changes_after(shown.reached(), PART).await?;
        let Some(last) = changes.last().map(|change| change.seq) else { return Ok(()) };
        let news = Plan::of(&changes).read(store).await?;
        let to_change = Arc::clone(shown);
        tokio::task::spawn_blocking(move || apply(&to_change, news, last)).await?;
        shown.announce(changes, last);
    }
}
