//! Areas with planning rules of their own: the table `special_area`. A batch is all that its sources say of
//! its kinds.

use std::collections::{HashMap, HashSet};

use sqlx::sqlite::SqliteConnection;

use super::cells::{Cells, Record, failed, read_each, upsert};
use super::known::free_id;
use super::wkb;
use crate::domain::{AreaKind, SpecialArea, SpecialAreaId};
use crate::store::{RowError, StoreError};

/// Every area in order of id, or why it cannot be read.
pub(super) async fn all(
    connection: &mut SqliteConnection,
) -> Result<Vec<Result<SpecialArea, StoreError>>, StoreError> {
    let rows = sqlx::query("SELECT * FROM special_area ORDER BY id").fetch_all(connection).await;
    Ok(read_each("special_area", &rows.map_err(failed("reading areas"))?, read_area))
}

/// Writes the areas of the batch, and removes those that its sources no longer know.
pub(super) async fn import(
    connection: &mut SqliteConnection,
    rows: &[SpecialArea],
) -> Result<(), StoreError> {
    let held = all(connection).await?.into_iter().collect::<Result<Vec<_>, _>>()?;
    let mut taken: HashSet<SpecialAreaId> = held.iter().map(|area| area.id).collect();
    let said: HashSet<(&str, AreaKind)> = rows.iter().map(|row| (row.source.as_str(), row.kind)).collect();
    let mut same: HashMap<_, Vec<SpecialAreaId>> = HashMap::new();
    for area in held.iter().filter(|area| said.contains(&(area.source.as_str(), area.kind))) {
        same.entry(land(area)).or_default().push(area.id);
        let removed = sqlx::query("DELETE FROM special_area WHERE id = ?").bind(area.id.bits() as i64);
        removed.execute(&mut *connection).await.map_err(failed("replacing areas"))?;
    }
    for row in rows {
        let known = same.get_mut(&land(row)).and_then(Vec::pop);
        let id = known.unwrap_or_else(|| free_id(&mut taken, row.id));
        upsert(connection, "special_area", record(&SpecialArea { id, ..row.clone() })).await?;
    }
    Ok(())
}

/// What makes two readings of an area one.
fn land(area: &SpecialArea) -> (&str, AreaKind, &str, Vec<u8>) {
    (&area.source, area.kind, &area.name, wkb::area_bytes(&area.geometry))
}

fn record(area: &SpecialArea) -> Record {
    vec![
        ("id", area.id.into()),
        ("source", area.source.as_str().into()),
        ("kind", area.kind.slug().into()),
        ("name", area.name.as_str().into()),
        ("note", (&area.note).into()),
        ("url", (&area.url).into()),
        ("geometry", wkb::area_bytes(&area.geometry).into()),
    ]
}

fn read_area(cells: &Cells<'_>) -> Result<SpecialArea, RowError> {
    Ok(SpecialArea {
        id: cells.id("id")?,
        source: cells.of("source")?,
        kind: cells.word("kind")?,
        name: cells.of("name")?,
        note: cells.of("note")?,
        url: cells.of("url")?,
        geometry: wkb::area(cells, "geometry")?,
    })
}
