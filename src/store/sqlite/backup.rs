//! Copies a running store into a new folder, and puts such a copy in place of a running store.
//!
//! A backup is a folder like the data folder itself: one SQLite file without a log beside it, and
//! the photos. It appears whole, under its name, or not at all. A restore first copies the backup,
//! brings the copy to the present schema and checks it; then one transaction replaces every row.
//! The change log is not replaced but goes on, so that followers notice, and so do watches, letters,
//! enquiries, cards, mails, accounts and offers; only an empty store takes the backup's over. Nobody stays signed
//! in from a backup.

use std::io::Error;
use std::path::{Path, PathBuf};

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _};

use super::cells::failed;
use super::{change, check, open};
use crate::domain::{Actor, ChangeSeq, Layer, Subject};
use crate::store::{Photos, StoreError};

/// Every table of rows, parents before children. The change log is not one of them.
pub(super) const TABLES: &[&str] = &[
    "edition",
    "zone",
    "street",
    "station",
    "station_line",
    "town",
    "boundary",
    "basemap_feature",
    "special_area",
    "block_town",
    "block",
    "road_network",
    "road",
    "land_survey",
    "lot",
    "listing",
    "photo",
    "trade",
];

/// Tables that go on through a restore, as the change log does: whoever stopped a watch since the
/// backup stays out of it, and no mail is sent again. Only an empty store takes them over.
pub(super) const GOES_ON: &[&str] = &[
    "watch",
    "watch_address",
    "notice",
    "news",
    "told_listing",
    "told_trade",
    "telling",
    "letter",
    "letter_content",
    "enquiry",
    "enquiry_content",
    "listing_contact",
    "wanted",
    "wanted_contact",
    "account",
    "account_address",
    "sign_in_log",
    "passkey",
    "offer",
    "offer_field",
    "offer_published",
    "offer_photo",
    "offer_entry",
    "offer_note",
    "report",
    "report_content",
];

/// Tables that no restore touches: links, browsers, tokens and questions of a backup sign nobody in.
#[cfg(test)]
pub(super) const STAYS_BEHIND: &[&str] = &["session", "sign_in", "token", "ceremony"];

const PHOTOS: &str = "photos";

/// Writes a backup of the data folder; answers the last change it includes.
pub(super) async fn backup(data: &Path, photos: &Photos, to: &Path) -> Result<ChangeSeq, StoreError> {
    if tokio::fs::symlink_metadata(to).await.is_ok() {
        return Err(StoreError::BackupExists(to.to_owned()));
    }
    let mut name = to.file_name().unwrap_or_default().to_owned();
    name.push(format!(".partial-{:08x}", rand::random::<u32>()));
    let partial = Scratch::new(to.with_file_name(name)).await?;
    let file = partial.path.join(open::FILE);
    vacuum_into(&data.join(open::FILE), &file).await?;
    // Photos after rows: every photo that a row names was there before the row.
    photos.copy_to(&in_folder(&partial.path)?).await?;
    let seq = last_change(&file).await?;
    sync(&file).await?;
    let moved = tokio::fs::rename(&partial.path, to).await;
    moved.map_err(|source| StoreError::File { path: to.to_owned(), source })?;
    Ok(seq)
}

/// Replaces the rows of the data folder by those of a backup; answers the last change it wrote.
pub(super) async fn restore(
    data: &Path,
    photos: &Photos,
    from: &Path,
    actor: Actor,
) -> Result<ChangeSeq, StoreError> {
    let source = from.join(open::FILE);
    if !is_ours(&source).await {
        return Err(StoreError::NotABackup(from.to_owned()));
    }
    let scratch = data.join(format!(".restore-{:08x}", rand::random::<u32>()));
    let scratch = Scratch::new(scratch).await?;
    let copy = scratch.path.join(open::FILE);
    vacuum_into(&source, &copy).await?;
    bring_up_to_date(&copy, from).await?;
    // Photos before rows: no row may name a photo that is not there yet.
    if from.join(PHOTOS).is_dir() {
        in_folder(from)?.copy_to(photos).await?;
    }
    replace_rows(&data.join(open::FILE), &copy, actor).await
}

/// The pictures of a backup are a folder, wherever those of the store are.
fn in_folder(backup: &Path) -> Result<Photos, StoreError> {
    Photos::in_folder(&backup.join(PHOTOS))
}

