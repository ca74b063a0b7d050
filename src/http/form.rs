//! What people send in: JSON of known fields from a page of this server, read strictly.
//!
//! No error repeats an address.

use axum::Json;
use axum::body::to_bytes;
use axum::extract::{ConnectInfo, Request};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::{Map, Value};
use std::net::{IpAddr, SocketAddr};
use utoipa::ToSchema;

use super::api::params::value::word;
use super::problem::Problem;
use super::public_url;
use super::server::Server;
use crate::domain::{EmailAddress, Language};

const LARGEST: usize = 32_768;

/// What is answered to whoever sends something in.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct Accepted {
    /// True: it is taken, and if an address can be written to, a mail with a link to confirm is on its way.
    accepted: bool,
}

/// The answer to whatever was sent in; it never depends on whether an address is known.
pub(super) fn accepted() -> Response {
    let store = [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    (StatusCode::ACCEPTED, store, Json(Accepted { accepted: true })).into_response()
}

/// Fields that were sent in.
#[derive(Debug)]
pub(super) struct Form(Map<String, Value>);

impl Form {
    /// Reads a request with these fields, unless it comes from another site or too often.
    pub(super) async fn read(
        server: &Server,
        request: Request,
        known: &[&'static str],
    ) -> Result<Self, Problem> {
        if !is_from_here(server, request.headers()) {
            return Err(Problem::foreign_origin());
        }
        if !server.limits.client(client(&request)) {
            return Err(Problem::too_many());
        }
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let kind = kind.and_then(|kind| kind.split(';').next()).map(str::trim);
        if !kind.is_some_and(|kind| kind.eq_ignore_ascii_case("application/json")) {
            return Err(Problem::not_json());
        }
        let body = to_bytes(request.into_body(), LARGEST).await.map_err(|_| Problem::too_large())?;
        let Ok(Value::Object(fields)) = serde_json::from_slice(&body) else {
            return Err(Problem::not_json());
        };
        match fields.keys().find(|name| !known.contains(&name.as_str())) {
            Some(unknown) => Err(Problem::unknown_parameter(unknown, known)),
            None => Ok(Self(fields)),
        }
    }

    /// A text; `None` where it is missing or null.
    pub(super) fn text(&self, name: &'static str) -> Result<Option<&str>, Problem> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(Problem::misused_parameter(name, format!("`{name}` is not a text"))),
        }
    }

    /// A text that must be there.
    pub(super) fn needed(&self, name: &'static str) -> Result<&str, Problem> {
        self.text(name)?.ok_or_else(|| Problem::misused_parameter(name, format!("`{name}` is needed")))
    }

    /// What somebody wrote, without space around it; empty where it is missing. Line ends become `\n`, other
    /// control characters spaces.
    pub(super) fn words(&self, name: &'static str, most: usize) -> Result<String, Problem> {
        let text = self.text(name)?.unwrap_or_default().replace("\r\n", "\n").replace('\r', "\n");
        let text: String = text.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect();
        let text = text.trim();
        if text.chars().count() > most {
            let detail = format!("`{name}` may have at most {most} characters");
            return Err(Problem::misused_parameter(name, detail));
        }
        Ok(text.to_owned())
    }

    /// The same where it must not be empty.
    pub(super) fn needed_words(&self, name: &'static str, most: usize) -> Result<String, Problem> {
        let text = self.words(name, most)?;
        if text.is_empty() {
            return Err(Problem::misused_parameter(name, format!("`{name}` is needed")));
        }
        Ok(text)
    }

    /// A number; `None` where it is missing or null.
    pub(super) fn number(&self, name: &'static str) -> Result<Option<f64>, Problem> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Number(number)) => Ok(number.as_f64()),
            Some(_) => Err(Problem::misused_parameter(name, format!("`{name}` is not a number"))),
        }
    }

    /// An address, where one is given.
    pub(super) fn email(&self, name: &'static str) -> Result<Option<EmailAddress>, Problem> {
        let Some(text) = self.text(name)?.filter(|text| !text.trim().is_empty()) else { return Ok(None) };
        let wrong = || format!("`{name}` is not an address like name@example.jp");
        text.parse().map(Some).map_err(|_| Problem::misused_parameter(name, wrong()))
    }

    /// An address that must be there.
    pub(super) fn needed_email(&self, name: &'static str) -> Result<EmailAddress, Problem> {
        let missing = || Problem::misused_parameter(name, format!("`{name}` is needed"));
        self.email(name)?.ok_or_else(missing)
    }

    /// `ja`, `en` or `easy`; Japanese unless given.
    pub(super) fn language(&self, name: &'static str) -> Result<Language, Problem> {
        let text = self.text(name)?.unwrap_or(Language::Ja.slug());
        word(Language::ALL, Language::slug, text)
            .map_err(|expected| Problem::bad_parameter(name, text, &expected))
    }

    /// True if a field is filled that no person sees: it was a program, which need not know that it was
    /// found out.
    pub(super) fn is_trapped(&self, name: &'static str) -> bool {
        self.0.get(name).is_some_and(|value| !matches!(value.as_str(), Some("")) && !value.is_null())
    }
}

/// Browsers say which page sends; programs say nothing.
pub(super) fn is_from_here(server: &Server, headers: &HeaderMap) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else { return true };
    let Ok(origin) = origin.to_str() else { return false };
    let configured = server.settings.public_url.as_ref();
    configured.is_some_and(|url| url.origin() == origin) || public_url::base(None, headers) == origin
}

/// Who asks. A proxy on this machine is believed when it says for whom.
pub(super) fn client(request: &Request) -> Option<IpAddr> {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let forwarded = request.headers().get("x-forwarded-for").and_then(|value| value.to_str().ok());
    let last = forwarded.and_then(|list| list.rsplit(',').next()).and_then(|ip| ip.trim().parse().ok());
    if peer.is_none_or(|ip| ip.is_loopback()) { last.or(peer) } else { peer }
}
