//! What the person who imports may say about a file that the file itself does not say.

use time::{Date, OffsetDateTime};

use crate::domain::LonLatBox;

/// The flags of `machikado import`. Everything left out is taken from the file where it can be.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportOptions {
    /// Name of the edition of zoning.
    pub edition: Option<String>,
    /// The area the edition covers; editions of one area supersede each other.
    pub area: Option<String>,
    /// The date the data describes.
    pub as_of: Option<Date>,
    /// Who published it.
    pub source: Option<String>,
    /// Under which licence.
    pub licence: Option<String>,
    /// The coordinate system, as `EPSG:nnnn`, a PROJ string or WKT; overrides what the file says.
    pub crs: Option<String>,
    /// The text encoding, as a WHATWG label (`cp932`, `utf-16le`); overrides what is sniffed.
    pub encoding: Option<String>,
    /// The file gives latitude first where longitude is expected.
    pub swap_axes: bool,
    /// Only roads that reach into this box are taken; other kinds know no box.
    pub within: Option<LonLatBox>,
    /// Any refused row makes the whole import an error.
    pub strict: bool,
    /// The moment of the import: stamps ids and editions.
    pub now: OffsetDateTime,
}

impl Default for ImportOptions {
    fn default() -> Self {
        Self {
            edition: None,
            area: None,
            as_of: None,
            source: None,
            licence: None,
            crs: None,
            encoding: None,
            swap_axes: false,
            within: None,
            strict: false,
            now: OffsetDateTime::now_utc(),
        }
    }
}
