//! Answers "what does this foreign file say, in our words?": bytes in, domain values and a report
//! out.
//!
//! Formats (how bytes become features) know nothing of schemas (which field means what), and the
//! other way round. Reading never touches the store: an import is stored by whoever called, as one
//! batch. A file that cannot be read is an error; a row that cannot be taken is in the report.

mod archive;
mod checksum;
mod citygml;
mod csv_records;
mod csv_table;
mod dbf;
mod draft;
mod draft_sheet;
mod edition;
mod encoding;
mod error;
mod feature;
#[cfg(test)]
mod fixtures;
mod format;
mod gather;
mod geojson;
mod geopackage;
#[cfg(test)]
mod geopackage_tests;
mod heif;
#[cfg(test)]
mod hostile_tests;
mod intake;
mod json_items;
mod kind;
#[cfg(test)]
mod layer_tests;
mod limits;
mod located;
mod network;
mod options;
#[cfg(test)]
mod osm_fixture;
mod osm_pbf;
#[cfg(test)]
mod osm_pbf_tests;
mod picture;
mod placing;
mod read;
#[cfg(test)]
mod real_data_tests;
mod report;
mod report_text;
#[cfg(test)]
mod road_tests;
mod row;
#[cfg(test)]
mod sample_tests;
mod schema;
mod shapefile;
mod source;
mod totals;
mod wkb;
mod xml_guard;
#[cfg(test)]
mod zoning_tests;

pub use draft::{DraftRead, FieldFault, read_draft};
pub use draft_sheet::{
    DraftSheet, DraftSheetError, LARGEST_SHEET, MOST_ROWS, SheetRow, read_drafts, template,
};
pub use error::{Cause, ImportError};
pub use kind::{ImportKind, UnknownKind};
pub use options::ImportOptions;
pub use picture::{LARGEST_FILE, Picture, PictureError, read_picture};
pub use read::{read, read_bytes};
pub use report::{
    DistrictTotal, EditionMade, FileRead, NetworkMade, Refusal, Repair, Report, RoadTotal, Skip,
};

use crate::domain::Batch;

/// What was read: rows ready to be stored, and the report about them.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The rows; never empty.
    pub batch: Batch,
    /// What happened to every row.
    pub report: Report,
}
