//! Answers "in which coding does this client take a tile?" and makes it.
//!
//! A cold tile costs its compression, not its encoding, so the first answer is gzip by libdeflate at
//! level 1, the fastest at its size; smaller codings are made once a tile has proved to be wanted.

use bytes::Bytes;
use libdeflater::{CompressionLvl, Compressor, Decompressor};
use std::cell::RefCell;
use std::io::Write;

/// How the bytes of a tile are coded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Coding {
    /// As they are.
    Identity,
    /// gzip, fast.
    Gzip,
    /// gzip, small.
    GzipSmall,
    /// Brotli.
    Brotli,
    /// Zstandard.
    Zstd,
}

impl Coding {
    /// The value of `Content-Encoding`; none for bytes as they are.
    pub const fn content_encoding(self) -> Option<&'static str> {
        match self {
            Self::Identity => None,
            Self::Gzip | Self::GzipSmall => Some("gzip"),
            Self::Brotli => Some("br"),
            Self::Zstd => Some("zstd"),
        }
    }

    /// What the `ETag` ends in: other bytes, another strong `ETag`.
    pub(super) const fn mark(self) -> &'static str {
        match self {
            Self::Identity => "i",
            Self::Gzip => "g1",
            Self::GzipSmall => "g9",
            Self::Brotli => "b",
            Self::Zstd => "z",
        }
    }
}

/// The codings a client takes, beside identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Accepted {
    gzip: bool,
    brotli: bool,
    zstd: bool,
}

impl Accepted {
    /// Only bytes as they are.
    pub const IDENTITY: Self = Self { gzip: false, brotli: false, zstd: false };
    /// gzip alone.
    pub const GZIP: Self = Self { gzip: true, brotli: false, zstd: false };

    /// Reads `Accept-Encoding`. What cannot be read is not accepted; a coding of quality 0 neither.
    pub fn parse(header: &str) -> Self {
        let mut named = [None::<bool>; 3];
        let mut others = false;
        for part in header.split(',') {
            let (name, parameters) = part.split_once(';').unwrap_or((part, ""));
            let quality = parameters.trim().strip_prefix("q=").map_or(Some(1.0), |q| q.trim().parse().ok());
            let wanted = quality.is_some_and(|q: f32| q > 0.0);
            match name.trim().to_ascii_lowercase().as_str() {
                "gzip" | "x-gzip" => named[0] = Some(wanted),
                "br" => named[1] = Some(wanted),
                "zstd" => named[2] = Some(wanted),
                "*" => others = wanted,
                _ => {}
            }
        }
        let [gzip, brotli, zstd] = named.map(|n| n.unwrap_or(others));
        Self { gzip, brotli, zstd }
    }

    /// True if the client takes the coding.
    pub const fn takes(self, coding: Coding) -> bool {
        match coding {
            Coding::Identity => true,
            Coding::Gzip | Coding::GzipSmall => self.gzip,
            Coding::Brotli => self.brotli,
            Coding::Zstd => self.zstd,
        }
    }

    /// The coding quickest to make.
    pub(super) const fn quickest(self) -> Coding {
        match self {
            Self { gzip: true, .. } => Coding::Gzip,
            Self { zstd: true, .. } => Coding::Zstd,
            Self { brotli: true, .. } => Coding::Brotli,
            _ => Coding::Identity,
        }
    }

    /// The coding worth making for a tile asked for often.
    pub(super) const fn smallest(self) -> Coding {
        match self {
            Self { brotli: true, .. } => Coding::Brotli,
            Self { gzip: true, .. } => Coding::GzipSmall,
            other => other.quickest(),
        }
    }
}

/// Codes bytes. Should a coder fail, which none does in memory, the bytes stay as they are.
pub(super) fn coded(raw: &Bytes, coding: Coding) -> (Coding, Bytes) {
    let done = match coding {
        Coding::Identity => None,
        Coding::Gzip => FAST.with_borrow_mut(|compressor| gzip(raw, compressor)),
        Coding::GzipSmall => {
            CompressionLvl::new(9).ok().and_then(|level| gzip(raw, &mut Compressor::new(level)))
        }
        Coding::Brotli => brotli(raw),
        Coding::Zstd => zstd::bulk::compress(raw, 3).ok(),
    };
    done.map_or_else(|| (Coding::Identity, raw.clone()), |bytes| (coding, bytes.into()))
}

/// The bytes as they were, from a gzip of so many.
pub(super) fn inflated(gzip: &[u8], length: usize) -> Option<Bytes> {
    let mut raw = vec![0; length];
    let written = Decompressor::new().gzip_decompress(gzip, &mut raw).ok()?;
    (written == length).then(|| raw.into())
}

thread_local! {
    /// A compressor's tables are larger than most tiles, so each thread keeps its own.
    static FAST: RefCell<Compressor> =
        RefCell::new(Compressor::new(CompressionLvl::new(1).unwrap_or_default()));
}

fn gzip(raw: &[u8], compressor: &mut Compressor) -> Option<Vec<u8>> {
    let mut out = vec![0; compressor.gzip_compress_bound(raw.len())];
    let written = compressor.gzip_compress(raw, &mut out).ok()?;
    out.truncate(written);
    out.shrink_to_fit();
    Some(out)
}

fn brotli(raw: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(raw.len() / 2);
    let mut writer = brotli::CompressorWriter::new(&mut out, 4096, 5, 20);
    writer.write_all(raw).ok()?;
    writer.flush().ok()?;
    drop(writer);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::Read;

    #[test]
    fn a_coding_of_quality_zero_is_not_taken() {
        let chrome = Accepted::parse("gzip, deflate, br, zstd");
        assert!(chrome.takes(Coding::Gzip) && chrome.takes(Coding::Brotli) && chrome.takes(Coding::Zstd));
        let picky = Accepted::parse("br;q=0, *;q=0.5");
        assert!(!picky.takes(Coding::Brotli) && picky.takes(Coding::Gzip));
        assert_eq!(Accepted::parse("deflate, identity"), Accepted::IDENTITY);
        assert_eq!(Accepted::parse("gzip;q=high"), Accepted::IDENTITY);
    }

    proptest! {
        #[test]
        fn every_coding_reads_back(raw in prop::collection::vec(any::<u8>(), 0..3000)) {
            let raw = Bytes::from(raw);
            for level in [Coding::Gzip, Coding::GzipSmall] {
                let (_, gzip) = coded(&raw, level);
                prop_assert_eq!(&inflated(&gzip, raw.len()).unwrap(), &raw);
            }
            let mut back = Vec::new();
            brotli::Decompressor::new(&*coded(&raw, Coding::Brotli).1, 4096).read_to_end(&mut back).unwrap();
            prop_assert_eq!(&back, &raw);
            let zstd = coded(&raw, Coding::Zstd).1;
            prop_assert_eq!(&zstd::bulk::decompress(&zstd, raw.len()).unwrap(), &raw);
        }
    }
}
