//! When a landlord is asked whether premises are still vacant, and when a listing goes for want of an answer.

use time::{Date, Duration};

use crate::domain::Freshness;

/// How long a landlord has to answer.
pub const ANSWER_WITHIN: Duration = Duration::days(7);

/// What is due for a public listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Nothing.
    Nothing,
    /// Its landlord is to be asked.
    Ask,
    /// Its landlord did not answer.
    Expire,
}

/// What is due for a public listing on a day.
pub fn due(freshness: Freshness, today: Date) -> Due {
    let asked_on = freshness.next_update();
    if today < asked_on {
        Due::Nothing
    } else if today - asked_on < ANSWER_WITHIN {
        Due::Ask
    } else {
        Due::Expire
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    #[test]
    fn a_landlord_is_asked_after_fourteen_days_and_has_seven_to_answer() {
        let freshness = Freshness::starting(date!(2026 - 11 - 01));
        for (day, expected) in [
            (date!(2026 - 11 - 14), Due::Nothing),
            (date!(2026 - 11 - 15), Due::Ask),
            (date!(2026 - 11 - 21), Due::Ask),
            (date!(2026 - 11 - 22), Due::Expire),
        ] {
            assert_eq!(due(freshness, day), expected, "{day}");
        }
    }
}
