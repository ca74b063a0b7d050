//! What a client is told when a request cannot be answered: `application/problem+json` (RFC 9457).
//!
//! A problem states facts about the request. It never carries a cause from inside: a 500 says
//! "internal error" and the request's id, and the cause is logged once, here.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::fmt::Display;
use utoipa::ToSchema;

use super::offer::FaultBody;

/// Why a request was not answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Problem {
    /// The sort of problem, stable: `urn:machikado:bad-parameter`.
    #[serde(rename = "type")]
    #[schema(example = "urn:machikado:bad-parameter")]
    kind: &'static str,
    /// The sort of problem, for people.
    #[schema(example = "A parameter cannot be read")]
    title: &'static str,
    /// The HTTP status.
    #[schema(example = 400)]
    status: u16,
    /// What is wrong with this request.
    #[schema(example = "`rent_max` is `cheap`; expected whole yen from 0 to 100000000000")]
    #[schema(value_type = String)]
    detail: Box<str>,
    /// The parameter at fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "rent_max")]
    #[schema(value_type = Option<String>)]
    parameter: Option<Box<str>>,
    /// What is possible instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = json!(["submit"]))]
    #[schema(value_type = Option<Vec<String>>)]
    allowed: Option<Box<[&'static str]>>,
    /// The fields at fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Vec<FaultBody>>)]
    fields: Option<Box<[FaultBody]>>,
    /// The id of the request, to be quoted when reporting an internal error.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    request: Option<Box<str>>,
}

impl Problem {
    fn new(status: StatusCode, kind: &'static str, title: &'static str, detail: impl Into<String>) -> Self {
        Self {
            kind,
            title,
            status: status.as_u16(),
            detail: detail.into().into_boxed_str(),
            parameter: None,
            allowed: None,
            fields: None,
            request: None,
        }
    }

    /// 400: a parameter that this path does not have.
    pub fn unknown_parameter(name: &str, known: &[&str]) -> Self {
        let name = shortened(name);
        let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
        let detail = format!("`{name}` is not a parameter of this path; it has: {known}");
        Self::new(StatusCode::BAD_REQUEST, "urn:machikado:unknown-parameter", "Unknown parameter", detail)
            .about(name)
    }

    /// 400: a parameter with a value that cannot be read.
    pub fn bad_parameter(name: &str, read: &str, expected: &dyn Display) -> Self {
        let detail = format!("`{name}` is `{}`; expected {expected}", shortened(read));
        Self::new(
            StatusCode::BAD_REQUEST,
            "urn:machikado:bad-parameter",
            "A parameter cannot be read",
            detail,
        )
        .about(name)
    }

