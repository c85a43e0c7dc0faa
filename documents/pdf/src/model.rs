//! What is printed, as values. Nothing here is ever read as a language of markup: a title that holds `#`, `$` or `\` prints
//! as it is.

use serde::Serialize;

/// A document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Document {
    /// Its title, shown by the reader's window.
    pub title: String,
    /// Language of the document: `fr`, `en`.
    pub language: String,
    /// Who publishes it.
    pub author: String,
    /// What stands at the foot of each page, if anything does.
    pub foot: Option<Foot>,
    /// How large and where things are drawn.
    pub look: Look,
    /// Colour of the line under titles: red, green, blue. Nothing is said by colour alone.
    pub accent: [u8; 3],
    /// Its parts; each begins a page.
    pub parts: Vec<Part>,
}

/// The foot of a page: "Text … Page 3 sur 12".
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Foot {
    /// On the left.
    pub text: String,
    /// Before the number: "Page".
    pub page: String,
    /// Between the number and how many there are: "sur".
    pub of: String,
}

/// What the document is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Look {
    /// Read at a table.
    Report,
    /// Read on a wall: large, centred, each part on one page where it can be.
    Poster,
}

/// A part in one language.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Part {
    /// Its language.
    pub language: String,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// What follows one another down a page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Block {
    /// A heading, of level 1 (the title of the part) to 6; also a bookmark.
    Heading {
        /// Its level; none is skipped.
        level: u8,
        /// Its words.
        text: String,
    },
    /// What to read first.
    Lead(String),
    /// Words.
    Paragraph(String),
    /// Words in small letters: sources, reservations.
    Small(String),
    /// Words in large bold letters.
    Strong(String),
    /// A warning, framed.
    Notice(String),
    /// A list.
    List(Vec<String>),
    /// An address one may follow.
    Address {
        /// As it is printed.
        text: String,
        /// Where it leads.
        href: String,
    },
    /// A table.
    Table(Table),
    /// How answers are shared between levels.
    Stacks(Stacks),
    /// Values on a line from 0 to 100 %.
    Estimates(Estimates),
    /// A QR code.
    Code(Code),
}

/// A table; the first cell of each row names the row.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, a cell for each column; a missing cell is left blank.
    pub rows: Vec<Vec<String>>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// What it holds.
    pub head: String,
    /// Its width, relative to the others.
    pub width: f32,
    /// Figures, set to the right.
    pub figures: bool,
}

/// Bars cut into levels, the worst first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stacks {
    /// The figure in words, for those who do not see it.
    pub alt: String,
    /// Names of the levels.
    pub levels: Vec<String>,
    /// One bar each.
    pub rows: Vec<StackRow>,
}

/// A bar cut into levels.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StackRow {
    /// What it is about.
    pub label: String,
    /// Shares from 0 to 1, with what is written on each when there is room.
    pub shares: Vec<(f64, String)>,
}

/// Values with their interval, or bars where there is none.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Estimates {
    /// The figure in words, for those who do not see it.
    pub alt: String,
    /// What the open mark and the full mark are; empty when every row has the full one alone.
    pub series: Vec<String>,
    /// The ends of the line: "0 %", "100 %".
    pub ends: [String; 2],
    /// One line each.
    pub rows: Vec<EstimateRow>,
}

/// A line of values.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EstimateRow {
    /// What it is about.
    pub label: String,
    /// The open mark.
    pub before: Option<Estimate>,
    /// The full mark.
    pub value: Estimate,
}

/// A share from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Estimate {
    /// The share.
    pub share: f64,
    /// Its interval; a bar is drawn where there is none.
    pub interval: Option<(f64, f64)>,
}

/// A QR code: a square of modules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Code {
    /// What it leads to, in words.
    pub alt: String,
    /// Modules on a side, the quiet zone left out.
    pub side: usize,
    /// Row by row, the dark ones.
    pub dark: Vec<bool>,
}

impl Document {
    /// Bytes of text it holds.
    pub(crate) fn text_len(&self) -> usize {
        let blocks = self.parts.iter().flat_map(|part| &part.blocks);
        self.title.len() + blocks.map(Block::text_len).sum::<usize>()
    }
}

impl Block {
    fn text_len(&self) -> usize {
        let all = |texts: &[String]| texts.iter().map(String::len).sum::<usize>();
        match self {
            Self::Heading { text, .. } | Self::Address { text, .. } => text.len(),
            Self::Lead(text) | Self::Paragraph(text) | Self::Small(text) | Self::Strong(text) | Self::Notice(text) => {
                text.len()
            }
            Self::List(items) => all(items),
            Self::Table(table) => table.rows.iter().map(|row| all(row)).sum::<usize>() + table.caption.len(),
            Self::Stacks(stacks) => stacks.alt.len() + stacks.rows.iter().map(|row| row.label.len()).sum::<usize>(),
            Self::Estimates(all) => all.alt.len() + all.rows.iter().map(|row| row.label.len()).sum::<usize>(),
            Self::Code(code) => code.dark.len(),
        }
    }
}
