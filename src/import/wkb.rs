//! Reads the geometry of a GeoPackage: its header, then well-known binary. Heights and measures are
//! dropped. Every count is checked against the bytes that are left before memory is taken.

use geo_types::{
    Coord, Geometry, GeometryCollection, LineString, MultiLineString, MultiPoint, MultiPolygon, Point,
    Polygon,
};
use thiserror::Error;

/// Collections within collections.
const DEEPEST: usize = 4;
const EWKB_Z: u32 = 0x8000_0000;
const EWKB_M: u32 = 0x4000_0000;
const EWKB_SRID: u32 = 0x2000_0000;

/// Why bytes are no geometry.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub(super) enum WkbError {
    /// Not a GeoPackage geometry at all.
    #[error("it does not begin as a GeoPackage geometry")]
    NoHeader,
    /// The bytes end too early, or announce more than they hold.
    #[error("its bytes end too early")]
    Truncated,
    /// A type of geometry that is not read.
    #[error("its geometry type {0} is not read")]
    UnknownType(u32),
    /// Collections nested too deep.
    #[error("its collections nest too deep")]
    TooDeep,
}

/// A geometry and how many of its rings were not closed; `None` if it is empty.
pub(super) fn from_geopackage(blob: &[u8]) -> Result<Option<(Geometry<f64>, usize)>, WkbError> {
    let [b'G', b'P', _version, flags, _, _, _, _, rest @ ..] = blob else {
        return Err(WkbError::NoHeader);
    };
    let envelope = match (flags >> 1) & 0b111 {
        0 => 0,
        1 => 32,
        2 | 3 => 48,
        4 => 64,
        _ => return Err(WkbError::NoHeader),
    };
    let is_empty = flags & 0b1_0000 != 0;
    if is_empty {
        return Ok(None);
    }
    let mut reader = Reader { bytes: rest.get(envelope..).ok_or(WkbError::Truncated)?, unclosed_rings: 0 };
    let geometry = reader.geometry(0)?;
    Ok(Some((geometry, reader.unclosed_rings)))
}

struct Reader<'a> {
    bytes: &'a [u8],
    unclosed_rings: usize,
}

#[derive(Clone, Copy)]
struct Layout {
    little: bool,
    /// Numbers of a point.
    dimensions: usize,
}

impl Reader<'_> {
    fn geometry(&mut self, depth: usize) -> Result<Geometry<f64>, WkbError> {
        if depth > DEEPEST {
            return Err(WkbError::TooDeep);
        }
        let little = self.take::<1>()?[0] == 1;
        let code = self.number(little)?;
        if code & EWKB_SRID != 0 {
            self.number(little)?;
        }
        let plain = code & !(EWKB_Z | EWKB_M | EWKB_SRID);
        let extra = match plain / 1000 {
            0 => usize::from(code & EWKB_Z != 0) + usize::from(code & EWKB_M != 0),
            1 | 2 => 1,
            3 => 2,
            _ => return Err(WkbError::UnknownType(plain)),
        };
        let layout = Layout { little, dimensions: 2 + extra };
        Ok(match plain % 1000 {
            1 => Geometry::Point(Point(self.coord(layout)?)),
            2 => Geometry::LineString(self.line(layout)?),
            3 => Geometry::Polygon(self.polygon(layout)?),
            4..=7 => self.collection(plain % 1000, little, depth)?,
            _ => return Err(WkbError::UnknownType(plain)),
        })
    }

    fn collection(&mut self, kind: u32, little: bool, depth: usize) -> Result<Geometry<f64>, WkbError> {
        const SMALLEST_PART: usize = 5;
        let count = self.count(little, SMALLEST_PART)?;
        let parts: Vec<Geometry<f64>> =
            (0..count).map(|_| self.geometry(depth + 1)).collect::<Result<_, _>>()?;
        Ok(match kind {
            4 => Geometry::MultiPoint(MultiPoint(keep(parts, |g| match g {
                Geometry::Point(p) => Some(p),
                _ => None,
            }))),
            5 => Geometry::MultiLineString(MultiLineString(keep(parts, |g| match g {
                Geometry::LineString(l) => Some(l),
                _ => None,
            }))),
            6 => Geometry::MultiPolygon(MultiPolygon(keep(parts, |g| match g {
                Geometry::Polygon(p) => Some(p),
                _ => None,
            }))),
            _ => Geometry::GeometryCollection(GeometryCollection::new_from(parts)),
        })
    }

    fn polygon(&mut self, layout: Layout) -> Result<Polygon<f64>, WkbError> {
        const SMALLEST_RING: usize = 4;
        let count = self.count(layout.little, SMALLEST_RING)?;
        let mut rings = Vec::new();
        for _ in 0..count {
            let ring = self.line(layout)?;
            self.unclosed_rings += usize::from(ring.0.first() != ring.0.last());
            rings.push(ring);
        }
        let mut rings = rings.into_iter();
        let shell = rings.next().unwrap_or_else(|| LineString(Vec::new()));
        Ok(Polygon::new(shell, rings.collect()))
    }

    fn line(&mut self, layout: Layout) -> Result<LineString<f64>, WkbError> {
        let count = self.count(layout.little, layout.dimensions * 8)?;
        (0..count).map(|_| self.coord(layout)).collect::<Result<Vec<_>, _>>().map(LineString)
    }

    fn coord(&mut self, layout: Layout) -> Result<Coord<f64>, WkbError> {
        let (x, y) = (self.float(layout.little)?, self.float(layout.little)?);
        for _ in 2..layout.dimensions {
            self.take::<8>()?;
        }
        Ok(Coord { x, y })
    }

    /// A count of things of at least so many bytes each, which must be there.
    fn count(&mut self, little: bool, bytes_each: usize) -> Result<usize, WkbError> {
        let count = self.number(little)? as usize;
        if count > self.bytes.len() / bytes_each { Err(WkbError::Truncated) } else { Ok(count) }
    }

    fn number(&mut self, little: bool) -> Result<u32, WkbError> {
        let bytes = self.take::<4>()?;
        Ok(if little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    }

    fn float(&mut self, little: bool) -> Result<f64, WkbError> {
        let bytes = self.take::<8>()?;
        Ok(if little { f64::from_le_bytes(bytes) } else { f64::from_be_bytes(bytes) })
    }

    fn take<const N: usize>(&mut self) -> Result<[u8; N], WkbError> {
        let (taken, rest) = self.bytes.split_first_chunk::<N>().ok_or(WkbError::Truncated)?;
        self.bytes = rest;
        Ok(*taken)
    }
}

