//! What an import did with every row: taken, repaired, refused or skipped, and why.

use serde::Serialize;
use time::Date;

use super::kind::ImportKind;

/// The report of one import. Serialises to JSON; `Display` is the text for people.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// What was imported.
    pub kind: ImportKind,
    /// The files read, in order.
    pub files: Vec<FileRead>,
    /// The edition made, for zoning.
    pub edition: Option<EditionMade>,
    /// The network made, for roads.
    pub network: Option<NetworkMade>,
    /// Rows read from all files.
    pub read: usize,
    /// Rows taken, repaired ones included.
    pub accepted: usize,
    /// Rows taken whose geometry or fields had to be changed.
    pub repaired: usize,
    /// Rows refused.
    pub refused: usize,
    /// Rows that are something else than what was asked for.
    pub skipped: usize,
    /// Zones and hectares of each use district.
    pub districts: Vec<DistrictTotal>,
    /// Roads and kilometres of each class.
    pub roads: Vec<RoadTotal>,
    /// Every repair.
    pub repairs: Vec<Repair>,
    /// Every refusal of a row or of one of its fields.
    pub refusals: Vec<Refusal>,
    /// What was skipped, by reason.
    pub skips: Vec<Skip>,
    /// What the reader should know: what was assumed, and what to say to correct it.
    pub notes: Vec<String>,
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileRead {
    /// Its name without folders.
    pub name: String,
    /// Its format: `Shapefile`, `GeoJSON`, ….
    pub format: &'static str,
    /// The published schema recognised.
    pub schema: &'static str,
    /// The coordinate system its numbers were read in.
    pub crs: String,
    /// The text encoding, where the format leaves it open.
    pub encoding: Option<String>,
    /// Rows read from it.
    pub rows: usize,
}

/// The edition an import of zoning makes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EditionMade {
    /// Its name.
    pub name: String,
    /// The area it covers.
    pub area: String,
    /// The date it describes; `YYYY-MM-DD` in JSON.
    #[serde(serialize_with = "as_text")]
    pub as_of: Date,
    /// Who published it.
    pub source: String,
    /// Under which licence.
    pub licence: String,
    /// SHA-256 of its files, hexadecimal.
    pub checksum: String,
}

/// The network an import of roads makes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NetworkMade {
    /// The area it covers.
    pub area: String,
    /// Who published it.
    pub source: String,
    /// Under which licence.
    pub licence: String,
    /// SHA-256 of its files, hexadecimal.
    pub checksum: String,
}

/// Roads and length of one class.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RoadTotal {
    /// The class's slug.
    pub class: &'static str,
    /// Its Japanese name.
    pub name: &'static str,
    /// Roads taken.
    pub roads: usize,
    /// Their length in kilometres.
    pub km: f64,
}

/// Zones and area of one use district.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DistrictTotal {
    /// The district's slug.
    pub district: &'static str,
    /// Its Japanese name.
    pub name: &'static str,
    /// Zones taken.
    pub zones: usize,
    /// Their area in hectares, on the plane rectangular zone of the place.
    pub hectares: f64,
}

/// A row that was changed to be usable.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Repair {
    /// The file.
    pub file: String,
    /// The row: the number of the feature from 1; in CSV as a spreadsheet counts, the header being 1.
    pub row: usize,
    /// The field changed; `geometry` for the shape.
    pub field: String,
    /// What was wrong and what was done.
    pub what: String,
    /// How much the area changed, m2; absent for fields.
    pub area_change_m2: Option<f64>,
}

/// A row, or a field of a row, that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// The file.
    pub file: String,
    /// The row, counted as in [`Repair::row`].
    pub row: usize,
    /// The field at fault.
    pub field: String,
    /// What it said, shortened.
    pub value: String,
    /// Why it cannot be taken.
    pub reason: String,
    /// True if the whole row was refused; false if only the field was left blank.
    pub whole_row: bool,
}

/// Rows left aside because they are not what was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Skip {
    /// The file.
    pub file: String,
    /// What they are.
    pub what: String,
    /// How many.
    pub rows: usize,
    /// Why they are not taken.
    pub reason: String,
}

// The signature is serde's.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn as_text<S: serde::Serializer>(date: &Date, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(date)
}

impl Report {
    /// A report of nothing yet.
    pub const fn new(kind: ImportKind) -> Self {
        Self {
            kind,
            files: Vec::new(),
            edition: None,
            network: None,
            read: 0,
            accepted: 0,
            repaired: 0,
            refused: 0,
            skipped: 0,
            districts: Vec::new(),
            roads: Vec::new(),
            repairs: Vec::new(),
            refusals: Vec::new(),
            skips: Vec::new(),
            notes: Vec::new(),
        }
    }
}
