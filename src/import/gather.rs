//! Which files an import is made of: those named, those in a folder, those in an archive.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::archive;
use super::error::ImportError;
use super::format::is_importable;
use super::source::{Bytes, SourceFile, ending_of, file_name};

/// The files of paths; a folder stands for every importable file directly in it, an archive for
/// every importable file anywhere in it.
pub(super) fn from_paths(paths: &[PathBuf]) -> Result<Vec<SourceFile>, ImportError> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            files.extend(in_folder(path)?);
        } else {
            files.extend(unpacked(SourceFile::on_disk(path))?);
        }
    }
    if files.is_empty() {
        let place = paths.iter().map(|p| file_name(p)).collect::<Vec<_>>().join(", ");
        return Err(ImportError::NoFile { place });
    }
    Ok(files)
}

/// The files of bytes in memory.
pub(super) fn from_bytes(name: &str, bytes: Arc<[u8]>) -> Result<Vec<SourceFile>, ImportError> {
    unpacked(SourceFile::in_memory(name, bytes))
}

fn in_folder(folder: &Path) -> Result<Vec<SourceFile>, ImportError> {
    let unreadable = |source| ImportError::Unreadable { path: folder.to_owned(), source };
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .map_err(unreadable)?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_file() && is_importable(&ending_of(&file_name(path))))
        .collect();
    paths.sort();
    if paths.is_empty() {
        return Err(ImportError::NoFile { place: folder.display().to_string() });
    }
    Ok(paths.iter().map(|path| SourceFile::on_disk(path)).collect())
}

fn unpacked(file: SourceFile) -> Result<Vec<SourceFile>, ImportError> {
    if !archive::is_archive(&file.head()?) {
        return Ok(vec![file]);
    }
    let members = archive::members(&file)?;
    let files: Vec<SourceFile> = members
        .iter()
        .filter(|(name, _)| is_importable(&ending_of(name)))
        .map(|(name, bytes)| SourceFile {
            name: file_name(Path::new(name)),
            bytes: bytes.clone(),
            siblings: siblings(name, &members),
        })
        .collect();
    if files.is_empty() { Err(ImportError::NoFile { place: file.name }) } else { Ok(files) }
}

fn siblings(name: &str, members: &[(String, Bytes)]) -> Vec<(String, Bytes)> {
    let stem = |n: &str| n.rsplit_once('.').map(|(stem, _)| stem.to_owned());
    members
        .iter()
        .filter(|(other, _)| other != name && stem(other) == stem(name))
        .map(|(other, bytes)| (file_name(Path::new(other)), bytes.clone()))
        .collect()
}
