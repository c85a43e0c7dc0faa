//! The two faces that documents are set in, shipped with the program: nothing of the machine is read. Letters are placed
//! one after the other, which is right for Latin, Greek and Cyrillic, the scripts of these faces.

use std::collections::HashMap;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use unicode_normalization::UnicodeNormalization;

use crate::PdfError;
use crate::look::Style;

static REGULAR: &[u8] = include_bytes!("../fonts/ArpentPrint-Regular.ttf");
static BOLD: &[u8] = include_bytes!("../fonts/ArpentPrint-Bold.ttf");

/// Stands for a character that the faces do not hold.
const UNKNOWN: char = '\u{FFFD}';
/// Keeps a place where nothing is written.
const BLANK: &str = "\u{A0}";

/// A face.
pub(crate) struct Face {
    pub(crate) font: Font,
    /// The glyph of each letter, and its width in ems.
    letters: HashMap<char, (u32, f32)>,
}

/// The regular and the bold one.
pub(crate) struct Faces {
    regular: Face,
    bold: Face,
}

impl Face {
    fn load(bytes: &'static [u8]) -> Result<Self, PdfError> {
        let unreadable = || PdfError::Unwritten("font".to_owned());
        let read = FontRef::new(bytes).map_err(|_| unreadable())?;
        let font = Font::new(bytes.into(), 0).ok_or_else(unreadable)?;
        let (metrics, em) = (read.glyph_metrics(Size::unscaled(), LocationRef::default()), font.units_per_em());
        let letter = |(code, glyph): (u32, skrifa::GlyphId)| {
            let width = metrics.advance_width(glyph).unwrap_or(0.0) / em;
            Some((char::from_u32(code)?, (glyph.to_u32(), width)))
        };
        Ok(Self { letters: read.charmap().mappings().filter_map(letter).collect(), font })
    }

    fn holds(&self, letter: char) -> bool {
        self.letters.contains_key(&letter)
    }

    fn letter(&self, letter: char) -> (u32, f32) {
        self.letters.get(&letter).copied().unwrap_or_default()
    }

    /// A text as glyphs, letter by letter.
    pub(crate) fn glyphs(&self, text: &str) -> Vec<KrillaGlyph> {
        let glyph = |(start, letter): (usize, char)| {
            let (id, width) = self.letter(letter);
            let range = start..start + letter.len_utf8();
            KrillaGlyph::new(GlyphId::new(id), width, 0.0, 0.0, 0.0, range, None)
        };
        text.char_indices().map(glyph).collect()
    }
}

impl Faces {
    pub(crate) fn load() -> Result<Self, PdfError> {
        Ok(Self { regular: Face::load(REGULAR)?, bold: Face::load(BOLD)? })
    }

    pub(crate) fn of(&self, style: &Style) -> &Face {
        if style.bold { &self.bold } else { &self.regular }
    }

    /// A text that the faces can set: composed, without what is never drawn. A letter they do not hold shows as such.
    pub(crate) fn settable(&self, text: &str) -> String {
        let drawn = text.nfc().filter(|letter| *letter == '\n' || !is_invisible(*letter));
        drawn.map(|letter| self.set(letter)).collect()
    }

    fn set(&self, letter: char) -> char {
        match letter {
            '\n' => '\n',
            _ if letter.is_whitespace() && !self.regular.holds(letter) => ' ',
            _ if self.regular.holds(letter) && self.bold.holds(letter) => letter,
            _ => UNKNOWN,
        }
    }

    /// Width of a text, in points.
    pub(crate) fn width(&self, text: &str, style: &Style) -> f32 {
        let face = self.of(style);
        text.chars().map(|letter| face.letter(letter).1).sum::<f32>() * style.size
    }

    /// Cuts a text into lines that hold within a width. A line that goes on ends with its space, so that words stay apart
    /// when the text is read aloud or copied.
    pub(crate) fn lines(&self, text: &str, style: &Style, width: f32) -> Vec<String> {
        let text = self.settable(text);
        let lines: Vec<String> = text.lines().flat_map(|line| self.fold(line.trim(), style, width)).collect();
        if lines.is_empty() { vec![BLANK.to_owned()] } else { lines }
    }

    fn fold(&self, text: &str, style: &Style, width: f32) -> Vec<String> {
        let (mut lines, mut line) = (Vec::new(), String::new());
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            for piece in self.pieces(word, style, width) {
                let wanted = if line.is_empty() { piece.clone() } else { format!("{line} {piece}") };
                if line.is_empty() || self.width(&wanted, style) <= width {
                    line = wanted;
                } else {
                    lines.push(std::mem::replace(&mut line, piece) + " ");
                }
            }
        }
        lines.push(if line.is_empty() { BLANK.to_owned() } else { line });
        lines
    }

    /// A word wider than its line, such as an address or a fingerprint, is cut where the line ends.
    fn pieces(&self, word: &str, style: &Style, width: f32) -> Vec<String> {
        if self.width(word, style) <= width {
            return vec![word.to_owned()];
        }
        let mut pieces = vec![String::new()];
        for letter in word.chars() {
            if let Some(last) = pieces.last_mut() {
                let wanted = format!("{last}{letter}");
                if last.is_empty() || self.width(&wanted, style) <= width {
                    *last = wanted;
                } else {
                    pieces.push(letter.to_string());
                }
            }
        }
        pieces
    }
}

/// Joiners, marks of direction, variation selectors and the like.
fn is_invisible(letter: char) -> bool {
    letter.is_control() && !letter.is_whitespace()
        || matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}
