//! Why a table of the law cannot be read.

use thiserror::Error;

use super::condition_text::ConditionError;

/// Why a table cannot be used. Rows are numbered as a spreadsheet numbers them: the header is row 1.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LawError {
    /// The file is not a table with these columns.
    #[error("{table}: row {row}: {reason}")]
    NotATable {
        /// The file.
        table: String,
        /// The row.
        row: usize,
        /// What the reader of tables says.
        reason: String,
    },
    /// A column every row needs is not in the header.
    #[error("{table}: the column `{column}` is missing")]
    MissingColumn {
        /// The file.
        table: String,
        /// The column.
        column: &'static str,
    },
    /// A cell that cannot be right.
    #[error("{table}: row {row}: column `{column}`: {reason}")]
    Cell {
        /// The file.
        table: String,
        /// The row.
        row: usize,
        /// The column.
        column: &'static str,
        /// What is wrong.
        reason: CellReason,
    },
    /// A use has no rule in a district.
    #[error("{table}: no rule for `{land_use}` in `{district}`")]
    MissingRule {
        /// The file.
        table: String,
        /// The use.
        land_use: String,
        /// The district.
        district: &'static str,
    },
    /// An input that may be asked has no question.
    #[error("{table}: no question for the input `{input}`")]
    MissingQuestion {
        /// The file.
        table: String,
        /// The input.
        input: &'static str,
    },
    /// The text about the law cannot be read.
    #[error("{table}: {reason}")]
    Text {
        /// The file.
        table: String,
        /// Line and reason.
        reason: String,
    },
}

/// What is wrong with one cell.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CellReason {
    /// Nothing where something is needed.
    #[error("is empty")]
    Empty,
    /// Something where nothing belongs.
    #[error("`{0}` does not belong here: {1}")]
    Stray(String, &'static str),
    /// A word outside its vocabulary.
    #[error("unknown {what} `{value}`")]
    Unknown {
        /// What was expected, as in `use`.
        what: &'static str,
        /// What was read.
        value: String,
    },
    /// The same thing twice.
    #[error("`{0}` is already given in row {1}")]
    Duplicate(String, usize),
    /// A provision that says nothing in a district it is used in.
    #[error("the provision `{provision}` has no line for `{district}`")]
    NoLine {
        /// The provision.
        provision: String,
        /// The district.
        district: &'static str,
    },
    /// A clause that cannot be reached from the district's own item.
    #[error("`{citation}` is not reached from the item of `{district}`")]
    Unreachable {
        /// As written.
        citation: String,
        /// The district.
        district: &'static str,
    },
    /// A condition that cannot be read.
    #[error(transparent)]
    Condition(#[from] ConditionError),
}
