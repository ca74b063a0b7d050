//! Opens the database file: how durable it is, who may write, and its schema.
//!
//! One connection writes, several read. The write-ahead log lets readers go on while somebody
//! writes, in this process or another; `synchronous=FULL` puts a commit on the disk before it is
//! acknowledged. A write that meets another process waits for it.

use std::path::Path;
use std::time::Duration;

use crate::store::StoreError;
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqlitePoolOptions,
    SqliteSynchronous,
};
use sqlx::{ConnectOptions as _, Connection as _, SqlSafeStr as _};

/// The file in the data folder.
pub(super) const FILE: &str = "machikado.sqlite3";
/// `MCHK`, by which a database file says that it is ours.
pub(super) const APPLICATION_ID: i64 = 0x4d43_484b;
/// How long a write waits for another process that is writing.
pub(super) const PATIENCE: Duration = Duration::from_mins(1);
const READERS: u32 = 4;

/// Every migration: number, what it does, and its SQL. A published one never changes.
const MIGRATIONS: &[(i64, &str, &str)] = &[
    (1, "city", include_str!("../../../data/migrations/sqlite/0001_city.sql")),
    (2, "readings", include_str!("../../../data/migrations/sqlite/0002_readings.sql")),
    (3, "areas", include_str!("../../../data/migrations/sqlite/0003_areas.sql")),
    (4, "blocks", include_str!("../../../data/migrations/sqlite/0004_blocks.sql")),
    (5, "roads", include_str!("../../../data/migrations/sqlite/0005_roads.sql")),
    (6, "watches", include_str!("../../../data/migrations/sqlite/0006_watches.sql")),
    (7, "outbox", include_str!("../../../data/migrations/sqlite/0007_outbox.sql")),
    (8, "enquiries", include_str!("../../../data/migrations/sqlite/0008_enquiries.sql")),
    (9, "wanted", include_str!("../../../data/migrations/sqlite/0009_wanted.sql")),
    (10, "accounts", include_str!("../../../data/migrations/sqlite/0010_accounts.sql")),
    (11, "offers", include_str!("../../../data/migrations/sqlite/0011_offers.sql")),
    (12, "reports", include_str!("../../../data/migrations/sqlite/0012_reports.sql")),
    (13, "tokens", include_str!("../../../data/migrations/sqlite/0013_tokens.sql")),
    (14, "passkeys", include_str!("../../../data/migrations/sqlite/0014_passkeys.sql")),
    (15, "land_use", include_str!("../../../data/migrations/sqlite/0015_land_use.sql")),
];

/// How every connection that may write is opened.
pub(super) fn options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        // A large import must not leave a large log behind for good.
        .pragma("journal_size_limit", "67108864")
        .disable_statement_logging()
}

/// The one connection that writes, kept in a pool of one so that writers queue.
pub(super) async fn writer(file: &Path) -> Result<SqlitePool, StoreError> {
    let failed = |source: MigrateError| StoreError::Open { path: file.to_owned(), source };
    let pool = SqlitePoolOptions::new()
        .max_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .acquire_timeout(PATIENCE * 2)
        .connect_lazy_with(options(file));
    let mut connection = first_connection(&pool).await.map_err(|e| failed(e.into()))?;
    if !is_ours_or_empty(&mut connection).await.map_err(|e| failed(e.into()))? {
        return Err(StoreError::NotOurs(file.to_owned()));
    }
    migrate(&mut connection).await.map_err(failed)?;
    drop(connection);
    Ok(pool)
}

/// Turning a new file's log on needs it alone for a moment, and SQLite does not wait for that.
async fn first_connection(
    pool: &SqlitePool,
) -> Result<sqlx::pool::PoolConnection<sqlx::Sqlite>, sqlx::Error> {
    let mut attempts = 0;
    loop {
        match pool.acquire().await {
            Err(error) if attempts < 50 && is_busy(&error) => attempts += 1,
            other => return other,
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn is_busy(error: &sqlx::Error) -> bool {
    // 5 is SQLITE_BUSY; the extended codes keep it in their lowest byte.
    let code = error
        .as_database_error()
        .and_then(sqlx::error::DatabaseError::code)
        .and_then(|c| c.parse::<i64>().ok());
    code.is_some_and(|code| code & 0xff == 5)
}

/// Connections that only read.
pub(super) fn readers(file: &Path) -> SqlitePool {
    SqlitePoolOptions::new()
        .max_connections(READERS)
        .acquire_timeout(PATIENCE)
        .connect_lazy_with(options(file).create_if_missing(false).pragma("query_only", "ON"))
}

/// True unless another program keeps its tables in the file.
pub(super) async fn is_ours_or_empty(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    // Tables first: another process that fills the file meanwhile gives it its id with them.
    let tables: i64 =
        sqlx::query_scalar("SELECT count(*) FROM sqlite_master").fetch_one(&mut *connection).await?;
    let id: i64 = sqlx::query_scalar("PRAGMA application_id").fetch_one(connection).await?;
    Ok(id == APPLICATION_ID || tables == 0)
}

/// Brings the schema up to date. A file written by a newer Machikado is refused.
///
/// The write lock is taken first, so that two processes that open a new file take turns.
pub(super) async fn migrate(connection: &mut SqliteConnection) -> Result<(), MigrateError> {
    let migration = |(version, description, sql): &(i64, &'static str, &'static str)| {
        Migration::new(*version, (*description).into(), MigrationType::Simple, sql.into_sql_str(), false)
    };
    let migrator = Migrator::with_migrations(MIGRATIONS.iter().map(migration).collect());
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    migrator.run_direct(None, &mut *transaction, false).await?;
    transaction.commit().await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_migration_in_the_folder_is_embedded_in_order() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/migrations/sqlite");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        files.sort();
        let embedded = MIGRATIONS.iter().map(|(version, name, _)| format!("{version:04}_{name}.sql"));
        assert_eq!(files, embedded.collect::<Vec<_>>());
    }
}
