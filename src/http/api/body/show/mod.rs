//! From the city to bodies. Everything shown comes from what the city holds for the public.

mod find;
mod law;
mod listings;
mod places;
mod surroundings;
mod uses;

pub use find::suggestions;
pub use law::verdict;
pub use listings::{
    covering_zone, feature, metres, nearby_station, nearby_street, summary, town_name, whole,
};
pub use places::{city, editions, place_at, station, street, street_summary, town, zone, zone_at};
pub use surroundings::surroundings;
pub use uses::{law, table, texts, use_summary, uses, uses_found, uses_here};
