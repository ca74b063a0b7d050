//! Versions as entity tags, and what is said when something cannot be done to an offer.

use axum::Json;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::body::{FaultBody, OfferBody};
use crate::app::offer::{OfferError, OfferView, checks};
use crate::domain::{Account, Command, ListingId};
use crate::http::account::no_store;
use crate::http::api::asked::json;
use crate::http::problem::Problem;
use crate::http::server::Server;
use crate::workflow::Party;

/// A moment as RFC 3339.
pub(in crate::http) fn moment(at: OffsetDateTime) -> String {
    at.format(&Rfc3339).unwrap_or_default()
}

/// An offer with its version as entity tag.
pub(super) fn offer(server: &Server, who: &Account, view: &OfferView) -> Result<Response, Problem> {
    let city = server.city();
    let row = view.read.listing.as_ref().map(|listing| city.as_shown(listing));
    let shown = row.as_ref().map(crate::city::ListingRow::listing);
    let found = (view.party == Party::Moderator).then(|| checks(&city, server.book(), view));
    let preview = row.as_ref().zip(shown.as_ref());
    let preview = preview.map(|(row, shown)| crate::http::api::body::show::whole(&city, row, shown));
    let body = json(&OfferBody::of(who, view, preview, found))?;
    drop(city);
    let kind = HeaderValue::from_static("application/json");
    let mut response = no_store(([(header::CONTENT_TYPE, kind)], body).into_response());
    response.headers_mut().insert(header::ETAG, etag(view.offer.version));
    Ok(response)
}

/// A body of somebody's own.
pub(super) fn own(body: impl Serialize) -> Response {
    no_store(Json(body).into_response())
}

fn etag(version: u64) -> HeaderValue {
    HeaderValue::from_str(&format!("\"{version}\"")).expect("digits are ASCII")
}

/// The version that a writer has seen.
pub(super) fn seen_version(headers: &HeaderMap) -> Result<u64, Problem> {
    let seen = headers.get(header::IF_MATCH).ok_or_else(Problem::version_needed)?;
    let seen = seen.to_str().ok().and_then(|text| text.trim().trim_matches('"').parse().ok());
    seen.ok_or_else(Problem::version_needed)
}

/// The id in a path.
pub(super) fn id(text: &str) -> Result<ListingId, Problem> {
    text.parse().map_err(|_| Problem::not_found("offer", &text))
}

/// What is said when something cannot be done.
pub(in crate::http) fn failed(error: OfferError) -> Problem {
    match error {
        OfferError::App(error) if error.is_of_pictures() => Problem::photos_unreachable(&error),
        OfferError::App(error) => Problem::internal(None, &error),
        OfferError::NotFound => Problem::not_found_because(&"there is no such offer of yours"),
        OfferError::Stale(_) => Problem::changed_meanwhile(),
        OfferError::Refused(refused) => {
            let allowed = refused.allowed.iter().copied().map(Command::slug).collect();
            Problem::conflict(refused.to_string(), allowed)
        }
        OfferError::Incomplete(faults) => {
            let faults = faults.iter().map(FaultBody::from).collect();
            Problem::incomplete("fields are missing or cannot be read", faults)
        }
        error @ (OfferError::NotEditable
        | OfferError::SecondPerson
        | OfferError::TooMany(_)
        | OfferError::TooManyPictures) => Problem::conflict(error.to_string(), Vec::new()),
        OfferError::TooLong(too_long) => Problem::misused_parameter(too_long.0.slug(), too_long.to_string()),
        error @ OfferError::Reason => Problem::misused_parameter("reason", error.to_string()),
        error @ OfferError::Note => Problem::misused_parameter("note", error.to_string()),
        error @ OfferError::Consent => Problem::misused_parameter("consent", error.to_string()),
        OfferError::Picture(error) => Problem::not_a_picture(&error),
        error @ OfferError::NoSuchPicture(_) => Problem::misused_parameter("photos", error.to_string()),
    }
}
