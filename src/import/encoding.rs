//! Which encoding a text is in, and its characters as UTF-8, a buffer at a time.
//!
//! A byte order mark decides; else UTF-16 shows by its zero bytes, UTF-8 by being valid from end to
//! end, and what is left is CP932 (Windows-31J, so that 髙 and ① survive). EUC-JP cannot be told from
//! half-width kana in CP932 and must be named.

use encoding_rs::{CoderResult, Decoder, Encoding, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};
use std::io::{self, BufRead, Read};

use super::error::ImportError;
use super::options::ImportOptions;
use super::source::SourceFile;

const BUFFER: usize = 1 << 16;

/// The encoding named by the options, or sniffed from the whole file.
pub(super) fn encoding_of(
    file: &SourceFile,
    options: &ImportOptions,
) -> Result<&'static Encoding, ImportError> {
    match &options.encoding {
        Some(label) => named(label),
        None => sniff(&mut *file.open()?).map_err(|e| file.bytes.unreadable(e)),
    }
}

/// The encoding of a label, `cp932` included.
pub(super) fn named(label: &str) -> Result<&'static Encoding, ImportError> {
    let folded = label.trim().to_ascii_lowercase();
    match folded.as_str() {
        "cp932" | "932" | "windows-932" | "mskanji" | "shiftjis" => Ok(SHIFT_JIS),
        "cp65001" | "65001" => Ok(UTF_8),
        _ => Encoding::for_label(folded.as_bytes())
            .ok_or_else(|| ImportError::UnknownEncoding { label: label.to_owned() }),
    }
}

/// What people call it.
pub(super) fn name_of(encoding: &'static Encoding) -> String {
    if encoding == SHIFT_JIS { "CP932".to_owned() } else { encoding.name().to_owned() }
}

fn sniff(reader: &mut dyn BufRead) -> io::Result<&'static Encoding> {
    let head = reader.fill_buf()?.to_vec();
    if let Some((encoding, _)) = Encoding::for_bom(&head) {
        return Ok(encoding);
    }
    if let Some(utf_16) = utf_16_by_zeros(&head) {
        return Ok(utf_16);
    }
    let mut utf_8 = UTF_8.new_decoder_without_bom_handling();
    loop {
        let bytes = reader.fill_buf()?.to_vec();
        let last = bytes.is_empty();
        if !decodes(&mut utf_8, &bytes, last) {
            return Ok(SHIFT_JIS);
        }
        if last {
            return Ok(UTF_8);
        }
        reader.consume(bytes.len());
    }
}

fn decodes(decoder: &mut Decoder, bytes: &[u8], last: bool) -> bool {
    let mut rest = bytes;
    let mut scratch = [0u8; 4096];
    loop {
        let (result, read, _) = decoder.decode_to_utf8_without_replacement(rest, &mut scratch, last);
        rest = &rest[read..];
        match result {
            encoding_rs::DecoderResult::InputEmpty => return true,
            encoding_rs::DecoderResult::OutputFull => {}
            encoding_rs::DecoderResult::Malformed(..) => return false,
        }
    }
}

/// Commas, digits and line ends have a zero byte before or after them in UTF-16.
fn utf_16_by_zeros(head: &[u8]) -> Option<&'static Encoding> {
    let zeros_at = |odd: usize| head.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros_at(0), zeros_at(1));
    if even + odd == 0 || head.len() < 4 {
        return None;
    }
    if odd > 4 * even {
        Some(UTF_16LE)
    } else if even > 4 * odd {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// A reader of UTF-8 over a reader of another encoding. A byte order mark is dropped.
pub(super) struct Utf8Reader<R> {
    inner: R,
    decoder: Decoder,
    out: Vec<u8>,
    start: usize,
    ended: bool,
    /// True once a byte had no meaning and was replaced by U+FFFD.
    pub replaced: bool,
}

impl<R: BufRead> Utf8Reader<R> {
    /// Reads `inner` in an encoding.
    pub(super) fn new(inner: R, encoding: &'static Encoding) -> Self {
        let decoder = encoding.new_decoder_with_bom_removal();
        Self { inner, decoder, out: Vec::new(), start: 0, ended: false, replaced: false }
    }

    fn refill(&mut self) -> io::Result<()> {
        self.start = 0;
        self.out.resize(BUFFER, 0);
        let mut written = 0;
        while written == 0 && !self.ended {
            let bytes = self.inner.fill_buf()?;
            let last = bytes.is_empty();
            let (result, read, wrote, replaced) = self.decoder.decode_to_utf8(bytes, &mut self.out, last);
            self.inner.consume(read);
            self.replaced |= replaced;
            written = wrote;
            self.ended = last && result == CoderResult::InputEmpty;
        }
        self.out.truncate(written);
        Ok(())
    }
}

impl<R: BufRead> Read for Utf8Reader<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.start == self.out.len() {
            if self.ended {
                return Ok(0);
            }
            self.refill()?;
        }
        let taken = into.len().min(self.out.len() - self.start);
        into[..taken].copy_from_slice(&self.out[self.start..self.start + taken]);
        self.start += taken;
        Ok(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "名称,緯度\r\n髙橋①商店,35.64\r\n";

    fn utf_16(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|u| if little { u.to_le_bytes() } else { u.to_be_bytes() }).collect()
    }

    fn read(bytes: &[u8]) -> (&'static Encoding, String) {
        // A tiny buffer, so that characters are cut everywhere.
        let encoding = sniff(&mut io::BufReader::with_capacity(64, bytes)).unwrap();
        let mut text = String::new();
        let mut reader = Utf8Reader::new(io::BufReader::with_capacity(3, bytes), encoding);
        reader.read_to_string(&mut text).unwrap();
        assert!(!reader.replaced);
        (encoding, text)
    }

    #[test]
    fn the_encodings_of_one_text_are_told_apart() {
        let cp932 = SHIFT_JIS.encode(TEXT).0.into_owned();
        let with_bom = [b"\xef\xbb\xbf", TEXT.as_bytes()].concat();
        for (bytes, encoding) in [
            (TEXT.as_bytes().to_vec(), UTF_8),
            (with_bom, UTF_8),
            (cp932, SHIFT_JIS),
            (utf_16(TEXT, true), UTF_16LE),
            (utf_16(TEXT, false), UTF_16BE),
            (utf_16(&format!("\u{feff}{TEXT}"), true), UTF_16LE),
        ] {
            let (found, text) = read(&bytes);
            assert_eq!(found, encoding);
            assert_eq!(text, TEXT);
        }
    }

    #[test]
    fn the_tall_taka_and_the_circled_one_survive_cp932() {
        let cp932 = SHIFT_JIS.encode(TEXT).0.into_owned();
        assert_eq!(read(&cp932).1, TEXT);
    }

    #[test]
    fn cp932_is_a_name_people_use() {
        assert_eq!(named("CP932").unwrap(), SHIFT_JIS);
        assert_eq!(named("Shift_JIS").unwrap(), SHIFT_JIS);
        assert!(named("klingon").is_err());
    }
}
