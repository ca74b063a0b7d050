//! Reads somebody's photograph (JPEG, PNG, WebP; HEIC and AVIF through libheif) and writes it anew in three sizes, as
//! JPEG.
//!
//! Only the pixels go over: where and when it was taken, thumbnails, and whatever a file hides behind its picture
//! do not. A file is judged by its first bytes, never by its name; how large a picture says it is is read before
//! any of it is decoded.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

use super::heif::{is_heif, to_jpeg};

/// The largest file that is read.
pub const LARGEST_FILE: usize = 15 << 20;
/// The largest side, in pixels.
pub(super) const LARGEST_SIDE: u32 = 12_000;
/// The most memory a decoder may take.
const MOST_MEMORY: u64 = 256 << 20;
const QUALITY: u8 = 82;
/// The longest side of each size.
const SIZES: [(&str, u32); 3] = [("", 2000), ("-m", 960), ("-s", 320)];

/// Why a file is no picture that can be shown.
#[derive(Debug, Error)]
pub enum PictureError {
    /// Larger than is read.
    #[error("a picture may have at most 15 MB")]
    FileTooLarge,
    /// None of the formats.
    #[error("it is not a JPEG, PNG, WebP, AVIF or HEIC picture")]
    Format,
    /// More pixels than is decoded.
    #[error("a picture may have at most {LARGEST_SIDE} pixels a side; this one says it has {0} × {1}")]
    TooManyPixels(u32, u32),
    /// It ends in the middle.
    #[error("the file ends before the picture does")]
    Truncated,
    /// It cannot be decoded.
    #[error("the picture is damaged")]
    Damaged(#[source] image::ImageError),
    /// It cannot be decoded, and libheif does not say why.
    #[error("the picture is damaged, or of a kind that is not read")]
    Undecodable,
    /// What decodes HEIC and AVIF is not there.
    #[error("HEIC and AVIF pictures cannot be read here; a JPEG can")]
    Decoder(#[source] std::io::Error),
}

/// A picture, written anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its files: name and bytes; the first is the largest, and its name is the picture's.
    pub files: Vec<(String, Vec<u8>)>,
}

impl Picture {
    /// The picture's name: a hash of what it shows.
    pub fn name(&self) -> &str {
        &self.files[0].0
    }
}

/// Reads a file and writes it anew.
pub fn read_picture(bytes: &[u8]) -> Result<Picture, PictureError> {
    if bytes.len() > LARGEST_FILE {
        return Err(PictureError::FileTooLarge);
    }
    if is_heif(bytes) {
        // Turned upright while it was decoded, whatever its notes still say.
        return write_anew(decode(&to_jpeg(bytes)?, ImageFormat::Jpeg)?.0);
    }
    let format = image::guess_format(bytes).map_err(|_| PictureError::Format)?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) {
        return Err(PictureError::Format);
    }
    if format == ImageFormat::Jpeg && !jpeg_ends(bytes) {
        return Err(PictureError::Truncated);
    }
    let (mut shown, upright) = decode(bytes, format)?;
    shown.apply_orientation(upright);
    write_anew(shown)
}

fn write_anew(shown: DynamicImage) -> Result<Picture, PictureError> {
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let mut larger = shown;
    for (_, side) in SIZES {
        if larger.width().max(larger.height()) > side {
            larger = larger.resize(side, side, FilterType::CatmullRom);
        }
        files.push((String::new(), jpeg(&larger)?));
    }
    let hash = Sha256::digest(&files[0].1);
    let stem: Vec<String> = hash[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    let stem = stem.concat();
    for ((name, _), (suffix, _)) in files.iter_mut().zip(SIZES) {
        *name = format!("p-{stem}{suffix}.jpg");
    }
    Ok(Picture { files })
}

/// The picture as it lies in its file, and how it is turned upright.
fn decode(bytes: &[u8], format: ImageFormat) -> Result<(DynamicImage, Orientation), PictureError> {
    let damaged = |error: image::ImageError| match &error {
        image::ImageError::IoError(io) if io.kind() == std::io::ErrorKind::UnexpectedEof => {
            PictureError::Truncated
        }
        _ => PictureError::Damaged(error),
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(damaged)?;
    let (width, height) = decoder.dimensions();
    if width > LARGEST_SIDE || height > LARGEST_SIDE {
        return Err(PictureError::TooManyPixels(width, height));
    }
    // Cameras keep a picture lying and say which way is up.
    let upright = decoder.orientation().map_err(damaged)?;
    Ok((DynamicImage::from_decoder(decoder).map_err(damaged)?, upright))
}

/// JPEG knows no transparency: what shines through is white.
fn jpeg(shown: &DynamicImage) -> Result<Vec<u8>, PictureError> {
    let flat = if shown.color().has_alpha() {
        let mut white = image::RgbaImage::from_pixel(shown.width(), shown.height(), image::Rgba([255; 4]));
        image::imageops::overlay(&mut white, &shown.to_rgba8(), 0, 0);
        DynamicImage::ImageRgba8(white).into_rgb8()
    } else {
        shown.to_rgb8()
    };
    let mut bytes = Vec::new();
    flat.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY))
        .map_err(PictureError::Damaged)?;
    Ok(bytes)
}

