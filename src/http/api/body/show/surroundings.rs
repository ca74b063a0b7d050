//! From what lies within a walk to a body.

use super::super::surroundings::{Residents, StreetWithin, SurroundingsBody, TownWithin};
use super::super::walk::RoadSource;
use super::places::kinds;
use crate::city::City;
use crate::geo::WalkMethod;
use crate::query::{Surroundings, WithinWalk};

/// Streets in an answer.
const MOST_STREETS: usize = 8;

/// What lies within a walk.
pub fn surroundings<'a>(
    city: &'a City,
    walk: &WithinWalk<'_>,
    minutes: u32,
    found: &Surroundings<'a>,
) -> SurroundingsBody<'a> {
    let towns = found.towns.iter().map(|reached| TownWithin {
        id: reached.town.id.into(),
        name: reached.town.name.to_string(),
        share: to_a_ten_thousandth(reached.share),
        population: reached.town.population,
    });
    let streets = found.streets.iter().take(MOST_STREETS).map(|summary| StreetWithin {
        id: summary.street.id.into(),
        name: &summary.street.name,
        shops: summary.street.shops,
        vacant: summary.vacant,
        vacancy_rate: summary.vacancy_rate.map(to_a_ten_thousandth),
    });
    let residents = found.residents().map(|people| Residents {
        count: (people / 10.0).round() as u64 * 10,
        estimate: found.towns.iter().any(|reached| reached.share < 1.0),
        uncounted_towns: found.uncounted_towns(),
    });
    let follows_roads = walk.method() == WalkMethod::Road;
    SurroundingsBody {
        place: walk.place().into(),
        minutes,
        method: walk.method().into(),
        roads: city.walks().networks().iter().filter(|_| follows_roads).map(RoadSource::from).collect(),
        residents,
        towns: towns.collect(),
        listings: found.listings,
        by_kind: kinds(&found.by_kind),
        verdict: found.verdicts.map(Into::into),
        streets: streets.collect(),
        seq: city.seq().0,
    }
}

fn to_a_ten_thousandth(share: f64) -> f64 {
    (share * 1e4).round() / 1e4
}
