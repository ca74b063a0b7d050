//! Answers "how many square metres?" on the plane rectangular zone (平面直角座標系) of the place, as
//! surveyors and planners in Japan state areas.
//!
//! JGD2011's nineteen zones are transverse Mercator planes; PROJ projects, the shoelace formula
//! sums. The zone is the one whose central meridian is nearest among those of the place's latitude.
//! Official zones follow prefectures: where that names a neighbour (Saga is in zone II), the two
//! areas differ by less than 5e-4. Tokyo's mainland, Kanagawa and Saitama are zone IX, as they should be.

use geo_types::{Coord, LineString, MultiPolygon};
use proj::Proj;

use crate::domain::LonLat;

/// Number, central meridian and latitude of origin of a zone, in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlaneZone {
    number: u8,
    meridian: f64,
    origin_lat: f64,
}

const fn zone(number: u8, meridian: f64, origin_lat: f64) -> PlaneZone {
    PlaneZone { number, meridian, origin_lat }
}

/// 平成十四年国土交通省告示第九号.
const ZONES: [PlaneZone; 19] = [
    zone(1, 129.5, 33.0),
    zone(2, 131.0, 33.0),
    zone(3, 132.0 + 10.0 / 60.0, 36.0),
    zone(4, 133.5, 33.0),
    zone(5, 134.0 + 20.0 / 60.0, 36.0),
    zone(6, 136.0, 36.0),
    zone(7, 137.0 + 10.0 / 60.0, 36.0),
    zone(8, 138.5, 36.0),
    zone(9, 139.0 + 50.0 / 60.0, 36.0),
    zone(10, 140.0 + 50.0 / 60.0, 40.0),
    zone(11, 140.25, 44.0),
    zone(12, 142.25, 44.0),
    zone(13, 144.25, 44.0),
    zone(14, 142.0, 26.0),
    zone(15, 127.5, 26.0),
    zone(16, 124.0, 26.0),
    zone(17, 131.0, 26.0),
    zone(18, 136.0, 20.0),
    zone(19, 154.0, 26.0),
];

impl PlaneZone {
    /// The zone of a place.
    pub fn at(place: LonLat) -> Self {
        let near_latitude = |z: &&PlaneZone| match place.lat() {
            lat if lat >= 41.5 => z.origin_lat > 43.0,
            lat if lat >= 37.8 && place.lon() >= 139.0 => z.number == 10,
            lat if lat < 28.5 => z.origin_lat < 30.0,
            // South of the Inland Sea and in Kyushu, zones I, II and IV; north of it III and V.
            lat if lat < 34.35 && place.lon() < 134.8 => (z.origin_lat - 33.0).abs() < 0.1,
            _ => (z.origin_lat - 36.0).abs() < 0.1,
        };
        let distance = |z: &PlaneZone| (z.meridian - place.lon()).abs();
        ZONES
            .iter()
            .filter(near_latitude)
            .min_by(|a, b| distance(a).total_cmp(&distance(b)))
            .copied()
            .expect("every latitude has a zone")
    }

    /// Its number, 1 to 19; zone IX is 9.
    pub const fn number(self) -> u8 {
        self.number
    }

    /// Its EPSG code in JGD2011: 6669 for zone I to 6687 for zone XIX.
    pub const fn epsg(self) -> u32 {
        6668 + self.number as u32
    }
}

/// Measures areas on one zone. Belongs to the thread that made it.
pub struct PlaneArea {
    zone: PlaneZone,
    proj: Proj,
}

impl PlaneArea {
    /// A measure for the zone of a place.
    pub fn at(place: LonLat) -> Self {
        let zone = PlaneZone::at(place);
        let definition = format!(
            "+proj=tmerc +lat_0={} +lon_0={} +k=0.9999 +x_0=0 +y_0=0 +ellps=GRS80 +units=m",
            zone.origin_lat, zone.meridian
        );
        let proj = Proj::new(&definition).expect("a transverse Mercator needs no database");
        Self { zone, proj }
    }

