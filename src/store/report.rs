//! What a check of the store found.

use std::fmt;

use crate::domain::{ChangeSeq, Layer};

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where: a table, or `database`, `log`, `photos`.
    pub place: &'static str,
    /// The row concerned, where one is.
    pub row: Option<i64>,
    /// What is wrong with it.
    pub what: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.row {
            Some(row) => write!(f, "{}, row {row}: {}", self.place, self.what),
            None => write!(f, "{}: {}", self.place, self.what),
        }
    }
}

/// What a check of the store found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CheckReport {
    /// The last change the check saw.
    pub seq: ChangeSeq,
    /// How many rows of each layer were read.
    pub rows: Vec<(Layer, usize)>,
    /// What is wrong.
    pub findings: Vec<Finding>,
}

impl CheckReport {
    /// True if nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }
}

impl fmt::Display for CheckReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (layer, rows) in &self.rows {
            writeln!(f, "{layer}: {rows}")?;
        }
        writeln!(f, "changes: {}", self.seq)?;
        for finding in &self.findings {
            writeln!(f, "WRONG {finding}")?;
        }
        if self.is_sound() { write!(f, "sound") } else { write!(f, "{} findings", self.findings.len()) }
    }
}
