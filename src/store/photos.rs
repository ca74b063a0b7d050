//! Pictures of listings: in a folder, or in a bucket that speaks S3; under names that cannot lead out of it.
//!
//! A picture is written whole or not at all, and is never changed under its name by a reader's
//! leave: whoever holds a name may keep what it showed.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use futures::{StreamExt as _, TryStreamExt as _};
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::prefix::PrefixStore;
use object_store::{ClientOptions, ObjectMeta, ObjectStore, ObjectStoreExt as _, RetryConfig};

use super::StoreError;
use crate::domain::Photo;

/// How long a bucket may take to answer, retries included: a visitor waits no longer for a picture.
const PATIENCE: Duration = Duration::from_secs(10);
const CONNECTING: Duration = Duration::from_secs(3);
const RETRIES: usize = 3;
/// How many pictures a copy moves at once.
const AT_ONCE: usize = 8;

/// Where pictures are kept.
#[derive(Debug, Clone)]
pub struct Photos {
    place: Arc<dyn ObjectStore>,
}

/// What is known of a picture without reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AboutPhoto {
    /// Bytes.
    pub size: u64,
    /// Changes when the picture does; without quotation marks.
    pub version: String,
}

impl Photos {
    /// The pictures in a folder, which is made where it is missing.
    pub fn in_folder(folder: &Path) -> Result<Self, StoreError> {
        let file = |source| StoreError::File { path: folder.to_owned(), source };
        std::fs::create_dir_all(folder).map_err(file)?;
        let place =
            LocalFileSystem::new_with_prefix(folder).map_err(failed("opening the folder of pictures"))?;
        // Whoever was told that a picture is kept finds it after a power cut.
        Ok(Self { place: Arc::new(place.with_fsync(true)) })
    }

    /// The pictures in a bucket: `s3://bucket` or `s3://bucket/folder`. Who asks, where and how comes from the
    /// environment: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_REGION`, `AWS_ENDPOINT`, `AWS_ALLOW_HTTP`.
    pub fn in_bucket(url: &str) -> Result<Self, StoreError> {
        let doing = "opening the bucket of pictures";
        let options = ClientOptions::new().with_timeout(PATIENCE).with_connect_timeout(CONNECTING);
        // `with_allow_http` of the environment belongs to the client's options, so it is carried over.
        let options =
            options.with_allow_http(std::env::var("AWS_ALLOW_HTTP").is_ok_and(|told| told == "true"));
        let retry = RetryConfig { max_retries: RETRIES, retry_timeout: PATIENCE, ..RetryConfig::default() };
        let bucket = AmazonS3Builder::from_env().with_client_options(options).with_retry(retry).with_url(url);
        let bucket = bucket.build().map_err(failed(doing))?;
        let folder = url.strip_prefix("s3://").and_then(|rest| rest.split_once('/')).map_or("", |(_, f)| f);
        let folder = folder.trim_end_matches('/');
        let place: Arc<dyn ObjectStore> =
            if folder.is_empty() { Arc::new(bucket) } else { Arc::new(PrefixStore::new(bucket, folder)) };
        Ok(Self { place })
    }

    /// Keeps a picture under a name, in place of one that had it.
    pub async fn put(&self, name: &str, bytes: Vec<u8>) -> Result<(), StoreError> {
        let kept = self.place.put(&path(name)?, bytes.into()).await;
        kept.map(drop).map_err(failed("keeping a picture"))
    }

    /// The picture of a name, or `None`.
    pub async fn read(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let doing = "reading a picture";
        let Some(found) = there(self.place.get(&path(name)?).await, doing)? else { return Ok(None) };
        Ok(Some(found.bytes().await.map_err(failed(doing))?.into()))
    }

    /// How large the picture of a name is and which one, or `None`.
    pub async fn about(&self, name: &str) -> Result<Option<AboutPhoto>, StoreError> {
        let found = there(self.place.head(&path(name)?).await, "looking for a picture")?;
        Ok(found.map(|found| {
            let written = found.last_modified.timestamp_millis();
            let version = found.e_tag.as_deref().map(|tag| tag.trim_matches('"').to_owned());
            AboutPhoto {
                size: found.size,
                version: version.unwrap_or_else(|| format!("{written:x}-{:x}", found.size)),
            }
        }))
    }

    /// The names of all pictures.
    pub async fn names(&self) -> Result<HashSet<String>, StoreError> {
        Ok(self.all().await?.into_iter().map(|(name, _)| name).collect())
    }

