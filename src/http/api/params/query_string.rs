//! Reads a query string into named values and refuses whatever the path does not have.
//!
//! Names and values are percent-decoded strictly: a broken escape, bytes that are not UTF-8, a
//! control character, a name given twice or a name unknown here is a problem that says so.

use std::fmt::{Display, Write as _};

use super::table::{MOST_STEPS, Parameter, Shape};
use super::tables::ParameterSet;
use crate::http::problem::Problem;

/// The values given, each with the parameter it belongs to.
#[derive(Debug)]
pub struct QueryString {
    known: &'static [&'static [Parameter]],
    given: Vec<(&'static Parameter, String)>,
}

impl QueryString {
    /// The query string of a path with these parameters.
    pub fn read<P: ParameterSet>(raw: Option<&str>) -> Result<Self, Problem> {
        let mut query = Self { known: P::TABLES, given: Vec::new() };
        for pair in raw.into_iter().filter(|r| !r.is_empty()).flat_map(|r| r.split('&')) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let name = decode(name)?;
            let parameter = query.parameter(&name).ok_or_else(|| {
                let names: Vec<&str> = query.parameters().map(|p| p.name).collect();
                Problem::unknown_parameter(&name, &names)
            })?;
            if query.given.iter().any(|(p, _)| p.name == parameter.name) {
                return Err(Problem::misused_parameter(&name, format!("`{name}` is given twice")));
            }
            let value = decode(value).map_err(|_| {
                Problem::bad_parameter(&name, value, &"percent-encoded UTF-8 text without control characters")
            })?;
            query.given.push((parameter, value));
        }
        match query.parameters().find(|p| p.required && query.text(p.name).is_none()) {
            Some(missing) => {
                let detail = format!("`{}` is needed", missing.name);
                Err(Problem::misused_parameter(missing.name, detail))
            }
            None => Ok(query),
        }
    }

    /// The same question as one text: parameters in the order of the path's tables, some left out.
    pub fn canonical(&self, without: &[Parameter]) -> String {
        let left = |p: &&Parameter| without.iter().all(|other| other.name != p.name);
        let pair = |p: &Parameter| Some(format!("{}={}", p.name, encode(self.text(p.name)?)));
        self.parameters().filter(left).filter_map(pair).collect::<Vec<_>>().join("&")
    }

    fn parameters(&self) -> impl Iterator<Item = &'static Parameter> + use<> {
        self.known.iter().copied().flatten()
    }

    fn parameter(&self, name: &str) -> Option<&'static Parameter> {
        self.parameters().find(|p| p.name == name)
    }

    /// The decoded text of a parameter, if given.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.given.iter().find(|(p, _)| p.name == name).map(|(_, text)| text.as_str())
    }

    /// The value of a parameter, if given; `read` says what it expected where it cannot read.
    pub fn value<T, E: Display>(
        &self,
        name: &str,
        read: impl FnOnce(&str) -> Result<T, E>,
    ) -> Result<Option<T>, Problem> {
        let Some(text) = self.text(name) else { return Ok(None) };
        read(text).map(Some).map_err(|expected| Problem::bad_parameter(name, text, &expected))
    }

    /// A number within the bounds of its parameter.
    pub fn number(&self, name: &'static str) -> Result<Option<f64>, Problem> {
        let Some(Shape::Number(low, high)) = self.parameter(name).map(|p| p.shape) else { return Ok(None) };
        self.value(name, |text| {
            let number = number(text).filter(|n| (low..=high).contains(n));
            number.ok_or_else(|| format!("a number from {low} to {high}"))
        })
    }

    /// Numbers within the bounds of their parameter; none where it is not given.
    pub fn numbers(&self, name: &'static str) -> Result<Vec<f64>, Problem> {
        let Some(Shape::Numbers(low, high)) = self.parameter(name).map(|p| p.shape) else {
            return Ok(Vec::new());
        };
        let read = self.value(name, |text| {
            let few = text.split(',').count() <= MOST_STEPS;
            let within = |text: &str| number(text).filter(|n| (low..=high).contains(n));
            let numbers: Option<Vec<f64>> = text.split(',').map(within).collect();
            numbers.filter(|_| few).ok_or_else(|| {
                format!("at most {MOST_STEPS} numbers from {low} to {high}, separated by commas")
            })
        })?;
        Ok(read.unwrap_or_default())
    }

    /// A whole number within the bounds of its parameter.
    pub fn integer(&self, name: &'static str) -> Result<Option<i64>, Problem> {
        let Some(Shape::Integer(low, high)) = self.parameter(name).map(|p| p.shape) else { return Ok(None) };
        self.value(name, |text| {
            let digits = text.strip_prefix('-').unwrap_or(text).bytes().all(|b| b.is_ascii_digit());
            let number = text.parse().ok().filter(|n| digits && (low..=high).contains(n));
            number.ok_or_else(|| format!("a whole number from {low} to {high}"))
        })
    }
}

