//! Pictures of an offer: taken in, and hidden by moderators.

use axum::body::to_bytes;
use axum::extract::{Path, Request, State};
use axum::response::Response;
use serde::Deserialize;
use std::sync::Arc;
use utoipa::ToSchema;

use super::answer::{self, failed, id};
use super::body::OfferBody;
use crate::app::offer::LARGEST_FILE;
use crate::http::account::{Signed, reading};
use crate::http::api::asked::Named;
use crate::http::problem::Problem;
use crate::http::server::Server;

/// Whether the public sees a picture.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct HideRequest {
    /// False to show it again.
    hidden: bool,
}

/// Add a picture
///
/// The body is the file: JPEG, PNG, WebP, HEIC or AVIF, at most 15 MB and 12,000 pixels a side. It is written anew in three
/// sizes; where and when it was taken does not come along. The same picture twice is one.
#[utoipa::path(
    post, path = "/api/v1/offers/{id}/photos", tag = "offers", security(("session" = [])),
    params(("id" = String, Path, description = "The offer's id", example = "0c8x4n2k7zq")),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses(
        (status = 200, description = "The offer with its pictures", body = OfferBody<'static>),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such offer of yours", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "It cannot be changed now, or has 20 pictures", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "Larger than 15 MB", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Not a picture that can be shown", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn add_photo(
    State(server): State<Arc<Server>>,
    signed: Signed,
    Named(name): Named,
    request: Request,
) -> Result<Response, Problem> {
    let desk = server.app.offers().ok_or_else(Problem::mail_not_set_up)?;
    let id = id(&name)?;
    // Whoever may not write to it sends nothing large.
    desk.view(signed.account(), id).await.map_err(failed)?;
    let body = to_bytes(request.into_body(), LARGEST_FILE).await.map_err(|_| Problem::too_large())?;
    let view = desk.add_photo(signed.account(), id, body.to_vec()).await.map_err(failed)?;
    answer::offer(&server, signed.account(), &view)
}

/// Hide a picture, or show it again
///
/// For moderators. It stays with the offer.
#[utoipa::path(
    put, path = "/api/v1/offers/{id}/photos/{name}", tag = "offers", request_body = HideRequest, security(("session" = [])),
    params(
        ("id" = String, Path, description = "The offer's id", example = "0c8x4n2k7zq"),
        ("name" = String, Path, description = "The picture's name", example = "p-00112233445566778899aabbccddeeff.jpg"),
    ),
    responses(
        (status = 200, description = "The offer as it now is", body = OfferBody<'static>),
        (status = 400, description = "Not one of its pictures", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such offer, or not a moderator", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn hide_photo(
    State(server): State<Arc<Server>>,
    signed: Signed,
    Path((offer, name)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    let desk = server.app.offers().ok_or_else(Problem::mail_not_set_up)?;
    let asked: HideRequest = reading(request).await?;
    let view = desk.hide_photo(signed.account(), id(&offer)?, &name, asked.hidden).await.map_err(failed)?;
    answer::offer(&server, signed.account(), &view)
}
