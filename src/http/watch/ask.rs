//! `POST /api/v1/watches`: somebody asks to be told; `/api/v1/features`: whether they can.
//!
//! The answer never depends on whether an address is known or was written to too often, so nobody
//! can learn from it who watches. No error repeats the address.

use axum::Json;
use axum::body::to_bytes;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::{Map, Value};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use utoipa::ToSchema;

use super::saved::saved_search;
use crate::domain::{Cadence, EmailAddress, Language};
use crate::http::api::params::value::word;
use crate::http::problem::Problem;
use crate::http::public_url;
use crate::http::server::Server;
use crate::query::{self, Search};

const LARGEST: usize = 32_768;
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

/// What is always answered.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct WatchAnswer {
    /// True: if the address can be written to, a mail with a link to confirm is on its way.
    accepted: bool,
}

/// Ask to be told
///
/// A mail with a link is sent; nothing else is until the link is followed, within 48 hours.
#[utoipa::path(
    post, path = "/api/v1/watches", tag = "watches", request_body = WatchRequest,
    responses(
        (status = 202, description = "Always the same, whether or not the address is known", body = WatchAnswer),
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
    if !is_from_here(&server, request.headers()) {
        return Err(Problem::foreign_origin());
    }
    if !server.limits.client(client(&request)) {
        return Err(Problem::too_many());
    }
    let fields = fields(request).await?;
    let (query, search) = saved_search(text(&fields, "query")?.unwrap_or_default(), server.book())?;
    // What names a place this city does not have is refused as a search for it is.
    query::search(&server.city(), &Search { limit: 1, ..search })?;
    let email = needed(&fields, "email")?;
    let email: EmailAddress = email
        .parse()
        .map_err(|_| Problem::misused_parameter("email", "`email` is not an address like name@example.jp"))?;
    let language = text(&fields, "language")?.unwrap_or(Language::Ja.slug());
    let language = word(Language::ALL, Language::slug, language)
        .map_err(|expected| Problem::bad_parameter("language", language, &expected))?;
    let cadence = needed(&fields, "cadence")?;
    let cadence = word(Cadence::ALL, Cadence::slug, cadence)
        .map_err(|expected| Problem::bad_parameter("cadence", cadence, &expected))?;
    // Whoever was written to often enough hears nothing more, and whoever asks does not learn it.
    if server.limits.address(&email.folded()) {
        let asked = desk.ask(query, email, language, cadence).await;
        asked.map_err(|error| Problem::internal(None, &error))?;
    }
    let store = [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    Ok((StatusCode::ACCEPTED, store, Json(WatchAnswer { accepted: true })).into_response())
}

/// What this server can do beside the map.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct Features {
    /// True if searches can be watched by mail.
    watches: bool,
    /// True if searches can be followed as Atom feeds.
    feeds: bool,
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
    Ok(Json(Features { watches: server.app.watches().is_some(), feeds: true }))
}

/// Browsers say which page sends; programs say nothing.
fn is_from_here(server: &Server, headers: &HeaderMap) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else { return true };
    let Ok(origin) = origin.to_str() else { return false };
    let configured = server.settings.public_url.as_ref();
    configured.is_some_and(|url| url.origin() == origin) || public_url::base(None, headers) == origin
}

/// Who asks. A proxy on this machine is believed when it says for whom.
fn client(request: &Request) -> Option<IpAddr> {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let forwarded = request.headers().get("x-forwarded-for").and_then(|value| value.to_str().ok());
    let last = forwarded.and_then(|list| list.rsplit(',').next()).and_then(|ip| ip.trim().parse().ok());
    if peer.is_none_or(|ip| ip.is_loopback()) { last.or(peer) } else { peer }
}

async fn fields(request: Request) -> Result<Map<String, Value>, Problem> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let kind = kind.and_then(|kind| kind.split(';').next()).map(str::trim);
    if !kind.is_some_and(|kind| kind.eq_ignore_ascii_case("application/json")) {
        return Err(Problem::not_json());
    }
    let body = to_bytes(request.into_body(), LARGEST).await.map_err(|_| Problem::too_large())?;
    let Ok(Value::Object(fields)) = serde_json::from_slice(&body) else { return Err(Problem::not_json()) };
    match fields.keys().find(|name| !FIELDS.contains(&name.as_str())) {
        Some(unknown) => Err(Problem::unknown_parameter(unknown, &FIELDS)),
        None => Ok(fields),
    }
}

fn text<'a>(fields: &'a Map<String, Value>, name: &'static str) -> Result<Option<&'a str>, Problem> {
    match fields.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(Problem::misused_parameter(name, format!("`{name}` is not a text"))),
    }
}

fn needed<'a>(fields: &'a Map<String, Value>, name: &'static str) -> Result<&'a str, Problem> {
    text(fields, name)?.ok_or_else(|| Problem::misused_parameter(name, format!("`{name}` is needed")))
}
