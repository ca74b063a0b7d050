//! The change log: the table `change`.

use sqlx::sqlite::{SqliteConnection, SqliteRow};
use time::OffsetDateTime;

use super::cells::{Cells, failed, wrong};
use crate::domain::{Actor, Change, ChangeSeq, Subject};
use crate::store::{RowError, StoreError};

/// Adds a change to the log. Call it last in the transaction that makes the change: the writer's
/// lock is held, so numbers follow the order of commits and leave no gap.
pub(super) async fn append(
    connection: &mut SqliteConnection,
    subject: Subject,
    actor: Actor,
) -> Result<ChangeSeq, StoreError> {
    let (layer, listing) = match subject {
        Subject::Layer(layer) => (Some(layer.slug()), None),
        Subject::Listing(id) => (None, Some(id.bits() as i64)),
    };
    let seq: i64 = sqlx::query_scalar(
        "INSERT INTO change (seq, at, actor, layer, listing_id) \
         VALUES ((SELECT coalesce(max(seq), 0) + 1 FROM change), ?, ?, ?, ?) RETURNING seq",
    )
    .bind(OffsetDateTime::now_utc())
    .bind(actor.to_string())
    .bind(layer)
    .bind(listing)
    .fetch_one(connection)
    .await
    .map_err(failed("writing the change log"))?;
    Ok(ChangeSeq(seq as u64))
}

/// The last change, 0 before the first.
pub(super) async fn last(connection: &mut SqliteConnection) -> Result<ChangeSeq, StoreError> {
    let seq: i64 = sqlx::query_scalar("SELECT coalesce(max(seq), 0) FROM change")
        .fetch_one(connection)
        .await
        .map_err(failed("reading the change log"))?;
    Ok(ChangeSeq(seq as u64))
}

/// The changes after a position, in order.
pub(super) async fn after(
    connection: &mut SqliteConnection,
    seq: ChangeSeq,
    limit: usize,
) -> Result<Vec<Change>, StoreError> {
    let rows = sqlx::query("SELECT * FROM change WHERE seq > ? ORDER BY seq LIMIT ?")
        .bind(i64::try_from(seq.0).unwrap_or(i64::MAX))
        .bind(i64::try_from(limit).unwrap_or(i64::MAX))
        .fetch_all(connection)
        .await
        .map_err(failed("reading the change log"))?;
    let read = |row: &SqliteRow| {
        let id = Cells(row).of("seq").unwrap_or(0);
        read(&Cells(row)).map_err(|source| StoreError::Row { table: "change", id, source })
    };
    rows.iter().map(read).collect()
}

pub(super) fn read(cells: &Cells<'_>) -> Result<Change, RowError> {
    let layer = cells.checked("layer", |word: &str| word.parse())?;
    Ok(Change {
        seq: ChangeSeq(cells.of::<i64>("seq")? as u64),
        at: cells.of("at")?,
        subject: match layer {
            Some(layer) => Subject::Layer(layer),
            None => Subject::Listing(cells.id("listing_id")?),
        },
    })
}

/// Who made a change, for the check of the store.
pub(super) fn read_actor(cells: &Cells<'_>) -> Result<Actor, RowError> {
    cells.of::<&str>("actor")?.parse().map_err(|e: crate::domain::UnknownActor| wrong("actor", e))
}
