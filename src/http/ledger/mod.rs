//! `GET /api/v1/ledger`: what changed between two editions of zoning.

mod body;
mod uses;

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use std::sync::Arc;

pub(super) use self::uses::{__path_ledger_uses, ledger_uses};

use self::body::{HistoryBody, LandUseBody, LedgerBody};
use super::api::asked::{Asked, GEOJSON, JSON, json};
use super::api::params::query_string::QueryString;
use super::api::params::table::LEDGER_FORMAT_WORDS;
use super::api::params::tables::{HistoryParameters, LandUseParameters, LedgerParameters};
use super::api::params::value::word;
use super::problem::Problem;
use super::server::Server;
use crate::app::ledger::{Asked as AskedLedger, AskedHistory, AskedLandUse, LedgerError};
use crate::domain::UseDistrict;
use crate::ledger::{DEFAULT_TOLERANCE_M, NoSuchEdition, Report};

const CSV: &str = "text/csv; charset=utf-8";

/// What changed between two editions of zoning
///
/// Hectares by use district in both, a matrix of district by district, a row for each changed piece, and what is only
/// noise told apart. `format=geojson` gives the pieces as land, `format=csv` as a table for a spreadsheet.
#[utoipa::path(
    get, path = "/api/v1/ledger", tag = "zones", params(LedgerParameters),
    responses(
        (status = 200, description = "The ledger", body = LedgerBody),
        (status = 400, description = "A parameter cannot be read, or names no edition", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn ledger(
    State(server): State<Arc<Server>>,
    asked: Asked<LedgerParameters>,
) -> Result<Response, Problem> {
    let query = asked.query()?;
    let tolerance_m = query.number("tolerance_m")?.unwrap_or(DEFAULT_TOLERANCE_M);
    let format = query.value("format", |text| word(LEDGER_FORMAT_WORDS, |w| w, text))?;
    let named = |side: &'static str| {
        let missing =
            || Problem::misused_parameter(side, format!("`{side}` names an edition; it must be given"));
        query.text(side).filter(|text| !text.is_empty()).ok_or_else(missing)
    };
    let (before, after) = (named("before")?, named("after")?);
    let chosen =
        AskedLedger::of(&server.city(), before, after, tolerance_m).map_err(|error| refused(&error))?;
    let report = server.ledgers.report(chosen).await.map_err(|error| refused(&error))?;
    match format {
        Some("csv") => {
            let mut response =
                asked.answer(&server, CSV, |_| report.csv().map_err(|e| Problem::internal(None, &e)))?;
            response.headers_mut().insert(header::CONTENT_DISPOSITION, file_name(&report));
            Ok(response)
        }
        Some("geojson") => asked.answer(&server, GEOJSON, |_| json(&report.geojson())),
        _ => asked.answer(&server, JSON, |_| json(&report.json())),
    }
}

/// One use district through the editions
///
/// Its land in every edition, the earliest first, in all and town by town.
#[utoipa::path(
    get, path = "/api/v1/ledger/history", tag = "zones", params(HistoryParameters),
    responses(
        (status = 200, description = "The history", body = HistoryBody),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn ledger_history(
    State(server): State<Arc<Server>>,
    asked: Asked<HistoryParameters>,
) -> Result<Response, Problem> {
    let district = district(asked.query()?)?;
    let chosen = AskedHistory::of(&server.city(), district);
    let found = server.ledgers.history(chosen).await.map_err(|error| refused(&error))?;
    asked.answer(&server, JSON, |_| json(&found.json()))
}

/// How the land was used
///
/// Survey by survey on the land of one use district in one edition: industrial share in all and by town, dwellings near
/// factories, industrial lots that hang together, sites at risk by the ward's guideline, and what became of the lots.
#[utoipa::path(
    get, path = "/api/v1/ledger/land-use", tag = "zones", params(LandUseParameters),
    responses(
        (status = 200, description = "The use of the land", body = LandUseBody),
        (status = 400, description = "A parameter cannot be read, or names no edition", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn ledger_land_use(
    State(server): State<Arc<Server>>,
    asked: Asked<LandUseParameters>,
) -> Result<Response, Problem> {
    let query = asked.query()?;
    let (district, within) = (district(query)?, query.text("within").filter(|text| !text.is_empty()));
    let read = AskedLandUse::read(&server.app, within, district).await.map_err(|error| refused(&error))?;
    let found = server.ledgers.land_uses(&server.app, read).await.map_err(|error| refused(&error))?;
    asked.answer(&server, JSON, |_| json(&found.json()))
}

/// The use district asked about: quasi-industrial land unless another is named.
fn district(query: &QueryString) -> Result<UseDistrict, Problem> {
    let read = |text: &str| word(UseDistrict::ALL, UseDistrict::slug, text);
    Ok(query.value("district", read)?.unwrap_or(UseDistrict::QuasiIndustrial))
}

fn refused(error: &LedgerError) -> Problem {
    match error {
        LedgerError::Edition { side, why: NoSuchEdition::None { asked, known } } => {
            let expected = format!("the id, date, year or name of an edition; there are {known}");
            Problem::bad_parameter(side, asked, &expected)
        }
        LedgerError::Edition { side, why: NoSuchEdition::Several { asked, found } } => {
            Problem::bad_parameter(side, asked, &format!("one edition by its id; it may be {found}"))
        }
        LedgerError::Stopped(_) | LedgerError::Store(_) => Problem::internal(None, error),
    }
}

fn file_name(report: &Report) -> HeaderValue {
    let name = format!("ledger-{}-{}.csv", report.before.as_of, report.after.as_of);
    HeaderValue::from_str(&format!("attachment; filename=\"{name}\""))
        .unwrap_or(HeaderValue::from_static("attachment"))
}
