//! GeoJSON, GeoJSON sequences and plain JSON rows.
//!
//! Streams: one feature is held at a time. Coordinates are longitude and latitude whatever an old
//! `crs` member says about axis order, as every writer of such members means it.

use geo_types::Geometry;
use serde_json::{Map, Value as Json};
use std::sync::Arc;

use super::error::ImportError;
use super::feature::{Feature, Fields, Shape, Value};
use super::format::{Format, HowRead, Sink};
use super::json_items::{Item, JsonItems, SplitError};
use super::limits;
use super::options::ImportOptions;
use super::source::SourceFile;

/// The format.
pub(super) struct GeoJson;

const NAME: &str = "GeoJSON";

impl Format for GeoJson {
    fn name(&self) -> &'static str {
        NAME
    }

    fn fits(&self, ending: &str, head: &[u8]) -> bool {
        let by_name =
            matches!(ending, "geojson" | "json" | "geojsonl" | "geojsons" | "geojsonseq" | "ndjson");
        let first =
            head.iter().find(|b| !matches!(b, b' ' | b'\t' | b'\r' | b'\n' | 0x1e | 0xef | 0xbb | 0xbf));
        by_name || (ending != "csv" && matches!(first, Some(b'{' | b'[')))
    }

    fn read(
        &self,
        file: &SourceFile,
        _options: &ImportOptions,
        sink: &mut Sink<'_>,
    ) -> Result<HowRead, ImportError> {
        let mut items = JsonItems::new(file.open()?, limits::RECORD_BYTES);
        let mut how = HowRead::default();
        loop {
            let row = sink.len() + 1;
            match items.next_item().map_err(|e| split_error(&file.name, e))? {
                None => break,
                Some(Item::Value(bytes)) => sink.push(feature(row, parse(&file.name, row, &bytes)?))?,
                Some(Item::Collection(bytes)) => {
                    let around = parse(&file.name, row, &bytes)?;
                    how.crs = crs_member(&around).or(how.crs);
                }
            }
        }
        Ok(how)
    }
}

fn parse(file: &str, row: usize, bytes: &[u8]) -> Result<Json, ImportError> {
    serde_json::from_slice(bytes).map_err(|e| ImportError::Malformed {
        file: file.to_owned(),
        row,
        format: NAME,
        source: e.into(),
    })
}

fn split_error(file: &str, error: SplitError) -> ImportError {
    let file = file.to_owned();
    match error {
        SplitError::Truncated { item } => ImportError::Truncated { file, row: item },
        SplitError::TooLarge { item, limit } => {
            ImportError::TooLarge { file, row: item, what: "a feature", limit: format!("{limit} bytes") }
        }
        SplitError::NotJson { item, .. } => {
            ImportError::Malformed { file, row: item, format: NAME, source: error.into() }
        }
        SplitError::Io(source) => ImportError::Unreadable { path: file.into(), source },
    }
}

fn crs_member(around: &Json) -> Option<String> {
    around.get("crs")?.get("properties")?.get("name")?.as_str().map(str::to_owned)
}

fn feature(row: usize, json: Json) -> Feature {
    let bare = |fields, shape| Feature { row, class: None, fields, shape };
    match json {
        Json::Object(mut object) => match object.get("type").and_then(Json::as_str) {
            Some("Feature") => {
                let fields = match object.remove("properties") {
                    Some(Json::Object(properties)) => fields(properties),
                    _ => Fields::default(),
                };
                bare(fields, object.remove("geometry").map_or(Shape::Missing, shape))
            }
            Some(_) if object.contains_key("coordinates") => {
                bare(Fields::default(), shape(Json::Object(object)))
            }
            _ => bare(fields(object), Shape::Missing),
        },
        // A list of names alone, as some publish towns.
        other => bare([("name".into(), value(other))].into_iter().collect(), Shape::Missing),
    }
}

fn fields(properties: Map<String, Json>) -> Fields {
    properties.into_iter().map(|(name, json)| (Arc::from(name), value(json))).collect()
}

fn value(json: Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(b) => Value::Bool(b),
        Json::Number(n) => n.as_f64().map_or(Value::Null, Value::Number),
        Json::String(text) => Value::text(&text),
        Json::Array(items) => {
            let words: Vec<String> = items.into_iter().filter_map(|item| value(item).to_text()).collect();
            Value::text(&words.join(";"))
        }
        other @ Json::Object(_) => Value::text(&other.to_string()),
    }
}

fn shape(json: Json) -> Shape {
    if json.is_null() {
        return Shape::Missing;
    }
    let geometry: ::geojson::Geometry = match serde_json::from_value(json) {
        Ok(geometry) => geometry,
        Err(e) => return Shape::Unreadable(e.to_string()),
    };
    let unclosed_rings = unclosed(&geometry.value);
    match Geometry::<f64>::try_from(geometry) {
        Ok(geometry) => Shape::Found { geometry, unclosed_rings },
        Err(e) => Shape::Unreadable(e.to_string()),
    }
}

fn unclosed(geometry: &::geojson::GeometryValue) -> usize {
    use ::geojson::GeometryValue as G;
    let open = |rings: &[Vec<::geojson::Position>]| rings.iter().filter(|r| r.first() != r.last()).count();
    match geometry {
        G::Polygon { coordinates } => open(coordinates),
        G::MultiPolygon { coordinates } => coordinates.iter().map(|p| open(p)).sum(),
        _ => 0,
    }
}
