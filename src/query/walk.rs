//! Answers "what is within so many minutes on foot of here?": along roads, estimated from the straight
//! line where there are none.

use geo_types::MultiPolygon;

use crate::city::{City, ListingRow, WalksFrom, box_within};
use crate::domain::{LonLat, LonLatBox, StationId};
use crate::geo::{Route, Walk, WalkMethod, straight_walk_area, walk_metres, walk_metres_estimate};

/// Longer walks are not looked for: two hours.
const LONGEST_MINUTES: u32 = 120;
/// Distances on two planes differ by less than this share.
const PLANES: f64 = 1.001;

/// Everything within so many minutes on foot of a place.
#[derive(Debug)]
pub struct WithinWalk<'a> {
    walks: WalksFrom<'a>,
    minutes: u32,
}

impl<'a> WithinWalk<'a> {
    /// Of a station; `None` if it is unknown.
    pub fn of_station(city: &'a City, station: StationId, minutes: u32) -> Option<Self> {
        let walks = city.walks_from_station(station, walk_metres(minutes))?;
        Some(Self { walks, minutes })
    }

    /// Of a place.
    pub fn of_place(city: &'a City, place: LonLat, minutes: u32) -> Self {
        Self { walks: city.walks_from(place, walk_metres(minutes)), minutes }
    }

    /// The place the walks begin at.
    pub fn place(&self) -> LonLat {
        self.walks.place()
    }

    /// How the walks are measured: along roads if any is near the place. A listing no road leads to is
    /// estimated all the same.
    pub const fn method(&self) -> WalkMethod {
        if self.walks.along_roads().is_some() { WalkMethod::Road } else { WalkMethod::Estimate }
    }

    /// True if a listing can be walked to in time.
    pub fn holds(&self, row: &ListingRow) -> bool {
        self.minutes_to(row).is_some()
    }

    /// Minutes on foot to a listing; `None` if it cannot be walked to in time.
    pub fn minutes_to(&self, row: &ListingRow) -> Option<u32> {
        let walk = self.walks.walk_to(row.place(), row.foothold())?;
        Some(walk.minutes()).filter(|minutes| *minutes <= self.minutes)
    }

    /// A box around everything that can be walked to: no road is shorter than the straight line.
    pub fn bounds(&self) -> LonLatBox {
        let metres = match self.method() {
            WalkMethod::Road => walk_metres(self.minutes),
            WalkMethod::Estimate => walk_metres_estimate(self.minutes),
        };
        box_within(self.place(), metres * PLANES)
    }

    /// The land that can be walked to: along roads, or a circle where there are none.
    pub fn area(&self) -> MultiPolygon<f64> {
        match self.walks.along_roads() {
            Some(reach) => reach.area(self.place()),
            None => straight_walk_area(self.place(), walk_metres_estimate(self.minutes)),
        }
    }

    /// How many listings can be walked to in time.
    pub fn listings(&self, city: &City) -> usize {
        city.listings().in_box(self.bounds()).filter(|row| self.holds(row)).count()
    }
}

/// The walk between two places.
#[derive(Debug, Clone, PartialEq)]
pub struct WalkAnswer {
    /// How far it is.
    pub walk: Walk,
    /// The way, where it follows roads.
    pub route: Option<Route>,
}

/// The walk from one place to another; estimated where no road leads there within two hours.
pub fn walk_between(city: &City, from: LonLat, to: LonLat) -> WalkAnswer {
    let walks = city.walks();
    let feet = walks.foothold(from).zip(walks.foothold(to));
    let limit_m = walk_metres(LONGEST_MINUTES);
    match feet.and_then(|(start, end)| walks.graph().route(start, end, limit_m)) {
        Some(route) => WalkAnswer { walk: Walk::along_roads(route.metres), route: Some(route) },
        None => WalkAnswer { walk: Walk::estimated(crate::geo::distance_m(from, to)), route: None },
    }
}
