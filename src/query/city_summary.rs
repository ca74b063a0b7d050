//! Answers "what is in this city?": its name, bounds, counts and editions.

use super::street_summary::{KindCount, kinds};
use crate::city::City;
use crate::domain::{ChangeSeq, Edition, EditionId, LonLatBox};

/// What there is.
#[derive(Debug, Clone)]
pub struct CitySummary<'a> {
    /// The municipality's name, or the names of several; empty without a boundary.
    pub name: String,
    /// The smallest box around its boundary, or around everything where there is none.
    pub bounds: Option<LonLatBox>,
    /// True if any listing or street is made up.
    pub synthetic: bool,
    /// Published listings.
    pub listings: usize,
    /// Published listings by kind.
    pub listings_by_kind: Vec<KindCount>,
    /// Zones of the current editions.
    pub zones: usize,
    /// Shopping streets.
    pub streets: usize,
    /// Stations.
    pub stations: usize,
    /// Towns.
    pub towns: usize,
    /// Every edition of zoning.
    pub editions: &'a [Edition],
    /// The current edition of every area.
    pub current_editions: &'a [EditionId],
    /// The last change included.
    pub seq: ChangeSeq,
}

/// What is in the city.
pub fn city_summary(city: &City) -> CitySummary<'_> {
    let names: Vec<&str> = city.boundaries().iter().map(|b| b.name.as_str()).collect();
    CitySummary {
        name: names.join("・"),
        bounds: city.bounds(),
        synthetic: city.listings().iter().any(crate::city::ListingRow::is_synthetic)
            || city.streets().iter().any(|s| s.synthetic),
        listings: city.listings().len(),
        listings_by_kind: kinds(city.listings().iter()),
        zones: city.zones().len(),
        streets: city.streets().len(),
        stations: city.stations().len(),
        towns: city.towns().len(),
        editions: city.editions(),
        current_editions: city.zone_layer().current_editions(),
        seq: city.seq(),
    }
}
