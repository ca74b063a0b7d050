//! Zoning: the tables `edition` and `zone`.

use sqlx::sqlite::SqliteConnection;

use super::cells::{Cells, Record, failed, read_each, wrong};
use super::wkb;
use crate::domain::{DistrictScheme, Edition, Percent, PublishedDistrict, Zone};
use crate::store::{RowError, StoreError};

/// Every edition in order of id, or why it cannot be read.
pub(super) async fn editions(
    connection: &mut SqliteConnection,
) -> Result<Vec<Result<Edition, StoreError>>, StoreError> {
    let rows = sqlx::query("SELECT * FROM edition ORDER BY id").fetch_all(connection).await;
    Ok(read_each("edition", &rows.map_err(failed("reading editions"))?, read_edition))
}

/// Every zone of every edition in order of id, or why it cannot be read.
pub(super) async fn zones(
    connection: &mut SqliteConnection,
) -> Result<Vec<Result<Zone, StoreError>>, StoreError> {
    let rows = sqlx::query("SELECT * FROM zone ORDER BY id").fetch_all(connection).await;
    Ok(read_each("zone", &rows.map_err(failed("reading zones"))?, read_zone))
}

pub(super) fn edition_record(edition: &Edition) -> Record {
    vec![
        ("id", edition.id.into()),
        ("name", edition.name.as_str().into()),
        ("area", edition.area.as_str().into()),
        ("source", edition.source.as_str().into()),
        ("licence", edition.licence.as_str().into()),
        ("as_of", edition.as_of.into()),
        ("imported_at", edition.imported_at.into()),
        ("checksum", edition.checksum.as_str().into()),
    ]
}

pub(super) fn read_edition(cells: &Cells<'_>) -> Result<Edition, RowError> {
    let edition = Edition {
        id: cells.id("id")?,
        name: cells.of("name")?,
        area: cells.of("area")?,
        source: cells.of("source")?,
        licence: cells.of("licence")?,
        as_of: cells.of("as_of")?,
        imported_at: cells.of("imported_at")?,
        checksum: cells.of("checksum")?,
    };
    edition.checked().map_err(|e| wrong("name", e))
}

pub(super) fn zone_record(zone: &Zone) -> Record {
    vec![
        ("id", zone.id.into()),
        ("edition_id", zone.edition.into()),
        ("district", zone.district().slug().into()),
        ("scheme", zone.published.scheme().slug().into()),
        ("scheme_code", zone.published.code().into()),
        ("published_name", zone.published.name().into()),
        ("bcr_percent", zone.coverage.map(Percent::percent).into()),
        ("far_percent", zone.floor_area.map(Percent::percent).into()),
        ("fire", zone.fire.map(crate::domain::FireZone::slug).into()),
        ("district_plan", (&zone.district_plan).into()),
        ("geometry", wkb::area_bytes(&zone.geometry).into()),
    ]
}

fn read_zone(cells: &Cells<'_>) -> Result<Zone, RowError> {
    Ok(Zone {
        id: cells.id("id")?,
        edition: cells.id("edition_id")?,
        published: read_published(cells)?,
        coverage: cells.checked("bcr_percent", |p: i64| Percent::coverage(p as f64))?,
        floor_area: cells.checked("far_percent", |p: i64| Percent::floor_area(p as f64))?,
        fire: cells.checked("fire", |word: &str| word.parse())?,
        district_plan: cells.of("district_plan")?,
        geometry: wkb::area(cells, "geometry")?,
    })
}

/// The district is read again from what was published, so that the column `district` cannot lie.
fn read_published(cells: &Cells<'_>) -> Result<PublishedDistrict, RowError> {
    let word: &str = cells.of("scheme")?;
    let scheme = DistrictScheme::from_slug(word)
        .ok_or_else(|| wrong("scheme", format!("`{word}` is not a scheme of district codes")))?;
    let published = match scheme {
        DistrictScheme::Name => PublishedDistrict::from_name(cells.of("published_name")?),
        coded => PublishedDistrict::from_code(coded, cells.of("scheme_code")?),
    };
    let published = published.map_err(|e| wrong("district", e))?;
    let stored: &str = cells.of("district")?;
    if stored == published.district().slug() {
        Ok(published)
    } else {
        Err(wrong("district", format!("`{stored}` was published as {}", published.district().slug())))
    }
}
