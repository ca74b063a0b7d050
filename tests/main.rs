//! The integration tests: one binary that drives the real program, real databases, real clients
//! and a real browser.
#![allow(clippy::unwrap_used, missing_docs, unreachable_pub)]

mod architecture;
mod areas;
mod browser;
mod contacting;
mod finding;
mod geometry;
mod importing;
mod keeping;
mod law;
mod law_facts;
mod ledger;
mod offering;
mod readme;
mod romaji;
mod serving;
mod support;
mod verdicts;
mod walking;
mod wanted;
mod watching;
mod wording;
