//! What founders are told, in words: a listing in one line, what happened to it, a search, whole
//! mails. Every text is made in three languages from the same facts.
//!
//! Unknown is said to be unknown, a walk made of a straight line is said to be an estimate, and
//! made-up data is said to be made up.

pub mod account;
pub mod contact;
mod listing;
mod news;
pub mod offer;
mod search;
mod sheet;
pub mod wanted;

pub use listing::{facts, headline, kind, summary};
pub use news::{Links, confirm_letter, news_letter, settled};
pub use search::search_name;
pub use sheet::{Letter, Sheet};
