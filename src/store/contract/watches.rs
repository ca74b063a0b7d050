//! Watches and the queue of mails.

use std::sync::Arc;
use time::macros::{date, datetime};
use time::{Duration, OffsetDateTime};

use super::Fresh;
use super::samples::{id, listing};
use crate::domain::{
    Actor, Asking, Cadence, ChangeSeq, Gone, Language, ListingFacts, ListingKind, News, NoticeKey, Sealed,
    TokenHash, Watch, WatchState, What, Yen,
};
use crate::store::{NewNotice, NewWatch, Telling, Watches};

const NOW: OffsetDateTime = datetime!(2026-01-10 9:00:00.123 UTC);

fn asked_for(bits: u64) -> NewWatch {
    let watch = Watch {
        id: id(bits),
        query: "kind=shop&q=%E5%BA%97".into(),
        language: Language::Easy,
        cadence: Cadence::Daily,
        state: WatchState::Unconfirmed,
        created: NOW,
        confirmed: None,
        stopped: None,
    };
    NewWatch {
        watch,
        address: Sealed(vec![1, 2, 3, bits as u8]),
        confirm: TokenHash([4; 32]),
        stop: TokenHash([5; 32]),
        message: format!("confirm-{bits}"),
    }
}

fn entered(bits: u64) -> News {
    let facts = ListingFacts {
        id: id(bits),
        title: "店".into(),
        kind: ListingKind::Shop,
        address: "世田谷区経堂".into(),
        rent: Asking::Amount(Yen::new(200_000).unwrap()),
        area_m2: Some(40.5),
        station: Some(("経堂".into(), 5)),
        synthetic: true,
    };
    News { what: What::Entered, facts }
}

fn notice(watch: u64, key: NoticeKey, message: &str, news: Vec<News>) -> NewNotice {
    NewNotice { watch: id(watch), key, message: message.into(), due: NOW, news, more: 0 }
}

fn step(from: Option<u64>, to: u64, notices: Vec<NewNotice>) -> Telling {
    Telling { from: from.map(ChangeSeq), to: ChangeSeq(to), listings: vec![], notices }
}

/// An active watch whose first mail is out.
async fn active(fresh: &Fresh, bits: u64) -> &dyn Watches {
    let watches = fresh.store.watches();
    watches.add(&asked_for(bits)).await.unwrap();
    assert!(watches.confirm(id(bits), NOW).await.unwrap());
    for due in watches.claim(NOW, NOW, 100).await.unwrap() {
        watches.sent(due.notice.number).await.unwrap();
    }
    watches
}

async fn messages(watches: &dyn Watches, at: OffsetDateTime) -> Vec<String> {
    let due = watches.claim(at, at + Duration::MINUTE, 100).await.unwrap();
    due.into_iter().map(|due| due.notice.message).collect()
}

pub(in crate::store) async fn a_watch_reads_back_equal_through_its_life(fresh: &Fresh) {
    let (watches, new) = (fresh.store.watches(), asked_for(7));
    assert_eq!(watches.watch(id(7)).await.unwrap(), None);
    watches.add(&new).await.unwrap();
    let kept = watches.watch(id(7)).await.unwrap().unwrap();
    assert_eq!((&kept.watch, kept.confirm, kept.stop), (&new.watch, new.confirm, new.stop));
    assert!(watches.confirmed_after(0).await.unwrap().is_empty());

    assert!(watches.confirm(id(7), NOW).await.unwrap());
    assert!(!watches.confirm(id(7), NOW).await.unwrap(), "once");
    let confirmed = Watch { state: WatchState::Active, confirmed: Some(NOW), ..new.watch.clone() };
    assert_eq!(watches.confirmed_after(0).await.unwrap(), [(1, confirmed)]);
    assert!(watches.confirmed_after(1).await.unwrap().is_empty());

    assert!(watches.stop(id(7), NOW).await.unwrap());
    assert!(!watches.stop(id(7), NOW).await.unwrap(), "once");
    let stopped = watches.watch(id(7)).await.unwrap().unwrap().watch;
    assert_eq!((stopped.state, stopped.stopped, &*stopped.query), (WatchState::Stopped, Some(NOW), ""));
    assert!(!watches.confirm(id(7), NOW).await.unwrap(), "what was stopped stays so");
    assert!(watches.confirmed_after(0).await.unwrap().is_empty());
}

pub(in crate::store) async fn a_number_of_confirmations_is_never_given_twice(fresh: &Fresh) {
    active(fresh, 1).await;
    let watches = active(fresh, 2).await;
    watches.stop(id(2), NOW).await.unwrap();
    watches.forget(NOW + Duration::SECOND).await.unwrap();
    active(fresh, 3).await;
    let numbers: Vec<u64> = watches.confirmed_after(0).await.unwrap().iter().map(|(n, _)| *n).collect();
    assert_eq!(numbers, [1, 3]);
}

