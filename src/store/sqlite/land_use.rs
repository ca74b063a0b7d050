//! Surveys of land use: the tables `land_survey` and `lot`.

use sqlx::sqlite::SqliteConnection;

use super::cells::{Cells, failed, insert, read_each, upsert};
use super::known::free_id;
use super::{wkb, zone};
use crate::domain::{Edition, EditionId, Lot};
use crate::store::{RowError, StoreError};

/// Every survey in order of id, or why it cannot be read.
pub(super) async fn surveys(
    connection: &mut SqliteConnection,
) -> Result<Vec<Result<Edition, StoreError>>, StoreError> {
    let rows = sqlx::query("SELECT * FROM land_survey ORDER BY id").fetch_all(connection).await;
    Ok(read_each("land_survey", &rows.map_err(failed("reading surveys"))?, zone::read_edition))
}

/// Every lot of every survey, survey by survey as it was imported, or why it cannot be read.
pub(super) async fn lots(
    connection: &mut SqliteConnection,
) -> Result<Vec<Result<Lot, StoreError>>, StoreError> {
    let rows = sqlx::query("SELECT *, number AS id FROM lot ORDER BY survey_id, number");
    let rows = rows.fetch_all(connection).await.map_err(failed("reading lots"))?;
    Ok(read_each("lot", &rows, read_lot))
}

/// Writes a survey and its lots, in place of those it had.
pub(super) async fn import(
    connection: &mut SqliteConnection,
    survey: &Edition,
    lots: &[Lot],
) -> Result<(), StoreError> {
    if let Some(foreign) = lots.iter().find(|lot| lot.survey != survey.id) {
        return Err(StoreError::ForeignZone { expected: survey.id, found: foreign.survey });
    }
    let known = surveys(connection).await?.into_iter().collect::<Result<Vec<_>, _>>()?;
    let is_same = |k: &&Edition| (&k.area, &k.name, k.as_of) == (&survey.area, &survey.name, survey.as_of);
    let same: Option<EditionId> = known.iter().find(is_same).map(|k| k.id);
    let mut taken = known.iter().map(|k| k.id).collect();
    let id = same.unwrap_or_else(|| free_id(&mut taken, survey.id));
    upsert(connection, "land_survey", zone::edition_record(&Edition { id, ..survey.clone() })).await?;
    let removed = sqlx::query("DELETE FROM lot WHERE survey_id = ?").bind(id.bits() as i64);
    removed.execute(&mut *connection).await.map_err(failed("replacing lots"))?;
    for (number, lot) in (1i64..).zip(lots) {
        let record = vec![
            ("survey_id", id.into()),
            ("number", number.into()),
            ("key", (&lot.key).into()),
            ("used", lot.used.slug().into()),
            ("built", lot.built.map(i64::from).into()),
            ("geometry", wkb::area_bytes(&lot.geometry).into()),
        ];
        insert(connection, "lot", record).await?;
    }
    Ok(())
}

fn read_lot(cells: &Cells<'_>) -> Result<Lot, RowError> {
    Ok(Lot {
        survey: cells.id("survey_id")?,
        key: cells.of("key")?,
        used: cells.word("used")?,
        built: cells.of("built")?,
        geometry: wkb::area(cells, "geometry")?,
    })
}
