//! `GET /api/v1/ledger/uses`: what may open in one use district and hardly anywhere else in the city.

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

use super::district;
use crate::http::api::asked::{Asked, JSON, json};
use crate::http::api::body::law::Texts;
use crate::http::api::body::show::texts;
use crate::http::api::params::tables::HistoryParameters;
use crate::http::problem::Problem;
use crate::http::server::Server;
use crate::law::LawBook;
use crate::query::{OnlyIn, only_in};

/// What depends on one use district: in every other district of the city but the industrial ones the law refuses it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OnlyInBody<'a> {
    /// The use district.
    #[schema(example = "quasi_industrial")]
    district: &'static str,
    /// The day the law's text is of.
    #[schema(example = "2026-04-01")]
    law_text_date: &'a str,
    /// The district's land, hectares.
    hectares: f64,
    /// Its part of all zoned land, 0 to 1.
    share: f64,
    /// Uses, in the order of the rules.
    uses: Vec<OnlyUseBody<'a>>,
    /// Processes that a factory of any size may only run here.
    processes: Vec<OnlyProcessBody<'a>>,
}

/// A use.
#[derive(Debug, Serialize, ToSchema)]
struct OnlyUseBody<'a> {
    /// Its id.
    #[schema(example = "auto_repair")]
    r#use: &'a str,
    /// What people call it.
    name: Texts<'a>,
    /// Above this floor area, m²; null at any size.
    above_m2: Option<f64>,
    /// Land of the city where the law leaves it room, hectares.
    hectares: f64,
    /// Premises on offer that the district touches, of at least 1 m² more, where the law does not refuse it: as a search
    /// with `allowed_for`, `motor_kw=1`, `process_class=none`, `hazmat=false`, `district` and `area_min` counts.
    vacancies: usize,
}

/// A process.
#[derive(Debug, Serialize, ToSchema)]
struct OnlyProcessBody<'a> {
    /// What it is.
    name: Texts<'a>,
    /// The clause that lists it.
    #[schema(example = "(ぬ)項第3号(六)")]
    citation: &'a str,
}

/// What may open in one use district only
///
/// Uses, from the floor area on above which every other district but the industrial ones refuses them, with the land where
/// they have room and the premises on offer there; and processes of factories. Judged is a workshop on the ground floor with motors of 1 kW,
/// without listed processes and hazardous materials. 建築基準法上の用途の目安.
#[utoipa::path(
    get, path = "/api/v1/ledger/uses", tag = "zones", params(HistoryParameters),
    responses(
        (status = 200, description = "The uses", body = OnlyInBody<'static>),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn ledger_uses(
    State(server): State<Arc<Server>>,
    asked: Asked<HistoryParameters>,
) -> Result<Response, Problem> {
    let district = district(asked.query()?)?;
    asked.answer(&server, JSON, |city| {
        let book = server.book();
        json(&body(book, district.slug(), &only_in(city, book, district)))
    })
}

fn body<'a>(book: &'a LawBook, district: &'static str, found: &OnlyIn<'a>) -> OnlyInBody<'a> {
    let rounded = |value: f64, parts: f64| (value * parts).round() / parts;
    let uses = found.uses.iter().map(|only| {
        let land_use = book.land_use(only.use_id);
        OnlyUseBody {
            r#use: &land_use.slug,
            name: texts(&land_use.name),
            above_m2: only.above_m2,
            hectares: rounded(only.hectares, 100.0),
            vacancies: only.vacancies,
        }
    });
    let processes = found
        .processes
        .iter()
        .map(|process| OnlyProcessBody { name: texts(&process.name), citation: &process.citation });
    OnlyInBody {
        district,
        law_text_date: &book.text().date,
        hectares: rounded(found.hectares, 100.0),
        share: rounded(found.share, 1e6),
        uses: uses.collect(),
        processes: processes.collect(),
    }
}
