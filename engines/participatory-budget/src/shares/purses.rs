//! What voters hold during a run.

use super::line::Line;
use super::price::Candidate;

/// Supporters who hold the same and gain the same.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Holders {
    pub(crate) purse: Line,
    pub(crate) people: f64,
    pub(crate) gain: f64,
}

/// The supporters of a contest who hold something.
#[derive(Debug, Default)]
pub(crate) struct Supporters {
    pub(crate) holders: Vec<Holders>,
    /// Gains of those who hold nothing.
    pub(crate) nothing: u128,
}

/// The purses of voters. Where every gain is one, those who paid for the same contests hold the same, and share a line.
#[derive(Debug, Default)]
pub(crate) struct Purses {
    /// For each ballot, the place of its line.
    places: Vec<u32>,
    lines: Vec<Line>,
    is_shared: bool,
    /// For each line, the purchase that last changed it, and the line it then became.
    moved: Vec<(u64, u32)>,
    purchases: u64,
    /// People gathered for each line, and the lines they were gathered for; empty between two uses.
    people: Vec<f64>,
    met: Vec<u32>,
}

/// The line of whoever holds nothing.
const NOTHING: u32 = 0;

impl Purses {
    pub(crate) fn new(candidates: &[Candidate<'_>]) -> Self {
        let is_shared = candidates.iter().flat_map(|one| one.payers).all(|payer| payer.gain == 1);
        Self { is_shared, ..Self::default() }
    }

    /// Everyone holds the same.
    pub(crate) fn fill(&mut self, ballots: usize, purse: Line) {
        self.places.clear();
        self.lines.clear();
        self.lines.push(Line::default());
        if self.is_shared {
            self.places.resize(ballots, 1);
            self.lines.push(purse);
        } else {
            self.places.extend((1..).take(ballots));
            self.lines.resize(ballots + 1, purse);
        }
    }

    /// Supporters of a contest, brought together.
    pub(crate) fn gather(&mut self, candidate: &Candidate<'_>, out: &mut Supporters) {
        out.holders.clear();
        out.nothing = 0;
        if self.is_shared { self.gather_lines(candidate, out) } else { self.gather_each(candidate, out) }
    }

    fn gather_lines(&mut self, candidate: &Candidate<'_>, out: &mut Supporters) {
        self.people.resize(self.lines.len().max(self.people.len()), 0.0);
        for payer in candidate.payers {
            let place = self.places[payer.ballot as usize];
            let people = &mut self.people[place as usize];
            if *people <= 0.0 {
                self.met.push(place);
            }
            *people += f64::from(payer.people);
        }
        for place in self.met.drain(..) {
            let people = std::mem::take(&mut self.people[place as usize]);
            if place == NOTHING {
                out.nothing = whole(people);
            } else {
                out.holders.push(Holders { purse: self.lines[place as usize], people, gain: 1.0 });
            }
        }
    }

    fn gather_each(&self, candidate: &Candidate<'_>, out: &mut Supporters) {
        for payer in candidate.payers {
            let place = self.places[payer.ballot as usize];
            if place == NOTHING {
                out.nothing += u128::from(payer.people) * u128::from(payer.gain);
            } else {
                let (people, gain) = (f64::from(payer.people), f64::from(payer.gain));
                out.holders.push(Holders { purse: self.lines[place as usize], people, gain });
            }
        }
    }

    /// Takes from each supporter what `after` says that she keeps, given her purse and her gain.
    pub(crate) fn pay(&mut self, candidate: &Candidate<'_>, after: impl Fn(Line, f64) -> Line) {
        self.purchases += 1;
        self.moved.resize(self.lines.len().max(self.moved.len()), (0, NOTHING));
        for payer in candidate.payers {
            let place = &mut self.places[payer.ballot as usize];
            let before = *place as usize;
            if *place == NOTHING {
                continue;
            }
            if self.is_shared && self.moved[before].0 == self.purchases {
                *place = self.moved[before].1;
                continue;
            }
            let line = after(self.lines[before], f64::from(payer.gain));
            *place = match u32::try_from(self.lines.len()) {
                _ if line.is_nothing() => NOTHING,
                Ok(next) if self.is_shared => {
                    self.lines.push(line);
                    next
                }
                _ => {
                    self.lines[before] = line;
                    *place
                }
            };
            self.moved[before] = (self.purchases, *place);
        }
    }
}

/// A sum of people, which doubles hold exactly.
fn whole(people: f64) -> u128 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number of people")]
    let people = people as u128;
    people
}
