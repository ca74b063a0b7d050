//! From a loosened search back to the parameters that say it.

use super::query_string::QueryString;
use super::tables::AREA;
use crate::city::{ListingFilter, Word, WordSet};
use crate::domain::{Condition, LeaseKind, ListingKind, LonLat, OfferedBy, Storey, UseDistrict};
use crate::http::api::body::near_misses::ParameterChange;
use crate::query::{Limit, Search, SearchArea};

/// The name of a limit: that of its parameter.
pub const fn limit_name(limit: Limit) -> &'static str {
    match limit {
        Limit::Place => "place",
        Limit::Kind => "kind",
        Limit::District => "district",
        Limit::RentMin => "rent_min",
        Limit::RentMax => "rent_max",
        Limit::RentPerTsuboMax => "rent_tsubo_max",
        Limit::AreaMin => "area_min",
        Limit::AreaMax => "area_max",
        Limit::StationMinutesMax => "station_minutes_max",
        Limit::Storey => "storey",
        Limit::StoreyMin => "storey_min",
        Limit::StoreyMax => "storey_max",
        Limit::GroundFloor => "ground_floor",
        Limit::Condition => "condition",
        Limit::Cooking => "cooking",
        Limit::OfferedBy => "offered_by",
        Limit::Lease => "lease",
        Limit::HandoverBy => "handover_by",
        Limit::PowerKwMin => "power_kw_min",
        Limit::Gas => "gas",
        Limit::Exhaust => "exhaust",
        Limit::ThreePhase => "three_phase",
        Limit::Loading => "loading",
        Limit::Parking => "parking",
        Limit::Negotiable => "negotiable",
        Limit::UpdatedSince => "updated_since",
        Limit::Verdict => "verdict",
        Limit::Words => "q",
    }
}

/// What to change in a query so that it asks the wider search, which differs from it in one limit.
pub fn changes(query: &QueryString, limit: Limit, wider: &Search) -> Vec<ParameterChange> {
    let change = |name, value| ParameterChange { name, value };
    match limit {
        Limit::Place => {
            let said = area_pairs(&wider.area);
            let dropped = AREA.iter().map(|parameter| parameter.name);
            let dropped = dropped.filter(|name| said.iter().all(|(other, _)| other != name));
            let dropped = dropped.filter(|name| query.text(name).is_some()).map(|name| change(name, None));
            let set = said.iter().map(|(name, value)| change(name, Some(value.clone())));
            set.chain(dropped).collect()
        }
        Limit::Verdict => {
            let mut told = vec![change("verdict", None)];
            if let Some(land_use) = query.text("allowed_for") {
                told.push(change("allowed_for", None));
                told.push(change("use", Some(land_use.to_owned())));
            }
            told
        }
        limit => vec![change(limit_name(limit), value(limit, &wider.filter))],
    }
}

/// The value of a limit's parameter; `None` where it asks nothing.
fn value(limit: Limit, filter: &ListingFilter) -> Option<String> {
    let storey = |storey: Option<Storey>| storey.map(|storey| storey.number().to_string());
    match limit {
        Limit::Kind => listed(filter.kinds, ListingKind::slug),
        Limit::District => listed(filter.districts, UseDistrict::slug),
        Limit::Condition => listed(filter.conditions, Condition::slug),
        Limit::OfferedBy => listed(filter.offered_by, OfferedBy::slug),
        Limit::Lease => listed(filter.leases, LeaseKind::slug),
        Limit::RentMin => filter.rent_yen_min.map(|yen| yen.to_string()),
        Limit::RentMax => filter.rent_yen_max.map(|yen| yen.to_string()),
        Limit::RentPerTsuboMax => filter.rent_per_tsubo_max.map(|yen| yen.to_string()),
        Limit::AreaMin => filter.area_m2_min.map(|m2| m2.to_string()),
        Limit::AreaMax => filter.area_m2_max.map(|m2| m2.to_string()),
        Limit::StationMinutesMax => filter.station_minutes_max.map(|minutes| minutes.to_string()),
        Limit::Storey => storey(filter.storey),
        Limit::StoreyMin => storey(filter.storey_min),
        Limit::StoreyMax => storey(filter.storey_max),
        Limit::Cooking => filter.cooking_at_least.map(|cooking| cooking.slug().to_owned()),
        Limit::HandoverBy => filter.handover_by.map(|day| day.to_string()),
        Limit::PowerKwMin => filter.power_kw_min.map(|kw| kw.to_string()),
        Limit::UpdatedSince => filter.updated_since.map(|day| day.to_string()),
        Limit::Place
        | Limit::GroundFloor
        | Limit::Gas
        | Limit::Exhaust
        | Limit::ThreePhase
        | Limit::Loading
        | Limit::Parking
        | Limit::Negotiable
        | Limit::Verdict
        | Limit::Words => None,
    }
}

fn listed<T: Word>(set: WordSet<T>, slug: impl Fn(T) -> &'static str) -> Option<String> {
    let words: Vec<&str> = set.iter().map(slug).collect();
    (!words.is_empty()).then(|| words.join(","))
}

fn area_pairs(area: &SearchArea) -> Vec<(&'static str, String)> {
    let place = |place: LonLat| format!("{},{}", place.lon(), place.lat());
    let ids = |ids: Vec<String>| ids.join(",");
    match area {
        SearchArea::Everywhere => vec![],
        SearchArea::Box(area) => {
            vec![("bbox", format!("{},{},{},{}", area.west(), area.south(), area.east(), area.north()))]
        }
        SearchArea::Radius { centre, metres } => {
            vec![("near", place(*centre)), ("radius_m", metres.to_string())]
        }
        SearchArea::Polygon(polygon) => {
            let corners: Vec<String> = polygon.corners().into_iter().map(place).collect();
            vec![("polygon", corners.join(";"))]
        }
        SearchArea::Towns(towns) => vec![("town", ids(towns.iter().map(ToString::to_string).collect()))],
        SearchArea::Streets(streets) => {
            vec![("street", ids(streets.iter().map(ToString::to_string).collect()))]
        }
        SearchArea::Station { station, walk_minutes } => {
            vec![("station", station.to_string()), ("walk_minutes", walk_minutes.to_string())]
        }
    }
}