    /// The zone it measures on.
    pub const fn zone(&self) -> PlaneZone {
        self.zone
    }

    /// Easting and northing in metres of a longitude and latitude.
    pub fn metres(&self, degrees: Coord<f64>) -> Option<Coord<f64>> {
        let (x, y) = self.proj.project((degrees.x.to_radians(), degrees.y.to_radians()), false).ok()?;
        (x.is_finite() && y.is_finite()).then_some(Coord { x, y })
    }

    /// The area of polygons in m2, holes taken off. Points off the plane count as nothing.
    pub fn m2(&self, polygons: &MultiPolygon<f64>) -> f64 {
        polygons
            .iter()
            .map(|p| {
                let holes: f64 = p.interiors().iter().map(|ring| self.ring_m2(ring)).sum();
                self.ring_m2(p.exterior()) - holes
            })
            .sum()
    }

    fn ring_m2(&self, ring: &LineString<f64>) -> f64 {
        let metres: Vec<Coord<f64>> = ring.coords().filter_map(|c| self.metres(*c)).collect();
        let Some(origin) = metres.first().copied() else { return 0.0 };
        let twice: f64 = metres
            .windows(2)
            .map(|edge| {
                let (a, b) = (edge[0] - origin, edge[1] - origin);
                a.x * b.y - b.x * a.y
            })
            .sum();
        twice.abs() / 2.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo_types::polygon;

    fn place(lon: f64, lat: f64) -> LonLat {
        LonLat::new(lon, lat).unwrap()
    }

    #[test]
    fn each_city_lies_in_the_zone_its_surveyors_use() {
        for (city, lon, lat, number) in [
            ("Setagaya", 139.653, 35.646, 9),
            ("Kawasaki", 139.70, 35.53, 9),
            ("Chino", 138.16, 36.0, 8),
            ("Numazu", 138.86, 35.10, 8),
            ("Osaka", 135.50, 34.69, 6),
            ("Nagoya", 136.91, 35.18, 7),
            ("Hiroshima", 132.46, 34.39, 3),
            ("Takamatsu", 134.04, 34.34, 4),
            ("Fukuoka", 130.40, 33.59, 2),
            ("Kumamoto", 130.71, 32.80, 2),
            ("Sendai", 140.87, 38.27, 10),
            ("Sapporo", 141.35, 43.06, 12),
            ("Naha", 127.68, 26.21, 15),
            ("Chichijima", 142.19, 27.09, 14),
        ] {
            assert_eq!(PlaneZone::at(place(lon, lat)).number(), number, "{city}");
        }
        assert_eq!(PlaneZone::at(place(139.65, 35.64)).epsg(), 6677);
    }

    #[test]
    fn tokyo_station_has_the_easting_and_northing_of_the_standard() {
        let plane = PlaneArea::at(place(139.767_125, 35.681_236));
        let found = plane.metres(Coord { x: 139.767_125, y: 35.681_236 }).unwrap();
        assert!((found.x - -5992.9196).abs() < 1e-3 && (found.y - -35363.2377).abs() < 1e-3, "{found:?}");
    }

    #[test]
    fn a_hole_takes_its_area_off() {
        let square = |half: f64| {
            let (lon, lat) = (139.65, 35.64);
            polygon![
                (x: lon - half, y: lat - half), (x: lon + half, y: lat - half),
                (x: lon + half, y: lat + half), (x: lon - half, y: lat + half),
            ]
        };
        let plane = PlaneArea::at(place(139.65, 35.64));
        let whole = plane.m2(&MultiPolygon(vec![square(0.002)]));
        let hole = plane.m2(&MultiPolygon(vec![square(0.001)]));
        let ring =
            geo_types::Polygon::new(square(0.002).exterior().clone(), vec![square(0.001).exterior().clone()]);
        assert!((plane.m2(&MultiPolygon(vec![ring])) - (whole - hole)).abs() < 1e-6);
        // 0.004 degrees of latitude by 0.004 of longitude: about 443.8 m by 362.2 m.
        assert!((whole - 160_740.0).abs() < 300.0, "{whole}");
    }
}
