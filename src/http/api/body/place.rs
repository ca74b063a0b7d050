//! How positions, and what is near them, look in JSON.

use serde::Serialize;
use utoipa::ToSchema;

use super::geometry::position;
use super::walk::WalkBody;
use super::word::{Day, FireZoneWord, IdText, UseDistrictWord};
use crate::domain::{LonLat, LonLatBox};

/// A position in degrees (JGD2011, taken as WGS84).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct Place {
    /// Degrees east.
    #[schema(example = 139.6361)]
    pub lon: f64,
    /// Degrees north.
    #[schema(example = 35.6513)]
    pub lat: f64,
}

impl From<LonLat> for Place {
    fn from(place: LonLat) -> Self {
        let [lon, lat] = position(&place.into());
        Self { lon, lat }
    }
}

/// A box in degrees; its edges belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct Bounds {
    /// Western edge.
    pub west: f64,
    /// Southern edge.
    pub south: f64,
    /// Eastern edge.
    pub east: f64,
    /// Northern edge.
    pub north: f64,
}

impl From<LonLatBox> for Bounds {
    fn from(b: LonLatBox) -> Self {
        Self { west: b.west(), south: b.south(), east: b.east(), north: b.north() }
    }
}

/// A shopping street nearby.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct NearbyStreet<'a> {
    /// Its id.
    pub id: IdText,
    /// Its name.
    #[schema(example = "経堂すずらん通り")]
    pub name: &'a str,
    /// Metres to it, straight; 0 inside its area.
    pub metres: f64,
}

/// A station nearby.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct NearbyStation<'a> {
    /// Its id.
    pub id: IdText,
    /// Its name without 駅.
    #[schema(example = "経堂")]
    pub name: &'a str,
    /// Metres to it, straight.
    pub metres: f64,
    /// The walk: along roads, or estimated.
    pub walk: WalkBody,
}

/// A town by name.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TownName {
    /// Its id.
    pub id: IdText,
    /// Its name: 赤堤一丁目.
    pub name: String,
}

/// A municipality by name.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct MunicipalityName<'a> {
    /// Five-digit code.
    #[schema(example = "13112")]
    pub code: &'a str,
    /// Its name.
    #[schema(example = "世田谷区")]
    pub name: &'a str,
}

/// A zone that covers a place.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct CoveringZone<'a> {
    /// Its id.
    pub id: IdText,
    /// Its use district.
    pub district: UseDistrictWord,
    /// 建蔽率, percent.
    #[schema(example = 60)]
    pub bcr_percent: Option<u16>,
    /// 容積率, percent.
    #[schema(example = 200)]
    pub far_percent: Option<u16>,
    /// Fire zone, where the source says.
    pub fire: Option<FireZoneWord>,
    /// Name of a district plan (地区計画), where the source says.
    pub district_plan: Option<&'a str>,
    /// Metres from the place to the nearest edge of this zone; 0 on the edge.
    pub metres_to_edge: f64,
}

/// What a place lies in and near.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PlaceAt<'a> {
    /// The place asked about.
    pub place: Place,
    /// Zones of the current editions that cover it; on a shared edge all of them.
    pub zones: Vec<CoveringZone<'a>>,
    /// The nearest shopping street.
    pub street: Option<NearbyStreet<'a>>,
    /// The station nearest on foot.
    pub station: Option<NearbyStation<'a>>,
    /// The town it lies in, or the nearest where the source publishes only points.
    pub town: Option<TownName>,
    /// The municipality it lies in.
    pub municipality: Option<MunicipalityName<'a>>,
}

/// An edition by name.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct EditionName<'a> {
    /// Its id.
    pub id: IdText,
    /// What people call it.
    #[schema(example = "2019年 用途地域")]
    pub name: &'a str,
    /// The date it describes.
    pub as_of: Day,
}
