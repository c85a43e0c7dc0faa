//! Reading a file that has no fault to explain. Whatever is wrong or odd is left to the reading that tells where.

use std::sync::{Arc, OnceLock};

use super::fault::Section;
use super::ids::Places;
use super::rows::{Cells, Row, Rows};
use super::votes::Votes;
use crate::amount::Decimal;
use crate::election::{Election, Ids, MOST_PROJECTS, VoteType};

/// A file that was read.
pub(super) struct Quick {
    pub(super) election: Election,
    /// Nothing in it is worth telling.
    pub(super) is_clean: bool,
}

/// Reads a file; `None` when it must be refused.
pub(super) fn quick(bytes: &[u8]) -> Option<Quick> {
    let text = std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)).ok()?;
    let mut head = Head::default();
    let mut rows = Rows::new(text);
    let [vote, points] = head.read(&mut rows)?;
    let (vote_type, places) = (head.vote_type?, std::mem::take(&mut head.places));
    let mut votes = Votes::new(rows, places, vote_type, vote?, points)?;
    votes.read()?;
    head.finished(text, vote_type, votes)
}

/// What comes before ballots.
#[derive(Debug, Default)]
struct Head {
    seen: Vec<Section>,
    budget: Option<Decimal>,
    vote_type: Option<VoteType>,
    num_projects: Option<String>,
    num_votes: Option<String>,
    columns: [Option<usize>; 2],
    ids: Ids,
    costs: Vec<Decimal>,
    places: Places,
}

impl Head {
    /// Up to the first ballot: the columns of projects and points.
    fn read(&mut self, rows: &mut Rows<'_>) -> Option<[Option<usize>; 2]> {
        let mut cells = Cells::new();
        let mut most = 2;
        loop {
            match rows.next(most, &mut cells)? {
                Row::Opens(section) => {
                    self.open(section)?;
                    most = usize::MAX;
                }
                Row::Heads(section) => {
                    let place = |name: &str| cells.iter().position(|cell| cell == name);
                    match section {
                        Section::Meta => most = 2,
                        Section::Projects => {
                            let [id, cost] = [place("project_id")?, place("cost")?];
                            self.columns = [Some(id), Some(cost)];
                            most = id.max(cost) + 1;
                        }
                        Section::Votes => return Some([place("vote"), place("points")]),
                    }
                }
                Row::Of(Section::Meta) => self.entry(&cells)?,
                Row::Of(Section::Projects) => self.project(&cells)?,
                Row::Of(Section::Votes) | Row::Outside => return None,
            }
        }
    }

    fn open(&mut self, section: Section) -> Option<()> {
        let is_ready =
            section != Section::Votes || (self.vote_type.is_some() && self.seen.contains(&Section::Projects));
        (is_ready && !self.seen.contains(&section)).then(|| self.seen.push(section))
    }

    /// The first entry of each name counts.
    fn entry(&mut self, cells: &Cells<'_>) -> Option<()> {
        let value = cells.get(1).map(AsRef::as_ref).unwrap_or_default();
        match cells[0].as_ref() {
            "budget" if self.budget.is_none() => self.budget = Some(Decimal::read(value).ok()?),
            "vote_type" if self.vote_type.is_none() => {
                self.vote_type = Some(VoteType::of(&value.to_ascii_lowercase())?);
            }
            "num_projects" if self.num_projects.is_none() => self.num_projects = Some(value.to_owned()),
            "num_votes" if self.num_votes.is_none() => self.num_votes = Some(value.to_owned()),
            _ => {}
        }
        Some(())
    }

    fn project(&mut self, cells: &Cells<'_>) -> Option<()> {
        let cell = |place: Option<usize>| cells.get(place?).filter(|text| !text.is_empty());
        let (id, cost) = (cell(self.columns[0])?, cell(self.columns[1])?);
        let place = u32::try_from(self.costs.len()).ok().filter(|_| self.costs.len() < MOST_PROJECTS)?;
        self.costs.push(Decimal::read(cost).ok()?);
        self.ids.push(id);
        self.places.insert(id, place).then_some(())
    }

    fn finished(self, text: &str, vote_type: VoteType, votes: Votes<'_>) -> Option<Quick> {
        let budget = self.budget.filter(|_| self.seen.len() == 3)?;
        let decimals = self.costs.iter().map(|cost| cost.decimals).chain([budget.decimals]).max()?;
        let gathering = votes.gathering;
        let says = |said: Option<String>, found: usize| said.is_none_or(|said| said == found.to_string());
        let is_clean =
            votes.is_clean && says(self.num_projects, self.costs.len()) && says(self.num_votes, gathering.people.len());
        let election = Election {
            vote_type,
            budget: budget.in_units(decimals)?,
            decimals,
            points_decimals: votes.decimals,
            ids: self.ids,
            costs: self.costs.iter().map(|cost| cost.in_units(decimals)).collect::<Option<_>>()?,
            ballots: gathering.ballots,
            people: gathering.people,
            text: Arc::from(text),
            described: OnceLock::new(),
            columns: OnceLock::new(),
            spelled: OnceLock::new(),
        };
        Some(Quick { election: election.checked().ok()?, is_clean })
    }
}
