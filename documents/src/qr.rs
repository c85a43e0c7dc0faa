//! A QR code for a poster, a slip or a letter, as SVG that a screen reader can name and that a strict content policy
//! accepts: attributes only, no inline style.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode};

/// White modules that the standard asks for on every side.
const QUIET_ZONE: usize = 4;

/// Why a text has no QR code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QrError {
    /// The text is longer than a QR code can hold.
    #[error("text too long for a QR code")]
    TooLong,
}

impl QrError {
    /// The name under which the caller translates this error.
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooLong => "qr-too-long",
        }
    }
}

/// A QR code as a square of modules, the quiet zone left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Modules {
    /// Modules on a side.
    pub side: usize,
    /// Row by row, the dark ones.
    pub dark: Vec<bool>,
}

/// The modules of `text`, for those who draw them otherwise; fails when the text is too long.
pub fn modules(text: &str) -> Result<Modules, QrError> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(|_| QrError::TooLong)?;
    Ok(Modules { side: code.width(), dark: code.to_colors().iter().map(|color| *color == Color::Dark).collect() })
}

/// Draws `text` as an SVG image whose accessible name is `title`; fails when the text is too long.
///
/// The drawing scales with its box. It is black on white whatever the page's colours, because readers need the
/// contrast.
pub fn svg(text: &str, title: &str) -> Result<String, QrError> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(|_| QrError::TooLong)?;
    let side = code.width() + 2 * QUIET_ZONE;
    let title = escape(title);
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"{title}\" viewBox=\"0 0 {side} {side}\" \
         shape-rendering=\"crispEdges\"><title>{title}</title><rect width=\"{side}\" height=\"{side}\" \
         fill=\"#fff\"/><path fill=\"#000\" d=\"{}\"/></svg>",
        dark_runs(&code)
    ))
}

fn dark_runs(code: &QrCode) -> String {
    let colors = code.to_colors();
    let mut path = String::new();
    for (y, row) in colors.chunks(code.width()).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|left, right| left == right) {
            if run[0] == Color::Dark {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{} {}h{}v1h-{}z", x + QUIET_ZONE, y + QUIET_ZONE, run.len(), run.len());
            }
            x += run.len();
        }
    }
    path
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_image_and_escapes_the_name() {
        let image = svg("https://exemple.fr/c/ABCD", "Suivre \"<ABCD>\"").unwrap();
        assert!(image.contains("role=\"img\" aria-label=\"Suivre &quot;&lt;ABCD&gt;&quot;\""));
        assert!(!image.contains("style="));
    }

    #[test]
    fn draws_every_dark_module_once() {
        let code = QrCode::with_error_correction_level("Arpent", EcLevel::M).unwrap();
        let dark = code.to_colors().iter().filter(|color| **color == Color::Dark).count();
        let path = dark_runs(&code);
        let drawn: usize =
            path.split('h').skip(1).filter_map(|rest| rest.split('v').next()?.parse::<usize>().ok()).sum();
        assert_eq!(drawn, dark);
    }

    #[test]
    fn refuses_what_no_reader_could_scan() {
        assert_eq!(svg(&"a".repeat(3000), "trop long"), Err(QrError::TooLong));
    }
}
