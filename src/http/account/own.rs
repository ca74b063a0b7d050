//! `/api/v1/account`: signing in and out, what is kept of oneself, and its erasure.

use axum::Json;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::sync::Arc;
use time::OffsetDateTime;
use utoipa::ToSchema;

use super::passkeys::PasskeyBody;
use super::session::{ASKING, Arriving, SESSION, Signed, no_store, reading, set_cookie, signed_in, tried};
use crate::app::account::{AccountDesk, Outstanding, SignedIn};
use crate::app::mail::TokenSecret;
use crate::http::form::{Accepted, Form, accepted};
use crate::http::offer::failed;
use crate::http::problem::Problem;
use crate::http::server::Server;

const FIELDS: [&str; 3] = ["email", "language", "website"];
/// As long as a link works.
const ASKING_SECONDS: u32 = 15 * 60;

/// Who would like to sign in.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct SignInRequest {
    /// Where the link goes.
    #[schema(example = "owner@example.jp")]
    email: String,
    /// `ja`, `en` or `easy`; `ja` unless given.
    #[schema(example = "ja", pattern = "^(ja|en|easy)$")]
    language: Option<String>,
    /// To be left out or empty.
    website: Option<String>,
}

/// Who is signed in.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct AccountAnswer {
    /// The account; null where nobody is signed in.
    account: Option<AccountBody>,
    /// True if this server takes passkeys.
    passkeys: bool,
}

/// An account, for its owner.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct AccountBody {
    /// `landlord`, `broker`, `moderator`, `planner` or `administrator`.
    #[schema(example = "landlord")]
    role: &'static str,
    /// Its own address.
    #[schema(example = "owner@example.jp")]
    email: String,
    /// The language of its mails.
    #[schema(example = "ja")]
    language: &'static str,
    /// True if it reviews what landlords submit.
    reviews: bool,
    /// What this browser has to show before the account may do anything else: `register` a passkey, `confirm` by one.
    #[schema(example = "confirm", pattern = "^(register|confirm)$")]
    outstanding: Option<&'static str>,
    /// When it was signed in and out, newest first.
    log: Vec<SignInLine>,
}

/// A line of the log of sign-ins.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct SignInLine {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    #[schema(value_type = String, format = DateTime)]
    at: OffsetDateTime,
    /// `signed_in`, `signed_in_by_passkey`, `confirmed`, `passkey_added`, `passkey_removed`, `signed_out` or
    /// `signed_out_everywhere`.
    #[schema(example = "signed_in")]
    what: &'static str,
}

/// Which browsers are signed out.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::http) struct SignOutRequest {
    /// True for all of them; otherwise this one.
    everywhere: bool,
}

