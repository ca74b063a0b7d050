//! Towns, municipal boundaries and the basemap: the tables `town`, `boundary`, `basemap_feature`.

use sqlx::sqlite::SqliteConnection;

use super::cells::{Cells, Record, failed, read_each, wrong};
use super::wkb;
use crate::domain::{BasemapFeature, Boundary, Town};
use crate::store::{RowError, StoreError};

/// Every town in order of id, or why it cannot be read.
pub(super) async fn towns(
    connection: &mut SqliteConnection,
) -> Result<Vec<Result<Town, StoreError>>, StoreError> {
    let rows = sqlx::query("SELECT * FROM town ORDER BY id").fetch_all(connection).await;
    Ok(read_each("town", &rows.map_err(failed("reading towns"))?, read_town))
}

/// Every boundary in order of id, or why it cannot be read.
pub(super) async fn boundaries(
    connection: &mut SqliteConnection,
) -> Result<Vec<Result<Boundary, StoreError>>, StoreError> {
    let rows = sqlx::query("SELECT * FROM boundary ORDER BY id").fetch_all(connection).await;
    Ok(read_each("boundary", &rows.map_err(failed("reading boundaries"))?, read_boundary))
}

/// Every feature of the basemap in order of id, or why it cannot be read.
pub(super) async fn basemap(
    connection: &mut SqliteConnection,
) -> Result<Vec<Result<BasemapFeature, StoreError>>, StoreError> {
    let rows = sqlx::query("SELECT * FROM basemap_feature ORDER BY id").fetch_all(connection).await;
    Ok(read_each("basemap_feature", &rows.map_err(failed("reading the basemap"))?, read_feature))
}

pub(super) fn town_record(town: &Town) -> Record {
    vec![
        ("id", town.id.into()),
        ("source_key", (&town.source_key).into()),
        ("municipality", town.municipality.as_str().into()),
        ("name", town.name.to_string().into()),
        ("kana", (&town.kana).into()),
        ("lon", town.centre.lon().into()),
        ("lat", town.centre.lat().into()),
        ("population", town.population.into()),
        ("households", town.households.into()),
        ("geometry", town.area.as_ref().map(wkb::area_bytes).into()),
    ]
}

fn read_town(cells: &Cells<'_>) -> Result<Town, RowError> {
    Ok(Town {
        id: cells.id("id")?,
        source_key: cells.of("source_key")?,
        municipality: cells.of("municipality")?,
        name: cells
            .of::<&str>("name")?
            .parse()
            .map_err(|e: crate::domain::TownNameError| wrong("name", e))?,
        kana: cells.of("kana")?,
        centre: cells.place()?,
        area: wkb::maybe_area(cells, "geometry")?,
        population: cells.whole("population")?,
        households: cells.whole("households")?,
    })
}

pub(super) fn boundary_record(boundary: &Boundary) -> Record {
    vec![
        ("id", boundary.id.into()),
        ("code", boundary.code.as_str().into()),
        ("name", boundary.name.as_str().into()),
        ("geometry", wkb::area_bytes(&boundary.geometry).into()),
    ]
}

fn read_boundary(cells: &Cells<'_>) -> Result<Boundary, RowError> {
    Ok(Boundary {
        id: cells.id("id")?,
        code: cells.of("code")?,
        name: cells.of("name")?,
        geometry: wkb::area(cells, "geometry")?,
    })
}

pub(super) fn feature_record(feature: &BasemapFeature) -> Record {
    vec![
        ("id", feature.id.into()),
        ("class", feature.class.slug().into()),
        ("name", (&feature.name).into()),
        ("geometry", wkb::bytes(&feature.geometry).into()),
    ]
}

fn read_feature(cells: &Cells<'_>) -> Result<BasemapFeature, RowError> {
    Ok(BasemapFeature {
        id: cells.id("id")?,
        class: cells.word("class")?,
        name: cells.of("name")?,
        geometry: wkb::geometry(cells, "geometry")?,
    })
}
