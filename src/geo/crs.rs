//! Answers "where on earth are these coordinates?" for any coordinate system, through PROJ.
//!
//! Input is always x (easting, longitude) first and y second, whatever order the authority gives;
//! a format that stores latitude or northing first swaps before it asks. Output is longitude and
//! latitude in degrees.
//!
//! JGD2000, JGD2011 and WGS84 are taken as one: their axes agree within centimetres. What the
//! earthquakes of 2011 moved (JGD2000 to JGD2011) is not undone: up to 5.3 m on the Oshika
//! peninsula, below 0.3 m west of Tokyo, where no ward could tell. The old Tokyo datum *is* shifted,
//! within about 10 m unless PROJ has the national grid.
//!
//! A `Transform` belongs to the thread that made it; PROJ contexts are not shared.

use geo_types::Coord;
use proj::Proj;
use thiserror::Error;

use crate::domain::LonLat;

/// Why a coordinate system cannot be used.
#[derive(Debug, Error)]
pub enum CrsError {
    /// PROJ knows no such system.
    #[error("unknown coordinate system `{definition}`")]
    Unknown {
        /// What was given, shortened.
        definition: String,
        /// What PROJ said.
        #[source]
        source: proj::ProjCreateError,
    },
    /// A text that is no definition at all.
    #[error("not a coordinate system: `{0}`")]
    NotADefinition(String),
}

/// A place that has no longitude and latitude in its system.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("x {x}, y {y} is outside its coordinate system")]
pub struct OutsideCrs {
    /// Easting or longitude.
    pub x: f64,
    /// Northing or latitude.
    pub y: f64,
}

/// EPSG codes whose coordinates are longitude and latitude already, with or without height.
const GEOGRAPHIC: &[u32] = &[4326, 4979, 4612, 4947, 6667, 6668, 6697];
const LONGEST_DEFINITION: usize = 20_000;

/// Turns coordinates of one system into longitude and latitude.
pub struct Transform {
    name: String,
    proj: Option<Proj>,
}

impl Transform {
    /// Coordinates that are longitude and latitude already.
    pub fn identity() -> Self {
        Self { name: "WGS84 (longitude, latitude)".to_owned(), proj: None }
    }

    /// From `EPSG:nnnn`, an OGC URN or URL, a PROJ string or WKT (as in a `.prj`).
    pub fn from_definition(definition: &str) -> Result<Self, CrsError> {
        let definition = definition.trim().trim_start_matches('\u{feff}');
        if definition.is_empty() || definition.len() > LONGEST_DEFINITION || definition.contains('\0') {
            return Err(CrsError::NotADefinition(shown(definition)));
        }
        if let Some(name) = geographic_name(definition) {
            return Ok(Self { name, proj: None });
        }
        let source =
            epsg_code(definition).map_or_else(|| definition.to_owned(), |code| format!("EPSG:{code}"));
        let proj = Proj::new_known_crs(&source, "EPSG:4326", None)
            .map_err(|e| CrsError::Unknown { definition: shown(definition), source: e })?;
        Ok(Self { name: name_of(&source), proj: Some(proj) })
    }

    /// What people call the system: `EPSG:6676`, or the name in its WKT.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// True if the coordinates are taken as they are.
    pub const fn is_identity(&self) -> bool {
        self.proj.is_none()
    }

    /// Longitude and latitude of x (easting, longitude) and y.
    pub fn lon_lat(&self, c: Coord<f64>) -> Result<Coord<f64>, OutsideCrs> {
        let outside = OutsideCrs { x: c.x, y: c.y };
        let Some(proj) = &self.proj else {
            return LonLat::new(c.x, c.y).map(Coord::from).map_err(|_| outside);
        };
        if !(c.x.is_finite() && c.y.is_finite()) {
            return Err(outside);
        }
        let (lon, lat) = proj.convert((c.x, c.y)).map_err(|_| outside.clone())?;
        LonLat::new(lon, lat).map(Coord::from).map_err(|_| outside)
    }
}

/// The EPSG code of `EPSG:6668`, `urn:ogc:def:crs:EPSG::6668` or `…/def/crs/EPSG/0/6668`.
fn epsg_code(definition: &str) -> Option<u32> {
    let upper = definition.to_ascii_uppercase();
    let at = upper.rfind("EPSG")?;
    let looks_like_reference =
        upper.starts_with("EPSG") || upper.starts_with("URN:") || upper.starts_with("HTTP");
    let digits = upper[at + 4..].rsplit([':', '/', '#']).next()?;
    if looks_like_reference { digits.trim_end_matches(".XML").parse().ok() } else { None }
}

