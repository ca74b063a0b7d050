//! `/api/v1/account/passkeys`: passkeys, which sign in without a mail and confirm the ward's own people.

use axum::Json;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::Arc;
use time::OffsetDateTime;
use utoipa::ToSchema;

use super::session::{
    Arriving, SESSION, SESSION_SECONDS, Signed, no_store, reading, set_cookie, signed_in, tried,
};
use crate::app::account::{PasskeyError, Question};
use crate::app::mail::TokenSecret;
use crate::domain::Passkey;
use crate::http::api::asked::Named;
use crate::http::form::{client, is_from_here};
use crate::http::problem::Problem;
use crate::http::server::Server;

const LONGEST_NAME: usize = 60;

/// The passkeys of an account.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct PasskeysBody {
    /// Oldest first.
    items: Vec<PasskeyBody>,
}

/// A passkey.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct PasskeyBody {
    /// Its id.
    #[schema(example = "0c8x4n2k7zq")]
    id: String,
    /// What its owner calls it.
    name: String,
    /// When it was added.
    #[serde(with = "time::serde::rfc3339")]
    #[schema(value_type = String, format = DateTime)]
    created: OffsetDateTime,
    /// When it was last used; null before.
    #[serde(with = "time::serde::rfc3339::option")]
    #[schema(value_type = Option<String>, format = DateTime)]
    used: Option<OffsetDateTime>,
}

/// A question to the authenticators of a browser; open for five minutes and for one answer.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct PasskeyQuestionBody {
    /// To be sent back with the answer.
    question: String,
    /// `PublicKeyCredentialCreationOptions` or `PublicKeyCredentialRequestOptions` of `WebAuthn`, as JSON.
    #[schema(value_type = Object)]
    options: Value,
}

/// A passkey to be added.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct NewPasskeyRequest {
    /// The question that is answered.
    question: String,
    /// What its owner calls it; at most 60 characters.
    #[schema(example = "窓口の端末")]
    name: String,
    /// `RegistrationResponseJSON` of `WebAuthn`.
    #[schema(value_type = Object)]
    credential: Value,
}

/// A passkey that is shown.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct PasskeyAnswerRequest {
    /// The question that is answered.
    question: String,
    /// `AuthenticationResponseJSON` of `WebAuthn`.
    #[schema(value_type = Object)]
    credential: Value,
}

impl From<Passkey> for PasskeyBody {
    fn from(passkey: Passkey) -> Self {
        let Passkey { id, name, created, used } = passkey;
        Self { id: id.to_string(), name, created, used }
    }
}

