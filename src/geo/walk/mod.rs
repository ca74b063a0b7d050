//! Answers "how far is it on foot?" along roads, and "how far can one walk from here?".
//!
//! Roads become a graph ([`WalkGraph`]): junctions and the edges between them. A place stands on it by
//! its [`Foothold`], the nearest point of a road; what lies between the two is walked as well. From a
//! foothold a [`Reach`] spreads over the graph, as far as it is asked to. Where there is no road, a
//! walk is estimated from the straight line, and called so ([`WalkMethod`]).
//!
//! One-way signs, slopes, traffic lights and opening hours are left out, as the advertising rules'
//! convention of 80 m of road a minute leaves them out.

mod area;
mod contour;
mod foothold;
mod graph;
mod joining;
mod minutes;
mod nearest_starts;
#[cfg(test)]
mod plain_search;
#[cfg(test)]
mod proofs;
mod reach;
mod route;

pub use area::{WALK_SIDE_M, straight_walk_area};
pub use foothold::{FOOTHOLD_REACH_M, Foothold};
pub use graph::WalkGraph;
pub use minutes::{Walk, WalkMethod, walk_metres, walk_metres_estimate, walk_minutes, walk_minutes_estimate};
pub use nearest_starts::{MOST_STARTS, NearestStarts};
pub use reach::Reach;
pub use route::Route;
