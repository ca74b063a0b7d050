//! Rows go in and come out as they were.

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use super::samples::{id, listing, one_of_each};
use super::{Fresh, arbitrary};
use crate::domain::{Actor, Batch, ChangeSeq, Contents, Layer, Listing, Photo};
use crate::store::{LayerRows, StoreError};

/// What a store holds after these batches were imported into an empty one.
fn expected(batches: Vec<Batch>, seq: ChangeSeq) -> Contents {
    let mut contents = Contents { seq, ..Contents::default() };
    for batch in batches {
        match batch {
            Batch::Zoning { edition, zones } => {
                contents.editions.push(edition);
                contents.zones.extend(zones);
            }
            Batch::Streets(rows) => contents.streets.extend(rows),
            Batch::Stations(rows) => contents.stations.extend(rows),
            Batch::Towns(rows) => contents.towns.extend(rows),
            Batch::Boundaries(rows) => contents.boundaries.extend(rows),
            Batch::Basemap(rows) => contents.basemap.extend(rows),
            Batch::Areas(rows) => contents.areas.extend(rows),
            Batch::Blocks(rows) => contents.blocks.extend(rows),
            Batch::Roads { network, roads } => {
                contents.road_networks.push(network);
                contents.roads.extend(roads);
            }
            // No map shows how lots are used: the ledger asks for the layer.
            Batch::LandUse { .. } => {}
            Batch::Listings(rows) => contents.listings.extend(rows),
        }
    }
    contents
}

pub(in crate::store) async fn an_empty_store_has_nothing_and_says_so(fresh: &Fresh) {
    assert!(fresh.store.is_empty().await.unwrap());
    assert_eq!(format!("{:?}", fresh.store.contents().await.unwrap()), format!("{:?}", Contents::default()));
    assert_eq!(fresh.store.listing(id(1)).await.unwrap(), None);
    assert_eq!(fresh.store.last_change().await.unwrap(), ChangeSeq(0));
}

pub(in crate::store) async fn any_listing_reads_back_equal(fresh: &Fresh) {
    let mut runner = TestRunner::default();
    let mut all = std::collections::BTreeMap::new();
    for n in 0..200u64 {
        let mut any: Listing = arbitrary::listing().new_tree(&mut runner).unwrap().current();
        any.source_key = any.source_key.map(|key| format!("{n}{key}"));
        fresh.store.put_listing(&any, Actor::System).await.unwrap();
        assert_eq!(fresh.store.listing(any.id).await.unwrap().as_ref(), Some(&any));
        all.insert(any.id, any);
    }
    let contents = fresh.store.contents().await.unwrap();
    assert_eq!(contents.listings, all.into_values().collect::<Vec<_>>());
}

pub(in crate::store) async fn a_listing_put_again_is_replaced_with_its_photos_and_trades(fresh: &Fresh) {
    let photo = |name: &str| Photo { name: name.into(), alt: "正面".into() };
    let first = Listing {
        photos: vec![photo("b.svg"), photo("a.svg")],
        trades: vec!["パン".into(), "花".into()],
        ..listing(1, Some("k"), "角の店")
    };
    fresh.store.put_listing(&first, Actor::System).await.unwrap();
    assert_eq!(fresh.store.listing(first.id).await.unwrap().unwrap(), first);
    let second =
        Listing { photos: vec![photo("c.svg")], trades: vec![], title: "角の店 改".into(), ..first };
    fresh.store.put_listing(&second, Actor::System).await.unwrap();
    assert_eq!(fresh.store.listing(second.id).await.unwrap().unwrap(), second);
}

pub(in crate::store) async fn a_listing_that_cannot_exist_is_refused(fresh: &Fresh) {
    let untitled = Listing { title: String::new(), ..listing(1, None, "x") };
    let refused = fresh.store.put_listing(&untitled, Actor::System).await;
    assert!(matches!(refused, Err(StoreError::NotAListing { .. })), "{refused:?}");
    assert!(fresh.store.is_empty().await.unwrap());
}

pub(in crate::store) async fn a_source_key_belongs_to_one_listing(fresh: &Fresh) {
    fresh.store.put_listing(&listing(1, Some("k"), "一"), Actor::System).await.unwrap();
    let refused = fresh.store.put_listing(&listing(2, Some("k"), "二"), Actor::System).await;
    assert!(matches!(refused, Err(StoreError::KeyTaken { ref key, .. }) if key == "k"), "{refused:?}");
    assert_eq!(fresh.store.contents().await.unwrap().listings.len(), 1);
}

pub(in crate::store) async fn every_kind_of_row_reads_back_equal(fresh: &Fresh) {
    let mut seq = ChangeSeq(0);
    for batch in one_of_each() {
        seq = fresh.store.import(&batch, Actor::Import).await.unwrap();
    }
    let contents = fresh.store.contents().await.unwrap();
    assert_eq!(format!("{contents:?}"), format!("{:?}", expected(one_of_each(), seq)));
    assert!(!fresh.store.is_empty().await.unwrap());
}

pub(in crate::store) async fn a_layer_alone_reads_as_it_does_among_all_contents(fresh: &Fresh) {
    for batch in one_of_each() {
        fresh.store.import(&batch, Actor::Import).await.unwrap();
    }
    let all = fresh.store.contents().await.unwrap();
    for layer in Layer::ALL {
        let rows = fresh.store.layer(*layer).await.unwrap();
        assert_eq!(rows.layer(), *layer);
        let same = match rows {
            LayerRows::Zones { editions, zones } => editions == all.editions && zones == all.zones,
            LayerRows::Streets(rows) => rows == all.streets,
            LayerRows::Stations(rows) => rows == all.stations,
            LayerRows::Towns(rows) => rows == all.towns,
            LayerRows::Boundaries(rows) => rows == all.boundaries,
            LayerRows::Basemap(rows) => rows == all.basemap,
            LayerRows::Areas(rows) => rows == all.areas,
            LayerRows::Blocks(rows) => rows == all.blocks,
            LayerRows::Roads { networks, roads } => networks == all.road_networks && roads == all.roads,
            LayerRows::LandUse { surveys, lots } => {
                assert_eq!(fresh.store.surveys().await.unwrap(), surveys);
                let batch = Batch::LandUse { survey: surveys[0].clone(), lots };
                one_of_each().iter().any(|of| format!("{of:?}") == format!("{batch:?}"))
            }
            LayerRows::Listings(rows) => rows == all.listings,
        };
        assert!(same, "{layer}");
    }
}

pub(in crate::store) async fn readers_see_one_moment_while_somebody_imports(fresh: &Fresh) {
    let generation = |n: u64| {
        let row = |i| Listing { description: n.to_string(), ..listing(i, Some(&i.to_string()), "店") };
        Batch::Listings((1..=30).map(row).collect())
    };
    let writer = std::sync::Arc::clone(&fresh.store);
    let writing = tokio::spawn(async move {
        for n in 1..=20 {
            writer.import(&generation(n), Actor::Import).await.unwrap();
        }
    });
    while !writing.is_finished() {
        let seen = fresh.store.contents().await.unwrap();
        assert_eq!(seen.listings.len(), if seen.seq == ChangeSeq(0) { 0 } else { 30 });
        assert!(seen.listings.iter().all(|l| l.description == seen.seq.to_string()), "at {}", seen.seq);
    }
    writing.await.unwrap();
}
