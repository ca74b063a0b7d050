//! 「借りたい」 cards: reading them, how many look where, posting one, and the pages that the links in the mails
//! lead to.

mod list;
mod pages;
mod post;

pub(super) use list::{__path_cards, __path_demand, cards, demand};
pub(super) use pages::pages;
pub(super) use post::{__path_post, post};
