//! Why a file cannot be imported at all.

use std::path::PathBuf;
use thiserror::Error;

use super::report::Report;

/// Why nothing was imported. The store is unchanged.
#[derive(Debug, Error)]
pub enum ImportError {
    /// A file that cannot be opened or read.
    #[error("cannot read {path}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// No format knows this file.
    #[error(
        "{file} is none of: Shapefile (.shp, folder or .zip), GeoJSON, GeoJSONSeq, GeoPackage, CityGML (PLATEAU urf), CSV"
    )]
    UnknownFormat {
        /// The file.
        file: String,
    },
    /// Every row was refused or skipped; the report says why.
    #[error("nothing to import: {} rows read, {} refused, {} skipped", report.read, report.refused, report.skipped)]
    NothingToImport {
        /// What was found.
        report: Box<Report>,
    },
    /// Rows were refused, and the import was asked to be strict.
    #[error("{} rows refused, and the import is strict", report.refused)]
    RefusedRows {
        /// What was found.
        report: Box<Report>,
    },
}

impl ImportError {
    /// The report, where the file could be read but its rows not be taken.
    pub fn report(&self) -> Option<&Report> {
        match self {
            Self::NothingToImport { report } | Self::RefusedRows { report } => Some(report),
            _ => None,
        }
    }
}
