//! Answers "which use districts and areas may this site lie in?", as the law asks it.

use smallvec::SmallVec;

use crate::city::{City, ListingRow};
use crate::domain::{LonLat, UseDistrict};
use crate::law::{NEAR_M, Site, SiteArea};

/// The site of a place: the district of the zone it lies in (the lower id on a shared edge), the others
/// within 20 m, and the areas that hold it, by exact geometry.
pub fn law_site(city: &City, place: LonLat) -> Site {
    let own = city.zones().touching(place).first().map(|zone| zone.district());
    Site { district: own, near: others(city, place, own), areas: areas(city, place), exact: true }
}

/// The site of a listing: that of its public place, which says nothing where only its town is shown.
pub fn listing_site(city: &City, row: &ListingRow) -> Site {
    if row.place_is_approximate() {
        return Site::default();
    }
    let near = if row.other_districts().is_empty() {
        SmallVec::new()
    } else {
        others(city, row.place(), row.district())
    };
    Site { district: row.district(), near, areas: areas(city, row.place()), exact: true }
}

fn others(city: &City, place: LonLat, own: Option<UseDistrict>) -> SmallVec<[(UseDistrict, f32); 2]> {
    let found = city.zones().other_districts(place, own, NEAR_M);
    found.into_iter().map(|(district, metres)| (district, metres as f32)).collect()
}

/// An area in parts, or published twice, is one.
fn areas(city: &City, place: LonLat) -> SmallVec<[SiteArea; 1]> {
    let mut areas: SmallVec<[SiteArea; 1]> = SmallVec::new();
    for area in city.areas_at(place) {
        if !areas.iter().any(|known| (known.kind, &known.name) == (area.kind, &area.name)) {
            areas.push(SiteArea { kind: area.kind, name: area.name.clone(), url: area.url.clone() });
        }
    }
    areas
}
