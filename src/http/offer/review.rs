//! `/api/v1/review`: what moderators have to decide.

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use std::sync::Arc;
use utoipa::ToSchema;

use super::answer::{self, failed, id, own};
use super::body::{OfferBody, QueueBody};
use crate::http::account::{Signed, no_store, reading};
use crate::http::api::asked::Named;
use crate::http::problem::Problem;
use crate::http::server::Server;

/// Whether somebody takes an offer up.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct ClaimRequest {
    /// False to let it go.
    take: bool,
}

/// What waits to be decided
///
/// For moderators: longest waiting first, and how reviews went in the last 90 days.
#[utoipa::path(
    get, path = "/api/v1/review", tag = "offers", security(("session" = [])),
    responses(
        (status = 200, description = "The queue", body = QueueBody),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "Not a moderator", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn queue(
    State(server): State<Arc<Server>>,
    signed: Signed,
) -> Result<Response, Problem> {
    let desk = server.app.offers().ok_or_else(Problem::mail_not_set_up)?;
    let waiting = desk.waiting(signed.account()).await.map_err(failed)?;
    let outcomes = desk.outcomes(signed.account()).await.map_err(failed)?;
    let reports = desk.reports(signed.account()).await.map_err(failed)?;
    let city = server.city();
    Ok(own(QueueBody::of(&city, signed.account(), &waiting, &reports, &outcomes)))
}

/// Somebody has seen to a report
///
/// For moderators. What was written is erased.
#[utoipa::path(
    delete, path = "/api/v1/review/reports/{id}", tag = "offers", security(("session" = [])),
    params(("id" = String, Path, description = "The report's id", example = "0c8x4n2k7zq")),
    responses(
        (status = 204, description = "Done"),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such open report, or not a moderator", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn report_done(
    State(server): State<Arc<Server>>,
    signed: Signed,
    Named(name): Named,
) -> Result<Response, Problem> {
    let desk = server.app.offers().ok_or_else(Problem::mail_not_set_up)?;
    let id = name.parse().map_err(|_| Problem::not_found("report", &name))?;
    desk.report_done(signed.account(), id).await.map_err(failed)?;
    Ok(no_store(StatusCode::NO_CONTENT.into_response()))
}

/// Take an offer up for review, or let it go
///
/// For an hour. Whoever has taken it up already is not put aside.
#[utoipa::path(
    put, path = "/api/v1/offers/{id}/claim", tag = "offers", request_body = ClaimRequest, security(("session" = [])),
    params(("id" = String, Path, description = "The offer's id", example = "0c8x4n2k7zq")),
    responses(
        (status = 200, description = "The offer as it now is", body = OfferBody<'static>),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such offer, or not a moderator", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn claim(
    State(server): State<Arc<Server>>,
    signed: Signed,
    Named(name): Named,
    request: Request,
) -> Result<Response, Problem> {
    let desk = server.app.offers().ok_or_else(Problem::mail_not_set_up)?;
    let asked: ClaimRequest = reading(request).await?;
    let view = desk.claim(signed.account(), id(&name)?, asked.take).await.map_err(failed)?;
    answer::offer(&server, signed.account(), &view)
}
