//! A file of answers, read line by line: which column holds what, and what is wrong with a cell.

use std::collections::{BTreeMap, HashMap};

use arpent_commons::domain::initiative::slug;
use serde::{Deserialize, Serialize};

use super::answer::{Replies, Wrong};
use super::collection::{Purpose, key};
use super::protocol::{Frame, Protocol};
use super::question::Kind;
use super::wave::{Mode, Wave, codes};

/// Which column holds what, counted from 0. A question is matched by its code.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mapping {
    /// Whose answers they are.
    pub population: String,
    /// Column by question code.
    pub questions: BTreeMap<String, usize>,
    /// Who answers, from wave to wave: kept as a pseudonym.
    pub respondent: Option<usize>,
    /// The stratum.
    pub stratum: Option<usize>,
    /// The weight before margins.
    pub weight: Option<usize>,
    /// How the answer came.
    pub mode: Option<usize>,
    /// Only the lines of which this column says so: a file may hold several waves.
    pub filter: Option<(usize, String)>,
}

codes! {
    /// Columns that are no question.
    Target {
        /// Who answers.
        Respondent = "respondent",
        /// Her stratum.
        Stratum = "stratum",
        /// Her weight.
        Weight = "weight",
        /// How the answer came.
        Mode = "mode",
        /// Which wave.
        Filter = "filter",
    }
}

impl Mapping {
    /// The column of a target.
    pub fn column(&self, target: Target) -> Option<usize> {
        match target {
            Target::Respondent => self.respondent,
            Target::Stratum => self.stratum,
            Target::Weight => self.weight,
            Target::Mode => self.mode,
            Target::Filter => self.filter.as_ref().map(|(column, _)| *column),
        }
    }

    /// Matches the questions that are asked to the population by the names of the columns. Words are left out: what
    /// people write belongs to the démarche, not to their answers.
    pub fn match_questions(&mut self, protocol: &Protocol, headers: &[String]) {
        let found = protocol.asked(&self.population).filter(|one| !matches!(one.kind, Kind::Text { .. })).filter_map(
            |question| {
                let column = headers.iter().position(|name| name.trim().eq_ignore_ascii_case(&question.code))?;
                Some((question.code.clone(), column))
            },
        );
        self.questions = found.collect();
    }

    /// The columns that nothing is made of.
    pub fn ignored<'a>(&'a self, headers: &'a [String]) -> impl Iterator<Item = &'a String> {
        let used = |column: usize| {
            self.questions.values().any(|one| *one == column)
                || Target::ALL.iter().any(|target| self.column(*target) == Some(column))
        };
        headers.iter().enumerate().filter(move |(column, _)| !used(*column)).map(|(_, name)| name)
    }
}

/// What was done of a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Done {
    /// Lines read, those of other waves left out.
    pub read: i64,
    /// Answers created.
    pub created: i64,
    /// Lines already brought in.
    pub again: i64,
    /// Lines with something wrong.
    pub refused: i64,
}

codes! {
    /// What is wrong with a cell.
    Fault {
        /// Not a whole number where one is asked.
        NotANumber = "not_a_number",
        /// A level the scale does not have, a choice that is not offered.
        OutsideScale = "outside_scale",
        /// Not a weight: empty, not a number, zero or negative.
        Weight = "weight",
        /// Not a stratum of the protocol.
        Stratum = "stratum",
        /// Not a way to answer.
        Mode = "mode",
        /// Nobody is named.
        Respondent = "respondent",
        /// Another line of the file is by the same person.
        Twice = "twice",
        /// The line answers no question.
        Nothing = "nothing",
    }
}

/// Something wrong with a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Its column; nothing for the line as a whole.
    pub column: Option<usize>,
    /// What is wrong.
    pub fault: Fault,
    /// What it holds, shortened.
    pub cell: String,
}

/// A line ready to become an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// The answers.
    pub replies: Replies,
    /// How they came.
    pub mode: Mode,
    /// The pseudonym.
    pub respondent: Option<String>,
    /// The stratum.
    pub stratum: Option<String>,
    /// The weight.
    pub weight: Option<f64>,
    /// What makes the line the same one in another copy of the file.
    pub key: String,
}

/// What a line is.
#[derive(Debug, Clone, PartialEq)]
pub enum Line {
    /// Of another wave.
    Elsewhere,
    /// To bring in.
    Good(Box<Answered>),
    /// To mend.
    Faulty(Vec<Problem>),
}

/// Reads the lines of a file, one after the other.
#[derive(Debug)]
pub struct Lines<'a> {
    protocol: &'a Protocol,
    wave: &'a Wave,
    mapping: &'a Mapping,
    modes: &'a [(String, Mode)],
    people: HashMap<String, u64>,
    same: HashMap<String, u64>,
}

impl<'a> Lines<'a> {
    /// Reads under a protocol, into a wave. `modes` are the words that files use for each, as slugs.
    pub fn new(protocol: &'a Protocol, wave: &'a Wave, mapping: &'a Mapping, modes: &'a [(String, Mode)]) -> Self {
        Self { protocol, wave, mapping, modes, people: HashMap::new(), same: HashMap::new() }
    }

