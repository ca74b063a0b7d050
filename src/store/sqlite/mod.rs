//! The store in one SQLite file and a folder of photos.
//!
//! Every write runs on the one writing connection in a transaction that begins with the write lock,
//! and ends with its entry in the change log; so the order of the log is the order of commits.

mod accounts;
mod area;
mod backup;
mod basemap;
mod block;
mod cells;
mod change;
mod check;
mod enquiries;
mod enquiry;
mod import;
mod known;
mod land;
mod land_use;
mod letter;
mod listing;
mod news;
mod notice;
mod offers;
mod open;
mod outbox;
mod passkeys;
mod reports;
mod road;
mod roads;
mod station;
mod street;
mod terms;
#[cfg(test)]
mod tests;
mod told;
mod wanted;
mod watch;
mod watches;
mod wkb;
mod zone;
mod zoning;

use async_trait::async_trait;
use sqlx::sqlite::{SqliteConnection, SqlitePool};
use sqlx::{Sqlite, Transaction};
use std::path::{Path, PathBuf};

use self::cells::failed;
use super::{
    Accounts, CheckReport, Enquiries, LayerRows, NewLetter, Offers, Outbox, Passkeys, Photos, Reports, Store,
    StoreError, WantedCards, Watches,
};
use crate::domain::{Actor, Batch, Change, ChangeSeq, Contents, Edition, Layer, Listing, ListingId, Subject};

/// The store in `DIR/machikado.sqlite3`, with photos in `DIR/photos/` or in a bucket.
#[derive(Debug)]
pub struct SqliteStore {
    folder: PathBuf,
    photos: Photos,
    writer: SqlitePool,
    readers: SqlitePool,
}

impl SqliteStore {
    /// Opens the store in a folder; makes the folder, the file and the schema where they are missing.
    pub async fn open(folder: &Path) -> Result<Self, StoreError> {
        Self::open_with(folder, None).await
    }

    /// The same, with photos in a bucket (`s3://…`) instead of the folder.
    pub async fn open_with(folder: &Path, bucket: Option<&str>) -> Result<Self, StoreError> {
        let made = tokio::fs::create_dir_all(folder).await;
        made.map_err(|source| StoreError::File { path: folder.to_owned(), source })?;
        let file = folder.join(open::FILE);
        let writer = open::writer(&file).await?;
        let photos = match bucket {
            Some(url) => Photos::in_bucket(url)?,
            None => Photos::in_folder(&folder.join("photos"))?,
        };
        Ok(Self { folder: folder.to_owned(), photos, writer, readers: open::readers(&file) })
    }

    /// Opens the store that is in a folder already; a folder without one is an error.
    pub async fn open_existing(folder: &Path, bucket: Option<&str>) -> Result<Self, StoreError> {
        if folder.join(open::FILE).is_file() {
            Self::open_with(folder, bucket).await
        } else {
            Err(StoreError::NoStore(folder.to_owned()))
        }
    }

    async fn write(&self) -> Result<Transaction<'static, Sqlite>, StoreError> {
        self.writer.begin_with("BEGIN IMMEDIATE").await.map_err(failed("starting to write"))
    }

    /// A transaction that sees the store as it is at its first question, whatever is written since.
    async fn read(&self) -> Result<Transaction<'static, Sqlite>, StoreError> {
        self.readers.begin().await.map_err(failed("starting to read"))
    }
}

async fn commit(transaction: Transaction<'static, Sqlite>) -> Result<(), StoreError> {
    transaction.commit().await.map_err(failed("committing"))
}

#[async_trait]
impl Store for SqliteStore {
    async fn is_empty(&self) -> Result<bool, StoreError> {
        Ok(self.last_change().await? == ChangeSeq(0))
    }

    async fn contents(&self) -> Result<Contents, StoreError> {
        let mut reading = self.read().await?;
        contents(&mut reading).await
    }

    async fn layer(&self, layer: Layer) -> Result<LayerRows, StoreError> {
        let mut reading = self.read().await?;
        layer_rows(&mut reading, layer).await
    }

    async fn surveys(&self) -> Result<Vec<Edition>, StoreError> {
        let mut reading = self.read().await?;
        whole(land_use::surveys(&mut reading).await?)
    }

    async fn listing(&self, id: ListingId) -> Result<Option<Listing>, StoreError> {
        let mut reading = self.read().await?;
        listing::one(&mut reading, id).await
    }

