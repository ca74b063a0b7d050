//! Listings: the tables `listing`, `photo` and `trade`.

use std::collections::HashMap;

use sqlx::sqlite::{SqliteConnection, SqliteRow};

use super::cells::{Cells, Record, failed, read_each, upsert, wrong};
use super::terms;
use crate::domain::{
    AreaM2, Freshness, Handover, Listing, ListingId, Photo, Premises, Storey, Storeys, Utilities,
};
use crate::store::{RowError, StoreError};

/// Every listing in order of id, or why it cannot be read.
pub(super) async fn all(
    connection: &mut SqliteConnection,
) -> Result<Vec<Result<Listing, StoreError>>, StoreError> {
    let doing = "reading listings";
    let rows = sqlx::query("SELECT * FROM listing ORDER BY id").fetch_all(&mut *connection).await;
    let rows = rows.map_err(failed(doing))?;
    let photos = sqlx::query("SELECT listing_id, name, alt FROM photo ORDER BY listing_id, position");
    let photos = photos.fetch_all(&mut *connection).await.map_err(failed(doing))?;
    let trades = sqlx::query("SELECT listing_id, name FROM trade ORDER BY listing_id, position");
    let trades = trades.fetch_all(connection).await.map_err(failed(doing))?;
    let beside =
        Beside::new(&photos, &trades).map_err(|source| StoreError::Row { table: "photo", id: 0, source })?;
    Ok(read_each("listing", &rows, |cells| read(cells, &beside)))
}

/// Every listing as watches were last told, without photos.
pub(super) async fn told(
    connection: &mut SqliteConnection,
) -> Result<Vec<Result<Listing, StoreError>>, StoreError> {
    let doing = "reading what watches were told";
    let rows = sqlx::query("SELECT * FROM told_listing ORDER BY id").fetch_all(&mut *connection).await;
    let trades = sqlx::query("SELECT listing_id, name FROM told_trade ORDER BY listing_id, position");
    let trades = trades.fetch_all(connection).await.map_err(failed(doing))?;
    told_rows(&rows.map_err(failed(doing))?, &trades)
}

/// One listing as watches were last told, without photos.
pub(super) async fn told_one(
    connection: &mut SqliteConnection,
    id: ListingId,
) -> Result<Option<Listing>, StoreError> {
    let doing = "reading what watches were told";
    let key = id.bits() as i64;
    let rows = sqlx::query("SELECT * FROM told_listing WHERE id = ?").bind(key);
    let rows = rows.fetch_all(&mut *connection).await.map_err(failed(doing))?;
    let trades =
        sqlx::query("SELECT listing_id, name FROM told_trade WHERE listing_id = ? ORDER BY position");
    let trades = trades.bind(key).fetch_all(connection).await.map_err(failed(doing))?;
    told_rows(&rows, &trades)?.pop().transpose()
}

fn told_rows(
    rows: &[SqliteRow],
    trades: &[SqliteRow],
) -> Result<Vec<Result<Listing, StoreError>>, StoreError> {
    let beside = Beside::new(&[], trades);
    let beside = beside.map_err(|source| StoreError::Row { table: "told_trade", id: 0, source })?;
    Ok(read_each("told_listing", rows, |cells| read(cells, &beside)))
}

/// One listing.
pub(super) async fn one(
    connection: &mut SqliteConnection,
    id: ListingId,
) -> Result<Option<Listing>, StoreError> {
    let doing = "reading a listing";
    let key = id.bits() as i64;
    let row = sqlx::query("SELECT * FROM listing WHERE id = ?").bind(key);
    let Some(row) = row.fetch_optional(&mut *connection).await.map_err(failed(doing))? else {
        return Ok(None);
    };
    let photos =
        sqlx::query("SELECT listing_id, name, alt FROM photo WHERE listing_id = ? ORDER BY position");
    let photos = photos.bind(key).fetch_all(&mut *connection).await.map_err(failed(doing))?;
    let trades = sqlx::query("SELECT listing_id, name FROM trade WHERE listing_id = ? ORDER BY position");
    let trades = trades.bind(key).fetch_all(connection).await.map_err(failed(doing))?;
    let read = |row| read(&Cells(row), &Beside::new(&photos, &trades)?);
    read(&row).map(Some).map_err(|source| StoreError::Row { table: "listing", id: key, source })
}

