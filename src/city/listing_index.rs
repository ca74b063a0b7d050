//! Answers "which published listings are in this box?" and "which has this id?" while they change.
//!
//! Rows lie in slots of one vector; a freed slot is used again. An R-tree over public places holds
//! slots and grows and shrinks with every change.

use rstar::{AABB, RTree, RTreeObject};
use rustc_hash::FxHashMap;

use super::layer_index::envelope;
use super::nearest::nearest_points;
use super::row::ListingRow;
use crate::domain::{ListingId, LonLat, LonLatBox};
use crate::geo::distance_m;

/// A public place and the slot of its row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Pin {
    pub(crate) place: [f64; 2],
    pub(crate) at: u32,
}

impl RTreeObject for Pin {
    type Envelope = AABB<[f64; 2]>;
    fn envelope(&self) -> Self::Envelope {
        AABB::from_point(self.place)
    }
}

fn pin(place: LonLat, at: u32) -> Pin {
    Pin { place: [place.lon(), place.lat()], at }
}

/// A place's position along a curve that keeps neighbours together: the bits of longitude and
/// latitude in turns.
fn along_the_z(place: LonLat) -> u64 {
    let share = |degrees: f64, whole: f64| ((degrees / whole + 0.5) * f64::from(u32::MAX)) as u32;
    let (x, y) = (share(place.lon(), 360.0), share(place.lat(), 180.0));
    (0..32).fold(0, |bits, i| bits | u64::from(x >> i & 1) << (2 * i) | u64::from(y >> i & 1) << (2 * i + 1))
}

/// Published listings by id and by place.
#[derive(Debug, Clone, Default)]
pub struct ListingIndex {
    rows: Vec<Option<ListingRow>>,
    free: Vec<u32>,
    by_id: FxHashMap<ListingId, u32>,
    tree: RTree<Pin>,
}

impl ListingIndex {
    /// An index of rows with different ids.
    pub(crate) fn build(mut rows: Vec<ListingRow>) -> Self {
        // Neighbours on the map are neighbours in memory: a box then reads few pages.
        rows.sort_by_cached_key(|row| along_the_z(row.place()));
        rows.shrink_to_fit();
        let pins = rows.iter().enumerate().map(|(at, row)| pin(row.place(), at as u32)).collect();
        Self {
            by_id: rows.iter().enumerate().map(|(at, row)| (row.id(), at as u32)).collect(),
            tree: RTree::bulk_load(pins),
            free: Vec::new(),
            rows: rows.into_iter().map(Some).collect(),
        }
    }

    /// The listings inside or on the edge of a box, in no set order.
    pub fn in_box(&self, area: LonLatBox) -> impl Iterator<Item = &ListingRow> {
        self.tree.locate_in_envelope_intersecting(envelope(area)).map(|pin| self.at(pin.at))
    }

    /// Wanted listings and their distance in metres, nearest first, as far as they are asked for.
    pub fn nearest(
        &self,
        place: LonLat,
        wanted: impl Fn(&ListingRow) -> bool,
    ) -> impl Iterator<Item = (&ListingRow, f64)> {
        let metres = move |at| {
            let row = self.at(at);
            if wanted(row) { distance_m(place, row.place()) } else { f64::INFINITY }
        };
        nearest_points(&self.tree, place, metres).map(|(at, metres)| (self.at(at), metres))
    }

    /// The listing with this id.
    pub fn get(&self, id: ListingId) -> Option<&ListingRow> {
        self.by_id.get(&id).map(|at| self.at(*at))
    }

    /// All listings, in no set order.
    pub fn iter(&self) -> impl Iterator<Item = &ListingRow> {
        self.rows.iter().flatten()
    }

    /// All rows, to change what does not move them.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut ListingRow> {
        self.rows.iter_mut().flatten()
    }

    /// How many listings there are.
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// True if there are none.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// The smallest box around all listings; `None` without listings.
    pub fn bounds(&self) -> Option<LonLatBox> {
        if self.is_empty() {
            return None;
        }
        let around = self.tree.root().envelope();
        let [lower, upper] = [around.lower(), around.upper()];
        LonLatBox::around([lower.into(), upper.into()])
    }

    /// Puts a row in; gives back the one it replaces.
    pub(crate) fn put(&mut self, row: ListingRow) -> Option<ListingRow> {
        let replaced = self.remove(row.id());
        let at = self.free.pop().unwrap_or(self.rows.len() as u32);
        self.by_id.insert(row.id(), at);
        self.tree.insert(pin(row.place(), at));
        if at as usize == self.rows.len() {
            self.rows.push(Some(row));
        } else {
            self.rows[at as usize] = Some(row);
        }
        replaced
    }

    /// Takes a row out.
    pub(crate) fn remove(&mut self, id: ListingId) -> Option<ListingRow> {
        let at = self.by_id.remove(&id)?;
        let row = self.rows[at as usize].take().expect("an id in the index has a row");
        self.tree.remove(&pin(row.place(), at)).expect("a row has a pin in the tree");
        self.free.push(at);
        Some(row)
    }

    #[inline]
    pub(crate) fn at(&self, slot: u32) -> &ListingRow {
        self.rows[slot as usize].as_ref().expect("a pin in the tree has a row")
    }
}
