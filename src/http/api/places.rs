//! `/api/v1/streets`, `/stations`, `/towns` and `/place`: the city around the listings.

use super::body::place::PlaceAt;
use super::body::street::{StationList, StreetBody, StreetList, TownList};
use super::params::tables::{NamedParameters, PlaceAtParameters};
use crate::http::problem::Problem;

/// Shopping streets
#[utoipa::path(
    get, path = "/api/v1/streets", tag = "places", params(NamedParameters),
    responses(
        (status = 200, description = "The streets, by name", body = StreetList<'static>),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn streets() -> Problem {
    Problem::not_ready("streets are not wired yet")
}

/// One shopping street
///
/// With its listings by kind and its vacancy rate.
#[utoipa::path(
    get, path = "/api/v1/streets/{id}", tag = "places",
    params(("id" = String, Path, description = "The street's id", example = "0c8x4n2k7zq")),
    responses(
        (status = 200, description = "The street", body = StreetBody<'static>),
        (status = 404, description = "No such street", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn street() -> Problem {
    Problem::not_ready("streets are not wired yet")
}

/// Stations
#[utoipa::path(
    get, path = "/api/v1/stations", tag = "places", params(NamedParameters),
    responses(
        (status = 200, description = "The stations, by name", body = StationList<'static>),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn stations() -> Problem {
    Problem::not_ready("stations are not wired yet")
}

/// Towns
#[utoipa::path(
    get, path = "/api/v1/towns", tag = "places", params(NamedParameters),
    responses(
        (status = 200, description = "The towns, by name", body = TownList<'static>),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn towns() -> Problem {
    Problem::not_ready("towns are not wired yet")
}

/// What is at a place
///
/// Its zones, the nearest shopping street and station, its town and municipality.
#[utoipa::path(
    get, path = "/api/v1/place", tag = "places", params(PlaceAtParameters),
    responses(
        (status = 200, description = "What is there", body = PlaceAt<'static>),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn place_at() -> Problem {
    Problem::not_ready("places are not wired yet")
}
