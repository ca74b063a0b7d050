//! One row on its way into the domain: reads its fields, repairs its shape, and remembers what had
//! to be changed or left blank.

use geo_types::{Geometry, LineString, MultiLineString, MultiPolygon};
use std::fmt::Display;
use std::str::FromStr;

use super::feature::{Value, shorten};
use super::placing::Placed;
use crate::domain::{LonLat, fold_text};
use crate::geo::{Flaw, repair};

/// Why a row, or one of its fields, cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refused {
    /// The field at fault.
    pub field: String,
    /// What it said, shortened.
    pub value: String,
    /// Why that cannot be taken.
    pub reason: String,
}

impl Refused {
    /// A refusal of a field.
    pub(super) fn new(field: impl Into<String>, value: impl AsRef<str>, reason: impl Display) -> Self {
        Self { field: field.into(), value: shorten(value.as_ref()), reason: reason.to_string() }
    }
}

/// A change made to a row so that it could be taken.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mended {
    /// The field changed.
    pub field: String,
    /// What was done.
    pub what: String,
    /// How much the area changed, m2.
    pub area_change_m2: Option<f64>,
}

/// A row being read.
#[derive(Debug)]
pub(super) struct Row<'a> {
    placed: &'a Placed,
    /// Changes made so far.
    pub mended: Vec<Mended>,
    /// Fields left blank so far.
    pub blanked: Vec<Refused>,
    /// True if rings had to be turned round, which is a custom of formats more than a flaw.
    pub rewound: bool,
}

impl<'a> Row<'a> {
    /// Begins a row.
    pub(super) const fn new(placed: &'a Placed) -> Self {
        Self { placed, mended: Vec::new(), blanked: Vec::new(), rewound: false }
    }

