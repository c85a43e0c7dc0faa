//! From marks to the bytes of a tagged PDF that declares PDF/UA-1 (ISO 14289-1), refused when it would not keep it.

use std::num::NonZeroU16;

use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Configuration, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::{Page, PageSettings};
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, BBox, ContentTag, Identifier, ListNumbering, Node, SpanTag, TableHeaderScope, Tag,
    TagGroup, TagKind, TagTree,
};
use krilla::{Document as Pdf, SerializeSettings};

use crate::PdfError;
use crate::flow::{Area, Child, Kind, Laid, Mark, Mile, Op, Role};
use crate::fonts::Faces;
use crate::look::{Colour, HEIGHT, WIDTH};
use crate::model::Document;

/// A quarter of a circle as a curve.
const QUARTER: f32 = 0.552_284_8;

/// Writes a document that was laid out.
pub(crate) fn write(document: &Document, laid: &Laid, faces: &Faces) -> Result<Vec<u8>, PdfError> {
    let settings =
        SerializeSettings { configuration: accessible()?, enable_tagging: true, ..SerializeSettings::default() };
    let mut pdf = Pdf::new_with(settings);
    let mut leaves: Vec<Vec<Identifier>> = laid.marks.iter().map(|_| Vec::new()).collect();
    let mut pages: Vec<Vec<(usize, &Mark)>> = (0..laid.pages()).map(|_| Vec::new()).collect();
    laid.marks.iter().enumerate().for_each(|(at, mark)| pages[mark.page].push((at, mark)));
    for marks in &pages {
        let size = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| unwritten("page"))?;
        paint(&mut pdf.start_page_with(size), marks, faces, &mut leaves);
    }
    let mut tree = TagTree::new().with_lang(Some(document.language.clone()));
    for root in &laid.roots {
        tree.push(branch(laid, &leaves, *root));
    }
    pdf.set_tag_tree(tree);
    pdf.set_outline(outline(&laid.miles));
    pdf.set_metadata(metadata(document, faces));
    pdf.finish().map_err(|error| unwritten(&format!("{error:?}")))
}

fn unwritten(what: &str) -> PdfError {
    PdfError::Unwritten(what.to_owned())
}

fn accessible() -> Result<Configuration, PdfError> {
    let builder = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    builder.finish().map_err(|_| unwritten("configuration"))
}

fn metadata(document: &Document, faces: &Faces) -> Metadata {
    Metadata::new()
        .title(faces.settable(&document.title))
        .language(document.language.clone())
        .authors(vec![faces.settable(&document.author)])
        .creator("Arpent".to_owned())
}

fn paint(page: &mut Page<'_>, marks: &[(usize, &Mark)], faces: &Faces, leaves: &mut [Vec<Identifier>]) {
    let mut surface = page.surface();
    for (at, mark) in marks {
        let leaf = surface.start_tagged(tag(mark));
        mark.ops.iter().for_each(|op| one(&mut surface, op, faces));
        surface.end_tagged();
        if matches!(mark.kind, Kind::Words | Kind::Drawing) {
            leaves[*at].push(leaf);
        }
    }
    surface.finish();
    for (at, mark) in marks {
        if let Some((href, words, area)) = &mark.link
            && let Some(rect) = rectangle(*area)
        {
            let target = Target::Action(Action::Link(LinkAction::new(href.clone())));
            let link = Annotation::new_link(LinkAnnotation::new(rect, target), Some(words.clone()));
            leaves[*at].push(page.add_tagged_annotation(link));
        }
    }
}

fn tag(mark: &Mark) -> ContentTag<'static> {
    match mark.kind {
        Kind::Words => ContentTag::Span(SpanTag::empty()),
        Kind::Drawing => ContentTag::Other,
        Kind::Decor => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
        Kind::Again => ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)),
        Kind::Foot => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)),
    }
}

fn one(surface: &mut Surface<'_>, op: &Op, faces: &Faces) {
    match op {
        Op::Text { at, text, style } => {
            surface.set_stroke(None);
            surface.set_fill(Some(fill(style.colour)));
            let face = faces.of(style);
            let start = Point::from_xy(at.0, at.1);
            surface.draw_glyphs(start, &face.glyphs(text), face.font.clone(), text, style.size, false);
        }
        Op::Fill { areas, colour } => shape(surface, rectangles(areas), Some(*colour), None),
        Op::Dot { centre, radius, colour } => shape(surface, circle(*centre, *radius), Some(*colour), None),
        Op::Ring { centre, radius, colour } => {
            shape(surface, circle(*centre, *radius), Some(crate::look::WHITE), Some(*colour));
        }
    }
}

