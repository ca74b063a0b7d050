//! One question: its parameters, read strictly, and its answer with an entity tag.
//!
//! An answer holds for the city's last change, so a client that asks again is told 304 without the
//! question being asked again.

use axum::body::Body;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::Response;
use serde::Serialize;
use std::convert::Infallible;
use std::marker::PhantomData;

use super::params::query_string::QueryString;
use super::params::tables::ParameterSet;
use crate::city::City;
use crate::http::negotiate;
use crate::http::problem::Problem;
use crate::http::server::Server;

/// JSON.
pub(in crate::http) const JSON: &str = "application/json";
/// GeoJSON.
pub(in crate::http) const GEOJSON: &str = "application/geo+json";

/// The one parameter of a path: an id or a name, of which nothing is known yet.
#[derive(Debug)]
pub(crate) struct Named(pub(crate) String);

impl<S: Send + Sync> FromRequestParts<S> for Named {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let text = Path::<String>::from_request_parts(parts, state).await;
        // What is not UTF-8 names nothing.
        text.map(|Path(text)| Self(text)).map_err(|_| Problem::no_such_path())
    }
}

/// A question with the parameters of its path.
#[derive(Debug)]
pub(in crate::http) struct Asked<P> {
    query: Result<QueryString, Problem>,
    headers: HeaderMap,
    uri: Uri,
    of: PhantomData<fn() -> P>,
}

impl<P: ParameterSet, S: Sync> FromRequestParts<S> for Asked<P> {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self {
            query: QueryString::read::<P>(parts.uri.query()),
            headers: parts.headers.clone(),
            uri: parts.uri.clone(),
            of: PhantomData,
        })
    }
}

impl<P: ParameterSet> Asked<P> {
    /// What is asked, as it was sent.
    pub(in crate::http) fn raw(&self) -> &str {
        self.uri.query().unwrap_or_default()
    }

    /// The headers it was asked with.
    pub(in crate::http) const fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The parameters, or what is wrong with them.
    pub(in crate::http) fn query(&self) -> Result<&QueryString, Problem> {
        self.query.as_ref().map_err(Clone::clone)
    }

    /// True if the client prefers GeoJSON.
    pub(super) fn prefers_geojson(&self) -> bool {
        negotiate::prefers_geojson(&self.headers)
    }

    /// The answer in a form, written from one reading of the city.
    pub(in crate::http) fn answer(
        &self,
        server: &Server,
        form: &'static str,
        write: impl FnOnce(&City) -> Result<Vec<u8>, Problem>,
    ) -> Result<Response, Problem> {
        self.answer_at("", server, form, write)
    }

    /// The same, where the answer also holds the address it was asked at.
    pub(in crate::http) fn answer_at(
        &self,
        base: &str,
        server: &Server,
        form: &'static str,
        write: impl FnOnce(&City) -> Result<Vec<u8>, Problem>,
    ) -> Result<Response, Problem> {
        let city = server.city();
        let etag = server.etag(city.seq(), &(&self.uri, base), form);
        let held = negotiate::holds(&self.headers, &etag);
        let body = if held { Vec::new() } else { write(&city)? };
        drop(city);
        let mut response = Response::new(Body::from(body));
        let told = response.headers_mut();
        told.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        told.insert(header::VARY, HeaderValue::from_static("Accept"));
        if let Ok(etag) = HeaderValue::from_str(&etag) {
            told.insert(header::ETAG, etag);
        }
        if held {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
        } else {
            told.insert(header::CONTENT_TYPE, HeaderValue::from_static(form));
        }
        Ok(response)
    }
}

/// A body as JSON text.
pub(in crate::http) fn json(body: &impl Serialize) -> Result<Vec<u8>, Problem> {
    let mut text = Vec::with_capacity(16 * 1024);
    match serde_json::to_writer(&mut text, body) {
        Ok(()) => Ok(text),
        Err(error) => Err(Problem::internal(None, &error)),
    }
}
