//! `/api/v1/walks`: the way from one place to another, and the land that can be walked to.

use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;

use super::asked::{Asked, GEOJSON, json};
use super::body::geometry::Geometry;
use super::body::walk::{RoadSource, WalkArea, WalkAreaProperties, WalkBody, WalkWay, WalkWayProperties};
use super::params::query_string::QueryString;
use super::params::tables::{WalkAreaParameters, WalkParameters};
use super::params::value::{id, place, point};
use crate::city::City;
use crate::domain::{LonLat, StationId};
use crate::geo::WalkMethod;
use crate::http::problem::Problem;
use crate::http::server::Server;
use crate::query::{WithinWalk, walk_between};

pub(super) const DEFAULT_MINUTES: i64 = 10;

/// Where walks begin.
#[derive(Debug, Clone, Copy)]
enum Start {
    Station(StationId),
    Place(LonLat),
}

impl Start {
    fn read(query: &QueryString) -> Result<Self, Problem> {
        match query.value("station", id)? {
            Some(_) if query.text("lon").is_some() || query.text("lat").is_some() => {
                let detail = "`station` cannot be combined with `lon` and `lat`: one start";
                Err(Problem::misused_parameter("station", detail))
            }
            Some(station) => Ok(Self::Station(station)),
            None => point(query).map(Self::Place),
        }
    }

    const fn station(self) -> Option<StationId> {
        match self {
            Self::Station(id) => Some(id),
            Self::Place(_) => None,
        }
    }
}

/// The land that can be walked to
///
/// From a station or a place, within so many minutes along roads: 80 m a minute. Where no roads are loaded or none
/// is near, a circle estimated from the straight line, and `method` says so.
#[utoipa::path(
    get, path = "/api/v1/walks/area", tag = "places", params(WalkAreaParameters),
    responses(
        (status = 200, description = "The land", body = WalkArea<'static>, content_type = "application/geo+json"),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn walk_area(
    State(server): State<Arc<Server>>,
    asked: Asked<WalkAreaParameters>,
) -> Result<Response, Problem> {
    let parameters = asked.query()?;
    let minutes = parameters.integer("minutes")?.unwrap_or(DEFAULT_MINUTES) as u32;
    let start = Start::read(parameters)?;
    asked.answer(&server, GEOJSON, |city| {
        let within = match start {
            Start::Place(place) => WithinWalk::of_place(city, place, minutes),
            Start::Station(id) => WithinWalk::of_station(city, id, minutes).ok_or_else(|| {
                Problem::misused_parameter("station", format!("there is no station `{id}`"))
            })?,
        };
        let properties = WalkAreaProperties {
            place: within.place().into(),
            station: start.station().map(Into::into),
            minutes,
            method: within.method().into(),
            listings: within.listings(city),
            roads: sources(city, within.method()),
            seq: city.seq().0,
        };
        json(&WalkArea { kind: "Feature", geometry: Geometry::from(&within.area()), properties })
    })
}

/// The walk from one place to another
///
/// Along roads, up to two hours; else estimated from the straight line, without a course.
#[utoipa::path(
    get, path = "/api/v1/walks", tag = "places", params(WalkParameters),
    responses(
        (status = 200, description = "The walk", body = WalkWay<'static>, content_type = "application/geo+json"),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn walk(
    State(server): State<Arc<Server>>,
    asked: Asked<WalkParameters>,
) -> Result<Response, Problem> {
    let parameters = asked.query()?;
    let needed = |name: &'static str| {
        let found = parameters.value(name, place)?;
        found.ok_or_else(|| Problem::misused_parameter(name, format!("`{name}` is needed")))
    };
    let (from, to) = (needed("from")?, needed("to")?);
    asked.answer(&server, GEOJSON, |city| {
        let answer = walk_between(city, from, to);
        let WalkBody { minutes, metres, method, .. } = answer.walk.into();
        let roads = sources(city, answer.walk.method);
        let properties = WalkWayProperties { minutes, metres, method, roads, seq: city.seq().0 };
        let course = answer.route.map(|route| geo_types::MultiLineString(vec![route.course]));
        json(&WalkWay { kind: "Feature", geometry: course.as_ref().map(Geometry::from), properties })
    })
}

fn sources(city: &City, method: WalkMethod) -> Vec<RoadSource<'_>> {
    let follows_roads = method == WalkMethod::Road;
    city.walks().networks().iter().filter(|_| follows_roads).map(RoadSource::from).collect()
}
