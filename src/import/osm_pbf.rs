//! OpenStreetMap extracts (`.osm.pbf`): every way with a `highway` tag becomes a line with its tags.
//!
//! A way names its nodes and knows no place, so the file is read three times: for the nodes that roads
//! need, for where those are, and for the roads. With a box only nodes inside it are kept and roads end
//! at the last node inside, so that a ward can be taken out of the extract of a whole region.

use osmpbf::{Blob, BlobDecode, BlobReader, PrimitiveBlock, Way};
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use std::fs::File;
use std::io::{BufReader, Cursor, Read};
use std::sync::Arc;

use geo_types::{Coord, Geometry, LineString, MultiLineString};

use super::error::{Cause, ImportError};
use super::feature::{Feature, Fields, Shape, Value};
use super::format::{Format, HowRead, Sink};
use super::options::ImportOptions;
use super::source::{Bytes, SourceFile};
use crate::domain::{LonLat, LonLatBox};

/// The format.
pub(super) struct OsmPbf;

const NAME: &str = "OpenStreetMap PBF";
/// Nodes of one import: a region's roads have fewer.
const NODES: usize = 60_000_000;
/// A mark every such file has behind its first length.
const MARK: &[u8] = b"OSMHeader";
const TEN_MILLIONTHS: f64 = 1e7;

impl Format for OsmPbf {
    fn name(&self) -> &'static str {
        NAME
    }

    fn fits(&self, ending: &str, head: &[u8]) -> bool {
        ending == "pbf" || head.get(..64).unwrap_or(head).windows(MARK.len()).any(|w| w == MARK)
    }

    fn read(
        &self,
        file: &SourceFile,
        options: &ImportOptions,
        sink: &mut Sink<'_>,
    ) -> Result<HowRead, ImportError> {
        let nodes = if let Some(area) = options.within {
            nodes(file, |_, place| area.contains(place))?
        } else {
            let wanted = wanted(file)?;
            nodes(file, |id, _| wanted.contains(&id))?
        };
        let mut roads =
            Roads { nodes, within: options.within, names: FxHashMap::default(), cut: 0, outside: 0 };
        ways(file, |way| roads.take(way, sink))?;
        if sink.len() == 0 {
            return Err(ImportError::NoRoads { file: file.name.clone() });
        }
        Ok(HowRead { notes: roads.notes(), ..HowRead::default() })
    }
}

/// Where a node is, in ten-millionths of a degree.
type Nodes = FxHashMap<i64, [i32; 2]>;

struct Roads {
    nodes: Nodes,
    within: Option<LonLatBox>,
    names: FxHashMap<String, Arc<str>>,
    /// Roads with nodes that are not in the file, or not in the box.
    cut: usize,
    /// Roads without a node in the box.
    outside: usize,
}

impl Roads {
    fn take(&mut self, way: &Way<'_>, sink: &mut Sink<'_>) -> Result<(), ImportError> {
        let mut lines: Vec<Vec<Coord<f64>>> = vec![Vec::new()];
        let mut missing = 0;
        for id in refs(way) {
            if let Some(at) = self.nodes.get(&id) {
                let [x, y] = at.map(|n| f64::from(n) / TEN_MILLIONTHS);
                lines.last_mut().expect("there is always a line").push(Coord { x, y });
            } else {
                missing += 1;
                lines.push(Vec::new());
            }
        }
        if self.within.is_some() && lines.iter().all(Vec::is_empty) {
            self.outside += 1;
            return Ok(());
        }
        self.cut += usize::from(missing > 0);
        lines.retain(|line| line.len() > 1);
        let shape = if lines.is_empty() {
            Shape::Unreadable("fewer than two of its nodes are in the file or the box".to_owned())
        } else {
            let lines = MultiLineString(lines.into_iter().map(LineString).collect());
            Shape::Found { geometry: Geometry::MultiLineString(lines), unclosed_rings: 0 }
        };
        let fields = self.fields(way);
        sink.push(Feature { row: sink.len() + 1, class: None, fields, shape })
    }

    fn fields(&mut self, way: &Way<'_>) -> Fields {
        let mut fields = Fields::default();
        fields.push("osm_id".into(), Value::Text(way.id().to_string()));
        for (name, value) in tags(way) {
            if !self.names.contains_key(&*name) {
                self.names.insert(name.to_string(), Arc::from(&*name));
            }
            fields.push(Arc::clone(&self.names[&*name]), Value::text(&value));
        }
        fields
    }

    fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if self.outside > 0 {
            notes.push(format!("{} roads lie outside the box and were not read", self.outside));
        }
        if self.cut > 0 {
            notes.push(format!("{} roads lead out of the file or the box and end where they do", self.cut));
        }
        notes
    }
}

/// The nodes of a way. Ids are summed up here, so that absurd ones come round instead of failing.
fn refs<'a>(way: &Way<'a>) -> impl Iterator<Item = i64> + use<'a> {
    let steps: Vec<i64> = way.raw_refs().to_vec();
    steps.into_iter().scan(0i64, |id, step| {
        *id = id.wrapping_add(step);
        Some(*id)
    })
}

