//! An election: a budget, projects, ballots.

use std::collections::BTreeMap;
use std::hash::BuildHasher as _;

use rustc_hash::{FxBuildHasher, FxHashMap};
use serde::Serialize;

use crate::amount::{LARGEST, written};
use crate::error::Error;

/// Most projects of an election.
pub const MOST_PROJECTS: usize = 10_000;
/// Most ballots of an election.
pub const MOST_BALLOTS: u64 = 5_000_000;
/// Largest number of points, in units, on one project of one ballot.
pub const MOST_POINTS: u64 = 1_000_000_000;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Choice {
    /// Place of the project in the election.
    pub project: u32,
    /// Points in units of 10^-`points_decimals`; 1 for an approval; Borda's score (projects ranked after it) for a rank.
    pub points: u64,
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Election {
    pub(crate) vote_type: VoteType,
    pub(crate) budget: u64,
    pub(crate) decimals: u8,
    pub(crate) points_decimals: u8,
    pub(crate) projects: Vec<Project>,
    pub(crate) ballots: Vec<Ballot>,
    /// For each person in the order of the file, her ballot among the merged ones.
    pub(crate) people: Vec<u32>,
    /// Entries of the file's first section, in order.
    pub(crate) meta: Vec<(String, String)>,
    /// Other columns about people: one text for each person.
    pub(crate) columns: Vec<Column>,
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
        let mut gathering = Gathering::new(vote_type);
        for ballot in ballots {
            let mut choices: Vec<Choice> =
                ballot.into_iter().map(|(project, points)| Choice { project, points }).collect();
            gathering.add(&mut choices);
        }
        let people = gathering.people;
        let election = Self {
            vote_type,
            budget,
            decimals,
            points_decimals: 0,
            projects,
            ballots: gathering.ballots,
            people,
            meta: Vec::new(),
            columns: Vec::new(),
        };
        election.checked()
    }

    pub(crate) fn checked(self) -> Result<Self, Error> {
        let mut seen = FxHashMap::default();
        for (place, project) in self.projects.iter().enumerate() {
            if seen.insert(project.id.as_str(), place).is_some() {
                return Err(Error::DuplicateProject(project.id.clone()));
            }
        }
        let costs = self.projects.iter().try_fold(0_u64, |sum, project| sum.checked_add(project.cost));
        let is_small = |amount: u64| amount <= LARGEST;
        if self.decimals > crate::amount::DECIMALS || !is_small(self.budget) || !costs.is_some_and(is_small) {
            return Err(Error::TooLarge);
        }
        if self.projects.len() > MOST_PROJECTS || self.people.len() as u64 > MOST_BALLOTS {
            return Err(Error::TooLarge);
        }
        for ballot in &self.ballots {
            let twice = ballot.choices.windows(2).any(|pair| pair[0].project == pair[1].project);
            let unknown = ballot.choices.iter().any(|choice| choice.project as usize >= self.projects.len());
            let large = ballot.choices.iter().any(|choice| choice.points > MOST_POINTS);
            if twice || unknown || large {
                return Err(Error::Ballot);
            }
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

    /// Projects, in the order of the file.
    pub fn projects(&self) -> &[Project] {
        &self.projects
    }

    /// Ballots, identical ones together.
    pub fn ballots(&self) -> &[Ballot] {
        &self.ballots
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
        &self.meta
    }

    /// One entry of it.
    pub fn meta_value(&self, key: &str) -> Option<&str> {
        self.meta.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// What is known of people besides their ballots.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Units as a decimal number of the currency.
    pub fn money(&self, units: u64) -> String {
        written(units, self.decimals)
    }

    /// The place of a project.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.projects.iter().position(|project| project.id == id)
    }

    /// People who have each project on their ballot.
    pub fn votes(&self) -> Vec<u64> {
        let mut votes = vec![0; self.projects.len()];
        for ballot in &self.ballots {
            for choice in &ballot.choices {
                votes[choice.project as usize] += ballot.count;
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
        places.into_iter().map(|place| self.projects[place].cost).sum()
    }
}

/// Merges identical ballots as they come.
#[derive(Debug)]
pub(crate) struct Gathering {
    vote_type: VoteType,
    pub(crate) ballots: Vec<Ballot>,
    pub(crate) people: Vec<u32>,
    /// The first ballot with each hash, which spares a copy of every ballot as a key.
    first: FxHashMap<u64, u32>,
    /// Ballots whose hash another one has.
    others: FxHashMap<Box<[Choice]>, u32>,
}

impl Gathering {
    pub(crate) fn new(vote_type: VoteType) -> Self {
        Self {
            vote_type,
            ballots: Vec::new(),
            people: Vec::new(),
            first: FxHashMap::default(),
            others: FxHashMap::default(),
        }
    }

    /// Adds a person's ballot, in the order she wrote it.
    pub(crate) fn add(&mut self, choices: &mut [Choice]) {
        let mut after = choices.len() as u64;
        for choice in choices.iter_mut() {
            after -= 1;
            match self.vote_type {
                VoteType::Approval | VoteType::ChooseOne => choice.points = 1,
                VoteType::Ordinal => choice.points = after,
                VoteType::Cumulative | VoteType::Scoring => {}
            }
        }
        choices.sort_unstable_by_key(|choice| choice.project);
        let hash = FxBuildHasher.hash_one(&*choices);
        let first = *self.first.entry(hash).or_insert(u32::MAX);
        let is_same = |place: u32| self.ballots.get(place as usize).is_some_and(|one| one.choices == choices);
        let known = if is_same(first) { Some(first) } else { self.others.get(&*choices).copied() };
        let place = known.unwrap_or_else(|| u32::try_from(self.ballots.len()).unwrap_or(u32::MAX));
        if known.is_some() {
            self.ballots[place as usize].count += 1;
        } else {
            self.ballots.push(Ballot { choices: choices.to_vec(), count: 1 });
            if first == u32::MAX {
                self.first.insert(hash, place);
            } else {
                self.others.insert(choices.to_vec().into(), place);
            }
        }
        self.people.push(place);
    }
}
