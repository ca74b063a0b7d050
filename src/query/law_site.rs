//! Answers "which use districts may this site lie in?", as the law asks it.

use crate::city::{City, ListingRow};
use crate::domain::{LonLat, UseDistrict};
use crate::law::{NEAR_M, Site};

/// The site of a place: the district of the zone it lies in (the lower id on a shared edge) and the
/// others within 20 m, by exact geometry.
pub fn law_site(city: &City, place: LonLat) -> Site {
    let own = city.zones().touching(place).first().map(|zone| zone.district());
    Site { district: own, near: others(city, place, own), exact: true }
}

/// The site of a listing: that of its public place, which says nothing where only its town is shown.
pub fn listing_site(city: &City, row: &ListingRow) -> Site {
    if row.place_is_approximate() {
        return Site::default();
    }
    let near = if row.other_districts().is_empty() {
        smallvec::SmallVec::new()
    } else {
        others(city, row.place(), row.district())
    };
    Site { district: row.district(), near, exact: true }
}

fn others(
    city: &City,
    place: LonLat,
    own: Option<UseDistrict>,
) -> smallvec::SmallVec<[(UseDistrict, f32); 2]> {
    let found = city.zones().other_districts(place, own, NEAR_M);
    found.into_iter().map(|(district, metres)| (district, metres as f32)).collect()
}
