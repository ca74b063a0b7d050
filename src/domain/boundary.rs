//! The boundary of a municipality.

use geo_types::MultiPolygon;

use super::id::BoundaryId;

/// A municipality and the land it covers.
#[derive(Debug, Clone, PartialEq)]
pub struct Boundary {
    /// Its id.
    pub id: BoundaryId,
    /// Five-digit code of the municipality (without check digit): `13112`.
    pub code: String,
    /// Its name: `世田谷区`.
    pub name: String,
    /// Its land, longitude and latitude.
    pub geometry: MultiPolygon<f64>,
}
