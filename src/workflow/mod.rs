//! Answers "may this be done to an offer, by whom, and what becomes of it?".
//!
//! Offer × command × party → where it stands afterwards, or a refusal that names what is possible. The whole
//! table is in [`step`]; nothing here reads a clock, writes a row or sends a mail.

mod freshness;
mod party;
#[cfg(test)]
mod proofs;
mod step;

pub use freshness::{ANSWER_WITHIN, Due, due};
pub use party::{Party, Tells};
pub use step::{CONSENT, Refused, allowed, edited, may_edit, needs_note, reasons, step, tells};
