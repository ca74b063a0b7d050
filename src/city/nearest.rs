//! Answers "what is nearest, in metres?" from an R-tree whose boxes are in degrees.
//!
//! Best first: a queue holds boxes and items by a lower bound of their distance in metres; an item
//! that comes up is measured exactly and queued again; a measured item that comes up is nearer than
//! everything left. So the order is that of metres, and equal distances come by slot.

use rstar::{AABB, ParentNode, RTree, RTreeNode, RTreeObject};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::layer_index::Slot;
use super::listing_index::Pin;
use crate::domain::{LonLat, LonLatBox};
use crate::geo::LocalPlane;

/// What an R-tree of places holds.
pub(crate) trait Slotted: RTreeObject<Envelope = AABB<[f64; 2]>> {
    fn slot(&self) -> u32;
}

impl Slotted for Slot {
    fn slot(&self) -> u32 {
        self.at
    }
}

impl Slotted for Pin {
    fn slot(&self) -> u32 {
        self.at
    }
}

/// Slots of points in order of distance in metres. `metres` measures one: [`crate::geo::distance_m`],
/// or more.
pub(crate) fn nearest_points<T: Slotted>(
    tree: &RTree<T>,
    place: LonLat,
    metres: impl Fn(u32) -> f64,
) -> impl Iterator<Item = (u32, f64)> {
    Nearest::new(tree, MidwayBound::at(place), metres)
}

/// Slots of shapes in order of distance in metres on the plane that touches the earth at `place`.
pub(crate) fn nearest_shapes<T: Slotted>(
    tree: &RTree<T>,
    place: LonLat,
    metres: impl Fn(u32) -> f64,
) -> impl Iterator<Item = (u32, f64)> {
    Nearest::new(tree, PlaneBound::at(place), metres)
}

/// A distance in metres that nothing in a box falls below.
trait Bound {
    fn metres(&self, area: &AABB<[f64; 2]>) -> f64;
}

/// Gaps in degrees between a place and a box, east-west and north-south.
fn gaps(place: [f64; 2], area: &AABB<[f64; 2]>) -> (f64, f64) {
    let (low, high) = (area.lower(), area.upper());
    let gap = |i: usize| (low[i] - place[i]).max(place[i] - high[i]).max(0.0);
    (gap(0), gap(1))
}

/// A hair less than the length of a vector, so that rounding never lifts a bound above the distance.
fn length(east: f64, north: f64) -> f64 {
    (east * east + north * north).sqrt() * (1.0 - 1e-12)
}

/// Distances on the plane that touches the earth at the place.
struct PlaneBound {
    place: [f64; 2],
    per_lon: f64,
    per_lat: f64,
}

impl PlaneBound {
    fn at(place: LonLat) -> Self {
        let (per_lon, per_lat) = metres_per_degree(place.lat());
        Self { place: [place.lon(), place.lat()], per_lon, per_lat }
    }
}

impl Bound for PlaneBound {
    fn metres(&self, area: &AABB<[f64; 2]>) -> f64 {
        let (lon, lat) = gaps(self.place, area);
        length(lon * self.per_lon, lat * self.per_lat)
    }
}

/// Distances on the plane midway, as `distance_m` measures them. A degree of longitude is shortest
/// at the midway latitude farthest from the equator, one of latitude at the nearest to it.
struct MidwayBound {
    place: [f64; 2],
    /// Metres per degree that hold for boxes less than a degree away in latitude.
    near: (f64, f64),
}

impl MidwayBound {
    fn at(place: LonLat) -> Self {
        Self { place: [place.lon(), place.lat()], near: least(place.lat() - 0.5, place.lat() + 0.5) }
    }
}

impl Bound for MidwayBound {
    fn metres(&self, area: &AABB<[f64; 2]>) -> f64 {
        let (lon, lat) = gaps(self.place, area);
        let (south, north) = (area.lower()[1], area.upper()[1]);
        let close = south > self.place[1] - 1.0 && north < self.place[1] + 1.0;
        let (per_lon, per_lat) = if close {
            self.near
        } else {
            least(f64::midpoint(self.place[1], south), f64::midpoint(self.place[1], north))
        };
        length(lon * per_lon, lat * per_lat)
    }
}

