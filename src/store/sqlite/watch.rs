//! Watches: the tables `watch` and `watch_address`.

use sqlx::sqlite::SqliteConnection;
use time::OffsetDateTime;

use super::cells::{Cells, failed, read_each, wrong};
use crate::domain::{Sealed, TokenHash, Watch, WatchId, WatchState};
use crate::store::{KeptWatch, NewWatch, RowError, StoreError};

const DOING: &str = "keeping watches";

pub(super) fn millis(at: OffsetDateTime) -> i64 {
    (at.unix_timestamp_nanos() / 1_000_000) as i64
}

pub(super) fn moment(column: &'static str, millis: i64) -> Result<OffsetDateTime, RowError> {
    OffsetDateTime::from_unix_timestamp_nanos(i128::from(millis) * 1_000_000).map_err(|e| wrong(column, e))
}

/// Adds an unconfirmed watch with its address.
pub(super) async fn add(connection: &mut SqliteConnection, new: &NewWatch) -> Result<(), StoreError> {
    let watch = &new.watch;
    let sql = "INSERT INTO watch (id, query, language, cadence, state, created_ms, confirm_hash, stop_hash) \
               VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    let added = sqlx::query(sql)
        .bind(watch.id.bits() as i64)
        .bind(&watch.query)
        .bind(watch.language.slug())
        .bind(watch.cadence.slug())
        .bind(WatchState::Unconfirmed.slug())
        .bind(millis(watch.created))
        .bind(new.confirm.0.as_slice())
        .bind(new.stop.0.as_slice());
    added.execute(&mut *connection).await.map_err(failed(DOING))?;
    let sealed = sqlx::query("INSERT INTO watch_address (watch_id, sealed) VALUES (?, ?)");
    let sealed = sealed.bind(watch.id.bits() as i64).bind(new.address.0.as_slice());
    sealed.execute(connection).await.map(drop).map_err(failed(DOING))
}

/// One watch.
pub(super) async fn one(
    connection: &mut SqliteConnection,
    id: WatchId,
) -> Result<Option<KeptWatch>, StoreError> {
    let rows = sqlx::query("SELECT * FROM watch WHERE id = ?").bind(id.bits() as i64);
    let rows = rows.fetch_all(connection).await.map_err(failed(DOING))?;
    let kept = |cells: &Cells<'_>| {
        Ok(KeptWatch {
            watch: read(cells)?,
            confirm: hash(cells, "confirm_hash")?,
            stop: hash(cells, "stop_hash")?,
        })
    };
    read_each("watch", &rows, kept).pop().transpose()
}

/// Every watch, or why it cannot be read.
pub(super) async fn all(
    connection: &mut SqliteConnection,
) -> Result<Vec<Result<Watch, StoreError>>, StoreError> {
    let rows = sqlx::query("SELECT * FROM watch ORDER BY id").fetch_all(connection).await;
    Ok(read_each("watch", &rows.map_err(failed(DOING))?, read))
}

/// Makes an unconfirmed watch active.
pub(super) async fn confirm(
    connection: &mut SqliteConnection,
    id: WatchId,
    at: OffsetDateTime,
) -> Result<bool, StoreError> {
    let count = "UPDATE telling SET confirmations = confirmations + 1";
    sqlx::query(count).execute(&mut *connection).await.map_err(failed(DOING))?;
    let sql = "UPDATE watch SET state = 'active', confirmed_ms = ?, \
               confirmation = (SELECT confirmations FROM telling) WHERE id = ? AND state = 'unconfirmed'";
    let done = sqlx::query(sql).bind(millis(at)).bind(id.bits() as i64).execute(connection).await;
    Ok(done.map_err(failed(DOING))?.rows_affected() == 1)
}

/// Stops a watch; all that remains of it is that it was stopped.
pub(super) async fn stop(
    connection: &mut SqliteConnection,
    id: WatchId,
    at: OffsetDateTime,
) -> Result<bool, StoreError> {
    let key = id.bits() as i64;
    let sql =
        "UPDATE watch SET state = 'stopped', stopped_ms = ?, query = '' WHERE id = ? AND state <> 'stopped'";
    let done = sqlx::query(sql).bind(millis(at)).bind(key).execute(&mut *connection).await;
    let stopped = done.map_err(failed(DOING))?.rows_affected() == 1;
    for sql in ["DELETE FROM watch_address WHERE watch_id = ?", "DELETE FROM notice WHERE watch_id = ?"] {
        sqlx::query(sql).bind(key).execute(&mut *connection).await.map_err(failed(DOING))?;
    }
    Ok(stopped)
}

/// Erases what was left unconfirmed or was stopped before a time.
pub(super) async fn forget(
    connection: &mut SqliteConnection,
    before: OffsetDateTime,
) -> Result<u64, StoreError> {
    let sql = "DELETE FROM watch WHERE (state = 'unconfirmed' AND created_ms < ?1) \
               OR (state = 'stopped' AND stopped_ms < ?1)";
    let done = sqlx::query(sql).bind(millis(before)).execute(connection).await;
    Ok(done.map_err(failed(DOING))?.rows_affected())
}

/// Active watches by confirmation.
pub(super) async fn confirmed_after(
    connection: &mut SqliteConnection,
    confirmation: u64,
) -> Result<Vec<(u64, Watch)>, StoreError> {
    let sql = "SELECT * FROM watch WHERE state = 'active' AND confirmation > ? ORDER BY confirmation";
    let rows = sqlx::query(sql).bind(confirmation as i64).fetch_all(connection).await;
    let numbered = |cells: &Cells<'_>| Ok((cells.of::<i64>("confirmation")? as u64, read(cells)?));
    read_each("watch", &rows.map_err(failed(DOING))?, numbered).into_iter().collect()
}

pub(super) fn read(cells: &Cells<'_>) -> Result<Watch, RowError> {
    let maybe = |column| -> Result<Option<OffsetDateTime>, RowError> {
        cells.of::<Option<i64>>(column)?.map(|at| moment(column, at)).transpose()
    };
    Ok(Watch {
        id: cells.id("id")?,
        query: cells.of("query")?,
        language: cells
            .of::<&str>("language")?
            .parse()
            .map_err(|e: crate::domain::UnknownLanguage| wrong("language", e))?,
        cadence: cells.word("cadence")?,
        state: cells.word("state")?,
        created: moment("created_ms", cells.of("created_ms")?)?,
        confirmed: maybe("confirmed_ms")?,
        stopped: maybe("stopped_ms")?,
    })
}

fn hash(cells: &Cells<'_>, column: &'static str) -> Result<TokenHash, RowError> {
    cells.of::<&[u8]>(column)?.try_into().map(TokenHash).map_err(|e| wrong(column, e))
}

pub(super) fn sealed(cells: &Cells<'_>) -> Result<Sealed, RowError> {
    cells.of("sealed").map(Sealed)
}
