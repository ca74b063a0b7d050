//! Reads query strings, strictly: an unknown name, a name given twice or a value that cannot be
//! read is a 400 that names the parameter. Nothing is guessed and nothing silently defaulted.

pub mod filter;
pub mod law;
pub mod loosened;
pub mod named;
pub mod query_string;
pub mod search;
pub mod site;
pub mod table;
pub mod tables;
pub mod value;
