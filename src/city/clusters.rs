//! Answers "how many listings are in this cell of the map, and at which rents?" for every zoom at
//! which the map shows clusters, while listings come and go.
//!
//! Every zoom from 0 to 14 has a grid of eight by eight cells to a tile (64 pixels each). The cells
//! of the highest zoom keep their listings, the others are the sums of their four quarters, so that
//! a change recounts one cell a zoom. Positions are whole numbers: sums never drift.

use geo_types::Coord;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::ops::RangeInclusive;

use super::row::ListingRow;
use crate::domain::ListingId;
use crate::geo::{MERCATOR_SIDE, mercator_fixed};

/// The highest zoom at which listings are clustered.
pub const MAX_CLUSTER_ZOOM: u8 = 14;
/// Cells to a tile's side, as a power of two.
pub const CELLS_PER_TILE_BITS: u8 = 3;

/// A cell of a zoom's grid, counted from the north-west.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellAddress {
    /// Zoom.
    pub z: u8,
    /// Column.
    pub x: u32,
    /// Row.
    pub y: u32,
}

impl CellAddress {
    /// The cell of a zoom that holds a place, given by [`mercator_fixed`].
    pub fn of(z: u8, [x, y]: [u32; 2]) -> Self {
        let shift = 32 - u32::from(z + CELLS_PER_TILE_BITS);
        Self { z, x: x >> shift, y: y >> shift }
    }

    /// A number that no other cell has, nor any listing made after 2020-01-03.
    pub fn id(self) -> u64 {
        1 << 38 | u64::from(self.z) << 34 | u64::from(self.x) << 17 | u64::from(self.y)
    }

    fn parent(self) -> Self {
        Self { z: self.z - 1, x: self.x / 2, y: self.y / 2 }
    }

    fn quarters(self) -> [Self; 4] {
        [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(dx, dy)| Self {
            z: self.z + 1,
            x: 2 * self.x + dx,
            y: 2 * self.y + dy,
        })
    }
}

/// The listings of a cell together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    count: u32,
    x_sum: u64,
    y_sum: u64,
    rents: Option<(u64, u64)>,
    first: ListingId,
}

impl Cell {
    /// A listing alone in its cell.
    pub fn of(row: &ListingRow) -> Self {
        Member::of(row).cell()
    }

    /// How many listings there are.
    pub const fn count(&self) -> u32 {
        self.count
    }

    /// The listing, if it is alone.
    pub fn only(&self) -> Option<ListingId> {
        (self.count == 1).then_some(self.first)
    }

    /// The middle of the listings' places, on the unit square of Web Mercator.
    pub fn centre(&self) -> Coord<f64> {
        let middle = |sum: u64| sum as f64 / f64::from(self.count) / MERCATOR_SIDE;
        Coord { x: middle(self.x_sum), y: middle(self.y_sum) }
    }

    /// The lowest and the highest rent in yen a month, of those that state an amount.
    pub const fn rents(&self) -> Option<(u64, u64)> {
        self.rents
    }

    /// Counts other listings to these.
    pub fn add(&mut self, other: &Self) {
        self.count += other.count;
        self.x_sum += other.x_sum;
        self.y_sum += other.y_sum;
        self.first = self.first.min(other.first);
        self.rents = match (self.rents, other.rents) {
            (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
            (one, other) => one.or(other),
        };
    }

    fn sum<'a>(mut cells: impl Iterator<Item = &'a Self>) -> Option<Self> {
        let mut all = cells.next()?.clone();
        cells.for_each(|cell| all.add(cell));
        Some(all)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Member {
    id: ListingId,
    at: [u32; 2],
    rent: Option<u64>,
}

impl Member {
    fn of(row: &ListingRow) -> Self {
        Self { id: row.id(), at: mercator_fixed(row.place().into()), rent: row.rent_yen() }
    }

    fn cell(&self) -> Cell {
        Cell {
            count: 1,
            x_sum: u64::from(self.at[0]),
            y_sum: u64::from(self.at[1]),
            rents: self.rent.map(|rent| (rent, rent)),
            first: self.id,
        }
    }
}

/// Clusters of all zooms.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Clusters {
    members: FxHashMap<CellAddress, SmallVec<[Member; 1]>>,
    cells: FxHashMap<CellAddress, Cell>,
}

impl Clusters {
    /// The clusters of some listings with different ids.
    pub(crate) fn build<'a>(rows: impl IntoIterator<Item = &'a ListingRow>) -> Self {
        let mut clusters = Self::default();
        for row in rows {
            clusters.note(Member::of(row));
        }
        let mut level: FxHashMap<CellAddress, Cell> = FxHashMap::default();
        for (address, members) in &clusters.members {
            let cells: SmallVec<[Cell; 8]> = members.iter().map(Member::cell).collect();
            level.extend(Cell::sum(cells.iter()).map(|cell| (*address, cell)));
        }
        for _ in 0..MAX_CLUSTER_ZOOM {
            let mut above: FxHashMap<CellAddress, Cell> = FxHashMap::default();
            for (address, cell) in &level {
                above.entry(address.parent()).and_modify(|sum| sum.add(cell)).or_insert_with(|| cell.clone());
            }
            clusters.cells.extend(level);
            level = above;
        }
        clusters.cells.extend(level);
        clusters
    }

    /// Counts a listing that was not there.
    pub(crate) fn add(&mut self, row: &ListingRow) {
        let address = self.note(Member::of(row));
        self.recount(address);
    }

    /// Counts a listing no more.
    pub(crate) fn remove(&mut self, row: &ListingRow) {
        let gone = Member::of(row);
        let address = CellAddress::of(MAX_CLUSTER_ZOOM, gone.at);
        if let Some(members) = self.members.get_mut(&address) {
            members.retain(|member| member.id != gone.id);
            if members.is_empty() {
                self.members.remove(&address);
            }
        }
        self.recount(address);
    }

    /// The cells of a zoom within some columns and rows that hold listings, by column, then by row.
    pub fn cells(
        &self,
        z: u8,
        columns: RangeInclusive<u32>,
        rows: RangeInclusive<u32>,
    ) -> impl Iterator<Item = (CellAddress, &Cell)> {
        let addresses = columns.flat_map(move |x| rows.clone().map(move |y| CellAddress { z, x, y }));
        addresses.filter_map(|address| Some((address, self.cells.get(&address)?)))
    }

    fn note(&mut self, member: Member) -> CellAddress {
        let address = CellAddress::of(MAX_CLUSTER_ZOOM, member.at);
        let members = self.members.entry(address).or_default();
        // By id, so that clusters of the same listings are equal whatever the order they came in.
        let at = members.partition_point(|m| m.id < member.id);
        members.insert(at, member);
        address
    }

    fn recount(&mut self, lowest: CellAddress) {
        let members = self.members.get(&lowest).map_or(&[][..], SmallVec::as_slice);
        let singles: SmallVec<[Cell; 8]> = members.iter().map(Member::cell).collect();
        self.set(lowest, Cell::sum(singles.iter()));
        let mut address = lowest;
        while address.z > 0 {
            address = address.parent();
            let sum = Cell::sum(address.quarters().iter().filter_map(|quarter| self.cells.get(quarter)));
            self.set(address, sum);
        }
    }

    fn set(&mut self, address: CellAddress, cell: Option<Cell>) {
        match cell {
            Some(cell) => self.cells.insert(address, cell),
            None => self.cells.remove(&address),
        };
    }
}
