//! `GET /api/v1/wanted` and `/api/v1/wanted/demand`.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::collections::HashSet;
use std::sync::Arc;
use utoipa::ToSchema;

use crate::app::wanted::{Demand, FEWEST, WantedDesk, shown_places};
use crate::app::wording::wanted::place_name;
use crate::city::City;
use crate::domain::{Wanted, WantedPlace, Yen};
use crate::http::api::asked::Asked;
use crate::http::api::params::tables::NoParameters;
use crate::http::problem::Problem;
use crate::http::server::Server;

/// A card is public until the desk or its writer takes it back; nobody needs it faster than this.
const FRESH: HeaderValue = HeaderValue::from_static("public, max-age=30");

/// The public cards.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct CardsBody {
    /// How many.
    total: usize,
    /// Newest first.
    items: Vec<CardBody>,
}

/// A card.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct CardBody {
    /// Its id.
    #[schema(example = "0c8x4n2k7zq")]
    id: String,
    /// `ja`, `en` or `easy`: what it is written in.
    #[schema(example = "ja")]
    language: &'static str,
    /// What somebody would like to open.
    #[schema(example = "小さな焼き菓子の店")]
    title: String,
    /// More of it; may be empty.
    words: String,
    /// The use as the law sorts it; null where none was chosen.
    #[schema(example = "bakery_workshop")]
    r#use: Option<String>,
    /// The smallest floor area, m²; null where it does not matter.
    area_min_m2: Option<f64>,
    /// The largest floor area, m²; null where it does not matter.
    area_max_m2: Option<f64>,
    /// The highest rent in yen a month; null where it is to be discussed.
    rent_max_yen: Option<u64>,
    /// True if any place in the ward will do.
    anywhere: bool,
    /// Those of its places that at least three cards name.
    places: Vec<CardPlace>,
    /// How many places are not shown, because fewer cards name them.
    places_hidden: usize,
    /// The day it was published or last kept, in Japan.
    #[schema(example = "2026-11-20")]
    as_of: String,
    /// True for made-up data.
    synthetic: bool,
}

/// Where somebody looks.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct CardPlace {
    /// `town` or `street`.
    #[schema(example = "street")]
    is: &'static str,
    /// Its id.
    #[schema(example = "0c8x4n2k7zq")]
    id: String,
    /// Its name.
    #[schema(example = "いちょう通り商店街")]
    name: String,
}

/// Public cards
///
/// What people would like to open, newest first. Who they are is not told.
#[utoipa::path(
    get, path = "/api/v1/wanted", tag = "wanted",
    responses((status = 200, description = "The cards", body = CardsBody)),
)]
pub(in crate::http) async fn cards(
    State(server): State<Arc<Server>>,
    asked: Asked<NoParameters>,
) -> Result<Response, Problem> {
    asked.query()?;
    let cards = published(&server).await?;
    let shown = shown_places(&cards);
    let city = server.city();
    let items: Vec<CardBody> = cards.iter().map(|card| body(&city, card, &shown)).collect();
    let body = CardsBody { total: items.len(), items };
    Ok(([(header::CACHE_CONTROL, FRESH)], Json(body)).into_response())
}

/// How many look where.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct DemandBody {
    /// Public cards.
    cards: usize,
    /// Counts below this are not told.
    fewest: usize,
    /// Cards for anywhere in the ward; null if too few.
    anywhere: Option<usize>,
    /// Cards by use, most first; uses with too few are left out.
    uses: Vec<UseDemand>,
    /// Towns and shopping streets by cards that name them, most first; those with too few are left out.
    places: Vec<PlaceDemandBody>,
}

/// How many plan one use.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct UseDemand {
    /// The use as the law sorts it.
    #[schema(example = "bakery_workshop")]
    r#use: String,
    /// Cards that plan it.
    wanted: usize,
}

/// How many look at one place, beside what is on offer there.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct PlaceDemandBody {
    #[serde(flatten)]
    place: CardPlace,
    /// Longitude of a point within it.
    #[schema(example = 139.6495)]
    lon: f64,
    /// Latitude of a point within it.
    #[schema(example = 35.6490)]
    lat: f64,
    /// Cards that name it.
    wanted: usize,
    /// Public listings there.
    vacant: usize,
}

/// How many look where
///
/// Cards counted by place and use, beside what stands empty there. A count below three is not told.
#[utoipa::path(
    get, path = "/api/v1/wanted/demand", tag = "wanted",
    responses((status = 200, description = "The counts", body = DemandBody)),
)]
pub(in crate::http) async fn demand(
    State(server): State<Arc<Server>>,
    asked: Asked<NoParameters>,
) -> Result<Response, Problem> {
    asked.query()?;
    let cards = published(&server).await?;
    let Demand { cards, anywhere, uses, places } = Demand::of(&server.city(), &cards);
    let uses = uses.into_iter().map(|(use_id, wanted)| UseDemand { r#use: use_id, wanted });
    let places = places.into_iter().map(|found| PlaceDemandBody {
        place: card_place(found.place, found.name),
        lon: found.at.lon(),
        lat: found.at.lat(),
        wanted: found.wanted,
        vacant: found.vacant,
    });
    let body = DemandBody { cards, fewest: FEWEST, anywhere, uses: uses.collect(), places: places.collect() };
    Ok(([(header::CACHE_CONTROL, FRESH)], Json(body)).into_response())
}

async fn published(server: &Server) -> Result<Vec<Wanted>, Problem> {
    match server.app.wanted() {
        None => Ok(vec![]),
        Some(desk) => desk.published().await.map_err(|error| Problem::internal(None, &error)),
    }
}

fn body(city: &City, card: &Wanted, shown: &HashSet<WantedPlace>) -> CardBody {
    let places: Vec<CardPlace> = card
        .places
        .iter()
        .filter(|place| shown.contains(place))
        .filter_map(|place| Some(card_place(*place, place_name(city, *place)?)))
        .collect();
    CardBody {
        id: card.id.to_string(),
        language: card.language.slug(),
        title: card.title.clone(),
        words: card.words.clone(),
        r#use: card.use_id.clone(),
        area_min_m2: card.area_min_m2,
        area_max_m2: card.area_max_m2,
        rent_max_yen: card.rent_max.map(Yen::yen),
        anywhere: card.places.is_empty(),
        places_hidden: card.places.len() - places.len(),
        places,
        as_of: WantedDesk::as_of(card).to_string(),
        synthetic: card.synthetic,
    }
}

fn card_place(place: WantedPlace, name: String) -> CardPlace {
    match place {
        WantedPlace::Town(id) => CardPlace { is: "town", id: id.to_string(), name },
        WantedPlace::Street(id) => CardPlace { is: "street", id: id.to_string(), name },
    }
}