/// A consistent copy of a database that others may be writing.
async fn vacuum_into(from: &Path, to: &Path) -> Result<(), StoreError> {
    let doing = "copying the database";
    // Not a word about the journal: a backup on a read-only medium stays as it is.
    let options = SqliteConnectOptions::new().filename(from).busy_timeout(open::PATIENCE);
    let mut connection = options.connect().await.map_err(failed(doing))?;
    let copied = sqlx::query("VACUUM INTO ?").bind(to.to_string_lossy()).execute(&mut connection).await;
    copied.map_err(failed(doing))?;
    connection.close().await.map_err(failed(doing))
}

async fn is_ours(file: &Path) -> bool {
    let options = SqliteConnectOptions::new().filename(file).read_only(true);
    let Ok(mut connection) = options.connect().await else { return false };
    let id = sqlx::query_scalar("PRAGMA application_id").fetch_one(&mut connection).await;
    id.is_ok_and(|id: i64| id == open::APPLICATION_ID)
}

async fn last_change(file: &Path) -> Result<ChangeSeq, StoreError> {
    let options = SqliteConnectOptions::new().filename(file).read_only(true);
    let mut connection = options.connect().await.map_err(failed("reading the backup"))?;
    change::last(&mut connection).await
}

/// Brings the copy of a backup to the present schema, and refuses it if anything in it is wrong.
async fn bring_up_to_date(copy: &Path, from: &Path) -> Result<(), StoreError> {
    let doing = "reading the backup";
    let mut connection = SqliteConnectOptions::new().filename(copy).connect().await.map_err(failed(doing))?;
    let migrated = open::migrate(&mut connection).await;
    migrated.map_err(|source| StoreError::Open { path: from.to_owned(), source })?;
    let report = check::check(&mut connection, None).await?;
    connection.close().await.map_err(failed(doing))?;
    match report.findings.into_iter().next() {
        None => Ok(()),
        Some(finding) => Err(StoreError::DamagedBackup { path: from.to_owned(), finding }),
    }
}

async fn replace_rows(file: &Path, copy: &Path, actor: Actor) -> Result<ChangeSeq, StoreError> {
    let doing = "restoring";
    let mut connection = open::options(file).connect().await.map_err(failed(doing))?;
    let attached = sqlx::query("ATTACH DATABASE ? AS backup").bind(copy.to_string_lossy());
    attached.execute(&mut connection).await.map_err(failed(doing))?;
    let mut writing = connection.begin_with("BEGIN IMMEDIATE").await.map_err(failed(doing))?;
    for table in TABLES.iter().rev() {
        run(&mut writing, format!("DELETE FROM main.{table}")).await?;
    }
    for table in TABLES {
        run(&mut writing, format!("INSERT INTO main.{table} SELECT * FROM backup.{table}")).await?;
    }
    if change::last(&mut writing).await? == ChangeSeq(0) {
        run(&mut writing, "INSERT INTO main.change SELECT * FROM backup.change".to_owned()).await?;
        for table in GOES_ON {
            // A log that only grows cannot be emptied, and that of a store where nothing ever changed is empty.
            if *table != "offer_entry" {
                run(&mut writing, format!("DELETE FROM main.{table}")).await?;
            }
            run(&mut writing, format!("INSERT INTO main.{table} SELECT * FROM backup.{table}")).await?;
        }
    }
    let mut seq = ChangeSeq(0);
    for layer in Layer::ALL {
        seq = change::append(&mut writing, Subject::Layer(*layer), actor).await?;
    }
    writing.commit().await.map_err(failed(doing))?;
    connection.close().await.map_err(failed(doing))?;
    Ok(seq)
}

/// Runs a statement made of this file's own table names.
async fn run(connection: &mut SqliteConnection, sql: String) -> Result<(), StoreError> {
    let done = sqlx::query(AssertSqlSafe(sql)).execute(connection).await;
    done.map(drop).map_err(failed("restoring"))
}

/// Puts a finished file on the disk.
async fn sync(file: &Path) -> Result<(), StoreError> {
    let synced = match tokio::fs::File::open(file).await {
        Ok(open) => open.sync_all().await,
        Err(error) => Err(error),
    };
    synced.map_err(|source| StoreError::File { path: file.to_owned(), source })
}

/// A folder that is removed with all it holds, unless it was moved away.
struct Scratch {
    path: PathBuf,
}

impl Scratch {
    async fn new(path: PathBuf) -> Result<Self, StoreError> {
        let made: Result<(), Error> = tokio::fs::create_dir_all(&path).await;
        made.map_err(|source| StoreError::File { path: path.clone(), source })?;
        Ok(Self { path })
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.path);
    }
}
