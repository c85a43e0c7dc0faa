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

/// Merges identical ballots as they come.
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

    /// Adds the ballot of one person, in her order.
    pub(crate) fn add(&mut self, choices: &mut [Choice]) -> Result<(), Twice> {
        if self.vote_type == VoteType::Ordinal {
            (0..).zip(choices.iter_mut().rev()).for_each(|(after, choice)| choice.points = after);
        }
        sort(choices)?;
        let place = self.merged(choices);
        self.people.push(place);
        Ok(())
    }

    /// The place of a ballot among the known ones.
    fn merged(&mut self, choices: &[Choice]) -> u32 {
        let hash = hash(choices);
        let mut slot = self.slot(hash);
        while self.table[slot] != 0 {
            let entry = self.table[slot];
            let place = index((entry & LOWER) - 1);
            if (entry ^ hash) <= LOWER && self.ballots.choices(place) == choices {
                self.ballots.counts[place] += 1;
                return u32::try_from(place).unwrap_or(u32::MAX);
            }
            slot = (slot + 1) & (self.table.len() - 1);
        }
        let place = self.ballots.len();
        self.table[slot] = entry(hash, place);
        self.ballots.push(choices, 1);
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

/// Ballots up to this length are sorted without a branch that depends on them.
const SHORT: usize = 8;

/// By project.
fn sort(choices: &mut [Choice]) -> Result<(), Twice> {
    let is_sorted = |choices: &[Choice]| choices.is_sorted_by(|one, next| one.project < next.project);
    if is_sorted(choices) {
        return Ok(());
    }
    if choices.len() <= SHORT {
        let mut given = [Choice::default(); SHORT];
        given[..choices.len()].copy_from_slice(choices);
        for one in &given[..choices.len()] {
            let before =
                given[..choices.len()].iter().map(|other| usize::from(other.project < one.project)).sum::<usize>();
            choices[before] = *one;
        }
        // With a project twice the place after it kept what it had, and no project stands between that one and the next.
    } else {
        choices.sort_unstable_by_key(|choice| choice.project);
    }
    if is_sorted(choices) { Ok(()) } else { Err(Twice) }
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
