//! When the daily mail goes out: once a day at a set time in Japan.

use time::{Date, OffsetDateTime, Time, UtcOffset};

/// Japan has one offset and no summer time.
const JAPAN: UtcOffset = match UtcOffset::from_hms(9, 0, 0) {
    Ok(offset) => offset,
    Err(_) => UtcOffset::UTC,
};

/// The day and moment of the first daily mail after now.
pub(super) fn next_digest(now: OffsetDateTime, at: Time) -> (Date, OffsetDateTime) {
    let here = now.to_offset(JAPAN);
    let today = here.replace_time(at);
    let next = if today > here { today } else { today.saturating_add(time::Duration::DAY) };
    (next.date(), next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::{date, datetime, time};

    #[test]
    fn a_daily_mail_goes_out_at_the_next_eight_o_clock_in_japan() {
        let eight = time!(8:00);
        let (day, moment) = next_digest(datetime!(2026-01-09 22:59:59 UTC), eight);
        assert_eq!((day, moment), (date!(2026 - 01 - 10), datetime!(2026-01-09 23:00 UTC)));
        let (day, moment) = next_digest(datetime!(2026-01-09 23:00 UTC), eight);
        assert_eq!((day, moment), (date!(2026 - 01 - 11), datetime!(2026-01-10 23:00 UTC)));
    }
}
