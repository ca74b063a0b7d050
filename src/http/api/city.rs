//! `/api/v1/city`: what this server holds.

use super::body::city::CityBody;
use crate::http::problem::Problem;

/// The city as a whole
#[utoipa::path(
    get, path = "/api/v1/city", tag = "city",
    responses((status = 200, description = "The city", body = CityBody<'static>)),
)]
pub(super) async fn city() -> Problem {
    Problem::not_ready("the city is not wired yet")
}
