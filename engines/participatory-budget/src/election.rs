//! An election: a budget, projects, ballots.

use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, OnceLock};

use rustc_hash::FxBuildHasher;
use serde::Serialize;

use crate::amount::{LARGEST, written};
use crate::ballots::{Ballots, Gathering};
use crate::error::Error;
use crate::pabulib::described;

/// Most projects of an election.
pub const MOST_PROJECTS: usize = 10_000;
/// Most ballots of an election.
pub const MOST_BALLOTS: u64 = 5_000_000;
/// Largest number of points, in units, on one project of one ballot.
pub const MOST_POINTS: u32 = 1_000_000_000;

/// How people voted, in Pabulib's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum VoteType {
    /// A set of projects.
    Approval,
    /// One project.
    #[serde(rename = "choose-1")]
    ChooseOne,
    /// Projects from the preferred one down.
    Ordinal,
    /// Points, whose sum is bounded.
    Cumulative,
    /// Points or grades, each bounded.
    Scoring,
}

impl VoteType {
    /// Pabulib's word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Approval => "approval",
            Self::ChooseOne => "choose-1",
            Self::Ordinal => "ordinal",
            Self::Cumulative => "cumulative",
            Self::Scoring => "scoring",
        }
    }

    /// From Pabulib's word.
    pub fn of(word: &str) -> Option<Self> {
        [Self::Approval, Self::ChooseOne, Self::Ordinal, Self::Cumulative, Self::Scoring]
            .into_iter()
            .find(|one| one.word() == word)
    }

    /// Ballots carry points.
    pub fn has_points(self) -> bool {
        matches!(self, Self::Cumulative | Self::Scoring)
    }
}

/// Something that may be funded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Project {
    /// Its identifier: a text, compared by code points, so that `10` comes before `2`.
    pub id: String,
    /// Its name, possibly empty.
    pub name: String,
    /// Its cost in units of the election.
    pub cost: u64,
    /// The themes and places it belongs to.
    pub categories: Vec<String>,
    /// Whether it officially won, where that is known.
    pub selected: Option<bool>,
    /// Other columns of its file.
    pub details: BTreeMap<String, String>,
}

impl Project {
    /// A project with no more than what counting needs. `cost` is in units of the election.
    pub fn new(id: impl Into<String>, cost: u64) -> Self {
        let (name, categories, details) = (String::new(), Vec::new(), BTreeMap::new());
        Self { id: id.into(), name, cost, categories, selected: None, details }
    }
}

/// A project on a ballot.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Choice {
    /// Place of the project in the election.
    pub project: u32,
    /// Points in units of 10^-`points_decimals`; 1 for an approval; Borda's score (projects ranked after it) for a rank.
    pub points: u32,
}

/// Identical ballots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ballot {
    /// The projects on it, by place in the election; none on an empty ballot.
    pub choices: Vec<Choice>,
    /// People who cast it.
    pub count: u64,
}

/// An election, checked: costs and points are exact whole numbers of units, every choice names a project.
///
/// What counting needs is at hand. What only people read, of an election that comes from a file, is taken from the file's text
/// when it is first asked for.
#[derive(Debug, Clone)]
pub struct Election {
    pub(crate) vote_type: VoteType,
    pub(crate) budget: u64,
    pub(crate) decimals: u8,
    pub(crate) points_decimals: u8,
    pub(crate) ids: Ids,
    /// Of projects, in units.
    pub(crate) costs: Vec<u64>,
    pub(crate) ballots: Ballots,
    /// For each person in the order of the file, her ballot among the merged ones.
    pub(crate) people: Vec<u32>,
    /// The file, accepted; nothing when there was none.
    pub(crate) text: Arc<str>,
    pub(crate) described: OnceLock<Described>,
    pub(crate) columns: OnceLock<Vec<Column>>,
    pub(crate) spelled: OnceLock<Vec<Ballot>>,
}

/// What a file says of the election and of projects.
#[derive(Debug, Clone, Default)]
pub(crate) struct Described {
    /// Entries of the first section, in order.
    pub(crate) meta: Vec<(String, String)>,
    pub(crate) projects: Vec<Project>,
}

/// Identifiers of projects, in one text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Ids {
    text: String,
    ends: Vec<usize>,
}

impl Ids {
    pub(crate) fn push(&mut self, id: &str) {
        self.text.push_str(id);
        self.ends.push(self.text.len());
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn at(&self, place: usize) -> &str {
        let start = if place == 0 { 0 } else { self.ends[place - 1] };
        &self.text[start..self.ends[place]]
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|place| self.at(place))
    }
}

/// What is known of each person besides her ballot: an age group, a district.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Distinct texts.
    pub labels: Vec<String>,
    /// For each person, the place of her text.
    pub codes: Vec<u32>,
}

