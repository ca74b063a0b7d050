//! Shopping streets: the table `street`.

use geo_types::Geometry;
use sqlx::sqlite::SqliteConnection;

use super::cells::{Cells, Record, failed, read_each, wrong};
use super::wkb;
use crate::domain::{ShoppingStreet, StreetShape};
use crate::store::{RowError, StoreError};

/// Every street in order of id, or why it cannot be read.
pub(super) async fn all(
    connection: &mut SqliteConnection,
) -> Result<Vec<Result<ShoppingStreet, StoreError>>, StoreError> {
    let rows = sqlx::query("SELECT * FROM street ORDER BY id").fetch_all(connection).await;
    Ok(read_each("street", &rows.map_err(failed("reading streets"))?, read))
}

pub(super) fn geometry(shape: &StreetShape) -> Geometry<f64> {
    match shape {
        StreetShape::Line(lines) => lines.clone().into(),
        StreetShape::Area(areas) => areas.clone().into(),
    }
}

pub(super) fn record(street: &ShoppingStreet) -> Record {
    vec![
        ("id", street.id.into()),
        ("source_key", (&street.source_key).into()),
        ("name", street.name.as_str().into()),
        ("kana", (&street.kana).into()),
        ("association", (&street.association).into()),
        ("shops", street.shops.into()),
        ("synthetic", street.synthetic.into()),
        ("geometry", wkb::bytes(&geometry(&street.shape)).into()),
    ]
}

fn read(cells: &Cells<'_>) -> Result<ShoppingStreet, RowError> {
    let shape = match wkb::geometry(cells, "geometry")? {
        Geometry::MultiLineString(lines) => StreetShape::Line(lines),
        Geometry::MultiPolygon(areas) => StreetShape::Area(areas),
        _ => return Err(wrong("geometry", "is neither lines nor areas")),
    };
    let street = ShoppingStreet {
        id: cells.id("id")?,
        source_key: cells.of("source_key")?,
        name: cells.of("name")?,
        kana: cells.of("kana")?,
        association: cells.of("association")?,
        shops: cells.whole("shops")?,
        shape,
        synthetic: cells.of("synthetic")?,
    };
    street.checked().map_err(|e| wrong("name", e))
}