    /// The first of several fields that has a value, and its name.
    pub(super) fn first(&self, names: &[&'static str]) -> (&'static str, &'a Value) {
        self.placed.fields.first(names)
    }

    /// The text of the first of several fields that has one.
    pub(super) fn text(&self, names: &[&'static str]) -> Option<String> {
        self.first(names).1.to_text()
    }

    /// The same, where the row is nothing without it.
    pub(super) fn need_text(&self, names: &[&'static str]) -> Result<String, Refused> {
        let (name, value) = self.first(names);
        value.to_text().ok_or_else(|| Refused::new(name, "", "it is empty"))
    }

    /// A value read from its text, where the row is nothing without it.
    pub(super) fn need<T: FromStr>(&self, names: &[&'static str]) -> Result<T, Refused>
    where
        T::Err: Display,
    {
        let text = self.need_text(names)?;
        text.parse().map_err(|e| Refused::new(self.first(names).0, &text, e))
    }

    /// A value read from its text; left blank, and reported, if it cannot be read.
    pub(super) fn read<T: FromStr>(&mut self, names: &[&'static str]) -> Option<T>
    where
        T::Err: Display,
    {
        let text = self.text(names)?;
        match text.parse() {
            Ok(value) => Some(value),
            Err(e) => {
                self.blank(self.first(names).0, &text, e);
                None
            }
        }
    }

    /// A number, in any width and with thousands commas; left blank if it is none.
    pub(super) fn number(&mut self, names: &[&'static str]) -> Option<f64> {
        let (name, value) = self.first(names);
        if let Value::Number(n) = value {
            return Some(*n);
        }
        let text = value.to_text()?;
        let number = fold_text(&text).replace(',', "").parse::<f64>().ok().filter(|n| n.is_finite());
        if number.is_none() {
            self.blank(name, &text, "it is not a number");
        }
        number
    }

    /// A whole number from 0 up; left blank if it is none.
    pub(super) fn count(&mut self, names: &[&'static str]) -> Option<u32> {
        let number = self.number(names)?;
        if number >= 0.0 && number <= f64::from(u32::MAX) && number.fract() == 0.0 {
            return Some(number as u32);
        }
        self.blank(self.first(names).0, number.to_string(), "it is not a count");
        None
    }

    /// Leaves a field blank and says so.
    pub(super) fn blank(&mut self, field: &'static str, value: impl AsRef<str>, reason: impl Display) {
        self.blanked.push(Refused::new(field, value, reason));
    }

    /// Says that a field was changed.
    pub(super) fn mend(&mut self, field: &'static str, what: String) {
        self.mended.push(Mended { field: field.to_owned(), what, area_change_m2: None });
    }

    /// The key its source knows it by, unless a spreadsheet has mangled it (`1.2E+11`).
    pub(super) fn key(&mut self, names: &[&'static str]) -> Option<String> {
        let (name, value) = self.first(names);
        let text = value.to_text()?;
        if is_mangled(&text) {
            self.blank(name, &text, "a spreadsheet has mangled the id; it names no row any more");
            return None;
        }
        Some(text)
    }

    /// Its place: a point, or the point of a multipoint of one.
    pub(super) fn point(&self) -> Result<LonLat, Refused> {
        let point = match self.geometry()? {
            Geometry::Point(p) => Some(*p),
            Geometry::MultiPoint(points) if points.0.len() == 1 => points.0.first().copied(),
            _ => None,
        };
        let point = point.ok_or_else(|| Refused::new("geometry", "", "it is not a point"))?;
        LonLat::try_from(point.0).map_err(|e| Refused::new("geometry", "", e))
    }

    /// Its shape in longitude and latitude, as it was drawn.
    pub(super) fn geometry(&self) -> Result<&'a Geometry<f64>, Refused> {
        self.placed.shape.as_ref().map_err(Clone::clone)
    }

    /// Its polygons, made valid.
    pub(super) fn polygons(&mut self) -> Result<MultiPolygon<f64>, Refused> {
        let drawn = polygons_of(self.geometry()?)
            .ok_or_else(|| Refused::new("geometry", "", "it is not a polygon"))?;
        let repaired = repair(&drawn).map_err(|e| Refused::new("geometry", "", e))?;
        self.rewound |= repaired.flaws.contains(&Flaw::Winding);
        let mut done: Vec<String> =
            repaired.flaws.iter().filter(|f| **f != Flaw::Winding).map(ToString::to_string).collect();
        if self.placed.unclosed_rings > 0 {
            done.insert(0, "unclosed ring closed".to_owned());
        }
        if !done.is_empty() {
            self.mended.push(Mended {
                field: "geometry".to_owned(),
                what: done.join(", "),
                area_change_m2: Some(repaired.area_change_m2),
            });
        }
        Ok(repaired.polygons)
    }

    /// Its lines, without repeated points; `None` if it is no line.
    pub(super) fn lines(&mut self) -> Result<Option<MultiLineString<f64>>, Refused> {
        let lines = match self.geometry()? {
            Geometry::Line(line) => vec![LineString::from(*line)],
            Geometry::LineString(line) => vec![line.clone()],
            Geometry::MultiLineString(lines) => lines.0.clone(),
            _ => return Ok(None),
        };
        let tidy = |mut line: LineString<f64>| {
            line.0.dedup();
            (line.0.len() > 1).then_some(line)
        };
        let kept: Vec<LineString<f64>> = lines.into_iter().filter_map(tidy).collect();
        if kept.is_empty() {
            return Err(Refused::new("geometry", "", "its line has no length"));
        }
        Ok(Some(MultiLineString(kept)))
    }
}

fn polygons_of(geometry: &Geometry<f64>) -> Option<MultiPolygon<f64>> {
    match geometry {
        Geometry::Polygon(polygon) => Some(MultiPolygon(vec![polygon.clone()])),
        Geometry::MultiPolygon(polygons) => Some(polygons.clone()),
        Geometry::Rect(rect) => Some(MultiPolygon(vec![rect.to_polygon()])),
        Geometry::Triangle(triangle) => Some(MultiPolygon(vec![triangle.to_polygon()])),
        Geometry::GeometryCollection(all) => {
            let parts: Option<Vec<MultiPolygon<f64>>> = all.iter().map(polygons_of).collect();
            parts.map(|parts| parts.into_iter().flatten().collect())
        }
        _ => None,
    }
}

/// `1.2E+11`, as a spreadsheet rewrites a long id.
fn is_mangled(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else { return false };
    mantissa.parse::<f64>().is_ok() && exponent.starts_with('+') && exponent[1..].parse::<u32>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_mangled_by_a_spreadsheet_is_told_from_a_real_one() {
        assert!(is_mangled("1.2E+11"));
        assert!(!is_mangled("131121E001"));
        assert!(!is_mangled("131121000001"));
    }
}
