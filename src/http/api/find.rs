//! `/api/v1/find`: the one search box.

use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;

use super::asked::{Asked, JSON, json};
use super::body::find::Suggestions;
use super::body::show;
use super::params::filter::words_of;
use super::params::law::language;
use super::params::tables::FindParameters;
use crate::http::problem::Problem;
use crate::http::server::Server;
use crate::query;

const DEFAULT_SUGGESTIONS: i64 = 8;

/// Suggestions for what is being typed
///
/// Stations, towns, shopping streets, addresses, businesses and listings. Names answer in kanji of any form, kana, romaji of any
/// system, full or half width, with 丁目 in any spelling; exact names come first, then beginnings, then names that hold
/// the text, listings last. A slip of one letter, a wrong voicing and a short form (三茶) are understood where nothing
/// else answers.
#[utoipa::path(
    get, path = "/api/v1/find", tag = "city", params(FindParameters),
    responses(
        (status = 200, description = "The suggestions, the best first", body = Suggestions<'static>),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn find(
    State(server): State<Arc<Server>>,
    asked: Asked<FindParameters>,
) -> Result<Response, Problem> {
    let parameters = asked.query()?;
    let typed = parameters.value("q", |text| words_of(text).map(|_| text.to_owned()))?.unwrap_or_default();
    let limit = parameters.integer("limit")?.unwrap_or(DEFAULT_SUGGESTIONS) as usize;
    let language = language(parameters)?;
    asked.answer(&server, JSON, |city| {
        let book = server.book();
        let found = query::find(city, book.thesaurus(), &typed, limit);
        json(&show::suggestions(city, book, &found, language))
    })
}
