//! `/api/v1/zones` and `/api/v1/editions`: which use district, how near its edge, by whose edition.

use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;

use super::asked::{Asked, JSON, Named, json};
use super::body::show;
use super::body::zone::{EditionList, ZoneAt, ZoneBody};
use super::params::tables::{NoParameters, ZoneAtParameters};
use super::params::value::point;
use crate::domain::ZoneId;
use crate::http::problem::Problem;
use crate::http::server::Server;
use crate::query;

const DEFAULT_AROUND_M: f64 = 100.0;

/// The zones at a place
///
/// Every zone that covers or touches it, metres to the nearest edge and what lies beyond, and the
/// districts around it. 建築基準法上の用途の目安; near an edge the majority of the site decides (art. 91).
#[utoipa::path(
    get, path = "/api/v1/zones/at", tag = "zones", params(ZoneAtParameters),
    responses(
        (status = 200, description = "The zones, which may be none", body = ZoneAt<'static>),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn zones_at(
    State(server): State<Arc<Server>>,
    asked: Asked<ZoneAtParameters>,
) -> Result<Response, Problem> {
    let parameters = asked.query()?;
    let place = point(parameters)?;
    let around_m = parameters.number("around_m")?.unwrap_or(DEFAULT_AROUND_M);
    asked.answer(&server, JSON, |city| {
        json(&show::zone_at(&query::zone_at(city, place, Some(around_m)), place, around_m))
    })
}

/// One zone
#[utoipa::path(
    get, path = "/api/v1/zones/{id}", tag = "zones",
    params(("id" = String, Path, description = "The zone's id", example = "0c8x4n2k7zq")),
    responses(
        (status = 200, description = "The zone", body = ZoneBody<'static>),
        (status = 404, description = "No such zone", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn zone(
    State(server): State<Arc<Server>>,
    Named(id): Named,
    asked: Asked<NoParameters>,
) -> Result<Response, Problem> {
    asked.query()?;
    let unknown = || Problem::not_found("zone", &id);
    let id: ZoneId = id.parse().map_err(|_| unknown())?;
    asked.answer(&server, JSON, |city| {
        let entry = city.zone_layer().get(id).ok_or_else(unknown)?;
        json(&show::zone(city, entry).ok_or_else(unknown)?)
    })
}

/// Every edition of zoning
#[utoipa::path(
    get, path = "/api/v1/editions", tag = "zones",
    responses((status = 200, description = "The editions, the latest date first", body = EditionList<'static>)),
)]
pub(super) async fn editions(
    State(server): State<Arc<Server>>,
    asked: Asked<NoParameters>,
) -> Result<Response, Problem> {
    asked.query()?;
    asked.answer(&server, JSON, |city| json(&EditionList { items: show::editions(city) }))
}
