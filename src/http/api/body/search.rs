//! How an answer to a search looks, as JSON and as GeoJSON.

use serde::Serialize;
use std::borrow::Cow;
use utoipa::ToSchema;

use super::law::VerdictTally;
use super::listing::ListingSummary;
use super::word::{
    ConditionWord, CookingWord, Day, IdText, ListingKindWord, PinPrecisionWord, UseDistrictWord, VerdictWord,
    WalkMethodWord,
};

/// One page of an answer.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SearchAnswer<'a> {
    /// How many listings match, on all pages.
    #[schema(example = 129)]
    pub total: usize,
    /// This page.
    pub items: Vec<ListingSummary<'a>>,
    /// Pass as `cursor` to get the next page; null on the last.
    pub next: Option<String>,
    /// How walks were measured in a search by `station`; null in others.
    pub walk_method: Option<WalkMethodWord>,
    /// Counts for the facets asked for.
    pub facets: Facets,
    /// Listings that match everything else, by what the law says of the use asked about; null where none is.
    pub verdict: Option<VerdictTally>,
    /// How many of them `allowed_for` or `verdict` left out; null where no use is asked about.
    pub hidden: Option<usize>,
    /// The last change this answer includes.
    pub seq: u64,
}

/// How many listings there would be with each value: those that pass every other filter. A facet that was not
/// asked for is absent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, ToSchema)]
pub struct Facets {
    /// By listing kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Vec<FacetCount>>,
    /// By use district.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub district: Option<Vec<FacetCount>>,
    /// By what is inside.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub condition: Option<Vec<FacetCount>>,
    /// By cooking allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cooking: Option<Vec<FacetCount>>,
    /// By lowest storey.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub storey: Option<Vec<FacetCount>>,
    /// By level: `basement`, `ground`, `upper`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Vec<FacetCount>>,
    /// By rent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rent: Option<Vec<FacetCount>>,
    /// By floor area.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<Vec<FacetCount>>,
    /// By minutes on foot to the nearest station.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub walk: Option<Vec<FacetCount>>,
    /// By town, in the area or not: choosing towns takes the place of the area.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub town: Option<Vec<FacetCount>>,
    /// By shopping street, in the area or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub street: Option<Vec<FacetCount>>,
    /// How many there would be with each of `rent_steps` as a limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rent_limits: Option<Vec<LimitCount>>,
    /// How many there would be with each of `area_steps` as a limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area_limits: Option<Vec<LimitCount>>,
    /// By what the law says of the use asked about; empty where none is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Vec<FacetCount>>,
}

/// One value of a facet.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct FacetCount {
    /// The word; a storey's number; an id; a range `from-to` without `to`, or `from-`; `negotiable` or `unstated`.
    #[schema(example = "shop")]
    pub value: String,
    /// How many matches have it.
    pub count: usize,
}

/// How many listings there would be with a limit. The limit at the other end stays, unless it would leave nothing between.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct LimitCount {
    /// The limit: yen a month or m².
    #[schema(example = 200_000.0)]
    pub at: f64,
    /// With it as the lower limit.
    pub at_least: usize,
    /// With it as the upper limit.
    pub at_most: usize,
}

impl From<crate::query::LimitCount> for LimitCount {
    fn from(count: crate::query::LimitCount) -> Self {
        Self { at: count.at, at_least: count.at_least, at_most: count.at_most }
    }
}

/// The same page as GeoJSON, for `format=geojson` or `Accept: application/geo+json`.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ListingCollection<'a> {
    /// Always `FeatureCollection`.
    #[serde(rename = "type")]
    #[schema(example = "FeatureCollection")]
    pub kind: &'static str,
    /// How many listings match, on all pages.
    pub total: usize,
    /// Pass as `cursor` to get the next page; null on the last.
    pub next: Option<String>,
    /// How walks were measured in a search by `station`; null in others.
    pub walk_method: Option<WalkMethodWord>,
    /// Counts for the facets asked for.
    pub facets: Facets,
    /// Listings that match everything else, by what the law says of the use asked about; null where none is.
    pub verdict: Option<VerdictTally>,
    /// How many of them `allowed_for` or `verdict` left out; null where no use is asked about.
    pub hidden: Option<usize>,
    /// The last change this answer includes.
    pub seq: u64,
    /// This page.
    pub features: Vec<ListingFeature<'a>>,
}

/// A listing as a GeoJSON feature.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ListingFeature<'a> {
    /// Always `Feature`.
    #[serde(rename = "type")]
    #[schema(example = "Feature")]
    pub kind: &'static str,
    /// Its id.
    pub id: IdText,
    /// The public place.
    pub geometry: PointGeometry,
    /// The listing, flat as map programs like it.
    pub properties: ListingProperties<'a>,
}

/// A listing as flat attributes; null is not stated.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ListingProperties<'a> {
    /// What kind of offer.
    pub kind: ListingKindWord,
    /// Headline.
    pub title: Cow<'a, str>,
    /// Address as stated, with the municipality; for a pin of `town`, only the town.
    pub address: Cow<'a, str>,
    /// How exact the place is.
    pub pin: PinPrecisionWord,
    /// 賃料, yen a month; null where it is 要相談 or not stated.
    pub rent_yen: Option<u64>,
    /// True if the rent is 要相談.
    pub rent_negotiable: bool,
    /// Floor area, m².
    pub area_m2: Option<f64>,
    /// The lowest storey; -1 is B1.
    pub storey_lowest: Option<i8>,
    /// The highest storey.
    pub storey_highest: Option<i8>,
    /// What is inside.
    pub condition: ConditionWord,
    /// Cooking allowed.
    pub cooking: CookingWord,
    /// Use district of the zone it lies in.
    pub district: Option<UseDistrictWord>,
    /// 更新日.
    pub updated_on: Day,
    /// Name of the station nearest on foot.
    pub station: Option<&'a str>,
    /// Metres to it, straight.
    pub station_m: Option<f64>,
    /// Minutes to it on foot.
    pub station_walk_minutes: Option<u32>,
    /// How they were come by.
    pub station_walk_method: Option<WalkMethodWord>,
    /// What the law says of the use asked about (建築基準法上の用途の目安); null where none is.
    pub verdict: Option<VerdictWord>,
    /// True for made-up data (合成データ), which every view must say.
    pub synthetic: bool,
}

/// A GeoJSON point.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct PointGeometry {
    /// Always `Point`.
    #[serde(rename = "type")]
    #[schema(example = "Point")]
    pub kind: &'static str,
    /// Longitude, latitude.
    pub coordinates: [f64; 2],
}

/// The listings nearest to a place, nearest first.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct NearestAnswer<'a> {
    /// The listings, each with `distance_m`.
    pub items: Vec<ListingSummary<'a>>,
    /// These listings and those left out among them, by what the law says of the use asked about; null where
    /// none is.
    pub verdict: Option<VerdictTally>,
    /// How many no farther than the last `allowed_for` or `verdict` left out; null where no use is asked about.
    pub hidden: Option<usize>,
    /// The last change this answer includes.
    pub seq: u64,
}
