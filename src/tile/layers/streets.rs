//! Shopping streets along lines or over areas, and a point each for their names.

use super::Canvas;
use crate::domain::ShoppingStreet;
use crate::tile::mvt::{LayerWriter, Value};

pub(super) fn write(canvas: &mut Canvas<'_>, out: &mut LayerWriter) {
    let city = canvas.city;
    for (id, drawing) in city.streets().drawn().in_square(canvas.square()) {
        let Some(street) = city.streets().get(id) else { continue };
        tag(canvas, street, out);
        if drawing.areas.is_empty() {
            out.lines(id.bits(), &canvas.pen.lines(drawing));
        } else {
            out.polygons(id.bits(), &canvas.pen.polygons(drawing));
        }
    }
}

pub(super) fn write_labels(canvas: &mut Canvas<'_>, out: &mut LayerWriter) {
    let city = canvas.city;
    for (id, drawing) in city.streets().drawn().in_square(canvas.square()) {
        let (Some(street), Some(at)) = (city.streets().get(id), canvas.pen.point(drawing.label)) else {
            continue;
        };
        tag(canvas, street, out);
        out.point(id.bits(), at);
    }
}

fn tag(canvas: &Canvas<'_>, street: &ShoppingStreet, out: &mut LayerWriter) {
    out.tag("name", Value::Text(&street.name));
    out.tag_known("shops", street.shops.map(|shops| Value::Int(shops.into())));
    out.tag("vacant", Value::Int(canvas.city.vacancies().on(street.id).into()));
}