fn shape(surface: &mut Surface<'_>, path: Option<Path>, inside: Option<Colour>, edge: Option<Colour>) {
    let Some(path) = path else { return };
    surface.set_fill(inside.map(fill));
    surface.set_stroke(edge.map(|colour| Stroke { paint: colour_of(colour).into(), width: 1.3, ..Stroke::default() }));
    surface.draw_path(&path);
}

fn colour_of([red, green, blue]: Colour) -> rgb::Color {
    rgb::Color::new(red, green, blue)
}

fn fill(colour: Colour) -> Fill {
    Fill { paint: colour_of(colour).into(), ..Fill::default() }
}

fn rectangle([left, top, width, height]: Area) -> Option<Rect> {
    Rect::from_xywh(left, top, width.max(0.01), height.max(0.01))
}

fn rectangles(areas: &[Area]) -> Option<Path> {
    let mut path = PathBuilder::new();
    areas.iter().filter_map(|area| rectangle(*area)).for_each(|rect| path.push_rect(rect));
    path.finish()
}

fn circle((x, y): (f32, f32), radius: f32) -> Option<Path> {
    let pull = radius * QUARTER;
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    path.cubic_to(x + radius, y + pull, x + pull, y + radius, x, y + radius);
    path.cubic_to(x - pull, y + radius, x - radius, y + pull, x - radius, y);
    path.cubic_to(x - radius, y - pull, x - pull, y - radius, x, y - radius);
    path.cubic_to(x + pull, y - radius, x + radius, y - pull, x + radius, y);
    path.close();
    path.finish()
}

fn branch(laid: &Laid, leaves: &[Vec<Identifier>], id: usize) -> TagGroup {
    let found = &laid.branches[id];
    let mut group = TagGroup::new(kind(&found.role));
    for child in &found.children {
        match child {
            Child::Branch(id) => group.push(branch(laid, leaves, *id)),
            Child::Leaf(at) => leaves[*at].iter().for_each(|leaf| group.push(Node::Leaf(*leaf))),
        }
    }
    group
}

fn kind(role: &Role) -> TagKind {
    match role {
        Role::Part(language) => Tag::Part.with_lang(Some(language.clone())).into(),
        Role::Heading(level, text) => {
            let level = NonZeroU16::new(u16::from(*level)).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(text.clone())).into()
        }
        Role::Paragraph => Tag::P.into(),
        Role::List => Tag::L(ListNumbering::Disc).into(),
        Role::Item => Tag::LI.into(),
        Role::Bullet => Tag::Lbl.into(),
        Role::ItemBody => Tag::LBody.into(),
        Role::Table => Tag::Table.into(),
        Role::Caption => Tag::Caption.into(),
        Role::TableHead => Tag::THead.into(),
        Role::TableBody => Tag::TBody.into(),
        Role::Row => Tag::TR.into(),
        Role::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
        Role::RowHead => Tag::TH(TableHeaderScope::Row).into(),
        Role::Cell => Tag::TD.into(),
        Role::Figure { alt, area } => {
            let place = area.and_then(|(page, area)| Some(BBox::new(page, rectangle(area)?)));
            Tag::Figure(Some(alt.clone())).with_bbox(place).into()
        }
        Role::Link => Tag::Link.into(),
    }
}

fn outline(miles: &[Mile]) -> Outline {
    let mut outline = Outline::new();
    for node in bookmarks(miles) {
        outline.push_child(node);
    }
    outline
}

/// Each heading holds those of a deeper level that follow it.
fn bookmarks(miles: &[Mile]) -> Vec<OutlineNode> {
    let Some(top) = miles.iter().map(|mile| mile.level).min() else { return Vec::new() };
    let starts: Vec<usize> = (0..miles.len()).filter(|at| miles[*at].level == top).collect();
    let mut nodes = Vec::new();
    for (at, start) in starts.iter().enumerate() {
        let end = starts.get(at + 1).copied().unwrap_or(miles.len());
        let mile = &miles[*start];
        let place = XyzDestination::new(mile.page, Point::from_xy(0.0, (mile.top - 8.0).max(0.0)));
        let mut node = OutlineNode::new(mile.text.clone(), place).with_open(true);
        for child in bookmarks(&miles[start + 1..end]) {
            node.push_child(child);
        }
        nodes.push(node);
    }
    nodes
}