/// True if there is an end after the beginning of the picture's lines. Decoders fill a missing rest with grey.
fn jpeg_ends(bytes: &[u8]) -> bool {
    let mut at = 2;
    // Segments before the lines, thumbnails among them, say how long they are.
    while let Some([0xff, marker, high, low]) = bytes.get(at..at + 4) {
        if *marker == 0xda {
            return bytes[at..].windows(2).any(|pair| pair == [0xff, 0xd9]);
        }
        at += 2 + usize::from(u16::from_be_bytes([*high, *low]));
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(width: u32, height: u32) -> DynamicImage {
        let pixel = |x, y| image::Rgb([(x * 7) as u8, (y * 5) as u8, ((x ^ y) * 3) as u8]);
        DynamicImage::ImageRgb8(image::RgbImage::from_fn(width, height, pixel))
    }

    fn written(shown: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        shown.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    fn sides(bytes: &[u8]) -> (u32, u32) {
        let shown = image::load_from_memory(bytes).unwrap();
        (shown.width(), shown.height())
    }

    /// An APP1 segment after the first two bytes, as cameras write it: EXIF that says "turned" and where.
    fn with_exif(jpeg: &[u8]) -> Vec<u8> {
        let mut tiff = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
        tiff.extend_from_slice(b"GPS 35.6530,139.6356");
        let mut exif = b"Exif\0\0".to_vec();
        exif.extend(tiff);
        let length = (exif.len() + 2) as u16;
        let mut all = jpeg[..2].to_vec();
        all.extend([0xff, 0xe1]);
        all.extend(length.to_be_bytes());
        all.extend(exif);
        all.extend_from_slice(&jpeg[2..]);
        all
    }

    #[test]
    fn a_photograph_comes_out_in_three_sizes_under_a_name_of_what_it_shows() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let picture = read_picture(&written(&drawn(2400, 1200), format)).unwrap();
            let found: Vec<(u32, u32)> = picture.files.iter().map(|(_, bytes)| sides(bytes)).collect();
            assert_eq!(found, [(2000, 1000), (960, 480), (320, 160)], "{format:?}");
            assert!(picture.files.iter().all(|(name, _)| crate::domain::Photo::is_name(name)));
            assert!(picture.files[2].0.ends_with("-s.jpg"));
        }
        let small = read_picture(&written(&drawn(100, 60), ImageFormat::Png)).unwrap();
        assert_eq!(sides(&small.files[0].1), (100, 60));
    }

    #[test]
    fn where_it_was_taken_is_gone_and_which_way_is_up_is_kept() {
        let camera = with_exif(&written(&drawn(200, 100), ImageFormat::Jpeg));
        let picture = read_picture(&camera).unwrap();
        assert_eq!(sides(&picture.files[0].1), (100, 200));
        for (name, bytes) in &picture.files {
            for trace in [b"Exif".as_slice(), b"GPS"] {
                assert!(!bytes.windows(trace.len()).any(|at| at == trace), "{name}");
            }
        }
    }

    #[test]
    fn what_a_file_hides_behind_its_picture_does_not_come_along() {
        let mut polyglot = written(&drawn(50, 50), ImageFormat::Png);
        polyglot.extend_from_slice(b"<script>alert(1)</script>PK\x03\x04");
        let picture = read_picture(&polyglot).unwrap();
        assert!(picture.files.iter().all(|(_, bytes)| !bytes.windows(8).any(|at| at == b"<script>")));
    }

    #[test]
    fn what_is_no_picture_is_refused_by_its_first_bytes() {
        for bytes in [
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".as_slice(),
            b"GIF89a",
            b"%PDF-1.7",
            b"",
        ] {
            assert!(matches!(read_picture(bytes), Err(PictureError::Format)));
        }
        assert!(matches!(read_picture(&vec![0; LARGEST_FILE + 1]), Err(PictureError::FileTooLarge)));
    }

    #[test]
    fn a_header_that_promises_ten_thousand_million_pixels_costs_nothing() {
        let mut png = written(&drawn(8, 8), ImageFormat::Png);
        png[16..20].copy_from_slice(&100_000u32.to_be_bytes());
        png[20..24].copy_from_slice(&100_000u32.to_be_bytes());
        let crc = crc32(&png[12..29]);
        png[29..33].copy_from_slice(&crc.to_be_bytes());
        let refused = read_picture(&png);
        assert!(matches!(refused, Err(PictureError::TooManyPixels(100_000, 100_000))), "{refused:?}");
    }

    #[test]
    fn a_picture_that_was_cut_off_is_refused_wherever_it_was_cut() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let whole = written(&drawn(120, 90), format);
            for share in [10, 30, 50, 70, 90, 99] {
                let cut = &whole[..whole.len() * share / 100];
                assert!(read_picture(cut).is_err(), "{format:?} at {share} %");
            }
        }
    }

    #[test]
    fn whatever_bytes_come_nothing_worse_than_a_refusal_happens() {
        let whole = written(&drawn(40, 30), ImageFormat::Jpeg);
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0x55;
            let _ = read_picture(&changed);
        }
    }

    /// The check sum of PNG, to make a header that is wrong in its size alone.
    fn crc32(bytes: &[u8]) -> u32 {
        let step = |crc: u32| if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 };
        !bytes.iter().fold(!0u32, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc)))
    }
}
