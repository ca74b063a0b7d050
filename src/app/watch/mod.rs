//! Tells founders by mail what happens to the listings their saved searches find.
//!
//! Asking, confirming and stopping go through the [`WatchDesk`]; the teller follows the city and
//! queues notices, and the sender of mails works them off beside all other letters.

mod desk;
mod difference;
mod digest;
mod letter;
mod notices;
mod seal;
mod teller;

use std::fmt;
use std::sync::Arc;

use time::Time;

use crate::query::Search;

pub use desk::{Link, WatchDesk};

/// Reads a canonical query string; `None` where it means nothing any more.
pub type SearchReader = Arc<dyn Fn(&str) -> Option<Search> + Send + Sync>;

/// How founders are told.
#[derive(Clone)]
pub struct WatchOptions {
    /// When daily mails go out, in Japan.
    pub digest_at: Time,
    /// Reads saved searches.
    pub read_search: SearchReader,
}

impl fmt::Debug for WatchOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WatchOptions").field("digest_at", &self.digest_at).finish_non_exhaustive()
    }
}
