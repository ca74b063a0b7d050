//! Reading a table row by row: the cell, or the row and column that is wrong.

use super::error::{CellReason, LawError};

/// A table being read. Lines that start with `#` are remarks.
pub(super) struct Rows {
    name: String,
    columns: Vec<String>,
    records: Vec<(usize, csv::StringRecord)>,
}

/// One row of it.
pub(super) struct Row<'t> {
    table: &'t Rows,
    record: &'t csv::StringRecord,
    /// As a spreadsheet numbers it.
    pub(super) number: usize,
}

impl Rows {
    pub(super) fn read(name: &str, text: &str, needed: &[&'static str]) -> Result<Self, LawError> {
        let text = text.trim_start_matches('\u{feff}');
        let mut reader =
            csv::ReaderBuilder::new().comment(Some(b'#')).trim(csv::Trim::All).from_reader(text.as_bytes());
        let not_a_table = |e: &csv::Error| LawError::NotATable {
            table: name.to_owned(),
            row: e.position().map_or(1, |p| p.line() as usize),
            reason: match e.kind() {
                csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                    format!("{len} cells where the header has {expected_len}")
                }
                _ => "is not readable as CSV in UTF-8".to_owned(),
            },
        };
        let columns: Vec<String> =
            reader.headers().map_err(|e| not_a_table(&e))?.iter().map(str::to_owned).collect();
        if let Some(column) = needed.iter().find(|n| !columns.iter().any(|c| c == *n)) {
            return Err(LawError::MissingColumn { table: name.to_owned(), column });
        }
        let records = reader
            .records()
            .map(|record| {
                let record = record.map_err(|e| not_a_table(&e))?;
                let line = record.position().map_or(0, |p| p.line() as usize);
                Ok((line, record))
            })
            .collect::<Result<_, LawError>>()?;
        Ok(Self { name: name.to_owned(), columns, records })
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|(number, record)| Row { table: self, record, number: *number })
    }
}

impl Row<'_> {
    /// A cell; empty where the table has no such column.
    pub(super) fn cell(&self, column: &str) -> &str {
        let at = self.table.columns.iter().position(|c| c == column);
        at.and_then(|at| self.record.get(at)).unwrap_or_default()
    }

    /// A cell that must say something.
    pub(super) fn filled(&self, column: &'static str) -> Result<&str, LawError> {
        match self.cell(column) {
            "" => Err(self.wrong(column, CellReason::Empty)),
            text => Ok(text),
        }
    }

    /// A word of a vocabulary.
    pub(super) fn word<T>(
        &self,
        column: &'static str,
        what: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<T, LawError> {
        let text = self.filled(column)?;
        read(text).ok_or_else(|| self.wrong(column, CellReason::Unknown { what, value: text.to_owned() }))
    }

    /// Words of a vocabulary, with spaces between.
    pub(super) fn words<T>(
        &self,
        column: &'static str,
        what: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Vec<T>, LawError> {
        self.filled(column)?
            .split_whitespace()
            .map(|word| {
                read(word)
                    .ok_or_else(|| self.wrong(column, CellReason::Unknown { what, value: word.to_owned() }))
            })
            .collect()
    }

    /// True if the table has such a column.
    pub(super) fn has(&self, column: &str) -> bool {
        self.table.columns.iter().any(|c| c == column)
    }

    pub(super) fn wrong(&self, column: &'static str, reason: CellReason) -> LawError {
        LawError::Cell { table: self.table.name.clone(), row: self.number, column, reason }
    }
}
