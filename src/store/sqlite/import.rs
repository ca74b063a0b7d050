//! Takes a batch in, within the caller's transaction. The rules are those of [`crate::store`].

use sqlx::sqlite::{SqliteConnection, SqliteRow};
use time::Date;

use super::cells::{Cells, failed, read_each, upsert};
use super::known::{Identity, Rule, meet};
use super::{area, basemap, block, land, land_use, listing, roads, station, street, wkb, zoning};
use crate::domain::{Batch, Boundary, Freshness, Listing, LonLat, LonLatBox, ShoppingStreet, Station, Town};
use crate::store::{RowError, StoreError};

/// Writes every row of the batch.
pub(super) async fn import(connection: &mut SqliteConnection, batch: &Batch) -> Result<(), StoreError> {
    match batch {
        Batch::Zoning { edition, zones } => zoning::import(connection, edition, zones).await,
        Batch::Streets(rows) => streets(connection, rows).await,
        Batch::Stations(rows) => stations(connection, rows).await,
        Batch::Towns(rows) => towns(connection, rows).await,
        Batch::Boundaries(rows) => boundaries(connection, rows).await,
        Batch::Basemap(rows) => basemap::import(connection, rows).await,
        Batch::Areas(rows) => area::import(connection, rows).await,
        Batch::Blocks(towns) => block::import(connection, towns).await,
        Batch::Roads { network, roads } => roads::import(connection, network, roads).await,
        Batch::LandUse { survey, lots } => land_use::import(connection, survey, lots).await,
        Batch::Listings(rows) => listings(connection, rows).await,
    }
}

fn within(a: LonLat, b: LonLat, lon: f64, lat: f64) -> bool {
    (a.lon() - b.lon()).abs() <= lon && (a.lat() - b.lat()).abs() <= lat
}

/// The rows of a table as far as they tell who they are.
fn known<T, W>(
    table: &'static str,
    rows: &[SqliteRow],
    at: impl Fn(&Cells<'_>) -> Result<W, RowError>,
) -> Result<Vec<Identity<T, W>>, StoreError> {
    let read = |cells: &Cells<'_>| {
        Ok(Identity { id: cells.id("id")?, key: cells.of("key")?, name: cells.of("name")?, at: at(cells)? })
    };
    read_each(table, rows, read).into_iter().collect()
}

/// Where a listing is and, for one we have, since when.
struct Held {
    place: LonLat,
    registered: Date,
}

async fn listings(connection: &mut SqliteConnection, rows: &[Listing]) -> Result<(), StoreError> {
    let rule = Rule {
        table: "listing",
        near: |a: &Held, b| within(a.place, b.place, 1e-7, 1e-7),
        name_is_enough: false,
    };
    let sql = "SELECT id, source_key AS key, title AS name, lon, lat, registered_on FROM listing";
    let fetched = sqlx::query(sql).fetch_all(&mut *connection).await.map_err(failed("reading listings"))?;
    let held = |cells: &Cells<'_>| Ok(Held { place: cells.place()?, registered: cells.of("registered_on")? });
    let known = known("listing", &fetched, held)?;
    let identity = |row: &Listing| Identity {
        id: row.id,
        key: row.source_key.clone(),
        name: row.title.clone(),
        at: Held { place: row.place, registered: row.freshness.registered() },
    };
    let batch: Vec<_> = rows.iter().map(identity).collect();
    for (row, met) in rows.iter().zip(meet(&rule, &known, &batch)?) {
        let mut row = Listing { id: met.id, source_key: met.key, ..row.clone() };
        if let Some(known) = met.known {
            row.freshness = since(row.freshness, known.at.registered);
        }
        let row = row.checked().map_err(|source| StoreError::NotAListing { id: met.id, source })?;
        listing::put(connection, &row).await?;
    }
    Ok(())
}

/// The dates of an import, but registered when we first had the row, unless that contradicts them.
fn since(imported: Freshness, registered: Date) -> Freshness {
    Freshness::new(registered, imported.updated(), imported.next_update()).unwrap_or(imported)
}

