//! The attribute table of a shapefile (`.dbf`): fixed-width records of text.
//!
//! Read leniently: a number that is none stays text, `****` and blanks are no value, so that one odd
//! cell never costs the file. Memo fields are left out.

use encoding_rs::{Encoding, SHIFT_JIS, UTF_8};
use std::sync::Arc;
use thiserror::Error;

use super::feature::{Fields, Value};

const HEADER_BYTES: usize = 32;
const FIELD_BYTES: usize = 32;
const END_OF_FIELDS: u8 = 0x0d;
const DELETED: u8 = b'*';

/// Why a table cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub(super) enum DbfError {
    /// The bytes are no such table.
    #[error("the attribute table (.dbf) has no readable header")]
    NoHeader,
    /// The bytes end before the records do.
    #[error("the attribute table (.dbf) ends in record {record}")]
    Truncated {
        /// The record, from 1.
        record: usize,
    },
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Column {
    name: Arc<str>,
    kind: u8,
    start: usize,
    length: usize,
}

/// A table in memory.
#[derive(Debug)]
pub(super) struct Dbf {
    bytes: Vec<u8>,
    columns: Vec<Column>,
    header_bytes: usize,
    record_bytes: usize,
    records: usize,
    encoding: &'static Encoding,
}

impl Dbf {
    /// Reads the header. Without an encoding, valid UTF-8 is UTF-8 and the rest CP932.
    pub(super) fn new(bytes: Vec<u8>, encoding: Option<&'static Encoding>) -> Result<Self, DbfError> {
        let u16_at =
            |at: usize| Some(usize::from(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?)));
        let u32_at = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?) as usize);
        let (Some(records), Some(header_bytes), Some(record_bytes)) = (u32_at(4), u16_at(8), u16_at(10))
        else {
            return Err(DbfError::NoHeader);
        };
        if header_bytes < HEADER_BYTES + 1 || record_bytes == 0 || bytes.len() < header_bytes {
            return Err(DbfError::NoHeader);
        }
        let encoding = encoding.unwrap_or_else(|| guess(&bytes[header_bytes..]));
        let columns = columns(&bytes[HEADER_BYTES..header_bytes], record_bytes, encoding);
        let whole = (bytes.len() - header_bytes) / record_bytes;
        if whole < records {
            return Err(DbfError::Truncated { record: whole + 1 });
        }
        Ok(Self { bytes, columns, header_bytes, record_bytes, records, encoding })
    }

    /// How many records it has, deleted ones included.
    pub(super) const fn len(&self) -> usize {
        self.records
    }

    /// The encoding its texts are read in.
    pub(super) const fn encoding(&self) -> &'static Encoding {
        self.encoding
    }

    /// The fields of a record, from 0; `None` if it is deleted or beyond the end.
    pub(super) fn record(&self, index: usize) -> Option<Fields> {
        let start = self.header_bytes + index.checked_mul(self.record_bytes)?;
        let record = self.bytes.get(start..start + self.record_bytes).filter(|_| index < self.records)?;
        if record[0] == DELETED {
            return None;
        }
        let field = |column: &Column| {
            let cell = &record[column.start..column.start + column.length];
            let text = self.encoding.decode_without_bom_handling(cell).0;
            (Arc::clone(&column.name), value(column.kind, &text))
        };
        Some(self.columns.iter().map(field).collect())
    }
}

fn columns(descriptors: &[u8], record_bytes: usize, encoding: &'static Encoding) -> Vec<Column> {
    let mut start = 1;
    let mut columns = Vec::new();
    for descriptor in descriptors.chunks_exact(FIELD_BYTES) {
        if descriptor[0] == END_OF_FIELDS {
            break;
        }
        let name = descriptor[..11].split(|b| *b == 0).next().unwrap_or_default();
        let name = encoding.decode_without_bom_handling(name).0.trim().into();
        let length = usize::from(descriptor[16]);
        if start + length > record_bytes {
            break;
        }
        let column = Column { name, kind: descriptor[11], start, length };
        start += length;
        if !matches!(column.kind, b'M' | b'B' | b'G') {
            columns.push(column);
        }
    }
    columns
}

fn guess(records: &[u8]) -> &'static Encoding {
    // Records may end within a character only where the table is cut off, which is an error anyway.
    if std::str::from_utf8(records).is_ok() { UTF_8 } else { SHIFT_JIS }
}

fn value(kind: u8, text: &str) -> Value {
    let text = Value::text(text);
    let Value::Text(cell) = &text else { return text };
    match kind {
        b'N' | b'F' => match cell.parse() {
            Ok(number) => Value::Number(number),
            Err(_) if cell.bytes().all(|b| b == b'*') => Value::Null,
            Err(_) => text,
        },
        b'L' => match cell.as_str() {
            "T" | "t" | "Y" | "y" => Value::Bool(true),
            "F" | "f" | "N" | "n" => Value::Bool(false),
            _ => Value::Null,
        },
        _ => text,
    }
}
