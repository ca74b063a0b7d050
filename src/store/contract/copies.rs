//! Backup, restore and check.

use std::sync::Arc;

use super::Fresh;
use super::log::layers_named_after;
use super::samples::{listing, one_of_each};
use crate::domain::{Actor, Batch, ChangeSeq, Contents, Layer, Listing, Photo};
use crate::store::StoreError;

async fn fill(fresh: &Fresh) -> Contents {
    for batch in one_of_each() {
        fresh.store.import(&batch, Actor::Sample).await.unwrap();
    }
    let photo = Photo { name: "front.svg".into(), alt: "正面".into() };
    fresh.store.photos().put(&photo.name, b"<svg/>".to_vec()).await.unwrap();
    let shop = Listing { photos: vec![photo], ..listing(5, None, "写真のある店") };
    fresh.store.put_listing(&shop, Actor::System).await.unwrap();
    fresh.store.contents().await.unwrap()
}

fn rows(contents: Contents) -> String {
    format!("{:?}", Contents { seq: ChangeSeq(0), ..contents })
}

pub(in crate::store) async fn a_backup_brings_everything_back(fresh: &Fresh) {
    let before = fill(fresh).await;
    let to = fresh.folder.path().join("backup");
    assert_eq!(fresh.store.backup(&to).await.unwrap(), before.seq);

    fresh.store.put_listing(&listing(900, None, "あとの店"), Actor::System).await.unwrap();
    let changed = Batch::Listings(vec![listing(901, Some("a"), "変わった店")]);
    fresh.store.import(&changed, Actor::Import).await.unwrap();
    fresh.store.photos().put("front.svg", b"<svg>changed</svg>".to_vec()).await.unwrap();

    fresh.store.restore(&to, Actor::System).await.unwrap();
    assert_eq!(rows(fresh.store.contents().await.unwrap()), rows(before));
    assert_eq!(fresh.store.photos().read("front.svg").await.unwrap().unwrap(), b"<svg/>");
    assert!(fresh.store.check().await.unwrap().is_sound());
}

pub(in crate::store) async fn a_restore_goes_on_with_the_log_and_names_every_layer(fresh: &Fresh) {
    fill(fresh).await;
    let to = fresh.folder.path().join("backup");
    fresh.store.backup(&to).await.unwrap();
    fresh.store.put_listing(&listing(900, None, "あとの店"), Actor::System).await.unwrap();
    let before = fresh.store.last_change().await.unwrap();
    let restored = fresh.store.restore(&to, Actor::System).await.unwrap();
    assert_eq!(restored, fresh.store.last_change().await.unwrap());
    assert!(restored > before);
    assert_eq!(layers_named_after(fresh, before).await, Layer::ALL.iter().copied().collect());
}

pub(in crate::store) async fn an_empty_store_takes_over_the_log_of_a_backup(fresh: &Fresh) {
    let before = fill(fresh).await;
    let to = fresh.folder.path().join("backup");
    fresh.store.backup(&to).await.unwrap();

    fresh.another.restore(&to, Actor::System).await.unwrap();
    let held = fresh.another.changes_after(ChangeSeq(0), 1000).await.unwrap();
    let history = fresh.store.changes_after(ChangeSeq(0), 1000).await.unwrap();
    assert_eq!(held[..history.len()], history);
    assert_eq!(rows(fresh.another.contents().await.unwrap()), rows(before));
}

pub(in crate::store) async fn a_backup_is_never_written_over_something(fresh: &Fresh) {
    fill(fresh).await;
    let to = fresh.folder.path().join("there");
    std::fs::create_dir(&to).unwrap();
    let refused = fresh.store.backup(&to).await;
    assert!(matches!(refused, Err(StoreError::BackupExists(_))), "{refused:?}");
    assert_eq!(std::fs::read_dir(&to).unwrap().count(), 0);
}

pub(in crate::store) async fn a_folder_without_a_backup_is_refused_and_changes_nothing(fresh: &Fresh) {
    let before = fill(fresh).await;
    for from in [fresh.folder.path().join("nothing"), tempfile::tempdir().unwrap().path().to_owned()] {
        let refused = fresh.store.restore(&from, Actor::System).await;
        assert!(matches!(refused, Err(StoreError::NotABackup(_))), "{refused:?}");
    }
    let after = fresh.store.contents().await.unwrap();
    assert_eq!((after.seq, rows(after)), (before.seq, rows(before)));
}

pub(in crate::store) async fn a_backup_taken_while_somebody_writes_is_one_moment(fresh: &Fresh) {
    let writer = Arc::clone(&fresh.store);
    let writing = tokio::spawn(async move {
        for n in 1..=40u64 {
            let row = |i| Listing { description: n.to_string(), ..listing(i, Some(&i.to_string()), "店") };
            writer.import(&Batch::Listings((1..=10).map(row).collect()), Actor::Import).await.unwrap();
        }
    });
    let to = fresh.folder.path().join("backup");
    let seq = fresh.store.backup(&to).await.unwrap();
    writing.await.unwrap();
    fresh.store.restore(&to, Actor::System).await.unwrap();
    let held = fresh.store.contents().await.unwrap().listings;
    assert!(held.iter().all(|l| l.description == seq.to_string()), "at {seq}");
}

pub(in crate::store) async fn a_store_full_of_rows_is_sound(fresh: &Fresh) {
    fill(fresh).await;
    let report = fresh.store.check().await.unwrap();
    assert!(report.is_sound(), "{report}");
    assert_eq!(report.rows.iter().map(|(_, n)| n).sum::<usize>(), 20);
    let shop = Listing {
        photos: vec![Photo { name: "missing.svg".into(), alt: String::new() }],
        ..listing(6, None, "写真のない店")
    };
    fresh.store.put_listing(&shop, Actor::System).await.unwrap();
    let report = fresh.store.check().await.unwrap();
    assert_eq!(report.findings.len(), 1, "{report}");
    assert!(report.to_string().contains("missing.svg"));
}
