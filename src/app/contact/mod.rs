//! Founders ask about a listing, and are answered, without either learning the other's address.
//!
//! Nothing reaches an owner before whoever asks has followed the link in a first mail. From then on
//! each writes on a page of this server that a link in their mails leads to, and the other gets a
//! mail, until one of them ends it. What they write is in no table: it leaves with the mail.

mod contacts;
mod content;
mod desk;
mod report;

pub use contacts::{contacts, set_contacts};
pub(in crate::app) use content::seal_contact;
pub use desk::{Asked, ContactDesk, Conversation, Reach, Said, Side};
pub use report::NewReport;
pub(in crate::app) use report::open_report;
