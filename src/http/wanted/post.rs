//! `POST /api/v1/wanted`: somebody says what they would like to open.
//!
//! The answer never depends on whether an address is known or was written to too often.

use axum::extract::{Request, State};
use axum::response::Response;
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

use crate::app::wanted::NewCard;
use crate::app::wording::wanted::place_name;
use crate::domain::{WantedPlace, Yen};
use crate::http::api::params::law::use_in_path;
use crate::http::contact::message;
use crate::http::form::{Accepted, Form, accepted};
use crate::http::problem::Problem;
use crate::http::server::Server;

const FIELDS: [&str; 10] = [
    "title",
    "words",
    "use",
    "places",
    "area_min_m2",
    "area_max_m2",
    "rent_max_yen",
    "email",
    "language",
    "website",
];
const LONGEST_TITLE: usize = 60;
const LONGEST_WORDS: usize = 1000;

/// What somebody would like to open.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct WantedRequest {
    /// In a line of at most 60 characters.
    #[schema(example = "小さな焼き菓子の店")]
    title: String,
    /// More of it; at most 1000 characters and three links.
    words: Option<String>,
    /// The use as the law sorts it.
    #[schema(example = "bakery_workshop")]
    r#use: Option<String>,
    /// Up to five places as `town:ID` or `street:ID`, with commas between; anywhere unless given.
    #[schema(example = "street:0c8x4n2k7zq")]
    places: Option<String>,
    /// The smallest floor area, m².
    area_min_m2: Option<f64>,
    /// The largest floor area, m².
    area_max_m2: Option<f64>,
    /// The highest rent, whole yen a month.
    rent_max_yen: Option<f64>,
    /// Where answers go. Nobody sees it.
    #[schema(example = "founder@example.jp")]
    email: String,
    /// `ja`, `en` or `easy`; `ja` unless given.
    #[schema(example = "ja", pattern = "^(ja|en|easy)$")]
    language: Option<String>,
    /// To be left out or empty.
    website: Option<String>,
}

/// Post a card
///
/// A mail with a link is sent; once the link is followed, within 48 hours, the ward's desk reads the card and
/// publishes it. It goes after 90 days unless it is kept.
#[utoipa::path(
    post, path = "/api/v1/wanted", tag = "wanted", request_body = WantedRequest,
    responses(
        (status = 202, description = "Always the same, whether or not the address is known", body = Accepted),
        (status = 400, description = "A field cannot be read", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Sent from a page of another site", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "Not JSON", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Mail is not set up", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn post(
    State(server): State<Arc<Server>>,
    request: Request,
) -> Result<Response, Problem> {
    let desk = server.app.wanted().ok_or_else(Problem::mail_not_set_up)?;
    let form = Form::read(&server, request, &FIELDS).await?;
    let new = NewCard {
        language: form.language("language")?,
        title: form.needed_words("title", LONGEST_TITLE)?.replace('\n', " "),
        words: message("words", form.words("words", LONGEST_WORDS)?)?,
        use_id: use_id(&server, &form)?,
        places: places(&server, &form)?,
        area_min_m2: form.number("area_min_m2")?,
        area_max_m2: form.number("area_max_m2")?,
        rent_max: rent(&form)?,
        address: form.needed_email("email")?,
    };
    let card = desk.checked(&new).map_err(|e| Problem::misused_parameter(e.field(), e.to_string()))?;
    // Whoever was written to often enough hears nothing more, and whoever asks does not learn it.
    if !form.is_trapped("website") && server.limits.address(&new.address.folded()) {
        desk.take(card, new.address).await.map_err(|error| Problem::internal(None, &error))?;
    }
    Ok(accepted())
}

fn use_id(server: &Server, form: &Form) -> Result<Option<String>, Problem> {
    let Some(text) = form.text("use")?.filter(|text| !text.is_empty()) else { return Ok(None) };
    let known = use_in_path(server.book(), text);
    known.map_err(|_| Problem::misused_parameter("use", "there is no such use"))?;
    Ok(Some(text.to_owned()))
}

fn places(server: &Server, form: &Form) -> Result<Vec<WantedPlace>, Problem> {
    let city = server.city();
    let named = form.text("places")?.unwrap_or_default();
    let places = named.split(',').map(str::trim).filter(|text| !text.is_empty());
    places
        .map(|text| {
            let place = text.parse().ok().filter(|place| place_name(&city, *place).is_some());
            place.ok_or_else(|| Problem::misused_parameter("places", "there is no such town or street"))
        })
        .collect()
}

fn rent(form: &Form) -> Result<Option<Yen>, Problem> {
    let Some(yen) = form.number("rent_max_yen")? else { return Ok(None) };
    let whole = (yen > 0.0 && yen.fract() == 0.0).then_some(yen as u64);
    let rent = whole.and_then(|yen| Yen::new(yen).ok());
    rent.map(Some)
        .ok_or_else(|| Problem::misused_parameter("rent_max_yen", "`rent_max_yen` is whole yen a month"))
}
