//! A tile as the cache keeps it: one state of the city, in the codings asked for so far.

use bytes::Bytes;
use smallvec::SmallVec;
use std::hash::{DefaultHasher, Hasher};
use std::sync::atomic::{AtomicU32, Ordering};

use super::compress::{Accepted, Coding, coded, inflated};

/// Below this many bytes nothing is compressed: headers would outweigh what is saved.
const WORTH_COMPRESSING: usize = 200;
/// Every so many requests a tile may be made smaller; one client at a time waits for it.
const WANTED: u32 = 8;

/// A tile in one coding, with its strong `ETag`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TileAnswer {
    /// The bytes to send.
    pub bytes: Bytes,
    /// How they are coded.
    pub coding: Coding,
    /// Hash of the uncompressed bytes.
    hash: u64,
}

impl TileAnswer {
    /// The strong `ETag`, with its quotes: the tile's content, then its coding.
    pub fn etag(&self) -> String {
        etag(self.hash, self.coding)
    }

    /// The `ETag` that a client's `If-None-Match` shows it to hold already, in any coding: answer
    /// 304 with it.
    pub fn held_by(&self, if_none_match: &str) -> Option<String> {
        if if_none_match.trim() == "*" {
            return Some(self.etag());
        }
        let codings = [Coding::Identity, Coding::Gzip, Coding::GzipSmall, Coding::Brotli, Coding::Zstd];
        let held = |tag: &&str| codings.iter().any(|coding| etag(self.hash, *coding) == **tag);
        let tags = if_none_match.split(',').map(|tag| tag.trim().trim_start_matches("W/"));
        tags.into_iter().find(|tag| held(tag)).map(str::to_owned)
    }
}

fn etag(hash: u64, coding: Coding) -> String {
    format!("\"{hash:016x}-{}\"", coding.mark())
}

/// A tile in the codings made so far, of which one is identity or gzip.
#[derive(Debug)]
pub(super) struct KeptTile {
    hash: u64,
    raw_length: usize,
    codings: SmallVec<[(Coding, Bytes); 2]>,
    asked: AtomicU32,
}

impl KeptTile {
    /// Keeps a tile in the coding a client gets quickest.
    pub(super) fn new(raw: Vec<u8>, accepted: Accepted) -> Self {
        let mut hasher = DefaultHasher::new();
        hasher.write(&raw);
        let raw = Bytes::from(raw);
        let coding = if raw.len() < WORTH_COMPRESSING { Coding::Identity } else { accepted.quickest() };
        let first = coded(&raw, coding);
        let mut codings = SmallVec::new();
        if !matches!(first.0, Coding::Identity | Coding::Gzip) {
            codings.push((Coding::Identity, raw.clone()));
        }
        codings.push(first);
        Self { hash: hasher.finish(), raw_length: raw.len(), codings, asked: AtomicU32::new(0) }
    }

    /// Bytes kept.
    pub(super) fn weight(&self) -> u64 {
        let codings: usize = self.codings.iter().map(|(_, bytes)| bytes.len()).sum();
        (codings + 192) as u64
    }

    /// The smallest coding made that a client takes. None may be made at all but identity where the
    /// client takes better: [`Self::worth_making`] says so.
    pub(super) fn answer(&self, accepted: Accepted) -> Option<TileAnswer> {
        let taken = self.codings.iter().filter(|(coding, _)| accepted.takes(*coding));
        let (coding, bytes) = taken.min_by_key(|(_, bytes)| bytes.len())?;
        Some(TileAnswer { bytes: bytes.clone(), coding: *coding, hash: self.hash })
    }

    /// Notes that a client asked, and says which coding is worth making for it now, if any.
    pub(super) fn worth_making(&self, accepted: Accepted) -> Option<Coding> {
        let asked = self.asked.fetch_add(1, Ordering::Relaxed) + 1;
        let small = self.raw_length < WORTH_COMPRESSING;
        let quickest = if small { Coding::Identity } else { accepted.quickest() };
        let served_well = if quickest == Coding::Identity {
            self.has(Coding::Identity)
        } else {
            self.codings.iter().any(|(c, _)| *c != Coding::Identity && accepted.takes(*c))
        };
        if !served_well {
            return Some(quickest);
        }
        let smallest = accepted.smallest();
        (!small && asked.is_multiple_of(WANTED) && !self.has(smallest)).then_some(smallest)
    }

    /// The same tile with one more coding; `None` if it cannot be made.
    pub(super) fn with(&self, coding: Coding) -> Option<Self> {
        let raw = self.raw()?;
        let (made, bytes) = coded(&raw, coding);
        if made != coding || self.has(made) {
            return None;
        }
        let mut codings = self.codings.clone();
        codings.push((made, bytes));
        let asked = AtomicU32::new(self.asked.load(Ordering::Relaxed));
        Some(Self { hash: self.hash, raw_length: self.raw_length, codings, asked })
    }

    fn has(&self, coding: Coding) -> bool {
        self.codings.iter().any(|(c, _)| *c == coding)
    }

    fn raw(&self) -> Option<Bytes> {
        let in_coding = |wanted: Coding| self.codings.iter().find(|(c, _)| *c == wanted).map(|(_, b)| b);
        let from_gzip = || inflated(in_coding(Coding::Gzip)?, self.raw_length);
        in_coding(Coding::Identity).cloned().or_else(from_gzip)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tile() -> KeptTile {
        KeptTile::new(b"machikado ".repeat(200), Accepted::GZIP)
    }

    #[test]
    fn each_coding_has_its_own_etag_and_any_of_them_spares_a_download() {
        let gzip = tile().answer(Accepted::GZIP).unwrap();
        let brotli = tile().with(Coding::Brotli).unwrap();
        let brotli = brotli.answer(Accepted::parse("br")).unwrap();
        assert_ne!(gzip.etag(), brotli.etag());
        assert_eq!(brotli.held_by(&format!("\"other\", W/{}", gzip.etag())), Some(gzip.etag()));
        assert_eq!(brotli.held_by("\"other\""), None);
    }

    #[test]
    fn a_tile_asked_for_often_is_made_smaller_once() {
        let tile = tile();
        let accepted = Accepted::parse("gzip, br");
        let wishes: Vec<_> = (0..10).filter_map(|_| tile.worth_making(accepted)).collect();
        assert_eq!(wishes.first(), Some(&Coding::Brotli));
        let smaller = tile.with(Coding::Brotli).unwrap();
        assert_eq!(smaller.worth_making(accepted), None);
        assert_eq!(smaller.answer(accepted).unwrap().coding, Coding::Brotli);
    }

    #[test]
    fn a_client_without_compression_gets_the_bytes_as_they_are() {
        let tile = tile();
        assert_eq!(tile.worth_making(Accepted::IDENTITY), Some(Coding::Identity));
        let raw = tile.with(Coding::Identity).unwrap().answer(Accepted::IDENTITY).unwrap();
        assert_eq!(raw.bytes, b"machikado ".repeat(200));
    }
}
