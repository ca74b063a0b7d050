//! Who sends a request, by the cookie of their browser; and what they send, if they may.
//!
//! Cookies go over HTTPS only (or to this machine), are not seen by scripts and not sent along by other sites;
//! what changes anything must also come from a page of this server.

use axum::body::to_bytes;
use axum::extract::{FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use serde::de::DeserializeOwned;
use std::sync::Arc;

use crate::app::AppError;
use crate::app::account::SignedIn;
use crate::app::mail::TokenSecret;
use crate::domain::Account;
use crate::http::form::is_from_here;
use crate::http::problem::Problem;
use crate::http::server::Server;

/// The cookie of a browser that is signed in.
pub(in crate::http) const SESSION: &str = "__Host-machikado";
/// The cookie of a browser that has asked for a link.
pub(in crate::http) const ASKING: &str = "__Host-machikado-asking";
/// A browser that is not used for so long is signed out.
pub(super) const SESSION_SECONDS: u32 = 30 * 24 * 60 * 60;
/// 200 drafts of a list fit.
const LARGEST: usize = 1 << 20;

/// Somebody who is signed in, from a page of this server where anything changes; or a landlord's program with a
/// personal token.
#[derive(Debug, Clone, Copy)]
pub(in crate::http) enum Signed {
    /// In a browser.
    Browser(SignedIn),
    /// A program.
    Program(Account),
}

impl Signed {
    /// The account.
    pub(in crate::http) const fn account(&self) -> &Account {
        match self {
            Self::Browser(signed) => &signed.account,
            Self::Program(account) => account,
        }
    }

    /// The browser; a program is none.
    pub(super) fn browser(&self) -> Result<&SignedIn, Problem> {
        match self {
            Self::Browser(signed) => Ok(signed),
            Self::Program(_) => Err(Problem::browser_needed()),
        }
    }
}

/// Somebody who is signed in in a browser, and who may still have to show a passkey before anything else.
#[derive(Debug, Clone, Copy)]
pub(in crate::http) struct Arriving(pub SignedIn);

impl FromRequestParts<Arc<Server>> for Arriving {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, server: &Arc<Server>) -> Result<Self, Problem> {
        let changes = !matches!(parts.method.as_str(), "GET" | "HEAD");
        if changes && !is_from_here(server, &parts.headers) {
            return Err(Problem::foreign_origin());
        }
        let signed = signed_in(server, &parts.headers).await?.ok_or_else(Problem::not_signed_in)?;
        if changes && !server.limits.account(signed.account.id) {
            return Err(Problem::too_many());
        }
        Ok(Self(signed))
    }
}

impl FromRequestParts<Arc<Server>> for Signed {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, server: &Arc<Server>) -> Result<Self, Problem> {
        // Other sites' pages cannot send a token of their visitor's.
        let Some(account) = by_token(server, &parts.headers).await? else {
            let Arriving(signed) = Arriving::from_request_parts(parts, server).await?;
            let desk = server.app.accounts().ok_or_else(Problem::mail_not_set_up)?;
            return match desk.outstanding(&signed) {
                None => Ok(Self::Browser(signed)),
                Some(_) => Err(Problem::passkey_needed()),
            };
        };
        if !matches!(parts.method.as_str(), "GET" | "HEAD") && !server.limits.account(account.id) {
            return Err(Problem::too_many());
        }
        Ok(Self::Program(account))
    }
}

/// The account that a program acts for; `None` where it sends no token.
async fn by_token(server: &Server, headers: &HeaderMap) -> Result<Option<Account>, Problem> {
    let Some(sent) = headers.get(header::AUTHORIZATION) else { return Ok(None) };
    let desk = server.app.accounts().ok_or_else(Problem::mail_not_set_up)?;
    let token = sent.to_str().ok().and_then(|text| text.strip_prefix("Bearer mk_"));
    let token = token.and_then(|text| text.parse().ok()).ok_or_else(Problem::not_signed_in)?;
    tried(desk.of_token(token).await)?.map(Some).ok_or_else(Problem::not_signed_in)
}

/// Who is signed in; `None` for everybody else.
pub(super) async fn signed_in(server: &Server, headers: &HeaderMap) -> Result<Option<SignedIn>, Problem> {
    let desk = server.app.accounts().ok_or_else(Problem::mail_not_set_up)?;
    match cookie(headers, SESSION) {
        Some(cookie) => tried(desk.signed_in(cookie).await),
        None => Ok(None),
    }
}

/// The secret in a cookie.
pub(super) fn cookie(headers: &HeaderMap, name: &str) -> Option<TokenSecret> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = cookies.flat_map(|text| text.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.filter(|(key, _)| *key == name).find_map(|(_, value)| value.parse().ok())
}

/// A header that keeps a secret in a browser for some seconds, or takes it away.
pub(super) fn set_cookie(name: &str, secret: Option<TokenSecret>, seconds: u32) -> HeaderValue {
    let (value, seconds) = secret.map_or((String::new(), 0), |secret| (secret.revealed(), seconds));
    let text = format!("{name}={value}; Path=/; Max-Age={seconds}; Secure; HttpOnly; SameSite=Lax");
    HeaderValue::from_str(&text).expect("a cookie is ASCII")
}

/// A JSON body of known fields.
pub(in crate::http) async fn reading<T: DeserializeOwned>(request: Request) -> Result<T, Problem> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let kind = kind.and_then(|kind| kind.split(';').next()).map(str::trim);
    if !kind.is_some_and(|kind| kind.eq_ignore_ascii_case("application/json")) {
        return Err(Problem::not_json());
    }
    let body = to_bytes(request.into_body(), LARGEST).await.map_err(|_| Problem::too_large())?;
    serde_json::from_slice(&body).map_err(|error| Problem::bad_body(&error))
}

/// What the application answered, or a 500.
pub(super) fn tried<T>(done: Result<T, AppError>) -> Result<T, Problem> {
    done.map_err(|error| Problem::internal(None, &error))
}

/// What is somebody's own is kept nowhere on its way.
pub(in crate::http) fn no_store(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others_and_only_by_its_whole_name() {
        let secret = TokenSecret::random();
        let mut headers = HeaderMap::new();
        let sent = format!("theme=dark; x{SESSION}=no; {SESSION}={}", secret.revealed());
        headers.insert(header::COOKIE, HeaderValue::from_str(&sent).unwrap());
        assert_eq!(cookie(&headers, SESSION), Some(secret));
        assert_eq!(cookie(&headers, ASKING), None);
    }

    #[test]
    fn a_cookie_stays_on_its_host_over_https_and_out_of_reach_of_scripts_and_other_sites() {
        let set = set_cookie(SESSION, Some(TokenSecret::random()), 60);
        let set = set.to_str().unwrap();
        assert!(set.starts_with("__Host-"));
        for part in ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"] {
            assert!(set.contains(part), "{set}");
        }
        assert!(!set.contains("Domain"));
        assert!(set_cookie(SESSION, None, 60).to_str().unwrap().contains("Max-Age=0"));
    }
}
