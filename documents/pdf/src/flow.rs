//! Where everything goes: blocks become marks on pages, and a tree that says what each mark is.

use crate::chart;
use crate::fonts::Faces;
use crate::look::{BOTTOM, Colour, FOOT, HEIGHT, INK, MARGIN, MEASURE, MUTED, SHADE, Style, Theme, WIDTH};
use crate::model::{Block, Code, Document, Part};
use crate::{Limits, PdfError};

/// A rectangle: left, top, width, height.
pub(crate) type Area = [f32; 4];

/// Something drawn.
pub(crate) enum Op {
    /// Words on a baseline.
    Text { at: (f32, f32), text: String, style: Style },
    /// Rectangles filled together.
    Fill { areas: Vec<Area>, colour: Colour },
    /// A full dot.
    Dot { centre: (f32, f32), radius: f32, colour: Colour },
    /// An open one.
    Ring { centre: (f32, f32), radius: f32, colour: Colour },
}

/// What a mark is for those who do not see it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Words.
    Words,
    /// Part of a figure.
    Drawing,
    /// Nothing: lines and shades.
    Decor,
    /// Words said once already: heads that come again on the next page.
    Again,
    /// The foot of a page.
    Foot,
}

/// What is drawn together, as one leaf of the tree.
pub(crate) struct Mark {
    pub(crate) page: usize,
    pub(crate) kind: Kind,
    pub(crate) ops: Vec<Op>,
    /// Where it leads, what it says, and the area one may press.
    pub(crate) link: Option<(String, String, Area)>,
}

/// What a branch of the tree is.
pub(crate) enum Role {
    Part(String),
    Heading(u8, String),
    Paragraph,
    List,
    Item,
    Bullet,
    ItemBody,
    Table,
    Caption,
    TableHead,
    TableBody,
    Row,
    ColumnHead,
    RowHead,
    Cell,
    Figure { alt: String, area: Option<(usize, Area)> },
    Link,
}

/// A child of a branch.
#[derive(Clone, Copy)]
pub(crate) enum Child {
    Branch(usize),
    Leaf(usize),
}

/// A branch.
pub(crate) struct Branch {
    pub(crate) role: Role,
    pub(crate) children: Vec<Child>,
}

/// A heading, for bookmarks.
pub(crate) struct Mile {
    pub(crate) level: u8,
    pub(crate) text: String,
    pub(crate) page: usize,
    pub(crate) top: f32,
}

/// A document laid out.
pub(crate) struct Laid {
    pub(crate) marks: Vec<Mark>,
    pub(crate) branches: Vec<Branch>,
    /// Branches that stand at the root.
    pub(crate) roots: Vec<usize>,
    pub(crate) miles: Vec<Mile>,
    pages: usize,
}

impl Laid {
    pub(crate) const fn pages(&self) -> usize {
        self.pages
    }
}

/// A document being laid out.
pub(crate) struct Flow<'a> {
    pub(crate) faces: &'a Faces,
    pub(crate) theme: Theme,
    laid: Laid,
    /// Branches that are open, the deepest last.
    open: Vec<usize>,
    /// Top of what comes next on the page.
    pub(crate) y: f32,
    limits: Limits,
    stop: &'a dyn Fn() -> bool,
}

impl<'a> Flow<'a> {
    /// Lays a document out.
    pub(crate) fn lay(
        document: &Document,
        faces: &'a Faces,
        theme: Theme,
        limits: Limits,
        stop: &'a dyn Fn() -> bool,
    ) -> Result<Laid, PdfError> {
        let laid = Laid { marks: vec![], branches: vec![], roots: vec![], miles: vec![], pages: 0 };
        let mut flow = Self { faces, theme, laid, open: vec![], y: MARGIN, limits, stop };
        for part in &document.parts {
            flow.part(part, document.accent)?;
        }
        flow.feet(document);
        Ok(flow.laid)
    }

