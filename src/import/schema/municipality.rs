//! The code of a municipality in its spellings, and the rows of one municipality out of a whole
//! prefecture.

use super::super::placing::Placed;

/// Five digits: `131121`, `13112` and `13112.0` are one code, with and without its check digit.
pub(super) fn five_digits(text: &str) -> Option<String> {
    let is_code = matches!(text.len(), 5 | 6) && text.bytes().all(|b| b.is_ascii_digit());
    is_code.then(|| text[..5].to_owned())
}

/// The code of a row, read from the first of several fields that has one.
pub(super) fn code_of(placed: &Placed, fields: &[&'static str]) -> Option<String> {
    five_digits(&placed.fields.first(fields).1.to_text()?)
}

/// The municipality that was asked for, if the file holds it beside others.
///
/// National data comes by prefecture; naming an area that is the code of some rows asks for those.
pub(super) fn asked_for(area: Option<&str>, placed: &[Placed], fields: &[&'static str]) -> Option<String> {
    let asked = five_digits(area?)?;
    placed.iter().any(|p| code_of(p, fields).as_ref() == Some(&asked)).then_some(asked)
}

/// True if a row is of another municipality than the one asked for.
pub(super) fn is_elsewhere(asked: Option<&String>, placed: &Placed, fields: &[&'static str]) -> bool {
    asked.is_some_and(|asked| code_of(placed, fields).is_some_and(|code| code != *asked))
}

/// What such rows are called in the report, and why they are left aside.
pub(super) const ELSEWHERE: (&str, &str) =
    ("row of another municipality", "only the area asked for is taken");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_the_same_with_and_without_its_check_digit() {
        assert_eq!(five_digits("131121").unwrap(), "13112");
        assert_eq!(five_digits("13112").unwrap(), "13112");
        assert_eq!(five_digits("1311"), None);
        assert_eq!(five_digits("世田谷区町"), None);
    }
}