/// The tags of a way, whatever bytes they are of.
fn tags<'w>(way: &'w Way<'_>) -> impl Iterator<Item = (Cow<'w, str>, Cow<'w, str>)> {
    let texts = way.raw_stringtable();
    way.raw_tags().filter_map(|(name, value)| {
        let text = |at: u32| texts.get(at as usize).map(|bytes| String::from_utf8_lossy(bytes));
        Some((text(name)?, text(value)?))
    })
}

fn is_road(way: &Way<'_>) -> bool {
    tags(way).any(|(name, _)| name == "highway")
}

/// The nodes that roads need.
fn wanted(file: &SourceFile) -> Result<FxHashSet<i64>, ImportError> {
    let mut wanted = FxHashSet::default();
    ways(file, |way| {
        wanted.extend(refs(way));
        enough(file, wanted.len())
    })?;
    Ok(wanted)
}

/// Where the nodes are that are asked for.
fn nodes(file: &SourceFile, is_wanted: impl Fn(i64, LonLat) -> bool) -> Result<Nodes, ImportError> {
    let mut nodes = Nodes::default();
    blocks(file, |block| {
        for group in block.groups() {
            let dense = group.dense_nodes().map(|n| (n.id(), [n.decimicro_lon(), n.decimicro_lat()]));
            let plain = group.nodes().map(|n| (n.id(), [n.decimicro_lon(), n.decimicro_lat()]));
            for (id, at) in dense.chain(plain) {
                let [lon, lat] = at.map(|n| f64::from(n) / TEN_MILLIONTHS);
                // A node that is nowhere is kept out, and the roads that need it say so.
                if LonLat::new(lon, lat).is_ok_and(|place| is_wanted(id, place)) {
                    nodes.insert(id, at);
                }
            }
        }
        enough(file, nodes.len())
    })?;
    Ok(nodes)
}

fn enough(file: &SourceFile, nodes: usize) -> Result<(), ImportError> {
    if nodes <= NODES {
        return Ok(());
    }
    let limit = format!("{NODES} nodes of roads; take a part of it with --bbox");
    Err(ImportError::TooLarge { file: file.name.clone(), row: 0, what: "the extract", limit })
}

/// Calls back with every road of the file.
fn ways(
    file: &SourceFile,
    mut found: impl FnMut(&Way<'_>) -> Result<(), ImportError>,
) -> Result<(), ImportError> {
    blocks(file, |block| {
        block.groups().flat_map(|group| group.ways()).filter(is_road).try_for_each(|way| found(&way))
    })
}

/// Calls back with every block of data of the file.
fn blocks(
    file: &SourceFile,
    mut found: impl FnMut(&PrimitiveBlock) -> Result<(), ImportError>,
) -> Result<(), ImportError> {
    let mut blobs = Blobs { reader: open(file)?, file, count: 0 };
    while let Some(blob) = blobs.next_blob()? {
        match blob.decode().map_err(|e| blobs.wrong(e))? {
            BlobDecode::OsmData(block) => found(&block)?,
            BlobDecode::OsmHeader(header) => {
                if header.required_features().iter().any(|f| f == "HistoricalInformation") {
                    return Err(blobs.malformed("it holds the history of the map; take the latest state"));
                }
            }
            BlobDecode::Unknown(_) => {}
        }
    }
    if blobs.count == 0 { Err(ImportError::Empty { file: file.name.clone() }) } else { Ok(()) }
}

type Reader<'a> = Box<dyn Read + Send + 'a>;

fn open(file: &SourceFile) -> Result<Reader<'_>, ImportError> {
    Ok(match &file.bytes {
        Bytes::InMemory(bytes) => Box::new(Cursor::new(bytes.as_ref())),
        Bytes::OnDisk(path) => {
            let opened = File::open(path).map_err(|e| file.bytes.unreadable(e))?;
            Box::new(BufReader::with_capacity(1 << 20, opened))
        }
    })
}

/// The parts of a file, one after the other.
struct Blobs<'a> {
    reader: Reader<'a>,
    file: &'a SourceFile,
    count: usize,
}

impl Blobs<'_> {
    /// The next part; `None` only where the file ends between two.
    fn next_blob(&mut self) -> Result<Option<Blob>, ImportError> {
        let mut length = Vec::new();
        let read = self.reader.by_ref().take(4).read_to_end(&mut length);
        read.map_err(|e| self.file.bytes.unreadable(e))?;
        match length.len() {
            0 => return Ok(None),
            4 => {}
            _ => return Err(self.truncated()),
        }
        self.count += 1;
        // The length is read anew by the library, which then takes exactly one part.
        let one = Cursor::new(length).chain(&mut self.reader);
        match BlobReader::new(one).next() {
            Some(Ok(blob)) => Ok(Some(blob)),
            Some(Err(error)) => Err(self.wrong(error)),
            None => Err(self.truncated()),
        }
    }

    fn truncated(&self) -> ImportError {
        ImportError::Truncated { file: self.file.name.clone(), row: self.count }
    }

    /// A part that cannot be read is the last of a file that was cut off, or is none at all.
    fn wrong(&mut self, error: osmpbf::Error) -> ImportError {
        let at_end = self.reader.read(&mut [0]).is_ok_and(|read| read == 0);
        if at_end { self.truncated() } else { self.malformed(error) }
    }

    fn malformed(&self, source: impl Into<Cause>) -> ImportError {
        let source = source.into();
        ImportError::Malformed { file: self.file.name.clone(), row: self.count, format: NAME, source }
    }
}