/// Adds the listing, or replaces the one with its id.
pub(super) async fn put(connection: &mut SqliteConnection, listing: &Listing) -> Result<(), StoreError> {
    let doing = "writing a listing";
    let key = listing.id.bits() as i64;
    upsert(connection, "listing", record(listing)).await?;
    for sql in ["DELETE FROM photo WHERE listing_id = ?", "DELETE FROM trade WHERE listing_id = ?"] {
        sqlx::query(sql).bind(key).execute(&mut *connection).await.map_err(failed(doing))?;
    }
    for (position, photo) in (0i64..).zip(&listing.photos) {
        let query = sqlx::query("INSERT INTO photo (listing_id, position, name, alt) VALUES (?, ?, ?, ?)");
        let query = query.bind(key).bind(position).bind(&photo.name).bind(&photo.alt);
        query.execute(&mut *connection).await.map_err(failed(doing))?;
    }
    for (position, trade) in (0i64..).zip(&listing.trades) {
        let query = sqlx::query("INSERT INTO trade (listing_id, position, name) VALUES (?, ?, ?)");
        let query = query.bind(key).bind(position).bind(trade);
        query.execute(&mut *connection).await.map_err(failed(doing))?;
    }
    Ok(())
}

/// Photos and trades by listing, each in its order.
#[derive(Default)]
struct Beside {
    photos: HashMap<i64, Vec<Photo>>,
    trades: HashMap<i64, Vec<String>>,
}

impl Beside {
    fn new(photos: &[SqliteRow], trades: &[SqliteRow]) -> Result<Self, RowError> {
        let mut beside = Self::default();
        for cells in photos.iter().map(Cells) {
            let photo = Photo { name: cells.of("name")?, alt: cells.of("alt")? };
            beside.photos.entry(cells.of("listing_id")?).or_default().push(photo);
        }
        for cells in trades.iter().map(Cells) {
            beside.trades.entry(cells.of("listing_id")?).or_default().push(cells.of("name")?);
        }
        Ok(beside)
    }
}

pub(super) fn record(listing: &Listing) -> Record {
    let (handover, handover_from) = match listing.handover {
        Handover::Now => ("now", None),
        Handover::Negotiable => ("negotiable", None),
        Handover::From(day) => ("from", Some(day)),
    };
    let mut record: Record = vec![
        ("id", listing.id.into()),
        ("source_key", (&listing.source_key).into()),
        ("kind", listing.kind.slug().into()),
        ("state", listing.state.slug().into()),
        ("title", listing.title.as_str().into()),
        ("description", listing.description.as_str().into()),
        ("address", listing.address.as_str().into()),
        ("lon", listing.place.lon().into()),
        ("lat", listing.place.lat().into()),
        ("pin", listing.pin.slug().into()),
        ("handover", handover.into()),
        ("handover_from", handover_from.into()),
        ("offered_by", listing.offered_by.slug().into()),
        ("licence_number", (&listing.licence_number).into()),
        ("registered_on", listing.freshness.registered().into()),
        ("updated_on", listing.freshness.updated().into()),
        ("next_update_on", listing.freshness.next_update().into()),
        ("synthetic", listing.synthetic.into()),
    ];
    record.extend(terms::record(&listing.terms));
    record.extend(premises_record(&listing.premises));
    record
}

