//! Roads to walk along: the tables `road_network` and `road`.

use sqlx::sqlite::SqliteConnection;

use super::cells::{Cells, Record, failed, read_each, wrong};
use super::wkb;
use crate::domain::{Road, RoadNetwork};
use crate::store::{RowError, StoreError};

/// Every network in order of id, or why it cannot be read.
pub(super) async fn networks(
    connection: &mut SqliteConnection,
) -> Result<Vec<Result<RoadNetwork, StoreError>>, StoreError> {
    let rows = sqlx::query("SELECT * FROM road_network ORDER BY id").fetch_all(connection).await;
    Ok(read_each("road_network", &rows.map_err(failed("reading networks of roads"))?, read_network))
}

/// Every road of every network in order of id, or why it cannot be read.
pub(super) async fn all(
    connection: &mut SqliteConnection,
) -> Result<Vec<Result<Road, StoreError>>, StoreError> {
    let rows = sqlx::query("SELECT * FROM road ORDER BY id").fetch_all(connection).await;
    Ok(read_each("road", &rows.map_err(failed("reading roads"))?, read))
}

pub(super) fn network_record(network: &RoadNetwork) -> Record {
    vec![
        ("id", network.id.into()),
        ("area", network.area.as_str().into()),
        ("source", network.source.as_str().into()),
        ("licence", network.licence.as_str().into()),
        ("imported_at", network.imported_at.into()),
        ("checksum", network.checksum.as_str().into()),
    ]
}

fn read_network(cells: &Cells<'_>) -> Result<RoadNetwork, RowError> {
    let network = RoadNetwork {
        id: cells.id("id")?,
        area: cells.of("area")?,
        source: cells.of("source")?,
        licence: cells.of("licence")?,
        imported_at: cells.of("imported_at")?,
        checksum: cells.of("checksum")?,
    };
    network.checked().map_err(|e| wrong("area", e))
}

pub(super) fn record(road: &Road) -> Record {
    vec![
        ("id", road.id.into()),
        ("network_id", road.network.into()),
        ("class", road.class.slug().into()),
        ("geometry", wkb::line_bytes(&road.line).into()),
    ]
}

fn read(cells: &Cells<'_>) -> Result<Road, RowError> {
    let road = Road {
        id: cells.id("id")?,
        network: cells.id("network_id")?,
        class: cells.word("class")?,
        line: wkb::line(cells, "geometry")?,
    };
    road.checked().map_err(|e| wrong("geometry", e))
}
