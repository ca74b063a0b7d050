//! Measuring the earth: distances, local planes, coordinate systems, plane areas.

mod local_plane;
mod mercator;

pub use local_plane::{LocalPlane, distance_m};
pub use mercator::mercator;
