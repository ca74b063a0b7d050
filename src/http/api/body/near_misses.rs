//! How near misses look in JSON: the listing, what alone leaves it out, by how much, and what would let it in.

use serde::Serialize;
use utoipa::ToSchema;

use super::listing::ListingSummary;

/// A listing that one thing alone leaves out.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct NearMissBody<'a> {
    /// The listing.
    pub listing: ListingSummary<'a>,
    /// The parameter that leaves it out; `place` for the area, however that is said.
    #[schema(example = "rent_max")]
    pub limit: &'static str,
    /// How it fails: by an amount, by being `other` than asked for, or by being `unstated`.
    #[schema(example = "amount")]
    pub how: &'static str,
    /// By how much; null where there is no less and more.
    #[schema(example = 5000.0)]
    pub by: Option<f64>,
    /// What the amount counts: `yen` (a month), `m2`, `metres`, `minutes`, `storeys`, `days` or `kw`.
    #[schema(example = "yen")]
    pub unit: Option<&'static str>,
    /// The parameters to change so that the search finds it, that one limit loosened as little as may be.
    pub loosen: Vec<ParameterChange>,
}

/// A parameter to set or to leave out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ParameterChange {
    /// Its name.
    #[schema(example = "rent_max")]
    pub name: &'static str,
    /// Its new value; null to leave it out.
    #[schema(example = "205000")]
    pub value: Option<String>,
}

/// The listings that miss a search by one thing, those that miss by least first.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct NearMisses<'a> {
    /// How many there are.
    #[schema(example = 17)]
    pub total: usize,
    /// The nearest of them.
    pub items: Vec<NearMissBody<'a>>,
    /// The last change this answer includes.
    pub seq: u64,
}
