//! The outbox of letters.

use std::sync::Arc;
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

use super::Fresh;
use super::samples::{id, listing};
use crate::domain::{Actor, Sealed};
use crate::store::{NewLetter, Outbox, Store};

const NOW: OffsetDateTime = datetime!(2026-01-10 9:00:00.123 UTC);

fn letter(key: &str) -> NewLetter {
    NewLetter { key: key.into(), sealed: Sealed(key.as_bytes().to_vec()), due: NOW }
}

async fn queued<'a>(fresh: &'a Fresh, keys: &[&str]) -> &'a dyn Outbox {
    let letters: Vec<NewLetter> = keys.iter().map(|key| letter(key)).collect();
    assert_eq!(fresh.store.outbox().queue(&letters).await.unwrap(), keys.len());
    fresh.store.outbox()
}

async fn keys(outbox: &dyn Outbox, at: OffsetDateTime) -> Vec<String> {
    let due = outbox.claim(at, at + Duration::MINUTE, 100).await.unwrap();
    due.into_iter().map(|due| due.key).collect()
}

pub(in crate::store) async fn a_letter_is_due_at_its_time_with_all_that_it_says(fresh: &Fresh) {
    let (outbox, now) = (fresh.store.outbox(), letter("a"));
    let later = NewLetter { due: NOW + Duration::HOUR, ..letter("b") };
    outbox.queue(&[now.clone(), later]).await.unwrap();
    let [due] = &outbox.claim(NOW, NOW + Duration::MINUTE, 10).await.unwrap()[..] else { panic!() };
    assert_eq!((&due.key, &due.sealed, due.attempts), (&now.key, &now.sealed, 1));
    outbox.sent(due.number, NOW).await.unwrap();
    assert_eq!(keys(outbox, NOW + Duration::HOUR).await, ["b"]);
}

pub(in crate::store) async fn a_key_is_queued_once_even_after_its_letter_was_sent(fresh: &Fresh) {
    let outbox = queued(fresh, &["a", "b"]).await;
    assert_eq!(outbox.queue(&[letter("b"), letter("c")]).await.unwrap(), 1);
    for due in outbox.claim(NOW, NOW, 100).await.unwrap() {
        outbox.sent(due.number, NOW).await.unwrap();
    }
    assert_eq!(outbox.queue(&[letter("a"), letter("b"), letter("c")]).await.unwrap(), 0);
    assert!(keys(outbox, NOW + Duration::DAY).await.is_empty());
}

pub(in crate::store) async fn a_letter_being_sent_is_nobody_else_s_until_its_time_is_over(fresh: &Fresh) {
    let outbox = queued(fresh, &["a"]).await;
    assert_eq!(keys(outbox, NOW).await, ["a"]);
    assert!(keys(outbox, NOW + Duration::seconds(59)).await.is_empty());
    let again = outbox.claim(NOW + Duration::MINUTE, NOW + Duration::HOUR, 10).await.unwrap();
    assert_eq!((again.len(), again[0].attempts), (1, 2));
}

pub(in crate::store) async fn a_letter_is_tried_until_it_is_taken_or_given_up_and_then_says_nothing(
    fresh: &Fresh,
) {
    let outbox = queued(fresh, &["a", "b"]).await;
    let due = outbox.claim(NOW, NOW + Duration::MINUTE, 10).await.unwrap();
    let later = NOW + Duration::HOUR;
    outbox.put_off(due[0].number, later, "the mail server answered 451").await.unwrap();
    outbox.give_up(due[1].number, NOW, "the mail server answered 550").await.unwrap();
    assert!(keys(outbox, later - Duration::SECOND).await.is_empty());
    let again = outbox.claim(later, later, 10).await.unwrap();
    assert_eq!(again.iter().map(|due| &*due.key).collect::<Vec<_>>(), ["a"]);
    outbox.sent(again[0].number, later).await.unwrap();
    // A sender that was slow to say that it failed does not bring back what another one sent.
    outbox.put_off(again[0].number, later, "the mail server took too long").await.unwrap();
    assert!(keys(outbox, later + Duration::DAY).await.is_empty());
    assert!(fresh.store.check().await.unwrap().is_sound());
}

pub(in crate::store) async fn letters_that_ended_are_forgotten_in_time_and_others_are_not(fresh: &Fresh) {
    let outbox = queued(fresh, &["a", "b", "c"]).await;
    let due = outbox.claim(NOW, NOW, 10).await.unwrap();
    outbox.sent(due[0].number, NOW).await.unwrap();
    outbox.give_up(due[1].number, NOW + Duration::SECOND, "").await.unwrap();
    assert_eq!(outbox.forget(NOW).await.unwrap(), 0);
    assert_eq!(outbox.forget(NOW + Duration::SECOND).await.unwrap(), 1);
    assert_eq!(outbox.queue(&[letter("a"), letter("b"), letter("c")]).await.unwrap(), 1);
}

pub(in crate::store) async fn senders_in_parallel_never_take_the_same_letter(fresh: &Fresh) {
    let all: Vec<NewLetter> = (0..40).map(|n| letter(&format!("k{n}"))).collect();
    fresh.store.outbox().queue(&all).await.unwrap();
    let take = |store: Arc<dyn Store>| {
        tokio::spawn(async move {
            let mut taken = Vec::new();
            loop {
                let due = store.outbox().claim(NOW, NOW + Duration::MINUTE, 3).await.unwrap();
                if due.is_empty() {
                    return taken;
                }
                taken.extend(due.into_iter().map(|due| due.number));
            }
        })
    };
    let mut taken = Vec::new();
    for sender in [0; 4].map(|_| take(Arc::clone(&fresh.store))) {
        taken.extend(sender.await.unwrap());
    }
    let count = taken.len();
    taken.sort_unstable();
    taken.dedup();
    assert_eq!((count, taken.len()), (40, 40));
}

pub(in crate::store) async fn a_listing_and_its_letters_are_written_together_or_not_at_all(fresh: &Fresh) {
    let store = &fresh.store;
    store.put_listing_with(&listing(1, Some("key"), "店"), Actor::System, &[letter("a")]).await.unwrap();
    // Another listing claims the same source key.
    let refused = listing(2, Some("key"), "別の店");
    assert!(store.put_listing_with(&refused, Actor::System, &[letter("b")]).await.is_err());
    assert_eq!(store.listing(id(2)).await.unwrap(), None);
    assert_eq!(keys(store.outbox(), NOW).await, ["a"]);
}

pub(in crate::store) async fn a_restore_sends_no_letter_again_and_an_empty_store_takes_them_over(
    fresh: &Fresh,
) {
    let outbox = queued(fresh, &["a"]).await;
    fresh.store.put_listing(&listing(5, None, "店"), Actor::System).await.unwrap();
    let to = fresh.folder.path().join("backup");
    fresh.store.backup(&to).await.unwrap();
    for due in outbox.claim(NOW, NOW, 10).await.unwrap() {
        outbox.sent(due.number, NOW).await.unwrap();
    }
    fresh.store.restore(&to, Actor::System).await.unwrap();
    assert!(keys(outbox, NOW + Duration::DAY).await.is_empty());
    fresh.another.restore(&to, Actor::System).await.unwrap();
    assert_eq!(keys(fresh.another.outbox(), NOW).await, ["a"]);
}
