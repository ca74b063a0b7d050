//! What the map shows beneath everything else: roads, railways, water, green.

use geo_types::Geometry;

use super::id::BasemapId;
use super::slug::vocabulary;

vocabulary! {
    /// What a basemap feature is.
    pub enum BasemapClass("basemap class") {
        /// Expressway.
        Motorway = "motorway", "高速道路";
        /// Arterial road.
        MainRoad = "main_road", "幹線道路";
        /// Road for local traffic.
        MinorRoad = "minor_road", "生活道路";
        /// Path for walkers.
        Path = "path", "歩行者道";
        /// Railway or tramway.
        Railway = "railway", "鉄道";
        /// River or pond.
        Water = "water", "水面";
        /// Park, farmland or wood.
        Green = "green", "緑地";
        /// Block between roads.
        Block = "block", "街区";
    }
}

/// A line or area of the basemap.
#[derive(Debug, Clone, PartialEq)]
pub struct BasemapFeature {
    /// Its id.
    pub id: BasemapId,
    /// What it is.
    pub class: BasemapClass,
    /// Its name, where it has one.
    pub name: Option<String>,
    /// Line or area, longitude and latitude.
    pub geometry: Geometry<f64>,
}
