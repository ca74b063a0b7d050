//! Where the bytes of a foreign file are: on disk, in memory, or unpacked from an archive.

use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use time::{Date, OffsetDateTime};

use super::error::ImportError;

/// Bytes that can be read from the start as often as needed.
#[derive(Debug, Clone)]
pub(super) enum Bytes {
    /// A file on disk.
    OnDisk(PathBuf),
    /// Bytes in memory.
    InMemory(Arc<[u8]>),
}

/// A foreign file and, for formats of several files, those that lie beside it.
#[derive(Debug, Clone)]
pub(super) struct SourceFile {
    /// Its name without folders.
    pub name: String,
    /// Its content.
    pub bytes: Bytes,
    /// Files of the same stem beside it: name and content.
    pub siblings: Vec<(String, Bytes)>,
    /// Found in a folder or archive rather than named, so that it need not be what was asked for.
    pub found: bool,
    /// The same data in other formats or encodings, left unread.
    pub twins: Vec<String>,
}

impl SourceFile {
    /// A file in memory.
    pub(super) fn in_memory(name: &str, bytes: Arc<[u8]>) -> Self {
        Self {
            name: file_name(Path::new(name)),
            bytes: Bytes::InMemory(bytes),
            siblings: Vec::new(),
            found: false,
            twins: Vec::new(),
        }
    }

    /// A file on disk, with the files of the same stem beside it.
    pub(super) fn on_disk(path: &Path) -> Self {
        let siblings = siblings_of(path).into_iter().map(|p| (file_name(&p), Bytes::OnDisk(p))).collect();
        Self {
            name: file_name(path),
            bytes: Bytes::OnDisk(path.to_owned()),
            siblings,
            found: false,
            twins: Vec::new(),
        }
    }

    /// Opens it from the start.
    pub(super) fn open(&self) -> Result<Box<dyn BufRead + '_>, ImportError> {
        self.bytes.open()
    }

    /// The ending of its name in lower case, without the dot.
    pub(super) fn ending(&self) -> String {
        ending_of(&self.name)
    }

    /// Its name without ending.
    pub(super) fn stem(&self) -> &str {
        self.name.rsplit_once('.').map_or(self.name.as_str(), |(stem, _)| stem)
    }

    /// The whole of a sibling with one of these endings, if it is there and of a sane size.
    pub(super) fn sibling(&self, ending: &str) -> Option<&Bytes> {
        self.siblings.iter().find(|(name, _)| ending_of(name) == ending).map(|(_, bytes)| bytes)
    }

    /// The date the file was last written, where the file system knows.
    pub(super) fn written_on(&self) -> Option<Date> {
        let Bytes::OnDisk(path) = &self.bytes else { return None };
        let modified = std::fs::metadata(path).ok()?.modified().ok()?;
        Some(OffsetDateTime::from(modified).date())
    }

    /// The first bytes, to tell the format by.
    pub(super) fn head(&self) -> Result<Vec<u8>, ImportError> {
        let mut head = Vec::new();
        self.open()?.take(4096).read_to_end(&mut head).map_err(|e| self.bytes.unreadable(e))?;
        Ok(head)
    }
}

impl Bytes {
    /// Opens them from the start.
    pub(super) fn open(&self) -> Result<Box<dyn BufRead + '_>, ImportError> {
        match self {
            Self::InMemory(bytes) => Ok(Box::new(Cursor::new(bytes.as_ref()))),
            Self::OnDisk(path) => {
                let file = File::open(path).map_err(|e| self.unreadable(e))?;
                Ok(Box::new(BufReader::with_capacity(1 << 16, file)))
            }
        }
    }

    /// All of them, at most `limit`; what lies beyond is left out.
    pub(super) fn read_up_to(&self, limit: u64) -> Result<Vec<u8>, ImportError> {
        let mut all = Vec::new();
        self.open()?.take(limit).read_to_end(&mut all).map_err(|e| self.unreadable(e))?;
        Ok(all)
    }

    /// The error for what the system said about them.
    pub(super) fn unreadable(&self, source: std::io::Error) -> ImportError {
        let path = match self {
            Self::OnDisk(path) => path.clone(),
            Self::InMemory(_) => PathBuf::new(),
        };
        ImportError::Unreadable { path, source }
    }
}

/// The name of a path without folders.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// The ending of a name in lower case, without the dot.
pub(super) fn ending_of(name: &str) -> String {
    name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
}

fn siblings_of(path: &Path) -> Vec<PathBuf> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let stem = path.file_stem();
    let mut found: Vec<PathBuf> =
        entries.flatten().map(|e| e.path()).filter(|p| p.file_stem() == stem && p != path).collect();
    found.sort();
    found
}
