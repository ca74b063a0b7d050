//! Stations and the lines that stop there.

use super::Canvas;
use crate::geo::mercator;
use crate::tile::mvt::{LayerWriter, Value};

pub(super) fn write(canvas: &mut Canvas<'_>, out: &mut LayerWriter) {
    let mut stations: Vec<_> = canvas.city.stations().in_box(canvas.bounds()).collect();
    stations.sort_unstable_by_key(|station| station.id);
    for station in stations {
        let Some(at) = canvas.pen.point(mercator(station.place.into())) else { continue };
        out.tag("name", Value::Text(&station.name));
        if !station.lines.is_empty() {
            let lines: Vec<&str> = station.lines.iter().map(|line| line.name.as_str()).collect();
            out.tag("lines", Value::Text(&lines.join("・")));
        }
        out.point(station.id.bits(), at);
    }
}
