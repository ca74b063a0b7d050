//! How zones and editions of zoning look in JSON.

use serde::Serialize;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use utoipa::ToSchema;

use super::geometry::Geometry;
use super::place::{Bounds, CoveringZone, EditionName, Place};
use super::word::{Day, FireZoneWord, IdText, UseDistrictWord};
use crate::domain::{Edition, PublishedDistrict};

/// The district as its source published it. A code means nothing without its scheme.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct Published<'a> {
    /// `a29`, `urf`, or `name` where only a name was given.
    #[schema(example = "a29")]
    pub scheme: &'static str,
    /// The code, in a scheme that has codes.
    pub code: Option<i64>,
    /// The name as written, where no code was given.
    pub name: Option<&'a str>,
}

impl<'a> From<&'a PublishedDistrict> for Published<'a> {
    fn from(published: &'a PublishedDistrict) -> Self {
        Self { scheme: published.scheme().slug(), code: published.code(), name: published.name() }
    }
}

/// One zone.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ZoneBody<'a> {
    /// Its id.
    pub id: IdText,
    /// The edition it belongs to.
    pub edition: Option<EditionName<'a>>,
    /// Its use district.
    pub district: UseDistrictWord,
    /// As its source published it.
    pub published: Published<'a>,
    /// 建蔽率, percent.
    pub bcr_percent: Option<u16>,
    /// 容積率, percent.
    pub far_percent: Option<u16>,
    /// Fire zone, where the source says.
    pub fire: Option<FireZoneWord>,
    /// Name of a district plan (地区計画), where the source says.
    pub district_plan: Option<&'a str>,
    /// The box around it.
    pub bounds: Bounds,
    /// Its land: a GeoJSON `MultiPolygon`.
    pub geometry: Geometry,
}

/// A zone by its district.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ZoneName {
    /// Its id.
    pub id: IdText,
    /// Its use district.
    pub district: UseDistrictWord,
    /// 建蔽率, percent.
    pub bcr_percent: Option<u16>,
    /// 容積率, percent.
    pub far_percent: Option<u16>,
}

/// The edge nearest to a place. Near an edge the majority of the site decides (art. 91), which a point cannot know.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ZoneEdgeBody {
    /// The nearest point of it.
    pub at: Place,
    /// Metres to it, straight.
    pub metres: f64,
    /// The zones beyond it, lowest id first; none where zoned land ends.
    pub beyond: Vec<ZoneName>,
}

/// How much of the surroundings one district covers.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct DistrictShare {
    /// The district; null is land no zone covers.
    pub district: Option<UseDistrictWord>,
    /// Its share of the circle, 0 to 1.
    #[schema(example = 0.72)]
    pub share: f64,
}

/// The zones at a place.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ZoneAt<'a> {
    /// The place asked about.
    pub place: Place,
    /// Every zone of the current editions that covers or touches it, lowest id first: two or more on an edge, none outside the plan.
    pub zones: Vec<CoveringZone<'a>>,
    /// The nearest edge of the first of them; outside all zones, of the nearest zone.
    pub edge: Option<ZoneEdgeBody>,
    /// Radius of the surroundings, metres.
    pub around_m: f64,
    /// Districts within that radius by area, the largest share first.
    pub surroundings: Vec<DistrictShare>,
}

/// One edition of zoning.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct EditionBody<'a> {
    /// Its id.
    pub id: IdText,
    /// What people call it.
    #[schema(example = "2019年 用途地域")]
    pub name: &'a str,
    /// The area it covers.
    #[schema(example = "13112")]
    pub area: &'a str,
    /// Who published it.
    pub source: &'a str,
    /// Under which licence.
    pub licence: &'a str,
    /// The date it describes.
    pub as_of: Day,
    /// When it was imported, RFC 3339.
    #[schema(value_type = String, format = DateTime)]
    pub imported_at: String,
    /// SHA-256 of the files it came from, hexadecimal.
    pub checksum: &'a str,
    /// True if it is the latest of its area.
    pub current: bool,
}

impl<'a> EditionBody<'a> {
    /// An edition, which is current or not.
    pub fn new(edition: &'a Edition, current: bool) -> Self {
        Self {
            id: edition.id.into(),
            name: &edition.name,
            area: &edition.area,
            source: &edition.source,
            licence: &edition.licence,
            as_of: edition.as_of.into(),
            imported_at: rfc3339(edition.imported_at),
            checksum: &edition.checksum,
            current,
        }
    }
}

fn rfc3339(at: OffsetDateTime) -> String {
    at.format(&Rfc3339).unwrap_or_default()
}

/// Every edition, the latest date first.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct EditionList<'a> {
    /// The editions.
    pub items: Vec<EditionBody<'a>>,
}