fn premises_record(premises: &Premises) -> Record {
    let utilities = &premises.utilities;
    vec![
        ("area_m2", premises.area.map(AreaM2::m2).into()),
        ("storey_lowest", premises.storeys.map(|s| s.lowest().number()).into()),
        ("storey_highest", premises.storeys.map(|s| s.highest().number()).into()),
        ("building_storeys", premises.building_storeys.into()),
        ("frontage_m", premises.frontage_m.into()),
        ("ceiling_m", premises.ceiling_m.into()),
        ("floor_load_kg_m2", premises.floor_load_kg_m2.into()),
        ("built_year", premises.built_year.into()),
        ("condition", premises.condition.slug().into()),
        ("cooking", premises.cooking.slug().into()),
        ("power_kw", utilities.power_kw.into()),
        ("three_phase", utilities.three_phase.into()),
        ("gas", utilities.gas.into()),
        ("water", utilities.water.into()),
        ("exhaust", utilities.exhaust.into()),
        ("toilet", utilities.toilet.into()),
        ("loading", utilities.loading.into()),
        ("parking", utilities.parking.into()),
    ]
}

fn read(cells: &Cells<'_>, beside: &Beside) -> Result<Listing, RowError> {
    let key: i64 = cells.of("id")?;
    let listing = Listing {
        id: cells.id("id")?,
        source_key: cells.of("source_key")?,
        kind: cells.word("kind")?,
        state: cells.word("state")?,
        title: cells.of("title")?,
        description: cells.of("description")?,
        address: cells.of("address")?,
        place: cells.place()?,
        pin: cells.word("pin")?,
        terms: terms::read(cells)?,
        premises: read_premises(cells)?,
        handover: read_handover(cells)?,
        offered_by: cells.word("offered_by")?,
        licence_number: cells.of("licence_number")?,
        trades: beside.trades.get(&key).cloned().unwrap_or_default(),
        photos: beside.photos.get(&key).cloned().unwrap_or_default(),
        freshness: Freshness::new(
            cells.of("registered_on")?,
            cells.of("updated_on")?,
            cells.of("next_update_on")?,
        )
        .map_err(|e| wrong("updated_on", e))?,
        synthetic: cells.of("synthetic")?,
    };
    listing.checked().map_err(|e| wrong("id", e))
}

fn read_premises(cells: &Cells<'_>) -> Result<Premises, RowError> {
    let lowest = cells.checked("storey_lowest", Storey::new)?;
    let highest = cells.checked("storey_highest", Storey::new)?;
    let storeys = match (lowest, highest) {
        (Some(low), Some(high)) => Some(Storeys::new(low, high).map_err(|e| wrong("storey_lowest", e))?),
        _ => None,
    };
    Ok(Premises {
        area: cells.checked("area_m2", AreaM2::new)?,
        storeys,
        building_storeys: cells.whole("building_storeys")?,
        frontage_m: cells.of("frontage_m")?,
        ceiling_m: cells.of("ceiling_m")?,
        floor_load_kg_m2: cells.whole("floor_load_kg_m2")?,
        built_year: cells.whole("built_year")?,
        condition: cells.word("condition")?,
        cooking: cells.word("cooking")?,
        utilities: Utilities {
            power_kw: cells.of("power_kw")?,
            three_phase: cells.of("three_phase")?,
            gas: cells.of("gas")?,
            water: cells.of("water")?,
            exhaust: cells.of("exhaust")?,
            toilet: cells.of("toilet")?,
            loading: cells.of("loading")?,
            parking: cells.whole("parking")?,
        },
    })
}

fn read_handover(cells: &Cells<'_>) -> Result<Handover, RowError> {
    match (cells.of::<&str>("handover")?, cells.of("handover_from")?) {
        ("now", _) => Ok(Handover::Now),
        ("from", Some(day)) => Ok(Handover::From(day)),
        ("negotiable", _) => Ok(Handover::Negotiable),
        (other, _) => Err(wrong("handover", format!("`{other}` is not now, negotiable or from a date"))),
    }
}
