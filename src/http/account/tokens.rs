//! `/api/v1/account/tokens`: personal tokens, by which a landlord's or broker's own program acts for the account.

use axum::Json;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use time::OffsetDateTime;
use utoipa::ToSchema;

use super::session::{Signed, no_store, reading, tried};
use crate::domain::PersonalToken;
use crate::http::api::asked::Named;
use crate::http::problem::Problem;
use crate::http::server::Server;

const LONGEST_NAME: usize = 60;

/// What a token is for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct TokenRequest {
    /// What its owner calls it; at most 60 characters.
    #[schema(example = "物件管理システム")]
    name: String,
}

/// The tokens of an account.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct TokensBody {
    /// Oldest first.
    items: Vec<TokenBody>,
}

/// A token; the token itself is told once.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct TokenBody {
    /// Its id.
    #[schema(example = "0c8x4n2k7zq")]
    id: String,
    /// What its owner calls it.
    name: String,
    /// When it was last used; null before.
    #[serde(with = "time::serde::rfc3339::option")]
    #[schema(value_type = Option<String>, format = DateTime)]
    used: Option<OffsetDateTime>,
}

/// A token that was just made.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct NewTokenBody {
    /// To be sent as `Authorization: Bearer …`. It is told this once.
    token: String,
}

impl From<PersonalToken> for TokenBody {
    fn from(token: PersonalToken) -> Self {
        Self { id: token.id.to_string(), name: token.name, used: token.used }
    }
}

/// One's personal tokens
#[utoipa::path(
    get, path = "/api/v1/account/tokens", tag = "account", security(("session" = [])),
    responses(
        (status = 200, description = "The tokens, oldest first", body = TokensBody),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn tokens(
    State(server): State<Arc<Server>>,
    signed: Signed,
) -> Result<Response, Problem> {
    let desk = server.app.accounts().ok_or_else(Problem::mail_not_set_up)?;
    let found = tried(desk.tokens(signed.browser()?.account.id).await)?;
    Ok(no_store(Json(TokensBody { items: found.into_iter().map(Into::into).collect() }).into_response()))
}

/// Make a personal token
///
/// A program sends it as `Authorization: Bearer mk_…` and acts for the account. Ten at most; none for the ward's staff.
#[utoipa::path(
    post, path = "/api/v1/account/tokens", tag = "account", request_body = TokenRequest, security(("session" = [])),
    responses(
        (status = 201, description = "The token, told this once", body = NewTokenBody),
        (status = 400, description = "A name is needed", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "Ten already, or the account is staff", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn add_token(
    State(server): State<Arc<Server>>,
    signed: Signed,
    request: Request,
) -> Result<Response, Problem> {
    let desk = server.app.accounts().ok_or_else(Problem::mail_not_set_up)?;
    let account = signed.browser()?.account;
    let asked: TokenRequest = reading(request).await?;
    let name: String = asked.name.trim().chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    if name.is_empty() {
        return Err(Problem::misused_parameter("name", "`name` is needed"));
    }
    let secret = tried(desk.add_token(&account, &name).await)?;
    let secret = secret.ok_or_else(|| Problem::conflict("no more tokens for this account", Vec::new()))?;
    let body = NewTokenBody { token: format!("mk_{}", secret.revealed()) };
    Ok(no_store((StatusCode::CREATED, Json(body)).into_response()))
}

/// Take a personal token back
#[utoipa::path(
    delete, path = "/api/v1/account/tokens/{id}", tag = "account", security(("session" = [])),
    params(("id" = String, Path, description = "The token's id", example = "0c8x4n2k7zq")),
    responses(
        (status = 204, description = "It opens nothing any more"),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such token", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn drop_token(
    State(server): State<Arc<Server>>,
    signed: Signed,
    Named(name): Named,
) -> Result<Response, Problem> {
    let desk = server.app.accounts().ok_or_else(Problem::mail_not_set_up)?;
    let id = name.parse().map_err(|_| Problem::not_found("token", &name))?;
    if tried(desk.drop_token(signed.browser()?.account.id, id).await)? {
        Ok(no_store(StatusCode::NO_CONTENT.into_response()))
    } else {
        Err(Problem::not_found("token", &name))
    }
}
