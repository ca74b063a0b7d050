//! Public listings: clusters up to zoom 14, every one from 15.
//!
//! Where all are shown the city's clusters are read; where some are, the rows under the cells are counted.

use super::Canvas;
use crate::city::{CELLS_PER_TILE_BITS, Cell, CellAddress, ListingRow, MAX_CLUSTER_ZOOM};
use crate::geo::{mercator, mercator_fixed};
use crate::tile::mvt::{LayerWriter, Value};
use crate::tile::shown::ShownListings;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

pub(super) fn write(canvas: &mut Canvas<'_>, out: &mut LayerWriter) {
    match (canvas.tile.z() <= MAX_CLUSTER_ZOOM, canvas.shown) {
        (true, None) => write_clusters(canvas, out),
        (true, Some(shown)) => write_chosen_clusters(canvas, shown, out),
        (false, shown) => write_singles(canvas, shown, out),
    }
}

fn write_singles(canvas: &Canvas<'_>, shown: Option<&ShownListings>, out: &mut LayerWriter) {
    let prepared = shown.map(|shown| shown.prepared(canvas.city));
    let in_box = canvas.city.listings().in_box(canvas.bounds());
    let wanted = in_box.filter(|row| prepared.as_ref().is_none_or(|shown| shown.accepts(canvas.city, row)));
    let mut rows: Vec<&ListingRow> = wanted.collect();
    rows.sort_unstable_by_key(|row| row.id());
    for row in rows {
        write_single(canvas, row, out);
    }
}

fn write_clusters(canvas: &Canvas<'_>, out: &mut LayerWriter) {
    let (columns, rows) = cell_ranges(canvas);
    for (address, cell) in canvas.city.clusters().cells(canvas.tile.z(), columns, rows) {
        write_cell(canvas, address, cell, out);
    }
}

fn write_chosen_clusters(canvas: &Canvas<'_>, shown: &ShownListings, out: &mut LayerWriter) {
    let z = canvas.tile.z();
    let (columns, rows) = cell_ranges(canvas);
    let prepared = shown.prepared(canvas.city);
    let mut cells: BTreeMap<CellAddress, Cell> = BTreeMap::new();
    // One cell beyond each side, and a little more against rounding: the range decides.
    let around = canvas.tile.bounds(1.01 / f64::from(1u32 << CELLS_PER_TILE_BITS));
    for row in canvas.city.listings().in_box(around) {
        let address = CellAddress::of(z, mercator_fixed(row.place().into()));
        let counted = columns.contains(&address.x) && rows.contains(&address.y);
        if counted && prepared.accepts(canvas.city, row) {
            let one = Cell::of(row);
            cells.entry(address).and_modify(|cell| cell.add(&one)).or_insert(one);
        }
    }
    for (address, cell) in &cells {
        write_cell(canvas, *address, cell, out);
    }
}

/// Columns and rows of the cells whose centres may lie in the tile or its buffer.
fn cell_ranges(canvas: &Canvas<'_>) -> (RangeInclusive<u32>, RangeInclusive<u32>) {
    let tile = canvas.tile;
    let last = (1u32 << (tile.z() + CELLS_PER_TILE_BITS)) - 1;
    let range = |n: u32| {
        let first = n << CELLS_PER_TILE_BITS;
        first.saturating_sub(1)..=(first + (1 << CELLS_PER_TILE_BITS)).min(last)
    };
    (range(tile.x()), range(tile.y()))
}

fn write_cell(canvas: &Canvas<'_>, address: CellAddress, cell: &Cell, out: &mut LayerWriter) {
    if let Some(row) = cell.only().and_then(|id| canvas.city.listings().get(id)) {
        return write_single(canvas, row, out);
    }
    let Some(at) = canvas.pen.point(cell.centre()) else { return };
    out.tag("cluster", Value::Bool(true));
    out.tag("count", Value::Int(cell.count().into()));
    if let Some((lowest, highest)) = cell.rents() {
        out.tag("rent_min", Value::Int(lowest as i64));
        out.tag("rent_max", Value::Int(highest as i64));
    }
    out.point(address.id(), at);
}

fn write_single(canvas: &Canvas<'_>, row: &ListingRow, out: &mut LayerWriter) {
    let Some(at) = canvas.pen.point(mercator(row.place().into())) else { return };
    out.tag_word("kind", row.kind().slug());
    out.tag_known("rent", row.rent_yen().map(|yen| Value::Int(yen as i64)));
    out.tag_known("area", row.area_m2().map(Value::Double));
    out.tag_known("storey", row.storeys().map(|s| Value::Int(s.lowest().number().into())));
    out.tag("updated", Value::Int(row.updated_day().into()));
    out.tag_word("cooking", row.cooking().slug());
    out.tag_word("condition", row.condition().slug());
    tag_site(row, out);
    out.point(row.id().bits(), at);
}

/// What a verdict on a use depends on, so that a map colours listings for another use without
/// asking for tiles again.
fn tag_site(row: &ListingRow, out: &mut LayerWriter) {
    if let Some(district) = row.district() {
        out.tag_word("district", district.slug());
    }
    let others = row.other_districts();
    if !others.is_empty() {
        let enclosed = others.iter().fold("|".to_owned(), |text, district| text + district.slug() + "|");
        out.tag("near", Value::Text(&enclosed));
    }
    out.tag_known("top", row.top_storey().map(|storey| Value::Int(storey.into())));
    if row.place_is_approximate() {
        out.tag("exact", Value::Bool(false));
    }
}
