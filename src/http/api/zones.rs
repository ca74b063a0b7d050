//! `/api/v1/zones` and `/api/v1/editions`: which use district, how near its edge, by whose edition.

use super::body::zone::{EditionList, ZoneAt, ZoneBody};
use super::params::tables::ZoneAtParameters;
use crate::http::problem::Problem;

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
pub(super) async fn zones_at() -> Problem {
    Problem::not_ready("zones are not wired yet")
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
pub(super) async fn zone() -> Problem {
    Problem::not_ready("zones are not wired yet")
}

/// Every edition of zoning
#[utoipa::path(
    get, path = "/api/v1/editions", tag = "zones",
    responses((status = 200, description = "The editions, the latest date first", body = EditionList<'static>)),
)]
pub(super) async fn editions() -> Problem {
    Problem::not_ready("zones are not wired yet")
}
