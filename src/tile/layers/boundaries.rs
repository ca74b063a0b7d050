//! Municipalities.

use super::Canvas;
use crate::tile::mvt::{LayerWriter, Value};

pub(super) fn write(canvas: &mut Canvas<'_>, out: &mut LayerWriter) {
    let city = canvas.city;
    for (id, drawing) in city.boundaries().drawn().in_square(canvas.square()) {
        let Some(boundary) = city.boundaries().get(id) else { continue };
        out.tag("code", Value::Text(&boundary.code));
        out.tag("name", Value::Text(&boundary.name));
        out.polygons(id.bits(), &canvas.pen.polygons(drawing));
    }
}
