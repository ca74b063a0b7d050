//! How the whole city, its basemaps and its changes look in JSON.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::place::{Bounds, Place};
use super::street::KindCount;
use super::walk::RoadSource;
use super::word::{IdText, LayerWord};
use super::zone::EditionBody;

/// How many things of each sort there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct Counts {
    /// Public listings.
    pub listings: usize,
    /// Zones of the current editions.
    pub zones: usize,
    /// Shopping streets.
    pub streets: usize,
    /// Stations.
    pub stations: usize,
    /// Towns.
    pub towns: usize,
}

/// How a basemap is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BasemapSort {
    /// From this server's own tiles; works offline.
    Own,
    /// From picture tiles elsewhere.
    Raster,
    /// From vector tiles elsewhere.
    Vector,
}

/// A basemap the person may choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BasemapChoice {
    /// The word for it in URLs.
    #[schema(example = "gsi_pale")]
    pub key: String,
    /// Its name.
    #[schema(example = "地理院地図 淡色")]
    pub name: String,
    /// How it is drawn.
    pub sort: BasemapSort,
    /// Template with `{z}`, `{x}` and `{y}`; null for our own.
    #[schema(example = "https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png")]
    pub tiles: Option<String>,
    /// What must be shown with it.
    #[schema(example = "出典：国土地理院")]
    pub attribution: Option<String>,
    /// The lowest zoom it has.
    pub min_zoom: u8,
    /// The highest zoom it has.
    pub max_zoom: u8,
}

/// The city as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct CityBody<'a> {
    /// Its name, or the names of several municipalities; empty without a boundary.
    #[schema(example = "世田谷区")]
    pub name: String,
    /// The box around it; null while it holds nothing.
    pub bounds: Option<Bounds>,
    /// Where to look first; null while it holds nothing.
    pub centre: Option<Place>,
    /// True if any of it is made up (合成データ), which every view must say.
    pub synthetic: bool,
    /// How many things there are.
    pub counts: Counts,
    /// Public listings by kind, in the order people list kinds; kinds without listings are left out.
    pub listings_by_kind: Vec<KindCount>,
    /// Every edition of zoning, the latest date first.
    pub editions: Vec<EditionBody<'a>>,
    /// Where the roads are from that walks follow; empty while every walk is an estimate.
    pub roads: Vec<RoadSource<'a>>,
    /// The tile layers, as `/tiles` lists them.
    pub layers: Vec<&'static str>,
    /// The last change included.
    #[schema(example = 42)]
    pub seq: u64,
    /// The basemaps to choose from, the default first.
    pub basemaps: &'a [BasemapChoice],
}

/// The data of a `change` event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct EventBody {
    /// The position of the change; also the event's id.
    #[schema(example = 43)]
    pub seq: u64,
    /// What changed.
    pub layer: LayerWord,
    /// The listing that changed; null if a whole layer did.
    pub id: Option<IdText>,
}
