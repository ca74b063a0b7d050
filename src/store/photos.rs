//! Pictures of listings: files in one folder, under names that cannot lead out of it.
//!
//! A picture is written whole or not at all, and is never changed under its name by a reader's
//! leave: whoever holds a name may keep what it showed.

use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::StoreError;
use crate::domain::Photo;

/// The folder of pictures.
#[derive(Debug, Clone)]
pub struct Photos {
    folder: PathBuf,
}

impl Photos {
    /// The pictures in a folder, which is made when the first is put.
    pub fn in_folder(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Keeps a picture under a name, in place of one that had it.
    pub async fn put(&self, name: &str, bytes: Vec<u8>) -> Result<(), StoreError> {
        let path = self.path(name)?;
        blocking(path, move |path| write_whole(path, |partial| std::fs::write(partial, &bytes))).await
    }

    /// The picture of a name, or `None`.
    pub async fn read(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let path = self.path(name)?;
        blocking(path, |path| match std::fs::read(path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        })
        .await
    }

    /// Names that begin so and were last written so long ago or longer.
    pub async fn older_than(&self, beginning: &str, age: Duration) -> Result<Vec<String>, StoreError> {
        let beginning = beginning.to_owned();
        blocking(self.folder.clone(), move |folder| old_names(folder, &beginning, age)).await
    }

    /// Takes a picture away, if it is there.
    pub async fn delete(&self, name: &str) -> Result<(), StoreError> {
        blocking(self.path(name)?, |path| match std::fs::remove_file(path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        })
        .await
    }

    /// True if there is a picture of this name.
    pub fn holds(&self, name: &str) -> bool {
        self.path(name).is_ok_and(|path| path.is_file())
    }

    /// Puts every picture of this folder into another one.
    pub async fn copy_to(&self, other: &Photos) -> Result<(), StoreError> {
        let to = other.folder.clone();
        blocking(self.folder.clone(), move |from| copy_all(from, &to)).await
    }

    fn path(&self, name: &str) -> Result<PathBuf, StoreError> {
        if Photo::is_name(name) {
            Ok(self.folder.join(name))
        } else {
            Err(StoreError::PhotoName(name.chars().take(100).collect()))
        }
    }
}

fn old_names(folder: &Path, beginning: &str, age: Duration) -> Result<Vec<String>, Error> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry?;
        let written = entry.metadata()?.modified()?;
        let old = written.elapsed().is_ok_and(|since| since >= age);
        if let Some(name) = entry.file_name().to_str().filter(|name| old && name.starts_with(beginning)) {
            names.push(name.to_owned());
        }
    }
    Ok(names)
}

fn copy_all(from: &Path, to: &Path) -> Result<(), Error> {
    std::fs::create_dir_all(to)?;
    let entries = match std::fs::read_dir(from) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let is_photo = entry.file_name().to_str().is_some_and(Photo::is_name);
        if is_photo && entry.file_type()?.is_file() {
            let source = entry.path();
            write_whole(&to.join(entry.file_name()), |partial| std::fs::copy(&source, partial).map(drop))?;
        }
    }
    Ok(())
}

/// Writes beside the path, to the disk, and then moves into place.
fn write_whole(path: &Path, write: impl FnOnce(&Path) -> Result<(), Error>) -> Result<(), Error> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    // A leading dot is no photo's name, so nobody can ask for half a picture.
    let partial = folder.join(format!(".partial-{:016x}", rand::random::<u64>()));
    let written = write(&partial)
        .and_then(|()| std::fs::File::open(&partial)?.sync_all())
        .and_then(|()| std::fs::rename(&partial, path));
    if written.is_err() {
        let _ = std::fs::remove_file(&partial);
    }
    written
}

async fn blocking<T: Send + 'static>(
    path: PathBuf,
    work: impl FnOnce(&Path) -> Result<T, Error> + Send + 'static,
) -> Result<T, StoreError> {
    let shown = path.clone();
    let done = tokio::task::spawn_blocking(move || work(&path)).await;
    done.map_err(Error::other).flatten().map_err(|source| StoreError::File { path: shown, source })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_picture_reads_back_and_a_missing_one_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let photos = Photos::in_folder(folder.path().join("photos"));
        assert_eq!(photos.read("a.svg").await.unwrap(), None);
        photos.put("a.svg", b"<svg/>".to_vec()).await.unwrap();
        assert_eq!(photos.read("a.svg").await.unwrap().unwrap(), b"<svg/>");
        assert!(photos.holds("a.svg") && !photos.holds("b.svg"));
        assert_eq!(std::fs::read_dir(photos.folder()).unwrap().count(), 1);
    }

    #[tokio::test]
    async fn old_pictures_are_found_by_how_they_begin_and_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        let photos = Photos::in_folder(folder.path().join("photos"));
        assert!(photos.older_than("p-", Duration::ZERO).await.unwrap().is_empty());
        for name in ["p-1.jpg", "shop.svg"] {
            photos.put(name, vec![1]).await.unwrap();
        }
        assert_eq!(photos.older_than("p-", Duration::ZERO).await.unwrap(), ["p-1.jpg"]);
        assert!(photos.older_than("p-", Duration::from_hours(1)).await.unwrap().is_empty());
        photos.delete("p-1.jpg").await.unwrap();
        photos.delete("p-1.jpg").await.unwrap();
        assert!(!photos.holds("p-1.jpg") && photos.holds("shop.svg"));
    }

    #[tokio::test]
    async fn a_name_that_leads_out_of_the_folder_is_refused() {
        let photos = Photos::in_folder("photos".into());
        for name in ["../machikado.sqlite3", "/etc/passwd", ".hidden", "a/b.svg", ""] {
            assert!(matches!(photos.read(name).await, Err(StoreError::PhotoName(_))), "{name}");
        }
    }
}
