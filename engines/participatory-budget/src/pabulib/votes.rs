//! Ballots, from the bytes of their lines: no more is looked at than the cells of projects and of points.

use memchr::memchr;

use super::bytes::{cell_end, eight, short, whole_number};
use super::cells::listed;
use super::fault::Section;
use super::ids::Places;
use super::rows::{Cells, Row, Rows};
use crate::amount::Decimal;
use crate::ballots::Gathering;
use crate::election::{Choice, MOST_BALLOTS, MOST_POINTS, VoteType};

/// Projects on a ballot that is read by its bytes; a longer one is read by its cells.
const LONGEST: usize = 64;

/// Ballots being read.
pub(super) struct Votes<'a> {
    rows: Rows<'a>,
    places: Places,
    vote_type: VoteType,
    /// The cell of projects and, where there are some, that of points.
    vote: usize,
    points: Option<usize>,
    pub(super) gathering: Gathering,
    /// Points are whole numbers of 10^-`decimals`.
    pub(super) decimals: u8,
    /// Of a point.
    scale: u32,
    pub(super) is_clean: bool,
    cells: Cells<'a>,
    /// The ballot being read.
    open: Vec<Choice>,
}

/// A line that its bytes alone do not tell.
struct Odd;

impl<'a> Votes<'a> {
    pub(super) fn new(
        rows: Rows<'a>,
        places: Places,
        vote_type: VoteType,
        vote: usize,
        points: Option<usize>,
    ) -> Option<Self> {
        let points = if vote_type.has_points() { Some(points?) } else { None };
        let gathering = Gathering::new(vote_type);
        let (decimals, scale, is_clean, cells, open) = (0, 1, true, Cells::new(), vec![Choice::default(); LONGEST]);
        Some(Self { rows, places, vote_type, vote, points, gathering, decimals, scale, is_clean, cells, open })
    }

    /// To the end of the file; `None` where something must be explained.
    pub(super) fn read(&mut self) -> Option<()> {
        // A line may open a section by its first cell, and points may stand before projects: neither is usual.
        let plain = self.vote > 0 && self.points.is_none_or(|points| points > self.vote);
        while self.rows.at < self.rows.text.len() {
            if self.gathering.people.len() as u64 >= MOST_BALLOTS {
                return None;
            }
            if let Ok(end) = if plain { self.line() } else { Err(Odd) } {
                self.rows.at = end + 1;
            } else {
                self.row()?;
            }
        }
        Some(())
    }

    /// A ballot by its bytes; where its line ends.
    fn line(&mut self) -> Result<usize, Odd> {
        let bytes = self.rows.text.as_bytes();
        let mut at = next_cells(bytes, self.rows.at, self.vote)?;
        let length;
        (length, at) = self.projects(bytes, at)?;
        if let Some(points) = self.points {
            // An identifier goes on after what separates: `12-3` is not `12`.
            if bytes.get(at) != Some(&b';') {
                return Err(Odd);
            }
            at = next_cells(bytes, at, points - self.vote)?;
            at = self.all_points(bytes, at, length)?;
        }
        let end = match bytes.get(at) {
            None | Some(b'\n') => at,
            Some(b'\r') if bytes.get(at + 1).is_none_or(|next| *next == b'\n') => at + 1,
            Some(b';') => memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |length| at + length),
            Some(_) => return Err(Odd),
        };
        if !self.rows.is_plain_until(end) {
            return Err(Odd);
        }
        if self.vote_type == VoteType::ChooseOne {
            self.is_clean &= length == 1;
        }
        self.gathering.add(&mut self.open[..length]).map_err(|_| Odd)?;
        Ok(end)
    }

    /// The projects of a cell: how many, where it ends.
    fn projects(&mut self, bytes: &[u8], mut at: usize) -> Result<(usize, usize), Odd> {
        for (number, choice) in self.open[..LONGEST].iter_mut().enumerate() {
            let id = short(eight(bytes, at)).ok_or(Odd)?;
            let project = self.places.by_key(id.key).ok_or(Odd)?;
            *choice = Choice { project, points: 1 };
            at += id.length;
            if bytes.get(at) != Some(&b',') {
                return Ok((number + 1, at));
            }
            at += 1;
        }
        Err(Odd)
    }

    /// The points of a cell, as many as projects; where it ends.
    fn all_points(&mut self, bytes: &[u8], mut at: usize, length: usize) -> Result<usize, Odd> {
        let scale = self.scale;
        for (number, choice) in self.open[..length].iter_mut().enumerate() {
            let text = short(eight(bytes, at)).ok_or(Odd)?;
            let points = whole_number(text).and_then(|points| points.checked_mul(scale));
            choice.points = points.filter(|points| *points <= MOST_POINTS).ok_or(Odd)?;
            at += text.length;
            if number + 1 < length {
                at = if bytes.get(at) == Some(&b',') { at + 1 } else { return Err(Odd) };
            }
        }
        Ok(at)
    }

    /// A ballot by its cells.
    fn row(&mut self) -> Option<()> {
        let mut cells = std::mem::take(&mut self.cells);
        let done = match self.rows.next(usize::MAX, &mut cells) {
            None => Some(()),
            Some(Row::Of(Section::Votes)) => self.ballot(&cells),
            Some(_) => None,
        };
        self.cells = cells;
        done
    }

    fn ballot(&mut self, cells: &Cells<'_>) -> Option<()> {
        let mut open = Vec::new();
        for id in items(cells, self.vote) {
            open.push(Choice { project: self.places.by_id(id)?, points: 1 });
        }
        if let Some(points) = self.points {
            let mut texts = items(cells, points);
            // Units become smaller while points are read: those of this ballot are brought to them at its end.
            let read: Vec<Decimal> = open.iter().map(|_| Decimal::read(texts.next()?).ok()).collect::<Option<_>>()?;
            for points in &read {
                self.refine(*points)?;
            }
            for (choice, points) in open.iter_mut().zip(read) {
                choice.points = self.in_units(points)?;
            }
            if texts.next().is_some() {
                return None;
            }
        } else if self.vote_type != VoteType::Ordinal {
            let named = open.len();
            open.sort_unstable_by_key(|choice| choice.project);
            open.dedup();
            self.is_clean &= open.len() == named;
        }
        self.is_clean &= self.vote_type != VoteType::ChooseOne || open.len() <= 1;
        self.gathering.add(&mut open).ok()
    }

    /// Makes units small enough for these points.
    fn refine(&mut self, points: Decimal) -> Option<()> {
        if points.decimals > self.decimals {
            let factor = 10_u32.checked_pow(u32::from(points.decimals - self.decimals))?;
            self.gathering.multiply(factor, MOST_POINTS)?;
            self.scale = self.scale.checked_mul(factor)?;
            self.decimals = points.decimals;
        }
        Some(())
    }

    fn in_units(&self, points: Decimal) -> Option<u32> {
        let units = points.in_units(self.decimals)?;
        u32::try_from(units).ok().filter(|units| *units <= MOST_POINTS)
    }
}

/// The start of a cell some cells further.
fn next_cells(bytes: &[u8], mut at: usize, cells: usize) -> Result<usize, Odd> {
    for _ in 0..cells {
        at = cell_end(bytes, at);
        if bytes.get(at) != Some(&b';') {
            return Err(Odd);
        }
        at += 1;
    }
    Ok(at)
}

/// What a cell lists.
fn items<'c>(cells: &'c Cells<'_>, cell: usize) -> impl Iterator<Item = &'c str> {
    let text = listed(cells.get(cell).map(AsRef::as_ref).unwrap_or_default());
    text.split(',').map(str::trim).filter(|one| !one.is_empty())
}
