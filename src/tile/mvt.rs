//! Writes Mapbox Vector Tiles 2.1: layers of points, lines and polygons with interned attributes.
//!
//! The protobuf is written by hand, in one pass and one buffer a layer, in the order it is given:
//! the same features give the same bytes. Geometry must already be in tile units and valid; what
//! cannot be drawn (an empty line, a ring of fewer than three points) is not written at all.

use rustc_hash::FxHashMap;

use super::protobuf::{bytes_field, uint_field, varint, zigzag};

/// Units to a tile's side.
pub const EXTENT: i32 = 4096;
/// Units drawn beyond each side.
pub const BUFFER: i32 = 64;

/// A position in tile units: x to the right, y down, 0 to [`EXTENT`] within the tile.
pub(super) type TilePoint = [i32; 2];

/// A polygon in tile units: the exterior ring first, then holes. Rings are not closed: the first
/// point is not repeated. The exterior has a positive area by the surveyor's formula, holes negative.
pub(super) type TilePolygon = Vec<Vec<TilePoint>>;

/// The value of an attribute.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Value<'a> {
    /// Text.
    Text(&'a str),
    /// A whole number.
    Int(i64),
    /// A number with a fraction.
    Double(f64),
    /// Yes or no.
    Bool(bool),
}

/// A value that is no text, bit by bit.
#[derive(PartialEq, Eq, Hash)]
enum Number {
    Int(i64),
    Double(u64),
    Bool(bool),
}

const POINT: u64 = 1;
const LINE: u64 = 2;
const POLYGON: u64 = 3;
const MOVE_TO: u64 = 1;
const LINE_TO: u64 = 2;
const CLOSE_PATH: u64 = 7;

/// One layer as it is being written. Keys are known beforehand, values are interned as they come.
pub(super) struct LayerWriter {
    name: &'static str,
    keys: Vec<&'static str>,
    values: Vec<u8>,
    count: u32,
    numbers: FxHashMap<Number, u32>,
    texts: FxHashMap<Box<str>, u32>,
    words: FxHashMap<(usize, usize), u32>,
    features: Vec<u8>,
    tags: Vec<u8>,
    geometry: Vec<u8>,
    scratch: Vec<u8>,
}

impl LayerWriter {
    /// An empty layer.
    pub(super) fn new(name: &'static str) -> Self {
        Self {
            name,
            keys: Vec::new(),
            values: Vec::new(),
            count: 0,
            numbers: FxHashMap::default(),
            texts: FxHashMap::default(),
            words: FxHashMap::default(),
            features: Vec::new(),
            tags: Vec::new(),
            geometry: Vec::new(),
            scratch: Vec::new(),
        }
    }

    /// Gives the next feature an attribute.
    pub(super) fn tag(&mut self, key: &'static str, value: Value<'_>) {
        let value = self.value_index(value);
        self.push_tag(key, value);
    }

    /// Gives the next feature an attribute, if it is known.
    pub(super) fn tag_known(&mut self, key: &'static str, value: Option<Value<'_>>) {
        if let Some(value) = value {
            self.tag(key, value);
        }
    }

    /// Gives the next feature a word of a closed vocabulary: found by its address, not its letters.
    pub(super) fn tag_word(&mut self, key: &'static str, word: &'static str) {
        let address = (word.as_ptr() as usize, word.len());
        let value = if let Some(index) = self.words.get(&address) {
            *index
        } else {
            let index = self.value_index(Value::Text(word));
            self.words.insert(address, index);
            index
        };
        self.push_tag(key, value);
    }

    fn push_tag(&mut self, key: &'static str, value: u32) {
        let known = self.keys.iter().position(|k| *k == key);
        let key = known.unwrap_or_else(|| {
            self.keys.push(key);
            self.keys.len() - 1
        });
        varint(&mut self.tags, key as u64);
        varint(&mut self.tags, value.into());
    }

    fn value_index(&mut self, value: Value<'_>) -> u32 {
        let number = match value {
            Value::Text(text) => {
                if let Some(index) = self.texts.get(text) {
                    return *index;
                }
                self.texts.insert(text.into(), self.count);
                return self.push_value(value);
            }
            Value::Int(number) => Number::Int(number),
            Value::Double(number) => Number::Double(number.to_bits()),
            Value::Bool(truth) => Number::Bool(truth),
        };
        if let Some(index) = self.numbers.get(&number) {
            return *index;
        }
        self.numbers.insert(number, self.count);
        self.push_value(value)
    }

    fn push_value(&mut self, value: Value<'_>) -> u32 {
        write_value(&mut self.values, &mut self.scratch, value);
        self.count += 1;
        self.count - 1
    }

    /// Writes a point with the attributes given since the last feature.
    pub(super) fn point(&mut self, id: u64, at: TilePoint) {
        varint(&mut self.geometry, command(MOVE_TO, 1));
        step(&mut self.geometry, &mut [0, 0], at);
        self.finish(id, POINT);
    }

    /// Writes lines, each of at least two different points, with the attributes given since the last
    /// feature.
    pub(super) fn lines(&mut self, id: u64, lines: &[Vec<TilePoint>]) {
        let mut cursor = [0, 0];
        for line in lines.iter().filter(|l| l.len() >= 2) {
            self.path(&mut cursor, line);
        }
        self.finish(id, LINE);
    }

