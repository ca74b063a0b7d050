//! Answers "is everything in this store whole?" by reading all of it.
//!
//! The database checks its own pages and references; every row must be a thing of the domain; every
//! area must be valid; the log must run from 1 without a gap. Nothing is repaired.

use std::collections::BTreeMap;

use geo::Validation;
use geo_types::Geometry;
use sqlx::Row as _;
use sqlx::sqlite::SqliteConnection;

use super::cells::{Cells, failed};
use super::{
    accounts, area, block, change, enquiry, land, land_use, letter, listing, offers, reports, road, station,
    street, wanted, watch, zone,
};
use crate::domain::{ChangeSeq, Layer, Listing};
use crate::store::{CheckReport, Finding, Photos, StoreError};

/// Reads everything. Without `photos` the pictures are not looked for.
pub(super) async fn check(
    connection: &mut SqliteConnection,
    photos: Option<&Photos>,
) -> Result<CheckReport, StoreError> {
    let mut report = CheckReport { seq: change::last(connection).await?, ..CheckReport::default() };
    pages(connection, &mut report).await?;
    references(connection, &mut report).await?;

    readable(&mut report, None, zone::editions(connection).await?);
    let zones = readable(&mut report, Some(Layer::Zones), zone::zones(connection).await?);
    for zone in zones {
        valid(&mut report, "zone", zone.id.bits(), &zone.geometry.into());
    }
    let streets = readable(&mut report, Some(Layer::Streets), street::all(connection).await?);
    for row in streets {
        valid(&mut report, "street", row.id.bits(), &street::geometry(&row.shape));
    }
    readable(&mut report, Some(Layer::Stations), station::all(connection).await?);
    for town in readable(&mut report, Some(Layer::Towns), land::towns(connection).await?) {
        if let Some(area) = town.area {
            valid(&mut report, "town", town.id.bits(), &area.into());
        }
    }
    for row in readable(&mut report, Some(Layer::Boundaries), land::boundaries(connection).await?) {
        valid(&mut report, "boundary", row.id.bits(), &row.geometry.into());
    }
    for row in readable(&mut report, Some(Layer::Basemap), land::basemap(connection).await?) {
        valid(&mut report, "basemap_feature", row.id.bits(), &row.geometry);
    }
    for row in readable(&mut report, Some(Layer::Areas), area::all(connection).await?) {
        valid(&mut report, "special_area", row.id.bits(), &row.geometry.into());
    }
    let blocks = readable(&mut report, None, block::all(connection).await?);
    report.rows.push((Layer::Blocks, blocks.iter().map(|town| town.blocks.len()).sum()));
    readable(&mut report, None, road::networks(connection).await?);
    for row in readable(&mut report, Some(Layer::Roads), road::all(connection).await?) {
        valid(&mut report, "road", row.id.bits(), &row.line.into());
    }
    readable(&mut report, None, land_use::surveys(connection).await?);
    for row in readable(&mut report, Some(Layer::LandUse), land_use::lots(connection).await?) {
        valid(&mut report, "lot", row.survey.bits(), &row.geometry.into());
    }
    let listings = readable(&mut report, Some(Layer::Listings), listing::all(connection).await?);
    if let Some(photos) = photos {
        pictures(&mut report, photos, &listings).await?;
    }
    readable(&mut report, None, watch::all(connection).await?);
    readable(&mut report, None, letter::waiting(connection).await?);
    readable(&mut report, None, enquiry::all(connection).await?);
    readable(&mut report, None, wanted::all(connection).await?);
    readable(&mut report, None, listing::told(connection).await?);
    readable(&mut report, None, accounts::all(connection).await?);
    readable(&mut report, None, offers::all(connection).await?);
    readable(&mut report, None, reports::all(connection).await?);
    log(connection, &mut report).await?;
    Ok(report)
}

async fn pages(connection: &mut SqliteConnection, report: &mut CheckReport) -> Result<(), StoreError> {
    let said: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_all(connection)
        .await
        .map_err(failed("checking the database's pages"))?;
    for what in said.into_iter().filter(|line| line != "ok") {
        report.findings.push(Finding { place: "database", row: None, what });
    }
    Ok(())
}

async fn references(connection: &mut SqliteConnection, report: &mut CheckReport) -> Result<(), StoreError> {
    let broken = sqlx::query("PRAGMA foreign_key_check")
        .fetch_all(connection)
        .await
        .map_err(failed("checking references"))?;
    for row in broken {
        let text = |column| row.try_get::<String, _>(column).unwrap_or_default();
        let what = format!("a row of {} names a row of {} that is missing", text("table"), text("parent"));
        report.findings.push(Finding { place: "database", row: row.try_get("rowid").ok(), what });
    }
    Ok(())
}

/// The rows that can be read; the others become findings.
fn readable<T>(report: &mut CheckReport, layer: Option<Layer>, rows: Vec<Result<T, StoreError>>) -> Vec<T> {
    let mut read = Vec::with_capacity(rows.len());
    for row in rows {
        match row {
            Ok(thing) => read.push(thing),
            Err(StoreError::Row { table, id, source }) => {
                let what = format!("{source}: {}", source.source);
                report.findings.push(Finding { place: table, row: Some(id), what });
            }
            Err(other) => {
                report.findings.push(Finding { place: "database", row: None, what: other.to_string() });
            }
        }
    }
    report.rows.extend(layer.map(|layer| (layer, read.len())));
    read
}

fn valid(report: &mut CheckReport, table: &'static str, id: u64, geometry: &Geometry<f64>) {
    if let Err(reason) = geometry.check_validation() {
        let what = format!("its geometry is not valid: {reason}");
        report.findings.push(Finding { place: table, row: Some(id as i64), what });
    }
}

/// One finding for a missing picture, however many listings show it.
async fn pictures(report: &mut CheckReport, photos: &Photos, listings: &[Listing]) -> Result<(), StoreError> {
    let kept = photos.names().await?;
    let mut named: BTreeMap<&str, Vec<i64>> = BTreeMap::new();
    for listing in listings {
        for photo in &listing.photos {
            named.entry(&photo.name).or_default().push(listing.id.bits() as i64);
        }
    }
    for (name, rows) in named.into_iter().filter(|(name, _)| !kept.contains(*name)) {
        let what = format!("the picture {name} is missing; {} listings show it", rows.len());
        report.findings.push(Finding { place: "photo", row: rows.first().copied(), what });
    }
    Ok(())
}

async fn log(connection: &mut SqliteConnection, report: &mut CheckReport) -> Result<(), StoreError> {
    let doing = "checking the change log";
    let rows = sqlx::query("SELECT * FROM change ORDER BY seq").fetch_all(connection).await;
    for (expected, row) in (1u64..).zip(rows.map_err(failed(doing))?.iter()) {
        let mut finding =
            |what| report.findings.push(Finding { place: "change", row: Some(expected as i64), what });
        match (change::read(&Cells(row)), change::read_actor(&Cells(row))) {
            (Ok(change), Ok(_)) if change.seq == ChangeSeq(expected) => {}
            (Ok(change), Ok(_)) => {
                finding(format!("the log jumps to {}", change.seq));
                break;
            }
            (Err(e), _) | (_, Err(e)) => finding(format!("{e}: {}", e.source)),
        }
    }
    Ok(())
}