fn keep<T>(parts: Vec<Geometry<f64>>, of_kind: impl Fn(Geometry<f64>) -> Option<T>) -> Vec<T> {
    parts.into_iter().filter_map(of_kind).collect()
}

/// A GeoPackage geometry of a polygon's rings, little-endian, for tests.
#[cfg(test)]
pub(super) fn polygon_blob(rings: &[&[(f64, f64)]]) -> Vec<u8> {
    let mut blob = b"GP\0\x01\0\0\0\0\x01\x03\0\0\0".to_vec();
    blob.extend((rings.len() as u32).to_le_bytes());
    for ring in rings {
        blob.extend((ring.len() as u32).to_le_bytes());
        for (x, y) in *ring {
            blob.extend(x.to_le_bytes());
            blob.extend(y.to_le_bytes());
        }
    }
    blob
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SQUARE: &[(f64, f64)] = &[(0., 0.), (1., 0.), (1., 1.), (0., 1.), (0., 0.)];

    #[test]
    fn a_polygon_is_read_and_an_open_ring_counted() {
        let (geometry, unclosed) = from_geopackage(&polygon_blob(&[SQUARE])).unwrap().unwrap();
        assert!(matches!(geometry, Geometry::Polygon(p) if p.exterior().0.len() == 5));
        assert_eq!(unclosed, 0);
        assert_eq!(from_geopackage(&polygon_blob(&[&SQUARE[..4]])).unwrap().unwrap().1, 1);
    }

    #[test]
    fn an_empty_geometry_is_none() {
        assert_eq!(from_geopackage(b"GP\0\x11\0\0\0\0"), Ok(None));
    }

    #[test]
    fn a_count_beyond_the_bytes_is_refused_before_memory_is_taken() {
        let mut blob = polygon_blob(&[SQUARE]);
        blob[17..21].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(from_geopackage(&blob), Err(WkbError::Truncated));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let blob = [b"GP\0\x01\0\0\0\0".as_slice(), &bytes].concat();
            let _ = from_geopackage(&blob);
        }

        #[test]
        fn a_truncated_polygon_is_an_error(end in 0usize..100) {
            let whole = polygon_blob(&[SQUARE]);
            prop_assume!(end < whole.len());
            prop_assert!(from_geopackage(&whole[..end]).is_err());
        }
    }
}