/// One's passkeys
#[utoipa::path(
    get, path = "/api/v1/account/passkeys", tag = "account", security(("session" = [])),
    responses(
        (status = 200, description = "The passkeys, oldest first", body = PasskeysBody),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn passkeys(
    State(server): State<Arc<Server>>,
    signed: Signed,
) -> Result<Response, Problem> {
    let desk = server.app.accounts().ok_or_else(Problem::mail_not_set_up)?;
    let found = tried(desk.passkeys(signed.browser()?.account.id).await)?;
    Ok(no_store(Json(PasskeysBody { items: found.into_iter().map(Into::into).collect() }).into_response()))
}

/// Ask for a new passkey
#[utoipa::path(
    post, path = "/api/v1/account/passkeys/registration", tag = "account", security(("session" = [])),
    responses(
        (status = 200, description = "What the browser asks its authenticators", body = PasskeyQuestionBody),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "A passkey must be shown first", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "Ten already, or this server is known by no name", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn ask_to_register(
    State(server): State<Arc<Server>>,
    Arriving(signed): Arriving,
) -> Result<Response, Problem> {
    let desk = server.app.accounts().ok_or_else(Problem::mail_not_set_up)?;
    desk.ask_to_register(&signed).await.map(question).map_err(failed)
}

/// Add a passkey
///
/// It confirms this browser too.
#[utoipa::path(
    post, path = "/api/v1/account/passkeys", tag = "account", request_body = NewPasskeyRequest, security(("session" = [])),
    responses(
        (status = 201, description = "The passkey", body = PasskeyBody),
        (status = 400, description = "A name is needed, or the passkey was not accepted", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "A passkey must be shown first", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "The question is no longer open", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn add_passkey(
    State(server): State<Arc<Server>>,
    Arriving(signed): Arriving,
    request: Request,
) -> Result<Response, Problem> {
    let desk = server.app.accounts().ok_or_else(Problem::mail_not_set_up)?;
    let asked: NewPasskeyRequest = reading(request).await?;
    let name: String = asked.name.trim().chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    if name.is_empty() {
        return Err(Problem::misused_parameter("name", "`name` is needed"));
    }
    let made = desk.register(&signed, secret(&asked.question)?, &name, asked.credential).await;
    let body = PasskeyBody::from(made.map_err(failed)?);
    Ok(no_store((StatusCode::CREATED, Json(body)).into_response()))
}

/// Take a passkey away
#[utoipa::path(
    delete, path = "/api/v1/account/passkeys/{id}", tag = "account", security(("session" = [])),
    params(("id" = String, Path, description = "The passkey's id", example = "0c8x4n2k7zq")),
    responses(
        (status = 204, description = "It signs nobody in any more"),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such passkey", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "The last one of the ward's staff", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn drop_passkey(
    State(server): State<Arc<Server>>,
    signed: Signed,
    Named(name): Named,
) -> Result<Response, Problem> {
    let desk = server.app.accounts().ok_or_else(Problem::mail_not_set_up)?;
    let id = name.parse().map_err(|_| Problem::not_found("passkey", &name))?;
    if desk.drop_passkey(signed.browser()?, id).await.map_err(failed)? {
        Ok(no_store(StatusCode::NO_CONTENT.into_response()))
    } else {
        Err(Problem::not_found("passkey", &name))
    }
}

/// Ask for a passkey
///
/// One of the account's where somebody is signed in; otherwise whichever the device offers.
#[utoipa::path(
    post, path = "/api/v1/account/passkeys/question", tag = "account", security((), ("session" = [])),
    responses(
        (status = 200, description = "What the browser asks its authenticators", body = PasskeyQuestionBody),
        (status = 403, description = "Sent from a page of another site", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "The account has no passkey, or this server is known by no name", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn ask_for_passkey(
    State(server): State<Arc<Server>>,
    request: Request,
) -> Result<Response, Problem> {
    let desk = server.app.accounts().ok_or_else(Problem::mail_not_set_up)?;
    if !is_from_here(&server, request.headers()) {
        return Err(Problem::foreign_origin());
    }
    let who = signed_in(&server, request.headers()).await?;
    let counted = match &who {
        Some(who) => server.limits.account(who.account.id),
        None => server.limits.client(client(&request)),
    };
    if !counted {
        return Err(Problem::too_many());
    }
    desk.ask_to_show(who.as_ref()).await.map(question).map_err(failed)
}

/// Show a passkey
///
/// It confirms the browser of somebody who is signed in; otherwise it signs in.
#[utoipa::path(
    post, path = "/api/v1/account/passkeys/answer", tag = "account", request_body = PasskeyAnswerRequest, security((), ("session" = [])),
    responses(
        (status = 204, description = "Confirmed, or signed in by a cookie"),
        (status = 400, description = "The passkey was not accepted", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Sent from a page of another site", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "The question is no longer open", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn show_passkey(
    State(server): State<Arc<Server>>,
    request: Request,
) -> Result<Response, Problem> {
    let desk = server.app.accounts().ok_or_else(Problem::mail_not_set_up)?;
    if !is_from_here(&server, request.headers()) {
        return Err(Problem::foreign_origin());
    }
    let who = signed_in(&server, request.headers()).await?;
    let asked: PasskeyAnswerRequest = reading(request).await?;
    let shown = desk.show(who.as_ref(), secret(&asked.question)?, asked.credential).await;
    let mut response = no_store(StatusCode::NO_CONTENT.into_response());
    if let Some((_, cookie)) = shown.map_err(failed)? {
        let cookie = set_cookie(SESSION, Some(cookie), SESSION_SECONDS);
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

fn question(question: Question) -> Response {
    let Question { secret, options } = question;
    no_store(Json(PasskeyQuestionBody { question: secret.revealed(), options }).into_response())
}

fn secret(text: &str) -> Result<TokenSecret, Problem> {
    text.parse().map_err(|_| failed(PasskeyError::NoQuestion))
}

fn failed(error: PasskeyError) -> Problem {
    match error {
        PasskeyError::App(error) => Problem::internal(None, &error),
        PasskeyError::Unconfirmed => Problem::passkey_needed(),
        error @ PasskeyError::Refused(_) => Problem::misused_parameter("credential", error.to_string()),
        error @ (PasskeyError::NoName
        | PasskeyError::None
        | PasskeyError::TooMany
        | PasskeyError::Last
        | PasskeyError::NoQuestion) => Problem::conflict(error.to_string(), Vec::new()),
    }
}
