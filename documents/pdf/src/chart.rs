//! Figures: bars cut into levels, and values with their interval. Each is one figure for those who do not see it; the
//! table beside it holds the same values.

use crate::PdfError;
use crate::flow::{Area, Flow, Kind, Op, Role};
use crate::look::{BOTTOM, Colour, INK, MARGIN, MEASURE, MUTED, RULE, Style, WHITE};
use crate::model::{Estimate, EstimateRow, Estimates, StackRow, Stacks};

/// Width kept for labels.
const LABELS: f32 = 0.32 * MEASURE;
/// Where marks begin, and how wide they may be.
const LEFT: f32 = MARGIN + LABELS + 8.0;
const SPAN: f32 = MEASURE - LABELS - 20.0;
const BAR: f32 = 13.0;
/// A part narrower than this does not carry its number.
const NARROW: f64 = 0.075;
/// From the worst to the best: told apart without red and green, and by their place.
const TONES: [(Colour, Colour); 5] = [
    ([166, 74, 9], WHITE),
    ([241, 176, 98], INK),
    ([221, 221, 221], INK),
    ([137, 183, 219], INK),
    ([24, 84, 140], WHITE),
];
const MARKED: Colour = [24, 84, 140];

impl Flow<'_> {
    pub(crate) fn stacks(&mut self, stacks: &Stacks) -> Result<(), PdfError> {
        let levels = stacks.levels.len();
        let legend: Vec<(Colour, &str)> =
            stacks.levels.iter().enumerate().map(|(at, level)| (tone(at, levels).0, level.as_str())).collect();
        self.figure(&stacks.alt, &legend, stacks.rows.len(), |flow, at| {
            let row = &stacks.rows[at];
            flow.figure_row(&row.label, |flow, middle| flow.stack(row, middle))
        })
    }

    fn stack(&self, row: &StackRow, middle: f32) -> Vec<Op> {
        let (mut ops, mut left) = (Vec::new(), LEFT);
        for (at, (share, words)) in row.shares.iter().enumerate() {
            let (fill, ink) = tone(at, row.shares.len());
            let width = across(*share) - LEFT;
            let area = [left, middle - BAR / 2.0, (width - 0.8).max(0.0), BAR];
            ops.push(Op::Fill { areas: vec![area], colour: fill });
            if *share >= NARROW {
                let style = Style { size: 7.6, leading: BAR, ..self.theme.cell.coloured(ink) };
                let words = self.faces.settable(words);
                let x = left + (width - self.faces.width(&words, &style)) / 2.0;
                ops.push(self.text(&words, style, x, middle - BAR / 2.0));
            }
            left += width;
        }
        ops
    }

    pub(crate) fn estimates(&mut self, estimates: &Estimates) -> Result<(), PdfError> {
        let series: Vec<(Colour, &str)> =
            estimates.series.iter().zip([MUTED, MARKED]).map(|(name, colour)| (colour, name.as_str())).collect();
        let last = estimates.rows.len().saturating_sub(1);
        self.figure(&estimates.alt, &series, estimates.rows.len(), |flow, at| {
            let row = &estimates.rows[at];
            flow.figure_row(&row.label, |flow, middle| {
                let mut ops = grid(middle);
                ops.extend(marks(row, middle));
                if at == last {
                    ops.extend(flow.ends(&estimates.ends, middle + 9.0));
                }
                ops
            })
        })
    }

    fn ends(&self, ends: &[String; 2], top: f32) -> Vec<Op> {
        let style = self.theme.small;
        let end = |(text, share): (&String, f64)| {
            let text = self.faces.settable(text);
            let x = across(share) - self.faces.width(&text, &style) / 2.0;
            self.text(&text, style, x, top)
        };
        ends.iter().zip([0.0, 1.0]).map(end).collect()
    }

    /// A figure: its legend, then a row after the other.
    fn figure(
        &mut self,
        alt: &str,
        legend: &[(Colour, &str)],
        rows: usize,
        row: impl Fn(&mut Self, usize) -> Result<(), PdfError>,
    ) -> Result<(), PdfError> {
        let wanted = tall(rows);
        self.need(if wanted < Self::height() { wanted } else { 80.0 })?;
        let alt = self.faces.settable(alt);
        let figure = self.enter(Role::Figure { alt, area: None });
        let (page, top) = (self.page(), self.y);
        self.legend(legend)?;
        (0..rows).try_for_each(|at| row(self, at))?;
        self.y += self.theme.small.leading;
        if self.page() == page {
            self.place(figure, [MARGIN, top, MEASURE, self.y - top]);
        }
        self.leave();
        self.y += self.theme.gap;
        Ok(())
    }

    fn legend(&mut self, legend: &[(Colour, &str)]) -> Result<(), PdfError> {
        let style = self.theme.cell;
        let mut x = MARGIN;
        for (at, (colour, name)) in legend.iter().enumerate() {
            let name = self.faces.settable(name) + " ";
            let width = 12.0 + self.faces.width(&name, &style) + 12.0;
            if x > MARGIN && x + width > MARGIN + MEASURE {
                x = MARGIN;
                self.y += style.leading + 2.0;
                self.need(style.leading)?;
            }
            let centre = (x + 4.0, self.y + style.leading / 2.0);
            let key = match (legend.len(), at) {
                (2, 0) => Op::Ring { centre, radius: 3.2, colour: *colour },
                (2, _) => Op::Dot { centre, radius: 3.6, colour: *colour },
                _ => Op::Fill { areas: vec![[x, centre.1 - 4.0, 8.0, 8.0]], colour: *colour },
            };
            let words = self.text(&name, style, x + 12.0, self.y);
            self.draw(Kind::Drawing, vec![key, words]);
            x += width;
        }
        self.y += if legend.is_empty() { 0.0 } else { style.leading + 6.0 };
        Ok(())
    }

    /// A row: its label, and what is drawn around the middle of it.
    fn figure_row(&mut self, label: &str, draw: impl Fn(&Self, f32) -> Vec<Op>) -> Result<(), PdfError> {
        let style = self.theme.cell;
        let lines = self.faces.lines(label, &style, LABELS);
        let words = lines.len() as f32 * style.leading;
        let height = words.max(BAR) + 6.0;
        if self.y + height > BOTTOM {
            self.turn()?;
        }
        self.need(0.0)?;
        let top = self.y + (height - words) / 2.0;
        let mut ops: Vec<Op> = lines
            .iter()
            .enumerate()
            .map(|(at, line)| {
                self.text(&(line.trim_end().to_owned() + " "), style, MARGIN, top + at as f32 * style.leading)
            })
            .collect();
        ops.extend(draw(self, self.y + height / 2.0));
        self.draw(Kind::Drawing, ops);
        self.y += height;
        Ok(())
    }
}

