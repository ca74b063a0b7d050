//! Stations: the tables `station` and `station_line`.

use std::collections::HashMap;

use sqlx::sqlite::SqliteConnection;

use super::cells::{Cells, Record, failed, read_each, upsert};
use crate::domain::{Station, StationLine};
use crate::store::StoreError;

/// Every station in order of id, or why it cannot be read.
pub(super) async fn all(
    connection: &mut SqliteConnection,
) -> Result<Vec<Result<Station, StoreError>>, StoreError> {
    let doing = "reading stations";
    let rows = sqlx::query("SELECT * FROM station ORDER BY id").fetch_all(&mut *connection).await;
    let rows = rows.map_err(failed(doing))?;
    let stops: Vec<(i64, String)> =
        sqlx::query_as("SELECT station_id, name FROM station_line ORDER BY station_id, position")
            .fetch_all(connection)
            .await
            .map_err(failed(doing))?;
    let mut lines: HashMap<i64, Vec<StationLine>> = HashMap::new();
    for (station, name) in stops {
        lines.entry(station).or_default().push(StationLine { name });
    }
    Ok(read_each("station", &rows, |cells: &Cells<'_>| {
        Ok(Station {
            id: cells.id("id")?,
            source_key: cells.of("source_key")?,
            name: cells.of("name")?,
            kana: cells.of("kana")?,
            lines: lines.get(&cells.of("id")?).cloned().unwrap_or_default(),
            place: cells.place()?,
        })
    }))
}

/// Adds the station, or replaces the one with its id.
pub(super) async fn put(connection: &mut SqliteConnection, station: &Station) -> Result<(), StoreError> {
    let doing = "writing a station";
    let key = station.id.bits() as i64;
    let record: Record = vec![
        ("id", station.id.into()),
        ("source_key", (&station.source_key).into()),
        ("name", station.name.as_str().into()),
        ("kana", (&station.kana).into()),
        ("lon", station.place.lon().into()),
        ("lat", station.place.lat().into()),
    ];
    upsert(connection, "station", record).await?;
    let cleared = sqlx::query("DELETE FROM station_line WHERE station_id = ?").bind(key);
    cleared.execute(&mut *connection).await.map_err(failed(doing))?;
    for (position, line) in (0i64..).zip(&station.lines) {
        let query = sqlx::query("INSERT INTO station_line (station_id, position, name) VALUES (?, ?, ?)");
        let query = query.bind(key).bind(position).bind(&line.name);
        query.execute(&mut *connection).await.map_err(failed(doing))?;
    }
    Ok(())
}
