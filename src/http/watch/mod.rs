//! Asking to be told of changes by mail, and the pages that the links in mails lead to.

mod ask;
mod pages;
mod saved;

pub(super) use ask::{__path_ask, __path_features, ask, features};
pub(super) use pages::pages;
pub use saved::search_reader;
