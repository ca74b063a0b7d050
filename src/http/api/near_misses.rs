//! `/api/v1/listings/near-misses`: what a search leaves out for one reason alone.

use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;

use super::asked::{Asked, JSON, json};
use super::body::near_misses::{NearMissBody, NearMisses};
use super::body::show;
use super::params::loosened::{changes, limit_name};
use super::params::search::search;
use super::params::tables::NearMissParameters;
use crate::domain::Listing;
use crate::http::problem::Problem;
use crate::http::server::Server;
use crate::query::{self, Amount};

const DEFAULT_MISSES: i64 = 6;

/// Near misses of a search
///
/// The listings that fail exactly one thing that is asked, or lie a little outside the area (1 km, or 10 minutes on foot), those
/// that miss by least first. Each says what leaves it out, by how much, and which parameters to change so that the search finds it.
#[utoipa::path(
    get, path = "/api/v1/listings/near-misses", tag = "listings", params(NearMissParameters),
    responses(
        (status = 200, description = "The near misses", body = NearMisses<'static>),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn near_misses(
    State(server): State<Arc<Server>>,
    asked: Asked<NearMissParameters>,
) -> Result<Response, Problem> {
    let parameters = asked.query()?;
    let wanted = search(parameters, server.book())?;
    let limit = parameters.integer("limit")?.unwrap_or(DEFAULT_MISSES) as usize;
    asked.answer(&server, JSON, |city| {
        let missed = query::near_misses(city, &wanted, limit)?;
        let listings: Vec<Listing> = missed.items.iter().map(|miss| miss.found.row.listing()).collect();
        let items = missed.items.iter().zip(&listings).map(|(miss, listing)| {
            let (how, by, unit) = told(miss.by);
            NearMissBody {
                listing: show::summary(city, &miss.found, listing),
                limit: limit_name(miss.limit),
                how,
                by,
                unit,
                loosen: changes(parameters, miss.limit, &miss.loosened(city, &wanted)),
            }
        });
        json(&NearMisses { total: missed.total, items: items.collect(), seq: city.seq().0 })
    })
}

fn told(by: Amount) -> (&'static str, Option<f64>, Option<&'static str>) {
    let amount = |by: f64, unit| ("amount", Some((by * 10.0).round() / 10.0), Some(unit));
    match by {
        Amount::Yen(yen) => amount(yen, "yen"),
        Amount::M2(m2) => amount(m2, "m2"),
        Amount::Metres(metres) => amount(metres, "metres"),
        Amount::Minutes(minutes) => amount(minutes.into(), "minutes"),
        Amount::Storeys(storeys) => amount(storeys.into(), "storeys"),
        Amount::Days(days) => amount(days.into(), "days"),
        Amount::Kilowatts(kw) => amount(kw, "kw"),
        Amount::Other => ("other", None, None),
        Amount::Unstated => ("unstated", None, None),
    }
}
