//! A shopping street (商店街): the line or area it covers, its association and number of shops.

use geo_types::{MultiLineString, MultiPolygon};
use thiserror::Error;

use super::id::StreetId;

/// Why a street cannot be as given.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StreetError {
    /// A street needs a name.
    #[error("a shopping street needs a name")]
    NoName,
    /// Its line or area is empty.
    #[error("a shopping street needs a line or an area")]
    NoShape,
}

/// What a street covers.
#[derive(Debug, Clone, PartialEq)]
pub enum StreetShape {
    /// Along lines.
    Line(MultiLineString<f64>),
    /// Over an area.
    Area(MultiPolygon<f64>),
}

/// A shopping street. Build one with [`ShoppingStreet::checked`].
#[derive(Debug, Clone, PartialEq)]
pub struct ShoppingStreet {
    /// Its id.
    pub id: StreetId,
    /// The key its source knows it by.
    pub source_key: Option<String>,
    /// Its name.
    pub name: String,
    /// Its reading in kana.
    pub kana: Option<String>,
    /// The association (商店会) that runs it.
    pub association: Option<String>,
    /// Number of shop premises along it, open or vacant.
    pub shops: Option<u32>,
    /// The line or area it covers, longitude and latitude.
    pub shape: StreetShape,
    /// True for made-up data.
    pub synthetic: bool,
}

impl ShoppingStreet {
    /// The street, if it has a name and a shape.
    pub fn checked(self) -> Result<Self, StreetError> {
        if self.name.trim().is_empty() {
            return Err(StreetError::NoName);
        }
        let empty = match &self.shape {
            StreetShape::Line(lines) => lines.0.iter().all(|l| l.0.len() < 2),
            StreetShape::Area(areas) => areas.0.iter().all(|p| p.exterior().0.len() < 4),
        };
        if empty { Err(StreetError::NoShape) } else { Ok(self) }
    }
}
