//! Enquiries: the tables `enquiry`, `enquiry_content` and `listing_contact`.

use sqlx::sqlite::SqliteConnection;
use time::OffsetDateTime;

use super::cells::{Cells, failed, read_each, wrong};
use super::watch::{millis, moment, sealed};
use crate::domain::{
    Enquiry, EnquiryAbout, EnquiryId, EnquiryState, EnquiryTo, ListingId, Sealed, UnknownLanguage,
};
use crate::store::{KeptEnquiry, RowError, StoreError};

const DOING: &str = "keeping enquiries";

/// Adds an enquiry with what is sealed of it.
pub(super) async fn add(
    connection: &mut SqliteConnection,
    new: &Enquiry,
    sealed: &Sealed,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO enquiry (id, about_id, \"to\", state, language, messages, created_ms, touched_ms) \
               VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    let added = sqlx::query(sql)
        .bind(new.id.bits() as i64)
        .bind(new.about.bits() as i64)
        .bind(new.to.slug())
        .bind(new.state.slug())
        .bind(new.language.slug())
        .bind(new.messages)
        .bind(millis(new.created))
        .bind(millis(new.touched));
    added.execute(&mut *connection).await.map_err(failed(DOING))?;
    seal(connection, new.id, sealed).await
}

async fn seal(connection: &mut SqliteConnection, id: EnquiryId, sealed: &Sealed) -> Result<(), StoreError> {
    let sql = "INSERT INTO enquiry_content (enquiry_id, sealed) VALUES (?, ?) \
               ON CONFLICT (enquiry_id) DO UPDATE SET sealed = excluded.sealed";
    let done = sqlx::query(sql).bind(id.bits() as i64).bind(sealed.0.as_slice()).execute(connection).await;
    done.map(drop).map_err(failed(DOING))
}

/// One enquiry.
pub(super) async fn one(
    connection: &mut SqliteConnection,
    id: EnquiryId,
) -> Result<Option<KeptEnquiry>, StoreError> {
    let sql = "SELECT * FROM enquiry LEFT JOIN enquiry_content ON enquiry_id = id WHERE id = ?";
    let rows = sqlx::query(sql).bind(id.bits() as i64).fetch_all(connection).await;
    let kept = |cells: &Cells<'_>| {
        let sealed: Option<Vec<u8>> = cells.of("sealed")?;
        Ok(KeptEnquiry { enquiry: read(cells)?, sealed: sealed.map(Sealed) })
    };
    read_each("enquiry", &rows.map_err(failed(DOING))?, kept).pop().transpose()
}

/// Every enquiry, or why it cannot be read.
pub(super) async fn all(
    connection: &mut SqliteConnection,
) -> Result<Vec<Result<Enquiry, StoreError>>, StoreError> {
    let rows = sqlx::query("SELECT * FROM enquiry ORDER BY id").fetch_all(connection).await;
    Ok(read_each("enquiry", &rows.map_err(failed(DOING))?, read))
}

/// Opens an unconfirmed enquiry.
pub(super) async fn confirm(
    connection: &mut SqliteConnection,
    id: EnquiryId,
    at: OffsetDateTime,
    sealed: &Sealed,
) -> Result<bool, StoreError> {
    let sql = "UPDATE enquiry SET state = 'open', messages = 1, touched_ms = ? \
               WHERE id = ? AND state = 'unconfirmed'";
    let done = sqlx::query(sql).bind(millis(at)).bind(id.bits() as i64).execute(&mut *connection).await;
    let confirmed = done.map_err(failed(DOING))?.rows_affected() == 1;
    if confirmed {
        seal(connection, id, sealed).await?;
    }
    Ok(confirmed)
}

/// Counts the next message of an open enquiry.
pub(super) async fn count(
    connection: &mut SqliteConnection,
    id: EnquiryId,
    number: u32,
    at: OffsetDateTime,
) -> Result<bool, StoreError> {
    let sql = "UPDATE enquiry SET messages = ?1, touched_ms = ?2 \
               WHERE id = ?3 AND state = 'open' AND messages = ?1 - 1";
    let done =
        sqlx::query(sql).bind(number).bind(millis(at)).bind(id.bits() as i64).execute(connection).await;
    Ok(done.map_err(failed(DOING))?.rows_affected() == 1)
}

