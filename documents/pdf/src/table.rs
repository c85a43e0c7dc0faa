//! Tables: cells that say what heads them, rows that are not cut, heads that come again on each page.

use crate::PdfError;
use crate::flow::{Flow, Kind, Op, Role};
use crate::look::{BOTTOM, MARGIN, MEASURE, RULE, SHADE, Style};
use crate::model::Table;

/// White around the words of a cell.
const PAD: f32 = 4.0;

/// A column as it is placed.
struct Slot {
    left: f32,
    width: f32,
    figures: bool,
}

/// The lines of each cell of a row.
type Cells = Vec<Vec<String>>;

impl Flow<'_> {
    pub(crate) fn table(&mut self, table: &Table) -> Result<(), PdfError> {
        let slots = slots(table);
        let (head, cell) = (self.theme.head, self.theme.cell);
        let heads: Vec<String> = table.columns.iter().map(|column| column.head.clone()).collect();
        let heads = self.cells(&heads, &slots, head);
        let first = table.rows.first().map(|row| self.cells(row, &slots, cell)).unwrap_or_default();
        self.need(2.5 * head.leading + tall(&heads, head) + tall(&first, cell))?;
        self.enter(Role::Table);
        self.caption(&table.caption)?;
        self.enter(Role::TableHead);
        self.enter(Role::Row);
        let ids: Vec<usize> = slots.iter().map(|_| self.branch(Role::ColumnHead)).collect();
        self.head(&heads, &slots, Some(&ids));
        self.leave();
        self.leave();
        self.enter(Role::TableBody);
        for row in &table.rows {
            self.row(row, &slots, &heads)?;
        }
        self.leave();
        self.leave();
        self.y += 1.5 * self.theme.gap;
        Ok(())
    }

    fn caption(&mut self, caption: &str) -> Result<(), PdfError> {
        let style = self.theme.head;
        self.enter(Role::Caption);
        for line in self.faces.lines(caption, &style, MEASURE) {
            self.need(style.leading)?;
            let op = self.text(&line, style, MARGIN, self.y);
            self.draw(Kind::Words, vec![op]);
            self.y += style.leading;
        }
        self.leave();
        self.y += 3.0;
        Ok(())
    }

    fn cells(&self, texts: &[String], slots: &[Slot], style: Style) -> Cells {
        let text = |at: usize| texts.get(at).map_or("", String::as_str);
        let cell = |(at, slot): (usize, &Slot)| self.faces.lines(text(at), &style, slot.width - 2.0 * PAD);
        slots.iter().enumerate().map(cell).collect()
    }

    /// The heads: cells of the table the first time, decoration when they come again.
    fn head(&mut self, heads: &Cells, slots: &[Slot], branches: Option<&[usize]>) {
        let style = self.theme.head;
        let height = tall(heads, style);
        let shade = Op::Fill { areas: vec![[MARGIN, self.y, MEASURE, height]], colour: SHADE };
        self.draw(Kind::Decor, vec![shade]);
        self.lines(heads, slots, style, branches);
        self.y += height;
    }

    /// The lines of cells, side by side.
    fn lines(&mut self, cells: &Cells, slots: &[Slot], style: Style, branches: Option<&[usize]>) {
        for (at, (lines, slot)) in cells.iter().zip(slots).enumerate() {
            for (line, text) in lines.iter().enumerate() {
                let width = self.faces.width(text.trim_end(), &style);
                let right = slot.left + slot.width - PAD - width;
                let x = if slot.figures { right } else { slot.left + PAD };
                let op = self.text(text, style, x, self.y + PAD + line as f32 * style.leading);
                match branches.and_then(|branches| branches.get(at)) {
                    Some(branch) => self.draw_in(*branch, Kind::Words, vec![op]),
                    None => self.draw(Kind::Again, vec![op]),
                }
            }
        }
    }

    fn row(&mut self, texts: &[String], slots: &[Slot], heads: &Cells) -> Result<(), PdfError> {
        let (style, bold) = (self.theme.cell, self.theme.head);
        let mut cells = self.cells(texts, slots, style);
        let again = tall(heads, bold);
        if self.y + tall(&cells, style) > BOTTOM {
            self.turn()?;
            self.head(heads, slots, None);
        }
        self.need(0.0)?;
        self.enter(Role::Row);
        let role = |at: usize| if at == 0 { Role::RowHead } else { Role::Cell };
        let ids: Vec<usize> = (0..slots.len()).map(|at| self.branch(role(at))).collect();
        // A row taller than a page goes on over the next ones.
        while tall(&cells, style) > Self::height() - again {
            let rest = cells.iter_mut().map(|lines| lines.split_off(lines.len().min(room(self.y, style)))).collect();
            self.lines(&cells, slots, style, Some(&ids));
            cells = rest;
            self.turn()?;
            self.head(heads, slots, None);
        }
        self.lines(&cells, slots, style, Some(&ids));
        self.y += tall(&cells, style);
        self.draw(Kind::Decor, vec![Op::Fill { areas: vec![[MARGIN, self.y, MEASURE, 0.5]], colour: RULE }]);
        self.leave();
        Ok(())
    }
}

/// Lines that hold under `y`, one at least.
fn room(y: f32, style: Style) -> usize {
    let mut lines = 1;
    while y + 2.0 * PAD + (lines + 1) as f32 * style.leading <= BOTTOM {
        lines += 1;
    }
    lines
}

fn tall(cells: &Cells, style: Style) -> f32 {
    let lines = cells.iter().map(Vec::len).max().unwrap_or(0);
    lines as f32 * style.leading + 2.0 * PAD
}

fn slots(table: &Table) -> Vec<Slot> {
    let whole: f32 = table.columns.iter().map(|column| column.width.max(0.1)).sum();
    let mut left = MARGIN;
    let slot = |column: &crate::Column| {
        let width = MEASURE * column.width.max(0.1) / whole;
        let slot = Slot { left, width, figures: column.figures };
        left += width;
        slot
    };
    table.columns.iter().map(slot).collect()
}
