//! Answers "how far is it on foot, and to which station?" in the city.
//!
//! Where roads are loaded, one search from all stations together says for every junction which stations
//! are nearest along roads; a place then only has to step onto its road. Where no road is near, or none
//! leads to a station, the walk is estimated from the straight line, and says so.

use smallvec::SmallVec;
use std::sync::Arc;

use super::layer_index::StationIndex;
use super::nearest::nearest_points;
use crate::domain::{LonLat, RoadNetwork};
use crate::geo::{Foothold, MOST_STARTS, NearestStarts, Reach, Walk, WalkGraph, distance_m};

/// The roads of the city, and the stations along them.
#[derive(Debug, Clone, Default)]
pub struct Walks {
    networks: Arc<[RoadNetwork]>,
    graph: Arc<WalkGraph>,
    nearest: Arc<NearestStarts>,
}

/// A station near a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct StationNear {
    /// Its slot.
    pub(crate) slot: u32,
    /// Metres to it in a straight line.
    pub(crate) straight_m: f64,
    /// The walk there.
    pub(crate) walk: Walk,
}

impl Walks {
    /// The same roads and other stations.
    pub(super) fn among(&self, stations: &StationIndex) -> Self {
        Self::new(self.networks.clone(), self.graph.clone(), stations)
    }

    /// Roads among stations.
    pub(super) fn new(networks: Arc<[RoadNetwork]>, graph: Arc<WalkGraph>, stations: &StationIndex) -> Self {
        let footholds = stations.iter().map(|station| graph.foothold(station.place)).collect();
        let nearest = Arc::new(NearestStarts::of(&graph, footholds));
        Self { networks, graph, nearest }
    }

    /// Where the roads are from.
    pub fn networks(&self) -> &[RoadNetwork] {
        &self.networks
    }

    /// True where no roads are loaded: every walk is then an estimate.
    pub fn is_empty(&self) -> bool {
        self.graph.is_empty()
    }

    /// The roads as a graph.
    pub fn graph(&self) -> &WalkGraph {
        &self.graph
    }

    /// Where a place meets the roads.
    pub fn foothold(&self, place: LonLat) -> Option<Foothold> {
        self.graph.foothold(place)
    }

    /// What can be walked to from a foothold within so many metres.
    pub fn reach(&self, start: Foothold, limit_m: f64) -> Reach<'_> {
        self.graph.reach(start, limit_m)
    }

    /// Where a station meets the roads.
    pub(super) fn station_foothold(&self, slot: u32) -> Option<Foothold> {
        self.nearest.foothold(slot)
    }

    /// The stations nearest on foot to a place, nearest first, at most three: along roads where any can
    /// be reached so, else estimated.
    pub(super) fn stations(
        &self,
        stations: &StationIndex,
        place: LonLat,
        foothold: Option<Foothold>,
    ) -> SmallVec<[StationNear; MOST_STARTS]> {
        let straight_m = |slot: u32| distance_m(place, stations.at(slot).place);
        let by_road = foothold.map(|foothold| self.nearest.nearest(&self.graph, foothold));
        let by_road = by_road.into_iter().flatten();
        let found: SmallVec<[StationNear; MOST_STARTS]> = by_road
            .map(|(slot, metres)| StationNear {
                slot,
                straight_m: straight_m(slot),
                walk: Walk::along_roads(metres),
            })
            .collect();
        if !found.is_empty() {
            return found;
        }
        nearest_points(stations.tree(), place, straight_m)
            .take(MOST_STARTS)
            .map(|(slot, straight_m)| StationNear { slot, straight_m, walk: Walk::estimated(straight_m) })
            .collect()
    }
}

/// Everything that can be walked to from one place within so many metres, and how far it is.
#[derive(Debug)]
pub struct WalksFrom<'a> {
    place: LonLat,
    graph: &'a WalkGraph,
    reach: Option<Reach<'a>>,
}

impl<'a> WalksFrom<'a> {
    pub(super) fn new(walks: &'a Walks, place: LonLat, start: Option<Foothold>, limit_m: f64) -> Self {
        Self { place, graph: &walks.graph, reach: start.map(|start| walks.reach(start, limit_m)) }
    }

    /// The place the walks begin at.
    pub const fn place(&self) -> LonLat {
        self.place
    }

    /// What is reached along roads; `None` where no road is near the place.
    pub const fn along_roads(&self) -> Option<&Reach<'a>> {
        self.reach.as_ref()
    }

    /// The walk to another place: along roads, estimated where none lead there; `None` if the roads
    /// lead there, but by more than the metres asked for.
    pub fn walk_to(&self, place: LonLat, foothold: Option<Foothold>) -> Option<Walk> {
        let estimated = || Walk::estimated(distance_m(self.place, place));
        let Some((reach, foothold)) = self.reach.as_ref().zip(foothold) else { return Some(estimated()) };
        match reach.metres_to(foothold) {
            Some(metres) => Some(Walk::along_roads(metres)),
            None if self.graph.connects(reach.start(), foothold) => None,
            None => Some(estimated()),
        }
    }
}
