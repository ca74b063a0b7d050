//! How walks look in JSON: minutes and how they were come by, land that can be walked to, ways.
//!
//! Minutes whose method is `estimate` are to be shown with 約: no road was measured.

use serde::Serialize;
use utoipa::ToSchema;

use super::geometry::Geometry;
use super::place::Place;
use super::word::{IdText, WalkMethodWord};
use crate::domain::RoadNetwork;
use crate::geo::{Walk, WalkMethod};

/// A walk: 80 m of road a minute, rounded up, at least 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct WalkBody {
    /// Minutes, at least 1. To be shown with 約 where the method is `estimate`.
    #[schema(example = 5)]
    pub minutes: u32,
    /// Metres: of road, steps off it included, or 1.3 times the straight line.
    #[schema(example = 361.0)]
    pub metres: f64,
    /// How they were come by.
    pub method: WalkMethodWord,
    /// True if the method is `estimate`: roads were not measured.
    #[schema(example = false)]
    pub estimate: bool,
}

impl From<Walk> for WalkBody {
    fn from(walk: Walk) -> Self {
        Self {
            minutes: walk.minutes(),
            metres: (walk.metres * 10.0).round() / 10.0,
            method: walk.method.into(),
            estimate: walk.method == WalkMethod::Estimate,
        }
    }
}

/// Where roads are from. Whoever shows what follows them must name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct RoadSource<'a> {
    /// The area they cover.
    #[schema(example = "13112")]
    pub area: &'a str,
    /// Who published them.
    #[schema(example = "OpenStreetMap contributors")]
    pub source: &'a str,
    /// Under which licence.
    #[schema(example = "ODbL-1.0")]
    pub licence: &'a str,
}

impl<'a> From<&'a RoadNetwork> for RoadSource<'a> {
    fn from(network: &'a RoadNetwork) -> Self {
        Self { area: &network.area, source: &network.source, licence: &network.licence }
    }
}

/// The land that can be walked to, as a GeoJSON feature.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WalkArea<'a> {
    /// Always `Feature`.
    #[serde(rename = "type")]
    #[schema(example = "Feature")]
    pub kind: &'static str,
    /// Along roads: the land within 30 m of any that is reached, gaps below a hectare filled. Estimated: a circle.
    pub geometry: Geometry,
    /// About it.
    pub properties: WalkAreaProperties<'a>,
}

/// What is known of the land that can be walked to.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WalkAreaProperties<'a> {
    /// Where the walks begin.
    pub place: Place,
    /// The station they begin at; null if it is a place.
    pub station: Option<IdText>,
    /// Minutes on foot.
    #[schema(example = 10)]
    pub minutes: u32,
    /// How walks were measured. With `road`, listings that no road leads to are estimated all the same.
    pub method: WalkMethodWord,
    /// Public listings that can be walked to in time.
    #[schema(example = 42)]
    pub listings: usize,
    /// Where the roads are from; empty for an estimate.
    pub roads: Vec<RoadSource<'a>>,
    /// The last change this answer includes.
    pub seq: u64,
}

/// The walk from one place to another, as a GeoJSON feature.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WalkWay<'a> {
    /// Always `Feature`.
    #[serde(rename = "type")]
    #[schema(example = "Feature")]
    pub kind: &'static str,
    /// Its course along roads; null for an estimate, because a straight line is no walk.
    pub geometry: Option<Geometry>,
    /// About it.
    pub properties: WalkWayProperties<'a>,
}

/// What is known of a walk from one place to another.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WalkWayProperties<'a> {
    /// Minutes, at least 1.
    #[schema(example = 5)]
    pub minutes: u32,
    /// Metres: of road, steps off it included, or 1.3 times the straight line.
    #[schema(example = 361.0)]
    pub metres: f64,
    /// How they were come by.
    pub method: WalkMethodWord,
    /// Where the roads are from; empty for an estimate.
    pub roads: Vec<RoadSource<'a>>,
    /// The last change this answer includes.
    pub seq: u64,
}
