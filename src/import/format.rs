//! The formats, one a file, and which of them a file is in.

use super::citygml::CityGml;
use super::csv_table::CsvTable;
use super::error::ImportError;
use super::feature::Feature;
use super::geojson::GeoJson;
use super::geopackage::GeoPackage;
use super::limits;
use super::options::ImportOptions;
use super::osm_pbf::OsmPbf;
use super::shapefile::Shapefile;
use super::source::SourceFile;

/// Turns the bytes of one format into features. Knows no schema.
pub(super) trait Format: Sync {
    /// What people call it.
    fn name(&self) -> &'static str;
    /// True if a file of this ending and these first bytes is in this format.
    fn fits(&self, ending: &str, head: &[u8]) -> bool;
    /// Reads every feature into the sink, and says how it was read.
    fn read(
        &self,
        file: &SourceFile,
        options: &ImportOptions,
        sink: &mut Sink<'_>,
    ) -> Result<HowRead, ImportError>;
}

/// How a file was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct HowRead {
    /// The text encoding, where the format leaves it open.
    pub encoding: Option<String>,
    /// The coordinate system the file states: anything PROJ understands.
    pub crs: Option<String>,
    /// What the reader should know.
    pub notes: Vec<String>,
}

/// Takes features as a format reads them, and stops at too many.
pub(super) struct Sink<'a> {
    file: &'a str,
    features: Vec<Feature>,
}

impl<'a> Sink<'a> {
    /// A sink for the features of a file.
    pub(super) const fn new(file: &'a str) -> Self {
        Self { file, features: Vec::new() }
    }

    /// Takes a feature.
    pub(super) fn push(&mut self, feature: Feature) -> Result<(), ImportError> {
        if self.features.len() >= limits::FEATURES {
            let limit = format!("{} features", limits::FEATURES);
            return Err(ImportError::TooLarge {
                file: self.file.to_owned(),
                row: feature.row,
                what: "the file",
                limit,
            });
        }
        self.features.push(feature);
        Ok(())
    }

    /// How many were taken.
    pub(super) const fn len(&self) -> usize {
        self.features.len()
    }

    /// All that were taken.
    pub(super) fn into_features(self) -> Vec<Feature> {
        self.features
    }
}

/// Every format, the surest to tell first.
const FORMATS: &[&dyn Format] = &[&GeoPackage, &OsmPbf, &Shapefile, &CityGml, &GeoJson, &CsvTable];

/// The format of a file, by its ending and its first bytes.
pub(super) fn format_of(file: &SourceFile) -> Result<&'static dyn Format, ImportError> {
    let (ending, head) = (file.ending(), file.head()?);
    if head.is_empty() {
        return Err(ImportError::Empty { file: file.name.clone() });
    }
    FORMATS
        .iter()
        .copied()
        .find(|format| format.fits(&ending, &head))
        .ok_or_else(|| ImportError::UnknownFormat { file: file.name.clone() })
}

/// True if a file of this name is one that some format begins with, so that a folder's other files
/// are passed over.
pub(super) fn is_importable(ending: &str) -> bool {
    matches!(
        ending,
        "shp"
            | "geojson"
            | "json"
            | "geojsonl"
            | "geojsons"
            | "ndjson"
            | "gpkg"
            | "gml"
            | "csv"
            | "tsv"
            | "pbf"
    )
}
