//! `POST /api/v1/watches`: somebody asks to be told; `/api/v1/features`: whether they can.
//!
//! The answer never depends on whether an address is known or was written to too often, so nobody
//! can learn from it who watches. No error repeats the address.

use axum::Json;
use axum::extract::{Request, State};
use axum::response::Response;
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

use super::saved::saved_search;
use crate::domain::Cadence;
use crate::http::api::params::value::word;
use crate::http::form::{Accepted, Form, accepted};
use crate::http::problem::Problem;
use crate::http::server::Server;
use crate::query::{self, Search};

const FIELDS: [&str; 4] = ["query", "email", "language", "cadence"];

/// A search to be told about.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct WatchRequest {
    /// The query string of a search, as `/api/v1/listings` takes it. Order, page and form are left out.
    #[schema(example = "kind=shop&rent_max=300000")]
    query: String,
    /// Where to write to.
    #[schema(example = "founder@example.jp")]
    email: String,
    /// `ja`, `en` or `easy`; `ja` unless given.
    #[schema(example = "ja", pattern = "^(ja|en|easy)$")]
    language: Option<String>,
    /// `at_once` or `daily`.
    #[schema(example = "daily", pattern = "^(at_once|daily)$")]
    cadence: String,
}

/// Ask to be told
///
/// A mail with a link is sent; nothing else is until the link is followed, within 48 hours.
#[utoipa::path(
    post, path = "/api/v1/watches", tag = "watches", request_body = WatchRequest,
    responses(
        (status = 202, description = "Always the same, whether or not the address is known", body = Accepted),
        (status = 400, description = "A field cannot be read", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Sent from a page of another site", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "Not JSON", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Mail is not set up", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn ask(
    State(server): State<Arc<Server>>,
    request: Request,
) -> Result<Response, Problem> {
    let desk = server.app.watches().ok_or_else(Problem::mail_not_set_up)?;
    let form = Form::read(&server, request, &FIELDS).await?;
    let (query, search) = saved_search(form.text("query")?.unwrap_or_default(), server.book())?;
    // What names a place this city does not have is refused as a search for it is.
    query::search(&server.city(), &Search { limit: 1, ..search })?;
    let email = form.needed_email("email")?;
    let language = form.language("language")?;
    let cadence = form.needed("cadence")?;
    let cadence = word(Cadence::ALL, Cadence::slug, cadence)
        .map_err(|expected| Problem::bad_parameter("cadence", cadence, &expected))?;
    // Whoever was written to often enough hears nothing more, and whoever asks does not learn it.
    if server.limits.address(&email.folded()) {
        let asked = desk.ask(query, email, language, cadence).await;
        asked.map_err(|error| Problem::internal(None, &error))?;
    }
    Ok(accepted())
}

/// What this server can do beside the map.
#[derive(Debug, Serialize, ToSchema)]
#[allow(clippy::struct_excessive_bools, reason = "independent answers to independent questions")]
pub(in crate::http) struct Features {
    /// True if searches can be watched by mail.
    watches: bool,
    /// True if searches can be followed as Atom feeds.
    feeds: bool,
    /// True if owners can be asked, and the ward's desk advises.
    contact: bool,
    /// True if 「借りたい」 cards are taken.
    wanted: bool,
    /// True if people can sign in and offer premises.
    offers: bool,
}

/// What this server can do
#[utoipa::path(
    get, path = "/api/v1/features", tag = "city",
    responses((status = 200, description = "What is set up", body = Features)),
)]
pub(in crate::http) async fn features(
    State(server): State<Arc<Server>>,
    asked: crate::http::api::asked::Asked<crate::http::api::params::tables::NoParameters>,
) -> Result<Json<Features>, Problem> {
    asked.query()?;
    Ok(Json(Features {
        watches: server.app.watches().is_some(),
        feeds: true,
        contact: server.app.contact().is_some(),
        wanted: server.app.wanted().is_some(),
        offers: server.app.offers().is_some(),
    }))
}