async fn streets(connection: &mut SqliteConnection, rows: &[ShoppingStreet]) -> Result<(), StoreError> {
    let rule = Rule {
        table: "street",
        near: |a: &Option<LonLatBox>, b| a.zip(*b).is_some_and(|(a, b)| a.intersects(b)),
        name_is_enough: false,
    };
    let sql = "SELECT id, source_key AS key, name, geometry FROM street";
    let held = sqlx::query(sql).fetch_all(&mut *connection).await.map_err(failed("reading streets"))?;
    let known = known("street", &held, |cells| Ok(wkb::box_of(&wkb::geometry(cells, "geometry")?)))?;
    let identity = |row: &ShoppingStreet| Identity {
        id: row.id,
        key: row.source_key.clone(),
        name: row.name.clone(),
        at: wkb::box_of(&street::geometry(&row.shape)),
    };
    let batch: Vec<_> = rows.iter().map(identity).collect();
    for (row, met) in rows.iter().zip(meet(&rule, &known, &batch)?) {
        let row = ShoppingStreet { id: met.id, source_key: met.key, ..row.clone() };
        upsert(connection, "street", street::record(&row)).await?;
    }
    Ok(())
}

async fn stations(connection: &mut SqliteConnection, rows: &[Station]) -> Result<(), StoreError> {
    // 1 km is 0.009 degrees of latitude and, in Japan, about 0.011 of longitude.
    let rule =
        Rule { table: "station", near: |a: &LonLat, b| within(*a, *b, 0.011, 0.009), name_is_enough: false };
    let sql = "SELECT id, source_key AS key, name, lon, lat FROM station";
    let held = sqlx::query(sql).fetch_all(&mut *connection).await.map_err(failed("reading stations"))?;
    let place = |cells: &Cells<'_>| cells.place();
    let known = known("station", &held, place)?;
    let identity = |row: &Station| Identity {
        id: row.id,
        key: row.source_key.clone(),
        name: row.name.clone(),
        at: row.place,
    };
    let batch: Vec<_> = rows.iter().map(identity).collect();
    for (row, met) in rows.iter().zip(meet(&rule, &known, &batch)?) {
        let row = Station { id: met.id, source_key: met.key, ..row.clone() };
        station::put(connection, &row).await?;
    }
    Ok(())
}

async fn towns(connection: &mut SqliteConnection, rows: &[Town]) -> Result<(), StoreError> {
    let rule = Rule { table: "town", near: |(), ()| true, name_is_enough: true };
    let sql = "SELECT id, source_key AS key, municipality || ' ' || name AS name FROM town";
    let held = sqlx::query(sql).fetch_all(&mut *connection).await.map_err(failed("reading towns"))?;
    let known = known("town", &held, |_| Ok(()))?;
    let identity = |row: &Town| Identity {
        id: row.id,
        key: row.source_key.clone(),
        name: format!("{} {}", row.municipality, row.name),
        at: (),
    };
    let batch: Vec<_> = rows.iter().map(identity).collect();
    for (row, met) in rows.iter().zip(meet(&rule, &known, &batch)?) {
        let row = Town { id: met.id, source_key: met.key, ..row.clone() };
        upsert(connection, "town", land::town_record(&row)).await?;
    }
    Ok(())
}

async fn boundaries(connection: &mut SqliteConnection, rows: &[Boundary]) -> Result<(), StoreError> {
    let rule = Rule { table: "boundary", near: |(), ()| false, name_is_enough: false };
    let sql = "SELECT id, code AS key, name FROM boundary";
    let held = sqlx::query(sql).fetch_all(&mut *connection).await.map_err(failed("reading boundaries"))?;
    let known = known("boundary", &held, |_| Ok(()))?;
    let identity =
        |row: &Boundary| Identity { id: row.id, key: Some(row.code.clone()), name: row.name.clone(), at: () };
    let batch: Vec<_> = rows.iter().map(identity).collect();
    for (row, met) in rows.iter().zip(meet(&rule, &known, &batch)?) {
        let row = Boundary { id: met.id, ..row.clone() };
        upsert(connection, "boundary", land::boundary_record(&row)).await?;
    }
    Ok(())
}
