//! Splits JSON into its items without holding more than one: the features of a collection, the
//! elements of an array, the values of a sequence (one a line, or each after a record separator).
//!
//! Bytes are only counted and matched by brackets and quotes here; whether an item is JSON is for
//! the parser that gets it. An item beyond the limit stops the reading before memory is spent.

use std::io::{self, BufRead};
use thiserror::Error;

const RECORD_SEPARATOR: u8 = 0x1e;

/// Why no further item can be split off.
#[derive(Debug, Error)]
pub(super) enum SplitError {
    /// The system could not read on.
    #[error("cannot read on")]
    Io(#[from] io::Error),
    /// The bytes end within an item or collection.
    #[error("the file ends within item {item}")]
    Truncated {
        /// The item, from 1.
        item: usize,
    },
    /// An item beyond the limit.
    #[error("item {item} is larger than {limit} bytes")]
    TooLarge {
        /// The item, from 1.
        item: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// A byte that begins no JSON value.
    #[error("item {item} begins with `{byte}`, which is not JSON")]
    NotJson {
        /// The item, from 1.
        item: usize,
        /// The byte, as a character.
        byte: char,
    },
}

/// One item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    /// A feature, an element or a value: its bytes.
    Value(Vec<u8>),
    /// The collection around the features, without them; comes after the last of them.
    Collection(Vec<u8>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Between values of a sequence, or at the start.
    Outside,
    /// In the array of a collection or a bare array, between elements.
    InArray { of_collection: bool },
}

/// Splits a reader of JSON.
pub(super) struct JsonItems<R> {
    reader: R,
    limit: usize,
    place: Place,
    /// The collection's own members read so far.
    envelope: Vec<u8>,
    count: usize,
    at_start: bool,
}

impl<R: BufRead> JsonItems<R> {
    /// Items of at most `limit` bytes each.
    pub(super) fn new(reader: R, limit: usize) -> Self {
        Self { reader, limit, place: Place::Outside, envelope: Vec::new(), count: 0, at_start: true }
    }

    /// The next item; `None` at the end.
    pub(super) fn next_item(&mut self) -> Result<Option<Item>, SplitError> {
        loop {
            match self.place {
                Place::Outside => {
                    let Some(first) = self.next_solid_byte()? else { return Ok(None) };
                    match first {
                        b'{' => {
                            if let Some(item) = self.top_object()? {
                                return Ok(Some(item));
                            }
                        }
                        b'[' => self.place = Place::InArray { of_collection: false },
                        other => return Err(self.not_json(other)),
                    }
                }
                Place::InArray { of_collection } => match self.next_solid_byte()? {
                    None => return Err(SplitError::Truncated { item: self.count + 1 }),
                    Some(b',') => {}
                    Some(b']') => {
                        self.place = Place::Outside;
                        if of_collection && let Some(item) = self.rest_of_collection()? {
                            return Ok(Some(item));
                        }
                    }
                    Some(first) => {
                        let mut value = Vec::new();
                        self.value(first, &mut value)?;
                        self.count += 1;
                        return Ok(Some(Item::Value(value)));
                    }
                },
            }
        }
    }

    /// An object at the top: itself an item, or a collection whose features follow (`None`).
    fn top_object(&mut self) -> Result<Option<Item>, SplitError> {
        self.envelope = vec![b'{'];
        self.members()
    }

    fn rest_of_collection(&mut self) -> Result<Option<Item>, SplitError> {
        self.envelope.push(b']');
        Ok(self.members()?.map(|item| match item {
            Item::Value(bytes) | Item::Collection(bytes) => {
                self.count -= 1;
                Item::Collection(bytes)
            }
        }))
    }

    /// Reads members into the envelope until the object ends (its bytes are returned) or an array
    /// named `features` begins (`None`).
    fn members(&mut self) -> Result<Option<Item>, SplitError> {
        let mut key: Option<Vec<u8>> = None;
        loop {
            let Some(byte) = self.next_solid_byte()? else {
                return Err(SplitError::Truncated { item: self.count + 1 });
            };
            match byte {
                b'}' => {
                    self.envelope.push(b'}');
                    self.count += 1;
                    return Ok(Some(Item::Value(std::mem::take(&mut self.envelope))));
                }
                b',' | b':' => self.envelope.push(byte),
                b'[' if key.as_deref() == Some(br#""features""#.as_slice()) => {
                    self.envelope.push(b'[');
                    self.place = Place::InArray { of_collection: true };
                    return Ok(None);
                }
                first => {
                    let mut value = Vec::new();
                    self.value(first, &mut value)?;
                    if self.envelope.len() + value.len() > self.limit {
                        return Err(SplitError::TooLarge { item: self.count + 1, limit: self.limit });
                    }
                    self.envelope.extend_from_slice(&value);
                    key = Some(value);
                }
            }
        }
    }

    /// Reads the value that begins with `first` to its end.
    fn value(&mut self, first: u8, out: &mut Vec<u8>) -> Result<(), SplitError> {
        match first {
            b'{' | b'[' | b'"' => self.bracketed(first, out),
            b'-' | b'0'..=b'9' | b't' | b'f' | b'n' => self.bare_word(first, out),
            other => Err(self.not_json(other)),
        }
    }

    fn bracketed(&mut self, first: u8, out: &mut Vec<u8>) -> Result<(), SplitError> {
        let (mut depth, mut in_string, mut escaped) = (usize::from(first != b'"'), first == b'"', false);
        out.push(first);
        loop {
            let available = self.reader.fill_buf()?;
            if available.is_empty() {
                return Err(SplitError::Truncated { item: self.count + 1 });
            }
            let mut used = 0;
            let mut done = false;
            for byte in available {
                used += 1;
                match (in_string, byte) {
                    (true, _) if escaped => escaped = false,
                    (true, b'\\') => escaped = true,
                    (_, b'"') => in_string = !in_string,
                    (false, b'{' | b'[') => depth += 1,
                    (false, b'}' | b']') => depth = depth.saturating_sub(1),
                    _ => {}
                }
                if depth == 0 && !in_string {
                    done = true;
                    break;
                }
            }
            out.extend_from_slice(&available[..used]);
            self.reader.consume(used);
            if out.len() > self.limit {
                return Err(SplitError::TooLarge { item: self.count + 1, limit: self.limit });
            }
            if done {
                return Ok(());
            }
        }
    }

    fn bare_word(&mut self, first: u8, out: &mut Vec<u8>) -> Result<(), SplitError> {
        const LONGEST: usize = 400;
        out.push(first);
        while let Some(byte) = self.peek()? {
            if !matches!(byte, b'+' | b'-' | b'.' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z') {
                return Ok(());
            }
            out.push(byte);
            self.reader.consume(1);
            if out.len() > LONGEST {
                return Err(SplitError::TooLarge { item: self.count + 1, limit: LONGEST });
            }
        }
        Ok(())
    }

    fn peek(&mut self) -> Result<Option<u8>, SplitError> {
        Ok(self.reader.fill_buf()?.first().copied())
    }

    /// The next byte that is no blank, record separator or byte order mark.
    fn next_solid_byte(&mut self) -> Result<Option<u8>, SplitError> {
        if std::mem::take(&mut self.at_start) && self.reader.fill_buf()?.starts_with(b"\xef\xbb\xbf") {
            self.reader.consume(3);
        }
        while let Some(byte) = self.peek()? {
            self.reader.consume(1);
            if !matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | RECORD_SEPARATOR) {
                return Ok(Some(byte));
            }
        }
        Ok(None)
    }

    fn not_json(&self, byte: u8) -> SplitError {
        SplitError::NotJson { item: self.count + 1, byte: char::from(byte) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(json: &str, limit: usize) -> Result<Vec<String>, SplitError> {
        // A tiny buffer, so that every boundary is crossed.
        let mut items = JsonItems::new(io::BufReader::with_capacity(3, json.as_bytes()), limit);
        let mut found = Vec::new();
        while let Some(item) = items.next_item()? {
            found.push(match item {
                Item::Value(bytes) => String::from_utf8(bytes).unwrap(),
                Item::Collection(bytes) => format!("around: {}", String::from_utf8(bytes).unwrap()),
            });
        }
        Ok(found)
    }

    #[test]
    fn a_collection_gives_its_features_and_then_what_was_around_them() {
        let json = r#"{"name":"a","features":[{"x":"]}\""}, {"x":[1,2]}],"crs":null}"#;
        let around = r#"around: {"name":"a","features":[],"crs":null}"#;
        assert_eq!(split(json, 100).unwrap(), [r#"{"x":"]}\""}"#, r#"{"x":[1,2]}"#, around]);
    }

    #[test]
    fn a_sequence_is_split_at_lines_or_record_separators() {
        assert_eq!(split("{\"a\":1}\n{\"a\":2}\n", 100).unwrap(), [r#"{"a":1}"#, r#"{"a":2}"#]);
        assert_eq!(split("\u{1e}{\"a\":1}\n\u{1e}{\"a\":2}\n", 100).unwrap().len(), 2);
    }

    #[test]
    fn a_bare_array_gives_its_elements() {
        assert_eq!(
            split(r#"["a", {"b":1}, 12, null]"#, 100).unwrap(),
            [r#""a""#, r#"{"b":1}"#, "12", "null"]
        );
    }

    #[test]
    fn what_is_cut_off_says_in_which_item() {
        let json = r#"{"features":[{"x":1},{"x":2},{"x":"#;
        for end in 1..json.len() {
            let found = split(&json[..end], 100);
            assert!(matches!(found, Err(SplitError::Truncated { .. })), "{end}: {found:?}");
        }
        assert!(matches!(split(json, 100), Err(SplitError::Truncated { item: 3 })));
    }

    #[test]
    fn an_item_beyond_the_limit_is_named_before_it_is_held() {
        let json = format!(r#"[{{"x":1}},{{"x":"{}"}}]"#, "a".repeat(1000));
        assert!(matches!(split(&json, 100), Err(SplitError::TooLarge { item: 2, limit: 100 })));
    }

    #[test]
    fn bytes_that_are_no_json_are_refused() {
        assert!(matches!(split("<html>", 100), Err(SplitError::NotJson { item: 1, byte: '<' })));
    }
}