fn geographic_name(definition: &str) -> Option<String> {
    let upper = definition.to_ascii_uppercase();
    if upper.ends_with("CRS84") || upper.ends_with("CRS84H") {
        return Some("CRS84".to_owned());
    }
    if let Some(code) = epsg_code(definition).filter(|code| GEOGRAPHIC.contains(code)) {
        return Some(format!("EPSG:{code}"));
    }
    let is_geographic_wkt =
        ["GEOGCS", "GEOGCRS", "GEODCRS"].iter().any(|word| upper.trim_start().starts_with(word));
    let folded: String = upper.chars().filter(char::is_ascii_alphanumeric).collect();
    let same_datum =
        ["JGD2000", "JGD2011", "WGS84", "WGS1984", "JAPANESEGEODETICDATUM2000", "JAPANESEGEODETICDATUM2011"]
            .iter()
            .any(|datum| folded.contains(datum));
    let in_degrees = folded.contains("DEGREE") && !folded.contains("TOKYO");
    (is_geographic_wkt && same_datum && in_degrees).then(|| name_of(definition))
}

/// The quoted name a WKT starts with, or the definition itself, shortened.
fn name_of(definition: &str) -> String {
    let quoted = definition.contains('[').then(|| definition.split('"').nth(1)).flatten();
    quoted.map_or_else(|| shown(definition), shown)
}

fn shown(definition: &str) -> String {
    definition.chars().take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The `.prj` of a real prefecture's data: JGD2000, zone VIII, without any EPSG code.
    const ZONE_8_WITHOUT_A_CODE: &str = r#"PROJCS["JGD_2000_Japan_Zone_8",GEOGCS["GCS_JGD_2000",DATUM["D_JGD_2000",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",138.5],PARAMETER["Scale_Factor",0.9999],PARAMETER["Latitude_Of_Origin",36.0],UNIT["Meter",1.0]]"#;

    fn near(found: Coord<f64>, lon: f64, lat: f64) -> bool {
        (found.x - lon).abs() < 1e-8 && (found.y - lat).abs() < 1e-8
    }

    #[test]
    fn tokyo_station_comes_back_from_zone_9_easting_first() {
        // OGC API Features' own example: N -35363.2377, E -5992.9196.
        let zone_9 = Transform::from_definition("EPSG:6677").unwrap();
        let found = zone_9.lon_lat(Coord { x: -5992.9196, y: -35363.2377 }).unwrap();
        assert!(near(found, 139.767_125, 35.681_236), "{found:?}");
    }

    #[test]
    fn a_prj_without_an_epsg_code_is_read_as_the_zone_it_describes() {
        let by_wkt = Transform::from_definition(ZONE_8_WITHOUT_A_CODE).unwrap();
        // cs2cs EPSG:2450 EPSG:4326, which takes northing first.
        let found = by_wkt.lon_lat(Coord { x: 20_000.0, y: 10_000.0 }).unwrap();
        assert!(near(found, 138.722_093_218, 36.089_925_914), "{found:?}");
        assert_eq!(by_wkt.name(), "JGD_2000_Japan_Zone_8");
    }

    #[test]
    fn jgd2011_jgd2000_and_wgs84_degrees_are_taken_as_they_are() {
        for definition in [
            "EPSG:6668",
            "epsg:4612",
            "EPSG:4326",
            "EPSG:6697",
            "urn:ogc:def:crs:OGC:1.3:CRS84",
            "urn:ogc:def:crs:EPSG::6668",
            "http://www.opengis.net/def/crs/EPSG/0/6697",
            r#"GEOGCS["GCS_JGD_2011",DATUM["D_JGD_2011",SPHEROID["GRS_1980",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]]"#,
        ] {
            assert!(Transform::from_definition(definition).unwrap().is_identity(), "{definition}");
        }
    }

    #[test]
    fn the_old_tokyo_datum_is_shifted_by_some_four_hundred_metres() {
        let tokyo = Transform::from_definition("EPSG:4301").unwrap();
        let moved = tokyo.lon_lat(Coord { x: 139.65, y: 35.64 }).unwrap();
        assert!((moved.x - 139.646_8).abs() < 2e-4 && (moved.y - 35.643_24).abs() < 2e-4, "{moved:?}");
    }

    #[test]
    fn a_proj_string_is_a_definition_too() {
        let zone_9 = "+proj=tmerc +lat_0=36 +lon_0=139.833333333333 +k=0.9999 +ellps=GRS80 +units=m";
        let found = Transform::from_definition(zone_9)
            .unwrap()
            .lon_lat(Coord { x: -5992.9196, y: -35363.2377 })
            .unwrap();
        assert!(near(found, 139.767_125, 35.681_236), "{found:?}");
    }

    #[test]
    fn nonsense_is_no_coordinate_system() {
        for definition in ["", "EPSG:0", "not a crs", "PROJCS[\"x\"", "a\0b"] {
            assert!(Transform::from_definition(definition).is_err(), "{definition:?}");
        }
    }

    #[test]
    fn coordinates_that_are_no_numbers_are_outside() {
        let zone_9 = Transform::from_definition("EPSG:6677").unwrap();
        assert!(zone_9.lon_lat(Coord { x: f64::NAN, y: 0.0 }).is_err());
        assert!(Transform::identity().lon_lat(Coord { x: 35.6, y: 139.7 }).is_err());
    }
}
