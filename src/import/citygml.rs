//! PLATEAU CityGML: the features of a `CityModel`, each with its simple fields and its surfaces.
//!
//! Streams: one feature is held at a time. GML gives coordinates in the order of the authority, for
//! EPSG systems of Japan latitude or northing first; they are swapped here. Heights are dropped.

use geo_types::{Coord, Geometry, LineString, MultiPolygon, Polygon};
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;
use std::io::BufReader;
use std::sync::Arc;

use super::encoding::{self, Utf8Reader};
use super::error::ImportError;
use super::feature::{Feature, Fields, Shape, Value};
use super::format::{Format, HowRead, Sink};
use super::limits;
use super::options::ImportOptions;
use super::source::SourceFile;
use super::xml_guard::{GuardedXml, RunTooLong};

/// The format.
pub(super) struct CityGml;

const NAME: &str = "CityGML";

impl Format for CityGml {
    fn name(&self) -> &'static str {
        NAME
    }

    fn fits(&self, ending: &str, head: &[u8]) -> bool {
        let head = String::from_utf8_lossy(head);
        let is_xml = head.trim_start_matches('\u{feff}').trim_start().starts_with('<');
        is_xml && (ending == "gml" || head.contains("CityModel"))
    }

    fn read(
        &self,
        file: &SourceFile,
        options: &ImportOptions,
        sink: &mut Sink<'_>,
    ) -> Result<HowRead, ImportError> {
        let text = Utf8Reader::new(file.open()?, encoding::encoding_of(file, options)?);
        let text = GuardedXml::new(BufReader::new(text), limits::RECORD_BYTES);
        let mut reader = NsReader::from_reader(text);
        let mut model = Model::default();
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            let row = sink.len() + 1;
            let (namespace, event) =
                reader.read_resolved_event_into(&mut buffer).map_err(|e| xml_error(&file.name, row, e))?;
            match event {
                Event::Start(tag) => model.open(&namespace, &tag),
                Event::Empty(tag) => {
                    model.open(&namespace, &tag);
                    sink_feature(model.close(), row, sink)?;
                }
                Event::End(_) => sink_feature(model.close(), row, sink)?,
                Event::Text(text) => model.text.push_str(&text),
                Event::CData(text) => model.text.push_str(&text),
                Event::GeneralRef(name) => {
                    let reference = format!("&{};", &*name);
                    let resolved = quick_xml::escape::unescape(&reference);
                    model.text.push_str(&resolved.map_err(|e| malformed(&file.name, row, e))?);
                }
                Event::Eof if model.path.is_empty() => break,
                Event::Eof => return Err(ImportError::Truncated { file: file.name.clone(), row }),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
        Ok(HowRead { encoding: None, crs: model.crs, notes: Vec::new() })
    }
}

fn sink_feature(feature: Option<FeatureDraft>, row: usize, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    feature.map_or(Ok(()), |feature| sink.push(feature.finish(row)))
}

/// Where in the document we are, and the feature being read.
#[derive(Default)]
struct Model {
    /// Local names from the root to here.
    path: Vec<String>,
    text: String,
    crs: Option<String>,
    dimension: Option<usize>,
    /// The authority gives longitude or easting first (CRS84 alone does).
    lon_first: bool,
    feature: Option<FeatureDraft>,
}

/// A feature being read.
struct FeatureDraft {
    class: Arc<str>,
    /// How deep its own element lies.
    depth: usize,
    fields: Fields,
    polygons: Vec<Polygon<f64>>,
    shell: Option<LineString<f64>>,
    holes: Vec<LineString<f64>>,
    points: Vec<f64>,
    dimension: usize,
    lon_first: bool,
    unclosed_rings: usize,
    unreadable: Option<String>,
}

impl Model {
    fn open(&mut self, namespace: &ResolveResult<'_>, tag: &BytesStart<'_>) {
        let local = tag.local_name().as_ref().to_owned();
        self.note_crs(tag);
        if self.feature.is_none() && self.path.last().is_some_and(|p| p == "cityObjectMember") {
            let class = qualified(namespace, tag, &local);
            let dimension = self.dimension.unwrap_or(2);
            self.feature = Some(FeatureDraft::new(class, self.path.len() + 1, dimension, self.lon_first));
        }
        if let Some(feature) = &mut self.feature {
            match local.as_str() {
                "Polygon" => feature.begin_polygon(),
                "LinearRing" => feature.points.clear(),
                "posList" | "pos" => {
                    if let Some(dimension) = number_attribute(tag, "srsDimension") {
                        feature.dimension = dimension;
                    }
                }
                _ => {}
            }
        }
        self.text.clear();
        self.path.push(local);
    }

