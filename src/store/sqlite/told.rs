//! How far watches were matched, and the listings they were matched on: the tables `telling`,
//! `told_listing` and `told_trade`.

use sqlx::sqlite::SqliteConnection;

use super::cells::{failed, upsert};
use super::{listing, notice};
use crate::domain::{ChangeSeq, Listing, ListingId};
use crate::store::{StoreError, Telling};

const DOING: &str = "noting what watches were told";

/// How far watches were matched.
pub(super) async fn reached(connection: &mut SqliteConnection) -> Result<Option<ChangeSeq>, StoreError> {
    let seq = sqlx::query_scalar("SELECT seq FROM telling").fetch_one(connection).await;
    let seq: Option<i64> = seq.map_err(failed(DOING))?;
    Ok(seq.map(|seq| ChangeSeq(seq as u64)))
}

/// Takes a step; false if another process was faster.
pub(super) async fn tell(connection: &mut SqliteConnection, step: &Telling) -> Result<bool, StoreError> {
    if reached(connection).await? != step.from {
        return Ok(false);
    }
    for new in &step.notices {
        notice::queue(connection, new).await?;
    }
    for (id, now) in &step.listings {
        match now {
            Some(listing) => put(connection, listing).await?,
            None => remove(connection, *id).await?,
        }
    }
    let noted = sqlx::query("UPDATE telling SET seq = ?").bind(step.to.0 as i64).execute(connection).await;
    noted.map(|_| true).map_err(failed(DOING))
}

async fn put(connection: &mut SqliteConnection, told: &Listing) -> Result<(), StoreError> {
    upsert(connection, "told_listing", listing::record(told)).await?;
    remove_trades(connection, told.id).await?;
    for (position, trade) in (0i64..).zip(&told.trades) {
        let query = sqlx::query("INSERT INTO told_trade (listing_id, position, name) VALUES (?, ?, ?)");
        let query = query.bind(told.id.bits() as i64).bind(position).bind(trade);
        query.execute(&mut *connection).await.map_err(failed(DOING))?;
    }
    Ok(())
}

async fn remove(connection: &mut SqliteConnection, id: ListingId) -> Result<(), StoreError> {
    remove_trades(connection, id).await?;
    let gone = sqlx::query("DELETE FROM told_listing WHERE id = ?").bind(id.bits() as i64);
    gone.execute(connection).await.map(drop).map_err(failed(DOING))
}

async fn remove_trades(connection: &mut SqliteConnection, id: ListingId) -> Result<(), StoreError> {
    let gone = sqlx::query("DELETE FROM told_trade WHERE listing_id = ?").bind(id.bits() as i64);
    gone.execute(connection).await.map(drop).map_err(failed(DOING))
}
