//! The only room that speaks HTTP and JSON: the API, tiles, pictures and the web application.

pub mod api;
pub mod problem;

pub use api::openapi_json;
