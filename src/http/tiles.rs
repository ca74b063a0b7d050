//! `/tiles`: vector tiles, their `TileJSON`, and the list of layers.
//!
//! `/tiles/zones,streets,listings/14/14549/6452.mvt?kind=shop`: several layers in one answer, listings
//! filtered as in a search. A tile that exists is always a 200, empty or not; a client that holds it
//! is told 304 until a change falls on it.

use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use axum::response::IntoResponse;
use serde::Serialize;
use std::sync::Arc;

use super::api::params::filter::listing_filter;
use super::api::params::query_string::QueryString;
use super::api::params::tables::{NoParameters, TileParameters};
use super::problem::Problem;
use super::server::Server;
use crate::tile::{Accepted, LayerName, LayerSet, TileAddress, TileAnswer, TileRequest, tilejson};

/// One tile of some layers.
pub(super) async fn tile(
    State(server): State<Arc<Server>>,
    Path((layers, z, x, file)): Path<(String, String, String, String)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response<Body>, Problem> {
    let request = TileRequest {
        layers: layer_set(&layers)?,
        tile: address(&z, &x, &file)?,
        filter: match query.as_deref() {
            None | Some("") => None,
            raw => Some(listing_filter(&QueryString::read::<TileParameters>(raw)?)?),
        },
    };
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let accepted = accepted.map_or(Accepted::IDENTITY, Accepted::parse);
    let answer = server.tiles().tile(|| server.city(), &request, accepted);
    Ok(answered(answer, &headers))
}

fn answered(answer: TileAnswer, headers: &HeaderMap) -> Response<Body> {
    let held = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let held = held.and_then(|tags| answer.held_by(tags));
    let etag = held.clone().unwrap_or_else(|| answer.etag());
    let coding = answer.coding.content_encoding();
    let mut response = Response::new(if held.is_some() { Body::empty() } else { Body::from(answer.bytes) });
    let told = response.headers_mut();
    told.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    told.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    if let Ok(etag) = HeaderValue::try_from(etag) {
        told.insert(header::ETAG, etag);
    }
    if held.is_some() {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return response;
    }
    told.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/vnd.mapbox-vector-tile"));
    if let Some(coding) = coding {
        told.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    response
}

fn layer_set(text: &str) -> Result<LayerSet, Problem> {
    text.parse().map_err(|error: crate::tile::LayerError| Problem::not_found_because(&error))
}

fn address(z: &str, x: &str, file: &str) -> Result<TileAddress, Problem> {
    let y = file
        .strip_suffix(".mvt")
        .ok_or_else(|| Problem::not_found_because(&"a tile's name ends in `.mvt`"))?;
    let number = |text: &str| {
        let plain = text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
        text.parse::<u32>().ok().filter(|_| plain)
    };
    let numbers = number(z).zip(number(x)).zip(number(y));
    let ((z, x), y) =
        numbers.ok_or_else(|| Problem::not_found_because(&"a tile is zoom/column/row.mvt, whole numbers"))?;
    TileAddress::new(z, x, y).map_err(|error| Problem::not_found_because(&error))
}

/// The `TileJSON` of some layers: `/tiles/zones,listings.json`.
pub(super) async fn description(
    State(server): State<Arc<Server>>,
    Path(file): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response<Body>, Problem> {
    let names = file.strip_suffix(".json").ok_or_else(Problem::no_such_path)?;
    let layers = layer_set(names)?;
    listing_filter(&QueryString::read::<TileParameters>(query.as_deref())?)?;
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
