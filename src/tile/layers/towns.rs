//! Towns: their areas where known, and a point each for their names.

use super::Canvas;
use crate::geo::mercator;
use crate::tile::mvt::{LayerWriter, Value};

pub(super) fn write(canvas: &mut Canvas<'_>, out: &mut LayerWriter) {
    let city = canvas.city;
    for (id, drawing) in city.towns().drawn().in_square(canvas.square()) {
        let Some(town) = city.towns().get(id) else { continue };
        out.tag("name", Value::Text(&town.name.to_string()));
        out.polygons(id.bits(), &canvas.pen.polygons(drawing));
    }
}

pub(super) fn write_labels(canvas: &mut Canvas<'_>, out: &mut LayerWriter) {
    let mut towns: Vec<_> = canvas.city.towns().in_box(canvas.bounds()).collect();
    towns.sort_unstable_by_key(|town| town.id);
    for town in towns {
        if let Some(at) = canvas.pen.point(mercator(town.centre.into())) {
            out.tag("name", Value::Text(&town.name.to_string()));
            out.point(town.id.bits(), at);
        }
    }
}
