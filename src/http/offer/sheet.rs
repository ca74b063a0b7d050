//! Many offers at once: a spreadsheet is checked row by row; what comes back is sent in as drafts.

use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::{Map, Value};
use std::sync::Arc;
use utoipa::ToSchema;

use super::answer::{failed, own};
use super::body::{FaultBody, fields};
use crate::app::offer::{CheckedSheet, LARGEST_SHEET, template};
use crate::http::account::Signed;
use crate::http::api::asked::Asked;
use crate::http::api::params::tables::NoParameters;
use crate::http::problem::Problem;
use crate::http::server::Server;

/// A spreadsheet whose rows were checked.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct SheetBody {
    /// Its rows.
    rows: Vec<SheetRowBody>,
    /// Columns that are no field of an offer.
    ignored: Vec<String>,
}

/// A row.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct SheetRowBody {
    /// Its number as a spreadsheet counts: the header is 1.
    #[schema(example = 2)]
    row: usize,
    /// What it says, by field; the place of its address where it names none.
    #[schema(value_type = std::collections::BTreeMap<String, String>)]
    fields: Map<String, Value>,
    /// Fields that are needed and missing or cannot be read.
    faults: Vec<FaultBody>,
}

impl From<CheckedSheet> for SheetBody {
    fn from(sheet: CheckedSheet) -> Self {
        let row = |row: crate::app::offer::CheckedRow| SheetRowBody {
            row: row.row,
            fields: fields(&row.draft),
            faults: row.faults.iter().map(FaultBody::from).collect(),
        };
        Self { rows: sheet.rows.into_iter().map(row).collect(), ignored: sheet.ignored }
    }
}

/// Check a spreadsheet
///
/// The body is the file: an Excel workbook or CSV in UTF-8, CP932 or UTF-16, at most 4 MB and 200 rows. Columns go by our
/// names and by those of the municipal standard. Nothing is kept: send the rows as drafts to begin them.
#[utoipa::path(
    post, path = "/api/v1/offers/sheets", tag = "offers", security(("session" = [])),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses(
        (status = 200, description = "The rows, each with what is wrong with it", body = SheetBody),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "Larger than 4 MB", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Not a list of offers", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn check_sheet(
    State(server): State<Arc<Server>>,
    _: Signed,
    request: Request,
) -> Result<Response, Problem> {
    let desk = server.app.offers().ok_or_else(Problem::mail_not_set_up)?;
    let body = to_bytes(request.into_body(), LARGEST_SHEET).await.map_err(|_| Problem::too_large())?;
    let checked = desk.check_sheet(body.to_vec()).await.map_err(failed)?;
    checked.map(|sheet| own(SheetBody::from(sheet))).map_err(|error| Problem::not_a_list(&error))
}

/// An empty list to fill in
///
/// CSV with a byte-order mark, as Excel opens it.
#[utoipa::path(
    get, path = "/api/v1/offers/template", tag = "offers", security(()),
    responses((status = 200, description = "The header of a list", body = String, content_type = "text/csv")),
)]
pub(in crate::http) async fn sheet_template(asked: Asked<NoParameters>) -> Result<Response, Problem> {
    asked.query()?;
    let told = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_static("attachment; filename=\"machikado-list.csv\""),
        ),
    ];
    Ok((told, template()).into_response())
}