pub(in crate::store) async fn what_was_never_confirmed_or_was_stopped_is_forgotten(fresh: &Fresh) {
    let watches = active(fresh, 1).await;
    watches.add(&asked_for(2)).await.unwrap();
    watches.add(&asked_for(3)).await.unwrap();
    watches.stop(id(3), NOW).await.unwrap();
    assert_eq!(watches.forget(NOW).await.unwrap(), 0);
    assert_eq!(watches.forget(NOW + Duration::SECOND).await.unwrap(), 2);
    assert!(watches.watch(id(1)).await.unwrap().is_some());
    for gone in [2, 3] {
        assert_eq!(watches.watch(id(gone)).await.unwrap(), None);
    }
    assert!(messages(watches, NOW).await.is_empty(), "their mails are gone too");
}

pub(in crate::store) async fn the_mail_that_asks_to_confirm_is_due_at_once_and_knows_where_to(fresh: &Fresh) {
    let (watches, new) = (fresh.store.watches(), asked_for(7));
    watches.add(&new).await.unwrap();
    let [due] = &watches.claim(NOW, NOW + Duration::MINUTE, 10).await.unwrap()[..] else { panic!() };
    assert_eq!(
        (due.notice.key, &due.notice.message, due.notice.attempts),
        (NoticeKey::Confirm, &new.message, 1)
    );
    assert_eq!((&due.watch, &due.address), (&new.watch, &new.address));
}

pub(in crate::store) async fn a_step_queues_its_mails_and_notes_its_progress_once(fresh: &Fresh) {
    let watches = active(fresh, 7).await;
    assert_eq!(watches.told().await.unwrap(), None);
    let first = step(None, 3, vec![]);
    assert!(watches.tell(&first).await.unwrap());
    assert!(!watches.tell(&first).await.unwrap(), "another process was faster");
    let told = [
        entered(20),
        News { what: What::Left(Gone::Hidden), ..entered(21) },
        News {
            what: What::Changed { rent_before: Some(Asking::Negotiable), terms: true, rest: false },
            ..entered(22)
        },
        News {
            facts: ListingFacts { station: None, area_m2: None, rent: Asking::Unstated, ..entered(23).facts },
            ..entered(23)
        },
    ];
    let mut new = notice(7, NoticeKey::Change(ChangeSeq(5)), "m", told.to_vec());
    new.more = 12;
    let second = step(Some(3), 5, vec![new]);
    assert!(watches.tell(&second).await.unwrap());
    assert!(!watches.tell(&second).await.unwrap());
    assert_eq!(watches.told().await.unwrap(), Some(ChangeSeq(5)));
    let [due] = &watches.claim(NOW, NOW + Duration::MINUTE, 10).await.unwrap()[..] else { panic!() };
    assert_eq!((&due.notice.news[..], due.notice.more), (&told[..], 12));
    assert_eq!(due.notice.key, NoticeKey::Change(ChangeSeq(5)));
}

pub(in crate::store) async fn the_listings_watches_were_told_of_read_back_without_photos(fresh: &Fresh) {
    let watches = fresh.store.watches();
    let (one, two) = (listing(1, Some("a"), "一"), listing(2, None, "二"));
    let told = Telling {
        listings: vec![(one.id, Some(one.clone())), (two.id, Some(two.clone()))],
        ..step(None, 1, vec![])
    };
    watches.tell(&told).await.unwrap();
    assert_eq!(watches.told_listings().await.unwrap(), [one.clone(), two]);
    let dearer = listing(1, Some("a"), "高い一");
    let told =
        Telling { listings: vec![(one.id, Some(dearer.clone())), (id(2), None)], ..step(Some(1), 2, vec![]) };
    watches.tell(&told).await.unwrap();
    assert_eq!(watches.told_listings().await.unwrap(), std::slice::from_ref(&dearer));
    assert_eq!(watches.told_listing(one.id).await.unwrap(), Some(dearer));
    assert_eq!(watches.told_listing(id(2)).await.unwrap(), None);
}

pub(in crate::store) async fn a_watch_that_is_not_active_gets_no_news(fresh: &Fresh) {
    let watches = fresh.store.watches();
    watches.add(&asked_for(1)).await.unwrap();
    active(fresh, 2).await;
    watches.stop(id(2), NOW).await.unwrap();
    let notices =
        [1, 2, 3].map(|n| notice(n, NoticeKey::Change(ChangeSeq(1)), &format!("m{n}"), vec![entered(9)]));
    watches.tell(&step(None, 1, notices.to_vec())).await.unwrap();
    assert!(
        messages(watches, NOW + Duration::DAY).await.iter().all(|message| message.starts_with("confirm"))
    );
}