/// The fewest metres per degree of longitude and of latitude between two latitudes.
fn least(south: f64, north: f64) -> (f64, f64) {
    let farthest = south.abs().max(north.abs()).min(90.0);
    let nearest = if south <= 0.0 && north >= 0.0 { 0.0 } else { south.abs().min(north.abs()) };
    (metres_per_degree(farthest).0, metres_per_degree(nearest.min(90.0)).1)
}

fn metres_per_degree(lat: f64) -> (f64, f64) {
    let plane =
        LocalPlane::at(LonLat::new(0.0, lat.clamp(-90.0, 90.0)).expect("a latitude within 90 degrees"));
    let one = plane.metres(geo_types::Coord { x: 1.0, y: lat.clamp(-90.0, 90.0) + 1.0 });
    (one.x.max(0.0), one.y)
}

/// A box that holds every place within so many metres, as `distance_m` measures them.
pub fn box_within(place: LonLat, metres: f64) -> LonLatBox {
    let reach = metres.max(0.0) * (1.0 + 1e-9) + 1e-6;
    let lat = reach / metres_per_degree(0.0).1;
    let (south, north) = ((place.lat() - lat).max(-90.0), (place.lat() + lat).min(90.0));
    let per_lon = least(f64::midpoint(place.lat(), south), f64::midpoint(place.lat(), north)).0;
    let lon = if per_lon > 1.0 { reach / per_lon } else { 360.0 };
    let (west, east) = ((place.lon() - lon).max(-180.0), (place.lon() + lon).min(180.0));
    LonLatBox::new(west, south, east, north).expect("a box around a place holds more than a point")
}

/// What comes up from the queue, packed with a slot into one number that sorts: boxes before items
/// not measured yet before measured ones, those by slot.
const BOX: u64 = 0;
const ITEM: u64 = 1 << 32;
const MEASURED: u64 = 2 << 32;

struct Nearest<'a, T: RTreeObject, B, M> {
    /// Metres as the bits of a number that is not negative, which sort as it; then what it is.
    queue: BinaryHeap<Reverse<(u64, u64)>>,
    /// The boxes queued so far.
    boxes: Vec<&'a ParentNode<T>>,
    bound: B,
    metres: M,
}

impl<'a, T: Slotted, B: Bound, M: Fn(u32) -> f64> Nearest<'a, T, B, M> {
    fn new(tree: &'a RTree<T>, bound: B, metres: M) -> Self {
        let queue = BinaryHeap::with_capacity(256);
        let mut nearest = Self { queue, boxes: Vec::with_capacity(64), bound, metres };
        nearest.open(tree.root());
        nearest
    }

    fn open(&mut self, parent: &'a ParentNode<T>) {
        for child in parent.children() {
            match child {
                RTreeNode::Parent(inner) => {
                    self.push(self.bound.metres(&inner.envelope()), BOX | self.boxes.len() as u64);
                    self.boxes.push(inner);
                }
                RTreeNode::Leaf(item) => {
                    self.push(self.bound.metres(&item.envelope()), ITEM | u64::from(item.slot()));
                }
            }
        }
    }

    fn push(&mut self, metres: f64, what: u64) {
        self.queue.push(Reverse((metres.to_bits(), what)));
    }
}

impl<T: Slotted, B: Bound, M: Fn(u32) -> f64> Iterator for Nearest<'_, T, B, M> {
    type Item = (u32, f64);

    fn next(&mut self) -> Option<(u32, f64)> {
        loop {
            let Reverse((bits, what)) = self.queue.pop()?;
            let at = what as u32;
            match what & !u64::from(u32::MAX) {
                BOX => self.open(self.boxes[at as usize]),
                ITEM => {
                    let metres = (self.metres)(at);
                    // An infinite distance says "not this one".
                    if metres.is_finite() {
                        self.push(metres.abs(), MEASURED | u64::from(at));
                    }
                }
                _ => return Some((at, f64::from_bits(bits))),
            }
        }
    }
}
