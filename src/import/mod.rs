//! Answers "what does this foreign file say, in our words?": bytes in, domain values and a report
//! out.
//!
//! Formats (how bytes become features) know nothing of schemas (which field means what), and the
//! other way round. Reading never touches the store: an import is stored by whoever called, as one
//! batch. A file that cannot be read is an error; a row that cannot be taken is in the report.

mod error;
mod kind;
mod options;
mod report;
mod report_text;

use std::path::{Path, PathBuf};

pub use error::ImportError;
pub use kind::{ImportKind, UnknownKind};
pub use options::ImportOptions;
pub use report::{DistrictTotal, EditionMade, FileRead, Refusal, Repair, Report, Skip};

use crate::domain::Batch;

/// What was read: rows ready to be stored, and the report about them.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The rows; never empty.
    pub batch: Batch,
    /// What happened to every row.
    pub report: Report,
}

/// Reads files (or folders, or zip archives) as one import.
pub fn read(_kind: ImportKind, paths: &[PathBuf], _options: &ImportOptions) -> Result<Imported, ImportError> {
    let file = paths.first().map(|p| p.display().to_string()).unwrap_or_default();
    Err(ImportError::UnknownFormat { file })
}

/// Reads one file that is already in memory; `name` tells its format by its ending.
pub fn read_bytes(
    _kind: ImportKind,
    name: &str,
    _bytes: &[u8],
    _options: &ImportOptions,
) -> Result<Imported, ImportError> {
    Err(ImportError::UnknownFormat { file: Path::new(name).display().to_string() })
}