    /// Reads a line; everything that is wrong with it at once.
    pub fn read(&mut self, number: u64, cells: &[String]) -> Line {
        if let Some((column, value)) = &self.mapping.filter
            && cell(cells, *column) != value
        {
            return Line::Elsewhere;
        }
        let mut problems = Vec::new();
        let replies = self.replies(cells, &mut problems);
        let mode = self.mode(cells, &mut problems);
        let stratum = self.stratum(cells, &mut problems);
        let weight = self.weight(cells, &mut problems);
        let person = self.person(number, cells, &mut problems);
        if replies.0.is_empty() && problems.is_empty() {
            problems.push(Problem { column: None, fault: Fault::Nothing, cell: String::new() });
        }
        if !problems.is_empty() {
            return Line::Faulty(problems);
        }
        let respondent = person.as_ref().map(|person| {
            let salt = self.wave.barometer.to_string();
            key(&salt, Purpose::Panel, &[self.mapping.population.as_str(), person.as_str()].join("/"))
        });
        Line::Good(Box::new(Answered { key: self.key(cells, person), replies, mode, respondent, stratum, weight }))
    }

    fn replies(&self, cells: &[String], problems: &mut Vec<Problem>) -> Replies {
        let mut replies = Replies::default();
        for (code, column) in &self.mapping.questions {
            let typed = cell(cells, *column);
            let Some(question) = self.protocol.question(code).filter(|_| !typed.is_empty()) else { continue };
            let typed: Vec<String> = match question.kind {
                Kind::Choices { .. } => typed.split([',', ';', '|']).map(ToOwned::to_owned).collect(),
                _ => vec![typed.to_owned()],
            };
            match Replies::read(self.protocol, question, &typed) {
                Ok(Some(reply)) => drop(replies.0.insert(code.clone(), reply)),
                Ok(None) => {}
                Err(Wrong::NotANumber(_)) => problems.push(problem(cells, *column, Fault::NotANumber)),
                Err(_) => problems.push(problem(cells, *column, Fault::OutsideScale)),
            }
        }
        replies
    }

    fn mode(&self, cells: &[String], problems: &mut Vec<Problem>) -> Mode {
        let Some(column) = self.mapping.mode else { return Mode::Import };
        let typed = slug(cell(cells, column));
        if typed.is_empty() {
            return Mode::Import;
        }
        let known = self.modes.iter().find(|(word, _)| *word == typed).map(|(_, mode)| *mode);
        known.unwrap_or_else(|| {
            problems.push(problem(cells, column, Fault::Mode));
            Mode::Import
        })
    }

    fn stratum(&self, cells: &[String], problems: &mut Vec<Problem>) -> Option<String> {
        let column = self.mapping.stratum?;
        let typed = cell(cells, column);
        let frame = self.protocol.population(&self.mapping.population).map(|one| &one.frame);
        if let Some(Frame::Survey { strata, .. }) = frame
            && !strata.iter().any(|stratum| stratum.code == typed)
        {
            problems.push(problem(cells, column, Fault::Stratum));
        }
        Some(typed.to_owned()).filter(|typed| !typed.is_empty())
    }

    fn weight(&self, cells: &[String], problems: &mut Vec<Problem>) -> Option<f64> {
        let column = self.mapping.weight?;
        let weight: Option<f64> = cell(cells, column).replace(',', ".").parse().ok();
        let weight = weight.filter(|weight| weight.is_finite() && *weight > 0.0);
        if weight.is_none() {
            problems.push(problem(cells, column, Fault::Weight));
        }
        weight
    }

    fn person(&mut self, number: u64, cells: &[String], problems: &mut Vec<Problem>) -> Option<String> {
        let column = self.mapping.respondent?;
        let typed = cell(cells, column);
        if typed.is_empty() {
            problems.push(problem(cells, column, Fault::Respondent));
            return None;
        }
        if self.people.insert(typed.to_owned(), number).is_some() {
            problems.push(problem(cells, column, Fault::Twice));
        }
        Some(typed.to_owned())
    }

    /// A line without a person is the same in another copy of the file when its cells are, and so many lines above it
    /// say the same.
    fn key(&mut self, cells: &[String], person: Option<String>) -> String {
        let said = person.unwrap_or_else(|| {
            let text = cells.join("\u{1e}");
            let before = self.same.entry(text.clone()).or_default();
            *before += 1;
            format!("{before}\u{1d}{text}")
        });
        key(&self.wave.salt, Purpose::Line, &[self.mapping.population.as_str(), said.as_str()].join("\u{1c}"))
    }
}

/// A cell; what statisticians write for "nothing" is nothing.
fn cell(cells: &[String], column: usize) -> &str {
    let text = cells.get(column).map_or("", |cell| cell.trim());
    if matches!(text, "NA" | "N/A" | ".") { "" } else { text }
}

fn problem(cells: &[String], column: usize, fault: Fault) -> Problem {
    let cell = cells.get(column).map_or("", String::as_str).chars().take(80).collect();
    Problem { column: Some(column), fault, cell }
}
