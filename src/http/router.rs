//! Which path is answered by what, and the bounds around every answer.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;
use std::sync::{Arc, OnceLock};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::cors::{Any, CorsLayer};

use super::problem::Problem;
use super::server::Server;
use super::settings::Settings;
use super::{account, api, contact, observe, offer, photos, tiles, wanted, watch};
use crate::app::App;
use crate::domain::{ListingId, StreetId};

/// Paths that are no pages: what is not found there is a problem, never the web application.
const NOT_PAGES: [&str; 11] = [
    "/account", "/api", "/feeds", "/tiles", "/photos", "/watch", "/relay", "/card", "/vacant", "/healthz",
    "/readyz",
];

/// Everything the server answers.
pub fn router(app: Arc<App>, settings: Settings) -> Router {
    let server = Arc::new(Server::new(app, settings));
    let (api, _) = api::routes().split_for_parts();
    let api = api.route("/api/openapi.json", get(openapi)).layer(compression());
    let open = Router::new()
        .merge(api)
        .route("/photos/{name}", get(photos::photo))
        .route("/tiles", get(tiles::layers))
        .route("/tiles/{file}", get(tiles::description))
        .layer(reading_from_anywhere());
    let observed = Router::new()
        .merge(open)
        .merge(watch::pages())
        .merge(contact::pages())
        .merge(wanted::pages())
        .merge(account::pages())
        .merge(offer::pages())
        .route("/healthz", get(|| async { "alive\n" }))
        .route("/readyz", get(ready))
        .fallback(page)
        .method_not_allowed_fallback(method_not_allowed)
        .layer(axum::middleware::from_fn(observe::observe));
    // A tile that is ready takes microseconds, so nothing stands between it and the client.
    let tiles = Router::new()
        .route("/tiles/{layers}/{z}/{x}/{file}", get(tiles::tile).options(tiles::preflight))
        .method_not_allowed_fallback(method_not_allowed);
    tiles.merge(observed).with_state(server)
}

async fn method_not_allowed() -> Problem {
    Problem::method_not_allowed()
}

/// JSON is compressed as it is written; tiles and files are kept compressed.
fn compression() -> CompressionLayer {
    CompressionLayer::new().gzip(true).br(true).quality(CompressionLevel::Fastest)
}

fn reading_from_anywhere() -> CorsLayer {
    let asked = [header::ACCEPT, header::IF_NONE_MATCH, HeaderName::from_static("last-event-id")];
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::HEAD])
        .allow_headers(asked)
        .expose_headers([header::ETAG, HeaderName::from_static("x-request-id")])
        // What is allowed does not depend on who asks.
        .vary([])
}

async fn openapi() -> impl IntoResponse {
    static DOCUMENT: OnceLock<String> = OnceLock::new();
    let document = DOCUMENT.get_or_init(api::openapi_json);
    let kind = HeaderValue::from_static("application/json");
    ([(header::CONTENT_TYPE, kind)], document.as_str())
}

/// 200 while the city shows what the store holds, else 503.
async fn ready(State(server): State<Arc<Server>>) -> Response<Body> {
    let readiness = server.app.readiness();
    if readiness.is_ready() {
        Json(json!({ "status": "ready", "seq": readiness.shown.0 })).into_response()
    } else {
        Problem::not_ready("the store cannot be followed; the city shows what it last read").into_response()
    }
}

async fn page(State(server): State<Arc<Server>>, request: Request) -> Response<Body> {
    let path = request.uri().path();
    let below =
        |prefix: &str| path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    if NOT_PAGES.iter().any(|prefix| below(prefix)) {
        return Problem::no_such_path().into_response();
    }
    match *request.method() {
        Method::GET | Method::HEAD => {
            server.bundle.answer(path, request.headers(), page_status(&server, path))
        }
        _ => ([(header::ALLOW, "GET,HEAD")], Problem::method_not_allowed()).into_response(),
    }
}

/// Whether what a page is about is there: its status is that of the API's answer.
fn page_status(server: &Server, path: &str) -> StatusCode {
    let listing = path.strip_prefix("/listing/").and_then(|id| id.parse::<ListingId>().ok());
    let street = path.strip_prefix("/street/").and_then(|id| id.parse::<StreetId>().ok());
    let city = server.city();
    match (listing, street) {
        (Some(id), _) if city.has_ended(id) => StatusCode::GONE,
        (Some(id), _) if city.listings().get(id).is_none() => StatusCode::NOT_FOUND,
        (_, Some(id)) if city.streets().get(id).is_none() => StatusCode::NOT_FOUND,
        _ => StatusCode::OK,
    }
}
