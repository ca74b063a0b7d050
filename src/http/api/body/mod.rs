//! What goes over the wire: the bodies of `/api/v1`, each with its schema.
//!
//! Names carry their unit, unknown is null, money carries its state, ids are text. Bodies borrow
//! from the city where they can. Nothing here asks a question; handlers fill these.

pub mod city;
pub mod find;
pub mod geometry;
pub mod land_use;
pub mod law;
pub mod law_text;
pub mod listing;
pub mod money;
pub mod near_misses;
pub mod place;
pub mod search;
pub mod show;
pub mod street;
pub mod surroundings;
pub mod use_search;
pub mod walk;
pub mod word;
pub mod zone;
