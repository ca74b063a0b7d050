//! Why a file cannot be imported at all.

use std::path::PathBuf;
use thiserror::Error;

use super::kind::ImportKind;
use super::report::Report;
use crate::domain::{EditionError, RoadError};
use crate::geo::CrsError;

/// What a library said about bytes it could not read.
pub type Cause = Box<dyn std::error::Error + Send + Sync>;

/// Why nothing was imported. The store is unchanged.
#[derive(Debug, Error)]
pub enum ImportError {
    /// No file was named, or a folder holds none that could be imported.
    #[error("{place} holds no file that can be imported")]
    NoFile {
        /// The folder, or empty.
        place: String,
    },
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
        "{file} is none of: Shapefile (.shp, its folder or .zip), GeoJSON, GeoJSONSeq, GeoPackage, PLATEAU CityGML (.gml), CSV, OpenStreetMap (.osm.pbf)"
    )]
    UnknownFormat {
        /// The file.
        file: String,
    },
    /// The file has no bytes, or no row.
    #[error("{file} is empty")]
    Empty {
        /// The file.
        file: String,
    },
    /// The file ends before its content does.
    #[error("{file} is cut off in row {row}; copy or download it again")]
    Truncated {
        /// The file.
        file: String,
        /// The row it ends in.
        row: usize,
    },
    /// The bytes are not what the format says.
    #[error("{file}, row {row}: not readable as {format}")]
    Malformed {
        /// The file.
        file: String,
        /// The row being read.
        row: usize,
        /// The format expected.
        format: &'static str,
        /// What was wrong.
        #[source]
        source: Cause,
    },
    /// More than is held at once.
    #[error("{file}, row {row}: {what} is larger than the limit of {limit}")]
    TooLarge {
        /// The file.
        file: String,
        /// The row being read.
        row: usize,
        /// What is too large.
        what: &'static str,
        /// The limit, with its unit.
        limit: String,
    },
    /// An archive that unpacks to far more than any map.
    #[error("{file}: `{member}` unpacks to {unpacked} bytes or more from {packed}; refused as a zip bomb")]
    ZipBomb {
        /// The archive.
        file: String,
        /// The member at fault.
        member: String,
        /// Bytes in the archive.
        packed: u64,
        /// Bytes unpacked so far, or announced.
        unpacked: u64,
    },
    /// A shapefile without one of its files.
    #[error("{file} is missing its {part} file, which must lie beside it")]
    MissingPart {
        /// The file that is there.
        file: String,
        /// The ending of the file that is not.
        part: &'static str,
    },
    /// A coordinate system that is not understood.
    #[error("{file}: the coordinate system is not understood; name it with --crs EPSG:nnnn")]
    Crs {
        /// The file.
        file: String,
        /// What is wrong with it.
        #[source]
        source: CrsError,
    },
    /// Coordinates beyond degrees, and nothing says in which system.
    #[error(
        "{file}: the coordinates are not degrees and nothing says what they are; name the system with --crs EPSG:nnnn"
    )]
    CrsUnknown {
        /// The file.
        file: String,
    },
    /// Every place has latitude where longitude belongs.
    #[error("{file}: latitude and longitude are swapped in every row; read it with --swap-axes")]
    SwappedAxes {
        /// The file.
        file: String,
    },
    /// A label no text encoding has.
    #[error("unknown text encoding `{label}` (for example: utf-8, cp932, utf-16le)")]
    UnknownEncoding {
        /// What was given.
        label: String,
    },
    /// Fields of no schema known for this kind.
    #[error("{file}: its fields ({fields}) are of no known schema for {kind}{hint}")]
    UnknownSchema {
        /// The file.
        file: String,
        /// What it was to be imported as.
        kind: ImportKind,
        /// The fields it has.
        fields: String,
        /// What it seems to be instead.
        hint: &'static str,
    },
    /// Nothing says which date the data describes.
    #[error("nothing in {file} says which date it describes; add --as-of YYYY-MM-DD")]
    AsOfUnknown {
        /// The file.
        file: String,
    },
    /// An extract of OpenStreetMap in which nothing is a road.
    #[error("{file} has no way with a `highway` tag (in the box asked for, if one was)")]
    NoRoads {
        /// The file.
        file: String,
    },
    /// A network of roads that cannot be named so.
    #[error("the network of roads cannot be made")]
    Network(#[from] RoadError),
    /// An edition that cannot be named so.
    #[error("the edition cannot be made")]
    Edition(#[from] EditionError),
    /// Every row was refused or skipped; the report says why.
    #[error(
        "nothing to import: {} read, {} refused, {} skipped; nothing was changed",
        report.read, report.refused, report.skipped
    )]
    NothingToImport {
        /// What was found.
        report: Box<Report>,
    },
    /// Rows were refused, and the import was asked to be strict.
    #[error("{} rows refused, and the import is strict; nothing was changed", report.refused)]
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
