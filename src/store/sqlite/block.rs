//! Blocks by town: the tables `block_town` and `block`.

use std::collections::HashMap;

use sqlx::sqlite::SqliteConnection;

use super::cells::{Cells, failed, read_each, wrong};
use crate::domain::{Block, Numbering, TownBlocks, TownName};
use crate::store::{RowError, StoreError};

/// The blocks of every town, or why a row cannot be read.
pub(super) async fn all(
    connection: &mut SqliteConnection,
) -> Result<Vec<Result<TownBlocks, StoreError>>, StoreError> {
    let doing = "reading blocks";
    let towns = sqlx::query("SELECT * FROM block_town ORDER BY id").fetch_all(&mut *connection).await;
    let towns = towns.map_err(failed(doing))?;
    let blocks = sqlx::query("SELECT town_id AS id, * FROM block ORDER BY town_id, numbering, number");
    let blocks = blocks.fetch_all(connection).await.map_err(failed(doing))?;
    let mut of_town: HashMap<i64, Vec<Block>> = HashMap::new();
    let mut read: Vec<Result<TownBlocks, StoreError>> = Vec::new();
    for block in read_each("block", &blocks, read_block) {
        match block {
            Ok((town, block)) => of_town.entry(town).or_default().push(block),
            Err(error) => read.push(Err(error)),
        }
    }
    read.extend(read_each("block_town", &towns, |cells: &Cells<'_>| {
        let name = cells.of::<&str>("name")?;
        let town: TownName = name.parse().map_err(|e: crate::domain::TownNameError| wrong("name", e))?;
        let blocks = of_town.get(&cells.of("id")?).cloned().unwrap_or_default();
        Ok(TownBlocks { municipality: cells.of("municipality")?, town, blocks })
    }));
    Ok(read)
}

fn read_block(cells: &Cells<'_>) -> Result<(i64, Block), RowError> {
    let numbering = match cells.of::<&str>("numbering")? {
        "residential" => Numbering::Residential,
        "lot" => Numbering::Lot,
        other => return Err(wrong("numbering", format!("there is no numbering `{other}`"))),
    };
    let number = cells.of::<i64>("number")?;
    let number = u32::try_from(number).map_err(|_| wrong("number", "it is no number of a block"))?;
    Ok((cells.of("town_id")?, Block { numbering, number, place: cells.place()? }))
}

/// Writes the blocks of towns in place of those each town had.
pub(super) async fn import(
    connection: &mut SqliteConnection,
    towns: &[TownBlocks],
) -> Result<(), StoreError> {
    let doing = "writing blocks";
    for town in towns {
        let name = town.town.to_string();
        let forgotten = sqlx::query("DELETE FROM block_town WHERE municipality = ? AND name = ?");
        let forgotten = forgotten.bind(&town.municipality).bind(&name).execute(&mut *connection).await;
        forgotten.map_err(failed(doing))?;
        let id: i64 =
            sqlx::query_scalar("INSERT INTO block_town (municipality, name) VALUES (?, ?) RETURNING id")
                .bind(&town.municipality)
                .bind(&name)
                .fetch_one(&mut *connection)
                .await
                .map_err(failed(doing))?;
        for block in &town.blocks {
            let written = sqlx::query(
                "INSERT INTO block (town_id, numbering, number, lon, lat) VALUES (?, ?, ?, ?, ?)",
            )
            .bind(id)
            .bind(block.numbering.slug())
            .bind(i64::from(block.number))
            .bind(block.place.lon())
            .bind(block.place.lat())
            .execute(&mut *connection)
            .await;
            written.map_err(failed(doing))?;
        }
    }
    Ok(())
}
