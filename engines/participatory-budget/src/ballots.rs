//! Ballots in one piece of memory, identical ones merged as they come.

use crate::election::{Choice, VoteType};

/// Distinct ballots, one after the other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Ballots {
    pub(crate) choices: Vec<Choice>,
    /// Where each ballot ends among choices.
    ends: Vec<usize>,
    /// People who cast each.
    pub(crate) counts: Vec<u64>,
}

impl Ballots {
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    fn start(&self, at: usize) -> usize {
        if at == 0 { 0 } else { self.ends[at - 1] }
    }

    pub(crate) fn choices(&self, at: usize) -> &[Choice] {
        &self.choices[self.start(at)..self.ends[at]]
    }

    /// Each with the number of people who cast it.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&[Choice], u64)> {
        let mut start = 0;
        self.ends.iter().zip(&self.counts).map(move |(end, count)| {
            let choices = &self.choices[start..*end];
            start = *end;
            (choices, *count)
        })
    }

    pub(crate) fn push(&mut self, choices: &[Choice], count: u64) {
        self.choices.extend_from_slice(choices);
        self.ends.push(self.choices.len());
        self.counts.push(count);
    }

    /// Takes the last one away.
    pub(crate) fn pop(&mut self) {
        self.ends.pop();
        self.counts.pop();
        self.choices.truncate(self.start(self.ends.len()));
    }
}

/// A ballot names a project twice.
#[derive(Debug)]
pub(crate) struct Twice;

/// Merges identical ballots as they come: choices are written at the end of the ballots, and taken back if the ballot is known.
#[derive(Debug)]
pub(crate) struct Gathering {
    vote_type: VoteType,
    pub(crate) ballots: Ballots,
    pub(crate) people: Vec<u32>,
    /// Open addressing: the hash of a ballot in the upper half, its place plus one in the lower; 0 is free. A power of two.
    table: Vec<u64>,
}

/// The slots of a new table.
const SLOTS: usize = 256;

impl Gathering {
    pub(crate) fn new(vote_type: VoteType) -> Self {
        Self { vote_type, ballots: Ballots::default(), people: Vec::new(), table: vec![0; SLOTS] }
    }

    /// Adds a project to the ballot being written, in the order of the voter.
    pub(crate) fn push(&mut self, project: u32, points: u32) {
        self.ballots.choices.push(Choice { project, points });
    }

    /// The ballot being written.
    pub(crate) fn open(&mut self) -> &mut [Choice] {
        let start = self.ballots.ends.last().copied().unwrap_or_default();
        &mut self.ballots.choices[start..]
    }

    /// Forgets the ballot being written.
    pub(crate) fn forget(&mut self) {
        let start = self.ballots.ends.last().copied().unwrap_or_default();
        self.ballots.choices.truncate(start);
    }

    /// Keeps each project of the ballot being written once; whether some were named again.
    pub(crate) fn once(&mut self) -> bool {
        let start = self.ballots.ends.last().copied().unwrap_or_default();
        let choices = &mut self.ballots.choices;
        choices[start..].sort_unstable_by_key(|choice| choice.project);
        let (before, mut kept) = (choices.len(), start);
        for at in start..before {
            if at == start || choices[at].project != choices[kept - 1].project {
                choices[kept] = choices[at];
                kept += 1;
            }
        }
        choices.truncate(kept);
        kept < before
    }

    /// Ends the ballot of one person.
    pub(crate) fn close(&mut self) -> Result<(), Twice> {
        let is_ordinal = self.vote_type == VoteType::Ordinal;
        let open = self.open();
        if is_ordinal {
            (0..).zip(open.iter_mut().rev()).for_each(|(after, choice)| choice.points = after);
        }
        if !open.is_sorted_by(|one, next| one.project < next.project) {
            open.sort_unstable_by_key(|choice| choice.project);
            if open.windows(2).any(|pair| pair[0].project == pair[1].project) {
                self.forget();
                return Err(Twice);
            }
        }
        let hash = hash(open);
        let place = self.merged(hash);
        self.people.push(place);
        Ok(())
    }

    /// The place of the ballot being written among the known ones.
    fn merged(&mut self, hash: u64) -> u32 {
        let start = self.ballots.ends.last().copied().unwrap_or_default();
        let mut slot = self.slot(hash);
        while self.table[slot] != 0 {
            let entry = self.table[slot];
            let place = index((entry & LOWER) - 1);
            if (entry ^ hash) <= LOWER && *self.ballots.choices(place) == self.ballots.choices[start..] {
                self.ballots.choices.truncate(start);
                self.ballots.counts[place] += 1;
                return u32::try_from(place).unwrap_or(u32::MAX);
            }
            slot = (slot + 1) & (self.table.len() - 1);
        }
        let place = self.ballots.len();
        self.table[slot] = entry(hash, place);
        self.ballots.ends.push(self.ballots.choices.len());
        self.ballots.counts.push(1);
        if self.ballots.len() * 2 > self.table.len() {
            self.grow();
        }
        u32::try_from(place).unwrap_or(u32::MAX)
    }

    fn slot(&self, hash: u64) -> usize {
        index(hash >> (64 - self.table.len().trailing_zeros()))
    }

    fn grow(&mut self) {
        let old = std::mem::take(&mut self.table);
        self.table = vec![0; old.len() * 4];
        for entry in old.into_iter().filter(|entry| *entry != 0) {
            self.seat(entry);
        }
    }

    fn seat(&mut self, entry: u64) {
        let mut slot = self.slot(entry);
        while self.table[slot] != 0 {
            slot = (slot + 1) & (self.table.len() - 1);
        }
        self.table[slot] = entry;
    }

    /// Multiplies all points given so far; `None` when some exceed `most`.
    pub(crate) fn multiply(&mut self, factor: u32, most: u32) -> Option<()> {
        for choice in &mut self.ballots.choices {
            choice.points = choice.points.checked_mul(factor).filter(|points| *points <= most)?;
        }
        self.table.fill(0);
        for at in 0..self.ballots.len() {
            self.seat(entry(hash(self.ballots.choices(at)), at));
        }
        Some(())
    }
}

/// The lower half of an entry.
const LOWER: u64 = 0xffff_ffff;

fn entry(hash: u64, place: usize) -> u64 {
    (hash & !LOWER) | (place as u64 + 1)
}

fn index(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// Fx's hash, its upper half made of all bits.
fn hash(choices: &[Choice]) -> u64 {
    const FACTOR: u64 = 0xf135_7aea_2e62_a9c5;
    let mixed = choices.iter().fold(choices.len() as u64, |hash, choice| {
        (hash.rotate_left(23) ^ (u64::from(choice.project) | (u64::from(choice.points) << 32))).wrapping_mul(FACTOR)
    });
    (mixed ^ (mixed >> 32)).wrapping_mul(FACTOR)
}
