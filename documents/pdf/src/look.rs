//! Sizes, colours and the page, in points.

use crate::model::Look;

/// Red, green, blue.
pub(crate) type Colour = [u8; 3];

pub(crate) const INK: Colour = [26, 26, 26];
/// Contrast of 7 to 1 on white.
pub(crate) const MUTED: Colour = [82, 82, 82];
pub(crate) const WHITE: Colour = [255, 255, 255];
pub(crate) const RULE: Colour = [200, 200, 200];
pub(crate) const SHADE: Colour = [243, 243, 243];

/// A4.
pub(crate) const WIDTH: f32 = 595.28;
pub(crate) const HEIGHT: f32 = 841.89;
/// Twenty millimetres.
pub(crate) const MARGIN: f32 = 56.7;
/// Where the text of a page ends.
pub(crate) const BOTTOM: f32 = HEIGHT - 68.0;
/// Baseline of the foot.
pub(crate) const FOOT: f32 = HEIGHT - 40.0;
/// Width of the text.
pub(crate) const MEASURE: f32 = WIDTH - 2.0 * MARGIN;

/// How words are set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub(crate) size: f32,
    pub(crate) bold: bool,
    pub(crate) colour: Colour,
    /// From a line to the next.
    pub(crate) leading: f32,
}

impl Style {
    const fn new(size: f32, leading: f32) -> Self {
        Self { size, bold: false, colour: INK, leading }
    }

    const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    const fn muted(self) -> Self {
        Self { colour: MUTED, ..self }
    }

    pub(crate) const fn coloured(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    fn scaled(self, scale: f32) -> Self {
        Self { size: self.size * scale, leading: self.leading * scale, ..self }
    }
}

/// How a document looks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Theme {
    pub(crate) title: Style,
    pub(crate) heading: Style,
    pub(crate) sub: Style,
    pub(crate) lead: Style,
    pub(crate) body: Style,
    pub(crate) small: Style,
    pub(crate) strong: Style,
    pub(crate) cell: Style,
    pub(crate) head: Style,
    pub(crate) centred: bool,
    /// Side of a QR code.
    pub(crate) code: f32,
    /// Space after a paragraph.
    pub(crate) gap: f32,
}

impl Theme {
    pub(crate) fn of(look: Look, scale: f32) -> Self {
        match look {
            Look::Report => Self {
                title: Style::new(23.0, 29.0).bold(),
                heading: Style::new(15.5, 20.0).bold(),
                sub: Style::new(12.0, 16.0).bold(),
                lead: Style::new(12.0, 17.5),
                body: Style::new(10.3, 15.2),
                small: Style::new(8.6, 12.2).muted(),
                strong: Style::new(10.3, 15.2).bold(),
                cell: Style::new(8.8, 12.0),
                head: Style::new(8.8, 12.0).bold(),
                centred: false,
                code: 110.0,
                gap: 7.0,
            },
            Look::Poster => Self {
                title: Style::new(42.0, 50.0).bold().scaled(scale),
                heading: Style::new(28.0, 35.0).bold().scaled(scale),
                sub: Style::new(22.0, 28.0).bold().scaled(scale),
                lead: Style::new(24.0, 31.0).scaled(scale),
                body: Style::new(18.0, 25.0).scaled(scale),
                small: Style::new(15.0, 20.0).muted().scaled(scale),
                strong: Style::new(24.0, 31.0).bold().scaled(scale),
                cell: Style::new(12.0, 16.0).scaled(scale),
                head: Style::new(12.0, 16.0).bold().scaled(scale),
                centred: true,
                code: 290.0 * scale,
                gap: 16.0 * scale,
            },
        }
    }

    pub(crate) const fn heading(&self, level: u8) -> Style {
        match level {
            0 | 1 => self.title,
            2 => self.heading,
            _ => self.sub,
        }
    }
}
