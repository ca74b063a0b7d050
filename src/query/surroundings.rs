//! Answers "who lives and what is on offer within a walk of here?".
//!
//! Residents are those of the towns a walk reaches, each town counted by the share of its land within the walk:
//! an estimate wherever a town is cut, as nobody publishes who lives behind which door.

use geo::{Area, Intersects};
use geo_types::MultiPolygon;

use super::facets::VerdictCounts;
use super::street_summary::{KindCount, StreetSummary, kinds, street_summary};
use super::walk::WithinWalk;
use crate::city::{City, LawFilter, ListingRow};
use crate::domain::{ListingId, ShoppingStreet, StreetShape, Town};
use crate::geo::Boolean;

/// Shares of a town below this are the outline's rounding, not land.
const LEAST_SHARE: f64 = 1e-6;

/// A town that a walk reaches.
#[derive(Debug, Clone, Copy)]
pub struct TownReached<'a> {
    /// The town.
    pub town: &'a Town,
    /// The share of its land within the walk, above 0 and at most 1. A town published as a point is whole.
    pub share: f64,
}

/// What lies within a walk of a place.
#[derive(Debug, Clone)]
pub struct Surroundings<'a> {
    /// The towns it reaches, the most residents within the walk first.
    pub towns: Vec<TownReached<'a>>,
    /// Listings within it, but for the one it was asked for.
    pub listings: usize,
    /// Those listings by kind, in the order people list kinds; kinds without listings are left out.
    pub by_kind: Vec<KindCount>,
    /// Those listings by what the law says of the use asked about: where the same business could open as well.
    pub verdicts: Option<VerdictCounts>,
    /// The shopping streets it touches, the most shops first.
    pub streets: Vec<StreetSummary<'a>>,
}

impl Surroundings<'_> {
    /// Residents within the walk; `None` where no town it reaches says how many live there.
    pub fn residents(&self) -> Option<f64> {
        let known = self.towns.iter().filter_map(|t| Some(f64::from(t.town.population?) * t.share));
        known.reduce(|sum, more| sum + more)
    }

    /// Towns within the walk of which nobody says how many live there.
    pub fn uncounted_towns(&self) -> usize {
        self.towns.iter().filter(|t| t.town.population.is_none()).count()
    }
}

/// What lies within a walk. `of` is left out of the counts; `law` judges the others.
pub fn surroundings<'a>(
    city: &'a City,
    walk: &WithinWalk<'_>,
    of: Option<ListingId>,
    law: Option<&LawFilter>,
) -> Surroundings<'a> {
    let area = walk.area();
    let bounds = walk.bounds();
    let rows: Vec<&ListingRow> =
        city.listings().in_box(bounds).filter(|row| Some(row.id()) != of && walk.holds(row)).collect();
    let verdicts = law.map(|law| {
        let mut counts = VerdictCounts::default();
        for row in &rows {
            counts.add(law.verdict(row));
        }
        counts
    });
    let mut towns: Vec<TownReached<'a>> = city
        .towns()
        .in_box(bounds)
        .map(|town| TownReached { town, share: share_within(town, &area) })
        .filter(|reached| reached.share > LEAST_SHARE)
        .collect();
    let people = |t: &TownReached<'_>| t.town.population.map_or(0.0, f64::from) * t.share;
    towns.sort_by(|a, b| people(b).total_cmp(&people(a)).then(a.town.id.cmp(&b.town.id)));
    let mut streets: Vec<StreetSummary<'a>> = city
        .streets()
        .in_box(bounds)
        .filter(|street| touches(street, &area))
        .filter_map(|street| street_summary(city, street.id))
        .collect();
    streets.sort_by_key(|s| (std::cmp::Reverse(s.street.shops), s.street.id));
    Surroundings { towns, listings: rows.len(), by_kind: kinds(rows.iter().copied()), verdicts, streets }
}