impl Election {
    /// An election from its parts.
    ///
    /// `decimals` says what a unit is: 10^-`decimals` of the currency (2 for cents). Each person's ballot lists the places
    /// of projects with points (see [`Choice::points`]); for an ordinal election give projects in order with any points:
    /// Borda's scores are computed. An empty ballot counts. A project named twice on a ballot is refused.
    pub fn new(
        vote_type: VoteType,
        budget: u64,
        decimals: u8,
        projects: Vec<Project>,
        ballots: impl IntoIterator<Item = Vec<(u32, u64)>>,
    ) -> Result<Self, Error> {
        let mut ids = Ids::default();
        for project in &projects {
            ids.push(&project.id);
        }
        let mut seen = HashSet::with_capacity_and_hasher(ids.len(), FxBuildHasher);
        if let Some(twice) = ids.iter().find(|id| !seen.insert(*id)) {
            return Err(Error::DuplicateProject(twice.to_owned()));
        }
        let mut gathering = Gathering::new(vote_type);
        let mut choices = Vec::new();
        for ballot in ballots {
            choices.clear();
            for (project, points) in ballot {
                let points = if vote_type.has_points() { u32::try_from(points).unwrap_or(u32::MAX) } else { 1 };
                if project as usize >= projects.len() || points > MOST_POINTS {
                    return Err(Error::Ballot);
                }
                choices.push(Choice { project, points });
            }
            gathering.add(&mut choices).map_err(|_| Error::Ballot)?;
        }
        let election = Self {
            vote_type,
            budget,
            decimals,
            points_decimals: 0,
            costs: projects.iter().map(|project| project.cost).collect(),
            ids,
            ballots: gathering.ballots,
            people: gathering.people,
            text: Arc::default(),
            described: Described { meta: Vec::new(), projects }.into(),
            columns: OnceLock::new(),
            spelled: OnceLock::new(),
        };
        election.checked()
    }

    /// Refuses amounts and numbers above what the engine takes.
    pub(crate) fn checked(self) -> Result<Self, Error> {
        let costs = self.costs.iter().try_fold(0_u64, |sum, cost| sum.checked_add(*cost));
        let is_small = |amount: u64| amount <= LARGEST;
        if self.decimals > crate::amount::DECIMALS || !is_small(self.budget) || !costs.is_some_and(is_small) {
            return Err(Error::TooLarge);
        }
        if self.costs.len() > MOST_PROJECTS || self.people.len() as u64 > MOST_BALLOTS {
            return Err(Error::TooLarge);
        }
        Ok(self)
    }

    /// How people voted.
    pub fn vote_type(&self) -> VoteType {
        self.vote_type
    }

    /// The budget in units.
    pub fn budget(&self) -> u64 {
        self.budget
    }

    /// A unit is 10^-`decimals` of the currency.
    pub fn decimals(&self) -> u8 {
        self.decimals
    }

    /// Units in one of the currency: 100 when units are cents.
    pub fn scale(&self) -> u64 {
        10_u64.pow(u32::from(self.decimals))
    }

    /// Points are whole numbers of 10^-`points_decimals`.
    pub fn points_decimals(&self) -> u8 {
        self.points_decimals
    }

    fn described(&self) -> &Described {
        self.described.get_or_init(|| described::projects(self))
    }

    /// Projects, in the order of the file.
    pub fn projects(&self) -> &[Project] {
        &self.described().projects
    }

    /// Ballots, identical ones together, spelled out when they are first asked for.
    pub fn ballots(&self) -> &[Ballot] {
        let spelled = || self.ballots.iter().map(|(choices, count)| Ballot { choices: choices.to_vec(), count });
        self.spelled.get_or_init(|| spelled().collect())
    }

    /// For each person, the place of her ballot among [`Election::ballots`].
    pub fn people(&self) -> &[u32] {
        &self.people
    }

    /// People who voted, empty ballots included.
    pub fn turnout(&self) -> u64 {
        self.people.len() as u64
    }

    /// Entries of the file's first section.
    pub fn meta(&self) -> &[(String, String)] {
        &self.described().meta
    }

    /// One entry of it.
    pub fn meta_value(&self, key: &str) -> Option<&str> {
        self.meta().iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// What is known of people besides their ballots.
    pub fn columns(&self) -> &[Column] {
        self.columns.get_or_init(|| described::columns(&self.text))
    }

    /// Units as a decimal number of the currency.
    pub fn money(&self, units: u64) -> String {
        written(units, self.decimals)
    }

    /// The place of a project.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.ids.iter().position(|one| one == id)
    }

    /// People who have each project on their ballot.
    pub fn votes(&self) -> Vec<u64> {
        let mut votes = vec![0; self.costs.len()];
        for (choices, count) in self.ballots.iter() {
            for choice in choices {
                votes[choice.project as usize] += count;
            }
        }
        votes
    }

    /// The same election with another budget, in units: an envelope of its own for a district, say.
    pub fn with_budget(mut self, budget: u64) -> Result<Self, Error> {
        self.budget = budget;
        self.checked()
    }

    /// The cost of some projects, in units.
    pub fn cost(&self, places: impl IntoIterator<Item = usize>) -> u64 {
        places.into_iter().map(|place| self.costs[place]).sum()
    }
}

impl PartialEq for Election {
    fn eq(&self, other: &Self) -> bool {
        let numbers = |one: &Self| (one.vote_type, one.budget, one.decimals, one.points_decimals);
        numbers(self) == numbers(other)
            && self.ballots == other.ballots
            && self.people == other.people
            && self.projects() == other.projects()
            && self.meta() == other.meta()
            && self.columns() == other.columns()
    }
}

impl Eq for Election {}
