//! Asks the router as a client would, without a socket.

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use parking_lot::RwLock;
use std::sync::Arc;
use tower::ServiceExt;

use super::small_city;
use crate::city::City;
use crate::http::{Server, Settings, router};

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

pub(super) fn app() -> Router {
    let folder = std::env::temp_dir().join("machikado-no-photos");
    let city = Arc::new(RwLock::new(City::load(small_city::contents())));
    router(Arc::new(Server::new(city, Settings::offline(folder))))
}

pub(super) async fn ask(request: Request<Body>) -> Answer {
    ask_of(app(), request).await
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
