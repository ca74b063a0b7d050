//! Around every request: an id, one line in the log, a 500 with that id in place of a panic, and
//! bounds on what is read and how long an answer may take.
//!
//! `RUST_LOG=machikado::access=debug` shows every line; otherwise only what failed or was slow.
//! Queries are not logged: what people search for is their own affair. Tiles have no such lines; see
//! [`super::tiles`].

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures::FutureExt;
use std::panic::AssertUnwindSafe;
use std::time::{Duration, Instant};

use super::policy;
use super::problem::Problem;

/// The longest address read, in bytes: a polygon of 500 corners fits, percent-encoded.
pub(super) const LONGEST_URI: usize = 32_768;
/// The largest body read, in bytes, unless it is a file; forms stay well below.
const LARGEST_BODY: u64 = 65_536;
/// The largest file read, in bytes; a phone may take this long to send it.
const LARGEST_FILE: u64 = crate::app::offer::LARGEST_FILE as u64;
const LONGEST_SENDING: Duration = Duration::from_mins(2);
/// The longest an answer may take to begin.
const LONGEST_ANSWER: Duration = Duration::from_secs(10);

/// Answers that took longer are always logged.
const SLOW: Duration = Duration::from_millis(500);

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Answers a request within bounds and logs it.
pub(super) async fn observe(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let id = format!("{:016x}", rand::random::<u64>());
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    let mut response = match refusal(&request) {
        Some(problem) => problem.into_response(),
        None => guarded(request, next, &id).await,
    };
    policy::tell_browsers(response.headers_mut());
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    log(&method, without_secrets(&path), response.status(), started.elapsed(), &id);
    response
}

fn refusal(request: &Request) -> Option<Problem> {
    let uri = request.uri();
    let length = uri.path().len() + uri.query().map_or(0, |q| q.len() + 1);
    if length > LONGEST_URI {
        return Some(Problem::uri_too_long(LONGEST_URI));
    }
    let body = request.headers().get(header::CONTENT_LENGTH)?.to_str().ok()?.parse::<u64>().ok()?;
    let largest = if sends_a_file(request) { LARGEST_FILE } else { LARGEST_BODY };
    (body > largest).then(Problem::too_large)
}

/// Pictures, lists, and the drafts that a list makes.
fn sends_a_file(request: &Request) -> bool {
    let path = request.uri().path();
    let offers = path.strip_prefix("/api/v1/offers");
    let file = offers.is_some_and(|rest| matches!(rest, "" | "/sheets") || rest.ends_with("/photos"));
    file && request.method() == Method::POST
}

async fn guarded(request: Request, next: Next, id: &str) -> Response {
    let longest = if sends_a_file(&request) { LONGEST_SENDING } else { LONGEST_ANSWER };
    let answer = AssertUnwindSafe(next.run(request)).catch_unwind();
    match tokio::time::timeout(longest, answer).await {
        Ok(Ok(response)) => response,
        Ok(Err(panic)) => {
            let told = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
            let told = told.or_else(|| panic.downcast_ref::<String>().cloned());
            let cause = format!("panic: {}", told.as_deref().unwrap_or("without a message"));
            Problem::internal(Some(id.to_owned()), &cause).into_response()
        }
        Err(_) => Problem::timed_out().into_response(),
    }
}

/// The path as it may be logged: whoever reads the log must not be able to follow somebody's link.
fn without_secrets(path: &str) -> &str {
    const LINKS: [&str; 10] = [
        "/watch/confirm/",
        "/watch/stop/",
        "/relay/confirm/",
        "/relay/ask/",
        "/relay/answer/",
        "/card/confirm/",
        "/card/review/",
        "/card/mine/",
        "/account/enter/",
        "/vacant/",
    ];
    LINKS.into_iter().find(|link| path.starts_with(link)).unwrap_or(path)
}

fn log(method: &Method, path: &str, status: StatusCode, took: Duration, request: &str) {
    let status = status.as_u16();
    let took_us = took.as_micros() as u64;
    // Answers that went well are for those who look; a line for each would cost more than many answers do.
    if status >= 400 || took > SLOW {
        tracing::info!(target: "machikado::access", %method, path, status, took_us, request);
    } else {
        tracing::debug!(target: "machikado::access", %method, path, status, took_us, request);
    }
}
