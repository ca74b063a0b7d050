//! From the city to bodies. Everything shown comes from what the city holds for the public.

mod listings;
mod places;

pub use listings::{
    covering_zone, feature, metres, nearby_station, nearby_street, summary, town_name, whole,
};
pub use places::{city, editions, place_at, station, street, street_summary, town, zone, zone_at};
