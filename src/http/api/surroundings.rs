//! `/api/v1/surroundings`: what lies within a walk of a place or a listing.

use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;

use super::asked::{Asked, JSON, json};
use super::body::show;
use super::body::surroundings::SurroundingsBody;
use super::params::law::law_filter;
use super::params::site::{Whereabouts, listing, whereabouts};
use super::params::tables::SurroundingsParameters;
use super::walks::DEFAULT_MINUTES;
use crate::http::problem::Problem;
use crate::http::server::Server;
use crate::query::{self, WithinWalk};

/// What lies within a walk
///
/// Residents, other premises on offer and shopping streets within so many minutes on foot of a place or of a
/// listing's public place. With `use`, the other premises by whether the same business could open there
/// (建築基準法上の用途の目安). Shops that run are not known here.
#[utoipa::path(
    get, path = "/api/v1/surroundings", tag = "places", params(SurroundingsParameters),
    responses(
        (status = 200, description = "What lies within the walk", body = SurroundingsBody<'static>),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn surroundings(
    State(server): State<Arc<Server>>,
    asked: Asked<SurroundingsParameters>,
) -> Result<Response, Problem> {
    let parameters = asked.query()?;
    let minutes = parameters.integer("minutes")?.unwrap_or(DEFAULT_MINUTES) as u32;
    // What is wrong is named before what is missing.
    let law = law_filter(parameters, server.book())?;
    let start = whereabouts(parameters)?;
    asked.answer(&server, JSON, |city| {
        let (place, of) = match start {
            Whereabouts::Place(place) => (place, None),
            Whereabouts::Listing(id) => (listing(city, id)?.place(), Some(id)),
            Whereabouts::Zone(_) => {
                return Err(Problem::misused_parameter("zone", "a walk begins at a place or a listing"));
            }
        };
        let walk = WithinWalk::of_place(city, place, minutes);
        let found = query::surroundings(city, &walk, of, law.as_ref());
        json(&show::surroundings(city, &walk, minutes, &found))
    })
}
