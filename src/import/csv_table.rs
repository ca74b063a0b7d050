//! CSV (and TSV) in any encoding Japan publishes in.
//!
//! Rows are numbered as a spreadsheet numbers them: the header is row 1. Places come from the
//! columns for longitude and latitude, or from a column of WKT.

use std::io::{BufRead, Read};
use std::sync::Arc;

use super::csv_records::{GuardedRecords, RecordTooLarge};
use super::encoding::{self, Utf8Reader};
use super::error::ImportError;
use super::feature::{Feature, Fields, Shape, Value};
use super::format::{Format, HowRead, Sink};
use super::limits;
use super::options::ImportOptions;
use super::source::SourceFile;

/// The format.
pub(super) struct CsvTable;

const NAME: &str = "CSV";
const HEADER_ROW: usize = 1;

impl Format for CsvTable {
    fn name(&self) -> &'static str {
        NAME
    }

    fn fits(&self, ending: &str, head: &[u8]) -> bool {
        matches!(ending, "csv" | "tsv" | "txt") && !head.starts_with(b"PK\x03\x04")
    }

    fn read(
        &self,
        file: &SourceFile,
        options: &ImportOptions,
        sink: &mut Sink<'_>,
    ) -> Result<HowRead, ImportError> {
        let encoding = encoding::encoding_of(file, options)?;
        let replaced = read_rows(&file.name, Utf8Reader::new(file.open()?, encoding), sink)?;
        let name = encoding::name_of(encoding);
        let notes = if replaced {
            vec![format!(
                "some characters of {} have no meaning in {name}; name its encoding with --encoding",
                file.name
            )]
        } else {
            Vec::new()
        };
        Ok(HowRead { encoding: Some(name), crs: None, notes })
    }
}

/// Reads every row of a reader; true if bytes had to be replaced.
pub(super) fn read_rows<R: BufRead>(
    file: &str,
    text: Utf8Reader<R>,
    sink: &mut Sink<'_>,
) -> Result<bool, ImportError> {
    let (head, rest) =
        split_off_head(text).map_err(|source| ImportError::Unreadable { path: file.into(), source })?;
    let delimiter = delimiter_of(&head);
    let guarded =
        GuardedRecords::new(std::io::Cursor::new(head).chain(rest), delimiter, limits::RECORD_BYTES);
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(guarded);
    let mut record = csv::StringRecord::new();
    let mut names: Vec<Arc<str>> = Vec::new();
    let mut short_row = None;
    let mut row = 0;
    while reader.read_record(&mut record).map_err(|e| row_error(file, row + 1, e))? {
        row += 1;
        if row == HEADER_ROW {
            names = record.iter().map(|name| Arc::from(name.trim().trim_matches('\u{feff}'))).collect();
            continue;
        }
        if record.iter().all(|field| field.trim().is_empty()) {
            continue;
        }
        short_row = (record.len() < names.len()).then_some(row);
        sink.push(feature(row, &names, &record))?;
    }
    let guarded = reader.get_ref();
    if guarded.is_within_quotes() || (guarded.is_within_record() && short_row == Some(row)) {
        return Err(ImportError::Truncated { file: file.to_owned(), row });
    }
    Ok(guarded.inner().get_ref().1.replaced)
}

/// The first bytes, to find the delimiter in, and the reader of the rest.
fn split_off_head<R: Read>(mut text: R) -> std::io::Result<(Vec<u8>, R)> {
    let mut head = Vec::new();
    text.by_ref().take(8192).read_to_end(&mut head)?;
    Ok((head, text))
}

fn delimiter_of(head: &[u8]) -> u8 {
    let line = head.split(|b| *b == b'\n').next().unwrap_or(head);
    [b',', b'\t', b';'].into_iter().find(|delimiter| line.contains(delimiter)).unwrap_or(b',')
}

fn feature(row: usize, names: &[Arc<str>], record: &csv::StringRecord) -> Feature {
    let value = |i: usize| record.get(i).map_or(Value::Null, Value::text);
    let fields: Fields = names.iter().enumerate().map(|(i, name)| (Arc::clone(name), value(i))).collect();
    let shape = if record.len() > names.len() {
        let (found, expected) = (record.len(), names.len());
        Shape::Unreadable(format!("the row has {found} fields where the header has {expected}"))
    } else {
        Shape::Missing
    };
    Feature { row, class: None, fields, shape }
}

fn row_error(file: &str, row: usize, error: csv::Error) -> ImportError {
    let file = file.to_owned();
    match error.into_kind() {
        csv::ErrorKind::Io(source) => match source.get_ref().and_then(|e| e.downcast_ref::<RecordTooLarge>())
        {
            Some(RecordTooLarge { row, limit }) => {
                ImportError::TooLarge { file, row: *row, what: "a field", limit: format!("{limit} bytes") }
            }
            None => ImportError::Unreadable { path: file.into(), source },
        },
        kind => ImportError::Malformed { file, row, format: NAME, source: format!("{kind:?}").into() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::UTF_8;

    fn rows(csv: &[u8]) -> Result<Vec<Feature>, ImportError> {
        let mut sink = Sink::new("test.csv");
        read_rows("test.csv", Utf8Reader::new(csv, UTF_8), &mut sink)?;
        Ok(sink.into_features())
    }

    #[test]
    fn rows_are_numbered_as_in_a_spreadsheet_and_blank_rows_left_out() {
        let found = rows("名称,緯度\nA,1\n,\nB,2\n".as_bytes()).unwrap();
        let numbers: Vec<usize> = found.iter().map(|f| f.row).collect();
        assert_eq!(numbers, [2, 4]);
        assert_eq!(found[1].fields.get("名称"), &Value::Text("B".into()));
    }

    #[test]
    fn tabs_and_semicolons_separate_fields_too() {
        assert_eq!(rows(b"a\tb\n1\t2\n").unwrap()[0].fields.get("b"), &Value::Text("2".into()));
        assert_eq!(rows(b"a;b\n1;2\n").unwrap()[0].fields.get("b"), &Value::Text("2".into()));
    }

    #[test]
    fn a_csv_that_ends_within_a_row_is_cut_off() {
        assert!(matches!(rows(b"a,b\n1,2\n3"), Err(ImportError::Truncated { row: 3, .. })));
        assert!(matches!(rows(b"a,b\n1,\"2"), Err(ImportError::Truncated { row: 2, .. })));
        assert!(rows(b"a,b\n1,2\n3,4").is_ok());
    }

    #[test]
    fn a_field_of_ten_gigabytes_names_its_row_and_takes_no_memory() {
        // Ten gigabytes of one quoted field, made as they are read.
        let endless = std::io::repeat(b'x').take(10 << 30);
        let csv = std::io::BufReader::new(b"a,b\n1,\"".as_slice().chain(endless));
        let mut sink = Sink::new("huge.csv");
        let error = read_rows("huge.csv", Utf8Reader::new(csv, UTF_8), &mut sink).unwrap_err();
        assert!(matches!(error, ImportError::TooLarge { row: 2, .. }), "{error}");
    }
}
