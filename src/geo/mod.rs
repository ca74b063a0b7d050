//! Measuring the earth: distances, local planes, coordinate systems, plane areas.

mod local_plane;

pub use local_plane::{LocalPlane, distance_m};
