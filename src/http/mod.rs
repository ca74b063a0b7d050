//! The only room that speaks HTTP and JSON: the API, tiles, pictures and the web application.

mod account;
pub mod api;
mod contact;
mod feed;
mod form;
mod ledger;
mod limits;
mod negotiate;
mod observe;
mod offer;
mod page;
mod photos;
mod policy;
pub mod problem;
mod public_url;
mod router;
mod serve;
mod server;
mod settings;
mod tiles;
mod wanted;
mod watch;
mod web;
mod xml;

pub use api::openapi_json;
pub use public_url::{NotAPublicUrl, PublicUrl};
pub use router::router;
pub use serve::serve;
pub use settings::Settings;
pub use watch::search_reader;
#[cfg(test)]
mod tests;
