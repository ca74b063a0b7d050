//! `/api/v1/listings`: search, nearest, and one listing.

use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;

use super::asked::{Asked, GEOJSON, JSON, Named, json};
use super::body::law::VerdictTally;
use super::body::listing::ListingBody;
use super::body::search::{FacetCount, Facets, LimitCount, ListingCollection, NearestAnswer, SearchAnswer};
use super::body::show;
use super::params::filter::listing_filter;
use super::params::search::{search, wants_geojson};
use super::params::tables::{NearestParameters, NoParameters, SearchParameters};
use super::params::value::point;
use crate::city::City;
use crate::domain::{Listing, ListingId};
use crate::http::problem::Problem;
use crate::http::server::Server;
use crate::query::{self, Facet, LawCounts};

const DEFAULT_NEIGHBOURS: i64 = 10;

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
pub(super) async fn search_listings(
    State(server): State<Arc<Server>>,
    asked: Asked<SearchParameters>,
) -> Result<Response, Problem> {
    let parameters = asked.query()?;
    let wanted = search(parameters, server.book())?;
    let form = if wants_geojson(parameters, asked.prefers_geojson())? { GEOJSON } else { JSON };
    asked.answer(&server, form, |city| {
        let found = query::search(city, &wanted)?;
        let (total, seq) = (found.total, city.seq().0);
        let (next, facets) = (found.next.map(|c| c.to_string()), counted(&found));
        let (verdict, hidden) = told(found.law);
        let walk_method = found.walk_method.map(Into::into);
        if form == GEOJSON {
            let features = found.items.iter().map(|f| show::feature(city, f)).collect();
            json(&ListingCollection {
                kind: "FeatureCollection",
                total,
                next,
                walk_method,
                facets,
                verdict,
                hidden,
                seq,
                features,
            })
        } else {
            let listings: Vec<Listing> = found.items.iter().map(|f| f.row.listing()).collect();
            let pairs = found.items.iter().zip(&listings);
            let items = pairs.map(|(f, listing)| show::summary(city, f, listing)).collect();
            json(&SearchAnswer { total, items, next, walk_method, facets, verdict, hidden, seq })
        }
    })
}

fn told(law: Option<LawCounts>) -> (Option<VerdictTally>, Option<usize>) {
    law.map(|law| (law.verdicts.into(), law.hidden)).unzip()
}

fn counted(found: &query::SearchAnswer<'_>) -> Facets {
    let limits = |counts: &[query::LimitCount]| {
        let listed: Vec<LimitCount> = counts.iter().copied().map(Into::into).collect();
        (!listed.is_empty()).then_some(listed)
    };
    let mut facets = Facets {
        rent_limits: limits(&found.rent_limits),
        area_limits: limits(&found.area_limits),
        ..Facets::default()
    };
    for facet in &found.facets {
        let values = facet.counts.iter().map(|c| FacetCount { value: c.value.to_string(), count: c.count });
        let place = match facet.facet {
            Facet::Kind => &mut facets.kind,
            Facet::District => &mut facets.district,
            Facet::Condition => &mut facets.condition,
            Facet::Cooking => &mut facets.cooking,
            Facet::Storey => &mut facets.storey,
            Facet::Rent => &mut facets.rent,
            Facet::Level => &mut facets.level,
            Facet::Area => &mut facets.area,
            Facet::Walk => &mut facets.walk,
            Facet::Town => &mut facets.town,
            Facet::Street => &mut facets.street,
            Facet::Verdict => &mut facets.verdict,
        };
        *place = Some(values.collect());
    }
    facets
}

/// The listings nearest to a place
#[utoipa::path(
    get, path = "/api/v1/listings/nearest", tag = "listings", params(NearestParameters),
    responses(
        (status = 200, description = "The nearest listings, nearest first", body = NearestAnswer<'static>),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn nearest_listings(
    State(server): State<Arc<Server>>,
    asked: Asked<NearestParameters>,
) -> Result<Response, Problem> {
    let parameters = asked.query()?;
    let (place, filter) = (point(parameters)?, listing_filter(parameters, server.book())?);
    let count = parameters.integer("k")?.unwrap_or(DEFAULT_NEIGHBOURS) as usize;
    asked.answer(&server, JSON, |city| {
        let found = query::nearest(city, place, count, &filter);
        let listings: Vec<Listing> = found.items.iter().map(|f| f.row.listing()).collect();
        let pairs = found.items.iter().zip(&listings);
        let items = pairs.map(|(f, listing)| show::summary(city, f, listing)).collect();
        let (verdict, hidden) = told(found.law);
        json(&NearestAnswer { items, verdict, hidden, seq: city.seq().0 })
    })
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
pub(super) async fn listing(
    State(server): State<Arc<Server>>,
    Named(id): Named,
    asked: Asked<NoParameters>,
) -> Result<Response, Problem> {
    asked.query()?;
    let id: ListingId = id.parse().map_err(|_| Problem::not_found("listing", &id))?;
    public(&server.city(), id)?;
    asked.answer(&server, JSON, |city| {
        let row = public(city, id)?;
        json(&show::whole(city, row, &row.listing()))
    })
}

fn public(city: &City, id: ListingId) -> Result<&crate::city::ListingRow, Problem> {
    let missing = || {
        if city.has_ended(id) { Problem::gone("listing", &id) } else { Problem::not_found("listing", &id) }
    };
    city.listings().get(id).ok_or_else(missing)
}
