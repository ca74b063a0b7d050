//! Which files an import is made of: those named, those in a folder, those in an archive.
//!
//! National data comes in archives that hold the same thing as a shapefile and as GeoJSON, or once in
//! Shift-JIS and once in UTF-8. Of such twins in a folder or archive one is read.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
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
    let files = paths.iter().map(|path| (path.to_string_lossy().into_owned(), SourceFile::on_disk(path)));
    Ok(without_twins(files.collect()))
}

fn unpacked(file: SourceFile) -> Result<Vec<SourceFile>, ImportError> {
    if !archive::is_archive(&file.head()?) {
        return Ok(vec![file]);
    }
    let members = archive::members(&file)?;
    let files = members
        .iter()
        .filter(|(name, _)| is_importable(&ending_of(name)))
        .map(|(name, bytes)| {
            let found = SourceFile {
                name: file_name(Path::new(name)),
                bytes: bytes.clone(),
                siblings: siblings(name, &members),
                found: true,
                twins: Vec::new(),
            };
            (name.clone(), found)
        })
        .collect();
    let files = without_twins(files);
    if files.is_empty() { Err(ImportError::NoFile { place: file.name }) } else { Ok(files) }
}

/// One file of each set of twins, the surest format first, and UTF-8 before Shift-JIS.
fn without_twins(files: Vec<(String, SourceFile)>) -> Vec<SourceFile> {
    let mut kept: BTreeMap<String, (usize, SourceFile)> = BTreeMap::new();
    for (path, mut file) in files {
        file.found = true;
        let rank = rank(&path);
        match kept.entry(data_name(&path)) {
            Entry::Vacant(place) => {
                place.insert((rank, file));
            }
            Entry::Occupied(mut held) => {
                let (held_rank, held_file) = held.get_mut();
                if rank < *held_rank {
                    *held_rank = rank;
                    std::mem::swap(held_file, &mut file);
                    held_file.twins = std::mem::take(&mut file.twins);
                }
                held_file.twins.push(file.name);
            }
        }
    }
    kept.into_values().map(|(_, file)| file).collect()
}

/// The path without what tells twins apart: the ending, and the folder of an encoding.
fn data_name(path: &str) -> String {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let folders = stem.split(['/', '\\']).filter(|f| !is_encoding_folder(f));
    folders.collect::<Vec<_>>().join("/")
}

fn is_encoding_folder(folder: &str) -> bool {
    matches!(folder.to_ascii_lowercase().as_str(), "shift-jis" | "shift_jis" | "sjis" | "utf-8" | "utf8")
}

fn rank(path: &str) -> usize {
    const SUREST_FIRST: [&str; 4] = ["gpkg", "shp", "geojson", "gml"];
    let ending = ending_of(path);
    let format = SUREST_FIRST.iter().position(|e| *e == ending).unwrap_or(SUREST_FIRST.len());
    let is_shift_jis = path.to_ascii_lowercase().contains("jis/");
    2 * format + usize::from(is_shift_jis)
}

fn siblings(name: &str, members: &[(String, Bytes)]) -> Vec<(String, Bytes)> {
    let stem = |n: &str| n.rsplit_once('.').map(|(stem, _)| stem.to_owned());
    members
        .iter()
        .filter(|(other, _)| other != name && stem(other) == stem(name))
        .map(|(other, bytes)| (file_name(Path::new(other)), bytes.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(paths: &[&str]) -> Vec<(String, Vec<String>)> {
        let file = |path: &&str| ((*path).to_owned(), SourceFile::in_memory(path, Arc::from([])));
        let kept = without_twins(paths.iter().map(file).collect());
        kept.into_iter().map(|f| (f.name, f.twins)).collect()
    }

    #[test]
    fn of_a_shapefile_and_a_geojson_of_one_name_the_shapefile_is_read() {
        let kept = names(&["A29-19_13_GML/A29-19_13.geojson", "A29-19_13_GML/A29-19_13.shp"]);
        assert_eq!(kept, [("A29-19_13.shp".to_owned(), vec!["A29-19_13.geojson".to_owned()])]);
    }

    #[test]
    fn of_two_encodings_utf_8_is_read() {
        let file = |path: &str| (path.to_owned(), SourceFile::in_memory(path, Arc::from(path.as_bytes())));
        let kept = without_twins(vec![file("N/Shift-JIS/n.shp"), file("N/UTF-8/n.shp")]);
        assert_eq!(kept.len(), 1);
        assert_eq!(kept[0].bytes.read_up_to(99).unwrap(), b"N/UTF-8/n.shp");
    }

    #[test]
    fn files_of_one_name_in_the_folders_of_two_cities_are_both_read() {
        assert_eq!(names(&["13101/youto.shp", "13102/youto.shp"]).len(), 2);
    }
}
