//! Machikado (街角): vacant premises, use districts and shopping streets of a city, indexed,
//! questioned and drawn as vector tiles.
//!
//! Data flows one way: `files → import → store → changes → city → query | tile | ledger → http → web`.
//! The README's code map says which room may use which; `tests/architecture.rs` holds them to it.
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod app;
pub mod city;
pub mod config;
pub mod domain;
pub mod geo;
pub mod http;
pub mod import;
pub mod law;
pub mod ledger;
pub mod query;
pub mod sample;
pub mod store;
pub mod tile;
pub mod workflow;
