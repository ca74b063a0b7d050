//! `/tiles`: vector tiles, their `TileJSON`, and the list of layers.
//!
//! `/tiles/zones,streets,listings/14/14549/6452.mvt?kind=shop`: several layers in one answer, listings
//! by area and filter as in a search. A tile that exists is always a 200, empty or not; a client that holds it
//! is told 304 until a change falls on it. Tiles stand outside [`super::observe`]: the work is done
//! before anything is awaited, and a panic is caught here.

use axum::body::Body;
use axum::extract::{RawQuery, Request, State};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use axum::response::IntoResponse;
use serde::Serialize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use super::api::asked::Named;
use super::api::params::filter::listing_filter;
use super::api::params::query_string::QueryString;
use super::api::params::search::area;
use super::api::params::tables::{NoParameters, TileParameters};
use super::observe::LONGEST_URI;
use super::problem::Problem;
use super::server::Server;
use crate::tile::{
    Accepted, LayerError, LayerName, LayerSet, ShownListings, TileAddress, TileAnswer, TileRequest, tilejson,
};

/// One tile of some layers.
pub(super) async fn tile(State(server): State<Arc<Server>>, request: Request) -> Response<Body> {
    let answer = catch_unwind(AssertUnwindSafe(|| tile_or_problem(&server, &request)));
    let mut response = match answer {
        Ok(Ok(response)) => response,
        Ok(Err(problem)) => problem.into_response(),
        Err(_) => Problem::internal(None, &format!("a tile panicked: {}", request.uri())).into_response(),
    };
    let told = response.headers_mut();
    told.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    told.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("etag"));
    told.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// What a browser asks before it reads a tile from another site with headers of its own.
pub(super) async fn preflight() -> Response<Body> {
    let told = [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
        (header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET,HEAD")),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static("accept,if-none-match")),
        (header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("86400")),
    ];
    (StatusCode::NO_CONTENT, told).into_response()
}

fn tile_or_problem(server: &Server, request: &Request) -> Result<Response<Body>, Problem> {
    let (layers, tile) = layers_and_tile(request.uri().path())?;
    let shown = match request.uri().query() {
        None | Some("") => None,
        Some(raw) if raw.len() > LONGEST_URI => return Err(Problem::uri_too_long(LONGEST_URI)),
        raw => Some(shown_listings(&QueryString::read::<TileParameters>(raw)?, server)?),
    };
    let headers = request.headers();
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let accepted = accepted.map_or(Accepted::IDENTITY, Accepted::parse);
    let request = TileRequest { layers, tile, shown };
    let answer = server.tiles().tile(|| server.city(), &request, accepted);
    Ok(answered(answer, headers.get(header::IF_NONE_MATCH)))
}

fn shown_listings(query: &QueryString, server: &Server) -> Result<ShownListings, Problem> {
    Ok(ShownListings { area: area(query)?, filter: listing_filter(query, server.book())? })
}

fn answered(answer: TileAnswer, if_none_match: Option<&HeaderValue>) -> Response<Body> {
    let held = if_none_match.and_then(|tags| answer.held_by(tags.to_str().ok()?));
    let fresh = held.is_none();
    let mut told = HeaderMap::with_capacity(16);
    told.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    told.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(etag) = HeaderValue::try_from(held.unwrap_or_else(|| answer.etag())) {
        told.insert(header::ETAG, etag);
    }
    if fresh {
        told.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/vnd.mapbox-vector-tile"));
        if let Some(coding) = answer.coding.content_encoding() {
            told.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
        }
    }
    let mut response = Response::new(if fresh { Body::from(answer.bytes) } else { Body::empty() });
    *response.headers_mut() = told;
    *response.status_mut() = if fresh { StatusCode::OK } else { StatusCode::NOT_MODIFIED };
    response
}

fn layer_set(text: &str) -> Result<LayerSet, Problem> {
    // Some clients write a comma as `%2C`; no layer's name has any other escape.
    let commas = || text.replace("%2C", ",").replace("%2c", ",");
    let read = if text.contains('%') { commas().parse() } else { text.parse() };
    read.map_err(|error: LayerError| Problem::not_found_because(&error))
}

/// `/tiles/zones,listings/14/14546/6453.mvt`
fn layers_and_tile(path: &str) -> Result<(LayerSet, TileAddress), Problem> {
    let shape =
        || Problem::not_found_because(&"a tile is /tiles/layers/zoom/column/row.mvt, in whole numbers");
    let rest = path.strip_prefix("/tiles/").ok_or_else(shape)?;
    let mut parts = rest.splitn(4, '/');
    let mut part = || parts.next().ok_or_else(shape);
    let (layers, z, x, file) = (part()?, part()?, part()?, part()?);
    let y = file.strip_suffix(".mvt").ok_or_else(shape)?;
    let number = |text: &str| {
        let plain = text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
        text.parse::<u32>().ok().filter(|_| plain).ok_or_else(shape)
    };
    let tile = TileAddress::new(number(z)?, number(x)?, number(y)?);
    Ok((layer_set(layers)?, tile.map_err(|error| Problem::not_found_because(&error))?))
}

/// The `TileJSON` of some layers: `/tiles/zones,listings.json`.
pub(super) async fn description(
    State(server): State<Arc<Server>>,
    Named(file): Named,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response<Body>, Problem> {
    let names = file.strip_suffix(".json").ok_or_else(Problem::no_such_path)?;
    let layers = layer_set(names)?;
    shown_listings(&QueryString::read::<TileParameters>(query.as_deref())?, &server)?;
    let filter = query.filter(|q| !q.is_empty()).map_or_else(String::new, |q| format!("?{q}"));
    let template = format!("{}/tiles/{layers}/{{z}}/{{x}}/{{y}}.mvt{filter}", origin(&headers));
    let document = tilejson(&server.city(), layers, template);
    json(&document)
}

/// Where a client reached this server: `https://host`, or nothing, so that paths are relative.
fn origin(headers: &HeaderMap) -> String {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let plain = |host: &&str| {
        let allowed = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':' | b'[' | b']');
        !host.is_empty() && host.len() <= 255 && host.bytes().all(allowed)
    };
    let scheme = if text("x-forwarded-proto") == Some("https") { "https" } else { "http" };
    text("host").filter(plain).map_or_else(String::new, |host| format!("{scheme}://{host}"))
}

#[derive(Serialize)]
struct Layers {
    layers: Vec<LayerLine>,
}

#[derive(Serialize)]
struct LayerLine {
    name: &'static str,
    description: &'static str,
    min_zoom: u8,
    max_zoom: u8,
    tilejson: String,
}

/// The layers there are.
pub(super) async fn layers(RawQuery(query): RawQuery, headers: HeaderMap) -> Result<Response<Body>, Problem> {
    QueryString::read::<NoParameters>(query.as_deref())?;
    let line = |layer: LayerName| {
        let schema = layer.schema();
        LayerLine {
            name: layer.slug(),
            description: &schema.description,
            min_zoom: schema.min_zoom,
            max_zoom: schema.max_zoom,
            tilejson: format!("{}/tiles/{layer}.json", origin(&headers)),
        }
    };
    json(&Layers { layers: LayerName::ALL.into_iter().map(line).collect() })
}

fn json(document: &impl Serialize) -> Result<Response<Body>, Problem> {
    let text = serde_json::to_vec(document).map_err(|error| Problem::internal(None, &error))?;
    let kind = HeaderValue::from_static("application/json");
    let caching = HeaderValue::from_static("no-cache");
    Ok(([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, caching)], text).into_response())
}
