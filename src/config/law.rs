//! `machikado law`: the use rules, tried and looked at.

use std::path::PathBuf;

use clap::Subcommand;

/// `machikado law`
#[derive(Debug, Subcommand)]
pub enum Law {
    /// Try worked cases: fails where a verdict is not the expected one.
    Try {
        /// JSON file of cases: id, use, district, inputs, expected, cite.
        cases: PathBuf,
        /// The ward's own rules, laid over the national ones.
        #[arg(long, value_name = "FILE")]
        overlay: Option<PathBuf>,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Print every use in every district: 可 条 不 要 他.
    Table {
        /// The ward's own rules, laid over the national ones.
        #[arg(long, value_name = "FILE")]
        overlay: Option<PathBuf>,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Check a ward's own rules and say what they change.
    Check {
        /// The ward's own rules.
        #[arg(long, value_name = "FILE")]
        overlay: PathBuf,
    },
}