/// About the height of a figure of so many rows.
pub(crate) const fn tall(rows: usize) -> f32 {
    20.0 * rows as f32 + 40.0
}

/// The tone of a level and of what is written on it, whatever the number of levels.
fn tone(at: usize, levels: usize) -> (Colour, Colour) {
    let place = (at * (TONES.len() - 1) * 2 + levels.saturating_sub(1)) / (2 * levels.saturating_sub(1).max(1));
    TONES[place.min(TONES.len() - 1)]
}

#[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1 keeps more digits than a page shows")]
fn across(share: f64) -> f32 {
    LEFT + SPAN * share.clamp(0.0, 1.0) as f32
}

fn grid(middle: f32) -> Vec<Op> {
    let line = |share: f64| -> Area { [across(share) - 0.25, middle - 10.5, 0.5, 21.0] };
    vec![Op::Fill { areas: [0.0, 0.25, 0.5, 0.75, 1.0].map(line).to_vec(), colour: RULE }]
}

fn marks(row: &EstimateRow, middle: f32) -> Vec<Op> {
    let mut ops = Vec::new();
    let Some((low, high)) = row.value.interval else {
        let bar = [LEFT, middle - BAR / 2.0, across(row.value.share) - LEFT, BAR];
        return vec![Op::Fill { areas: vec![bar], colour: MARKED }];
    };
    let before = row.before.as_ref();
    let shift = if before.is_some_and(|before| before.interval.is_some()) { 3.4 } else { 0.0 };
    if let Some(before) = before {
        ops.extend(before.interval.map(|ends| whisker(ends, middle - shift, MUTED)));
        ops.push(Op::Ring { centre: (across(before.share), middle - shift), radius: 3.0, colour: MUTED });
    }
    ops.push(whisker((low, high), middle + shift, MARKED));
    ops.push(dot(row.value, middle + shift));
    ops
}

fn dot(value: Estimate, middle: f32) -> Op {
    Op::Dot { centre: (across(value.share), middle), radius: 3.4, colour: MARKED }
}

fn whisker((low, high): (f64, f64), middle: f32, colour: Colour) -> Op {
    let (left, right) = (across(low), across(high));
    let end = |x: f32| -> Area { [x - 0.5, middle - 3.0, 1.0, 6.0] };
    Op::Fill { areas: vec![[left, middle - 0.6, right - left, 1.2], end(left), end(right)], colour }
}
