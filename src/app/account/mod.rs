//! People sign in by a link in a mail, and stay signed in in that browser.
//!
//! The link works once, for 15 minutes, in the browser that asked for it. Whoever has not signed in before gets an
//! account of a landlord by it; the ward's own people are named on the command line. No password is ever asked for.
//! A passkey signs in without a mail. The ward's own people must show one beside the link, wherever passkeys can be:
//! browsers bind them to the name of a host, so a server that is known by a number has none.

mod address;
mod desk;
mod passkeys;
mod staff;

pub use desk::{AccountDesk, Entered, SignedIn};
pub use passkeys::{Outstanding, PasskeyError, Question};
pub use staff::{StaffError, accounts, drop_passkeys, grant};

pub(in crate::app) use address::{Of, open_address};
