//! Takes the roads of an area in: they replace those held for it.

use std::collections::{HashMap, HashSet};

use sqlx::sqlite::SqliteConnection;

use super::cells::{Cells, failed, read_each, upsert};
use super::known::free_id;
use super::{road, wkb};
use crate::domain::{Road, RoadId, RoadNetwork, RoadNetworkId};
use crate::store::StoreError;

/// Writes the network and its roads.
pub(super) async fn import(
    connection: &mut SqliteConnection,
    network: &RoadNetwork,
    roads: &[Road],
) -> Result<(), StoreError> {
    if let Some(foreign) = roads.iter().find(|road| road.network != network.id) {
        return Err(StoreError::ForeignRoad { expected: network.id, found: foreign.network });
    }
    let id = network_id(connection, network).await?;
    let row = RoadNetwork { id, ..network.clone() };
    upsert(connection, "road_network", road::network_record(&row)).await?;

    let (mut taken, mut unchanged) = held(connection, id).await?;
    let removed = sqlx::query("DELETE FROM road WHERE network_id = ?").bind(id.bits() as i64);
    removed.execute(&mut *connection).await.map_err(failed("replacing roads"))?;
    let course = |road: &Road| (road.class.slug().to_owned(), wkb::line_bytes(&road.line));
    // Roads that stay choose first, so that no new road takes their id.
    let kept: Vec<Option<RoadId>> =
        roads.iter().map(|road| unchanged.get_mut(&course(road)).and_then(Vec::pop)).collect();
    taken.extend(kept.iter().flatten());
    for (row, kept) in roads.iter().zip(kept) {
        let road_id = kept.unwrap_or_else(|| free_id(&mut taken, row.id));
        let row = Road { id: road_id, network: id, ..row.clone() };
        upsert(connection, "road", road::record(&row)).await?;
    }
    Ok(())
}

/// The id of the network held for this area, or a free one.
async fn network_id(
    connection: &mut SqliteConnection,
    network: &RoadNetwork,
) -> Result<RoadNetworkId, StoreError> {
    let rows = sqlx::query("SELECT id, area = ? AS same FROM road_network").bind(&network.area);
    let rows = rows.fetch_all(connection).await.map_err(failed("reading networks of roads"))?;
    let read = |cells: &Cells<'_>| Ok((cells.id("id")?, cells.of::<bool>("same")?));
    let known = read_each("road_network", &rows, read).into_iter().collect::<Result<Vec<_>, _>>()?;
    let same = known.iter().find(|(_, same)| *same).map(|(id, _)| *id);
    let mut taken = known.iter().map(|(id, _)| *id).collect();
    Ok(same.unwrap_or_else(|| free_id(&mut taken, network.id)))
}

type ByCourse = HashMap<(String, Vec<u8>), Vec<RoadId>>;

/// The ids of other networks' roads, and this network's roads by class and line.
async fn held(
    connection: &mut SqliteConnection,
    network: RoadNetworkId,
) -> Result<(HashSet<RoadId>, ByCourse), StoreError> {
    let doing = "reading roads";
    let key = network.bits() as i64;
    let others = sqlx::query("SELECT id FROM road WHERE network_id <> ?").bind(key);
    let others = others.fetch_all(&mut *connection).await.map_err(failed(doing))?;
    let others = read_each("road", &others, |cells| cells.id("id"));
    let own = sqlx::query("SELECT id, class, geometry FROM road WHERE network_id = ? ORDER BY id DESC");
    let own = own.bind(key).fetch_all(connection).await.map_err(failed(doing))?;
    let read = |cells: &Cells<'_>| Ok(((cells.of("class")?, cells.of("geometry")?), cells.id("id")?));
    let mut by_course = ByCourse::new();
    for road in read_each("road", &own, read) {
        let (course, id) = road?;
        by_course.entry(course).or_default().push(id);
    }
    Ok((others.into_iter().collect::<Result<_, _>>()?, by_course))
}
