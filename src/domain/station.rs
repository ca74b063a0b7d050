//! A station and the lines that stop there.

use super::id::StationId;
use super::place::LonLat;

/// A line that stops at a station.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StationLine {
    /// The line's name: `小田急小田原線`.
    pub name: String,
}

/// A station.
#[derive(Debug, Clone, PartialEq)]
pub struct Station {
    /// Its id.
    pub id: StationId,
    /// The key its source knows it by.
    pub source_key: Option<String>,
    /// Its name without 駅.
    pub name: String,
    /// Its reading in kana.
    pub kana: Option<String>,
    /// The lines that stop there.
    pub lines: Vec<StationLine>,
    /// Where it is.
    pub place: LonLat,
}
