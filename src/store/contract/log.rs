//! The log of changes: complete, in order, and written with what it tells.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Fresh;
use super::samples::{listing, one_of_each};
use crate::domain::{Actor, ChangeSeq, Layer, PersonId, Subject};

pub(in crate::store) async fn every_write_is_one_change_numbered_without_gaps(fresh: &Fresh) {
    let before = time::OffsetDateTime::now_utc();
    let shop = listing(1, None, "店");
    let person = Actor::Person(PersonId::from_bits(7).unwrap());
    let mut given = vec![fresh.store.put_listing(&shop, person).await.unwrap()];
    for batch in one_of_each() {
        given.push(fresh.store.import(&batch, Actor::Sample).await.unwrap());
    }
    assert_eq!(given, (1..=12).map(ChangeSeq).collect::<Vec<_>>());

    let changes = fresh.store.changes_after(ChangeSeq(0), 100).await.unwrap();
    assert_eq!(changes.iter().map(|c| c.seq).collect::<Vec<_>>(), given);
    assert_eq!(changes[0].subject, Subject::Listing(shop.id));
    let layers: Vec<Subject> = one_of_each().iter().map(|b| Subject::Layer(b.layer())).collect();
    assert_eq!(changes[1..].iter().map(|c| c.subject).collect::<Vec<_>>(), layers);
    assert!(changes.iter().all(|c| c.at >= before && c.at <= time::OffsetDateTime::now_utc()));
}

pub(in crate::store) async fn changes_are_read_in_order_and_in_parts(fresh: &Fresh) {
    for n in 1..=10 {
        fresh.store.put_listing(&listing(n, None, "店"), Actor::System).await.unwrap();
    }
    let numbers = |changes: Vec<crate::domain::Change>| changes.iter().map(|c| c.seq.0).collect::<Vec<_>>();
    assert_eq!(numbers(fresh.store.changes_after(ChangeSeq(3), 4).await.unwrap()), [4, 5, 6, 7]);
    assert_eq!(numbers(fresh.store.changes_after(ChangeSeq(8), 100).await.unwrap()), [9, 10]);
    assert!(fresh.store.changes_after(ChangeSeq(10), 100).await.unwrap().is_empty());
    assert!(fresh.store.changes_after(ChangeSeq(u64::MAX), usize::MAX).await.unwrap().is_empty());
}

pub(in crate::store) async fn parallel_writers_leave_a_log_without_gaps_in_the_order_of_commits(
    fresh: &Fresh,
) {
    let mut writers = Vec::new();
    for writer in 0..8u64 {
        let store = Arc::clone(&fresh.store);
        writers.push(tokio::spawn(async move {
            let mut given = Vec::new();
            for n in 0..10 {
                let shop = listing(1 + writer * 100 + n, None, "店");
                given.push(store.put_listing(&shop, Actor::System).await.unwrap());
                // What was acknowledged is there for whoever asks next.
                assert_eq!(store.listing(shop.id).await.unwrap().unwrap(), shop);
            }
            given
        }));
    }
    // A follower that reads on from what it has seen meets every change exactly once, in order.
    let mut seen = Vec::new();
    while seen.len() < 80 {
        let after = ChangeSeq(seen.len() as u64);
        seen.extend(fresh.store.changes_after(after, 7).await.unwrap().iter().map(|c| c.seq.0));
    }
    assert_eq!(seen, (1..=80).collect::<Vec<_>>());
    let mut all = BTreeSet::new();
    for writer in writers {
        let given = writer.await.unwrap();
        assert!(given.is_sorted());
        all.extend(given);
    }
    assert_eq!(all.len(), 80);
}

/// The layers that the changes after a position name.
pub(super) async fn layers_named_after(fresh: &Fresh, seq: ChangeSeq) -> BTreeSet<Layer> {
    let changes = fresh.store.changes_after(seq, 100).await.unwrap();
    let layer = |subject| match subject {
        Subject::Layer(layer) => Some(layer),
        Subject::Listing(_) => None,
    };
    changes.into_iter().filter_map(|change| layer(change.subject)).collect()
}
