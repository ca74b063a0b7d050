//! Use districts of the current editions, and a point each for their ratios.

use super::Canvas;
use crate::city::ZoneEntry;
use crate::tile::mvt::{EXTENT, LayerWriter, Value};

/// A zone is labelled where it is at least this wide or high: 32 pixels, in tile units.
const LABELLED_FROM: f64 = EXTENT as f64 / 16.0;

pub(super) fn write(canvas: &mut Canvas<'_>, out: &mut LayerWriter) {
    let city = canvas.city;
    for (id, drawing) in city.zone_layer().drawn().in_square(canvas.square()) {
        let Some(entry) = city.zones().get(id) else { continue };
        tag_ratios(entry, out);
        out.tag("edition", Value::Text(&entry.zone().edition.to_string()));
        out.polygons(id.bits(), &canvas.pen.polygons(drawing));
    }
}

pub(super) fn write_labels(canvas: &mut Canvas<'_>, out: &mut LayerWriter) {
    let city = canvas.city;
    let least = canvas.pen.length(LABELLED_FROM);
    for (id, drawing) in city.zone_layer().drawn().in_square(canvas.square()) {
        let [left, top, right, bottom] = drawing.bounds;
        if (right - left).max(bottom - top) < least {
            continue;
        }
        let (Some(entry), Some(at)) = (city.zones().get(id), canvas.pen.point(drawing.label)) else {
            continue;
        };
        tag_ratios(entry, out);
        out.point(id.bits(), at);
    }
}

fn tag_ratios(entry: &ZoneEntry, out: &mut LayerWriter) {
    let zone = entry.zone();
    out.tag_word("district", zone.district().slug());
    out.tag_known("bcr", zone.coverage.map(|p| Value::Int(p.percent().into())));
    out.tag_known("far", zone.floor_area.map(|p| Value::Int(p.percent().into())));
}
