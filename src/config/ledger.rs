//! `machikado ledger`: what changed between editions, and how land is used.

use clap::Subcommand;

use super::DataPlace;

/// `machikado ledger`
#[derive(Debug, Subcommand)]
pub enum Ledger {
    /// List the editions that are kept.
    Editions {
        /// Where the data is.
        #[command(flatten)]
        place: DataPlace,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Compare two editions: totals, the matrix of districts, one row a changed piece, and what is only noise.
    Compare {
        /// The earlier edition: its id, date (2019-03-31), year or name.
        before: String,
        /// The later edition.
        after: String,
        /// Where the data is.
        #[command(flatten)]
        place: DataPlace,
        /// Pieces of a smaller mean width are taken for a line digitised again.
        #[arg(long, value_name = "M", default_value_t = 0.5)]
        tolerance: f64,
        /// Print JSON.
        #[arg(long, conflicts_with = "geojson")]
        json: bool,
        /// Print the changed pieces as GeoJSON.
        #[arg(long)]
        geojson: bool,
        /// Print the changed pieces as a table for a spreadsheet.
        #[arg(long, conflicts_with_all = ["json", "geojson"])]
        csv: bool,
    },
    /// How the land was used, survey by survey: industrial share, conversions, dwellings near factories.
    Use {
        /// The edition whose land of the use district is told; the earliest unless given, `all` for all that was surveyed.
        #[arg(long)]
        within: Option<String>,
        /// The use district.
        #[arg(long, default_value = "quasi_industrial")]
        district: String,
        /// Where the data is.
        #[command(flatten)]
        place: DataPlace,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// The land of one use district in every edition, by town.
    History {
        /// The use district.
        #[arg(default_value = "quasi_industrial")]
        district: String,
        /// Where the data is.
        #[command(flatten)]
        place: DataPlace,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
}
