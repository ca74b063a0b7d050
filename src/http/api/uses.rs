//! `/api/v1/law` and `/api/v1/uses`: what may open where, by the Building Standards Act.
//!
//! Every verdict is 建築基準法上の用途の目安, a guide; none says that a business may trade.

use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;

use super::asked::{Asked, JSON, Named, json};
use super::body::land_use::{UseList, UseSummaryBody, UseTable, UsesHere};
use super::body::law::VerdictBody;
use super::body::law_text::LawBody;
use super::body::show;
use super::body::use_search::UsesFound;
use super::params::filter::words_of;
use super::params::law::{language, plan, use_in_path};
use super::params::site::whereabouts;
use super::params::tables::{
    LanguageParameters, TableParameters, UseSearchParameters, UseSummaryParameters, UsesAtParameters,
    VerdictParameters,
};
use crate::city::{LawFilter, WordSet};
use crate::http::problem::Problem;
use crate::http::server::Server;
use crate::query;

const DEFAULT_WORDS: i64 = 8;

/// The law that verdicts follow
///
/// Its title and the date of its text, what verdicts leave out, and the ward's own rules where the server was
/// given any.
#[utoipa::path(
    get, path = "/api/v1/law", tag = "uses", params(LanguageParameters),
    responses(
        (status = 200, description = "The law", body = LawBody<'static>),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn law(
    State(server): State<Arc<Server>>,
    asked: Asked<LanguageParameters>,
) -> Result<Response, Problem> {
    let language = language(asked.query()?)?;
    asked.answer(&server, JSON, |_| json(&show::law(server.book(), language)))
}

/// Every use
///
/// The uses that the law tells apart, in groups, with their names in every language; `lang` changes nothing here.
#[utoipa::path(
    get, path = "/api/v1/uses", tag = "uses", params(LanguageParameters),
    responses(
        (status = 200, description = "The uses", body = UseList<'static>),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn uses(
    State(server): State<Arc<Server>>,
    asked: Asked<LanguageParameters>,
) -> Result<Response, Problem> {
    language(asked.query()?)?;
    asked.answer(&server, JSON, |_| json(&show::uses(server.book())))
}

/// Uses by what people call them
///
/// From an everyday word in kanji, kana, romaji or English to the use that the law knows; an unclear word brings one
/// question, whose answers name the uses.
#[utoipa::path(
    get, path = "/api/v1/uses/search", tag = "uses", params(UseSearchParameters),
    responses(
        (status = 200, description = "The words, the best first", body = UsesFound<'static>),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn search_uses(
    State(server): State<Arc<Server>>,
    asked: Asked<UseSearchParameters>,
) -> Result<Response, Problem> {
    let parameters = asked.query()?;
    let limit = parameters.integer("limit")?.unwrap_or(DEFAULT_WORDS) as usize;
    let typed = parameters.value("q", |text| words_of(text).map(|_| text.to_owned()))?.unwrap_or_default();
    asked.answer(&server, JSON, |_| {
        let found = server.book().thesaurus().search(&typed, limit);
        json(&show::uses_found(server.book(), &found))
    })
}

/// Verdicts on a use by district, storey and area
///
/// Everything a map needs to colour zones and listings for the use. 建築基準法上の用途の目安.
#[utoipa::path(
    get, path = "/api/v1/uses/{use}/table", tag = "uses",
    params(("use" = String, Path, description = "The use's id", example = "cafe_restaurant"), TableParameters),
    responses(
        (status = 200, description = "The verdicts", body = UseTable<'static>),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such use", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn table(
    State(server): State<Arc<Server>>,
    Named(word): Named,
    asked: Asked<TableParameters>,
) -> Result<Response, Problem> {
    let parameters = asked.query()?;
    let (inputs, language) = (plan(parameters)?, language(parameters)?);
    let use_id = use_in_path(server.book(), &word)?;
    asked.answer(&server, JSON, |_| {
        let steps = server.book().table(use_id, &inputs);
        json(&show::table(server.book(), use_id, &inputs, &steps, language))
    })
}

/// The verdict on a use at a place, in a listing or in a zone
///
/// With the clauses it rests on, what would make it legal, what to ask next and what it must not hide.
/// 建築基準法上の用途の目安; near a boundary the majority of the site decides (art. 91), and where the districts
/// within 20 m disagree the ward must be asked.
#[utoipa::path(
    get, path = "/api/v1/uses/{use}/verdict", tag = "uses",
    params(("use" = String, Path, description = "The use's id", example = "cafe_restaurant"), VerdictParameters),
    responses(
        (status = 200, description = "The verdict", body = VerdictBody<'static>),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such use", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn verdict(
    State(server): State<Arc<Server>>,
    Named(word): Named,
    asked: Asked<VerdictParameters>,
) -> Result<Response, Problem> {
    let parameters = asked.query()?;
    let (plan, language, place) = (plan(parameters)?, language(parameters)?, whereabouts(parameters)?);
    let use_id = use_in_path(server.book(), &word)?;
    asked.answer(&server, JSON, |city| {
        let (site, inputs) = place.site(city, plan)?;
        json(&show::verdict(server.book(), use_id, &inputs, &site, language))
    })
}

/// Where in the city a use may open
///
/// Hectares and share of the zoned land, listings, streets and districts by verdict. 建築基準法上の用途の目安.
/// `storey_max` is for land; a listing's own topmost storey counts.
#[utoipa::path(
    get, path = "/api/v1/uses/{use}/summary", tag = "uses",
    params(("use" = String, Path, description = "The use's id", example = "cafe_restaurant"), UseSummaryParameters),
    responses(
        (status = 200, description = "Where it may open", body = UseSummaryBody<'static>),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such use", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn summary(
    State(server): State<Arc<Server>>,
    Named(word): Named,
    asked: Asked<UseSummaryParameters>,
) -> Result<Response, Problem> {
    let inputs = plan(asked.query()?)?;
    let use_id = use_in_path(server.book(), &word)?;
    asked.answer(&server, JSON, |city| {
        let law = LawFilter::of(server.book(), use_id, &inputs, WordSet::EMPTY);
        let found = query::use_summary(city, &law, inputs.storey_max);
        json(&show::use_summary(server.book(), use_id, &inputs, &found))
    })
}

/// What may open at a place or in a listing
///
/// Every use by group, the most welcome first. 建築基準法上の用途の目安.
#[utoipa::path(
    get, path = "/api/v1/uses/at", tag = "uses", params(UsesAtParameters),
    responses(
        (status = 200, description = "Uses by group", body = UsesHere<'static>),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn uses_at(
    State(server): State<Arc<Server>>,
    asked: Asked<UsesAtParameters>,
) -> Result<Response, Problem> {
    let parameters = asked.query()?;
    let (plan, language, place) = (plan(parameters)?, language(parameters)?, whereabouts(parameters)?);
    asked.answer(&server, JSON, |city| {
        let (site, inputs) = place.site(city, plan)?;
        let found = query::uses_at(server.book(), &inputs, &site);
        json(&show::uses_here(server.book(), &inputs, &site, &found, language))
    })
}
