//! People sign in by a link in a mail, and stay signed in in that browser.
//!
//! The link works once, for 15 minutes, in the browser that asked for it. Whoever has not signed in before gets an
//! account of a landlord by it; the ward's own people are named on the command line. No password is ever asked for.

mod address;
mod desk;
mod staff;

pub use desk::{AccountDesk, Entered, SignedIn};
pub use staff::{StaffError, accounts, grant};

pub(in crate::app) use address::{Of, open_address};
