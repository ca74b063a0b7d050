//! `/api/v1/streets`, `/stations`, `/towns` and `/place`: the city around the listings.

use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;

use super::asked::{Asked, JSON, Named, json};
use super::body::place::PlaceAt;
use super::body::show;
use super::body::street::{StationList, StreetBody, StreetList, TownList};
use super::params::named::NamedThings;
use super::params::tables::{NamedParameters, NoParameters, PlaceAtParameters};
use super::params::value::point;
use crate::domain::StreetId;
use crate::http::problem::Problem;
use crate::http::server::Server;
use crate::query;

/// Shopping streets
#[utoipa::path(
    get, path = "/api/v1/streets", tag = "places", params(NamedParameters),
    responses(
        (status = 200, description = "The streets, by reading or name", body = StreetList<'static>),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn streets(
    State(server): State<Arc<Server>>,
    asked: Asked<NamedParameters>,
) -> Result<Response, Problem> {
    let named = NamedThings::read(asked.query()?)?;
    asked.answer(&server, JSON, |city| {
        let (total, streets) = named.page(city.streets(), |street| {
            vec![street.kana.as_deref().unwrap_or(&street.name), &street.name]
        });
        let items = streets.into_iter().filter_map(|street| show::street_summary(city, street)).collect();
        json(&StreetList { total, items })
    })
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
pub(super) async fn street(
    State(server): State<Arc<Server>>,
    Named(id): Named,
    asked: Asked<NoParameters>,
) -> Result<Response, Problem> {
    asked.query()?;
    let unknown = || Problem::not_found("street", &id);
    let id: StreetId = id.parse().map_err(|_| unknown())?;
    asked.answer(&server, JSON, |city| {
        let summary = query::street_summary(city, id).ok_or_else(unknown)?;
        json(&show::street(&summary).ok_or_else(unknown)?)
    })
}

/// Stations
#[utoipa::path(
    get, path = "/api/v1/stations", tag = "places", params(NamedParameters),
    responses(
        (status = 200, description = "The stations, by reading or name", body = StationList<'static>),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn stations(
    State(server): State<Arc<Server>>,
    asked: Asked<NamedParameters>,
) -> Result<Response, Problem> {
    let named = NamedThings::read(asked.query()?)?;
    asked.answer(&server, JSON, |city| {
        let (total, stations) = named.page(city.stations(), |station| {
            vec![station.kana.as_deref().unwrap_or(&station.name), &station.name]
        });
        json(&StationList { total, items: stations.into_iter().map(show::station).collect() })
    })
}

/// Towns
#[utoipa::path(
    get, path = "/api/v1/towns", tag = "places", params(NamedParameters),
    responses(
        (status = 200, description = "The towns, by name", body = TownList<'static>),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn towns(
    State(server): State<Arc<Server>>,
    asked: Asked<NamedParameters>,
) -> Result<Response, Problem> {
    let named = NamedThings::read(asked.query()?)?;
    asked.answer(&server, JSON, |city| {
        let (total, towns) = named.towns(city.towns());
        json(&TownList { total, items: towns.into_iter().map(show::town).collect() })
    })
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
pub(super) async fn place_at(
    State(server): State<Arc<Server>>,
    asked: Asked<PlaceAtParameters>,
) -> Result<Response, Problem> {
    let place = point(asked.query()?)?;
    asked.answer(&server, JSON, |city| json(&show::place_at(&query::place_at(city, place), place)))
}