    fn part(&mut self, part: &Part, accent: Colour) -> Result<(), PdfError> {
        self.turn()?;
        self.enter(Role::Part(part.language.clone()));
        if self.theme.centred {
            self.y += 4.0 * self.theme.gap;
        }
        for (at, block) in part.blocks.iter().enumerate() {
            if matches!(block, Block::Heading { .. }) {
                self.need(self.together(&part.blocks[at..]))?;
            }
            self.block(block, accent)?;
        }
        self.leave();
        Ok(())
    }

    fn block(&mut self, block: &Block, accent: Colour) -> Result<(), PdfError> {
        match block {
            Block::Heading { level, text } => self.heading(*level, text, accent),
            Block::Lead(text) => self.paragraph(text, self.theme.lead),
            Block::Paragraph(text) => self.paragraph(text, self.theme.body),
            Block::Small(text) => self.paragraph(text, self.theme.small),
            Block::Strong(text) => self.paragraph(text, self.theme.strong),
            Block::Notice(text) => self.notice(text),
            Block::List(items) => self.list(items),
            Block::Address { text, href } => self.address(text, href),
            Block::Table(table) => self.table(table),
            Block::Stacks(stacks) => self.stacks(stacks),
            Block::Estimates(estimates) => self.estimates(estimates),
            Block::Code(code) => self.code(code),
        }
    }

    /// What must hold on the page of a heading: the words that follow it, down to the first figure or the first rows.
    fn together(&self, blocks: &[Block]) -> f32 {
        let (theme, mut height) = (&self.theme, 0.0);
        for block in blocks {
            height += match block {
                Block::Heading { level, .. } => theme.heading(*level).leading + 22.0,
                Block::Lead(text) | Block::Paragraph(text) | Block::Small(text) => {
                    theme.lead.leading * self.faces.lines(text, &theme.body, MEASURE).len().min(4) as f32 + theme.gap
                }
                Block::Stacks(stacks) => return self.whole(height, chart::tall(stacks.rows.len())),
                Block::Estimates(estimates) => return self.whole(height, chart::tall(estimates.rows.len())),
                _ => return self.whole(height, 6.0 * theme.body.leading),
            };
        }
        height
    }

    /// Both, unless no page is tall enough: then a few lines.
    fn whole(&self, height: f32, more: f32) -> f32 {
        let both = height + more;
        if both < Self::height() { both } else { 5.0 * self.theme.body.leading }
    }

    /// Begins a page.
    pub(crate) fn turn(&mut self) -> Result<(), PdfError> {
        if self.laid.pages == self.limits.pages {
            return Err(PdfError::TooLong);
        }
        self.laid.pages += 1;
        self.y = MARGIN;
        Ok(())
    }

    /// Begins a page when so much does not hold on this one.
    pub(crate) fn need(&mut self, height: f32) -> Result<(), PdfError> {
        if (self.stop)() {
            return Err(PdfError::Stopped);
        }
        if self.y + height > BOTTOM && self.y > MARGIN { self.turn() } else { Ok(()) }
    }

    pub(crate) const fn page(&self) -> usize {
        self.laid.pages - 1
    }

    /// A branch under the one that is open.
    pub(crate) fn branch(&mut self, role: Role) -> usize {
        let id = self.laid.branches.len();
        self.laid.branches.push(Branch { role, children: vec![] });
        match self.open.last() {
            Some(parent) => self.laid.branches[*parent].children.push(Child::Branch(id)),
            None => self.laid.roots.push(id),
        }
        id
    }

    pub(crate) fn enter(&mut self, role: Role) -> usize {
        let id = self.branch(role);
        self.open.push(id);
        id
    }

    pub(crate) fn leave(&mut self) {
        self.open.pop();
    }

    /// Where a figure is, once it is known to be on one page.
    pub(crate) fn place(&mut self, figure: usize, area: Area) {
        let page = self.page();
        if let Role::Figure { area: place, .. } = &mut self.laid.branches[figure].role {
            *place = Some((page, area));
        }
    }

    /// Draws under the branch that is open.
    pub(crate) fn draw(&mut self, kind: Kind, ops: Vec<Op>) {
        match self.open.last() {
            Some(branch) => self.draw_in(*branch, kind, ops),
            None => drop(self.push(kind, ops)),
        }
    }