/// Ends an enquiry and erases what was sealed.
pub(super) async fn end(
    connection: &mut SqliteConnection,
    id: EnquiryId,
    at: OffsetDateTime,
) -> Result<bool, StoreError> {
    let key = id.bits() as i64;
    let sql = "UPDATE enquiry SET state = 'ended', touched_ms = ? WHERE id = ? AND state <> 'ended'";
    let done = sqlx::query(sql).bind(millis(at)).bind(key).execute(&mut *connection).await;
    let ended = done.map_err(failed(DOING))?.rows_affected() == 1;
    let erased = sqlx::query("DELETE FROM enquiry_content WHERE enquiry_id = ?").bind(key);
    erased.execute(connection).await.map_err(failed(DOING))?;
    Ok(ended)
}

/// Erases what was left unconfirmed, and what nothing happened to, before a time each.
pub(super) async fn forget(
    connection: &mut SqliteConnection,
    unconfirmed: OffsetDateTime,
    touched: OffsetDateTime,
) -> Result<u64, StoreError> {
    let sql = "DELETE FROM enquiry WHERE (state = 'unconfirmed' AND created_ms < ?) OR touched_ms < ?";
    let done = sqlx::query(sql).bind(millis(unconfirmed)).bind(millis(touched)).execute(connection).await;
    Ok(done.map_err(failed(DOING))?.rows_affected())
}

/// Names or removes whoever answers for a listing.
pub(super) async fn set_contact(
    connection: &mut SqliteConnection,
    listing: ListingId,
    sealed: Option<&Sealed>,
) -> Result<(), StoreError> {
    let query = match sealed {
        None => sqlx::query("DELETE FROM listing_contact WHERE listing_id = ?").bind(listing.bits() as i64),
        Some(sealed) => sqlx::query(
            "INSERT INTO listing_contact (listing_id, sealed) VALUES (?, ?) \
             ON CONFLICT (listing_id) DO UPDATE SET sealed = excluded.sealed",
        )
        .bind(listing.bits() as i64)
        .bind(sealed.0.as_slice()),
    };
    query.execute(connection).await.map(drop).map_err(failed(DOING))
}

/// Whoever answers for a listing.
pub(super) async fn contact(
    connection: &mut SqliteConnection,
    listing: ListingId,
) -> Result<Option<Sealed>, StoreError> {
    let sql = "SELECT sealed, listing_id AS id FROM listing_contact WHERE listing_id = ?";
    let rows = sqlx::query(sql).bind(listing.bits() as i64).fetch_all(connection).await;
    read_each("listing_contact", &rows.map_err(failed(DOING))?, sealed).pop().transpose()
}

/// The listings somebody answers for.
pub(super) async fn contacts(connection: &mut SqliteConnection) -> Result<Vec<ListingId>, StoreError> {
    let sql = "SELECT listing_id AS id FROM listing_contact ORDER BY listing_id";
    let rows = sqlx::query(sql).fetch_all(connection).await.map_err(failed(DOING))?;
    read_each("listing_contact", &rows, |cells| cells.id("id")).into_iter().collect()
}

fn read(cells: &Cells<'_>) -> Result<Enquiry, RowError> {
    let to = cells.word("to")?;
    Ok(Enquiry {
        id: cells.id("id")?,
        about: match to {
            EnquiryTo::Seeker => EnquiryAbout::Card(cells.id("about_id")?),
            EnquiryTo::Owner | EnquiryTo::Desk => EnquiryAbout::Listing(cells.id("about_id")?),
        },
        to,
        state: cells.word::<EnquiryState>("state")?,
        language: cells.of::<&str>("language")?.parse().map_err(|e: UnknownLanguage| wrong("language", e))?,
        messages: cells.whole("messages")?.unwrap_or(0),
        created: moment("created_ms", cells.of("created_ms")?)?,
        touched: moment("touched_ms", cells.of("touched_ms")?)?,
    })
}
