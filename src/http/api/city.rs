//! `/api/v1/city`: what this server holds.

use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;

use super::asked::{Asked, JSON, json};
use super::body::city::CityBody;
use super::body::show;
use super::params::tables::NoParameters;
use crate::http::problem::Problem;
use crate::http::server::Server;

/// The city as a whole
#[utoipa::path(
    get, path = "/api/v1/city", tag = "city",
    responses((status = 200, description = "The city", body = CityBody<'static>)),
)]
pub(super) async fn city(
    State(server): State<Arc<Server>>,
    asked: Asked<NoParameters>,
) -> Result<Response, Problem> {
    asked.query()?;
    asked.answer(&server, JSON, |city| json(&show::city(city, &server.settings)))
}
