//! Asks the router as a client would, without a socket.

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use std::sync::Arc;
use tokio::sync::OnceCell;
use tower::ServiceExt;

use super::small_city;
use crate::app::App;
use crate::http::{Settings, router};

/// An answer, read whole.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

impl Answer {
    pub(super) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// A header's value; several values joined by commas.
    pub(super) fn header(&self, name: &str) -> Option<String> {
        let values: Vec<&str> = self.headers.get_all(name).iter().map(|v| v.to_str().unwrap()).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }

    /// Status, content type and body, for snapshots.
    pub(super) fn shown(&self) -> String {
        let kind = self.header("content-type").unwrap_or_default();
        let body = serde_json::from_slice::<serde_json::Value>(&self.body).map_or_else(
            |_| format!("{} bytes", self.body.len()),
            |v| serde_json::to_string_pretty(&v).unwrap(),
        );
        format!("{} {kind}\n{body}", self.status.as_u16())
    }
}

/// The router over the small city. One city serves a whole run of tests; none of them changes it.
pub(super) async fn app() -> Router {
    static CITY: OnceCell<Arc<App>> = OnceCell::const_new();
    let city = CITY.get_or_init(|| async {
        // Kept until the process ends, as the city is.
        let folder = tempfile::tempdir().unwrap().keep();
        Arc::new(small_city::open(&folder).await)
    });
    router(Arc::clone(city.await), Settings::offline())
}

pub(super) async fn ask(request: Request<Body>) -> Answer {
    ask_of(app().await, request).await
}

pub(super) async fn ask_of(app: Router, request: Request<Body>) -> Answer {
    let response = app.oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    Answer { status: parts.status, headers: parts.headers, body: to_bytes(body, 1 << 24).await.unwrap() }
}

pub(super) async fn get(path: &str) -> Answer {
    ask(Request::get(path).body(Body::empty()).unwrap()).await
}

pub(super) async fn get_with(path: &str, headers: &[(&str, &str)]) -> Answer {
    let request = headers.iter().fold(Request::get(path), |r, (name, value)| r.header(*name, *value));
    ask(request.body(Body::empty()).unwrap()).await
}

pub(super) async fn send(method: Method, path: &str) -> Answer {
    ask(Request::builder().method(method).uri(path).body(Body::empty()).unwrap()).await
}

pub(super) fn id(bits: u64) -> String {
    crate::domain::ListingId::from_bits(bits).unwrap().to_string()
}
