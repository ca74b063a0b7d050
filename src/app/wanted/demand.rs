//! How many look where: counts of cards by place and use, beside what stands empty there.
//!
//! A count below [`FEWEST`] could point at one person, so it is not told, and a card shows only those of
//! its places that enough cards name.

use std::collections::{BTreeMap, HashMap, HashSet};

use geo::InteriorPoint as _;

use crate::city::City;
use crate::domain::{LonLat, StreetId, StreetShape, TownId, Wanted, WantedPlace};

/// The smallest count that is told.
pub const FEWEST: usize = 3;

/// How many look where.
#[derive(Debug, Clone, PartialEq)]
pub struct Demand {
    /// Public cards.
    pub cards: usize,
    /// Cards for anywhere in the ward; `None` below [`FEWEST`].
    pub anywhere: Option<usize>,
    /// Cards by use, most first; none below [`FEWEST`].
    pub uses: Vec<(String, usize)>,
    /// Places that enough cards name, most first.
    pub places: Vec<PlaceDemand>,
}

/// How many look at one place.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceDemand {
    /// Which.
    pub place: WantedPlace,
    /// Its name.
    pub name: String,
    /// A point within it.
    pub at: LonLat,
    /// Cards that name it.
    pub wanted: usize,
    /// Public listings there.
    pub vacant: usize,
}

impl Demand {
    /// Counts cards against a city.
    pub fn of(city: &City, cards: &[Wanted]) -> Self {
        let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
        for use_id in cards.iter().filter_map(|card| card.use_id.as_deref()) {
            *uses.entry(use_id).or_default() += 1;
        }
        let uses = uses.into_iter().filter(|(_, count)| *count >= FEWEST);
        let mut uses: Vec<_> = uses.map(|(use_id, count)| (use_id.to_owned(), count)).collect();
        uses.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let anywhere = cards.iter().filter(|card| card.places.is_empty()).count();
        Self {
            cards: cards.len(),
            anywhere: Some(anywhere).filter(|count| *count >= FEWEST),
            uses,
            places: places(city, cards),
        }
    }
}

/// The places that enough cards name for each of them to be shown.
pub fn shown_places(cards: &[Wanted]) -> HashSet<WantedPlace> {
    let named = counts(cards).into_iter().filter(|(_, count)| *count >= FEWEST);
    named.map(|(place, _)| place).collect()
}

fn counts(cards: &[Wanted]) -> HashMap<WantedPlace, usize> {
    let mut counts = HashMap::new();
    for place in cards.iter().flat_map(|card| &card.places) {
        *counts.entry(*place).or_default() += 1;
    }
    counts
}

fn places(city: &City, cards: &[Wanted]) -> Vec<PlaceDemand> {
    let named = counts(cards).into_iter().filter(|(_, count)| *count >= FEWEST);
    let mut places: Vec<PlaceDemand> = named
        .filter_map(|(place, wanted)| {
            let (name, at) = place_at(city, place)?;
            Some(PlaceDemand { place, name, at, wanted, vacant: 0 })
        })
        .collect();
    let mut vacant: HashMap<WantedPlace, usize> = HashMap::new();
    for row in city.listings().iter() {
        let town = city.town_of(row).map(|town| WantedPlace::Town(town.id));
        let street = city.street_on(row).map(|street| WantedPlace::Street(street.id));
        for place in [town, street].into_iter().flatten() {
            *vacant.entry(place).or_default() += 1;
        }
    }
    for place in &mut places {
        place.vacant = vacant.get(&place.place).copied().unwrap_or(0);
    }
    places.sort_by(|a, b| b.wanted.cmp(&a.wanted).then_with(|| a.place.cmp(&b.place)));
    places
}

fn place_at(city: &City, place: WantedPlace) -> Option<(String, LonLat)> {
    match place {
        WantedPlace::Town(id) => town_at(city, id),
        WantedPlace::Street(id) => street_at(city, id),
    }
}

fn town_at(city: &City, id: TownId) -> Option<(String, LonLat)> {
    city.towns().get(id).map(|town| (town.name.to_string(), town.centre))
}

fn street_at(city: &City, id: StreetId) -> Option<(String, LonLat)> {
    let street = city.streets().get(id)?;
    let on_it = match &street.shape {
        StreetShape::Line(lines) => lines.interior_point(),
        StreetShape::Area(areas) => areas.interior_point(),
    }?;
    Some((street.name.clone(), LonLat::new(on_it.x(), on_it.y()).ok()?))
}