    /// Writes polygons with the attributes given since the last feature.
    pub(super) fn polygons(&mut self, id: u64, polygons: &[TilePolygon]) {
        let mut cursor = [0, 0];
        for polygon in polygons.iter().filter(|p| p.first().is_some_and(|exterior| exterior.len() >= 3)) {
            for ring in polygon.iter().filter(|r| r.len() >= 3) {
                self.path(&mut cursor, ring);
                varint(&mut self.geometry, command(CLOSE_PATH, 1));
            }
        }
        self.finish(id, POLYGON);
    }

    fn path(&mut self, cursor: &mut TilePoint, points: &[TilePoint]) {
        varint(&mut self.geometry, command(MOVE_TO, 1));
        step(&mut self.geometry, cursor, points[0]);
        varint(&mut self.geometry, command(LINE_TO, points.len() as u64 - 1));
        for p in &points[1..] {
            step(&mut self.geometry, cursor, *p);
        }
    }

    fn finish(&mut self, id: u64, kind: u64) {
        if !self.geometry.is_empty() {
            self.scratch.clear();
            uint_field(&mut self.scratch, 1, id);
            if !self.tags.is_empty() {
                bytes_field(&mut self.scratch, 2, &self.tags);
            }
            uint_field(&mut self.scratch, 3, kind);
            bytes_field(&mut self.scratch, 4, &self.geometry);
            bytes_field(&mut self.features, 2, &self.scratch);
        }
        self.tags.clear();
        self.geometry.clear();
    }

    /// Appends the layer to a tile; a layer without features leaves no trace.
    pub(super) fn write_into(&self, tile: &mut Vec<u8>) {
        if self.features.is_empty() {
            return;
        }
        let mut head = Vec::with_capacity(64);
        bytes_field(&mut head, 1, self.name.as_bytes());
        let mut tail = Vec::with_capacity(self.values.len() + 256);
        for key in &self.keys {
            bytes_field(&mut tail, 3, key.as_bytes());
        }
        tail.extend_from_slice(&self.values);
        uint_field(&mut tail, 5, EXTENT as u64);
        uint_field(&mut tail, 15, 2);
        varint(tile, 3 << 3 | 2);
        varint(tile, (head.len() + self.features.len() + tail.len()) as u64);
        tile.extend_from_slice(&head);
        tile.extend_from_slice(&self.features);
        tile.extend_from_slice(&tail);
    }
}

const fn command(id: u64, count: u64) -> u64 {
    id & 7 | count << 3
}

/// Appends the way from the cursor to a point, and moves the cursor there.
fn step(geometry: &mut Vec<u8>, cursor: &mut TilePoint, to: TilePoint) {
    varint(geometry, zigzag(to[0] - cursor[0]).into());
    varint(geometry, zigzag(to[1] - cursor[1]).into());
    *cursor = to;
}

fn write_value(values: &mut Vec<u8>, scratch: &mut Vec<u8>, value: Value<'_>) {
    scratch.clear();
    match value {
        Value::Text(text) => bytes_field(scratch, 1, text.as_bytes()),
        Value::Double(number) => {
            varint(scratch, 3 << 3 | 1);
            scratch.extend_from_slice(&number.to_le_bytes());
        }
        Value::Int(number) if number < 0 => {
            varint(scratch, 6 << 3);
            varint(scratch, ((number << 1) ^ (number >> 63)) as u64);
        }
        Value::Int(number) => uint_field(scratch, 5, number as u64),
        Value::Bool(truth) => uint_field(scratch, 7, u64::from(truth)),
    }
    bytes_field(values, 4, scratch);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tile::fixtures::decode;
    use mvt_reader::feature::Value as Read;

    #[test]
    fn every_kind_of_value_reads_back() {
        let mut layer = LayerWriter::new("listings");
        layer.tag("kind", Value::Text("空き店舗"));
        layer.tag("storey", Value::Int(-1));
        layer.tag("rent", Value::Int(180_000));
        layer.tag("area", Value::Double(33.06));
        layer.tag("cluster", Value::Bool(true));
        layer.tag_known("name", None);
        layer.point((1 << 53) - 1, [-64, 4160]);
        layer.tag("storey", Value::Int(-1));
        layer.point(2, [0, 0]);
        let mut tile = Vec::new();
        layer.write_into(&mut tile);
        let features = decode(&tile).remove("listings").unwrap();
        let tags = &features[0].tags;
        assert_eq!(features[0].id, (1 << 53) - 1);
        assert_eq!(tags["kind"], Read::String("空き店舗".into()));
        assert_eq!(tags["storey"], Read::SInt(-1));
        assert_eq!(tags["rent"], Read::UInt(180_000));
        assert_eq!(tags["area"], Read::Double(33.06));
        assert_eq!(tags["cluster"], Read::Bool(true));
        assert_eq!(tags.len(), 5);
        assert_eq!(features[1].tags.len(), 1);
    }

    #[test]
    fn what_cannot_be_drawn_leaves_no_trace() {
        let mut layer = LayerWriter::new("streets");
        layer.tag("name", Value::Text("a"));
        layer.lines(1, &[vec![[3, 3]]]);
        layer.polygons(2, &[vec![vec![[0, 0], [1, 1]]]]);
        let mut tile = Vec::new();
        layer.write_into(&mut tile);
        assert!(tile.is_empty());
    }
}