    async fn put_listing_with(
        &self,
        listing: &Listing,
        actor: Actor,
        letters: &[NewLetter],
    ) -> Result<ChangeSeq, StoreError> {
        let id = listing.id;
        let listing = listing.clone().checked().map_err(|source| StoreError::NotAListing { id, source })?;
        let mut writing = self.write().await?;
        listing::put(&mut writing, &listing).await?;
        letter::queue(&mut writing, letters).await?;
        let seq = change::append(&mut writing, Subject::Listing(id), actor).await?;
        commit(writing).await?;
        Ok(seq)
    }

    async fn import_all(&self, batches: &[Batch], actor: Actor) -> Result<ChangeSeq, StoreError> {
        let mut writing = self.write().await?;
        for batch in batches {
            import::import(&mut writing, batch).await?;
            change::append(&mut writing, Subject::Layer(batch.layer()), actor).await?;
        }
        let seq = change::last(&mut writing).await?;
        commit(writing).await?;
        Ok(seq)
    }

    async fn last_change(&self) -> Result<ChangeSeq, StoreError> {
        let mut reading = self.read().await?;
        change::last(&mut reading).await
    }

    async fn changes_after(&self, seq: ChangeSeq, limit: usize) -> Result<Vec<Change>, StoreError> {
        let mut reading = self.read().await?;
        change::after(&mut reading, seq, limit).await
    }

    async fn backup(&self, to: &Path) -> Result<ChangeSeq, StoreError> {
        backup::backup(&self.folder, &self.photos, to).await
    }

    async fn restore(&self, from: &Path, actor: Actor) -> Result<ChangeSeq, StoreError> {
        backup::restore(&self.folder, &self.photos, from, actor).await
    }

    async fn check(&self) -> Result<CheckReport, StoreError> {
        let mut reading = self.read().await?;
        check::check(&mut reading, Some(&self.photos)).await
    }

    fn photos(&self) -> &Photos {
        &self.photos
    }

    fn watches(&self) -> &dyn Watches {
        self
    }

    fn outbox(&self) -> &dyn Outbox {
        self
    }

    fn enquiries(&self) -> &dyn Enquiries {
        self
    }

    fn wanted(&self) -> &dyn WantedCards {
        self
    }

    fn accounts(&self) -> &dyn Accounts {
        self
    }

    fn passkeys(&self) -> &dyn Passkeys {
        self
    }

    fn offers(&self) -> &dyn Offers {
        self
    }

    fn reports(&self) -> &dyn Reports {
        self
    }

    async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

async fn contents(connection: &mut SqliteConnection) -> Result<Contents, StoreError> {
    Ok(Contents {
        seq: change::last(connection).await?,
        editions: whole(zone::editions(connection).await?)?,
        zones: whole(zone::zones(connection).await?)?,
        streets: whole(street::all(connection).await?)?,
        stations: whole(station::all(connection).await?)?,
        towns: whole(land::towns(connection).await?)?,
        boundaries: whole(land::boundaries(connection).await?)?,
        basemap: whole(land::basemap(connection).await?)?,
        areas: whole(area::all(connection).await?)?,
        blocks: whole(block::all(connection).await?)?,
        road_networks: whole(road::networks(connection).await?)?,
        roads: whole(road::all(connection).await?)?,
        listings: whole(listing::all(connection).await?)?,
    })
}

async fn layer_rows(connection: &mut SqliteConnection, layer: Layer) -> Result<LayerRows, StoreError> {
    Ok(match layer {
        Layer::Zones => LayerRows::Zones {
            editions: whole(zone::editions(connection).await?)?,
            zones: whole(zone::zones(connection).await?)?,
        },
        Layer::Streets => LayerRows::Streets(whole(street::all(connection).await?)?),
        Layer::Stations => LayerRows::Stations(whole(station::all(connection).await?)?),
        Layer::Towns => LayerRows::Towns(whole(land::towns(connection).await?)?),
        Layer::Boundaries => LayerRows::Boundaries(whole(land::boundaries(connection).await?)?),
        Layer::Basemap => LayerRows::Basemap(whole(land::basemap(connection).await?)?),
        Layer::Areas => LayerRows::Areas(whole(area::all(connection).await?)?),
        Layer::Blocks => LayerRows::Blocks(whole(block::all(connection).await?)?),
        Layer::Roads => LayerRows::Roads {
            networks: whole(road::networks(connection).await?)?,
            roads: whole(road::all(connection).await?)?,
        },
        Layer::LandUse => LayerRows::LandUse {
            surveys: whole(land_use::surveys(connection).await?)?,
            lots: whole(land_use::lots(connection).await?)?,
        },
        Layer::Listings => LayerRows::Listings(whole(listing::all(connection).await?)?),
    })
}

/// All rows, or the first reason why one cannot be read.
fn whole<T>(rows: Vec<Result<T, StoreError>>) -> Result<Vec<T>, StoreError> {
    rows.into_iter().collect()
}
