//! What a check of the store found.

use std::fmt;

use crate::domain::{ChangeSeq, Layer};

/// How many findings of one place in a row are written out.
const SHOWN: usize = 20;

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
        for same in self.findings.chunk_by(|one, next| one.place == next.place) {
            for finding in same.iter().take(SHOWN) {
                writeln!(f, "WRONG {finding}")?;
            }
            if same.len() > SHOWN {
                writeln!(f, "WRONG {}: and {} more", same[0].place, same.len() - SHOWN)?;
            }
        }
        if self.is_sound() { write!(f, "sound") } else { write!(f, "{} findings", self.findings.len()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_findings_of_one_place_are_counted_not_listed() {
        let finding = |place, row| Finding { place, row: Some(row), what: "missing".to_owned() };
        let photos = (0..30).map(|row| finding("photo", row));
        let report = CheckReport {
            findings: photos.chain([finding("change", 1)]).collect(),
            ..CheckReport::default()
        };
        let text = report.to_string();
        assert_eq!(text.matches("WRONG photo, row").count(), SHOWN);
        assert!(
            text.contains("WRONG photo: and 10 more\nWRONG change, row 1: missing\n31 findings"),
            "{text}"
        );
    }
}
