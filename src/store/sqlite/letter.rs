//! The outbox: the tables `letter` and `letter_content`.

use sqlx::sqlite::SqliteConnection;
use time::OffsetDateTime;

use super::cells::{Cells, failed, read_each};
use super::watch::{millis, sealed};
use crate::domain::MailState;
use crate::store::{DueLetter, NewLetter, RowError, StoreError};

const DOING: &str = "keeping the outbox";

/// Queues letters whose keys are new, within whatever else the transaction writes.
pub(super) async fn queue(
    connection: &mut SqliteConnection,
    letters: &[NewLetter],
) -> Result<usize, StoreError> {
    let mut new = 0;
    for letter in letters {
        let sql = "INSERT INTO letter (key, state, due_ms) VALUES (?, 'queued', ?) \
                   ON CONFLICT (key) DO NOTHING RETURNING number";
        let query = sqlx::query_scalar(sql).bind(&letter.key).bind(millis(letter.due));
        let number: Option<i64> = query.fetch_optional(&mut *connection).await.map_err(failed(DOING))?;
        let Some(number) = number else { continue };
        let content = sqlx::query("INSERT INTO letter_content (letter_number, sealed) VALUES (?, ?)");
        let content = content.bind(number).bind(letter.sealed.0.as_slice());
        content.execute(&mut *connection).await.map_err(failed(DOING))?;
        new += 1;
    }
    Ok(new)
}

/// Takes what is due and marks it as being sent.
pub(super) async fn claim(
    connection: &mut SqliteConnection,
    now: OffsetDateTime,
    until: OffsetDateTime,
    limit: usize,
) -> Result<Vec<DueLetter>, StoreError> {
    let sql = "SELECT number, number AS id, key, attempts, sealed \
               FROM letter JOIN letter_content ON letter_number = number \
               WHERE state IN ('queued', 'sending') AND due_ms <= ? ORDER BY due_ms, number LIMIT ?";
    let rows = sqlx::query(sql).bind(millis(now)).bind(limit as i64).fetch_all(&mut *connection).await;
    let claimed = read_each("letter", &rows.map_err(failed(DOING))?, read_due);
    let claimed = claimed.into_iter().collect::<Result<Vec<DueLetter>, _>>()?;
    for due in &claimed {
        let sql = "UPDATE letter SET state = 'sending', attempts = attempts + 1, due_ms = ? WHERE number = ?";
        let marked = sqlx::query(sql).bind(millis(until)).bind(due.number);
        marked.execute(&mut *connection).await.map_err(failed(DOING))?;
    }
    Ok(claimed)
}

fn read_due(cells: &Cells<'_>) -> Result<DueLetter, RowError> {
    Ok(DueLetter {
        number: cells.of("number")?,
        key: cells.of("key")?,
        sealed: sealed(cells)?,
        attempts: cells.whole::<u32>("attempts")?.unwrap_or(0) + 1,
    })
}

/// Puts off what could not be sent.
pub(super) async fn put_off(
    connection: &mut SqliteConnection,
    number: i64,
    due: OffsetDateTime,
    error: &str,
) -> Result<(), StoreError> {
    let sql =
        "UPDATE letter SET state = 'queued', due_ms = ?, error = ? WHERE number = ? AND ended_ms IS NULL";
    let done = sqlx::query(sql).bind(millis(due)).bind(error).bind(number).execute(connection).await;
    done.map(drop).map_err(failed(DOING))
}

/// Ends a letter and erases what it said.
pub(super) async fn end(
    connection: &mut SqliteConnection,
    number: i64,
    state: MailState,
    at: OffsetDateTime,
    error: Option<&str>,
) -> Result<(), StoreError> {
    let sql = "UPDATE letter SET state = ?, ended_ms = ?, error = ? WHERE number = ?";
    let done = sqlx::query(sql).bind(state.slug()).bind(millis(at)).bind(error).bind(number);
    done.execute(&mut *connection).await.map_err(failed(DOING))?;
    let erased = sqlx::query("DELETE FROM letter_content WHERE letter_number = ?").bind(number);
    erased.execute(connection).await.map(drop).map_err(failed(DOING))
}

/// Forgets what ended before a time.
pub(super) async fn forget(
    connection: &mut SqliteConnection,
    before: OffsetDateTime,
) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM letter WHERE ended_ms < ?").bind(millis(before));
    Ok(done.execute(connection).await.map_err(failed(DOING))?.rows_affected())
}

/// Every letter that waits, or why it cannot be read.
pub(super) async fn waiting(
    connection: &mut SqliteConnection,
) -> Result<Vec<Result<DueLetter, StoreError>>, StoreError> {
    let sql = "SELECT number, number AS id, key, attempts, sealed \
               FROM letter LEFT JOIN letter_content ON letter_number = number \
               WHERE ended_ms IS NULL ORDER BY number";
    let rows = sqlx::query(sql).fetch_all(connection).await.map_err(failed(DOING))?;
    Ok(read_each("letter", &rows, read_due))
}
