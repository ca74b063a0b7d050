//! Deletes pictures that nobody shows any more: taken away by their landlord, or put down by a program that died
//! before it noted them.

use std::collections::HashSet;
use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use crate::store::{Store, StoreError};

/// A picture may be shown by whoever has just put it down.
const SETTLED: Duration = Duration::from_hours(24);
const EVERY: Duration = Duration::from_hours(1);

/// Deletes what nobody shows until `stop` says so.
pub(super) async fn tidy(store: Arc<dyn Store>, mut stop: watch::Receiver<bool>) {
    loop {
        match delete_unshown(&*store, SETTLED).await {
            Ok(0) => {}
            Ok(files) => tracing::info!(files, "deleted pictures that nobody shows"),
            Err(error) => tracing::error!(error = &error as &dyn Error, "cannot delete pictures"),
        }
        tokio::select! {
            _ = stop.wait_for(|stop| *stop) => return,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

/// Deletes pictures of landlords that are older than `settled` and that no offer and no listing shows.
pub(super) async fn delete_unshown(store: &dyn Store, settled: Duration) -> Result<usize, StoreError> {
    let old = store.photos().older_than("p-", settled).await?;
    if old.is_empty() {
        return Ok(0);
    }
    let shown: HashSet<String> = store.offers().photo_names().await?.into_iter().collect();
    let mut deleted = 0;
    for name in old.iter().filter(|name| !shown.contains(&largest(name))) {
        store.photos().delete(name).await?;
        deleted += 1;
    }
    Ok(deleted)
}

/// Deletes pictures in all their sizes at once, but for those that another offer or a listing shows.
pub(super) async fn delete_unless_shown(
    store: &dyn Store,
    names: impl Iterator<Item = &str>,
) -> Result<(), StoreError> {
    let shown: HashSet<String> = store.offers().photo_names().await?.into_iter().collect();
    for name in names.filter(|name| !shown.contains(*name)) {
        for size in ["", "-m", "-s"] {
            store.photos().delete(&name.replace(".jpg", &format!("{size}.jpg"))).await?;
        }
    }
    Ok(())
}

/// The name of the largest size: the one that offers and listings know.
fn largest(name: &str) -> String {
    name.replace("-m.jpg", ".jpg").replace("-s.jpg", ".jpg")
}
