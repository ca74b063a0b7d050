//! Estimates a walk from a straight line. Always called an estimate (約), never a walk.
//!
//! Streets are taken to be 1.3 times as long as the straight line; 80 m of road are one minute,
//! rounded up, at least one (the advertising rules' convention for the road itself).

const DETOUR: f64 = 1.3;
const METRES_PER_MINUTE: f64 = 80.0;

/// Estimated minutes on foot over a straight line of so many metres.
///
/// ```
/// use machikado::query::walk_minutes_estimate;
/// assert_eq!(walk_minutes_estimate(0.0), 1);
/// assert_eq!(walk_minutes_estimate(400.0), 7);
/// ```
pub fn walk_minutes_estimate(metres: f64) -> u32 {
    (metres * DETOUR / METRES_PER_MINUTE).ceil().max(1.0) as u32
}

/// The longest straight line in metres whose estimate is at most so many minutes.
pub fn walk_metres_estimate(minutes: u32) -> f64 {
    f64::from(minutes) * METRES_PER_MINUTE / DETOUR
}
