//! Describes a set of layers as `TileJSON` 3.0, from `tiles/layers.toml` and the city's extent.

use serde::Serialize;
use std::collections::BTreeMap;

use super::address::MAX_ZOOM;
use super::schema::{FieldType, LayerName, LayerSchema, LayerSet};
use crate::city::City;
use crate::domain::LonLatBox;

/// A `TileJSON` 3.0 document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TileJson {
    /// Always `3.0.0`.
    pub tilejson: &'static str,
    /// The layers, joined by commas.
    pub name: String,
    /// Always `xyz`: rows count from the north.
    pub scheme: &'static str,
    /// One template with `{z}`, `{x}` and `{y}`.
    pub tiles: Vec<String>,
    /// The lowest zoom that has any of the layers.
    pub minzoom: u8,
    /// The highest zoom.
    pub maxzoom: u8,
    /// Western, southern, eastern and northern edge, degrees.
    pub bounds: [f64; 4],
    /// Longitude, latitude and zoom of a first view.
    pub center: [f64; 3],
    /// Where the zoning shown comes from; absent where no zoning is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribution: Option<String>,
    /// Each layer and its fields.
    pub vector_layers: Vec<VectorLayer>,
}

/// One layer of a [`TileJson`].
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VectorLayer {
    /// Its name in tiles.
    pub id: &'static str,
    /// What it shows.
    pub description: &'static str,
    /// The lowest zoom that has it.
    pub minzoom: u8,
    /// The highest zoom that has it.
    pub maxzoom: u8,
    /// Each field with its type and meaning.
    pub fields: BTreeMap<&'static str, String>,
}

/// The document for some layers. `template` is the URL of their tiles with `{z}`, `{x}`, `{y}`.
pub fn tilejson(city: &City, layers: LayerSet, template: String) -> TileJson {
    let bounds = extent(city, layers)
        .or_else(|| city.bounds())
        .map_or([-180.0, -85.0511, 180.0, 85.0511], |b| [b.west(), b.south(), b.east(), b.north()]);
    let minzoom = layers.iter().map(|l| l.schema().min_zoom).min().unwrap_or(0);
    TileJson {
        tilejson: "3.0.0",
        name: layers.to_string(),
        scheme: "xyz",
        tiles: vec![template],
        minzoom,
        maxzoom: MAX_ZOOM,
        center: [
            f64::midpoint(bounds[0], bounds[2]),
            f64::midpoint(bounds[1], bounds[3]),
            zoom_that_shows(&bounds).max(f64::from(minzoom)),
        ],
        bounds,
        attribution: layers.contains(LayerName::Zones).then(|| zoning_sources(city)).flatten(),
        vector_layers: layers.iter().map(|layer| vector_layer(layer.schema())).collect(),
    }
}

/// The smallest box around everything the layers hold: zoning may reach beyond the ward.
fn extent(city: &City, layers: LayerSet) -> Option<LonLatBox> {
    layers
        .iter()
        .filter_map(|layer| match layer {
            LayerName::Basemap => city.basemap().bounds(),
            LayerName::Boundaries => city.boundaries().bounds(),
            LayerName::Towns | LayerName::TownLabels => city.towns().bounds(),
            LayerName::Zones | LayerName::ZoneLabels => city.zones().bounds(),
            LayerName::Streets | LayerName::StreetLabels => city.streets().bounds(),
            LayerName::Stations => city.stations().bounds(),
            LayerName::Listings => city.listings().bounds(),
        })
        .reduce(LonLatBox::union)
}

/// The zoom at which the wider side fills two tiles.
fn zoom_that_shows(bounds: &[f64; 4]) -> f64 {
    let widest = (bounds[2] - bounds[0]).max(bounds[3] - bounds[1]).max(0.001);
    (720.0 / widest).log2().floor().clamp(0.0, f64::from(MAX_ZOOM))
}

fn zoning_sources(city: &City) -> Option<String> {
    let current = city.zone_layer().current_editions();
    let shown = city.editions().iter().filter(|edition| current.contains(&edition.id));
    let mut sources: Vec<String> =
        shown.map(|e| format!("{} ({}, {})", e.source, e.name, e.licence)).collect();
    sources.sort_unstable();
    sources.dedup();
    (!sources.is_empty()).then(|| sources.join("; "))
}

fn vector_layer(schema: &'static LayerSchema) -> VectorLayer {
    let kind = |kind: FieldType| match kind {
        FieldType::String => "String",
        FieldType::Number => "Number",
        FieldType::Boolean => "Boolean",
    };
    let described = |field: &'static super::schema::FieldSchema| {
        (field.name.as_str(), format!("{}: {}", kind(field.kind), field.description))
    };
    VectorLayer {
        id: &schema.name,
        description: &schema.description,
        minzoom: schema.min_zoom,
        maxzoom: schema.max_zoom,
        fields: schema.fields.iter().map(described).collect(),
    }
}
