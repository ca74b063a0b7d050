//! Turns changes into the city that shows them.
//!
//! The log says what changed; the present rows are read from the store. Many changes of one thing
//! are one reading. Single listings are changed in place, which takes microseconds; whole layers
//! are built and put into a copy of the city, and the copy takes the city's place, so that readers
//! wait no longer than a swap. Where most layers changed, as after a restore, the city is loaded
//! afresh. Then the tiles under the change are dropped.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::shown::Shown;
use crate::city::{BlockIndex, City, LayerIndex, Touched, ZoneLayer, road_graph};
use crate::domain::{Change, ChangeSeq, Contents, Layer, Listing, ListingId, LonLatBox, Subject};
use crate::store::{LayerRows, Store, StoreError};

/// More single listings than this are read as a layer.
const MANY: usize = 200;
/// More boxes than this cost more to look through than the tiles they would spare.
const FINE: usize = 256;
/// So many layers are read as the whole city: every swap looks around every listing again.
const MOST: usize = 4;

/// What to read for a run of changes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Plan {
    layers: BTreeSet<Layer>,
    listings: BTreeSet<ListingId>,
}

/// Present rows of what changed. A listing that is gone is `None`.
pub(super) enum News {
    Listings(Vec<(ListingId, Option<Listing>)>),
    Layers(Vec<LayerRows>, Vec<(ListingId, Option<Listing>)>),
    Everything(Box<Contents>),
}

impl Plan {
    pub(super) fn of(changes: &[Change]) -> Self {
        let mut plan = Self::default();
        for change in changes {
            match change.subject {
                // No map shows it: the ledger reads it when it is asked.
                Subject::Layer(Layer::LandUse) => {}
                Subject::Layer(layer) => drop(plan.layers.insert(layer)),
                Subject::Listing(id) => drop(plan.listings.insert(id)),
            }
        }
        if plan.listings.len() > MANY {
            plan.layers.insert(Layer::Listings);
        }
        if plan.layers.contains(&Layer::Listings) {
            plan.listings.clear();
        }
        plan
    }

    pub(super) async fn read(self, store: &dyn Store) -> Result<News, StoreError> {
        if self.layers.len() >= MOST {
            return Ok(News::Everything(Box::new(store.contents().await?)));
        }
        let mut layers = Vec::new();
        for layer in self.layers {
            layers.push(store.layer(layer).await?);
        }
        let mut listings = Vec::new();
        for id in self.listings {
            listings.push((id, store.listing(id).await?));
        }
        Ok(if layers.is_empty() { News::Listings(listings) } else { News::Layers(layers, listings) })
    }
}

/// Shows the news, which bring the city up to a change.
pub(super) fn apply(shown: &Shown, news: News, seq: ChangeSeq) {
    let mut touched = Touched::nothing();
    match news {
        News::Listings(listings) => {
            let mut city = shown.city_to_change();
            put_listings(&mut city, listings, &mut touched);
            city.advance_to(seq);
        }
        News::Layers(layers, listings) => {
            // Nobody else changes the city, so nothing is lost between the copy and the swap.
            let mut next = shown.city().clone();
            for rows in layers {
                touched.merge(set_layer(&mut next, rows));
            }
            put_listings(&mut next, listings, &mut touched);
            next.advance_to(seq);
            swap(shown, next);
        }
        News::Everything(contents) => {
            let earth = LonLatBox::new(-180.0, -90.0, 180.0, 90.0).expect("the earth is a box");
            for layer in Layer::ALL {
                touched.add_box(*layer, earth);
            }
            swap(shown, City::load(Contents { seq, ..*contents }));
        }
    }
    // Once the city shows the change, and before anybody is told of it.
    shown.tiles().invalidate(&coarse(touched));
}

/// One box a layer, where there are too many.
fn coarse(touched: Touched) -> Touched {
    if touched.parts().len() <= FINE {
        return touched;
    }
    let mut coarse = Touched::nothing();
    for layer in Layer::ALL {
        let boxes = touched.parts().iter().filter(|(of, _)| of == layer).map(|(_, area)| *area);
        if let Some(whole) = boxes.reduce(LonLatBox::union) {
            coarse.add_box(*layer, whole);
        }
    }
    coarse
}

fn swap(shown: &Shown, next: City) {
    let last = std::mem::replace(&mut *shown.city_to_change(), next);
    drop(last); // After the lock: freeing a ward takes longer than swapping it.
}

fn put_listings(city: &mut City, listings: Vec<(ListingId, Option<Listing>)>, touched: &mut Touched) {
    for (id, listing) in listings {
        touched.merge(match listing {
            Some(listing) => city.put_listing(listing),
            None => city.remove_listing(id),
        });
    }
}

fn set_layer(city: &mut City, rows: LayerRows) -> Touched {
    match rows {
        LayerRows::Zones { editions, zones } => city.set_zones(Arc::new(ZoneLayer::build(editions, zones))),
        LayerRows::Streets(rows) => city.set_streets(Arc::new(LayerIndex::build(rows))),
        LayerRows::Stations(rows) => city.set_stations(Arc::new(LayerIndex::build(rows))),
        LayerRows::Towns(rows) => city.set_towns(Arc::new(LayerIndex::build(rows))),
        LayerRows::Boundaries(rows) => city.set_boundaries(Arc::new(LayerIndex::build(rows))),
        LayerRows::Basemap(rows) => city.set_basemap(Arc::new(LayerIndex::build(rows))),
        LayerRows::Areas(rows) => city.set_areas(Arc::new(LayerIndex::build(rows))),
        LayerRows::Blocks(rows) => city.set_blocks(Arc::new(BlockIndex::build(rows))),
        LayerRows::Roads { networks, roads } => city.set_roads(networks, road_graph(&roads)),
        LayerRows::LandUse { .. } => Touched::nothing(),
        LayerRows::Listings(rows) => city.set_listings(rows),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    fn change(seq: u64, subject: Subject) -> Change {
        Change { seq: ChangeSeq(seq), at: datetime!(2026-01-01 0:00 UTC), subject }
    }

    fn listing(bits: u64) -> Subject {
        Subject::Listing(ListingId::from_bits(bits).unwrap())
    }

    #[test]
    fn many_changes_of_one_thing_are_read_once() {
        let zones = Subject::Layer(Layer::Zones);
        let changes = [change(1, listing(7)), change(2, zones), change(3, listing(7)), change(4, zones)];
        let plan = Plan::of(&changes);
        assert_eq!((plan.layers.len(), plan.listings.len()), (1, 1));
    }

    #[test]
    fn single_listings_are_not_read_beside_all_listings() {
        let changes = [change(1, listing(7)), change(2, Subject::Layer(Layer::Listings))];
        assert!(Plan::of(&changes).listings.is_empty());
        let many: Vec<Change> = (1..=300).map(|n| change(n, listing(n))).collect();
        let plan = Plan::of(&many);
        assert!(plan.listings.is_empty() && plan.layers.contains(&Layer::Listings));
    }
    #[test]
    fn thousands_of_boxes_become_one_that_holds_them_all() {
        let mut touched = Touched::nothing();
        for n in 0..1000 {
            let west = 139.0 + f64::from(n) / 1000.0;
            touched.add_box(Layer::Basemap, LonLatBox::new(west, 35.0, west + 0.01, 35.1).unwrap());
        }
        let coarse = coarse(touched.clone());
        let [(Layer::Basemap, whole)] = coarse.parts() else { panic!("{:?}", coarse.parts()) };
        assert!(touched.parts().iter().all(|(_, area)| whole.union(*area) == *whole));
    }
}