/// A share of degrees is a share of land: over a town both stretch alike.
fn share_within(town: &Town, area: &MultiPolygon<f64>) -> f64 {
    let Some(land) = &town.area else {
        return if area.intersects(&geo_types::Point::from(geo_types::Coord::from(town.centre))) {
            1.0
        } else {
            0.0
        };
    };
    let whole = land.unsigned_area();
    if whole > 0.0 { (land.intersection(area).unsigned_area() / whole).min(1.0) } else { 0.0 }
}

fn touches(street: &ShoppingStreet, area: &MultiPolygon<f64>) -> bool {
    match &street.shape {
        StreetShape::Line(lines) => lines.intersects(area),
        StreetShape::Area(land) => land.intersects(area),
    }
}

#[cfg(test)]
mod tests {
    use geo_types::Coord;
    use proptest::prelude::*;
    use rand::Rng;
    use rustc_hash::FxHashSet;

    use super::*;
    use crate::city::proofs::{cases, lived_in};
    use crate::city::{Mapped, WordSet, touches_shape};
    use crate::domain::{LonLat, StreetId, TownId};
    use crate::law::{Inputs, LawBook, Verdict};

    /// The share of a town's land within an area, by looking at a grid of places.
    fn share_by_looking(town: &Town, area: &MultiPolygon<f64>) -> Option<f64> {
        const STEPS: u32 = 60;
        let bounds = town.bounds()?;
        let land = town.area.as_ref()?;
        let along = |from: f64, to: f64, i: u32| from + (to - from) * (f64::from(i) + 0.5) / f64::from(STEPS);
        let places = (0..STEPS * STEPS).map(|i| Coord {
            x: along(bounds.west(), bounds.east(), i % STEPS),
            y: along(bounds.south(), bounds.north(), i / STEPS),
        });
        let on_land: Vec<Coord<f64>> = places.filter(|place| touches_shape(land, *place)).collect();
        let within = on_land.iter().filter(|place| touches_shape(area, **place)).count();
        (on_land.len() > 500).then(|| within as f64 / on_land.len() as f64)
    }

    proptest! {
        #![proptest_config(cases())]

        #[test]
        fn what_lies_within_a_walk_is_what_looking_at_everything_finds(seed: u64) {
            let (mut dice, city, contents) = lived_in(seed);
            let place = contents.listings.first().map_or(LonLat::new(139.65, 35.65).unwrap(), |l| l.place);
            let minutes = dice.random_range(1..30);
            let walk = WithinWalk::of_place(&city, place, minutes);
            let book = LawBook::built_in();
            let law = LawFilter::of(book, book.use_("cafe_restaurant").unwrap(), &Inputs::default(), WordSet::EMPTY);
            let of = city.listings().iter().next().map(ListingRow::id);
            let found = surroundings(&city, &walk, of, Some(&law));

            let rows: Vec<&ListingRow> =
                city.listings().iter().filter(|row| Some(row.id()) != of && walk.holds(row)).collect();
            prop_assert_eq!(found.listings, rows.len());
            for verdict in Verdict::ALL {
                let judged = rows.iter().filter(|row| law.verdict(row) == *verdict).count();
                prop_assert_eq!(found.verdicts.unwrap().of(*verdict), judged);
            }
            let area = walk.area();
            let streets: FxHashSet<StreetId> =
                city.streets().iter().filter(|street| touches(street, &area)).map(|street| street.id).collect();
            prop_assert_eq!(found.streets.iter().map(|s| s.street.id).collect::<FxHashSet<_>>(), streets);
            let shares: Vec<(TownId, f64)> = found.towns.iter().map(|t| (t.town.id, t.share)).collect();
            for town in city.towns().iter() {
                let Some(looked) = share_by_looking(town, &area) else { continue };
                let told = shares.iter().find(|(id, _)| *id == town.id).map_or(0.0, |(_, share)| *share);
                prop_assert!((told - looked).abs() < 0.05, "{}: {told} {looked}", town.name);
            }
        }
    }
}