/// Ask for a link to sign in
///
/// The link in the mail works once, for 15 minutes, in the browser that asked: its cookie must come back with it.
#[utoipa::path(
    post, path = "/api/v1/account/sign-in", tag = "account", request_body = SignInRequest,
    responses(
        (status = 202, description = "Always the same, whether or not the address is known", body = Accepted),
        (status = 400, description = "A field cannot be read", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Sent from a page of another site", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "Not JSON", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Mail is not set up", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn sign_in(
    State(server): State<Arc<Server>>,
    request: Request,
) -> Result<Response, Problem> {
    let desk = server.app.accounts().ok_or_else(Problem::mail_not_set_up)?;
    let form = Form::read(&server, request, &FIELDS).await?;
    let (address, language) = (form.needed_email("email")?, form.language("language")?);
    // Whoever was written to often enough hears nothing more, and whoever asks does not learn it.
    let browser = if !form.is_trapped("website") && server.limits.address(&address.folded()) {
        tried(desk.ask(address, language).await)?
    } else {
        TokenSecret::random()
    };
    let mut response = accepted();
    let cookie = set_cookie(ASKING, Some(browser), ASKING_SECONDS);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

/// Who is signed in
#[utoipa::path(
    get, path = "/api/v1/account", tag = "account", security(("session" = [])),
    responses(
        (status = 200, description = "The account of this browser, if there is one", body = AccountAnswer),
        (status = 503, description = "Mail is not set up", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn account(
    State(server): State<Arc<Server>>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let desk = server.app.accounts().ok_or_else(Problem::mail_not_set_up)?;
    let account = match signed_in(&server, &headers).await? {
        None => None,
        Some(signed) => Some(body(desk, &signed).await?),
    };
    let passkeys = desk.has_passkeys();
    Ok(no_store(Json(AccountAnswer { account, passkeys }).into_response()))
}

async fn body(desk: &AccountDesk, signed: &SignedIn) -> Result<AccountBody, Problem> {
    let account = &signed.account;
    let address = tried(desk.address(account.id).await)?;
    let log = tried(desk.log(account.id).await)?;
    Ok(AccountBody {
        role: account.role.slug(),
        email: address.map_or_else(String::new, |address| address.revealed().to_owned()),
        language: account.language.slug(),
        reviews: account.role.reviews(),
        outstanding: desk.outstanding(signed).map(|outstanding| match outstanding {
            Outstanding::Register => "register",
            Outstanding::Confirm => "confirm",
        }),
        log: log.into_iter().map(|e| SignInLine { at: e.at, what: e.what.slug() }).collect(),
    })
}

/// Sign out
#[utoipa::path(
    post, path = "/api/v1/account/sign-out", tag = "account", request_body = SignOutRequest, security(("session" = [])),
    responses(
        (status = 204, description = "Signed out"),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Sent from a page of another site", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn sign_out(
    State(server): State<Arc<Server>>,
    Arriving(signed): Arriving,
    request: Request,
) -> Result<Response, Problem> {
    let desk = server.app.accounts().ok_or_else(Problem::mail_not_set_up)?;
    let asked: SignOutRequest = reading(request).await?;
    tried(desk.sign_out(&signed, asked.everywhere).await)?;
    Ok(signed_out())
}

fn signed_out() -> Response {
    let cookie = [(header::SET_COOKIE, set_cookie(SESSION, None, 0))];
    no_store((StatusCode::NO_CONTENT, cookie).into_response())
}

/// Everything that is kept of oneself
#[utoipa::path(
    get, path = "/api/v1/account/data", tag = "account", security(("session" = [])),
    responses(
        (status = 200, description = "The account, its log and its offers, as a file", body = Object),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn own_data(
    State(server): State<Arc<Server>>,
    signed: Signed,
) -> Result<Response, Problem> {
    let desk = server.app.offers().ok_or_else(Problem::mail_not_set_up)?;
    let data = desk.own_data(&signed.browser()?.account).await.map_err(failed)?;
    let offers: Vec<Value> = data
        .offers
        .iter()
        .map(|(offer, entries)| {
            let fields: Map<String, Value> =
                offer.draft.iter().map(|(field, text)| (field.slug().to_owned(), json!(text))).collect();
            let said = entries.iter().map(|entry| {
                json!({
                    "at": crate::http::offer::moment(entry.at),
                    "own": entry.actor == crate::domain::Actor::Person(offer.by),
                    "command": entry.command.map(crate::domain::Command::slug),
                    "reason": entry.reason.map(crate::domain::Reason::slug),
                    "note": entry.note,
                })
            });
            json!({
                "id": offer.id.to_string(),
                "state": offer.standing.state.slug(),
                "consent": offer.consent,
                "created": crate::http::offer::moment(offer.created),
                "fields": fields,
                "photos": offer.photos.iter().map(|p| format!("/photos/{}", p.photo.name)).collect::<Vec<_>>(),
                "log": said.collect::<Vec<_>>(),
            })
        })
        .collect();
    let accounts = server.app.accounts().ok_or_else(Problem::mail_not_set_up)?;
    let account = body(accounts, signed.browser()?).await?;
    let passkeys = tried(accounts.passkeys(signed.account().id).await)?;
    let passkeys: Vec<PasskeyBody> = passkeys.into_iter().map(Into::into).collect();
    let told = [(
        header::CONTENT_DISPOSITION,
        HeaderValue::from_static("attachment; filename=\"machikado-account.json\""),
    )];
    Ok(no_store(
        (told, Json(json!({ "account": account, "passkeys": passkeys, "offers": offers }))).into_response(),
    ))
}

/// Delete one's account
///
/// What is public is withdrawn; the address, what was typed and what was said are erased at once.
#[utoipa::path(
    delete, path = "/api/v1/account", tag = "account", security(("session" = [])),
    responses(
        (status = 204, description = "Erased"),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Sent from a page of another site", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn erase(
    State(server): State<Arc<Server>>,
    signed: Signed,
) -> Result<Response, Problem> {
    let desk = server.app.offers().ok_or_else(Problem::mail_not_set_up)?;
    desk.erase(&signed.browser()?.account).await.map_err(failed)?;
    Ok(signed_out())
}
