//! Takes an edition of zoning in: the same edition again replaces its zones.

use std::collections::{HashMap, HashSet};

use sqlx::sqlite::SqliteConnection;

use super::cells::{Cells, failed, read_each, upsert};
use super::known::free_id;
use super::{wkb, zone};
use crate::domain::{Edition, EditionId, Zone, ZoneId};
use crate::store::StoreError;

/// Writes the edition and its zones.
pub(super) async fn import(
    connection: &mut SqliteConnection,
    edition: &Edition,
    zones: &[Zone],
) -> Result<(), StoreError> {
    if let Some(foreign) = zones.iter().find(|zone| zone.edition != edition.id) {
        return Err(StoreError::ForeignZone { expected: edition.id, found: foreign.edition });
    }
    let id = edition_id(connection, edition).await?;
    let row = Edition { id, ..edition.clone() };
    upsert(connection, "edition", zone::edition_record(&row)).await?;

    let (mut taken, mut unchanged) = held(connection, id).await?;
    let removed = sqlx::query("DELETE FROM zone WHERE edition_id = ?").bind(id.bits() as i64);
    removed.execute(&mut *connection).await.map_err(failed("replacing zones"))?;
    let land = |zone: &Zone| (zone.district().slug().to_owned(), wkb::area_bytes(&zone.geometry));
    // Zones that stay choose first, so that no new zone takes their id.
    let kept: Vec<Option<ZoneId>> =
        zones.iter().map(|zone| unchanged.get_mut(&land(zone)).and_then(Vec::pop)).collect();
    taken.extend(kept.iter().flatten());
    for (row, kept) in zones.iter().zip(kept) {
        let zone_id = kept.unwrap_or_else(|| free_id(&mut taken, row.id));
        let row = Zone { id: zone_id, edition: id, ..row.clone() };
        upsert(connection, "zone", zone::zone_record(&row)).await?;
    }
    Ok(())
}

/// The id of the edition of this area, name and date, or a free one.
async fn edition_id(connection: &mut SqliteConnection, edition: &Edition) -> Result<EditionId, StoreError> {
    let rows = sqlx::query("SELECT id, area = ? AND name = ? AND as_of = ? AS same FROM edition")
        .bind(&edition.area)
        .bind(&edition.name)
        .bind(edition.as_of)
        .fetch_all(connection)
        .await
        .map_err(failed("reading editions"))?;
    let read = |cells: &Cells<'_>| Ok((cells.id("id")?, cells.of::<bool>("same")?));
    let known = read_each("edition", &rows, read).into_iter().collect::<Result<Vec<_>, _>>()?;
    let same = known.iter().find(|(_, same)| *same).map(|(id, _)| *id);
    let mut taken = known.iter().map(|(id, _)| *id).collect();
    Ok(same.unwrap_or_else(|| free_id(&mut taken, edition.id)))
}

type ByLand = HashMap<(String, Vec<u8>), Vec<ZoneId>>;

/// The ids of other editions' zones, and this edition's zones by district and land.
async fn held(
    connection: &mut SqliteConnection,
    edition: EditionId,
) -> Result<(HashSet<ZoneId>, ByLand), StoreError> {
    let doing = "reading zones";
    let key = edition.bits() as i64;
    let others = sqlx::query("SELECT id FROM zone WHERE edition_id <> ?").bind(key);
    let others = others.fetch_all(&mut *connection).await.map_err(failed(doing))?;
    let others = read_each("zone", &others, |cells| cells.id("id"));
    let own = sqlx::query("SELECT id, district, geometry FROM zone WHERE edition_id = ? ORDER BY id DESC");
    let own = own.bind(key).fetch_all(connection).await.map_err(failed(doing))?;
    let read = |cells: &Cells<'_>| Ok(((cells.of("district")?, cells.of("geometry")?), cells.id("id")?));
    let mut by_land = ByLand::new();
    for zone in read_each("zone", &own, read) {
        let (land, id) = zone?;
        by_land.entry(land).or_default().push(id);
    }
    Ok((others.into_iter().collect::<Result<_, _>>()?, by_land))
}
