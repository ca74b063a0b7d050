//! What is peculiar to SQLite: one file, several processes, damage.

use std::sync::Arc;

use sqlx::{AssertSqlSafe, ConnectOptions as _};

use super::{SqliteStore, backup, open};
use crate::domain::{Actor, ChangeSeq};
use crate::store::contract::{Fresh, holds_the_contract, listing, one_of_each};
use crate::store::{Store, StoreError};

async fn fresh() -> Fresh {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(&folder.path().join("data")).await.unwrap();
    let another = SqliteStore::open(&folder.path().join("another")).await.unwrap();
    Fresh { store: Arc::new(store), another: Arc::new(another), folder }
}

holds_the_contract!(fresh);

async fn filled() -> (SqliteStore, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path()).await.unwrap();
    for batch in one_of_each() {
        store.import(&batch, Actor::Sample).await.unwrap();
    }
    (store, folder)
}

/// Runs SQL as somebody with another program might.
async fn meddle(folder: &std::path::Path, sql: &str) -> Result<(), sqlx::Error> {
    let options = open::options(&folder.join(open::FILE)).foreign_keys(false);
    let mut connection = options.connect().await?;
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut connection).await.map(drop)
}

#[tokio::test]
async fn a_store_opened_again_has_everything() {
    let (store, folder) = filled().await;
    let before = format!("{:?}", store.contents().await.unwrap());
    store.close().await;
    let again = SqliteStore::open(folder.path()).await.unwrap();
    assert_eq!(format!("{:?}", again.contents().await.unwrap()), before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn eight_processes_may_open_a_new_folder_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let open = (0..8).map(|_| {
        let path = folder.path().to_owned();
        tokio::spawn(async move { SqliteStore::open(&path).await.map(drop) })
    });
    for opened in open.collect::<Vec<_>>() {
        opened.await.unwrap().unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_processes_write_the_same_file_and_see_each_other() {
    let (here, folder) = filled().await;
    let there = SqliteStore::open(folder.path()).await.unwrap();
    let start = here.last_change().await.unwrap().0;
    let write = async |store: &SqliteStore, from: u64| {
        for n in from..from + 20 {
            store.put_listing(&listing(n, None, "店"), Actor::System).await.unwrap();
        }
    };
    tokio::join!(write(&here, 1000), write(&there, 2000));
    assert_eq!(here.last_change().await.unwrap(), ChangeSeq(start + 40));
    assert_eq!(there.last_change().await.unwrap(), ChangeSeq(start + 40));
    assert!(here.check().await.unwrap().is_sound());
}

#[tokio::test]
async fn the_log_can_neither_be_rewritten_nor_shortened() {
    let (_store, folder) = filled().await;
    assert!(meddle(folder.path(), "UPDATE change SET actor = 'system'").await.is_err());
    assert!(meddle(folder.path(), "DELETE FROM change").await.is_err());
}

#[tokio::test]
async fn a_check_names_every_row_that_somebody_damaged() {
    for (damage, place, says) in [
        ("UPDATE listing SET kind = 'castle' WHERE id = 70", "listing", "castle"),
        ("UPDATE listing SET rent_state = 'amount', rent_yen = -1 WHERE id = 70", "listing", "rent_yen"),
        ("UPDATE zone SET geometry = x'0102' WHERE id = 11", "zone", "geometry"),
        ("UPDATE zone SET district = 'commercial' WHERE id = 11", "zone", "district"),
        ("UPDATE zone SET edition_id = 999 WHERE id = 11", "database", "edition"),
        ("UPDATE road SET geometry = x'0102' WHERE id = 63", "road", "geometry"),
        ("UPDATE road SET class = 'castle' WHERE id = 63", "road", "castle"),
        ("UPDATE road_network SET licence = ' ' WHERE id = 62", "road_network", "licence"),
        ("UPDATE town SET name = '丁目' WHERE id = 41", "town", "name"),
        ("UPDATE block_town SET name = '丁目' WHERE id = 1", "block_town", "name"),
        ("UPDATE lot SET used = 'castle' WHERE number = 2", "lot", "castle"),
        ("INSERT INTO change VALUES (900, '2026-01-01T00:00:00Z', 'system', 'zones', NULL)", "change", "900"),
        (
            "INSERT INTO change VALUES (12, '2026-01-01T00:00:00Z', 'nobody', 'zones', NULL)",
            "change",
            "nobody",
        ),
    ] {
        let (store, folder) = filled().await;
        meddle(folder.path(), damage).await.unwrap();
        let report = store.check().await.unwrap();
        let [finding] = report.findings.as_slice() else { panic!("{damage}: {report}") };
        assert_eq!(finding.place, place, "{damage}: {report}");
        assert!(finding.what.contains(says), "{damage}: {report}");
    }
}

#[tokio::test]
async fn a_row_that_cannot_be_read_is_named_by_table_and_id() {
    let (store, folder) = filled().await;
    meddle(folder.path(), "UPDATE station SET lat = 95 WHERE id = 30").await.unwrap();
    let error = store.contents().await.unwrap_err();
    assert!(matches!(error, StoreError::Row { table: "station", id: 30, .. }), "{error:?}");
}

#[tokio::test]
async fn a_bow_tie_of_an_area_is_not_sound() {
    use geo_types::{MultiPolygon, polygon};
    let (store, _folder) = filled().await;
    let bow_tie =
        polygon![(x: 139.0, y: 35.0), (x: 139.1, y: 35.1), (x: 139.1, y: 35.0), (x: 139.0, y: 35.1)];
    let bytes = super::wkb::area_bytes(&MultiPolygon(vec![bow_tie]));
    let damage = "UPDATE zone SET geometry = ? WHERE id = 11";
    sqlx::query(damage).bind(bytes).execute(&store.writer).await.unwrap();
    let report = store.check().await.unwrap();
    assert_eq!(report.findings.len(), 1, "{report}");
    assert_eq!(report.findings[0].row, Some(11));
}

#[tokio::test]
async fn a_damaged_backup_is_refused_and_changes_nothing() {
    let (store, folder) = filled().await;
    let to = folder.path().join("backup");
    store.backup(&to).await.unwrap();
    meddle(&to, "UPDATE listing SET kind = 'castle' WHERE id = 70").await.unwrap();
    let before = store.last_change().await.unwrap();
    let refused = store.restore(&to, Actor::System).await;
    assert!(matches!(refused, Err(StoreError::DamagedBackup { .. })), "{refused:?}");
    assert_eq!(store.last_change().await.unwrap(), before);
    let left = |name: &str| name.starts_with(".restore");
    assert!(
        !std::fs::read_dir(folder.path()).unwrap().any(|e| left(e.unwrap().file_name().to_str().unwrap()))
    );
}

#[tokio::test]
async fn a_file_of_a_newer_machikado_is_refused() {
    let (store, folder) = filled().await;
    store.close().await;
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
                 VALUES (9999, 'tomorrow', 1, x'00', 0)";
    meddle(folder.path(), newer).await.unwrap();
    let refused = SqliteStore::open(folder.path()).await;
    assert!(matches!(refused, Err(StoreError::Open { .. })), "{refused:?}");
}

#[tokio::test]
async fn a_file_of_another_program_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    meddle(folder.path(), "CREATE TABLE theirs (id INTEGER)").await.unwrap();
    let refused = SqliteStore::open(folder.path()).await;
    assert!(matches!(refused, Err(StoreError::NotOurs(_))), "{refused:?}");
    let mut connection = open::options(&folder.path().join(open::FILE)).connect().await.unwrap();
    let tables = sqlx::query_scalar::<_, i64>("SELECT count(*) FROM sqlite_master");
    assert_eq!(tables.fetch_one(&mut connection).await.unwrap(), 1);
}

#[tokio::test]
async fn a_misspelt_folder_is_not_made_into_a_store() {
    let folder = tempfile::tempdir().unwrap();
    let misspelt = folder.path().join("machikdo");
    let refused = SqliteStore::open_existing(&misspelt, None).await;
    assert!(matches!(refused, Err(StoreError::NoStore(_))), "{refused:?}");
    assert!(!misspelt.exists());
}

#[tokio::test]
async fn a_backup_holds_one_file_and_the_photos() {
    let (store, folder) = filled().await;
    let to = folder.path().join("backup");
    store.photos().put("a.svg", b"<svg/>".to_vec()).await.unwrap();
    store.backup(&to).await.unwrap();
    let mut names: Vec<_> =
        std::fs::read_dir(&to).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, [open::FILE, "photos"]);
    assert!(to.join("photos/a.svg").is_file());
}

#[tokio::test]
async fn a_restore_replaces_every_table_or_lets_it_go_on_or_leaves_it_behind() {
    let (_store, folder) = filled().await;
    let mut connection = open::options(&folder.path().join(open::FILE)).connect().await.unwrap();
    let mut tables: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_sqlx%' ESCAPE '\\'",
    )
    .fetch_all(&mut connection)
    .await
    .unwrap();
    let mut replaced: Vec<String> = backup::TABLES.iter().map(|t| (*t).to_owned()).collect();
    replaced.push("change".into());
    replaced.extend(backup::GOES_ON.iter().chain(backup::STAYS_BEHIND).map(|t| (*t).to_owned()));
    tables.sort();
    replaced.sort();
    assert_eq!(tables, replaced);
}
