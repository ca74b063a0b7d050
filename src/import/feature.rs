//! A foreign feature: what every format delivers and every schema reads.

use geo_types::Geometry;
use std::sync::Arc;

/// The value of a field as its format gave it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// Absent, null or blank.
    Null,
    /// Text, trimmed and not empty.
    Text(String),
    /// A number.
    Number(f64),
    /// True or false.
    Bool(bool),
}

impl Value {
    /// A text; blank text is no value.
    pub(super) fn text(text: &str) -> Self {
        let trimmed = text.trim_matches(|c: char| c.is_whitespace() || c == '\0' || c == '\u{feff}');
        if trimmed.is_empty() { Self::Null } else { Self::Text(trimmed.to_owned()) }
    }

    /// What it says as text; whole numbers without a point.
    pub(super) fn to_text(&self) -> Option<String> {
        match self {
            Self::Null => None,
            Self::Text(text) => Some(text.clone()),
            Self::Number(n) => Some(n.to_string()),
            Self::Bool(b) => Some(b.to_string()),
        }
    }

    /// What it says as text, or nothing, shortened for a report.
    pub(super) fn shown(&self) -> String {
        shorten(&self.to_text().unwrap_or_default())
    }
}

/// At most 60 characters of a text, for reports.
pub(super) fn shorten(text: &str) -> String {
    const LONGEST: usize = 60;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}

/// Named values in the order of the file.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Fields(Vec<(Arc<str>, Value)>);

impl Fields {
    /// Adds a field.
    pub(super) fn push(&mut self, name: Arc<str>, value: Value) {
        self.0.push((name, value));
    }

    /// The field of a name in any letter case; absent is [`Value::Null`].
    pub(super) fn get(&self, name: &str) -> &Value {
        const NULL: &Value = &Value::Null;
        self.0.iter().find(|(n, _)| same_name(n, name)).map_or(NULL, |(_, v)| v)
    }

    /// The first of several names that has a value.
    pub(super) fn first(&self, names: &[&'static str]) -> (&'static str, &Value) {
        names
            .iter()
            .map(|name| (*name, self.get(name)))
            .find(|(_, value)| **value != Value::Null)
            .unwrap_or((names.first().copied().unwrap_or_default(), &Value::Null))
    }

    /// True if the file has a field of this name, with a value or without.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(n, _)| same_name(n, name))
    }

    /// The names, in order.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(n, _)| n.as_ref())
    }
}

fn same_name(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b)
}

impl FromIterator<(Arc<str>, Value)> for Fields {
    fn from_iter<I: IntoIterator<Item = (Arc<str>, Value)>>(fields: I) -> Self {
        Self(fields.into_iter().collect())
    }
}

/// The shape of a feature in the coordinates of its file, x (longitude, easting) first.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape {
    /// The feature has none.
    Missing,
    /// It has one that cannot be read, for this reason.
    Unreadable(String),
    /// It has one; so many of its rings were not closed.
    Found {
        /// Its coordinates, heights dropped.
        geometry: Geometry<f64>,
        /// Rings whose last point was not their first.
        unclosed_rings: usize,
    },
}

/// One feature of a foreign file.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Feature {
    /// The number people find it by: features from 1, CSV rows as in a spreadsheet.
    pub row: usize,
    /// The feature type or table, where a file holds several.
    pub class: Option<Arc<str>>,
    /// Its attributes.
    pub fields: Fields,
    /// Its shape.
    pub shape: Shape,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_text_is_no_value() {
        assert_eq!(Value::text("　 \0"), Value::Null);
        assert_eq!(Value::text(" 商業 "), Value::Text("商業".into()));
    }

    #[test]
    fn a_whole_number_reads_without_a_point() {
        assert_eq!(Value::Number(13112.0).to_text().unwrap(), "13112");
        assert_eq!(Value::Number(0.6).to_text().unwrap(), "0.6");
    }
}
