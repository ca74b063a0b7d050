//! Answers "how is this shape drawn at any zoom?": its lines and rings on the unit square of Web
//! Mercator, each vertex with the tolerance up to which it must be kept, and a point for its name.
//!
//! Edges that shapes share are measured together (`arcs`), so that neighbours simplify alike.

use geo::{Geometry, InteriorPoint};
use geo_types::{Coord, LineString, MultiLineString, MultiPolygon, Polygon};

use super::arcs;
use crate::geo::{MERCATOR_SIDE, mercator, mercator_fixed};

/// A vertex on the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Vertex {
    /// Position as [`mercator_fixed`] counts: 2^32 to the side of the world.
    pub at: [u32; 2],
    /// The greatest tolerance, in the same units, at which the vertex is still drawn; infinite where
    /// edges meet.
    pub keep_up_to: f32,
}

/// One line or ring.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Path {
    /// Its vertices; a ring does not repeat its first.
    pub vertices: Vec<Vertex>,
}

/// A polygon: the exterior first, running clockwise on the map (positive by the surveyor's formula
/// with y down), then holes, running the other way.
pub type Area = Vec<Path>;

/// A shape ready to be drawn at any zoom.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawing {
    /// Its lines.
    pub lines: Vec<Path>,
    /// Its polygons.
    pub areas: Vec<Area>,
    /// Western, northern, eastern and southern edge in mercator units.
    pub bounds: [f64; 4],
    /// A point on it for its name, in mercator units.
    pub label: Coord<f64>,
}

/// The drawings of a layer's shapes, in the order given.
pub(crate) fn drawings<'a>(shapes: impl IntoIterator<Item = Shape<'a>>) -> Vec<Drawing> {
    let mut drawings: Vec<Drawing> = shapes.into_iter().map(Drawing::unmeasured).collect();
    arcs::measure(&mut drawings);
    drawings
}

/// A shape in degrees.
#[derive(Debug, Clone, Copy)]
pub enum Shape<'a> {
    /// Lines.
    Lines(&'a MultiLineString<f64>),
    /// Areas.
    Areas(&'a MultiPolygon<f64>),
    /// Either; points are left out.
    Any(&'a Geometry<f64>),
}

impl Drawing {
    fn unmeasured(shape: Shape<'_>) -> Self {
        let mut drawing = Self::default();
        drawing.add(shape);
        let vertices = drawing.lines.iter().chain(drawing.areas.iter().flatten()).flat_map(|p| &p.vertices);
        let [mut left, mut top, mut right, mut bottom] = [u32::MAX, u32::MAX, 0, 0];
        for Vertex { at: [x, y], .. } in vertices {
            (left, top) = (left.min(*x), top.min(*y));
            (right, bottom) = (right.max(*x), bottom.max(*y));
        }
        drawing.bounds = [left, top, right, bottom].map(|v| f64::from(v) / MERCATOR_SIDE);
        let [left, top, ..] = drawing.bounds;
        drawing.label = label_of(shape).map_or(Coord { x: left, y: top }, mercator);
        drawing
    }

    fn add(&mut self, shape: Shape<'_>) {
        match shape {
            Shape::Lines(lines) => lines.0.iter().for_each(|line| self.add_line(line)),
            Shape::Areas(areas) => areas.0.iter().for_each(|area| self.add_area(area)),
            Shape::Any(Geometry::LineString(line)) => self.add_line(line),
            Shape::Any(Geometry::Polygon(area)) => self.add_area(area),
            Shape::Any(Geometry::MultiLineString(lines)) => self.add(Shape::Lines(lines)),
            Shape::Any(Geometry::MultiPolygon(areas)) => self.add(Shape::Areas(areas)),
            Shape::Any(Geometry::GeometryCollection(all)) => {
                all.0.iter().for_each(|g| self.add(Shape::Any(g)));
            }
            Shape::Any(_) => {}
        }
    }

    fn add_line(&mut self, line: &LineString<f64>) {
        let vertices = vertices_of(line);
        if vertices.len() >= 2 {
            self.lines.push(Path { vertices });
        }
    }

    fn add_area(&mut self, area: &Polygon<f64>) {
        let Some(exterior) = ring_of(area.exterior(), true) else { return };
        let holes = area.interiors().iter().filter_map(|hole| ring_of(hole, false));
        self.areas.push(std::iter::once(exterior).chain(holes).collect());
    }
}

fn vertices_of(line: &LineString<f64>) -> Vec<Vertex> {
    let mut vertices: Vec<Vertex> =
        line.0.iter().map(|c| Vertex { at: mercator_fixed(*c), keep_up_to: f32::INFINITY }).collect();
    vertices.dedup_by_key(|v| v.at);
    vertices
}

fn ring_of(line: &LineString<f64>, exterior: bool) -> Option<Path> {
    let mut vertices = vertices_of(line);
    if vertices.len() > 1 && vertices[0].at == vertices[vertices.len() - 1].at {
        vertices.pop();
    }
    if vertices.len() < 3 {
        return None;
    }
    if (signed_area(&vertices) > 0.0) != exterior {
        vertices.reverse();
    }
    Some(Path { vertices })
}

/// Twice the area by the surveyor's formula, about the first vertex so that small rings keep their
/// digits.
fn signed_area(ring: &[Vertex]) -> f64 {
    let from_first = |v: &Vertex| [0, 1].map(|axis| f64::from(v.at[axis]) - f64::from(ring[0].at[axis]));
    let pairs = ring.iter().zip(ring.iter().cycle().skip(1));
    let terms = pairs.map(|(a, b)| {
        let ([ax, ay], [bx, by]) = (from_first(a), from_first(b));
        ax * by - bx * ay
    });
    terms.sum()
}

fn label_of(shape: Shape<'_>) -> Option<Coord<f64>> {
    match shape {
        Shape::Lines(lines) => midway(lines.0.iter().max_by(|a, b| length(a).total_cmp(&length(b)))?),
        Shape::Areas(areas) => {
            let box_size = |p: &Polygon<f64>| {
                let bounds = geo::BoundingRect::bounding_rect(p);
                bounds.map_or(0.0, |b| b.width() * b.height())
            };
            let largest = areas.0.iter().max_by(|a, b| box_size(a).total_cmp(&box_size(b)))?;
            largest.interior_point().map(Into::into)
        }
        Shape::Any(_) => None,
    }
}

fn length(line: &LineString<f64>) -> f64 {
    line.lines().map(|l| l.dx().hypot(l.dy())).sum()
}

fn midway(line: &LineString<f64>) -> Option<Coord<f64>> {
    let mut left = length(line) / 2.0;
    for segment in line.lines() {
        let span = segment.dx().hypot(segment.dy());
        if span >= left && span > 0.0 {
            return Some(segment.start + segment.delta() * (left / span));
        }
        left -= span;
    }
    line.0.last().copied()
}
