//! Measuring the earth: distances, local planes, coordinate systems, plane areas, valid polygons.

mod crs;
mod local_plane;
mod mercator;
mod plane_area;
mod repair;
#[cfg(test)]
mod repair_tests;
mod rings;

pub use crs::{CrsError, OutsideCrs, Transform};
pub use local_plane::{LocalPlane, distance_m};
pub use mercator::{MERCATOR_SIDE, mercator, mercator_fixed};
pub use plane_area::{PlaneArea, PlaneZone};
pub use repair::{Flaw, Repaired, Unrepairable, repair};
