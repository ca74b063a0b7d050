//! Roads, railways, water, green and blocks.

use super::Canvas;
use crate::domain::BasemapClass;
use crate::tile::mvt::{LayerWriter, Value};

pub(super) fn write(canvas: &mut Canvas<'_>, out: &mut LayerWriter) {
    let (city, z) = (canvas.city, canvas.tile.z());
    for (id, drawing) in city.basemap().drawn().in_square(canvas.square()) {
        let Some(feature) = city.basemap().get(id).filter(|f| z >= shown_from(f.class)) else { continue };
        out.tag_word("class", feature.class.slug());
        out.tag_known("name", feature.name.as_deref().map(Value::Text));
        if drawing.areas.is_empty() {
            out.lines(id.bits(), &canvas.pen.lines(drawing));
        } else {
            out.polygons(id.bits(), &canvas.pen.polygons(drawing));
        }
    }
}

/// The lowest zoom that shows a class, beside the layer's own.
fn shown_from(class: BasemapClass) -> u8 {
    match class {
        BasemapClass::MinorRoad => 13,
        BasemapClass::Block => 14,
        BasemapClass::Path => 15,
        BasemapClass::Motorway
        | BasemapClass::MainRoad
        | BasemapClass::Railway
        | BasemapClass::Water
        | BasemapClass::Green => 0,
    }
}
