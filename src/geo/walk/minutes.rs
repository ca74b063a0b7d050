//! Turns metres into minutes on foot, and says how they were come by.
//!
//! 80 m of road are one minute, rounded up, at least one (the advertising rules' convention). Where
//! there is no road, it is taken to be 1.3 times as long as the straight line; that is an estimate
//! (約), never a walk.

const DETOUR: f64 = 1.3;
const METRES_PER_MINUTE: f64 = 80.0;
/// Metres are rounded to a centimetre first, so that 80 m added up of parts are still 80 m.
const PER_METRE: f64 = 100.0;

/// How the minutes of a walk were come by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WalkMethod {
    /// Measured along roads.
    Road,
    /// Estimated from the straight line.
    Estimate,
}

impl WalkMethod {
    /// Every method, the better first.
    pub const ALL: &'static [Self] = &[Self::Road, Self::Estimate];

    /// The word in URLs and answers.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Road => "road",
            Self::Estimate => "estimate",
        }
    }

    /// What people call it.
    pub const fn name_ja(self) -> &'static str {
        match self {
            Self::Road => "道路に沿った距離",
            Self::Estimate => "直線距離からの目安",
        }
    }
}

/// A walk from one place to another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Walk {
    /// Metres of road, measured or estimated.
    pub metres: f64,
    /// How they were come by.
    pub method: WalkMethod,
}

impl Walk {
    /// A walk of so many metres along roads.
    pub const fn along_roads(metres: f64) -> Self {
        Self { metres, method: WalkMethod::Road }
    }

    /// The walk estimated from a straight line of so many metres.
    pub const fn estimated(straight_m: f64) -> Self {
        Self { metres: straight_m * DETOUR, method: WalkMethod::Estimate }
    }

    /// Minutes on foot, rounded up, at least 1.
    pub fn minutes(self) -> u32 {
        walk_minutes(self.metres)
    }
}

/// Minutes on foot over so many metres of road, rounded up, at least 1.
///
/// ```
/// use machikado::geo::walk_minutes;
/// assert_eq!([0.0, 80.0, 80.1, 800.0].map(walk_minutes), [1, 1, 2, 10]);
/// ```
pub fn walk_minutes(metres: f64) -> u32 {
    let rounded = (metres * PER_METRE).round() / PER_METRE;
    (rounded / METRES_PER_MINUTE).ceil().max(1.0) as u32
}

/// The longest road in metres that is walked within so many minutes.
pub fn walk_metres(minutes: u32) -> f64 {
    f64::from(minutes) * METRES_PER_MINUTE + 0.5 / PER_METRE
}

/// Estimated minutes on foot over a straight line of so many metres.
///
/// ```
/// use machikado::geo::walk_minutes_estimate;
/// assert_eq!(walk_minutes_estimate(0.0), 1);
/// assert_eq!(walk_minutes_estimate(400.0), 7);
/// ```
pub fn walk_minutes_estimate(straight_m: f64) -> u32 {
    Walk::estimated(straight_m).minutes()
}

/// The longest straight line in metres whose estimate is at most so many minutes.
pub fn walk_metres_estimate(minutes: u32) -> f64 {
    walk_metres(minutes) / DETOUR
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_within_the_metres_of_some_minutes_is_walked_in_them(
            minutes in 1u32..90, share in 0.0f64..1.2
        ) {
            let metres = walk_metres(minutes) * share;
            prop_assert!(metres > walk_metres(minutes) - 1e-9 || walk_minutes(metres) <= minutes);
            prop_assert!(metres < walk_metres(minutes) + 1e-9 || walk_minutes(metres) > minutes);
        }
    }

    #[test]
    fn a_walk_made_of_parts_does_not_take_a_minute_more_for_its_rounding() {
        assert_eq!(walk_minutes([26.7, 26.7, 26.6].iter().sum::<f64>() + 1e-9), 1);
    }
}