pub(in crate::store) async fn news_of_a_day_gathers_in_one_mail_and_after_it_in_the_next_day_s(
    fresh: &Fresh,
) {
    let watches = active(fresh, 7).await;
    let day = NoticeKey::Day(date!(2026 - 01 - 11));
    for (to, from) in [(1, None), (2, Some(1))] {
        let new = notice(7, day, &format!("m{to}"), vec![entered(to)]);
        watches.tell(&step(from, to, vec![new])).await.unwrap();
    }
    let [due] = &watches.claim(NOW, NOW + Duration::MINUTE, 10).await.unwrap()[..] else { panic!() };
    assert_eq!((&*due.notice.message, &due.notice.news), ("m1", &vec![entered(1), entered(2)]));
    // Its mail is on the way: what is queued now for that day waits for the next.
    watches.tell(&step(Some(2), 3, vec![notice(7, day, "m3", vec![entered(3)])])).await.unwrap();
    watches.sent(due.notice.number).await.unwrap();
    assert!(messages(watches, NOW + Duration::HOUR).await.is_empty());
    let [next] = &watches.claim(NOW + Duration::DAY, NOW + Duration::DAY, 10).await.unwrap()[..] else {
        panic!()
    };
    assert_eq!(
        (next.notice.key, &next.notice.news),
        (NoticeKey::Day(date!(2026 - 01 - 12)), &vec![entered(3)])
    );
}

pub(in crate::store) async fn a_mail_being_sent_is_nobody_else_s_until_its_time_is_over(fresh: &Fresh) {
    let watches = active(fresh, 7).await;
    watches
        .tell(&step(None, 1, vec![notice(7, NoticeKey::Change(ChangeSeq(1)), "m", vec![entered(1)])]))
        .await
        .unwrap();
    assert_eq!(messages(watches, NOW).await, ["m"]);
    assert!(messages(watches, NOW + Duration::seconds(59)).await.is_empty());
    // Whoever was sending it is gone: the same mail, under the same name.
    assert_eq!(messages(watches, NOW + Duration::MINUTE).await, ["m"]);
}

pub(in crate::store) async fn a_mail_is_tried_until_it_is_taken_or_given_up(fresh: &Fresh) {
    let watches = active(fresh, 7).await;
    let new = |n: u64| notice(7, NoticeKey::Change(ChangeSeq(n)), &format!("m{n}"), vec![entered(n)]);
    watches.tell(&step(None, 2, vec![new(1), new(2)])).await.unwrap();
    let due = watches.claim(NOW, NOW + Duration::MINUTE, 10).await.unwrap();
    let later = NOW + Duration::HOUR;
    watches.put_off(due[0].notice.number, later, "the mail server answered 451").await.unwrap();
    watches.give_up(due[1].notice.number, "the mail server answered 550").await.unwrap();
    assert!(messages(watches, later - Duration::SECOND).await.is_empty());
    let again = watches.claim(later, later, 10).await.unwrap();
    assert_eq!(
        again.iter().map(|due| (&*due.notice.message, due.notice.attempts)).collect::<Vec<_>>(),
        [("m1", 2)]
    );
    watches.sent(again[0].notice.number).await.unwrap();
    assert!(messages(watches, later + Duration::DAY).await.is_empty());
}

pub(in crate::store) async fn senders_in_parallel_never_take_the_same_mail(fresh: &Fresh) {
    let watches = active(fresh, 7).await;
    let all: Vec<NewNotice> = (1..=40)
        .map(|n| notice(7, NoticeKey::Change(ChangeSeq(n)), &format!("m{n}"), vec![entered(n)]))
        .collect();
    watches.tell(&step(None, 40, all)).await.unwrap();
    let take = |store: Arc<dyn crate::store::Store>| {
        tokio::spawn(async move {
            let mut taken = Vec::new();
            loop {
                let due = store.watches().claim(NOW, NOW + Duration::MINUTE, 3).await.unwrap();
                if due.is_empty() {
                    return taken;
                }
                taken.extend(due.into_iter().map(|due| due.notice.number));
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

pub(in crate::store) async fn a_restore_lets_watches_go_on_and_an_empty_store_takes_them_over(fresh: &Fresh) {
    let watches = active(fresh, 1).await;
    fresh.store.put_listing(&listing(5, None, "店"), Actor::System).await.unwrap();
    watches
        .tell(&step(None, 1, vec![notice(1, NoticeKey::Change(ChangeSeq(1)), "m", vec![entered(1)])]))
        .await
        .unwrap();
    let to = fresh.folder.path().join("backup");
    fresh.store.backup(&to).await.unwrap();
    watches.stop(id(1), NOW).await.unwrap();
    active(fresh, 2).await;
    fresh.store.restore(&to, Actor::System).await.unwrap();
    assert_eq!(watches.watch(id(1)).await.unwrap().unwrap().watch.state, WatchState::Stopped);
    assert!(watches.watch(id(2)).await.unwrap().is_some());
    assert!(fresh.store.check().await.unwrap().is_sound());

    fresh.another.restore(&to, Actor::System).await.unwrap();
    let over = fresh.another.watches();
    assert_eq!(over.watch(id(1)).await.unwrap().unwrap().watch.state, WatchState::Active);
    assert_eq!(over.told().await.unwrap(), Some(ChangeSeq(1)));
    assert_eq!(messages(over, NOW).await, ["m"]);
}
