//! `/api/v1/listings`: search, nearest, and one listing.

use super::body::listing::ListingBody;
use super::body::search::{ListingCollection, NearestAnswer, SearchAnswer};
use super::params::tables::{NearestParameters, SearchParameters};
use crate::http::problem::Problem;

/// Search listings
///
/// By area, filters and text, sorted, page by page, with counts.
#[utoipa::path(
    get, path = "/api/v1/listings", tag = "listings", params(SearchParameters),
    responses(
        (status = 200, description = "A page of listings", content(
            (SearchAnswer<'static> = "application/json"),
            (ListingCollection<'static> = "application/geo+json"),
        )),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn search_listings() -> Problem {
    Problem::not_ready("search is not wired yet")
}

/// The listings nearest to a place
#[utoipa::path(
    get, path = "/api/v1/listings/nearest", tag = "listings", params(NearestParameters),
    responses(
        (status = 200, description = "The nearest listings, nearest first", body = NearestAnswer<'static>),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn nearest_listings() -> Problem {
    Problem::not_ready("search is not wired yet")
}

/// One listing
#[utoipa::path(
    get, path = "/api/v1/listings/{id}", tag = "listings",
    params(("id" = String, Path, description = "The listing's id", example = "0c8x4n2k7zq")),
    responses(
        (status = 200, description = "The listing, whole", body = ListingBody<'static>),
        (status = 404, description = "No such public listing", body = Problem, content_type = "application/problem+json"),
        (status = 410, description = "No longer on offer", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn listing() -> Problem {
    Problem::not_ready("search is not wired yet")
}