    /// Names that begin so and were last written so long ago or longer.
    pub async fn older_than(&self, beginning: &str, age: Duration) -> Result<Vec<String>, StoreError> {
        let old = |written: &SystemTime| written.elapsed().is_ok_and(|since| since >= age);
        let all = self.all().await?.into_iter();
        let found =
            all.filter(|(name, about)| name.starts_with(beginning) && old(&about.last_modified.into()));
        Ok(found.map(|(name, _)| name).collect())
    }

    /// Takes a picture away, if it is there.
    pub async fn delete(&self, name: &str) -> Result<(), StoreError> {
        there(self.place.delete(&path(name)?).await, "deleting a picture").map(drop)
    }

    /// Puts every picture into another place.
    pub async fn copy_to(&self, other: &Photos) -> Result<(), StoreError> {
        let names = futures::stream::iter(self.names().await?).map(Ok);
        names
            .try_for_each_concurrent(AT_ONCE, |name| async move {
                match self.read(&name).await? {
                    Some(bytes) => other.put(&name, bytes).await,
                    // Taken away since.
                    None => Ok(()),
                }
            })
            .await
    }

    async fn all(&self) -> Result<Vec<(String, ObjectMeta)>, StoreError> {
        let found: Vec<ObjectMeta> =
            self.place.list(None).try_collect().await.map_err(failed("listing pictures"))?;
        let named = found.into_iter().map(|about| (about.location.as_ref().to_owned(), about));
        Ok(named.filter(|(name, _)| Photo::is_name(name)).collect())
    }
}

fn path(name: &str) -> Result<object_store::path::Path, StoreError> {
    if Photo::is_name(name) {
        Ok(name.into())
    } else {
        Err(StoreError::PhotoName(name.chars().take(100).collect()))
    }
}

fn there<T>(found: object_store::Result<T>, doing: &'static str) -> Result<Option<T>, StoreError> {
    match found {
        Err(object_store::Error::NotFound { .. }) => Ok(None),
        found => found.map(Some).map_err(failed(doing)),
    }
}

fn failed(doing: &'static str) -> impl Fn(object_store::Error) -> StoreError {
    move |source| StoreError::Photos { doing, source: Box::new(source) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photos(folder: &tempfile::TempDir) -> Photos {
        Photos::in_folder(&folder.path().join("photos")).unwrap()
    }

    #[tokio::test]
    async fn a_picture_reads_back_and_a_missing_one_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let photos = photos(&folder);
        assert_eq!(photos.read("a.svg").await.unwrap(), None);
        assert_eq!(photos.about("a.svg").await.unwrap(), None);
        photos.put("a.svg", b"<svg/>".to_vec()).await.unwrap();
        assert_eq!(photos.read("a.svg").await.unwrap().unwrap(), b"<svg/>");
        let first = photos.about("a.svg").await.unwrap().unwrap();
        assert_eq!(first.size, 6);
        photos.put("a.svg", b"<svg></svg>".to_vec()).await.unwrap();
        assert_ne!(photos.about("a.svg").await.unwrap().unwrap().version, first.version);
        assert_eq!(std::fs::read_dir(folder.path().join("photos")).unwrap().count(), 1);
    }

    #[tokio::test]
    async fn old_pictures_are_found_by_how_they_begin_and_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        let photos = photos(&folder);
        assert!(photos.older_than("p-", Duration::ZERO).await.unwrap().is_empty());
        for name in ["p-1.jpg", "shop.svg"] {
            photos.put(name, vec![1]).await.unwrap();
        }
        assert_eq!(photos.older_than("p-", Duration::ZERO).await.unwrap(), ["p-1.jpg"]);
        assert!(photos.older_than("p-", Duration::from_hours(1)).await.unwrap().is_empty());
        photos.delete("p-1.jpg").await.unwrap();
        photos.delete("p-1.jpg").await.unwrap();
        assert_eq!(photos.names().await.unwrap(), HashSet::from(["shop.svg".to_owned()]));
    }

    #[tokio::test]
    async fn a_name_that_leads_out_of_the_folder_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["../machikado.sqlite3", "/etc/passwd", ".hidden", "a/b.svg", ""] {
            let read = photos(&folder).read(name).await;
            assert!(matches!(read, Err(StoreError::PhotoName(_))), "{name}");
        }
    }

    #[tokio::test]
    async fn half_a_picture_of_a_program_that_died_is_no_picture() {
        let folder = tempfile::tempdir().unwrap();
        let photos = photos(&folder);
        for half in [".partial-0123456789abcdef", "p-1.jpg#1"] {
            std::fs::write(folder.path().join("photos").join(half), b"ha").unwrap();
        }
        assert!(photos.names().await.unwrap().is_empty());
    }
}
