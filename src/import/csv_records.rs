//! Guards a CSV reader: counts the bytes of each record and stops before one beyond the limit is
//! held, however long a quoted field runs on.

use std::io::{self, Read};
use thiserror::Error;

/// A record beyond the limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("row {row} is larger than {limit} bytes")]
pub(super) struct RecordTooLarge {
    /// The row, the header being 1.
    pub row: usize,
    /// The limit in bytes.
    pub limit: usize,
}

/// Passes bytes through and follows the records in them.
pub(super) struct GuardedRecords<R> {
    inner: R,
    delimiter: u8,
    limit: usize,
    row: usize,
    bytes: usize,
    in_quotes: bool,
    at_field_start: bool,
}

impl<R: Read> GuardedRecords<R> {
    /// Guards a reader of UTF-8.
    pub(super) const fn new(inner: R, delimiter: u8, limit: usize) -> Self {
        Self { inner, delimiter, limit, row: 1, bytes: 0, in_quotes: false, at_field_start: true }
    }

    /// The reader below.
    pub(super) const fn inner(&self) -> &R {
        &self.inner
    }

    /// True if the last record read so far has begun and not ended with a line end.
    pub(super) const fn is_within_record(&self) -> bool {
        self.bytes > 0
    }

    /// True if a quoted field is open.
    pub(super) const fn is_within_quotes(&self) -> bool {
        self.in_quotes
    }

    fn follow(&mut self, byte: u8) {
        self.bytes += 1;
        match byte {
            // A doubled quote closes and opens again, which comes to the same.
            b'"' if self.in_quotes || self.at_field_start => {
                self.in_quotes = !self.in_quotes;
                self.at_field_start = !self.in_quotes;
            }
            b'\n' if !self.in_quotes => {
                self.row += 1;
                self.bytes = 0;
                self.at_field_start = true;
            }
            _ => self.at_field_start = !self.in_quotes && byte == self.delimiter,
        }
    }
}

impl<R: Read> Read for GuardedRecords<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(into)?;
        for byte in &into[..read] {
            self.follow(*byte);
            if self.bytes > self.limit {
                return Err(io::Error::other(RecordTooLarge { row: self.row, limit: self.limit }));
            }
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(csv: &str, limit: usize) -> Option<RecordTooLarge> {
        let mut guarded = GuardedRecords::new(csv.as_bytes(), b',', limit);
        let error = io::copy(&mut guarded, &mut io::sink()).err()?;
        error.get_ref()?.downcast_ref().copied()
    }

    #[test]
    fn a_long_file_of_short_records_passes() {
        assert_eq!(refused(&"a,b\n".repeat(1000), 10), None);
    }

    #[test]
    fn a_line_end_within_quotes_ends_no_record() {
        let found = refused("a,b\n1,\"x\ny\nz\nw\"\n", 10).unwrap();
        assert_eq!(found, RecordTooLarge { row: 2, limit: 10 });
    }

    #[test]
    fn a_quote_within_a_field_opens_nothing() {
        assert_eq!(refused("a,b\n5\" pipe,1\n6,2\n7,3\n", 12), None);
    }
}
