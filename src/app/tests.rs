//! A write is seen, whoever wrote it.

use futures::StreamExt as _;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use time::macros::date;

use super::failing_store::FailingStore;
use super::{App, AppOptions, Event};
use crate::domain::{
    Actor, Batch, ChangeSeq, Freshness, Handover, Layer, Listing, ListingId, ListingKind, ListingState,
    LonLat, OfferedBy, PinPrecision, Premises, Subject, Terms,
};
use crate::store::{SqliteStore, Store};
use crate::tile::{Accepted, LayerName, LayerSet, TileAddress, TileRequest};

fn shop(bits: u64) -> Listing {
    let listing = Listing {
        id: ListingId::from_bits(bits).unwrap(),
        source_key: None,
        kind: ListingKind::Shop,
        state: ListingState::Published,
        title: format!("店{bits}"),
        description: String::new(),
        address: "世田谷区経堂一丁目".into(),
        place: LonLat::new(139.636, 35.651).unwrap(),
        pin: PinPrecision::Exact,
        terms: Terms::unstated(),
        premises: Premises::unstated(),
        handover: Handover::Now,
        offered_by: OfferedBy::Owner,
        licence_number: None,
        trades: vec![],
        photos: vec![],
        freshness: Freshness::starting(date!(2026 - 01 - 10)),
        synthetic: true,
    };
    listing.checked().unwrap()
}

async fn open(folder: &tempfile::TempDir) -> App {
    App::open(AppOptions::in_folder(folder.path())).await.unwrap()
}

