//! How shopping streets, stations and towns look in JSON.

use serde::Serialize;
use utoipa::ToSchema;

use super::geometry::Geometry;
use super::place::{Bounds, Place};
use super::word::{IdText, ListingKindWord};

/// A shopping street in a list.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct StreetSummary<'a> {
    /// Its id.
    pub id: IdText,
    /// Its name.
    #[schema(example = "経堂すずらん通り")]
    pub name: &'a str,
    /// Its reading in kana.
    pub kana: Option<&'a str>,
    /// The association (商店会) that runs it.
    pub association: Option<&'a str>,
    /// Number of shop premises along it, open or vacant; null if unknown.
    pub shops: Option<u32>,
    /// Public listings along it: nearest to it, and within 50 m.
    pub listings: usize,
    /// The box around it.
    pub bounds: Bounds,
    /// True for made-up data.
    pub synthetic: bool,
}

/// Shopping streets.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct StreetList<'a> {
    /// How many match; there may be more than on this page.
    pub total: usize,
    /// The streets, by name.
    pub items: Vec<StreetSummary<'a>>,
}

/// How many listings are of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct KindCount {
    /// The kind.
    pub kind: ListingKindWord,
    /// How many.
    pub count: usize,
}

/// A shopping street and what stands empty along it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct StreetBody<'a> {
    /// Its id.
    pub id: IdText,
    /// Its name.
    #[schema(example = "経堂すずらん通り")]
    pub name: &'a str,
    /// Its reading in kana.
    pub kana: Option<&'a str>,
    /// The association (商店会) that runs it.
    pub association: Option<&'a str>,
    /// Number of shop premises along it, open or vacant; null if unknown.
    pub shops: Option<u32>,
    /// Public listings along it: nearest to it, and within 50 m.
    pub listings: usize,
    /// Those of them that are empty premises: shops, with or without fixtures, workshops and offices.
    pub vacant: usize,
    /// `vacant` by `shops`; null if the number of shops is unknown or 0.
    #[schema(example = 0.08)]
    pub vacancy_rate: Option<f64>,
    /// Listings by kind, in the order people list kinds; kinds without listings are left out.
    pub by_kind: Vec<KindCount>,
    /// The middle rent per 坪, yen a month; null where no listing states rent and area.
    pub rent_per_tsubo_median_yen: Option<u64>,
    /// The lowest rent per 坪, yen a month.
    pub rent_per_tsubo_lowest_yen: Option<u64>,
    /// The highest rent per 坪, yen a month.
    pub rent_per_tsubo_highest_yen: Option<u64>,
    /// The box around it.
    pub bounds: Bounds,
    /// The line or area it covers: a GeoJSON `MultiLineString` or `MultiPolygon`.
    pub geometry: Geometry,
    /// True for made-up data.
    pub synthetic: bool,
}

/// A station.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct StationBody<'a> {
    /// Its id.
    pub id: IdText,
    /// Its name without 駅.
    #[schema(example = "経堂")]
    pub name: &'a str,
    /// Its reading in kana.
    pub kana: Option<&'a str>,
    /// The lines that stop there.
    pub lines: Vec<&'a str>,
    /// Where it is.
    pub place: Place,
}

/// Stations.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct StationList<'a> {
    /// How many match; there may be more than on this page.
    pub total: usize,
    /// The stations, by name.
    pub items: Vec<StationBody<'a>>,
}

/// A town (町丁目).
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TownBody<'a> {
    /// Its id.
    pub id: IdText,
    /// The municipality.
    #[schema(example = "世田谷区")]
    pub municipality: &'a str,
    /// Its name.
    #[schema(example = "赤堤一丁目")]
    pub name: String,
    /// The reading of its name without 丁目, in hiragana.
    #[schema(example = "あかつつみ")]
    pub kana: Option<&'a str>,
    /// A point within it.
    pub centre: Place,
    /// The box around it, where its area is known.
    pub bounds: Option<Bounds>,
    /// Residents, where the source says.
    pub population: Option<u32>,
    /// Households, where the source says.
    pub households: Option<u32>,
}

/// Towns.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TownList<'a> {
    /// How many match; there may be more than on this page.
    pub total: usize,
    /// The towns, by name.
    pub items: Vec<TownBody<'a>>,
}