/// A decimal number, without the `inf`, `nan` and leading `+` that Rust would read.
pub(super) fn number(text: &str) -> Option<f64> {
    let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'.' | b'e' | b'E'));
    text.parse().ok().filter(|n: &f64| plain && n.is_finite())
}

fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~,:;".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            write!(encoded, "%{byte:02X}").expect("a String takes all text");
        }
    }
    encoded
}

fn decode(text: &str) -> Result<String, Problem> {
    let broken =
        || Problem::bad_query("the query is not percent-encoded UTF-8 text without control characters");
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digit = |b: Option<u8>| b.and_then(|b| char::from(b).to_digit(16));
                let (high, low) = (digit(rest.next()), digit(rest.next()));
                (high.ok_or_else(broken)? * 16 + low.ok_or_else(broken)?) as u8
            }
            _ => byte,
        });
    }
    let text = String::from_utf8(bytes).map_err(|_| broken())?;
    if text.chars().any(char::is_control) { Err(broken()) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::super::tables::{NamedParameters, PlaceAtParameters};
    use super::*;
    use proptest::prelude::*;

    fn refused(raw: &str) -> Problem {
        QueryString::read::<NamedParameters>(Some(raw)).unwrap_err()
    }

    #[test]
    fn an_unknown_name_is_refused_by_name() {
        assert_eq!(refused("bbbox=1").parameter(), Some("bbbox"));
        assert_eq!(refused("BBOX=1").parameter(), Some("BBOX"));
        assert_eq!(refused("q=a&=1").parameter(), Some(""));
    }

    #[test]
    fn a_name_given_twice_is_refused() {
        assert_eq!(refused("q=a&q=a").parameter(), Some("q"));
        assert_eq!(refused("q=a&%71=b").parameter(), Some("q"));
    }

    #[test]
    fn broken_escapes_and_bytes_that_are_not_text_are_refused() {
        for raw in ["q=%", "q=%e", "q=%zz", "q=%ff", "q=%00", "q=a%0a"] {
            assert_eq!(refused(raw).parameter(), Some("q"), "{raw}");
        }
    }

    #[test]
    fn a_needed_parameter_that_is_missing_is_named() {
        let problem = QueryString::read::<PlaceAtParameters>(Some("lon=139.6")).unwrap_err();
        assert_eq!(problem.parameter(), Some("lat"));
    }

    #[test]
    fn numbers_that_only_rust_would_read_are_refused() {
        for text in ["inf", "nan", "+1", "", " 1", "1_000", "0x1", "1e999", "--1"] {
            assert_eq!(number(text), None, "{text}");
        }
        assert_eq!(number("-139.5"), Some(-139.5));
    }

    proptest! {
        #[test]
        fn no_query_string_can_do_worse_than_be_refused(raw in "\\PC{0,40}") {
            let _ = QueryString::read::<NamedParameters>(Some(&raw));
        }

        #[test]
        fn a_canonical_query_asks_the_same_and_is_its_own_canon(text in "[^\\p{Cc}]{1,20}") {
            let raw = format!("limit=5&q={}", encode(&text));
            let canonical = QueryString::read::<NamedParameters>(Some(&raw)).unwrap().canonical(&[]);
            prop_assert_eq!(&canonical, &format!("q={}&limit=5", encode(&text)));
            let again = QueryString::read::<NamedParameters>(Some(&canonical)).unwrap();
            prop_assert_eq!(again.text("q"), Some(text.as_str()));
            prop_assert_eq!(again.canonical(&[]), canonical);
        }

        #[test]
        fn any_text_survives_encoding(text in "[^\\p{Cc}]{1,20}") {
            let raw: Vec<String> = text.bytes().map(|b| format!("%{b:02X}")).collect();
            let query = QueryString::read::<NamedParameters>(Some(&format!("q={}", raw.concat()))).unwrap();
            prop_assert_eq!(query.text("q"), Some(text.as_str()));
        }
    }
}
