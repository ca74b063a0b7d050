//! Measuring the earth: distances, local planes, coordinate systems, plane areas, valid polygons, their unions, walking.

mod boolean;
mod crs;
mod local_plane;
mod mercator;
mod plane_area;
mod repair;
#[cfg(test)]
mod repair_tests;
mod rings;
mod walk;

pub use boolean::{Boolean, union_of};
pub use crs::{CrsError, OutsideCrs, Transform};
pub use local_plane::{LocalPlane, distance_m};
pub use mercator::{MERCATOR_SIDE, mercator, mercator_fixed};
pub use plane_area::{PlaneArea, PlaneZone};
pub use repair::{Flaw, Repaired, Unrepairable, repair};
pub use walk::{
    FOOTHOLD_REACH_M, Foothold, MOST_STARTS, NearestStarts, Reach, Route, WALK_SIDE_M, Walk, WalkGraph,
    WalkMethod, straight_walk_area, walk_metres, walk_metres_estimate, walk_minutes, walk_minutes_estimate,
};
