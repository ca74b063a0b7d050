//! Asking about a listing, telling what is wrong with it, and the pages that the links in the mails
//! lead to.

mod ask;
mod pages;

pub(super) use ask::{__path_contact, __path_enquire, __path_report, contact, enquire, message, report};
pub(super) use pages::pages;
