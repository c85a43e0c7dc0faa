#![doc = include_str!("../README.md")]

mod chart;
mod draw;
mod flow;
mod fonts;
mod look;
mod model;
mod table;

pub use model::{
    Block, Code, Column, Document, Estimate, EstimateRow, Estimates, Foot, Look, Part, StackRow, Stacks, Table,
};

use flow::Flow;
use fonts::Faces;
use look::Theme;

/// What a document may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Pages. Memory follows them: a page of tables holds some hundred kilobytes while it is written.
    pub pages: usize,
    /// Bytes of text in the whole document.
    pub text: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { pages: 200, text: 2_000_000 }
    }
}

/// Why there is no document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// It would go over its [`Limits`].
    #[error("the document is longer than what may be printed at once")]
    TooLong,
    /// The caller does not wait for it any more.
    #[error("stopped before its end")]
    Stopped,
    /// The file would not keep what PDF/UA asks, or the fonts cannot be read.
    #[error("the document cannot be written: {0}")]
    Unwritten(String),
}

impl PdfError {
    /// The name under which the caller translates this error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLong => "pdf-too-long",
            Self::Stopped => "pdf-stopped",
            Self::Unwritten(_) => "pdf-unwritten",
        }
    }
}

/// Smallest scale a poster is brought to so that each of its parts holds on one page.
const SMALLEST: f32 = 0.5;
/// From one scale to the next.
const STEP: f32 = 0.85;

/// Writes a document: the same bytes for the same values. `stop` is asked on every line: once it says yes, nothing more is
/// computed.
///
/// # Errors
/// Too long, stopped, or what PDF/UA-1 refuses.
pub fn render(document: &Document, limits: Limits, stop: &dyn Fn() -> bool) -> Result<Vec<u8>, PdfError> {
    if document.text_len() > limits.text {
        return Err(PdfError::TooLong);
    }
    let faces = Faces::load()?;
    let mut scale = 1.0;
    loop {
        let theme = Theme::of(document.look, scale);
        let laid = Flow::lay(document, &faces, theme, limits, stop)?;
        let fits = document.look == Look::Report || laid.pages() <= document.parts.len();
        if fits || scale <= SMALLEST {
            return draw::write(document, &laid, &faces);
        }
        scale *= STEP;
    }
}

/// A colour of the settings, `#rrggbb`, as red, green, blue; what is not one is black.
pub fn colour(hex: &str) -> [u8; 3] {
    let at = |from: usize| hex.get(from..from + 2).and_then(|two| u8::from_str_radix(two, 16).ok()).unwrap_or(0);
    [at(1), at(3), at(5)]
}
