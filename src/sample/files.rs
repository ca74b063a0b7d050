//! Answers "how is it written down?": `GeoJSON` with six decimals, one feature a line, keys in a fixed
//! order, so that the same ward is the same bytes.

use std::fmt::Write as _;

use geo_types::Coord;
use serde_json::{Map, Value};

use super::ground::{Ground, Metres};
use super::mesh::Mesh;
use super::outline::Outline;

/// A `GeoJSON` file in the making.
#[derive(Debug)]
pub(super) struct Features<'a> {
    ground: &'a Ground,
    text: String,
    count: usize,
}

/// The properties of a feature, in the order given.
pub(super) fn properties<const N: usize>(pairs: [(&str, Value); N]) -> Map<String, Value> {
    pairs.into_iter().filter(|(_, v)| !v.is_null()).map(|(k, v)| (k.to_owned(), v)).collect()
}

impl<'a> Features<'a> {
    pub(super) fn new(ground: &'a Ground) -> Self {
        let text = "{\"type\":\"FeatureCollection\",\"features\":[\n".to_owned();
        Self { ground, text, count: 0 }
    }

    /// Number of features so far.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    pub(super) fn point(&mut self, properties: &Map<String, Value>, p: Metres) {
        let mut shape = String::new();
        self.position(&mut shape, p);
        self.feature(properties, "Point", &shape);
    }

    pub(super) fn line(&mut self, properties: &Map<String, Value>, line: &[Metres]) {
        let shape = self.positions(line, false);
        self.feature(properties, "LineString", &shape);
    }

    pub(super) fn lines(&mut self, properties: &Map<String, Value>, lines: &[Vec<Metres>]) {
        let lines: Vec<String> = lines.iter().map(|line| self.positions(line, false)).collect();
        self.feature(properties, "MultiLineString", &format!("[{}]", lines.join(",")));
    }

    pub(super) fn ring(&mut self, properties: &Map<String, Value>, ring: &[Metres]) {
        let shape = format!("[{}]", self.positions(ring, true));
        self.feature(properties, "Polygon", &shape);
    }

    pub(super) fn outlines(&mut self, properties: &Map<String, Value>, mesh: &Mesh, outlines: &[Outline]) {
        let polygons: Vec<Vec<Vec<Metres>>> = outlines.iter().map(|o| rings(mesh, o)).collect();
        self.polygons(properties, &polygons);
    }

    /// Polygons of rings that are not closed; one of them is written as a Polygon.
    pub(super) fn polygons(&mut self, properties: &Map<String, Value>, polygons: &[Vec<Vec<Metres>>]) {
        let polygon = |rings: &Vec<Vec<Metres>>| {
            let rings: Vec<String> = rings.iter().map(|r| self.positions(r, true)).collect();
            format!("[{}]", rings.join(","))
        };
        let shapes: Vec<String> = polygons.iter().map(polygon).collect();
        match shapes.as_slice() {
            [one] => self.feature(properties, "Polygon", one),
            many => self.feature(properties, "MultiPolygon", &format!("[{}]", many.join(","))),
        }
    }

    fn positions(&self, points: &[Metres], close: bool) -> String {
        let mut text = String::from("[");
        let last = points.first().copied().filter(|_| close);
        for (i, p) in points.iter().copied().chain(last).enumerate() {
            if i > 0 {
                text.push(',');
            }
            self.position(&mut text, p);
        }
        text.push(']');
        text
    }

    fn position(&self, text: &mut String, p: Metres) {
        let Coord { x, y } = self.ground.degrees(p);
        // Writing to a String cannot fail.
        let _ = write!(text, "[{x:.6},{y:.6}]");
    }

    fn feature(&mut self, properties: &Map<String, Value>, kind: &str, coordinates: &str) {
        if self.count > 0 {
            self.text.push_str(",\n");
        }
        self.count += 1;
        let properties = Value::Object(properties.clone());
        let _ = write!(
            self.text,
            "{{\"type\":\"Feature\",\"properties\":{properties},\"geometry\":{{\"type\":\"{kind}\",\"coordinates\":{coordinates}}}}}"
        );
    }

    /// The finished file.
    pub(super) fn finish(mut self) -> String {
        self.text.push_str("\n]}\n");
        self.text
    }
}

/// The rings of an outline in metres, the outer one first.
pub(super) fn rings(mesh: &Mesh, (outer, holes): &Outline) -> Vec<Vec<Metres>> {
    let points = |ring: &Vec<u32>| ring.iter().map(|v| mesh.points[*v as usize]).collect();
    std::iter::once(points(outer)).chain(holes.iter().map(points)).collect()
}