    /// Draws under a branch.
    pub(crate) fn draw_in(&mut self, branch: usize, kind: Kind, ops: Vec<Op>) {
        let leaf = self.push(kind, ops);
        if matches!(kind, Kind::Words | Kind::Drawing) {
            self.laid.branches[branch].children.push(Child::Leaf(leaf));
        }
    }

    fn push(&mut self, kind: Kind, ops: Vec<Op>) -> usize {
        self.laid.marks.push(Mark { page: self.page(), kind, ops, link: None });
        self.laid.marks.len() - 1
    }

    /// A line of text whose top is at `y`.
    pub(crate) fn text(&self, text: &str, style: Style, x: f32, y: f32) -> Op {
        let _ = self;
        // The baseline stands where a capital letter is centred in its line.
        let at = (x, y + style.leading.midpoint(0.71 * style.size));
        Op::Text { at, text: text.to_owned(), style }
    }

    /// Lines one under the other, page after page.
    fn write(&mut self, lines: &[String], style: Style, (left, width): (f32, f32)) -> Result<(), PdfError> {
        for line in lines {
            self.need(style.leading)?;
            let room = width - self.faces.width(line.trim_end(), &style);
            let x = if self.theme.centred { left + room.max(0.0) / 2.0 } else { left };
            let op = self.text(line, style, x, self.y);
            self.draw(Kind::Words, vec![op]);
            self.y += style.leading;
        }
        Ok(())
    }

    fn heading(&mut self, level: u8, text: &str, accent: Colour) -> Result<(), PdfError> {
        if text.trim().is_empty() {
            return Ok(());
        }
        let style = self.theme.heading(level);
        let lines = self.faces.lines(text, &style, MEASURE);
        if self.y > MARGIN && !self.theme.centred {
            self.y += if level <= 2 { 14.0 } else { 8.0 };
        }
        self.need(style.leading * (lines.len() as f32))?;
        let (page, top) = (self.page(), self.y);
        let text = self.faces.settable(text);
        self.laid.miles.push(Mile { level, text: text.clone(), page, top });
        self.enter(Role::Heading(level, text));
        self.write(&lines, style, (MARGIN, MEASURE))?;
        self.leave();
        if level == 1 {
            let (x, width) = if self.theme.centred { (WIDTH / 2.0 - 60.0, 120.0) } else { (MARGIN, 60.0) };
            self.draw(Kind::Decor, vec![Op::Fill { areas: vec![[x, self.y + 6.0, width, 3.0]], colour: accent }]);
            self.y += 12.0;
        }
        self.y += self.theme.gap * 0.7;
        Ok(())
    }

    fn paragraph(&mut self, text: &str, style: Style) -> Result<(), PdfError> {
        let lines = self.faces.lines(text, &style, MEASURE);
        // No first line left alone.
        self.need(style.leading * lines.len().min(2) as f32)?;
        self.enter(Role::Paragraph);
        self.write(&lines, style, (MARGIN, MEASURE))?;
        self.leave();
        self.y += self.theme.gap;
        Ok(())
    }

    fn notice(&mut self, text: &str) -> Result<(), PdfError> {
        let (style, inset) = (self.theme.strong, 10.0);
        let lines = self.faces.lines(text, &style, MEASURE - 2.0 * inset);
        let height = style.leading * lines.len() as f32 + 2.0 * inset;
        self.need(height)?;
        let frame = vec![[MARGIN, self.y, MEASURE, height]];
        let edge = vec![[MARGIN, self.y, 3.0, height]];
        let shade = Op::Fill { areas: frame, colour: SHADE };
        self.draw(Kind::Decor, vec![shade, Op::Fill { areas: edge, colour: INK }]);
        self.y += inset;
        self.enter(Role::Paragraph);
        self.write(&lines, style, (MARGIN + inset, MEASURE - 2.0 * inset))?;
        self.leave();
        self.y += inset + self.theme.gap;
        Ok(())
    }

