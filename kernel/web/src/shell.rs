//! What surrounds every page: the authority's name and colour, the menu, the reader, the language.

use crate::texts::Texts;
use arpent_texts::Lang;

/// One entry of the menu; at most six are shown (a reader holds six words at a glance).
#[derive(Debug, Clone)]
pub struct MenuEntry {
    /// Words of the link, in the reader's language.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// The page shown belongs under this entry.
    pub current: bool,
}

/// A step of the path from the home page to this one.
#[derive(Debug, Clone)]
pub struct Crumb {
    /// Words of the step.
    pub label: String,
    /// Address of the step.
    pub href: String,
}

/// The person signed in, as the header shows her.
#[derive(Debug, Clone)]
pub struct Reader {
    /// Display name.
    pub name: String,
    /// Her roles in words, "facilitatrice, agente".
    pub roles: String,
    /// Things waiting for her; 0 shows nothing.
    pub waiting: i64,
}

/// A message kept for one page after an action: it stays until the next page, it never vanishes by itself.
#[derive(Debug, Clone)]
pub struct Notice {
    /// The meaning, always with a word and a shape, never colour alone.
    pub kind: NoticeKind,
    /// The sentence.
    pub text: String,
}

/// The four meanings a colour can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// Something to know.
    Information,
    /// It is done.
    Success,
    /// Something to look at.
    Attention,
    /// It failed or is refused.
    Danger,
}

/// Everything `base.html` needs.
#[derive(Debug, Clone)]
pub struct Shell {
    /// Kernel texts in the reader's language.
    pub t: Texts,
    /// Reader's language.
    pub lang: Lang,
    /// `<title>` and `h1` words, unique per page.
    pub title: String,
    /// Name of the authority.
    pub site: String,
    /// Address of this page without the language parameter, to keep it when switching.
    pub path: String,
    /// Menu, at most six entries.
    pub menu: Vec<MenuEntry>,
    /// Path from home; empty on home.
    pub crumbs: Vec<Crumb>,
    /// The reader when signed in.
    pub reader: Option<Reader>,
    /// Message from the action that led here.
    pub notice: Option<Notice>,
    /// Address of the authority's derived palette stylesheet.
    pub palette_href: String,
    /// Address of the land band drawn for this authority (SVG file).
    pub land_href: String,
    /// The demonstration territory is running: a band says so and leads to the roles.
    pub demo: bool,
}

impl NoticeKind {
    /// Class of the component.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Information => "info",
            Self::Success => "success",
            Self::Attention => "attention",
            Self::Danger => "danger",
        }
    }

    /// Role for assistive technology: what went wrong is said at once.
    pub const fn role(self) -> &'static str {
        match self {
            Self::Information | Self::Success => "status",
            Self::Attention | Self::Danger => "alert",
        }
    }

    /// The word that goes with the colour.
    pub fn word(self, t: &Texts) -> &'static str {
        match self {
            Self::Information => t.more_information(),
            Self::Success => t.success(),
            Self::Attention => t.attention(),
            Self::Danger => t.refusal(),
        }
    }
}

impl Shell {
    /// Address of an asset, with its hash.
    pub fn asset(&self, name: &str) -> &'static str {
        arpent_assets::url(name)
    }
}

impl Crumb {
    /// A step of the path.
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into() }
    }
}

impl MenuEntry {
    /// An entry; whether it is current is found out from the address.
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into(), current: false }
    }
}
