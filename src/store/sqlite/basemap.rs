//! Takes a basemap in: a batch is the whole picture of its classes within its own box.

use std::collections::{HashMap, HashSet};

use sqlx::sqlite::SqliteConnection;

use super::cells::{Cells, failed, read_each, upsert};
use super::known::free_id;
use super::{land, wkb};
use crate::domain::{BasemapClass, BasemapFeature, BasemapId, LonLatBox};
use crate::store::StoreError;

/// A feature we have.
struct Held {
    id: BasemapId,
    class: BasemapClass,
    name: Option<String>,
    geometry: Vec<u8>,
    bounds: Option<LonLatBox>,
}

type Picture = (BasemapClass, Option<String>, Vec<u8>);

/// Writes the features that are new, and removes those that the batch no longer shows.
pub(super) async fn import(
    connection: &mut SqliteConnection,
    rows: &[BasemapFeature],
) -> Result<(), StoreError> {
    let doing = "replacing the basemap";
    let held = sqlx::query("SELECT id, class, name, geometry FROM basemap_feature");
    let held = held.fetch_all(&mut *connection).await.map_err(failed(doing))?;
    let read = |cells: &Cells<'_>| {
        let bounds = wkb::box_of(&wkb::geometry(cells, "geometry")?);
        let (id, class) = (cells.id("id")?, cells.word("class")?);
        Ok(Held { id, class, name: cells.of("name")?, geometry: cells.of("geometry")?, bounds })
    };
    let held = read_each("basemap_feature", &held, read).into_iter().collect::<Result<Vec<_>, _>>()?;

    let mut taken: HashSet<BasemapId> = held.iter().map(|feature| feature.id).collect();
    let mut shown: HashMap<Picture, Vec<&BasemapFeature>> = HashMap::new();
    for row in rows {
        shown.entry((row.class, row.name.clone(), wkb::bytes(&row.geometry))).or_default().push(row);
    }
    let classes: HashSet<BasemapClass> = rows.iter().map(|row| row.class).collect();
    let whole = rows.iter().filter_map(|row| wkb::box_of(&row.geometry)).reduce(LonLatBox::union);
    for feature in held.into_iter().filter(|feature| classes.contains(&feature.class)) {
        let still = shown.get_mut(&(feature.class, feature.name, feature.geometry)).and_then(Vec::pop);
        let inside = feature.bounds.zip(whole).is_some_and(|(bounds, whole)| lies_in(bounds, whole));
        if still.is_none() && inside {
            let removed = sqlx::query("DELETE FROM basemap_feature WHERE id = ?");
            let removed = removed.bind(feature.id.bits() as i64).execute(&mut *connection).await;
            removed.map_err(failed(doing))?;
        }
    }
    let mut new: Vec<&BasemapFeature> = shown.into_values().flatten().collect();
    new.sort_by_key(|row| row.id);
    for row in new {
        let row = BasemapFeature { id: free_id(&mut taken, row.id), ..row.clone() };
        upsert(connection, "basemap_feature", land::feature_record(&row)).await?;
    }
    Ok(())
}

fn lies_in(inner: LonLatBox, outer: LonLatBox) -> bool {
    outer.union(inner) == outer
}
