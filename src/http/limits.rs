//! How often one client, and one address, may be asked for: so that nobody's mailbox is filled by
//! somebody else, and no list of addresses is tried out. Counted in memory, within bounds.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, RandomState};
use std::time::{Duration, Instant};

use parking_lot::Mutex;

use crate::domain::PersonId;

const WINDOW: Duration = Duration::from_hours(1);
const MOST_PER_CLIENT: u32 = 20;
const MOST_PER_ADDRESS: u32 = 5;
/// What is typed saves itself, so an account writes often.
const MOST_PER_ACCOUNT: u32 = 2_000;
/// At most so many of each are remembered.
const MOST: usize = 20_000;

/// Counts of the last hour. Neither clients nor addresses are kept, only keyed hashes of them.
#[derive(Debug, Default)]
pub(super) struct Limits {
    hasher: RandomState,
    clients: Mutex<HashMap<u64, Count>>,
    addresses: Mutex<HashMap<u64, Count>>,
    accounts: Mutex<HashMap<u64, Count>>,
}

#[derive(Debug)]
struct Count {
    since: Instant,
    times: u32,
}

impl Limits {
    /// Counts a request of a client; false if there were too many.
    pub(super) fn client(&self, client: impl Hash) -> bool {
        count(&mut self.clients.lock(), self.hasher.hash_one(client), MOST_PER_CLIENT, Instant::now())
    }

    /// Counts what an account writes; false if there was too much.
    pub(super) fn account(&self, account: PersonId) -> bool {
        count(&mut self.accounts.lock(), self.hasher.hash_one(account), MOST_PER_ACCOUNT, Instant::now())
    }

    /// Counts a mail to an address; false if there were too many.
    pub(super) fn address(&self, folded: &str) -> bool {
        count(&mut self.addresses.lock(), self.hasher.hash_one(folded), MOST_PER_ADDRESS, Instant::now())
    }
}

fn count(counts: &mut HashMap<u64, Count>, key: u64, most: u32, now: Instant) -> bool {
    if counts.len() >= MOST && !counts.contains_key(&key) {
        counts.retain(|_, count| now.duration_since(count.since) < WINDOW);
        if counts.len() >= MOST {
            return false;
        }
    }
    let count = counts.entry(key).or_insert(Count { since: now, times: 0 });
    if now.duration_since(count.since) >= WINDOW {
        *count = Count { since: now, times: 0 };
    }
    count.times = count.times.saturating_add(1);
    count.times <= most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sixth_mail_of_an_hour_to_one_address_is_one_too_many() {
        let limits = Limits::default();
        assert_eq!((0..6).filter(|_| limits.address("a@example.jp")).count(), 5);
        assert!(limits.address("b@example.jp"));
    }

    #[test]
    fn an_hour_later_counting_starts_anew_and_memory_stays_within_bounds() {
        let (mut counts, start) = (HashMap::new(), Instant::now());
        let all = (0..MOST as u64 + 10).filter(|key| count(&mut counts, *key, 1, start)).count();
        assert_eq!((all, counts.len()), (MOST, MOST));
        assert!(!count(&mut counts, 0, 1, start));
        assert!(count(&mut counts, u64::MAX, 1, start + WINDOW));
        assert_eq!(counts.len(), 1);
    }
}
