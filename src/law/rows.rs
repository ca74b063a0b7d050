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
        // One kind of line end, and one at the end, so that lines can be counted.
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n") + "\n";
        let mut reader = csv::ReaderBuilder::new()
            .comment(Some(b'#'))
            .trim(csv::Trim::All)
            .flexible(true)
            .from_reader(text.as_bytes());
        let not_a_table =
            |row: usize, reason: String| LawError::NotATable { table: name.to_owned(), row, reason };
        let unreadable = |row: usize| not_a_table(row, "is not readable as CSV in UTF-8".to_owned());
        let columns: Vec<String> =
            reader.headers().map_err(|_| unreadable(1))?.iter().map(str::to_owned).collect();
        if let Some(column) = needed.iter().find(|n| !columns.iter().any(|c| c == *n)) {
            return Err(LawError::MissingColumn { table: name.to_owned(), column });
        }
        let mut records = Vec::new();
        let mut record = csv::StringRecord::new();
        loop {
            let before = reader.position().line() as usize;
            if !reader.read_record(&mut record).map_err(|_| unreadable(before))? {
                break;
            }
            let row = first_line(&record, reader.position().line() as usize);
            if record.len() != columns.len() {
                let reason = format!("{} cells where the header has {}", record.len(), columns.len());
                return Err(not_a_table(row, reason));
            }
            records.push((row, record.clone()));
        }
        Ok(Self { name: name.to_owned(), columns, records })
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|(number, record)| Row { table: self, record, number: *number })
    }
}

/// The line a record starts in. The reader tells where it stopped; where it started includes the remarks
/// before it.
fn first_line(record: &csv::StringRecord, line_after: usize) -> usize {
    let within: usize = record.iter().map(|cell| cell.matches('\n').count()).sum();
    line_after.saturating_sub(within + 1)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<usize> {
        Rows::read("t.csv", text, &["a"]).unwrap().iter().map(|row| row.number).collect()
    }

    #[test]
    fn rows_are_numbered_as_an_editor_numbers_them_remarks_and_all() {
        assert_eq!(numbers("# remark\na,b\n1,2\n# another, \"with\" marks\n3,4\n\n5,6"), [3, 5, 7]);
        assert_eq!(numbers("a,b\r\n1,2\r\n3,4\r\n"), [2, 3]);
        assert_eq!(numbers("a,b\n\"two\nlines\",2\n3,4\n"), [2, 4]);
    }

    #[test]
    fn a_row_with_a_cell_too_many_is_named() {
        let error = Rows::read("t.csv", "a,b\n# remark\n1,2,3\n", &["a"]).err().unwrap();
        assert_eq!(error.to_string(), "t.csv: row 3: 3 cells where the header has 2");
    }
}
