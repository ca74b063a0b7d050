//! `/api/v1/offers`: what a landlord writes, hands in and ends.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use utoipa::ToSchema;

use super::answer::{self, failed, id, own, seen_version};
use super::body::{OfferBody, OffersBody};
use crate::app::offer::{NewPhoto, OfferDesk, OfferError, Order};
use crate::domain::{Command, Draft, DraftField, Reason, UnknownSlug};
use crate::http::account::{Signed, no_store, reading};
use crate::http::api::asked::Named;
use crate::http::problem::Problem;
use crate::http::server::Server;

/// What was typed, by field: the columns of a list of listings.
type Typed = BTreeMap<String, String>;

/// Offers to begin.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct BeginRequest {
    /// What was typed so far, for each; none begins one empty offer.
    #[serde(default)]
    drafts: Vec<Typed>,
}

/// What was typed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct SaveRequest {
    /// Every field that says something; the others are emptied.
    fields: Typed,
    /// The pictures in order; those left out are taken away.
    photos: Vec<PhotoRequest>,
}

/// A picture and what it shows.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct PhotoRequest {
    /// Its name.
    name: String,
    /// What it shows, for those who cannot see it.
    #[serde(default)]
    alt: String,
}

/// Something to be done to an offer.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct CommandRequest {
    /// What: `submit`, `recall`, `approve`, `return`, `reject`, `reopen`, `pause`, `resume`, `apply`, `release`, `let`,
    /// `withdraw`, `confirm` or `discard`.
    #[schema(example = "submit")]
    command: String,
    /// Why, where a reason is needed.
    #[schema(example = "missing_facts")]
    reason: Option<String>,
    /// What to say about it; at most 1000 characters.
    note: Option<String>,
    /// The version of the text that is agreed to; needed to submit.
    #[schema(example = "2026-11")]
    consent: Option<String>,
}

/// Something said.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct WordsRequest {
    /// What; at most 1000 characters.
    words: String,
}

fn desk(server: &Server) -> Result<&OfferDesk, Problem> {
    server.app.offers().ok_or_else(Problem::mail_not_set_up)
}

fn draft(typed: &Typed) -> Result<Draft, Problem> {
    let mut draft = Draft::new();
    for (name, text) in typed {
        let field: DraftField =
            DraftField::ALL.iter().copied().find(|field| field.slug() == name).ok_or_else(|| {
                let known: Vec<&str> = DraftField::ALL.iter().map(|field| field.slug()).collect();
                Problem::unknown_parameter(name, &known)
            })?;
        draft.say(field, text).map_err(|error| failed(OfferError::TooLong(error)))?;
    }
    Ok(draft)
}

