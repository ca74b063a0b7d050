//! Answers "does this place touch the polygon?" and "how far is its edge?", exactly.
//!
//! A ray towards the east counts the edges it crosses; robust orientation decides on which side of
//! an edge the place lies, so that a place on an edge is found to be on it. Polygons of many
//! vertices keep their edges in bands of latitude, and a question reads one band. It never
//! repairs a polygon: rings are expected closed and valid.

use geo::algorithm::kernels::{Kernel, Orientation, RobustKernel};
use geo_types::{Coord, Line, LineString, MultiPolygon};

use crate::domain::{LonLat, LonLatBox};
use crate::geo::LocalPlane;

/// Polygons with fewer edges are read edge by edge.
const BANDED_FROM: usize = 256;
const EDGES_PER_BAND: usize = 16;

/// Where a polygon lies, and its edges by latitude where there are many.
#[derive(Debug, Clone)]
pub(crate) struct Outline {
    bounds: Option<LonLatBox>,
    bands: Option<Box<Bands>>,
}

/// Edges that reach into each of equally high bands of latitude.
#[derive(Debug, Clone)]
struct Bands {
    south: f64,
    per_degree: f64,
    /// Band `i` holds `edges[starts[i]..starts[i + 1]]`.
    starts: Vec<u32>,
    edges: Vec<Line<f64>>,
}

impl Outline {
    pub(crate) fn of(shape: &MultiPolygon<f64>) -> Self {
        let bounds = LonLatBox::around(edges(shape).flat_map(|e| [e.start, e.end]));
        let many = edges(shape).count() >= BANDED_FROM;
        let bands = bounds.filter(|b| many && b.south() < b.north()).map(|b| Box::new(Bands::of(shape, b)));
        Self { bounds, bands }
    }

    pub(crate) fn bounds(&self) -> Option<LonLatBox> {
        self.bounds
    }

    /// True if the place is inside or on an edge.
    pub(crate) fn touches(&self, shape: &MultiPolygon<f64>, place: Coord<f64>) -> bool {
        let near = |b: LonLatBox| {
            (b.west()..=b.east()).contains(&place.x) && (b.south()..=b.north()).contains(&place.y)
        };
        if !self.bounds.is_some_and(near) {
            return false;
        }
        match &self.bands {
            Some(bands) => side(bands.at(place.y).iter().copied(), place) != Side::Outside,
            None => touches_shape(shape, place),
        }
    }

    /// Metres from a place to the polygon, 0 inside it, where that is at most `reach_m`; on the plane
    /// that touches the earth at the place.
    pub(crate) fn metres_within(
        &self,
        shape: &MultiPolygon<f64>,
        place: LonLat,
        reach_m: f64,
    ) -> Option<f64> {
        let at = Coord::from(place);
        if self.touches(shape, at) {
            return Some(0.0);
        }
        let plane = LocalPlane::at(place);
        let (lon, lat) = plane.span_degrees(reach_m * 1.001);
        let near = |edge: &Line<f64>| {
            let apart = |from: f64, to: f64, at: f64, reach: f64| {
                (from < at - reach && to < at - reach) || (from > at + reach && to > at + reach)
            };
            !apart(edge.start.y, edge.end.y, at.y, lat) && !apart(edge.start.x, edge.end.x, at.x, lon)
        };
        let nearest = match &self.bands {
            Some(bands) => nearest_on(&plane, bands.between(at.y - lat, at.y + lat).copied().filter(near)),
            None => nearest_on(&plane, edges(shape).filter(near)),
        };
        nearest.map(|(_, metres)| metres).filter(|metres| *metres <= reach_m)
    }
}

impl Bands {
    fn of(shape: &MultiPolygon<f64>, bounds: LonLatBox) -> Self {
        let count = edges(shape).count().div_ceil(EDGES_PER_BAND);
        let mut bands = Self {
            south: bounds.south(),
            per_degree: count as f64 / (bounds.north() - bounds.south()),
            starts: vec![0; count + 1],
            edges: Vec::new(),
        };
        for edge in edges(shape) {
            for band in bands.spanned(edge) {
                bands.starts[band + 1] += 1;
            }
        }
        for band in 0..count {
            bands.starts[band + 1] += bands.starts[band];
        }
        let mut free = bands.starts.clone();
        let nowhere = Coord { x: 0.0, y: 0.0 };
        bands.edges = vec![Line::new(nowhere, nowhere); bands.starts[count] as usize];
        for edge in edges(shape) {
            for band in bands.spanned(edge) {
                bands.edges[free[band] as usize] = edge;
                free[band] += 1;
            }
        }
        bands
    }

    fn at(&self, lat: f64) -> &[Line<f64>] {
        let band = self.band(lat);
        &self.edges[self.starts[band] as usize..self.starts[band + 1] as usize]
    }

    /// The edges that reach into a range of latitudes, some of them more than once, and others.
    fn between(&self, south: f64, north: f64) -> impl Iterator<Item = &Line<f64>> {
        let (first, last) = (self.band(south), self.band(north));
        self.edges[self.starts[first] as usize..self.starts[last + 1] as usize].iter()
    }