/// Waits for what another process's write needs to be seen.
async fn eventually(mut holds: impl FnMut() -> bool) {
    for _ in 0..200 {
        if holds() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("not seen within five seconds");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_listing_is_in_the_city_when_its_write_is_answered() {
    let folder = tempfile::tempdir().unwrap();
    let app = open(&folder).await;
    for n in 1..=20 {
        let seq = app.put_listing(&shop(n), Actor::System).await.unwrap();
        assert!(app.city().listings().get(shop(n).id).is_some());
        assert!(app.city().seq() >= seq);
    }
    let closed = Listing { state: ListingState::Let, ..shop(3) };
    app.put_listing(&closed, Actor::System).await.unwrap();
    assert!(app.city().listings().get(closed.id).is_none() && app.city().has_ended(closed.id));
    assert!(app.readiness().is_ready());
    app.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_tile_under_a_listing_shows_it_when_its_write_is_answered() {
    let folder = tempfile::tempdir().unwrap();
    let app = open(&folder).await;
    let place = TileAddress::new(16, 58_187, 25_813).unwrap();
    assert!(place.bounds(0.0).contains(shop(1).place));
    let tile = |layers| {
        let request = TileRequest { layers: LayerSet::new([layers]).unwrap(), tile: place, shown: None };
        app.tiles().tile(|| app.city(), &request, Accepted::IDENTITY).etag()
    };
    let (empty, streets) = (tile(LayerName::Listings), tile(LayerName::Streets));
    app.put_listing(&shop(1), Actor::System).await.unwrap();
    let shown = tile(LayerName::Listings);
    assert_ne!(shown, empty);
    assert_eq!(tile(LayerName::Streets), streets);
    let closed = Listing { state: ListingState::Paused, ..shop(1) };
    app.put_listing(&closed, Actor::System).await.unwrap();
    assert_eq!(tile(LayerName::Listings), empty);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_import_by_another_process_is_seen_soon() {
    let folder = tempfile::tempdir().unwrap();
    let app = open(&folder).await;
    let other = SqliteStore::open(folder.path()).await.unwrap();
    other.import(&Batch::Listings(vec![shop(1), shop(2)]), Actor::Import).await.unwrap();
    eventually(|| app.city().listings().len() == 2).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restore_by_another_process_is_seen_soon() {
    let folder = tempfile::tempdir().unwrap();
    let app = open(&folder).await;
    let other = SqliteStore::open(folder.path()).await.unwrap();
    app.put_listing(&shop(1), Actor::System).await.unwrap();
    let backup = folder.path().join("backup");
    other.backup(&backup).await.unwrap();
    app.put_listing(&shop(2), Actor::System).await.unwrap();
    other.restore(&backup, Actor::System).await.unwrap();
    eventually(|| app.city().listings().get(shop(2).id).is_none()).await;
    assert!(app.city().listings().get(shop(1).id).is_some());
    // And the server goes on writing.
    app.put_listing(&shop(3), Actor::System).await.unwrap();
    assert_eq!(app.city().listings().len(), 2);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_city_followed_change_by_change_is_the_city_loaded_afresh() {
    let folder = tempfile::tempdir().unwrap();
    let app = open(&folder).await;
    for n in 1..=10 {
        app.put_listing(&shop(n), Actor::System).await.unwrap();
    }
    let ended = Listing { state: ListingState::Expired, ..shop(4) };
    app.import(&Batch::Listings(vec![shop(11), ended]), Actor::Import).await.unwrap();
    let afresh = open(&folder).await;
    let ids = |app: &App| {
        let mut ids: Vec<ListingId> = app.city().listings().iter().map(crate::city::ListingRow::id).collect();
        ids.sort();
        ids
    };
    assert_eq!(ids(&app), ids(&afresh));
    assert_eq!(app.city().seq(), afresh.city().seq());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_watcher_is_told_every_change_once_and_in_order_from_where_it_left() {
    let folder = tempfile::tempdir().unwrap();
    let app = Arc::new(open(&folder).await);
    app.put_listing(&shop(1), Actor::System).await.unwrap();
    app.put_listing(&shop(2), Actor::System).await.unwrap();
    let since_first = app.events_after(Some(ChangeSeq(1)));
    let from_now = app.events_after(None);
    let of_another_log = app.events_after(Some(ChangeSeq(99)));

    let writer = Arc::clone(&app);
    let writing = tokio::spawn(async move {
        for n in 3..=30 {
            writer.put_listing(&shop(n), Actor::System).await.unwrap();
        }
        writer.import(&Batch::Listings(vec![shop(31)]), Actor::Import).await.unwrap();
    });
    let seqs = |events: Vec<Event>| events.iter().map(|e| e.seq.0).collect::<Vec<_>>();
    let seen: Vec<Event> = since_first.take(30).collect().await;
    assert_eq!(seen[0].subject, Subject::Listing(shop(2).id));
    assert_eq!(seen[29].subject, Subject::Layer(Layer::Listings));
    assert_eq!(seqs(seen), (2..=31).collect::<Vec<_>>());
    assert_eq!(seqs(from_now.take(29).collect().await), (3..=31).collect::<Vec<_>>());
    assert_eq!(seqs(of_another_log.take(29).collect().await), (3..=31).collect::<Vec<_>>());
    writing.await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_watcher_is_never_told_the_id_of_a_listing_that_is_not_public() {
    let folder = tempfile::tempdir().unwrap();
    let app = open(&folder).await;
    let live = app.events_after(None);
    for state in [ListingState::Draft, ListingState::Published, ListingState::Let, ListingState::Paused] {
        app.put_listing(&Listing { state, ..shop(1) }, Actor::System).await.unwrap();
    }
    let (named, unnamed) = (Subject::Listing(shop(1).id), Subject::Layer(Layer::Listings));
    let told: Vec<Subject> = live.take(4).map(|event| event.subject).collect().await;
    assert_eq!(told[0], unnamed);
    assert_eq!(told[3], unnamed);
    // Who asks later is told no more than the city shows by now.
    let later: Vec<Subject> = app.events_after(Some(ChangeSeq(0))).take(4).map(|e| e.subject).collect().await;
    assert!(later.iter().all(|subject| *subject == unnamed) && told[1..3].contains(&named));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_watcher_that_slept_through_thousands_of_changes_misses_none() {
    let folder = tempfile::tempdir().unwrap();
    let app = open(&folder).await;
    let watcher = app.events_after(None);
    let batches = vec![Batch::Listings(vec![shop(1)]); 3000];
    app.store().import_all(&batches, Actor::Import).await.unwrap();
    let told: Vec<u64> = watcher.take(3000).map(|event| event.seq.0).collect().await;
    assert_eq!(told, (1..=3000).collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn watchers_are_sent_home_when_the_application_closes() {
    let folder = tempfile::tempdir().unwrap();
    let app = open(&folder).await;
    let watcher = app.events_after(None);
    app.close().await;
    assert_eq!(watcher.collect::<Vec<_>>().await, []);
    assert!(app.put_listing(&shop(1), Actor::System).await.is_err());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_empty_store_is_filled_with_the_sample_once() {
    let folder = tempfile::tempdir().unwrap();
    let options = AppOptions { sample: true, ..AppOptions::in_folder(folder.path()) };
    let app = App::open(options.clone()).await.unwrap();
    let (listings, seq) = (app.city().listings().len(), app.city().seq());
    assert!(listings > 100 && app.city().zones().len() > 100 && !app.city().streets().is_empty());
    let report = app.store().check().await.unwrap();
    assert!(report.is_sound(), "{report}");
    app.close().await;

    let again = App::open(options).await.unwrap();
    assert_eq!((again.city().listings().len(), again.city().seq()), (listings, seq));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_the_store_fails_the_city_stays_and_afterwards_it_catches_up() {
    let folder = tempfile::tempdir().unwrap();
    let inner = SqliteStore::open(folder.path()).await.unwrap();
    let failing = Arc::new(FailingStore { inner, fails: false.into() });
    let store: Arc<dyn Store> = Arc::<FailingStore>::clone(&failing);
    let app = App::over(store, &AppOptions::in_folder(folder.path())).await.unwrap();
    app.put_listing(&shop(1), Actor::System).await.unwrap();

    failing.fails.store(true, Ordering::SeqCst);
    eventually(|| !app.readiness().is_ready()).await;
    assert!(app.put_listing(&shop(2), Actor::System).await.is_err());
    assert_eq!(app.city().listings().len(), 1);

    failing.inner.put_listing(&shop(2), Actor::System).await.unwrap();
    failing.fails.store(false, Ordering::SeqCst);
    eventually(|| app.readiness().is_ready() && app.city().listings().len() == 2).await;
    assert_eq!(app.readiness().shown, ChangeSeq(2));
}
