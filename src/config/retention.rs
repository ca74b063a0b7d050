//! How long personal data is kept: the section `[retention]` of the file, in days.

use serde::Deserialize;

/// How long what is kept, in days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RetentionConfig {
    /// The log of sign-ins; and accounts that did not sign in for so long and have no offer.
    pub sign_ins_days: u16,
    /// Enquiries in which nobody writes any more.
    pub enquiries_days: u16,
    /// Drafts that nobody touches.
    pub drafts_days: u16,
    /// What was typed and said of offers that have ended.
    pub ended_offers_days: u16,
}

impl Default for RetentionConfig {
    fn default() -> Self {
        Self { sign_ins_days: 365, enquiries_days: 180, drafts_days: 365, ended_offers_days: 365 }
    }
}
