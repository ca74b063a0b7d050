//! Roads a person may walk on, and the network that one source publishes of them.
//!
//! Roads meet where they share a vertex, at an end or on the way; two that only cross on the map (a
//! bridge and what runs under it) do not.

use geo_types::LineString;
use thiserror::Error;
use time::OffsetDateTime;

use super::id::{RoadId, RoadNetworkId};
use super::slug::vocabulary;

/// Why a road or a network of them cannot be as given.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RoadError {
    /// Area, source and licence must say something, in at most 200 characters.
    #[error("{0} has 1 to 200 characters")]
    Blank(&'static str),
    /// A road leads from one place to another.
    #[error("a road needs two different points")]
    NoLength,
}

vocabulary! {
    /// What a road is to somebody on foot.
    pub enum RoadClass("road class") {
        /// Arterial or collector road.
        MainRoad = "main_road", "幹線道路";
        /// Road for local traffic.
        MinorRoad = "minor_road", "生活道路";
        /// Access to premises, car park or yard.
        Service = "service", "構内道路";
        /// Street closed to traffic.
        Pedestrian = "pedestrian", "歩行者専用道路";
        /// Footway, greenway, cycleway or track.
        Path = "path", "歩道";
        /// Steps.
        Steps = "steps", "階段";
    }
}

/// The roads one source publishes for one area. Build one with [`RoadNetwork::checked`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoadNetwork {
    /// Its id.
    pub id: RoadNetworkId,
    /// The area it covers, usually a municipality's code. A network takes the place of the one held
    /// for its area; networks of different areas stand side by side and join where they meet.
    pub area: String,
    /// Who published it.
    pub source: String,
    /// Under which licence.
    pub licence: String,
    /// When it was imported.
    pub imported_at: OffsetDateTime,
    /// SHA-256 of the files it came from, hexadecimal.
    pub checksum: String,
}

impl RoadNetwork {
    /// The network, if its texts say something.
    pub fn checked(self) -> Result<Self, RoadError> {
        for (field, text) in [("area", &self.area), ("source", &self.source), ("licence", &self.licence)] {
            if text.trim().is_empty() || text.chars().count() > 200 {
                return Err(RoadError::Blank(field));
            }
        }
        Ok(self)
    }
}

/// A road a person may walk on. Build one with [`Road::checked`].
#[derive(Debug, Clone, PartialEq)]
pub struct Road {
    /// Its id.
    pub id: RoadId,
    /// The network it belongs to.
    pub network: RoadNetworkId,
    /// What it is.
    pub class: RoadClass,
    /// Its middle line, longitude and latitude.
    pub line: LineString<f64>,
}

impl Road {
    /// The road, if its line leads anywhere.
    pub fn checked(self) -> Result<Self, RoadError> {
        let first = self.line.0.first();
        if self.line.0.iter().any(|c| Some(c) != first) { Ok(self) } else { Err(RoadError::NoLength) }
    }
}
