//! Guards an XML reader: stops before a text, tag or attribute beyond the limit is held.

use std::io::{self, BufRead, Read};
use thiserror::Error;

/// A run without a tag beyond the limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a text or tag is larger than {limit} bytes")]
pub(super) struct RunTooLong {
    /// The limit in bytes.
    pub limit: usize,
}

/// Passes bytes through and counts them since the last `<`.
pub(super) struct GuardedXml<R> {
    inner: R,
    limit: usize,
    run: usize,
}

impl<R: BufRead> GuardedXml<R> {
    /// Guards a reader.
    pub(super) const fn new(inner: R, limit: usize) -> Self {
        Self { inner, limit, run: 0 }
    }
}

impl<R: BufRead> Read for GuardedXml<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let taken = {
            let available = self.fill_buf()?;
            let taken = available.len().min(into.len());
            into[..taken].copy_from_slice(&available[..taken]);
            taken
        };
        self.consume(taken);
        Ok(taken)
    }
}

impl<R: BufRead> BufRead for GuardedXml<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.run > self.limit {
            return Err(io::Error::other(RunTooLong { limit: self.limit }));
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        if amount > 0
            && let Ok(bytes) = self.inner.fill_buf()
        {
            let used = &bytes[..amount.min(bytes.len())];
            match used.iter().rposition(|b| *b == b'<') {
                Some(at) => self.run = used.len() - at,
                None => self.run += used.len(),
            }
        }
        self.inner.consume(amount);
    }
}
