//! Answers "what is here?": zone, shopping street, station, town and municipality of a place.

use crate::city::{City, StationOnFoot, ZoneEntry};
use crate::domain::{Boundary, LonLat, ShoppingStreet, Town};

/// What is at a place.
#[derive(Debug, Clone)]
pub struct PlaceAnswer<'a> {
    /// The current zones that touch it, lowest id first.
    pub zones: Vec<&'a ZoneEntry>,
    /// The nearest shopping street and the metres to it in a straight line; 0 inside its area.
    pub street: Option<(&'a ShoppingStreet, f64)>,
    /// The station nearest on foot.
    pub station: Option<StationOnFoot<'a>>,
    /// Its town.
    pub town: Option<&'a Town>,
    /// Its municipality.
    pub boundary: Option<&'a Boundary>,
}

/// What is at a place.
pub fn place_at(city: &City, place: LonLat) -> PlaceAnswer<'_> {
    PlaceAnswer {
        zones: city.zones().touching(place),
        street: city.nearest_street(place),
        station: city.stations_on_foot(place).next(),
        town: city.town_at(place),
        boundary: city.boundary_at(place),
    }
}
