//! HEIC and AVIF photographs, as telephones take them: decoded by libheif's own `heif-convert`.
//!
//! It runs as a program beside ours, in bounded memory and time, so that nothing a file does to it reaches the
//! server.

use std::io::{Error, ErrorKind};
use std::process::{Command, Stdio};

use super::picture::{LARGEST_SIDE, PictureError};

/// Address space of the decoder, in bytes.
const MOST_MEMORY: u64 = 1 << 30;
/// Time it may compute, and time it may take, in seconds.
const MOST_SECONDS: u32 = 20;
/// The header is at the beginning.
const HEADER: usize = 1 << 20;

/// True for a file of the family by its first bytes.
pub(super) fn is_heif(bytes: &[u8]) -> bool {
    const BRANDS: [&[u8]; 8] = [b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"avif", b"avis"];
    bytes.get(4..8) == Some(b"ftyp") && bytes.get(8..12).is_some_and(|brand| BRANDS.contains(&brand))
}

/// The picture as JPEG, upright already.
pub(super) fn to_jpeg(bytes: &[u8]) -> Result<Vec<u8>, PictureError> {
    let (width, height) = largest_sides(bytes).ok_or(PictureError::Truncated)?;
    if width > LARGEST_SIDE || height > LARGEST_SIDE {
        return Err(PictureError::TooManyPixels(width, height));
    }
    let folder = tempfile::tempdir().map_err(PictureError::Decoder)?;
    let (from, to) = (folder.path().join("picture.heic"), folder.path().join("picture.jpg"));
    std::fs::write(&from, bytes).map_err(PictureError::Decoder)?;
    let run = Command::new("timeout")
        .args(["--kill-after=1", &MOST_SECONDS.to_string()])
        .args(["prlimit", &format!("--as={MOST_MEMORY}"), &format!("--cpu={MOST_SECONDS}")])
        .args(["heif-convert", "--quiet", "-q", "95"])
        .args([&from, &to])
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    match run.map_err(PictureError::Decoder)?.code() {
        Some(0) => {}
        // What `timeout` and `prlimit` say of a program that is not there.
        Some(126 | 127) => return Err(PictureError::Decoder(Error::from(ErrorKind::NotFound))),
        _ => return Err(PictureError::Undecodable),
    }
    // A file of several pictures comes out as several; the first one is the cover.
    let found = if to.exists() { to } else { folder.path().join("picture-1.jpg") };
    std::fs::read(found).map_err(|_| PictureError::Undecodable)
}

/// The largest width and height that the header states (`ispe` boxes; ISO/IEC 23008-12, 6.5.3).
fn largest_sides(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = &bytes[..bytes.len().min(HEADER)];
    let number = |at: usize| Some(u32::from_be_bytes(header.get(at..at + 4)?.try_into().ok()?));
    let boxes = header.windows(4).enumerate().filter(|(_, name)| name == b"ispe");
    let sides = boxes.filter_map(|(at, _)| Some((number(at + 8)?, number(at + 12)?)));
    sides.reduce(|a, b| (a.0.max(b.0), a.1.max(b.1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::picture::{Picture, read_picture};

    /// A picture of 40 by 20, upper half dark, written by libheif's encoder: HEVC, or AV1 with `-A`.
    fn written(more: &[&str]) -> Vec<u8> {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("a.png"), folder.path().join("a.heif"));
        let shade = |_, y| image::Luma([if y < 10 { 20 } else { 220 }]);
        image::GrayImage::from_fn(40, 20, shade).save(&from).unwrap();
        let mut encoder = Command::new("heif-enc");
        let run = encoder.args(more).args([from.as_os_str(), "-o".as_ref(), to.as_os_str()]).output();
        assert!(run.expect("libheif-examples is installed by .ci/setup").status.success());
        std::fs::read(to).unwrap()
    }

    fn shown(picture: &Picture) -> image::GrayImage {
        image::load_from_memory(&picture.files[0].1).unwrap().into_luma8()
    }

    #[test]
    fn a_telephone_s_picture_comes_out_as_jpeg_of_what_it_shows() {
        for more in [&[][..], &["-A"]] {
            let bytes = written(more);
            assert!(is_heif(&bytes));
            let shown = shown(&read_picture(&bytes).unwrap());
            assert_eq!(shown.dimensions(), (40, 20));
            assert!(shown[(20, 3)].0[0] < 60 && shown[(20, 16)].0[0] > 180, "{more:?}");
        }
    }

    #[test]
    fn a_picture_that_was_cut_off_is_refused_wherever_it_was_cut() {
        let whole = written(&[]);
        for share in [10, 50, 90, 99] {
            assert!(read_picture(&whole[..whole.len() * share / 100]).is_err(), "at {share} %");
        }
    }

    #[test]
    fn a_header_that_promises_too_many_pixels_is_refused_before_anything_decodes_it() {
        let mut bytes = written(&[]);
        let at = bytes.windows(4).position(|name| name == b"ispe").unwrap();
        bytes[at + 8..at + 12].copy_from_slice(&100_000u32.to_be_bytes());
        assert!(matches!(read_picture(&bytes), Err(PictureError::TooManyPixels(100_000, _))));
    }

    #[test]
    fn a_film_in_the_same_kind_of_box_is_no_picture() {
        assert!(!is_heif(b"\0\0\0\x18ftypmp42\0\0\0\0"));
        assert!(matches!(read_picture(b"\0\0\0\x18ftypmp42\0\0\0\0"), Err(PictureError::Format)));
    }
}
