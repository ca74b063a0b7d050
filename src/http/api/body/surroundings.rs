//! How what lies within a walk of a place looks in JSON.

use serde::Serialize;
use utoipa::ToSchema;

use super::law::VerdictTally;
use super::place::Place;
use super::street::KindCount;
use super::walk::RoadSource;
use super::word::{IdText, WalkMethodWord};

/// Who lives and what is on offer within a walk of a place.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SurroundingsBody<'a> {
    /// Where the walks begin: for a listing its public place.
    pub place: Place,
    /// Minutes on foot.
    #[schema(example = 10)]
    pub minutes: u32,
    /// How walks were measured; `estimate` is to be shown with 約.
    pub method: WalkMethodWord,
    /// Where the roads are from; empty for an estimate.
    pub roads: Vec<RoadSource<'a>>,
    /// Who lives there; null where no town it reaches says.
    pub residents: Option<Residents>,
    /// The towns the walk reaches, those with the most residents within it first.
    pub towns: Vec<TownWithin>,
    /// Public listings within it, without the one asked for.
    pub listings: usize,
    /// Those listings by kind.
    pub by_kind: Vec<KindCount>,
    /// Those listings by what is said of the use asked about; null without one. 建築基準法上の用途の目安.
    pub verdict: Option<VerdictTally>,
    /// The shopping streets it touches, the most shops first; at most 8.
    pub streets: Vec<StreetWithin<'a>>,
    /// The last change this answer includes.
    pub seq: u64,
}

/// How many people live within a walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct Residents {
    /// People, to the nearest ten. Towns the walk cuts count by the share of their land within it.
    #[schema(example = 12_340)]
    pub count: u64,
    /// True if any town is cut, so that the count is an estimate: to be shown with 約.
    pub estimate: bool,
    /// Towns within the walk of which nobody says how many live there: not in the count.
    pub uncounted_towns: usize,
}

/// A town within a walk.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TownWithin {
    /// Its id.
    pub id: IdText,
    /// Its name.
    #[schema(example = "経堂一丁目")]
    pub name: String,
    /// The share of its land within the walk, above 0 and at most 1.
    #[schema(example = 0.62)]
    pub share: f64,
    /// Residents of the whole town; null if unknown.
    pub population: Option<u32>,
}

/// A shopping street within a walk, and what stands empty along it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct StreetWithin<'a> {
    /// Its id.
    pub id: IdText,
    /// Its name.
    #[schema(example = "経堂すずらん通り")]
    pub name: &'a str,
    /// Number of shop premises along it, open or vacant; null if unknown.
    pub shops: Option<u32>,
    /// Listings of empty premises along it.
    pub vacant: usize,
    /// `vacant` by `shops`; null if the number of shops is unknown or 0.
    #[schema(example = 0.08)]
    pub vacancy_rate: Option<f64>,
}