    fn list(&mut self, items: &[String]) -> Result<(), PdfError> {
        let (style, indent) = (self.theme.body, 14.0);
        self.enter(Role::List);
        for item in items {
            let lines = self.faces.lines(item, &style, MEASURE - indent);
            self.need(style.leading * lines.len().min(2) as f32)?;
            self.enter(Role::Item);
            self.enter(Role::Bullet);
            let bullet = self.text("• ", style, MARGIN, self.y);
            self.draw(Kind::Words, vec![bullet]);
            self.leave();
            self.enter(Role::ItemBody);
            self.write(&lines, style, (MARGIN + indent, MEASURE - indent))?;
            self.leave();
            self.leave();
            self.y += 2.0;
        }
        self.leave();
        self.y += self.theme.gap - 2.0;
        Ok(())
    }

    fn address(&mut self, text: &str, href: &str) -> Result<(), PdfError> {
        let style = self.theme.strong;
        let lines = self.faces.lines(text, &style, MEASURE);
        self.need(style.leading * lines.len() as f32)?;
        self.enter(Role::Paragraph);
        for line in &lines {
            let (width, first) = (self.faces.width(line.trim_end(), &style), self.laid.marks.len());
            let x = if self.theme.centred { WIDTH / 2.0 - width / 2.0 } else { MARGIN };
            let area = [x, self.y, width, style.leading];
            self.enter(Role::Link);
            self.write(std::slice::from_ref(line), style, (MARGIN, MEASURE))?;
            self.leave();
            if let Some(mark) = self.laid.marks.get_mut(first) {
                mark.link = Some((href.to_owned(), text.to_owned(), area));
            }
        }
        self.leave();
        self.y += self.theme.gap;
        Ok(())
    }

    fn code(&mut self, code: &Code) -> Result<(), PdfError> {
        let side = self.theme.code;
        let (step, quiet) = (side / (code.side + 8) as f32, 4.0);
        self.need(side)?;
        let left = if self.theme.centred { WIDTH.midpoint(-side) } else { MARGIN };
        let dark = code.dark.iter().enumerate().filter(|(_, dark)| **dark);
        let module = |(at, _): (usize, &bool)| {
            let (row, column) = (at / code.side.max(1), at % code.side.max(1));
            // Modules overlap by a hair so that no white line shows between them.
            let (x, y) = (left + (column as f32 + quiet) * step, self.y + (row as f32 + quiet) * step);
            [x, y, step + 0.05, step + 0.05]
        };
        let areas: Vec<Area> = dark.map(module).collect();
        let figure = self.enter(Role::Figure { alt: code.alt.clone(), area: None });
        self.place(figure, [left, self.y, side, side]);
        self.draw(Kind::Drawing, vec![Op::Fill { areas, colour: [0, 0, 0] }]);
        self.leave();
        self.y += side + self.theme.gap;
        Ok(())
    }

    /// The foot of each page, once it is known how many there are.
    fn feet(&mut self, document: &Document) {
        let Some(foot) = &document.foot else { return };
        let style = Style { colour: MUTED, bold: false, ..self.theme.head };
        let left = self.faces.settable(&foot.text);
        for page in 0..self.laid.pages {
            let number = format!("{} {} {} {}", foot.page, page + 1, foot.of, self.laid.pages);
            let number = self.faces.settable(&number);
            let width = self.faces.width(&number, &style);
            let room = self.faces.lines(&left, &style, MEASURE - width - 20.0);
            let mut ops = vec![Op::Text { at: (MARGIN + MEASURE - width, FOOT), text: number, style }];
            ops.extend(room.first().map(|text| Op::Text { at: (MARGIN, FOOT), text: text.clone(), style }));
            self.laid.marks.push(Mark { page, kind: Kind::Foot, ops, link: None });
        }
    }

    /// Height of the text of a page.
    pub(crate) const fn height() -> f32 {
        BOTTOM - MARGIN
    }
}

const _: () = assert!(FOOT < HEIGHT && BOTTOM < FOOT);