    fn spanned(&self, edge: Line<f64>) -> std::ops::RangeInclusive<usize> {
        self.band(edge.start.y.min(edge.end.y))..=self.band(edge.start.y.max(edge.end.y))
    }

    /// Rises with latitude, so that an edge reaches into every band between those of its ends.
    fn band(&self, lat: f64) -> usize {
        let band = ((lat - self.south) * self.per_degree).max(0.0) as usize;
        band.min(self.starts.len() - 2)
    }
}

/// Every edge of every ring. An edge between two equal vertices is a point on the ring.
pub(crate) fn edges(shape: &MultiPolygon<f64>) -> impl Iterator<Item = Line<f64>> {
    rings(shape).flat_map(edges_of)
}

/// Every ring, outer and inner.
fn rings(shape: &MultiPolygon<f64>) -> impl Iterator<Item = &LineString<f64>> {
    shape.0.iter().flat_map(|p| std::iter::once(p.exterior()).chain(p.interiors()))
}

fn edges_of(ring: &LineString<f64>) -> impl Iterator<Item = Line<f64>> {
    ring.0.windows(2).map(|pair| Line::new(pair[0], pair[1]))
}

/// True if the place is inside a polygon asked about once, or on its edge.
pub fn touches_shape(shape: &MultiPolygon<f64>, place: Coord<f64>) -> bool {
    // Ring by ring, because a loop over one slice is several times as fast as over nested ones.
    let mut inside = false;
    for ring in rings(shape) {
        match side(edges_of(ring), place) {
            Side::On => return true,
            Side::Inside => inside = !inside,
            Side::Outside => {}
        }
    }
    inside
}

/// Where a place lies, as far as some edges tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Outside,
    On,
    /// An odd number of the edges runs east of it.
    Inside,
}

fn side(edges: impl Iterator<Item = Line<f64>>, place: Coord<f64>) -> Side {
    let mut inside = false;
    for edge in edges {
        let (from, to) = (edge.start, edge.end);
        let passes_by = (from.y < place.y && to.y < place.y) || (from.y > place.y && to.y > place.y);
        if passes_by || (from.x < place.x && to.x < place.x) {
            continue;
        }
        let (low, high) = if from.y <= to.y { (from, to) } else { (to, from) };
        // Neither lies above the other: the edge runs east-west, on the latitude of the place.
        if low.y >= high.y {
            if place.x >= low.x.min(high.x) {
                return Side::On;
            }
            continue;
        }
        let west_of_edge = place.x < low.x.min(high.x)
            || match RobustKernel::orient2d(low, high, place) {
                Orientation::Collinear => return Side::On,
                Orientation::CounterClockwise => true,
                Orientation::Clockwise => false,
            };
        // The upper end belongs to the next edge, so that a vertex is crossed once.
        if west_of_edge && place.y < high.y {
            inside = !inside;
        }
    }
    if inside { Side::Inside } else { Side::Outside }
}

/// The nearest point of the polygon's edge and its distance in metres, on the plane that touches
/// the earth at the place.
pub(crate) fn nearest_edge(shape: &MultiPolygon<f64>, place: LonLat) -> Option<(LonLat, f64)> {
    let plane = LocalPlane::at(place);
    nearest_on_rings(&plane, shape).map(|(at, metres)| (at_place(&plane, at, place), metres))
}

fn at_place(plane: &LocalPlane, metres: Coord<f64>, otherwise: LonLat) -> LonLat {
    LonLat::try_from(plane.degrees(metres)).unwrap_or(otherwise)
}

/// The point of any ring nearest to the plane's origin, and its distance, in metres.
pub(crate) fn nearest_on_rings(plane: &LocalPlane, shape: &MultiPolygon<f64>) -> Option<(Coord<f64>, f64)> {
    let of_each = rings(shape).filter_map(|ring| nearest_on(plane, edges_of(ring)));
    of_each.reduce(|best, next| if next.1 < best.1 { next } else { best })
}

/// The point nearest to the plane's origin on any of the edges, and its distance, in metres.
pub(crate) fn nearest_on(
    plane: &LocalPlane,
    edges: impl Iterator<Item = Line<f64>>,
) -> Option<(Coord<f64>, f64)> {
    let mut nearest: Option<(Coord<f64>, f64)> = None;
    for edge in edges {
        let (from, to) = (plane.metres(edge.start), plane.metres(edge.end));
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let length_2 = dx * dx + dy * dy;
        let along =
            if length_2 > 0.0 { (-(from.x * dx + from.y * dy) / length_2).clamp(0.0, 1.0) } else { 0.0 };
        // The end itself and not a rounding of it, so that edges that share it are equally far.
        let at = if along < 1.0 { Coord { x: from.x + along * dx, y: from.y + along * dy } } else { to };
        let distance_2 = at.x * at.x + at.y * at.y;
        if nearest.is_none_or(|(_, best)| distance_2 < best) {
            nearest = Some((at, distance_2));
        }
    }
    nearest.map(|(at, distance_2)| (at, distance_2.sqrt()))
}