    /// 400: a parameter that is missing, given twice, or does not fit the others.
    pub fn misused_parameter(name: &str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "urn:machikado:bad-parameter", "A parameter does not fit", detail)
            .about(name)
    }

    /// 400: the query string as a whole cannot be read.
    pub fn bad_query(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "urn:machikado:bad-query", "The query cannot be read", detail)
    }

    /// 404: no such thing.
    pub fn not_found(what: &str, id: &dyn Display) -> Self {
        let detail = format!("there is no {what} `{}`", shortened(&id.to_string()));
        Self::new(StatusCode::NOT_FOUND, "urn:machikado:not-found", "Not found", detail)
    }

    /// 404: nothing there, and why.
    pub fn not_found_because(why: &dyn Display) -> Self {
        Self::new(StatusCode::NOT_FOUND, "urn:machikado:not-found", "Not found", why.to_string())
    }

    /// 404: no such path.
    pub fn no_such_path() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "urn:machikado:not-found",
            "Not found",
            "there is nothing at this path",
        )
    }

    /// 405: the path exists, but not for this method.
    pub fn method_not_allowed() -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "urn:machikado:method-not-allowed",
            "Method not allowed",
            "this path answers GET and HEAD",
        )
    }

    /// 410: the listing was public and has been let, withdrawn or has expired.
    pub fn gone(what: &str, id: &dyn Display) -> Self {
        let detail = format!("the {what} `{}` is no longer on offer", shortened(&id.to_string()));
        Self::new(StatusCode::GONE, "urn:machikado:gone", "No longer on offer", detail)
    }

    /// 406: none of the forms the client accepts.
    pub fn not_acceptable(offered: &str) -> Self {
        let detail = format!("this path answers with {offered}");
        Self::new(StatusCode::NOT_ACCEPTABLE, "urn:machikado:not-acceptable", "Not acceptable", detail)
    }

    /// 413: a body where none or a smaller one is read.
    pub fn too_large() -> Self {
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "urn:machikado:too-large",
            "Body too large",
            "the request's body is larger than this path reads",
        )
    }

    /// 414: a longer address than is read.
    pub fn uri_too_long(longest: usize) -> Self {
        let detail = format!("an address may have at most {longest} characters");
        Self::new(StatusCode::URI_TOO_LONG, "urn:machikado:uri-too-long", "Address too long", detail)
    }

    /// 503: not ready to answer yet.
    pub fn not_ready(detail: &'static str) -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "urn:machikado:not-ready", "Not ready", detail)
    }

    /// 503: pictures are kept where this server does not reach them now. The cause is logged and never sent.
    pub fn photos_unreachable(cause: &(dyn std::error::Error + 'static)) -> Self {
        tracing::error!(error = cause, "pictures cannot be reached");
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "urn:machikado:photos-unreachable",
            "Pictures cannot be reached",
            "the store of pictures does not answer; try again in a while",
        )
    }

    /// 503: mail is not set up, so nobody can be told by mail.
    pub fn mail_not_set_up() -> Self {
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "urn:machikado:mail-not-set-up",
            "Mail is not set up",
            "this server sends no mail; /feeds/listings.atom tells the same without",
        )
    }

    /// 403: sent from a page of another site.
    pub fn foreign_origin() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "urn:machikado:foreign-origin",
            "Sent from another site",
            "this path is only for pages of this server and for programs",
        )
    }

    /// 401: nobody is signed in.
    pub fn not_signed_in() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "urn:machikado:not-signed-in",
            "Not signed in",
            "sign in first: POST /api/v1/account/sign-in sends a link",
        )
    }

    /// 403: signed in by a link, but the second factor is still to be shown.
    pub fn passkey_needed() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "urn:machikado:passkey-needed",
            "A passkey is needed",
            "this account shows a passkey beside the link; /offer asks for it",
        )
    }

    /// 403: a program asks for what only its owner may do in a browser.
    pub fn browser_needed() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "urn:machikado:browser-needed",
            "Only in a browser",
            "a personal token cannot do this; sign in in a browser",
        )
    }

    /// 400: a JSON body whose fields do not fit.
    pub fn bad_body(error: &serde_json::Error) -> Self {
        let detail = format!("the body does not fit: {error}");
        Self::new(StatusCode::BAD_REQUEST, "urn:machikado:bad-body", "The body does not fit", detail)
    }

    /// 409: not possible as something stands; what is.
    pub fn conflict(detail: impl Into<String>, allowed: Vec<&'static str>) -> Self {
        Self {
            allowed: Some(allowed.into()),
            ..Self::new(StatusCode::CONFLICT, "urn:machikado:not-now", "Not possible now", detail)
        }
    }

    /// 412: somebody wrote since.
    pub fn changed_meanwhile() -> Self {
        Self::new(
            StatusCode::PRECONDITION_FAILED,
            "urn:machikado:changed",
            "Changed meanwhile",
            "somebody changed it since it was read; read it again",
        )
    }

    /// 428: which version was seen must be said.
    pub fn version_needed() -> Self {
        Self::new(
            StatusCode::PRECONDITION_REQUIRED,
            "urn:machikado:version-needed",
            "Version needed",
            "`If-Match` must hold the entity tag that was read",
        )
    }

    /// 422: fields are missing or cannot be read.
    pub(super) fn incomplete(detail: &'static str, fields: Vec<FaultBody>) -> Self {
        Self {
            fields: Some(fields.into()),
            ..Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "urn:machikado:incomplete",
                "Fields are missing or cannot be read",
                detail,
            )
        }
    }

    /// 422: a file that is no list of offers.
    pub fn not_a_list(why: &dyn Display) -> Self {
        Self::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "urn:machikado:not-a-list",
            "Not a list of offers",
            why.to_string(),
        )
    }

    /// 422: a file that is no picture that can be shown.
    pub fn not_a_picture(why: &dyn Display) -> Self {
        Self::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "urn:machikado:not-a-picture",
            "Not a picture that can be shown",
            why.to_string(),
        )
    }

    /// 415: a body that is not JSON.
    pub fn not_json() -> Self {
        Self::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "urn:machikado:not-json",
            "Not JSON",
            "this path reads a JSON object of type application/json",
        )
    }

    /// 429: too many requests from one place.
    pub fn too_many() -> Self {
        Self::new(
            StatusCode::TOO_MANY_REQUESTS,
            "urn:machikado:too-many",
            "Too many requests",
            "there were many such requests from your address; try again in an hour",
        )
    }

    /// 504: the answer took too long.
    pub fn timed_out() -> Self {
        Self::new(
            StatusCode::GATEWAY_TIMEOUT,
            "urn:machikado:timed-out",
            "Timed out",
            "the answer took too long; ask for less",
        )
    }

    /// 500: a defect of ours. The cause is logged with the request's id and never sent.
    pub fn internal(request: Option<String>, cause: &dyn Display) -> Self {
        tracing::error!(request = request.as_deref(), %cause, "internal error");
        Self {
            request: request.map(Into::into),
            ..Self::new(
                StatusCode::INTERNAL_SERVER_ERROR,
                "urn:machikado:internal",
                "Internal error",
                "internal error",
            )
        }
    }

    fn about(self, parameter: impl Into<Box<str>>) -> Self {
        Self { parameter: Some(parameter.into()), ..self }
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.status).expect("every problem is made from a status")
    }

    /// The parameter at fault.
    pub fn parameter(&self) -> Option<&str> {
        self.parameter.as_deref()
    }
}

/// At most 60 characters of what a client sent, without control characters.
fn shortened(text: &str) -> String {
    let mut shown: String = text.chars().filter(|c| !c.is_control()).take(60).collect();
    if text.chars().count() > 60 {
        shown.push('…');
    }
    shown
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let kind = HeaderValue::from_static("application/problem+json");
        let store = HeaderValue::from_static("no-store");
        let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, store)];
        (self.status(), headers, Json(self)).into_response()
    }
}