/// One's own offers
#[utoipa::path(
    get, path = "/api/v1/offers", tag = "offers", security(("session" = [])),
    responses(
        (status = 200, description = "The offers of the account, last touched first", body = OffersBody),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn offers(
    State(server): State<Arc<Server>>,
    signed: Signed,
) -> Result<Response, Problem> {
    let offers = desk(&server)?.own(signed.account()).await.map_err(failed)?;
    Ok(own(OffersBody::of(&offers)))
}

/// Begin offers
///
/// All or none. Nothing is public before a moderator has published it.
#[utoipa::path(
    post, path = "/api/v1/offers", tag = "offers", request_body = BeginRequest, security(("session" = [])),
    responses(
        (status = 201, description = "The new offers", body = OffersBody),
        (status = 400, description = "A field cannot be kept", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Sent from a page of another site", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "Too many drafts", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn begin(
    State(server): State<Arc<Server>>,
    signed: Signed,
    request: Request,
) -> Result<Response, Problem> {
    let desk = desk(&server)?;
    let asked: BeginRequest = reading(request).await?;
    let mut drafts = asked.drafts.iter().map(draft).collect::<Result<Vec<Draft>, Problem>>()?;
    if drafts.is_empty() {
        drafts.push(Draft::new());
    }
    let offers = desk.begin(signed.account(), drafts).await.map_err(failed)?;
    Ok((StatusCode::CREATED, own(OffersBody::of(&offers))).into_response())
}

/// One offer
///
/// For its landlord, and for moderators. Its entity tag is needed to change it.
#[utoipa::path(
    get, path = "/api/v1/offers/{id}", tag = "offers", security(("session" = [])),
    params(("id" = String, Path, description = "The offer's id", example = "0c8x4n2k7zq")),
    responses(
        (status = 200, description = "The offer, whole", body = OfferBody<'static>),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such offer of yours", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn offer(
    State(server): State<Arc<Server>>,
    signed: Signed,
    Named(name): Named,
) -> Result<Response, Problem> {
    let view = desk(&server)?.view(signed.account(), id(&name)?).await.map_err(failed)?;
    answer::offer(&server, signed.account(), &view)
}

/// Keep what was typed
///
/// `If-Match` names the version that was seen; where somebody wrote since, nothing is written.
#[utoipa::path(
    put, path = "/api/v1/offers/{id}", tag = "offers", request_body = SaveRequest, security(("session" = [])),
    params(
        ("id" = String, Path, description = "The offer's id", example = "0c8x4n2k7zq"),
        ("If-Match" = String, Header, description = "The entity tag that was seen", example = "\"3\""),
    ),
    responses(
        (status = 200, description = "The offer as it now is", body = OfferBody<'static>),
        (status = 400, description = "A field cannot be kept", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such offer of yours", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "It cannot be changed now", body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "Somebody changed it since", body = Problem, content_type = "application/problem+json"),
        (status = 428, description = "`If-Match` is missing", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn save(
    State(server): State<Arc<Server>>,
    signed: Signed,
    Named(name): Named,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, Problem> {
    let (desk, version) = (desk(&server)?, seen_version(&headers)?);
    let asked: SaveRequest = reading(request).await?;
    let photo = |photo: PhotoRequest| NewPhoto { name: photo.name, alt: photo.alt };
    let photos: Vec<NewPhoto> = asked.photos.into_iter().map(photo).collect();
    let typed = draft(&asked.fields)?;
    let view = desk.save(signed.account(), id(&name)?, version, &typed, &photos).await.map_err(failed)?;
    answer::offer(&server, signed.account(), &view)
}

/// Delete an offer
///
/// Only one that was never published. What was published is withdrawn instead.
#[utoipa::path(
    delete, path = "/api/v1/offers/{id}", tag = "offers", security(("session" = [])),
    params(
        ("id" = String, Path, description = "The offer's id", example = "0c8x4n2k7zq"),
        ("If-Match" = String, Header, description = "The entity tag that was seen", example = "\"3\""),
    ),
    responses(
        (status = 204, description = "Deleted"),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such offer of yours", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "It was published, or is being reviewed", body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "Somebody changed it since", body = Problem, content_type = "application/problem+json"),
        (status = 428, description = "`If-Match` is missing", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn remove(
    State(server): State<Arc<Server>>,
    signed: Signed,
    Named(name): Named,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let version = seen_version(&headers)?;
    desk(&server)?.remove(signed.account(), id(&name)?, version).await.map_err(failed)?;
    Ok(no_store(StatusCode::NO_CONTENT.into_response()))
}

/// Do something to an offer
///
/// Landlords submit, pause, resume, let and withdraw; moderators approve, return and reject. What is not possible as
/// the offer stands is answered with 409 and what is.
#[utoipa::path(
    post, path = "/api/v1/offers/{id}/commands", tag = "offers", request_body = CommandRequest, security(("session" = [])),
    params(
        ("id" = String, Path, description = "The offer's id", example = "0c8x4n2k7zq"),
        ("If-Match" = String, Header, description = "The entity tag that was seen", example = "\"3\""),
    ),
    responses(
        (status = 200, description = "The offer as it now is", body = OfferBody<'static>),
        (status = 400, description = "A reason, a note or consent is missing", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such offer of yours", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "Not possible now; `allowed` names what is", body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "Somebody changed it since", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Fields are missing or cannot be read; `fields` names them", body = Problem, content_type = "application/problem+json"),
        (status = 428, description = "`If-Match` is missing", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn command(
    State(server): State<Arc<Server>>,
    signed: Signed,
    Named(name): Named,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, Problem> {
    let (desk, version) = (desk(&server)?, seen_version(&headers)?);
    let asked: CommandRequest = reading(request).await?;
    let order = Order {
        command: word::<Command>("command", &asked.command)?,
        reason: asked.reason.as_deref().map(|text| word::<Reason>("reason", text)).transpose()?,
        note: asked.note.unwrap_or_default(),
        consent: asked.consent,
    };
    let view = desk.command(signed.account(), id(&name)?, version, &order).await.map_err(failed)?;
    answer::offer(&server, signed.account(), &view)
}

fn word<T: std::str::FromStr<Err = UnknownSlug>>(name: &'static str, text: &str) -> Result<T, Problem> {
    text.parse()
        .map_err(|e: UnknownSlug| Problem::bad_parameter(name, text, &format!("one of: {}", e.expected)))
}

/// What a program's offer says now.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct FeedRequest {
    /// Every field that says something; the others are emptied.
    fields: Typed,
    /// The version of the text that is agreed to: hands it in, if that is possible.
    #[schema(example = "2026-11")]
    consent: Option<String>,
}

/// Keep an offer in step
///
/// For brokers' and landlords' own programs, with a personal token: the program's key names the offer, so that sending it
/// again updates rather than doubles. What is being reviewed or has ended answers 409.
#[utoipa::path(
    put, path = "/api/v1/offers/keys/{key}", tag = "offers", request_body = FeedRequest, security(("session" = []), ("token" = [])),
    params(("key" = String, Path, description = "The program's own key, at most 100 characters", example = "B-2041")),
    responses(
        (status = 200, description = "The offer as it now is", body = OfferBody<'static>),
        (status = 400, description = "A field cannot be kept", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "It is being reviewed or has ended", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Fields are missing or cannot be read; it is kept as a draft", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn keep_in_step(
    State(server): State<Arc<Server>>,
    signed: Signed,
    Named(key): Named,
    request: Request,
) -> Result<Response, Problem> {
    const LONGEST_KEY: usize = 100;
    let desk = desk(&server)?;
    let asked: FeedRequest = reading(request).await?;
    if key.chars().count() > LONGEST_KEY || key.chars().any(char::is_control) {
        return Err(Problem::misused_parameter("key", "`key` has at most 100 characters"));
    }
    let kept = desk.keep_in_step(signed.account(), &key, draft(&asked.fields)?, asked.consent).await;
    answer::offer(&server, signed.account(), &kept.map_err(failed)?)
}

/// Say something about an offer
///
/// A landlord to the moderators, or a moderator to the landlord; the other side gets a mail.
#[utoipa::path(
    post, path = "/api/v1/offers/{id}/messages", tag = "offers", request_body = WordsRequest, security(("session" = [])),
    params(("id" = String, Path, description = "The offer's id", example = "0c8x4n2k7zq")),
    responses(
        (status = 200, description = "The offer as it now is", body = OfferBody<'static>),
        (status = 400, description = "Nothing was said", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such offer of yours", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn say(
    State(server): State<Arc<Server>>,
    signed: Signed,
    Named(name): Named,
    request: Request,
) -> Result<Response, Problem> {
    let desk = desk(&server)?;
    let asked: WordsRequest = reading(request).await?;
    let view = desk.say(signed.account(), id(&name)?, &asked.words).await.map_err(failed)?;
    answer::offer(&server, signed.account(), &view)
}

/// Ask the ward's desk first
///
/// 「まず相談だけ」: nothing is published; the desk answers by mail.
#[utoipa::path(
    post, path = "/api/v1/offers/consultations", tag = "offers", request_body = WordsRequest, security(("session" = [])),
    responses(
        (status = 204, description = "On its way to the desk"),
        (status = 400, description = "Nothing was said", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "There is no desk", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn consult(
    State(server): State<Arc<Server>>,
    signed: Signed,
    request: Request,
) -> Result<Response, Problem> {
    let desk = desk(&server)?;
    let asked: WordsRequest = reading(request).await?;
    if asked.words.trim().is_empty() {
        return Err(failed(OfferError::Note));
    }
    let sent = desk.consult(signed.account(), &asked.words).await.map_err(failed)?;
    if !sent {
        return Err(Problem::mail_not_set_up());
    }
    Ok(no_store(StatusCode::NO_CONTENT.into_response()))
}
