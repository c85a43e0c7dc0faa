//! Photographs people attach: recognised by their content, bounded, and drawn again so that nothing of the phone that
//! took them (place, date, owner) is left.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits};

/// Largest file accepted, in bytes.
pub const LARGEST: usize = 12 * 1024 * 1024;
/// Longest side kept, in pixels: enough to read a sign, light enough for a phone.
const LONGEST_SIDE: u32 = 1_600;
/// Largest side decoded: beyond, the file is a bomb rather than a photograph.
const LARGEST_SIDE: u32 = 12_000;
const QUALITY: u8 = 80;

/// Why a photograph is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhotoProblem {
    /// More than [`LARGEST`] bytes.
    #[error("too large")]
    TooLarge,
    /// Not a JPEG, PNG or WebP image, whatever its name says.
    #[error("not an image")]
    NotAnImage,
    /// It starts like an image but cannot be read to the end.
    #[error("damaged")]
    Damaged,
}

/// A photograph as it is kept.
#[derive(Debug, Clone)]
pub struct Photo {
    /// JPEG bytes without any metadata.
    pub jpeg: Vec<u8>,
    /// Width and height in pixels.
    pub size: (i64, i64),
}

/// Reads, straightens, shrinks and re-encodes. Takes tens of milliseconds: call it off the request's thread.
///
/// # Errors
/// See [`PhotoProblem`].
pub fn clean(bytes: &[u8]) -> Result<Photo, PhotoProblem> {
    if bytes.len() > LARGEST {
        return Err(PhotoProblem::TooLarge);
    }
    let image = shrink(decode(bytes)?);
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY)
        .encode_image(&image.to_rgb8())
        .map_err(|_| PhotoProblem::Damaged)?;
    Ok(Photo { jpeg, size: (i64::from(image.width()), i64::from(image.height())) })
}

fn decode(bytes: &[u8]) -> Result<DynamicImage, PhotoProblem> {
    let mut reader =
        ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| PhotoProblem::NotAnImage)?;
    if !matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) {
        return Err(PhotoProblem::NotAnImage);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| PhotoProblem::Damaged)?;
    // The phone's orientation goes with the metadata: it is applied to the pixels first.
    let orientation = decoder.orientation().map_err(|_| PhotoProblem::Damaged)?;
    let mut image = DynamicImage::from_decoder(decoder).map_err(|_| PhotoProblem::Damaged)?;
    image.apply_orientation(orientation);
    Ok(image)
}

fn shrink(image: DynamicImage) -> DynamicImage {
    if image.width().max(image.height()) <= LONGEST_SIDE {
        return image;
    }
    image.thumbnail(LONGEST_SIDE, LONGEST_SIDE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jpeg_with_exif() -> Vec<u8> {
        let mut plain = Vec::new();
        JpegEncoder::new(&mut plain).encode_image(&DynamicImage::new_rgb8(40, 20)).expect("encoded");
        // An APP1 segment right after the start marker, as cameras write it: orientation 6 (a quarter turn).
        let exif: &[u8] = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0GPS48.8566";
        let length = u16::try_from(exif.len() + 2).expect("short").to_be_bytes();
        [&plain[..2], &[0xFF, 0xE1], &length, exif, &plain[2..]].concat()
    }

    #[test]
    fn nothing_of_the_phone_is_left_and_the_picture_stands_upright() {
        let photo = clean(&jpeg_with_exif()).expect("a photograph");
        assert!(!photo.jpeg.windows(4).any(|w| w == b"Exif" || w == b"GPS4"));
        assert_eq!(photo.size, (20, 40));
    }

    #[test]
    fn a_page_renamed_as_a_picture_is_refused() {
        assert_eq!(clean(b"<html><script>alert(1)</script>").map(|_| ()), Err(PhotoProblem::NotAnImage));
    }

    #[test]
    fn a_picture_cut_in_the_middle_is_refused() {
        let whole = jpeg_with_exif();
        assert_eq!(clean(&whole[..60]).map(|_| ()), Err(PhotoProblem::Damaged));
    }
}
