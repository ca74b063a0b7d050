//! From query parameters to the place that is judged, said in one way.

use super::query_string::QueryString;
use super::value::{id, point};
use crate::city::{City, ListingRow};
use crate::domain::{ListingId, LonLat, ZoneId};
use crate::http::problem::Problem;
use crate::law::{Inputs, Site};
use crate::query;

/// Where a use is judged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Whereabouts {
    /// At a place.
    Place(LonLat),
    /// In the premises of a listing.
    Listing(ListingId),
    /// Anywhere in a zone.
    Zone(ZoneId),
}

/// The place a query asks about: `lon` and `lat`, `listing`, or `zone` where the path has it.
pub fn whereabouts(query: &QueryString) -> Result<Whereabouts, Problem> {
    let ways = ["lon", "lat", "listing", "zone"];
    let given: Vec<&str> = ways.into_iter().filter(|way| query.text(way).is_some()).collect();
    match given[..] {
        [] => Err(Problem::misused_parameter("lon", "`lon` and `lat` are needed, or `listing`")),
        ["listing" | "zone"] => {
            let listing = query.value("listing", id)?.map(Whereabouts::Listing);
            let zone = || query.value("zone", id).map(|zone| zone.map(Whereabouts::Zone));
            Ok(listing.map_or_else(zone, |l| Ok(Some(l)))?.expect("one of the two is given"))
        }
        [first, .., second] if matches!(second, "listing" | "zone") => {
            let detail = format!("`{second}` cannot be combined with `{first}`: one place at most");
            Err(Problem::misused_parameter(second, detail))
        }
        _ => point(query).map(Whereabouts::Place),
    }
}

impl Whereabouts {
    /// The site, and the plan with what a listing tells of it where nothing else is said.
    pub fn site(self, city: &City, plan: Inputs) -> Result<(Site, Inputs), Problem> {
        match self {
            Self::Place(place) => Ok((query::law_site(city, place), plan)),
            Self::Listing(id) => {
                let row = listing(city, id)?;
                let told = Inputs {
                    use_area_m2: plan.use_area_m2.or(row.area_m2()),
                    storey_max: plan.storey_max.or(row.top_storey()),
                    ..plan
                };
                Ok((query::listing_site(city, row), told))
            }
            Self::Zone(id) => {
                let unknown = || format!("there is no zone `{id}`");
                let zone = city.zone_layer().get(id);
                let zone = zone.ok_or_else(|| Problem::misused_parameter("zone", unknown()))?;
                Ok((Site::within(zone.district()), plan))
            }
        }
    }
}

/// The public listing with this id, or what is wrong with `listing`.
pub fn listing(city: &City, id: ListingId) -> Result<&ListingRow, Problem> {
    let unknown = || Problem::misused_parameter("listing", format!("there is no public listing `{id}`"));
    city.listings().get(id).ok_or_else(unknown)
}

#[cfg(test)]
mod tests {
    use super::super::tables::VerdictParameters;
    use super::*;

    fn read(raw: &str) -> Result<Whereabouts, Problem> {
        whereabouts(&QueryString::read::<VerdictParameters>(Some(raw))?)
    }

    #[test]
    fn a_place_is_said_in_one_way() {
        assert!(matches!(read("lon=139.6&lat=35.6"), Ok(Whereabouts::Place(_))));
        assert!(matches!(read("listing=0c8x4n2k7zq"), Ok(Whereabouts::Listing(_))));
        assert!(matches!(read("zone=0c8x4n2k7zq"), Ok(Whereabouts::Zone(_))));
    }

    #[test]
    fn none_half_a_place_or_two_are_refused_by_name() {
        for (raw, name) in [
            ("", "lon"),
            ("lon=139.6", "lat"),
            ("lat=35.6", "lon"),
            ("lon=139.6&lat=35.6&zone=0c8x4n2k7zq", "zone"),
            ("lat=35.6&listing=0c8x4n2k7zq", "listing"),
            ("listing=0c8x4n2k7zq&zone=0c8x4n2k7zq", "zone"),
            ("listing=x", "listing"),
        ] {
            assert_eq!(read(raw).unwrap_err().parameter(), Some(name), "{raw}");
        }
    }
}
