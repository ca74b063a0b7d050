//! Answers "which layers are there, at which zooms, with which fields?" from `tiles/layers.toml`,
//! the one place that says so.
//!
//! The file is compiled in and read once. A test holds the encoder to it in both directions.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;
use thiserror::Error;

/// Why a text is not a set of layers.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LayerError {
    /// No such layer.
    #[error("unknown tile layer `{name}` (one of: {known})")]
    Unknown {
        /// What was asked for.
        name: String,
        /// The layers there are, comma-separated.
        known: String,
    },
    /// No layer named.
    #[error("no tile layer named")]
    Empty,
}

/// A layer of the tiles, in the order in which they are drawn and written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum LayerName {
    Basemap,
    Boundaries,
    Towns,
    Zones,
    Streets,
    TownLabels,
    ZoneLabels,
    StreetLabels,
    Stations,
    Listings,
}

impl LayerName {
    /// Every layer, in drawing order.
    pub const ALL: [Self; 10] = [
        Self::Basemap,
        Self::Boundaries,
        Self::Towns,
        Self::Zones,
        Self::Streets,
        Self::TownLabels,
        Self::ZoneLabels,
        Self::StreetLabels,
        Self::Stations,
        Self::Listings,
    ];

    /// Its name in tiles and URLs.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Basemap => "basemap",
            Self::Boundaries => "boundaries",
            Self::Towns => "towns",
            Self::Zones => "zones",
            Self::Streets => "streets",
            Self::TownLabels => "town_labels",
            Self::ZoneLabels => "zone_labels",
            Self::StreetLabels => "street_labels",
            Self::Stations => "stations",
            Self::Listings => "listings",
        }
    }

    /// What `tiles/layers.toml` says about it.
    pub fn schema(self) -> &'static LayerSchema {
        &schemas()[self as usize]
    }
}

impl fmt::Display for LayerName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}

impl FromStr for LayerName {
    type Err = LayerError;

    fn from_str(text: &str) -> Result<Self, LayerError> {
        let known = || Self::ALL.map(Self::slug).join(", ");
        Self::ALL
            .into_iter()
            .find(|layer| layer.slug() == text)
            .ok_or_else(|| LayerError::Unknown { name: text.chars().take(60).collect(), known: known() })
    }
}

/// A set of layers, at least one; in a tile they come in drawing order, whatever the order asked in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LayerSet(u16);

impl LayerSet {
    /// The set of some layers, if there is one.
    pub fn new(layers: impl IntoIterator<Item = LayerName>) -> Option<Self> {
        let bits = layers.into_iter().fold(0, |bits, layer| bits | 1 << layer as u16);
        (bits != 0).then_some(Self(bits))
    }

    /// Every layer.
    pub fn all() -> Self {
        Self((1 << LayerName::ALL.len()) - 1)
    }

    /// True if the layer belongs to the set.
    pub const fn contains(self, layer: LayerName) -> bool {
        self.0 & (1 << layer as u16) != 0
    }

    /// True if the sets share a layer.
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Its layers, in drawing order.
    pub fn iter(self) -> impl Iterator<Item = LayerName> {
        LayerName::ALL.into_iter().filter(move |layer| self.contains(*layer))
    }
}

impl fmt::Display for LayerSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.iter().map(LayerName::slug).collect();
        f.write_str(&names.join(","))
    }
}

impl FromStr for LayerSet {
    type Err = LayerError;

    /// Reads names joined by commas; a name may come twice.
    fn from_str(text: &str) -> Result<Self, LayerError> {
        let layers: Vec<LayerName> =
            text.split(',').filter(|name| !name.is_empty()).map(str::parse).collect::<Result<_, _>>()?;
        Self::new(layers).ok_or(LayerError::Empty)
    }
}

/// What a layer is drawn as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum GeometryKind {
    Point,
    Line,
    Polygon,
}

/// What an attribute holds, in the words of `TileJSON`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum FieldType {
    String,
    Number,
    Boolean,
}

/// One attribute of a layer.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct FieldSchema {
    /// Its key in tiles.
    pub name: String,
    /// What it holds.
    #[serde(rename = "type")]
    pub kind: FieldType,
    /// What it means, with its unit.
    pub description: String,
}

/// One layer.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LayerSchema {
    /// Its name in tiles and URLs.
    pub name: String,
    /// What it shows.
    pub description: String,
    /// What it is drawn as.
    pub geometry: Vec<GeometryKind>,
    /// The lowest zoom that has it.
    pub min_zoom: u8,
    /// The highest zoom that has it.
    pub max_zoom: u8,
    /// How far simplification may move an edge, in tile units; none for points.
    #[serde(default)]
    pub tolerance: f64,
    /// Its attributes.
    pub fields: Vec<FieldSchema>,
}

impl LayerSchema {
    /// True if tiles of this zoom have the layer.
    pub fn shown_at(&self, z: u8) -> bool {
        (self.min_zoom..=self.max_zoom).contains(&z)
    }
}

/// Every layer's schema, in drawing order.
pub fn schemas() -> &'static [LayerSchema] {
    static SCHEMAS: LazyLock<Vec<LayerSchema>> = LazyLock::new(|| {
        #[derive(Deserialize)]
        struct File {
            layer: Vec<LayerSchema>,
        }
        let file: File = toml::from_str(include_str!("../../tiles/layers.toml"))
            .expect("tiles/layers.toml is compiled in and a test reads it");
        file.layer
    });
    &SCHEMAS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_and_the_code_name_the_same_layers_in_the_same_order() {
        let names: Vec<&str> = schemas().iter().map(|s| s.name.as_str()).collect();
        assert_eq!(names, LayerName::ALL.map(LayerName::slug));
        for schema in schemas() {
            assert!(schema.min_zoom <= schema.max_zoom && schema.max_zoom <= crate::tile::MAX_ZOOM);
            assert!(!schema.geometry.is_empty() && !schema.fields.is_empty());
        }
    }

    #[test]
    fn a_set_of_layers_reads_in_any_order_and_writes_in_one() {
        let set: LayerSet = "listings,zones,listings".parse().unwrap();
        assert_eq!(set.to_string(), "zones,listings");
        assert_eq!("".parse::<LayerSet>(), Err(LayerError::Empty));
        let unknown = "zones,shops".parse::<LayerSet>().unwrap_err();
        assert!(unknown.to_string().contains("`shops`"));
    }
}
