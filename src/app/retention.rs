//! How long personal data is kept; each desk carries its part out.

use time::Duration;

/// How long what is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// The log of sign-ins; and accounts that did not sign in for so long and have no offer.
    pub sign_ins: Duration,
    /// Enquiries in which nobody writes any more.
    pub enquiries: Duration,
    /// Drafts that nobody touches.
    pub drafts: Duration,
    /// What was typed and said of offers that have ended.
    pub ended_offers: Duration,
}

impl Default for Retention {
    fn default() -> Self {
        let year = Duration::days(365);
        Self { sign_ins: year, enquiries: Duration::days(180), drafts: year, ended_offers: year }
    }
}
