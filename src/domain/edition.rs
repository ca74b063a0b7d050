//! An edition of zoning: what one authority published for one area as of one date.
//!
//! Several editions of the same area are kept; the one with the latest date is current.

use std::collections::BTreeMap;
use thiserror::Error;
use time::{Date, OffsetDateTime};

use super::id::EditionId;

/// Why an edition cannot be as given.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EditionError {
    /// Name, area, source and licence must say something, in at most 200 characters.
    #[error("{0} has 1 to 200 characters")]
    Blank(&'static str),
}

/// One edition. Build one with [`Edition::checked`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// Its id.
    pub id: EditionId,
    /// What people call it: `2019年 用途地域`.
    pub name: String,
    /// The area it covers, usually a municipality's code or name. Editions of one area supersede
    /// each other; editions of different areas stand side by side.
    pub area: String,
    /// Who published it.
    pub source: String,
    /// Under which licence.
    pub licence: String,
    /// The date it describes.
    pub as_of: Date,
    /// When it was imported.
    pub imported_at: OffsetDateTime,
    /// SHA-256 of the files it came from, hexadecimal.
    pub checksum: String,
}

impl Edition {
    /// The edition, if its texts say something.
    pub fn checked(self) -> Result<Self, EditionError> {
        let texts = [
            ("name", &self.name),
            ("area", &self.area),
            ("source", &self.source),
            ("licence", &self.licence),
        ];
        for (field, text) in texts {
            if text.trim().is_empty() || text.chars().count() > 200 {
                return Err(EditionError::Blank(field));
            }
        }
        Ok(self)
    }
}

/// The current edition of every area: the latest date, then the latest import.
pub fn current_editions(editions: &[Edition]) -> Vec<EditionId> {
    let mut latest: BTreeMap<&str, &Edition> = BTreeMap::new();
    for edition in editions {
        let newer = |held: &&Edition| {
            (held.as_of, held.imported_at, held.id) < (edition.as_of, edition.imported_at, edition.id)
        };
        if latest.get(edition.area.as_str()).is_none_or(newer) {
            latest.insert(&edition.area, edition);
        }
    }
    latest.into_values().map(|e| e.id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::{date, datetime};

    fn edition(id: u64, area: &str, as_of: Date) -> Edition {
        Edition {
            id: EditionId::from_bits(id).unwrap(),
            name: "用途地域".into(),
            area: area.into(),
            source: "sample".into(),
            licence: "CC0".into(),
            as_of,
            imported_at: datetime!(2026-01-01 0:00 UTC),
            checksum: String::new(),
        }
    }

    #[test]
    fn an_older_edition_imported_later_does_not_become_current() {
        let editions = [
            edition(1, "13112", date!(2025 - 04 - 01)),
            edition(2, "13112", date!(2011 - 04 - 01)),
            edition(3, "20214", date!(2023 - 04 - 01)),
        ];
        let current: Vec<u64> = current_editions(&editions).iter().map(|id| id.bits()).collect();
        assert_eq!(current, [1, 3]);
    }
}