    /// Ends the element; the feature, if it was one.
    fn close(&mut self) -> Option<FeatureDraft> {
        let name = self.path.pop()?;
        let text = std::mem::take(&mut self.text);
        let depth = self.path.len() + 1;
        let feature = self.feature.as_mut()?;
        match name.as_str() {
            "posList" | "pos" => feature.add_points(&text),
            "LinearRing" => feature.end_ring(self.path.last().is_some_and(|p| p == "interior")),
            "Polygon" => feature.end_polygon(),
            _ if depth == feature.depth => return self.feature.take(),
            _ if depth == feature.depth + 1 => feature.fields.push(name.into(), Value::text(&text)),
            _ => {}
        }
        None
    }

    fn note_crs(&mut self, tag: &BytesStart<'_>) {
        if self.crs.is_none()
            && let Ok(Some(name)) = tag.try_get_attribute("srsName")
        {
            let name = name.value.into_owned();
            // EPSG:6697 and 4979 carry heights.
            self.dimension = Some(if name.ends_with("6697") || name.ends_with("4979") { 3 } else { 2 });
            self.lon_first = name.ends_with("CRS84");
            self.crs = Some(name);
        }
        if self.feature.is_none()
            && let Some(dimension) = number_attribute(tag, "srsDimension")
        {
            self.dimension = Some(dimension);
        }
    }
}

impl FeatureDraft {
    fn new(class: Arc<str>, depth: usize, dimension: usize, lon_first: bool) -> Self {
        Self {
            class,
            depth,
            fields: Fields::default(),
            polygons: Vec::new(),
            shell: None,
            holes: Vec::new(),
            points: Vec::new(),
            dimension,
            lon_first,
            unclosed_rings: 0,
            unreadable: None,
        }
    }

    fn begin_polygon(&mut self) {
        self.shell = None;
        self.holes.clear();
    }

    fn add_points(&mut self, text: &str) {
        for word in text.split_ascii_whitespace() {
            if let Ok(number) = word.parse() {
                self.points.push(number);
            } else {
                let word = super::feature::shorten(word);
                self.unreadable = Some(format!("`{word}` is not a coordinate"));
            }
        }
    }

    fn end_ring(&mut self, is_hole: bool) {
        if !self.points.len().is_multiple_of(self.dimension) {
            self.unreadable =
                Some(format!("a ring of {} numbers is not of {} a point", self.points.len(), self.dimension));
        }
        // Latitude, then longitude, then perhaps height.
        let coord =
            |c: &[f64]| if self.lon_first { Coord { x: c[0], y: c[1] } } else { Coord { x: c[1], y: c[0] } };
        let ring: LineString<f64> = self.points.chunks_exact(self.dimension).map(coord).collect();
        self.points.clear();
        self.unclosed_rings += usize::from(ring.0.first() != ring.0.last());
        if is_hole {
            self.holes.push(ring);
        } else {
            self.shell = Some(ring);
        }
    }

    fn end_polygon(&mut self) {
        if let Some(shell) = self.shell.take() {
            self.polygons.push(Polygon::new(shell, std::mem::take(&mut self.holes)));
        }
    }

    fn finish(self, row: usize) -> Feature {
        let shape = match self.unreadable {
            Some(reason) => Shape::Unreadable(reason),
            None if self.polygons.is_empty() => Shape::Missing,
            None => Shape::Found {
                geometry: Geometry::MultiPolygon(MultiPolygon(self.polygons)),
                unclosed_rings: self.unclosed_rings,
            },
        };
        Feature { row, class: Some(self.class), fields: self.fields, shape }
    }
}

/// `urf:UseDistrict`, whatever prefix the file chose for the i-UR namespace.
fn qualified(namespace: &ResolveResult<'_>, tag: &BytesStart<'_>, local: &str) -> Arc<str> {
    let prefix = match namespace {
        ResolveResult::Bound(uri) if uri.as_ref().contains("/urf/") => "urf".to_owned(),
        _ => tag.name().prefix().map(|p| p.as_ref().to_owned()).unwrap_or_default(),
    };
    if prefix.is_empty() { local.into() } else { format!("{prefix}:{local}").into() }
}

fn number_attribute(tag: &BytesStart<'_>, name: &str) -> Option<usize> {
    let attribute = tag.try_get_attribute(name).ok()??;
    let number: usize = attribute.value.trim().parse().ok()?;
    (2..=3).contains(&number).then_some(number)
}

fn malformed(file: &str, row: usize, source: impl std::error::Error + Send + Sync + 'static) -> ImportError {
    ImportError::Malformed { file: file.to_owned(), row, format: NAME, source: source.into() }
}

fn xml_error(file: &str, row: usize, error: quick_xml::Error) -> ImportError {
    use quick_xml::Error as E;
    match error {
        E::Io(io) if io.get_ref().and_then(|e| e.downcast_ref::<RunTooLong>()).is_some() => {
            ImportError::TooLarge {
                file: file.to_owned(),
                row,
                what: "a text",
                limit: format!("{} bytes", limits::RECORD_BYTES),
            }
        }
        E::Syntax(_) => ImportError::Truncated { file: file.to_owned(), row },
        other => malformed(file, row, other),
    }
}
